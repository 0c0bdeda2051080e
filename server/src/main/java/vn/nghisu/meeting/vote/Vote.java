package vn.nghisu.meeting.vote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * One vote from its preparation to its result.
 *
 * @param ballots by person
 * @param opinions in words and without names, of an unnamed vote that is closed
 * @param rollCall the calling of names, when it was begun
 * @param corrections of the result, oldest first
 * @param repeats the earlier vote that this one repeats
 * @param repeatsBecause why it does, for the minutes
 */
public record Vote(
        String id,
        Motion motion,
        State state,
        Electorate electorate,
        Quorum.Standing quorum,
        PMap<String, Ballot> ballots,
        Optional<Instant> openedAt,
        Optional<Instant> endsAt,
        Optional<Instant> closedAt,
        Optional<Tally> tally,
        Optional<Verdict> verdict,
        List<String> opinions,
        Optional<String> repeats,
        Optional<String> repeatsBecause,
        Optional<String> cancelledBecause,
        Optional<RollCall> rollCall,
        PVector<Correction> corrections) {

    public enum State {
        PREPARED,
        OPEN,
        ON_HOLD,
        CLOSED,
        CANCELLED
    }

    /** What is put to the vote and by which rule. */
    public record Motion(String question, Optional<String> item, Mode mode, Form form, MajorityRule rule, Quorum quorum) {}

    /**
     * A counted ballot.
     *
     * @param marks what was marked, in the order of the ballot; only in open mode
     * @param words an opinion in the voter's own words; only in open mode
     * @param code receipt code, the short code of its journal entry
     * @param by who cast it for the person
     */
    public record Ballot(Optional<List<String>> marks, Optional<String> words, long seq, String code, Instant at, Optional<Help> by) {}

    /** @param reason absent where the vote was given to that member */
    public record Help(String person, Optional<String> reason) {}

    /**
     * A ballot that was put right after the closing, and what the result was before.
     *
     * @param was the marks before, absent when there was no ballot
     * @param now the marks since, absent when there is none
     */
    public record Correction(
            Instant at, String by, String person, Optional<List<String>> was, Optional<List<String>> now, String reason, Tally tallyBefore, Verdict verdictBefore) {}

    static Vote prepared(String id, Motion motion, Optional<String> repeats) {
        return new Vote(id, motion, State.PREPARED, Electorate.NOBODY, new Quorum.Standing(0, 0, 0, true), HashTreePMap.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), repeats, Optional.empty(), Optional.empty(), Optional.empty(), TreePVector.empty());
    }

    /** The same motion once more, or what is left of it. */
    Vote again(String newId, String reason) {
        Motion left = new Motion(motion.question(), motion.item(), motion.mode(), verdict.map(motion.form()::again).orElse(motion.form()), motion.rule(), motion.quorum());
        return new Vote(newId, left, State.PREPARED, Electorate.NOBODY, new Quorum.Standing(0, 0, 0, true), HashTreePMap.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.of(id), Optional.of(reason), Optional.empty(),
                Optional.empty(), TreePVector.empty());
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

    /** The ballots of an open vote, as they are counted. */
    List<Tally.Ballots> openBallots() {
        return openBallots(ballots);
    }

    List<Tally.Ballots> openBallots(PMap<String, Ballot> some) {
        List<Tally.Ballots> found = new ArrayList<>();
        some.forEach((person, ballot) -> ballot.marks().ifPresent(marks -> found.add(new Tally.Ballots(marks, 1, electorate.weightOf(person)))));
        return found;
    }

    Tally count(Collection<Tally.Ballots> found) {
        return Tally.of(motion.form(), found, electorate.members(), electorate.entitled());
    }

    Vote reworded(Motion newMotion) {
        return new Vote(id, newMotion, state, electorate, quorum, ballots, openedAt, endsAt, closedAt, tally, verdict, opinions,
                repeats,
                repeatsBecause, cancelledBecause, rollCall, corrections);
    }

    Vote opened(Instant at, Electorate voters, Quorum.Standing standing, Optional<Instant> until) {
        return new Vote(id, motion, State.OPEN, voters, standing, ballots, Optional.of(at), until, closedAt, tally, verdict, opinions,
                repeats, repeatsBecause, cancelledBecause, rollCall, corrections);
    }

    Vote inState(State newState) {
        return new Vote(id, motion, newState, electorate, quorum, ballots, openedAt, endsAt, closedAt, tally, verdict, opinions,
                repeats,
                repeatsBecause, cancelledBecause, rollCall, corrections);
    }

    Vote withBallot(String person, Ballot ballot) {
        return new Vote(id, motion, state, electorate, quorum, ballots.plus(person, ballot), openedAt, endsAt, closedAt, tally, verdict, opinions,
                repeats, repeatsBecause, cancelledBecause, rollCall, corrections);
    }

    Vote with(PMap<String, Ballot> newBallots) {
        return new Vote(id, motion, state, electorate, quorum, newBallots, openedAt, endsAt, closedAt, tally, verdict, opinions, repeats,
                repeatsBecause, cancelledBecause, rollCall, corrections);
    }

    Vote closed(Instant at, Tally newTally, Verdict newVerdict, List<String> words) {
        return new Vote(id, motion, State.CLOSED, electorate, quorum, ballots, openedAt, endsAt, Optional.of(at), Optional.of(newTally),
                Optional.of(newVerdict), List.copyOf(words), repeats, repeatsBecause, cancelledBecause, rollCall, corrections);
    }

    Vote decided(Verdict newVerdict) {
        return new Vote(id, motion, state, electorate, quorum, ballots, openedAt, endsAt, closedAt, tally, Optional.of(newVerdict), opinions, repeats,
                repeatsBecause, cancelledBecause, rollCall, corrections);
    }

    Vote cancelled(Instant at, String reason) {
        return new Vote(id, motion, State.CANCELLED, electorate, quorum, ballots, openedAt, endsAt, Optional.of(at), Optional.empty(),
                Optional.empty(), List.of(), repeats, repeatsBecause, Optional.of(reason), rollCall, corrections);
    }

    Vote calling(RollCall newRollCall) {
        return new Vote(id, motion, state, electorate, quorum, ballots, openedAt, endsAt, closedAt, tally, verdict, opinions, repeats,
                repeatsBecause, cancelledBecause, Optional.of(newRollCall), corrections);
    }

    Vote corrected(PMap<String, Ballot> newBallots, Tally newTally, Verdict newVerdict, Correction correction) {
        return new Vote(id, motion, state, electorate, quorum, newBallots, openedAt, endsAt, closedAt, Optional.of(newTally), Optional.of(newVerdict),
                opinions, repeats, repeatsBecause, cancelledBecause, rollCall, corrections.plus(correction));
    }

    /** The ballots with one put right; another receipt only where there was no ballot. */
    PMap<String, Ballot> ballotsWith(String person, Optional<List<String>> marks, Ballot fresh) {
        Optional<Ballot> before = Optional.ofNullable(ballots.get(person));
        return marks.map(set -> ballots.plus(person, before
                        .map(old -> new Ballot(marks, opines(set) ? fresh.words().or(old::words) : Optional.empty(), old.seq(), old.code(), old.at(), old.by())).orElse(fresh)))
                .orElseGet(() -> ballots.minus(person));
    }

    boolean opines(List<String> marks) {
        return marks.stream().anyMatch(mark -> motion.form().mark(mark).filter(found -> found.meaning() == Meaning.OTHER).isPresent());
    }
}
