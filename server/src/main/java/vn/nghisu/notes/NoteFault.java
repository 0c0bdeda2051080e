package vn.nghisu.notes;

import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Text;

/** Why an operation on a note is not taken, in a sentence that says what to do; {@code {0}} is a gap. */
public enum NoteFault {
    OLD_EPOCH("Đồng chí đã hủy các ghi chú này; chúng không được lưu lại.", "You have destroyed these notes; they are not kept again."),
    PAPER_CLOSED(
            "Tài liệu này không còn mở đối với đồng chí nên không thêm được ghi chú; ghi chú đã có vẫn là của đồng chí.",
            "This paper is not open to you, so no notes can be added; those that are there stay yours."),
    NO_SUCH_PAGE("Tài liệu không có trang {0}; hãy mở lại tài liệu.", "The paper has no page {0}; please open it again."),
    TOO_MANY_NOTES(
            "Đồng chí đã có {0} ghi chú trong phiên họp này; hãy xóa bớt rồi ghi tiếp.",
            "You have {0} notes in this meeting; please remove some before going on."),
    NOTES_TOO_LARGE(
            "Ghi chú của đồng chí trong phiên họp này đã đầy; hãy xóa bớt rồi ghi tiếp.",
            "Your notes in this meeting have no more room; please remove some before going on."),
    NOTE_TOO_LARGE("Ghi chú này quá dài; hãy chia thành nhiều ghi chú.", "This note is too long; please make several of it."),
    STROKE_TOO_LONG("Nét vẽ có quá {0} điểm; hãy nhấc bút và vẽ tiếp.", "The stroke has more than {0} points; lift the pen and go on."),
    TEXT_MISSING("Ghi chú chưa có nội dung.", "The note is empty."),
    TEXT_TOO_LONG("Ghi chú dài quá {0} ký tự; hãy rút ngắn.", "The note is longer than {0} characters; please shorten it."),
    QUOTE_TOO_LONG("Đoạn được đánh dấu dài quá {0} ký tự; hãy đánh dấu từng phần.", "The marked text is longer than {0} characters; mark it in parts."),
    TOO_MANY_LINES("Đoạn được đánh dấu có quá {0} dòng; hãy đánh dấu từng phần.", "The marked text has more than {0} lines; mark it in parts."),
    BAD_PLACE("Vị trí của ghi chú nằm ngoài trang; hãy thử lại.", "The note lies outside any page; please try again."),
    BAD_FORM("Ghi chú không hợp lệ; hãy tải lại trang rồi thử lại.", "The note is not valid; please reload the page and try again."),
    BAD_TIME("Đồng hồ của máy sai nên ghi chú chưa được nhận; hãy chỉnh giờ rồi thử lại.", "This device's clock is wrong, so the note was not taken; set it and try again."),
    NOT_IN_MEETING("Chỉ chia sẻ được với người có tên trong phiên họp.", "Notes can be shared only with people of this meeting."),
    TOO_MANY_PEOPLE("Một ghi chú chia sẻ với nhiều nhất {0} người; hãy chia sẻ với cả phiên họp.", "A note is shared with {0} people at most; share it with the meeting instead."),
    KIND_CHANGED("Không đổi được loại hoặc tài liệu của một ghi chú đã có; hãy tạo ghi chú mới.", "The kind and the paper of a note can't be changed; please make a new one.");

    private final Text text;

    NoteFault(String vi, String en) {
        this.text = new Text(vi, en);
    }

    public String sentence(Language language, Object... arguments) {
        return text.fill(arguments).sentence(language);
    }

    /** A fault with what fills its gaps. */
    record Found(NoteFault fault, Object... arguments) {
        String sentence(Language language) {
            return fault.sentence(language, arguments);
        }
    }

    Found found(Object... arguments) {
        return new Found(this, arguments);
    }
}
