package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.MemoryJournal;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.preparation.PreparationCommand.CancelMeeting;
import vn.nghisu.meeting.preparation.PreparationCommand.NameParticipants;

/** What a room does when something in it fails, step by step in the simulated world. */
class SimulationFailuresTest {
    private final SimulationWorld world = new SimulationWorld(1);
    private final MemoryJournal disk = new MemoryJournal();
    private final SimulationServer server = new SimulationServer(world, disk);

    @BeforeEach
    void createMeeting() {
        log(Level.OFF);
        server.heal();
        assertThat(give(Caller.SYSTEM, new SimulationActs(world).create())).singleElement().isInstanceOf(Answer.Done.class);
    }

    @AfterEach
    void logAgain() {
        log(null);
    }

    private static void log(Level level) {
        ((Logger) LoggerFactory.getLogger(Room.class)).setLevel(level);
        ((Logger) LoggerFactory.getLogger(Ledger.class)).setLevel(level);
    }

    private record OurBug(String said) implements Command {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            throw new NullPointerException("our bug");
        }
    }

    @Test
    void a_command_that_can_t_be_decided_is_refused_and_stops_nobody() {
        Room before = server.room();
        assertThat(give("secretary", new OurBug("y"))).singleElement()
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.OUR_FAULT));
        UUID id = new UUID(7, 7);
        List<Answer> answers = new ArrayList<>();
        server.give(Caller.person("secretary"), id, new OurBug("x"), answers::add);
        server.give(Caller.person("secretary"), id, new OurBug("x"), answers::add);
        world.settle();
        assertThat(answers).hasSize(2).as("sent again it is our fault still").allSatisfy(answer ->
                assertThat(((Answer.Refused) answer).refusal().reason()).isEqualTo(Reason.OUR_FAULT));
        assertThat(give("secretary", new CancelMeeting("x"))).singleElement().isInstanceOf(Answer.Done.class);
        assertThat(server.room()).isSameAs(before);
    }

    @Test
    void a_refusal_is_the_answer_each_time_the_command_arrives() {
        UUID id = new UUID(1, 1);
        List<Answer> answers = new ArrayList<>();
        server.give(Caller.person("secretary"), id, new CancelMeeting(""), answers::add);
        server.give(Caller.person("secretary"), id, new CancelMeeting(""), answers::add);
        // the same id again, now with what would be accepted: still refused
        server.give(Caller.person("secretary"), id, new CancelMeeting("x"), answers::add);
        world.settle();
        assertThat(answers).hasSize(3).allMatch(Answer.Refused.class::isInstance);
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(((Answer.Refused) answers.get(2)).refusal().reason()).isEqualTo(Reason.OTHER_COMMAND);
    }

    @Test
    void those_who_wait_for_a_failed_room_are_told_that_it_can_t_say() {
        server.mayFail();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; !answers.contains(new Answer.Unknown(Answer.Why.RESTARTING)); i++) {
            assertThat(i).as("tries until the disk fails").isLessThan(2_000);
            answers.addAll(give("secretary", new SimulationActs(world).create()));
            answers.addAll(give("secretary", new NameParticipants(SimulationActs.participants(false), Optional.empty())));
        }
        assertThat(give("secretary", new CancelMeeting("x"))).isNotEmpty();
    }

    @Test
    void a_room_is_rebuilt_only_when_the_batch_on_its_way_has_arrived() {
        for (int i = 0; i < 200; i++) {
            List<Answer> answers = new ArrayList<>();
            server.give(Caller.person("secretary"), new UUID(2, i),
                    new NameParticipants(SimulationActs.participants(i % 2 == 0), Optional.empty()), answers::add);
            world.steps(world.random.nextInt(4));
            server.enter(new Seat(Caller.person("secretary"), Language.VI, new BrokenLine()), Optional.empty(), Optional.empty());
            world.settle();
            assertThat(answers).hasSize(1);
            assertThat(server.meeting().seq()).isEqualTo(disk.head(Ledger.stream(SimulationServer.MEETING)).seq());
        }
    }

    private List<Answer> give(String person, Command command) {
        List<Answer> answers = new ArrayList<>();
        server.give(Caller.person(person), new UUID(world.random.nextLong(), world.random.nextLong()), command, answers::add);
        world.settle();
        return answers;
    }

    /** Stands for any bug of ours in the room's own work. */
    private static final class BrokenLine implements Line {
        @Override
        public Executor loop() {
            throw new IllegalStateException("our bug");
        }

        @Override
        public void write(Frame frame) {}

        @Override
        public void close(int code, String reason) {}
    }
}
