package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Journal;
import vn.nghisu.journal.MemoryJournal;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.stage.Stage;

/**
 * Meetings of people who do anything at any time, on tablets that lose their lines and a server whose disk fails and that is
 * killed; checked whenever all is quiet. {@code -Dseed=n} runs one course again, {@code -Dseeds=n} so many.
 */
class SimulationTest {
    private static final int SEEDS = Integer.getInteger("seeds", 40);
    private static final int ACTS = 240;
    private static final int ACTS_BETWEEN_CHECKS = 60;

    private final Map<Phase, Integer> reached = new EnumMap<>(Phase.class);
    private int ballots;

    /** Broken disks are the daily bread here; logs of them would bury the one line that matters. */
    @BeforeAll
    static void quietly() {
        level(Level.OFF);
    }

    @AfterAll
    static void asBefore() {
        level(null);
    }

    private static void level(Level level) {
        ((Logger) LoggerFactory.getLogger(Room.class)).setLevel(level);
    }

    @Test
    void a_meeting_holds_whatever_happens() {
        Long only = Long.getLong("seed");
        LongStream seeds = only != null ? LongStream.of(only) : LongStream.rangeClosed(1, SEEDS);
        seeds.forEach(seed -> {
            try {
                new Course(seed).run();
            } catch (AssertionError | RuntimeException e) {
                fail("seed " + seed + "; run it again with -Dseed=" + seed, e);
            }
        });
        if (only == null) {
            assertThat(reached).as("the courses come far enough").containsKeys(Phase.IN_SESSION, Phase.RECESS, Phase.CLOSED);
            assertThat(ballots).as("ballots cast").isGreaterThan(SEEDS);
        }
    }

    private final class Course {
        private final SimulationWorld world;
        private final Journal disk = new MemoryJournal();
        private final SimulationRecord record = new SimulationRecord();
        private final SimulationActs acts;
        private final List<SimulationTablet> tablets = new ArrayList<>();
        private SimulationServer server;

        Course(long seed) {
            world = new SimulationWorld(seed);
            acts = new SimulationActs(world);
            server = new SimulationServer(world, disk);
            SimulationActs.PEOPLE.forEach(person -> tablets.add(new SimulationTablet(world, record, person)));
            tablets.add(new SimulationTablet(world, record, Caller.SCREEN));
            tablets.add(new SimulationTablet(world, record, "stranger"));
            // some have two tabs open
            List.of("member1", "chair").forEach(person -> tablets.add(new SimulationTablet(world, record, person)));
        }

        void run() {
            server.heal();
            bySystem(SimulationActs.create());
            world.settle();
            restart();
            for (int i = 1; i <= ACTS; i++) {
                act();
                mishap();
                world.steps(world.random.nextInt(12));
                if (i % ACTS_BETWEEN_CHECKS == 0) {
                    quiet();
                }
            }
            reached.merge(server.meeting().phase(), 1, Integer::sum);
            server.meeting().session().recesses().stream().findAny().ifPresent(recess -> reached.merge(Phase.RECESS, 1, Integer::sum));
            ballots += server.meeting().votes().all().mapToInt(vote -> vote.ballots().size()).sum();
        }

        private void act() {
            SimulationActs.Act act = acts.next(server.meeting());
            if (act.person().equals(Caller.SYSTEM)) {
                bySystem(act.command());
                return;
            }
            // what only the server may say comes from intake, on behalf of a person, once
            SimulationTablet tablet = world.oneOf(tablets.stream().filter(each -> each.person.equals(act.person())).toList());
            UUID id = tablet.give(act.command());
            if (world.chance(15)) {
                tablet.post(server, id);
            }
        }

        private void bySystem(Command command) {
            UUID id = new UUID(world.random.nextLong(), world.random.nextLong());
            record.given(id, Caller.SYSTEM, command);
            server.give(Caller.system(), id, command, answer -> { });
        }

        private void mishap() {
            SimulationTablet tablet = world.oneOf(tablets);
            if (!tablet.isConnected() && !tablet.isShutOut() || tablet.isShutOut() && world.chance(10)) {
                tablet.connect(server);
            } else if (world.chance(8)) {
                tablet.drop();
            } else if (world.chance(3)) {
                tablet.reload();
            } else if (world.chance(20)) {
                point();
            } else if (world.chance(2)) {
                restart();
            }
        }

        /** The presenter turns a page. */
        private void point() {
            server.meeting().stage().presentation().map(Stage.Presentation::presenter)
                    .flatMap(person -> tablets.stream().filter(tablet -> tablet.person.equals(person)).findFirst())
                    .ifPresent(tablet -> tablet.show(new Live.Page(
                            server.meeting().stage().presentation().map(Stage.Presentation::paper).orElseThrow(),
                            1 + world.random.nextInt(3), List.of(0.0, 0.0, 1.0, 0.5), Optional.empty(), 0)));
        }

        private void restart() {
            if (server.isAlive() && tablets.stream().anyMatch(SimulationTablet::isConnected)) {
                world.steps(world.random.nextInt(20));
            }
            server.kill();
            server = new SimulationServer(world, disk);
        }

        private void quiet() {
            server.heal();
            // nobody asks for access for ever: those shut out try once more, then all comes to rest
            for (int round = 0; round < 3; round++) {
                tablets.stream().filter(tablet -> !tablet.isConnected()).forEach(tablet -> tablet.connect(server));
                world.settle();
            }
            SimulationChecks.check(disk, server, record, tablets);
            server.mayFail();
        }
    }
}
