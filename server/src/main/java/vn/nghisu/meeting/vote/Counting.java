package vn.nghisu.meeting.vote;

import java.util.Optional;
import vn.nghisu.meeting.Meeting;

/** What the numbers of a vote decide, with the chair's side where its rule wants it; at closing and at each correction. */
final class Counting {
    private Counting() {}

    static Verdict verdict(Meeting meeting, Vote open, Tally tally) {
        Vote.Motion motion = open.motion();
        Verdict counted = Verdict.of(motion.rule(), motion.form(), tally, open.quorum(), 0);
        if (counted.outcome() != Verdict.Outcome.TIED || !motion.rule().tie().isForChair()) {
            return told(open, counted);
        }
        return told(open, chairsSide(meeting, open).map(passed -> Judge.decided(motion.rule(), motion.form(), tally, counted, passed)).orElse(counted));
    }

    /** A verdict that says who is not in its numbers, and who is though they are away. */
    static Verdict told(Vote vote, Verdict verdict) {
        Electorate electorate = vote.electorate();
        boolean ofThosePresent = vote.quorum().met() && vote.motion().rule().base() == MajorityRule.Base.PRESENT;
        return verdict.without(electorate.recused().size()).counting(ofThosePresent ? electorate.holders().size() - electorate.substituted().size() : 0);
    }

    /** In an open vote on a motion the chair's own ballot decides a tie (official papers: the side for which the chair voted). */
    private static Optional<Boolean> chairsSide(Meeting meeting, Vote open) {
        if (!(open.motion().form() instanceof Form.Answers answers)) {
            return Optional.empty();
        }
        return meeting.roster().chair()
                .map(chair -> open.ballots().get(chair.id()))
                .flatMap(Vote.Ballot::marks)
                .flatMap(marks -> answers.mark(marks.get(0)))
                .map(Mark::meaning)
                .filter(meaning -> meaning == Meaning.FOR || meaning == Meaning.AGAINST)
                .map(meaning -> meaning == Meaning.FOR);
    }
}
