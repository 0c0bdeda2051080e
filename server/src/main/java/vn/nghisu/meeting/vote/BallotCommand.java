package vn.nghisu.meeting.vote;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.VietnamTime;

/** A member's ballot: one each, no change after it is recorded (product V7). */
public sealed interface BallotCommand extends Command {

    /**
     * Casts the caller's ballot; sent again under the same command id it gets the first answer.
     *
     * @param marks ids of what is marked; none for a blank ballot, where the form takes one
     * @param words an opinion in the voter's own words, where such an answer is marked; else empty
     */
    record CastBallot(String vote, List<String> marks, String words) implements BallotCommand {
        private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm").withZone(VietnamTime.ZONE);

        @Override
        public Decision decide(Meeting meeting, Context context) {
            String person = context.caller().person();
            Rights rights = Rights.of(meeting, context.caller());
            if (!rights.maySeeMeeting()) {
                return Decision.refuse(Reason.NO_SUCH_MEETING);
            }
            Optional<Vote> found = meeting.votes().find(vote).filter(there -> rights.maySee(meeting, there));
            if (found.isEmpty()) {
                return Decision.refuse(Reason.NO_SUCH_VOTE);
            }
            Vote open = found.get();
            if (open.ballots().containsKey(person)) {
                return Decision.refuse(Reason.ALREADY_VOTED, open.ballots().get(person).code());
            }
            return switch (open.state()) {
                case PREPARED, ON_HOLD -> Decision.refuse(Reason.VOTE_NOT_OPEN);
                case CLOSED -> Decision.refuse(Reason.VOTE_CLOSED, CLOCK.format(open.closedAt().orElseThrow()));
                case CANCELLED -> Decision.refuse(Reason.VOTE_CANCELLED);
                case OPEN -> cast(open, person);
            };
        }

        private Decision cast(Vote open, String person) {
            if (!open.electorate().contains(person)) {
                return Decision.refuse(Reason.NOT_ENTITLED);
            }
            Form form = open.motion().form();
            Optional<List<String>> filled = form.fill(marks);
            if (filled.isEmpty()) {
                return marks.stream().allMatch(mark -> form.mark(mark).isPresent())
                        ? Decision.refuse(Reason.BALLOT_INVALID)
                        : Decision.refuse(Reason.NO_SUCH_CHOICE);
            }
            boolean opines = filled.get().stream().anyMatch(mark -> form.mark(mark).orElseThrow().meaning() == Meaning.OTHER);
            return (opines ? Limits.needed(words, Fields.OPINION, Limits.LINE_CHARACTERS) : Optional.<Decision>empty())
                    .orElseGet(() -> recorded(open, person, filled.get(), opines ? Optional.of(words.strip()) : Optional.empty()));
        }

        private Decision recorded(Vote open, String person, List<String> filled, Optional<String> opinion) {
            return open.showsNames()
                    ? Decision.accept(new VoteEvent.BallotCast(vote, person, Optional.of(filled), opinion))
                    : new Decision.Accepted(List.of(new VoteEvent.BallotCast(vote, person, Optional.empty(), Optional.empty())),
                            List.of(new Decision.Deposit(vote, Slip.write(filled, opinion))));
        }

        /** The choice never reaches a log by accident. */
        @Override
        public String toString() {
            return "CastBallot[" + vote + "]";
        }
    }
}
