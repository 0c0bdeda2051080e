package vn.nghisu.meeting.vote;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.session.Leading;

/** A member's ballot: one each, no change after it is recorded (product V7). */
public sealed interface BallotCommand extends Command {

    /**
     * Casts the caller's ballot; sent again under the same command id it gets the first answer.
     *
     * @param marks ids of what is marked; none for a blank ballot, where the form takes one
     * @param words an opinion in the voter's own words, where such an answer is marked; else empty
     */
    record CastBallot(String vote, List<String> marks, String words) implements BallotCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            String person = context.caller().person();
            return Entitlement.open(meeting, context, vote, person)
                    .or(() -> Entitlement.notHeld(meeting, vote, person))
                    .or(() -> inClear(meeting, vote))
                    .or(() -> notCalled(meeting, vote, person))
                    .orElseGet(() -> filled(meeting, vote, marks, words, paper -> recorded(meeting, vote, person, paper)));
        }

        /** The choice never reaches a log by accident. */
        @Override
        public String toString() {
            return "CastBallot[" + vote + "]";
        }
    }

    /** Casts the ballot of a member who is not here and has given the vote to the caller, or in whose place the caller has come (product A4): a ballot with a receipt of its own. */
    record CastDelegatedBallot(String vote, String person, List<String> marks, String words) implements BallotCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Entitlement.open(meeting, context, vote, person)
                    .or(() -> Entitlement.notHolding(meeting, context, vote, person))
                    .or(() -> inClear(meeting, vote))
                    .or(() -> notCalled(meeting, vote, person))
                    .orElseGet(() -> filled(meeting, vote, marks, words, paper -> recorded(meeting, vote, person, paper)));
        }

        /** The choice never reaches a log by accident. */
        @Override
        public String toString() {
            return "CastDelegatedBallot[" + vote + "]";
        }
    }

    /**
     * Those who lead record the ballot of a present member in an open vote, as when a tablet fails or in a roll call (product V9).
     *
     * @param reason why; may be empty while names are called
     */
    record RecordBallot(String vote, String person, List<String> marks, String words, String reason) implements BallotCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> Entitlement.open(meeting, context, vote, person))
                    .or(() -> meeting.votes().find(vote).orElseThrow().showsNames() ? Optional.empty() : Optional.of(Decision.refuse(Reason.HELP_NEEDS_NAMES)))
                    .or(() -> isSubstituted(meeting) ? Optional.empty() : Entitlement.notHeld(meeting, vote, person))
                    .or(() -> notPresent(meeting))
                    .or(() -> notCalled(meeting, vote, person))
                    .or(() -> meeting.votes().find(vote).flatMap(Vote::rollCall).isPresent()
                            ? Limits.optional(reason, Fields.REASON, Limits.LINE_CHARACTERS)
                            : Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .orElseGet(() -> filled(meeting, vote, marks, words, paper -> Decision.accept(
                            new VoteEvent.AssistedBallotCast(vote, person, paper.marks(), paper.opinion(), reason.strip()))));
        }

        private boolean isSubstituted(Meeting meeting) {
            return meeting.votes().find(vote).orElseThrow().electorate().substituted().contains(person);
        }

        /** The voter who would cast it has to be here: the member, or who has come in the member's place. */
        private Optional<Decision> notPresent(Meeting meeting) {
            String voter = isSubstituted(meeting) ? meeting.votes().find(vote).orElseThrow().electorate().holders().get(person) : person;
            return meeting.attendance().isPresent(voter) ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_PRESENT, meeting.roster().name(voter)));
        }
    }

    /** A ballot as it will be recorded. @param opinion in words, where such an answer is marked */
    record Paper(List<String> marks, Optional<String> opinion) {}

    /** A secret ballot is sealed on the voter's device; nothing readable is taken. */
    private static Optional<Decision> inClear(Meeting meeting, String vote) {
        return meeting.votes().find(vote).orElseThrow().isSecret() ? Optional.of(Decision.refuse(Reason.BALLOT_NOT_SEALED)) : Optional.empty();
    }

    /** While names are called, only the one whose name was called last answers. */
    private static Optional<Decision> notCalled(Meeting meeting, String vote, String person) {
        return meeting.votes().find(vote).flatMap(Vote::rollCall).filter(calling -> calling.called().filter(person::equals).isEmpty())
                .map(calling -> Decision.refuse(Reason.NOT_CALLED));
    }

    private static Decision filled(Meeting meeting, String vote, List<String> marks, String words, Function<Paper, Decision> then) {
        Form form = meeting.votes().find(vote).orElseThrow().motion().form();
        Optional<List<String>> filled = form.fill(marks);
        if (filled.isEmpty()) {
            return marks.stream().allMatch(mark -> form.mark(mark).isPresent())
                    ? Decision.refuse(Reason.BALLOT_INVALID)
                    : Decision.refuse(Reason.NO_SUCH_CHOICE);
        }
        boolean opines = filled.get().stream().anyMatch(mark -> form.mark(mark).orElseThrow().meaning() == Meaning.OTHER);
        return (opines ? Limits.needed(words, Fields.OPINION, Limits.LINE_CHARACTERS) : Optional.<Decision>empty())
                .orElseGet(() -> then.apply(new Paper(filled.get(), opines ? Optional.of(words.strip()) : Optional.empty())));
    }

    private static Decision recorded(Meeting meeting, String vote, String person, Paper paper) {
        return meeting.votes().find(vote).orElseThrow().showsNames()
                ? Decision.accept(new VoteEvent.BallotCast(vote, person, Optional.of(paper.marks()), paper.opinion()))
                : new Decision.Accepted(List.of(new VoteEvent.BallotCast(vote, person, Optional.empty(), Optional.empty())),
                        List.of(new Decision.Deposit(vote, Slip.write(paper.marks(), paper.opinion()))));
    }
}
