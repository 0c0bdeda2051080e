package vn.nghisu.web.security;

import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Text;

/** Every refusal of an HTTP request that is not a meeting's own: status, and a sentence that says what to do. {@code {0}} are gaps. */
public enum Problem {
    NOT_SIGNED_IN(401, "Hãy đăng nhập để tiếp tục.", "Please sign in to go on."),
    WRONG_NAME_OR_PASSWORD(401, "Tên đăng nhập hoặc mật khẩu không đúng.", "The sign-in name or the password is wrong."),
    WRONG_PASSWORD(403, "Mật khẩu hiện tại không đúng.", "The current password is wrong."),
    WRONG_CODE(
            401,
            "Mã đăng nhập không đúng, đã dùng hoặc đã hết hạn; hãy xin thư ký mã mới.",
            "The sign-in code is wrong, used or expired; please ask the secretary for a new one."),
    TOO_MANY_TRIES(
            429,
            "Đã nhập sai nhiều lần; hãy thử lại sau {0}, hoặc xin thư ký mã đăng nhập.",
            "Too many failed attempts; try again in {0}, or ask the secretary for a sign-in code."),
    TOO_MANY_REQUESTS(429, "Có quá nhiều yêu cầu; hãy thử lại sau {0}.", "Too many requests; try again in {0}."),
    BUSY(503, "Máy chủ đang bận; hãy thử lại sau vài giây.", "The server is busy; please try again in a few seconds."),
    NOT_RECORDING(
            503,
            "Máy chủ hiện không ghi được dữ liệu (ổ đĩa đầy hoặc hỏng) nên không nhận thêm việc gì; quản trị hệ thống hãy giải phóng dung lượng ổ đĩa, rồi khởi động lại máy chủ.",
            "The server can't record anything at present (the disk is full or broken) and takes nothing; the administrator has to free space on the disk, then restart the server."),
    NOT_ALLOWED(403, "Đồng chí không có quyền thực hiện việc này.", "You are not allowed to do this."),
    FOREIGN_ORIGIN(
            403,
            "Yêu cầu đến từ một trang khác nên bị từ chối; hãy mở lại trang họp.",
            "The request came from another site and was refused; please open the meeting's page again."),
    HEADER_MISSING(403, "Yêu cầu thiếu tiêu đề X-Nghisu nên bị từ chối.", "The request lacks the X-Nghisu header and was refused."),
    HTTPS_ONLY(403, "Kết nối này không được mã hóa; hãy mở {0}.", "This connection is not encrypted; please open {0}."),
    BAD_HOST(400, "Tên máy chủ trong yêu cầu không hợp lệ.", "The host name of the request is not valid."),
    BAD_REQUEST(400, "Yêu cầu không hợp lệ.", "The request is not valid."),
    NOTHING_COMPILED(409, "Chưa có bản tổng hợp ý kiến của nội dung này; hãy soạn và lưu trước.", "The opinions on this item have not been compiled; please write and save that first."),
    RESULT_ELSEWHERE(
            409,
            "Kết quả phiếu này đã nằm trong chương trình của một phiên họp khác; hãy bỏ ra khỏi phiên đó trước.",
            "Another meeting has the result of this form on its agenda already; leave it out there first."),
    JOURNAL_RUNS(
            409,
            "Cuộc họp chưa kết thúc nên chưa xuất được nhật ký; hãy xuất sau khi kết thúc.",
            "The meeting is not closed, so its journal can't be taken out yet; please do so after it has closed."),
    PAPER_NOT_CHECKED(
            422,
            "Không kiểm tra được tệp này: tệp không phải PDF, bị hỏng, có mật khẩu hoặc quá phức tạp; hãy chọn tệp khác.",
            "This file could not be checked: it is no PDF, damaged, locked by a password or too complex; please choose another."),
    PAPER_REFUSED(422, "Chưa thực hiện được: {0}.", "This can't be done: {0}."),
    KEY_NEEDS_ENCRYPTION(
            403,
            "Kết nối này không được mã hóa nên không gửi khóa ký qua đây được. Hãy mở trang bằng https, hoặc tải tệp xuống, ký rồi đưa lên.",
            "This connection is not encrypted, so a key can't be sent over it. Please open the page with https, or download the file, sign it and bring it back."),
    SIGNED_NO_PDF(422, "Tệp đưa lên không phải tệp PDF. Hãy tải tệp để ký xuống, ký chính tệp PDF đó rồi đưa tệp đã ký lên; ảnh chụp chữ ký hay bản Word không dùng được.",
            "This file is no PDF. Download the file for signing, sign that very PDF and bring it back signed; a picture of a signature or a Word file won't do."),
    SIGNED_ELSEWHERE(
            422,
            "Chữ ký nằm ở chỗ “{0}” của văn bản, không phải chỗ đang chờ ký; hãy ký lại đúng chỗ.",
            "The signature stands in the place “{0}” of the paper, not in the one that waits; please sign in the right place."),
    SIGNED_BY_ANOTHER(
            409,
            "Chứng thư số này của {0}, còn chỗ này đang chờ chữ ký của {1}. Chữ ký chưa được nhận; chỉ nhận nếu đồng chí xác nhận “Vẫn nhận”.",
            "This certificate is of {0}, and the place waits for {1}. The signature is not taken yet; it is only if you confirm “Take it all the same”."),
    NOT_FOUND(404, "Không tìm thấy nội dung này.", "This was not found."),
    SIGNED_AND_ACTIVE(
            403,
            "Tệp đã ký số và có mã lệnh hoặc tệp đính kèm bên trong nên không tải về được; hãy đọc tài liệu trên hệ thống, hoặc hỏi thư ký.",
            "The file is signed and holds scripts or attached files, so it can't be downloaded; please read it here, or ask the secretary."),
    OTHER_OFFSET(409, "Phần này của tệp không nối tiếp phần đã nhận; hãy gửi tiếp từ byte {0}.", "This part of the file does not follow what has come; please go on from byte {0}."),
    PIECE_TOO_LONG(
            413,
            "Phần này của tệp dài quá {0} byte nên không được nhận; hãy gửi tiếp từ byte {1}, mỗi lần không quá mức này và không vượt cuối tệp.",
            "This part of the file is longer than {0} bytes and was not taken; please go on from byte {1}, with no more than this at once and not past the file's end."),
    NOT_COMPLETE(409, "Tệp chưa tải lên đủ; hãy gửi tiếp từ byte {0}.", "The file has not come whole; please go on from byte {0}."),
    WRONG_METHOD(405, "Thao tác này không dùng được ở đây.", "This method can't be used here."),
    TOO_LARGE(413, "Dữ liệu gửi lên lớn quá {0} KB.", "What was sent is larger than {0} KB."),
    NOT_JSON(415, "Dữ liệu gửi lên phải là JSON.", "What is sent must be JSON."),
    BAD_JSON(400, "Dữ liệu gửi lên không đọc được: {0}.", "What was sent could not be read: {0}."),
    FIELD_MISSING(400, "Chưa nhập {0}.", "{0} is missing."),
    FIELD_TOO_LONG(400, "{0} dài quá {1} ký tự; hãy rút ngắn.", "{0} is longer than {1} characters; please shorten it."),
    FIELD_WRONG(400, "{0} không hợp lệ.", "{0} is not valid."),
    BAD_SIGN_IN_NAME(
            400,
            "Tên đăng nhập gồm 2 đến 64 ký tự: chữ không dấu, chữ số và các dấu . _ @ -",
            "A sign-in name has 2 to 64 characters: letters without accents, digits and . _ @ -"),
    SIGN_IN_NAME_TAKEN(409, "Tên đăng nhập này đã có người dùng.", "This sign-in name is taken."),
    PASSWORD_TOO_SHORT(400, "Mật khẩu phải có ít nhất {0} ký tự.", "A password must have at least {0} characters."),
    PASSWORD_TOO_LONG(400, "Mật khẩu dài quá {0} ký tự.", "The password is longer than {0} characters."),
    PASSWORD_TOO_COMMON(
            400,
            "Mật khẩu này dễ đoán; hãy chọn mật khẩu khác, ví dụ một câu ngắn.",
            "This password is easy to guess; please choose another, such as a short sentence."),
    TOO_MANY_NOTE_OPS(400, "Mỗi lần gửi nhiều nhất {0} thay đổi ghi chú.", "At most {0} changes of notes can be sent at once."),
    NO_COPY(
            503,
            "Máy chủ chưa tạo được bản PDF có ghi chú; hãy thử lại sau vài phút.",
            "The server could not make the PDF with notes; please try again in a few minutes."),
    BOOK_IN_HAND(
            409,
            "Đang tạo một tập kỷ yếu khác cho đồng chí; hãy đợi xong rồi tạo tập này.",
            "Other proceedings are being made for you; please wait until they are done."),
    NO_BOOK(
            503,
            "Máy chủ chưa tạo được tập kỷ yếu (đang bận, hoặc ổ đĩa gần đầy); hãy thử lại sau vài phút.",
            "The server could not make the proceedings (it is busy, or the disk is nearly full); please try again in a few minutes."),
    DOSSIER_FIELD_TOO_LONG(
            422,
            "Trường {0} của “{1}” dài {2} ký tự, quá giới hạn {3} của hồ sơ lưu trữ; hãy sửa rồi xuất lại.",
            "The field {0} of “{1}” has {2} characters, more than the {3} of an archive dossier; please change it and try again."),
    TOO_MANY_MEETINGS(
            422,
            "Có {0} cuộc họp trong các năm này, nhiều hơn giới hạn {1} của một tệp; hãy chọn ít năm hơn.",
            "There are {0} meetings in these years, more than the {1} of one file; please choose fewer years."),
    PAPER_DESTROYED(410, "Tài liệu này đã được tiêu hủy theo thời hạn lưu trữ.", "This paper was destroyed when its time of keeping was over."),
    RETENTION_MOVED_ON(409, "Danh sách sẽ tiêu hủy đã thay đổi; hãy xem lại rồi thực hiện.", "What would be destroyed has changed; please look again, then carry it out."),
    INCOMPARABLE(
            422,
            "Máy chủ không so sánh được hai bản của tài liệu này, nên không chỉ ra được chỗ thay đổi; hãy mở từng bản để đọc.",
            "The server can't compare the two versions of this paper, so what changed can't be shown; please read each of them."),
    QUERY_TOO_SHORT(400, "Hãy nhập ít nhất {0} chữ cái để tìm.", "Please type at least {0} letters to search."),
    INDICATOR_CODE_TAKEN(409, "Mã {0} đã dùng cho một chỉ tiêu khác của ban.", "The code {0} is used by another indicator of the body."),
    INDICATOR_KIND_FIXED(
            409,
            "Chỉ tiêu này đã có số liệu nên không đổi được loại kỳ; hãy lập một chỉ tiêu mới.",
            "This indicator has values, so its kind of period can't be changed; please make a new one."),
    PERIOD_NOT_BEGUN(400, "{0} chưa đến nên chưa có số liệu.", "{0} has not begun and so has no value."),
    INDICATOR_OVERTAKEN(
            409,
            "Trong khi đó {0} đã ghi số khác vào ô này; số đó được giữ, hãy xem lại.",
            "{0} has meanwhile entered another value here; that one is kept, please look again."),
    INDICATORS_FULL(409, "Đã đạt số lượng nhiều nhất ({0}).", "The greatest number ({0}) has been reached."),
    SHEET_NOT_READ(
            422,
            "Không đọc được tệp này: {0}. Hãy lưu lại dạng Excel (.xlsx) hoặc CSV UTF-8.",
            "This file can't be read: {0}. Please save it as Excel (.xlsx) or CSV in UTF-8."),
    SHEET_MOVED_ON(
            409,
            "Số liệu đã thay đổi từ khi xem trước; hãy xem lại rồi xác nhận.",
            "The values have changed since the preview; please look at it again, then confirm."),
    VALUES_FAULTY(422, "Chưa ghi nhận giá trị nào vì có chỗ sai: {0}.", "No value was recorded, since there are faults: {0}."),
    WRONG_TOKEN(401, "Mã truy cập không đúng hoặc đã thu hồi.", "The token is wrong or has been revoked."),
    NO_SUCH_PERSON(404, "Không tìm thấy người này.", "This person was not found."),
    NO_SUCH_BODY(404, "Không tìm thấy ban hoặc hội đồng này.", "This body was not found."),
    TOO_MANY_SCREENS(
            409,
            "Đã ghép {0} màn hình và tất cả đang được dùng. Hãy gỡ một màn hình không dùng nữa rồi ghép lại.",
            "{0} screens are paired and all are in use. Take away one that is no longer used, then pair the new one."),
    LAST_ADMINISTRATOR(
            409,
            "Hệ thống phải còn ít nhất một quản trị hệ thống đang hoạt động.",
            "At least one active administrator must remain."),
    DIRECTORY_FULL(409, "Danh bạ đã đầy.", "The directory is full."),
    SET_UP_DONE(409, "Hệ thống đã được thiết lập.", "The system has been set up already."),
    WRONG_SET_UP_TOKEN(
            403,
            "Mã thiết lập không đúng; hãy xem mã do máy chủ in ra khi khởi động.",
            "The set-up token is wrong; see the one that the server printed when it started."),
    DISK_LOW(507, "Máy chủ sắp hết dung lượng lưu trữ: không nhận thêm tài liệu, vẫn ghi nhận biểu quyết. Hãy dọn hoặc thêm dung lượng.",
            "The server is running out of disk space: it takes no papers, and goes on recording votes. Please make room on the disk."),
    DISK_FULL(507, "Máy chủ đã hết dung lượng lưu trữ nên chưa làm được việc này; không mất gì. Hãy báo quản trị hệ thống, rồi làm lại.",
            "The server has run out of disk space, so this could not be done; nothing is lost. Please tell the administrator, then do it again."),
    OUR_FAULT(500, "Máy chủ gặp lỗi; việc này chưa được ghi nhận.", "The server met an error; this was not recorded.");

    private final int status;
    private final Text text;

    Problem(int status, String vi, String en) {
        this.status = status;
        this.text = new Text(vi, en);
    }

    public int status() {
        return status;
    }

    /** The sentence, its gaps filled with {@link Text}s or with what reads the same in both languages. */
    public String sentence(Language language, Object... arguments) {
        return text.fill(arguments).sentence(language);
    }

    /** To be thrown by a handler; the router answers with it. */
    public Refused with(Object... arguments) {
        return new Refused(this, arguments);
    }
}
