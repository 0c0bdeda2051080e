package vn.nghisu.meeting.preparation;

import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.session.Phase;

/** The rule for every change of a meeting's preparation: who, when, and that a change after issue, in session too, carries its reason (product P3). */
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
        if (meeting.phase() != Phase.DRAFT && reason.filter(text -> !text.isBlank()).isEmpty()) {
            return Optional.of(Decision.refuse(Reason.REASON_NEEDED));
        }
        return reason.flatMap(text -> Limits.optional(text, Fields.REASON, Limits.LINE_CHARACTERS));
    }

    /** The meeting with a change of the whole noted, when it was issued and a reason was given. */
    public static Meeting note(Meeting meeting, Stamp stamp, Optional<String> reason) {
        return note(meeting, stamp, reason, Visibility.EVERYONE, Optional.empty(), false);
    }

    /** The same for a change of an item, told only to those who may see it; to be called while the item is there. */
    public static Meeting noteItem(Meeting meeting, Stamp stamp, Optional<String> reason, String item) {
        return note(meeting, stamp, reason, visibility(meeting, item), Optional.empty(), false);
    }

    /** The same for a change of a paper, told only to those for whom it is. */
    public static Meeting notePaper(Meeting meeting, Stamp stamp, Optional<String> reason, String paper) {
        return notePaper(meeting, stamp, reason, paper, false);
    }

    /** The same for a paper that was taken back, so that its readers learn who did it and why (product D11). */
    public static Meeting noteWithdrawal(Meeting meeting, Stamp stamp, String reason, String paper) {
        return notePaper(meeting, stamp, Optional.of(reason), paper, true);
    }

    private static Meeting notePaper(Meeting meeting, Stamp stamp, Optional<String> reason, String paper, boolean withdraws) {
        String item = meeting.papers().find(paper).orElseThrow().itemId();
        return note(meeting, stamp, reason, visibility(meeting, item), Optional.of(paper), withdraws);
    }

    private static Visibility visibility(Meeting meeting, String item) {
        Optional<Item> found = meeting.agenda().find(item);
        boolean hidden = Stream.concat(found.stream(), found.flatMap(Item::parent).flatMap(meeting.agenda()::find).stream())
                .anyMatch(each -> each.visibility() == Visibility.MEMBERS);
        return hidden ? Visibility.MEMBERS : Visibility.EVERYONE;
    }

    private static Meeting note(Meeting meeting, Stamp stamp, Optional<String> reason, Visibility visibility, Optional<String> paper, boolean withdraws) {
        return meeting.phase() == Phase.DRAFT || reason.filter(text -> !text.isBlank()).isEmpty()
                ? meeting
                : meeting.with(meeting.head().revised(
                        new Head.Revision(stamp.at(), stamp.actor(), reason.get().strip(), visibility, paper, withdraws)));
    }
}
