package vn.nghisu.minutes;

import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.minutes.MinutesEvent;
import vn.nghisu.meeting.minutes.MinutesTexts;

/** What became of the minutes' own text, in words. */
final class MinutesFacts {
    private MinutesFacts() {}

    static Text of(MinutesEvent event, Meeting before) {
        if (event instanceof MinutesEvent.MinutesWritten e) {
            return new Text("Soạn biên bản, phần “{0}”", "Minutes written, “{0}”").fill(place(e.place(), before));
        }
        if (event instanceof MinutesEvent.FactsAcknowledged e) {
            return new Text("Đã xem diễn biến mới, phần “{0}”", "New facts seen, “{0}”").fill(place(e.place(), before));
        }
        if (event instanceof MinutesEvent.MinutesCommented e) {
            return new Text("Góp ý biên bản, phần “{0}”", "Comment on the minutes, “{0}”").fill(place(e.place(), before));
        }
        if (event instanceof MinutesEvent.CommentResolved) {
            return new Text("Đã xử lý một góp ý về biên bản", "A comment on the minutes is settled");
        }
        if (event instanceof MinutesEvent.MinutesChangesAsked) {
            return new Text("Chủ trì đề nghị sửa biên bản", "The chair asks for changes in the minutes");
        }
        if (event instanceof MinutesEvent.MinutesUnlocked) {
            return new Text("Mở lại biên bản sau khi thu hồi bản đã ký", "The minutes are open again after the signed paper was recalled");
        }
        return event instanceof MinutesEvent.MinutesApproved
                ? new Text("Chủ trì phê duyệt biên bản", "The chair approves the minutes")
                : new Text("Khóa biên bản sau chữ ký đầu tiên", "The minutes are locked by their first signature");
    }

    private static Text place(String place, Meeting before) {
        return place.equals(MinutesTexts.GENERAL) ? new Text("Nội dung khác", "Other business") : Text.of(before.agenda().find(place).map(item -> item.title()).orElse(place));
    }
}
