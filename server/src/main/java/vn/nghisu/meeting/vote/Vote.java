package vn.nghisu.meeting.vote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import vn.nghisu.meeting.franchise.Franchise;
import vn.nghisu.meeting.vote.Published.ContestWords;
import vn.nghisu.meeting.vote.Published.MarkWords;
import vn.nghisu.meeting.vote.Published.PollContest;
import vn.nghisu.meeting.vote.Published.SecretElection;
import vn.nghisu.meeting.vote.Published.SecretPoll;
import vn.nghisu.meeting.vote.Published.Voter;
import vn.nghisu.meeting.vote.Published.Words;

/**
 * One vote from its preparation to its result.
 *
 * @param ballots by person
 * @param opinions in words and without names, of an unnamed vote that is closed
 * @param rollCall the calling of names, when it was begun
 * @param corrections of the result, oldest first
 * @param repeats the earlier vote that this one repeats
 * @param repeatsBecause why it does, for the minutes
 * @param sealing of a secret vote, what its trustees and voters have published
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
        PVector<Correction> corrections,
        Sealing sealing) {

    public enum State {
        PREPARED,
        OPEN,
        ON_HOLD,
        /** A secret vote that takes no more ballots and waits for two of its trustees. */
        COUNTING,
        CLOSED,
        CANCELLED
    }

    /**
     * What is put to the vote and by which rule.
     *
     * @param trustees of a secret vote the three people of the counting committee, in the order of their numbers; absent in others
     */
    public record Motion(String question, Optional<String> item, Mode mode, Form form, MajorityRule rule, Quorum quorum, Optional<List<String>> trustees) {

        /** Of a vote without a counting committee. */
        public Motion(String question, Optional<String> item, Mode mode, Form form, MajorityRule rule, Quorum quorum) {
            this(question, item, mode, form, rule, quorum, Optional.empty());
        }

        /** Whether a tie goes the chair's way; one between names never does. */
        boolean isForChair() {
            return rule.tie().isForChair() && !(form instanceof Form.Election);
        }
    }

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

    /** @param franchise of the meeting: how many people it needs where it is secret, and who has more votes than one */
    static Vote prepared(String id, Motion motion, Optional<String> repeats, Franchise franchise) {
        return new Vote(id, motion, State.PREPARED, Electorate.NOBODY, new Quorum.Standing(0, 0, 0, true), HashTreePMap.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), repeats, Optional.empty(), Optional.empty(), Optional.empty(), TreePVector.empty(), sealing(franchise));
    }

    private static Sealing sealing(Franchise franchise) {
        return Sealing.none(franchise.practice().secrecy(), franchise.weights());
    }

    /** The same motion once more, or what is left of it. */
    Vote again(String newId, String reason, Franchise franchise) {
        Motion left = new Motion(motion.question(), motion.item(), motion.mode(), verdict.map(motion.form()::again).orElse(motion.form()), motion.rule(), motion.quorum(), motion.trustees());
        return new Vote(newId, left, State.PREPARED, Electorate.NOBODY, new Quorum.Standing(0, 0, 0, true), HashTreePMap.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.of(id), Optional.of(reason), Optional.empty(),
                Optional.empty(), TreePVector.empty(), sealing(franchise));
    }

    public String question() {
        return motion.question();
    }

    public boolean isRunning() {
        return state == State.OPEN || state == State.ON_HOLD;
    }

    /** Closed and counted: a secret vote with too few ballots never is. */
    boolean hasResult() {
        return state == State.CLOSED && verdict.filter(counted -> counted.outcome() == Verdict.Outcome.NOT_COUNTED).isEmpty();
    }

    public boolean isTied() {
        return verdict.filter(counted -> counted.outcome() == Verdict.Outcome.TIED).isPresent();
    }

    public boolean isSecret() {
        return motion.mode() == Mode.SECRET;
    }

    /** The people of the counting committee, in the order of their numbers 1, 2, 3; nobody where the vote isn't secret. */
    public List<String> trustees() {
        return isSecret() ? motion.trustees().orElse(List.of()) : List.of();
    }

    /** Whether its committee has begun a key, or holds one, that the vote still needs. */
    public boolean needsTrustees() {
        return isRunning() || state == State.COUNTING || state == State.PREPARED && !sealing.commits().isEmpty();
    }

    /** Trustees whose part of the step in hand has not come. */
    List<String> waitedFor() {
        return sealing.step().or(() -> Optional.of(Sealing.TrusteeStep.DECRYPT)).map(step -> IntStream.rangeClosed(1, Sealing.TRUSTEES)
                .filter(number -> !sealing.has(step, number) && number <= trustees().size()).mapToObj(number -> trustees().get(number - 1)).toList()).orElseThrow();
    }

    /** What a trustee has to do now. @param trustee 1, 2 or 3 */
    public Optional<Sealing.TrusteeStep> due(int trustee) {
        Optional<Sealing.TrusteeStep> step = switch (state) {
            case PREPARED -> sealing.step();
            case COUNTING -> Optional.of(Sealing.TrusteeStep.DECRYPT);
            case OPEN, ON_HOLD, CLOSED, CANCELLED -> Optional.empty();
        };
        return step.filter(now -> !sealing.has(now, trustee));
    }

    /** What is asked in secret under the keys of this ceremony; its id is never used a second time. */
    public SecretPoll poll(String meetingId) {
        List<PollContest> contests = motion.form().contests().stream()
                .map(contest -> new PollContest(contest.id(), contest.least(), contest.marks().stream().map(Mark::id).toList(), contest.most())).toList();
        return new SecretPoll(contests, meetingId + ":" + id + ":" + sealing.attempt(), sealing.size().fewest(), trustees(), sealing.format(),
                sealing.format() >= Sealing.WORDED ? Optional.of(words()) : Optional.empty(),
                sealing.format() == Sealing.FORMAT ? Optional.of(voters(new TreeMap<>(sealing.weights()))) : Optional.empty());
    }

    private static List<Voter> voters(SortedMap<String, Integer> weights) {
        return weights.entrySet().stream().map(each -> new Voter(each.getKey(), each.getValue())).toList();
    }

    /** What voters read. */
    private Words words() {
        return new Words(motion.form().contests().stream().map(contest -> new ContestWords(contest.label(),
                contest.marks().stream().map(mark -> new MarkWords(mark.label(), mark.meaning())).toList())).toList(), motion.question());
    }

    /** With the frozen list: once the vote is open. */
    public SecretElection election(String meetingId) {
        return new SecretElection(sealing.published(), poll(meetingId),
                electorate.stream().map(person -> new Voter(person, electorate.weightOf(person))).toList());
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

    /** The numbers of a secret vote: of the people only how many cast a ballot is known where votes differ in weight, and blank ballots never are. */
    Tally secretCount(List<List<Integer>> sums) {
        Map<String, Integer> counts = new TreeMap<>();
        List<Contest> contests = motion.form().contests();
        for (int i = 0; i < sums.size(); i++) {
            for (int j = 0; j < sums.get(i).size(); j++) {
                counts.put(contests.get(i).marks().get(j).id(), sums.get(i).get(j));
            }
        }
        return Tally.ofSums(counts, electorate, ballots.keySet());
    }

    /** Keys are made for what was to be asked; for anything else they are made anew. */
    Vote reworded(Motion newMotion) {
        return new Vote(id, newMotion, state, electorate, quorum, ballots, openedAt, endsAt, closedAt, tally, verdict, opinions,
                repeats,
                repeatsBecause, cancelledBecause, rollCall, corrections, isSecret() ? sealing.anew(Optional.empty()) : sealing);
    }

    Vote opened(Instant at, Electorate voters, Quorum.Standing standing, Optional<Instant> until) {
        return new Vote(id, motion, State.OPEN, voters, standing, ballots, Optional.of(at), until, closedAt, tally, verdict, opinions,
                repeats, repeatsBecause, cancelledBecause, rollCall, corrections, sealing);
    }

    Vote inState(State newState) {
        return new Vote(id, motion, newState, electorate, quorum, ballots, openedAt, endsAt, closedAt, tally, verdict, opinions,
                repeats,
                repeatsBecause, cancelledBecause, rollCall, corrections, sealing);
    }

    Vote withBallot(String person, Ballot ballot) {
        return new Vote(id, motion, state, electorate, quorum, ballots.plus(person, ballot), openedAt, endsAt, closedAt, tally, verdict, opinions,
                repeats, repeatsBecause, cancelledBecause, rollCall, corrections, sealing);
    }

    Vote with(PMap<String, Ballot> newBallots) {
        return new Vote(id, motion, state, electorate, quorum, newBallots, openedAt, endsAt, closedAt, tally, verdict, opinions, repeats,
                repeatsBecause, cancelledBecause, rollCall, corrections, sealing);
    }

    Vote closed(Instant at, Tally newTally, Verdict newVerdict, List<String> words) {
        return new Vote(id, motion, State.CLOSED, electorate, quorum, ballots, openedAt, endsAt, Optional.of(closedAt.orElse(at)), Optional.of(newTally),
                Optional.of(newVerdict), List.copyOf(words), repeats, repeatsBecause, cancelledBecause, rollCall, corrections, sealing.over());
    }

    Vote decided(Verdict newVerdict) {
        return new Vote(id, motion, state, electorate, quorum, ballots, openedAt, endsAt, closedAt, tally, Optional.of(newVerdict), opinions, repeats,
                repeatsBecause, cancelledBecause, rollCall, corrections, sealing);
    }

    Vote cancelled(Instant at, String reason) {
        return new Vote(id, motion, State.CANCELLED, electorate, quorum, ballots, openedAt, endsAt, Optional.of(at), Optional.empty(),
                Optional.empty(), List.of(), repeats, repeatsBecause, Optional.of(reason), rollCall, corrections, sealing.over());
    }

    Vote calling(RollCall newRollCall) {
        return new Vote(id, motion, state, electorate, quorum, ballots, openedAt, endsAt, closedAt, tally, verdict, opinions, repeats,
                repeatsBecause, cancelledBecause, Optional.of(newRollCall), corrections, sealing);
    }

    Vote corrected(PMap<String, Ballot> newBallots, Tally newTally, Verdict newVerdict, Correction correction) {
        return new Vote(id, motion, state, electorate, quorum, newBallots, openedAt, endsAt, closedAt, Optional.of(newTally), Optional.of(newVerdict),
                opinions, repeats, repeatsBecause, cancelledBecause, rollCall, corrections.plus(correction), sealing);
    }

    Vote sealed(Sealing newSealing) {
        return new Vote(id, motion, state, electorate, quorum, ballots, openedAt, endsAt, closedAt, tally, verdict, opinions, repeats,
                repeatsBecause, cancelledBecause, rollCall, corrections, newSealing);
    }

    /** No more ballots: from now on the trustees decrypt the sum of these. */
    Vote counting(Instant at, String ballotsCode) {
        return new Vote(id, motion, State.COUNTING, electorate, quorum, ballots, openedAt, endsAt, Optional.of(at), tally, verdict, opinions, repeats,
                repeatsBecause, cancelledBecause, rollCall, corrections, sealing.closed(ballotsCode));
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
