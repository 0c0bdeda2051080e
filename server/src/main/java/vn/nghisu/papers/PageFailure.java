package vn.nghisu.papers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a page has no picture. The tablet shows a placeholder and offers the original. */
public enum PageFailure {
    TIMEOUT("Trang quá phức tạp, không vẽ xong trong thời gian cho phép.", "The page is too complex to be drawn in time."),
    MEMORY("Trang cần quá nhiều bộ nhớ để hiển thị.", "The page needs too much memory."),
    CRASH("Trang có nội dung bất thường, không hiển thị được.", "The page holds unusual content and can't be drawn."),
    DAMAGED("Dữ liệu của trang bị hỏng.", "The content of the page is damaged."),
    PICTURE("Trang có hình ảnh nén kiểu JPEG 2000 mà máy chủ chưa hỗ trợ.", "The page holds a JPEG 2000 picture that this server can't decode."),
    GIVEN_UP("Tài liệu có quá nhiều trang lỗi nên dừng xử lý.", "Too many pages of the paper failed.");

    private final String vi;
    private final String en;

    PageFailure(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String vi() {
        return vi;
    }

    public String en() {
        return en;
    }
}
