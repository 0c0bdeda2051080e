package vn.nghisu.meeting.vote;

import java.util.Optional;
import vn.nghisu.meeting.Meeting;

/** What the numbers of a vote decide, with the chair's side where its rule wants it; at closing and at each correction. */
final class Counting {
    private Counting() {}

    static Verdict verdict(Meeting meeting, Vote open, Tally tally) {
        Vote.Motion motion = open.motion();
        Verdict counted = enoughAnswers(meeting, motion, tally).orElseGet(() -> Verdict.of(motion.rule(), motion.form(), tally, open.quorum()));
        if (counted.outcome() != Verdict.Outcome.TIED || !motion.isForChair()) {
            return told(meeting, open, tally, counted);
        }
        if (Ties.chairTakesNoPart(meeting, motion)) {
            return told(meeting, open, tally, Judge.withoutChair(motion.rule(), motion.form(), tally, counted));
        }
        return told(meeting, open, tally,
                chairsSide(meeting, open).map(passed -> Judge.decided(motion.rule(), motion.form(), tally, counted, passed)).orElse(counted));
    }

    /** A verdict that says who is not in its numbers, who is though they are away, and in an opinion form with both numbers of ballots. */
    static Verdict told(Meeting meeting, Vote vote, Tally tally, Verdict verdict) {
        Electorate electorate = vote.electorate();
        boolean ofThosePresent = vote.quorum().met() && vote.motion().rule().base() == MajorityRule.Base.PRESENT;
        Verdict whole = verdict.without(electorate.recused().size()).withGiven(ofThosePresent ? electorate.holders().size() - electorate.substituted().size() : 0);
        return meeting.head().kind().hasSession() ? whole : whole.inWriting(tally.heads().entitled(), tally.heads().cast());
    }

    /** Where an opinion form is decided by those who answered, so many of the members have to as the body's quorum wants. */
    private static Optional<Verdict> enoughAnswers(Meeting meeting, Vote.Motion motion, Tally tally) {
        if (meeting.head().kind().hasSession() || motion.rule().base() == MajorityRule.Base.ALL_MEMBERS) {
            return Optional.empty();
        }
        Quorum.Standing answers = motion.quorum().standing(tally.heads().members(), tally.heads().cast());
        return answers.met() ? Optional.empty() : Optional.of(Verdict.tooFewAnswers(answers));
    }

    /** In an open vote on a motion the chair's own ballot decides a tie (official papers: the side for which the chair voted). */
    private static Optional<Boolean> chairsSide(Meeting meeting, Vote open) {
        if (!(open.motion().form() instanceof Form.Answers answers)) {
            return Optional.empty();
        }
        // a ballot that somebody casts for an absent chair is no word of the chair
        return meeting.roster().chair().filter(chair -> !open.electorate().holders().containsKey(chair.id()))
                .map(chair -> open.ballots().get(chair.id()))
                .flatMap(Vote.Ballot::marks)
                .flatMap(marks -> answers.mark(marks.get(0)))
                .map(Mark::meaning)
                .filter(meaning -> meaning == Meaning.FOR || meaning == Meaning.AGAINST)
                .map(meaning -> meaning == Meaning.FOR);
    }
}
