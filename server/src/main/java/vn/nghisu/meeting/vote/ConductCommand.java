package vn.nghisu.meeting.vote;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.PMap;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Roster;
import vn.nghisu.meeting.franchise.Practice.ChairAnswers;
import vn.nghisu.meeting.session.Leading;

/** Calling the names in an open vote, and putting a result right (product V5). */
public sealed interface ConductCommand extends Command {

    /** From now on each voter answers when called, in the order of the list, with the chair where the body wants it. */
    record StartRollCall(String vote) implements ConductCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return open(meeting, context, vote)
                    .or(() -> found(meeting, vote).showsNames() ? Optional.empty() : Optional.of(Decision.refuse(Reason.ROLL_CALL_NEEDS_NAMES)))
                    .or(() -> found(meeting, vote).rollCall().map(there -> Decision.refuse(Reason.ROLL_CALL_ON)))
                    .orElseGet(() -> Decision.accept(new VoteEvent.RollCallStarted(vote, order(meeting))));
        }

        private List<String> order(Meeting meeting) {
            Roster roster = meeting.roster();
            List<String> listed = roster.order().stream().filter(found(meeting, vote).electorate()::contains).toList();
            ChairAnswers place = meeting.franchise().practice().chairAnswers();
            Optional<String> chair = roster.chair().map(person -> person.id()).filter(listed::contains);
            if (place == ChairAnswers.AS_LISTED || chair.isEmpty()) {
                return listed;
            }
            Stream<String> others = listed.stream().filter(person -> !person.equals(chair.get()));
            return (place == ChairAnswers.FIRST ? Stream.concat(chair.stream(), others) : Stream.concat(others, chair.stream())).toList();
        }
    }

    /** Calls the next name; who did not answer is called once more at the end. */
    record CallNextName(String vote) implements ConductCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return open(meeting, context, vote)
                    .or(() -> found(meeting, vote).rollCall().isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_ROLL_CALL)))
                    .orElseGet(() -> found(meeting, vote).rollCall().orElseThrow().next(found(meeting, vote).ballots().keySet())
                            .map(person -> Decision.accept(new VoteEvent.NameCalled(vote, person)))
                            .orElseGet(() -> Decision.refuse(Reason.ROLL_CALL_OVER)));
        }
    }

    /**
     * One ballot of a closed open vote was recorded wrongly: the count is made anew, and both results stay.
     *
     * @param marks absent when there is to be no ballot
     * @param words an opinion in the voter's own words, where such an answer is marked; else empty
     */
    record CorrectResult(String vote, String person, Optional<List<String>> marks, String words, String reason) implements ConductCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Optional<Decision> refused = Leading.check(meeting, context)
                    .or(() -> meeting.phase().isOver() ? Optional.of(Decision.refuse(Reason.MEETING_OVER)) : Optional.empty())
                    .or(() -> there(meeting, vote))
                    .or(() -> found(meeting, vote).state() == Vote.State.CLOSED ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_CLOSED)))
                    .or(() -> found(meeting, vote).showsNames() ? Optional.empty() : Optional.of(Decision.refuse(Reason.CORRECTION_NEEDS_NAMES)))
                    .or(() -> found(meeting, vote).electorate().contains(person)
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.NO_VOTE, meeting.roster().name(person))))
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .or(() -> marks.isPresent() && found(meeting, vote).motion().form().fill(marks.get()).isEmpty()
                            ? Optional.of(Decision.refuse(Reason.BALLOT_INVALID))
                            : Optional.empty())
                    .or(() -> opines(meeting) ? Limits.needed(words, Fields.OPINION, Limits.LINE_CHARACTERS) : Optional.empty());
            return refused.orElseGet(() -> corrected(meeting, context));
        }

        private boolean opines(Meeting meeting) {
            return marks.filter(set -> found(meeting, vote).opines(set)).isPresent();
        }

        private Decision corrected(Meeting meeting, Context context) {
            Vote before = found(meeting, vote);
            Optional<List<String>> filled = marks.flatMap(before.motion().form()::fill);
            Optional<String> opinion = opines(meeting) ? Optional.of(words.strip()) : Optional.empty();
            Optional<Vote.Ballot> there = Optional.ofNullable(before.ballots().get(person));
            if (filled.equals(there.flatMap(Vote.Ballot::marks)) && opinion.equals(there.flatMap(Vote.Ballot::words))) {
                return Decision.refuse(Reason.SAME_BALLOT, meeting.roster().name(person));
            }
            Vote.Ballot fresh = new Vote.Ballot(filled, opinion, 0, "", context.now(), Optional.empty());
            PMap<String, Vote.Ballot> ballots = before.ballotsWith(person, filled, fresh);
            Tally tally = before.count(before.openBallots(ballots));
            return Decision.accept(new VoteEvent.ResultCorrected(vote, person, filled, opinion, reason.strip(), tally, Counting.verdict(meeting, before.with(ballots), tally)));
        }
    }

    private static Optional<Decision> open(Meeting meeting, Context context, String vote) {
        return Leading.checkInSession(meeting, context)
                .or(() -> there(meeting, vote))
                .or(() -> found(meeting, vote).state() == Vote.State.OPEN ? Optional.empty() : Optional.of(Decision.refuse(Reason.VOTE_NOT_OPEN)));
    }

    private static Optional<Decision> there(Meeting meeting, String vote) {
        return meeting.votes().find(vote).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_VOTE));
    }

    private static Vote found(Meeting meeting, String vote) {
        return meeting.votes().find(vote).orElseThrow();
    }
}
