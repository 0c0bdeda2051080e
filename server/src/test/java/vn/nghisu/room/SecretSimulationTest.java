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
import vn.nghisu.meeting.franchise.Practice.SecretSize;
import vn.nghisu.meeting.vote.SecretView;
import vn.nghisu.meeting.vote.Vote;

/**
 * Secret votes of people who do anything at any time, as {@link SimulationTest}: lines and servers are lost in the ceremony, the casting and the
 * count. {@code -Dseed=n} runs one course again, {@code -Dseeds=n} so many.
 */
class SecretSimulationTest {
    private static final int SEEDS = Integer.getInteger("seeds", 6);
    private static final int ACTS = 300;
    private static final int ACTS_BETWEEN_CHECKS = 60;

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

    private static Meeting play(long seed) {
        SimulationWorld world = new SimulationWorld(seed);
        SimulationRecord record = new SimulationRecord();
        return new SimulationCourse(world, record, new SimulationSecret(world, record), SimulationActs.DEVICES).run(ACTS, ACTS_BETWEEN_CHECKS);
    }

    @Test
    void a_secret_vote_holds_whatever_happens() {
        Long only = Long.getLong("seed");
        Map<Vote.State, Integer> reached = new EnumMap<>(Vote.State.class);
        int[] counted = {0};
        (only != null ? LongStream.of(only) : LongStream.rangeClosed(1, SEEDS)).forEach(seed -> {
            try {
                play(seed).votes().all().filter(Vote::isSecret).forEach(vote -> {
                    reached.merge(vote.state(), 1, Integer::sum);
                    counted[0] += SecretView.isCounted(vote) ? vote.ballots().size() : 0;
                });
            } catch (AssertionError | RuntimeException e) {
                fail("seed " + seed + "; run it again with -Dseed=" + seed, e);
            }
        });
        if (only == null) {
            assertThat(reached).as("the courses come far enough").containsKey(Vote.State.CLOSED);
            assertThat(counted[0]).as("ballots in counted votes").isGreaterThanOrEqualTo(2 * SecretSize.LEAST);
        }
    }
}
