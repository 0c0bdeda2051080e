package vn.nghisu.meeting.session;

import java.util.Optional;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;

/** The rule for every act of leading: by those who lead, and mostly while the meeting is in session. */
public final class Leading {
    private Leading() {}

    public static Optional<Decision> check(Meeting meeting, Context context) {
        return check(meeting, context.caller());
    }

    public static Optional<Decision> check(Meeting meeting, Caller caller) {
        Rights rights = Rights.of(meeting, caller);
        if (!meeting.exists() || !rights.maySeeMeeting()) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_MEETING));
        }
        return rights.mayLead() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_YOURS));
    }

    /** An opinion form is never opened, and nobody comes to it. */
    public static Optional<Decision> withSession(Meeting meeting) {
        return meeting.head().kind().hasSession() ? Optional.empty() : Optional.of(Decision.refuse(Reason.FORM_HAS_NO_SESSION));
    }

    public static Optional<Decision> checkInSession(Meeting meeting, Context context) {
        return check(meeting, context)
                .or(() -> withSession(meeting))
                .or(() -> meeting.phase() == Phase.IN_SESSION ? Optional.empty() : Optional.of(Decision.refuse(
                        meeting.phase().isOver() ? Reason.MEETING_OVER : Reason.NOT_IN_SESSION)));
    }
}
