package vn.nghisu.meeting.session;

import java.time.Instant;
import java.util.Optional;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.recusal.Ending;
import vn.nghisu.meeting.vote.Quorum;

/** Opening, pausing, resuming and closing the session (product C2). */
public sealed interface SessionCommand extends Command {

    /** @param withoutQuorum the caller has been warned and goes on; the minutes will say so (product A2) */
    record OpenMeeting(boolean withoutQuorum) implements SessionCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Optional<Decision> refused = Leading.check(meeting, context).or(() -> Leading.withSession(meeting));
            if (refused.isPresent()) {
                return refused.get();
            }
            if (meeting.phase() != Phase.ISSUED) {
                return Decision.refuse(meeting.phase() == Phase.DRAFT ? Reason.NOT_ISSUED
                        : meeting.phase().isOver() ? Reason.MEETING_OVER : Reason.ALREADY_IN_SESSION);
            }
            Quorum.Standing standing = meeting.quorum();
            if (!standing.met() && !withoutQuorum) {
                return Decision.refuse(Reason.QUORUM_NOT_MET, standing.present(), standing.members(), standing.needed());
            }
            return Decision.accept(new SessionEvent.MeetingOpened(!standing.met()));
        }
    }

    /** @param until announced end, for the countdown on screens */
    record RecessMeeting(Optional<Instant> until) implements SessionCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> until.flatMap(Limits::time))
                    .or(() -> noOpenVote(meeting))
                    .orElseGet(() -> Decision.accept(new SessionEvent.MeetingRecessed(until)));
        }
    }

    record ResumeMeeting() implements SessionCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.check(meeting, context)
                    .orElseGet(() -> meeting.phase() == Phase.RECESS
                            ? Decision.accept(new SessionEvent.MeetingResumed())
                            : Decision.refuse(meeting.phase() == Phase.IN_SESSION ? Reason.ALREADY_IN_SESSION : Reason.NOT_IN_SESSION));
        }
    }

    /**
     * What waits for somebody's decision has to be decided before: a running vote, one that is being counted, a tie. What only lasts ends with the meeting:
     * a turn to speak and the queue, the item in hand, a page or result on the screens, a recess.
     */
    record CloseMeeting() implements SessionCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.check(meeting, context)
                    .or(() -> meeting.phase().hasStarted() ? Optional.empty() : Optional.of(Decision.refuse(
                            meeting.phase().isOver() ? Reason.MEETING_OVER : Reason.NOT_IN_SESSION)))
                    .or(() -> noOpenVote(meeting))
                    .or(() -> meeting.votes().counting().map(vote -> Decision.refuse(Reason.VOTE_NOT_COUNTED, vote.question())))
                    .or(() -> meeting.votes().ties().findFirst().map(vote -> Decision.refuse(Reason.TIE_NOT_DECIDED, vote.question())))
                    .orElseGet(() -> Decision.accept(Ending.before(meeting, new SessionEvent.MeetingClosed())));
        }
    }

    private static Optional<Decision> noOpenVote(Meeting meeting) {
        return meeting.votes().running().map(vote -> Decision.refuse(Reason.VOTE_STILL_OPEN, vote.question()));
    }
}
