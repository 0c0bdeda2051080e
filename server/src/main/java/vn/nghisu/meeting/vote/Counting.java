package vn.nghisu.meeting.vote;

import java.util.Optional;
import vn.nghisu.meeting.Meeting;

/** What the numbers of a vote decide, with the chair's side where its rule wants it; at closing and at each correction. */
final class Counting {
    private Counting() {}

    static Verdict verdict(Meeting meeting, Vote open, Tally tally) {
        Vote.Motion motion = open.motion();
        Verdict counted = Verdict.of(motion.rule(), motion.form(), tally, open.quorum(), open.electorate().recused().size());
        if (counted.outcome() != Verdict.Outcome.TIED || !motion.rule().tie().isForChair()) {
            return counted;
        }
        return chairsSide(meeting, open).map(passed -> Judge.decided(motion.rule(), motion.form(), tally, counted, passed).without(open.electorate().recused().size())).orElse(counted);
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
