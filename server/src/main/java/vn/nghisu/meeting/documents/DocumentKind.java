package vn.nghisu.meeting.documents;

import java.util.Locale;
import java.util.Optional;
import vn.nghisu.meeting.Text;

/** The official papers that a meeting makes of itself (Decree 30/2020/NĐ-CP, appendix III; product M3). */
public enum DocumentKind {
    MINUTES("BB", "Biên bản", "Minutes"),
    CONCLUSION_NOTICE("TB", "Thông báo kết luận", "Notice of conclusions"),
    INVITATION("GM", "Giấy mời", "Invitation"),
    RESOLUTION("NQ", "Nghị quyết", "Resolution"),
    /** A list has no number of its own. */
    ATTENDANCE_LIST("", "Danh sách tham dự", "Attendance list"),
    VOTE_PROTOCOL("BB", "Biên bản kết quả biểu quyết", "Record of a vote"),
    OPINIONS("BC", "Báo cáo tổng hợp ý kiến", "Report of opinions");

    private final String code;
    private final Text label;

    DocumentKind(String code, String vi, String en) {
        this.code = code;
        this.label = new Text(vi, en);
    }

    /** The letters of its kind in number and notation, "BB" in "07/BB-BCĐ"; absent for what has no number. */
    public Optional<String> code() {
        return Optional.of(code).filter(letters -> !letters.isEmpty());
    }

    public Text label() {
        return label;
    }

    /** Name of its template among the resources and in the web: "conclusion-notice". */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
