package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Vote;

/**
 * Exactly once (product V7): vote after vote in every form, while ballots are repeated, acknowledgements lost, lines cut, the disk fails
 * and the server is killed; some of those who vote have two devices. Whenever all is quiet, each acknowledged ballot is in exactly once and
 * each tally is their sum. {@code -Dvote.seed=n} runs one course again, {@code -Dvote.seeds=n} so many.
 */
class VoteSimulationTest {
    private static final int SEEDS = Integer.getInteger("vote.seeds", 100);
    private static final int ACTS = 80;
    private static final int ACTS_BETWEEN_CHECKS = 40;

    /** How much of each kind has come about, so that a course which never gets there is noticed. */
    private final Map<String, Integer> seen = new TreeMap<>();

    @BeforeAll
    static void quietly() {
        ((Logger) LoggerFactory.getLogger(Room.class)).setLevel(Level.OFF);
    }

    @AfterAll
    static void asBefore() {
        ((Logger) LoggerFactory.getLogger(Room.class)).setLevel(null);
    }

    @Test
    void every_acknowledged_ballot_is_in_exactly_once() {
        Long only = Long.getLong("vote.seed");
        LongStream seeds = only != null ? LongStream.of(only) : LongStream.rangeClosed(1, SEEDS);
        seeds.forEach(seed -> {
            try {
                play(seed);
            } catch (AssertionError | RuntimeException e) {
                fail("seed " + seed + "; run it again with -Dvote.seed=" + seed, e);
            }
        });
        System.out.println(SEEDS + " courses of votes: " + seen);
        if (only == null) {
            assertThat(seen).as("the courses come far enough").containsKeys("closed", "closed Answers", "closed Choose", "closed Election", "closed EachCandidate",
                    "closed OPEN", "closed UNNAMED", "cancelled", "ballots", "ballots given to another", "ballots of substitutes", "ballots recorded by another",
                    "votes by weight", "roll calls", "corrections");
            assertThat(seen.get("ballots")).as("ballots cast").isGreaterThan(3 * SEEDS);
        }
    }

    private void play(long seed) {
        SimulationWorld world = new SimulationWorld(seed);
        List<String> devices = new ArrayList<>(SimulationVotes.PEOPLE);
        devices.addAll(SimulationVotes.VOTERS.subList(0, 3));
        devices.addAll(SimulationVotes.SUBSTITUTES.subList(0, 1));
        Meeting meeting = new SimulationCourse(world, new SimulationRecord(), new SimulationVotes(world), devices).run(ACTS, ACTS_BETWEEN_CHECKS);
        meeting.votes().all().forEach(this::count);
    }

    private void count(Vote vote) {
        if (vote.state() == Vote.State.CLOSED) {
            count("closed", 1);
            count("closed " + vote.motion().form().getClass().getSimpleName(), 1);
            count("closed " + (vote.motion().mode() == Mode.OPEN ? "OPEN" : "UNNAMED"), 1);
        }
        count("cancelled", vote.state() == Vote.State.CANCELLED ? 1 : 0);
        count("ballots", vote.ballots().size());
        int held = (int) vote.electorate().holders().keySet().stream().filter(vote.ballots()::containsKey).count();
        int substituted = (int) vote.electorate().substituted().stream().filter(vote.ballots()::containsKey).count();
        count("ballots of substitutes", substituted);
        count("ballots given to another", held - substituted);
        count("ballots recorded by another", (int) vote.ballots().values().stream().filter(ballot -> ballot.by().flatMap(Vote.Help::reason).isPresent()).count());
        count("votes by weight", vote.tally().flatMap(tally -> tally.weights()).isPresent() ? 1 : 0);
        count("roll calls", vote.rollCall().isPresent() ? 1 : 0);
        count("corrections", vote.corrections().size());
    }

    private void count(String what, int many) {
        if (many > 0) {
            seen.merge(what, many, Integer::sum);
        }
    }
}
