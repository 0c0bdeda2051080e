package vn.nghisu.journal;

import java.nio.file.Path;

/** A data folder can't be opened. The message has both languages, Vietnamese first. */
public final class FolderRefused extends RuntimeException {

    public enum Reason {
        IN_USE("đang được một máy chủ khác sử dụng", "is in use by another server"),
        NOT_WRITABLE("không ghi được", "can't be written to"),
        NOT_A_FOLDER("không phải là thư mục", "is not a folder"),
        NO_DATABASE("không có cơ sở dữ liệu", "holds no database"),
        BAD_NAME("có dấu chấm phẩy trong tên", "has a semicolon in its name"),
        NEWER("do một phiên bản mới hơn tạo ra", "was made by a newer version"),
        DAMAGED("có cơ sở dữ liệu bị hỏng", "holds a damaged database");

        private final String vietnamese;
        private final String english;

        Reason(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }
    }

    private final Reason reason;
    private final transient Path folder;

    FolderRefused(Reason reason, Path folder, Throwable cause) {
        super(sentence(reason, folder, true) + " / " + sentence(reason, folder, false), cause);
        this.reason = reason;
        this.folder = folder;
    }

    public Reason reason() {
        return reason;
    }

    public String vietnamese() {
        return sentence(reason, folder, true);
    }

    public String english() {
        return sentence(reason, folder, false);
    }

    private static String sentence(Reason reason, Path folder, boolean vietnamese) {
        return vietnamese
                ? "Thư mục dữ liệu " + folder + " " + reason.vietnamese + "."
                : "The data folder " + folder + " " + reason.english + ".";
    }
}
