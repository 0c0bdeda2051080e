package vn.nghisu.meeting.vote;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.VietnamTime;

/** A member's ballot: one each, no change after it is recorded (product V7). */
public sealed interface BallotCommand extends Command {

    /** Casts the caller's ballot; sent again under the same command id it gets the first answer. */
    record CastBallot(String vote, String choice) implements BallotCommand {
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
            if (open.motion().choices().find(choice).isEmpty()) {
                return Decision.refuse(Reason.NO_SUCH_CHOICE);
            }
            return open.showsNames()
                    ? Decision.accept(new VoteEvent.BallotCast(vote, person, Optional.of(choice)))
                    : new Decision.Accepted(
                            List.of(new VoteEvent.BallotCast(vote, person, Optional.empty())), List.of(new Decision.Deposit(vote, choice)));
        }

        /** The choice never reaches a log by accident. */
        @Override
        public String toString() {
            return "CastBallot[" + vote + "]";
        }
    }
}
