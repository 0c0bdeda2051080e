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

    static PaperRefusal notPdf(String foundVi, String foundEn) {
        return new PaperRefusal(
                "not_pdf",
                "Đây là %s, không phải tệp PDF. Vui lòng xuất tài liệu ra PDF rồi tải lên lại.".formatted(foundVi),
                "This is %s, not a PDF. Please export the document as PDF and upload it again.".formatted(foundEn));
    }

    static PaperRefusal encrypted() {
        return new PaperRefusal(
                "encrypted",
                "Tệp PDF được đặt mật khẩu nên không mở được cho đại biểu. Vui lòng bỏ mật khẩu rồi tải lên lại.",
                "The PDF is protected by a password and can't be opened for the delegates. Please remove the password and upload it again.");
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
                "Trang đầu đóng dấu “%s”. Tài liệu bí mật nhà nước không được đưa lên hệ thống; hãy phát bản giấy tại phòng họp và thu hồi sau họp."
                        .formatted(mark),
                "The first page is marked “%s”. State secrets must not be put on this system; hand out paper copies in the room and collect them."
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

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%d", Math.max(1, Math.round(bytes / 1024.0 / 1024.0)));
    }
}
