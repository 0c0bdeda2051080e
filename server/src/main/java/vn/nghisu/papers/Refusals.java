package vn.nghisu.papers;

import java.util.Locale;

/** The sentences of intake. Each says what is wrong and what to do. */
public final class Refusals {
    private Refusals() {}

    static PaperRefusal empty() {
        return new PaperRefusal("empty", "Tệp rỗng, không có nội dung. Vui lòng chọn lại tệp.", "The file is empty. Please choose it again.");
    }

    static PaperRefusal tooLarge(long bytes, long most) {
        return new PaperRefusal(
                "too_large",
                "Tệp có dung lượng %s MB, vượt mức cho phép %s MB. Vui lòng giảm độ phân giải bản quét hoặc tách thành nhiều tệp."
                        .formatted(mib(bytes), mib(most)),
                "The file has %s MB; at most %s MB are taken. Please scan at a lower resolution or split it.".formatted(mib(bytes), mib(most)));
    }

    static PaperRefusal notTaken(String foundVi, String foundEn) {
        return new PaperRefusal(
                "not_pdf",
                "Đây là %s. Hệ thống nhận PDF, tệp Word, Excel, PowerPoint, OpenDocument, RTF và ảnh PNG, JPEG; vui lòng xuất tài liệu ra PDF rồi tải lên lại."
                        .formatted(foundVi),
                "This is %s. PDF, Word, Excel, PowerPoint, OpenDocument and RTF files and PNG and JPEG pictures are taken; please export it as PDF and upload that."
                        .formatted(foundEn));
    }

    static PaperRefusal noOffice(FileKind kind) {
        return new PaperRefusal(
                "no_office",
                "Đây là %s; máy chủ chưa cài LibreOffice hoặc thiếu phần của LibreOffice cho loại tệp này, nên không chuyển được sang PDF. Vui lòng lưu tài liệu thành PDF rồi tải lên, hoặc đề nghị quản trị hệ thống cài đủ LibreOffice."
                        .formatted(kind.vi()),
                "This is %s; LibreOffice, or its part for files of this kind, is not installed on the server, so it can't be made a PDF. Please save it as PDF and upload that, or ask the administrator to install all of LibreOffice."
                        .formatted(kind.en()));
    }

    static PaperRefusal officeFailed(FileKind kind) {
        return new PaperRefusal(
                "office_failed",
                "Không chuyển được %s này sang PDF; tệp có thể bị hỏng hoặc được đặt mật khẩu. Vui lòng mở tệp, lưu thành PDF rồi tải lên.".formatted(kind.vi()),
                "LibreOffice could not make a PDF of this: %s; it may be damaged or protected by a password. Please open it, save it as PDF and upload that."
                        .formatted(kind.en()));
    }

    static PaperRefusal officeTooSlow(FileKind kind, long seconds) {
        return new PaperRefusal(
                "office_too_slow",
                "Chuyển %s này sang PDF quá %d giây chưa xong nên đã dừng. Vui lòng lưu tài liệu thành PDF rồi tải lên.".formatted(kind.vi(), seconds),
                "Making a PDF of this took more than %d seconds and was stopped: %s. Please save it as PDF and upload that.".formatted(seconds, kind.en()));
    }

    static PaperRefusal officeTooLarge(FileKind kind, long most) {
        return new PaperRefusal(
                "office_too_large",
                "Bản PDF chuyển từ %s này lớn quá %s MB. Vui lòng tách tài liệu thành nhiều tệp.".formatted(kind.vi(), mib(most)),
                "The PDF made of this has more than %s MB: %s. Please split it.".formatted(mib(most), kind.en()));
    }

    static PaperRefusal damagedPicture() {
        return new PaperRefusal(
                "damaged",
                "Tệp hình ảnh bị hỏng hoặc chưa được lưu trọn vẹn. Vui lòng chụp hoặc xuất lại rồi tải lên.",
                "The picture is damaged or was not saved completely. Please take or export it again and upload it.");
    }

    static PaperRefusal damagedOffice() {
        return new PaperRefusal(
                "damaged",
                "Tệp văn phòng (hoặc tệp nén) bị hỏng hoặc chưa được lưu trọn vẹn. Vui lòng lưu lại từ bản gốc rồi tải lên.",
                "The office file (or zip) is damaged or was not saved completely. Please save it again from the original and upload it.");
    }

    static PaperRefusal encrypted() {
        return new PaperRefusal(
                "encrypted",
                "Tệp được đặt mật khẩu nên không mở được cho đại biểu. Vui lòng bỏ mật khẩu rồi tải lên lại.",
                "The file is protected by a password and can't be opened for the delegates. Please remove the password and upload it again.");
    }

    static PaperRefusal damaged() {
        return new PaperRefusal(
                "damaged",
                "Tệp PDF bị hỏng hoặc chưa được lưu trọn vẹn. Vui lòng xuất lại từ bản gốc rồi tải lên lại.",
                "The PDF is damaged or was not saved completely. Please export it again from the original and upload it.");
    }

    static PaperRefusal noPages() {
        return new PaperRefusal("no_pages", "Tệp PDF không có trang nào.", "The PDF has no pages.");
    }

    static PaperRefusal tooManyPages(int pages, int most) {
        return new PaperRefusal(
                "too_many_pages",
                "Tài liệu có %d trang, vượt mức %d trang. Vui lòng tách thành nhiều tệp.".formatted(pages, most),
                "The paper has %d pages; at most %d are taken. Please split it.".formatted(pages, most));
    }

    static PaperRefusal imageTooLarge(int page) {
        return new PaperRefusal(
                "image_too_large",
                "Trang %d có hình ảnh quá lớn. Vui lòng quét lại ở độ phân giải 200–300 dpi.".formatted(page),
                "Page %d holds a picture that is too large. Please scan it again at 200–300 dpi.".formatted(page));
    }

    static PaperRefusal secret(String mark) {
        return new PaperRefusal(
                "secret",
                "Trang đầu đóng dấu “%s”. Theo quy định của pháp luật về bảo vệ bí mật nhà nước, tài liệu này không được đưa lên hệ thống; hãy phát bản giấy tại phòng họp và thu hồi sau họp."
                        .formatted(mark),
                "The first page is marked “%s”. Under the law on the protection of state secrets it must not be put on this system; hand out paper copies in the room and collect them."
                        .formatted(mark));
    }

    static PaperRefusal tooSlow() {
        return new PaperRefusal(
                "too_slow",
                "Tệp PDF quá phức tạp, không đọc xong trong thời gian cho phép. Vui lòng in lại ra PDF (Print to PDF) rồi tải lên lại.",
                "The PDF is too complex to be read in time. Please print it to a new PDF and upload that.");
    }

    static PaperRefusal tooComplex() {
        return new PaperRefusal(
                "too_complex",
                "Tệp PDF có cấu trúc bất thường, hệ thống không đọc an toàn được. Vui lòng in lại ra PDF (Print to PDF) rồi tải lên lại.",
                "The PDF has an unusual structure and can't be read safely. Please print it to a new PDF and upload that.");
    }

    static PaperRefusal diskFull() {
        return new PaperRefusal(
                "disk_full",
                "Máy chủ sắp hết dung lượng lưu trữ nên tạm dừng nhận tài liệu. Vui lòng báo quản trị hệ thống.",
                "The server is running out of disk space and takes no papers for now. Please tell the administrator.");
    }

    /** When the disk does not take a piece and still claims to have room. */
    public static PaperRefusal notWritten() {
        return new PaperRefusal(
                "not_written",
                "Máy chủ không ghi được tệp vào ổ đĩa nên tạm dừng nhận tài liệu; phần đã tải lên vẫn được giữ. Vui lòng báo quản trị hệ thống, rồi gửi lại.",
                "The server could not write the file to its disk and takes no papers for now; what has come is kept. Please tell the administrator, then send it again.");
    }

    static PaperRefusal tooManyArriving() {
        return new PaperRefusal(
                "too_many_arriving",
                "Đang có quá nhiều tệp tải lên dở dang. Vui lòng tải xong hoặc hủy bớt rồi thử lại.",
                "Too many uploads are unfinished. Please finish or cancel some, then try again.");
    }

    static PaperRefusal otherFile() {
        return new PaperRefusal(
                "other_file",
                "Tệp được chọn không phải tệp đang tải dở. Vui lòng chọn đúng tệp hoặc tải lên từ đầu.",
                "The chosen file is not the one that was being uploaded. Please choose that one, or upload from the start.");
    }

    static PaperRefusal busy() {
        return new PaperRefusal(
                "busy",
                "Đang có quá nhiều tài liệu chờ kiểm tra. Vui lòng thử lại sau ít phút.",
                "Too many papers are waiting to be checked. Please try again in a few minutes.");
    }

    /** For a failure that says nothing of the paper. */
    public static PaperRefusal failed() {
        return new PaperRefusal(
                "failed",
                "Hệ thống gặp lỗi khi xử lý tài liệu. Vui lòng thử lại; nếu vẫn lỗi, hãy báo quản trị hệ thống.",
                "The system failed on this paper. Please try again; if it fails again, tell the administrator.");
    }

    public static PaperRefusal incomparable() {
        return new PaperRefusal(
                "incomparable",
                "Máy chủ không so sánh được hai bản của tài liệu này, nên không chỉ ra được chỗ thay đổi; hãy mở từng bản để đọc.",
                "The server can't compare the two versions of this paper, so what changed can't be shown; please read each of them.");
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%d", Math.max(1, Math.round(bytes / 1024.0 / 1024.0)));
    }
}
