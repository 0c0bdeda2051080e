package vn.nghisu.meeting.vote;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * One vote from its preparation to its result.
 *
 * @param electorate who may vote, frozen at opening; empty before
 * @param members all members with a vote at opening
 * @param ballots by person; a choice is present only in open mode
 * @param repeats the earlier vote that this one repeats
 * @param repeatsBecause why it does, for the minutes
 */
public record Vote(
        String id,
        Motion motion,
        State state,
        Set<String> electorate,
        Quorum.Standing quorum,
        PMap<String, Ballot> ballots,
        Optional<Instant> openedAt,
        Optional<Instant> endsAt,
        Optional<Instant> closedAt,
        Optional<Tally> tally,
        Optional<Verdict> verdict,
        Optional<String> repeats,
        Optional<String> repeatsBecause,
        Optional<String> cancelledBecause) {

    public enum State {
        PREPARED,
        OPEN,
        ON_HOLD,
        CLOSED,
        CANCELLED
    }

    /** What is put to the vote and by which rule. */
    public record Motion(String question, Optional<String> item, Mode mode, ChoiceSet choices, MajorityRule rule, Quorum quorum) {}

    /**
     * A counted ballot.
     *
     * @param choice choice id, only in open mode
     * @param code receipt code, the short code of its journal entry
     */
    public record Ballot(Optional<String> choice, long seq, String code, Instant at) {}

    static Vote prepared(String id, Motion motion, Optional<String> repeats) {
        return new Vote(id, motion, State.PREPARED, Set.of(), new Quorum.Standing(0, 0, 0, true), HashTreePMap.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), repeats, Optional.empty(), Optional.empty());
    }

    /** The same motion once more. */
    Vote again(String newId, String reason) {
        return new Vote(newId, motion, State.PREPARED, Set.of(), new Quorum.Standing(0, 0, 0, true), HashTreePMap.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id), Optional.of(reason), Optional.empty());
    }

    public String question() {
        return motion.question();
    }

    public boolean isRunning() {
        return state == State.OPEN || state == State.ON_HOLD;
    }

    public boolean isTied() {
        return verdict.filter(counted -> counted.outcome() == Verdict.Outcome.TIED).isPresent();
    }

    public boolean showsNames() {
        return motion.mode() == Mode.OPEN;
    }

    /** Choices of an open vote, counted from its ballots. */
    Map<String, Integer> countOpenBallots() {
        Map<String, Integer> counts = new TreeMap<>();
        ballots.values().forEach(ballot -> ballot.choice().ifPresent(choice -> counts.merge(choice, 1, Integer::sum)));
        return counts;
    }

    Vote reworded(Motion newMotion) {
        return new Vote(id, newMotion, state, electorate, quorum, ballots, openedAt, endsAt, closedAt, tally, verdict, repeats,
                repeatsBecause, cancelledBecause);
    }

    Vote opened(Instant at, Set<String> voters, Quorum.Standing standing, Optional<Instant> until) {
        return new Vote(id, motion, State.OPEN, new TreeSet<>(voters), standing, ballots, Optional.of(at), until, closedAt, tally, verdict,
                repeats, repeatsBecause, cancelledBecause);
    }

    Vote inState(State newState) {
        return new Vote(id, motion, newState, electorate, quorum, ballots, openedAt, endsAt, closedAt, tally, verdict, repeats,
                repeatsBecause, cancelledBecause);
    }

    Vote withBallot(String person, Ballot ballot) {
        return new Vote(id, motion, state, electorate, quorum, ballots.plus(person, ballot), openedAt, endsAt, closedAt, tally, verdict,
                repeats, repeatsBecause, cancelledBecause);
    }

    Vote closed(Instant at, Tally newTally, Verdict newVerdict) {
        return new Vote(id, motion, State.CLOSED, electorate, quorum, ballots, openedAt, endsAt, Optional.of(at), Optional.of(newTally),
                Optional.of(newVerdict), repeats, repeatsBecause, cancelledBecause);
    }

    Vote decided(Verdict newVerdict) {
        return new Vote(id, motion, state, electorate, quorum, ballots, openedAt, endsAt, closedAt, tally, Optional.of(newVerdict), repeats,
                repeatsBecause, cancelledBecause);
    }

    Vote cancelled(Instant at, String reason) {
        return new Vote(id, motion, State.CANCELLED, electorate, quorum, ballots, openedAt, endsAt, Optional.of(at), Optional.empty(),
                Optional.empty(), repeats, repeatsBecause, Optional.of(reason));
    }
}
