package vn.nghisu.meeting.preparation;

import java.util.Optional;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.session.Phase;

/** The rule for every change of a meeting's preparation: who, when, and that a change after issue carries its reason (product P3). */
public final class Revisions {
    private Revisions() {}

    /** A refusal when the caller may not change the preparation now, or gives no reason for a change after the issue. */
    public static Optional<Decision> check(Meeting meeting, Context context, Optional<String> reason) {
        if (!meeting.exists() || !Rights.of(meeting, context.caller()).maySeeMeeting()) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_MEETING));
        }
        if (!Rights.of(meeting, context.caller()).mayPrepare()) {
            return Optional.of(Decision.refuse(Reason.NOT_YOURS));
        }
        if (meeting.phase().isOver()) {
            return Optional.of(Decision.refuse(Reason.MEETING_OVER));
        }
        if (meeting.phase() == Phase.ISSUED && reason.filter(text -> !text.isBlank()).isEmpty()) {
            return Optional.of(Decision.refuse(Reason.REASON_NEEDED));
        }
        return reason.flatMap(text -> Limits.optional(text, Fields.REASON, Limits.LINE_CHARACTERS));
    }

    /** The meeting with the change noted, when it was issued and a reason was given. */
    public static Meeting note(Meeting meeting, Stamp stamp, Optional<String> reason) {
        return meeting.phase() == Phase.DRAFT || reason.filter(text -> !text.isBlank()).isEmpty()
                ? meeting
                : meeting.with(meeting.head().revised(new Head.Revision(stamp.at(), stamp.actor(), reason.get())));
    }
}
