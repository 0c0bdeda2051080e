package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.session.Phase;

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
                play(seed);
            } catch (AssertionError | RuntimeException e) {
                fail("seed " + seed + "; run it again with -Dseed=" + seed, e);
            }
        });
        if (only == null) {
            assertThat(reached).as("the courses come far enough").containsKeys(Phase.IN_SESSION, Phase.RECESS, Phase.CLOSED);
            assertThat(ballots).as("ballots cast").isGreaterThan(SEEDS);
        }
    }

    private void play(long seed) {
        SimulationWorld world = new SimulationWorld(seed);
        Meeting meeting = new SimulationCourse(world, new SimulationRecord(), new SimulationActs(world), SimulationActs.DEVICES).run(ACTS, ACTS_BETWEEN_CHECKS);
        reached.merge(meeting.phase(), 1, Integer::sum);
        meeting.session().recesses().stream().findAny().ifPresent(recess -> reached.merge(Phase.RECESS, 1, Integer::sum));
        ballots += meeting.votes().all().mapToInt(vote -> vote.ballots().size()).sum();
    }
}
