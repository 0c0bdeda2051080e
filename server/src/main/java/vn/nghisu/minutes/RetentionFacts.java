package vn.nghisu.minutes;

import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.retention.RetentionEvent;

/** What was held back and what went, in words. */
final class RetentionFacts {
    private RetentionFacts() {}

    static Text of(RetentionEvent event) {
        if (event instanceof RetentionEvent.HoldSet e) {
            return new Text("Giữ lại toàn bộ dữ liệu của cuộc họp: {0}", "All of the meeting is held back: {0}").fill(e.reason());
        }
        if (event instanceof RetentionEvent.HoldLifted e) {
            return new Text("Thôi giữ lại dữ liệu của cuộc họp: {0}", "The meeting is no longer held back: {0}").fill(e.reason());
        }
        RetentionEvent.PapersDestroyed destroyed = (RetentionEvent.PapersDestroyed) event;
        return new Text("Tiêu hủy tệp của {0} tài liệu theo thời hạn lưu trữ {1} năm; mã băm vẫn còn trong nhật ký", "Files of {0} papers destroyed after {1} years; their hashes stay in the journal")
                .fill(destroyed.papers().size(), destroyed.years());
    }
}
