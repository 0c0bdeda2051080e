package vn.nghisu.papers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be made a paper. Told by content ({@link Recognition}), never by name. */
public enum FileKind {
    PDF("tệp PDF", "a PDF"),
    PNG("hình ảnh PNG", "a PNG picture"),
    JPEG("hình ảnh JPEG", "a JPEG picture"),
    DOC("văn bản Word (.doc)", "a Word document (.doc)"),
    DOCX("văn bản Word (.docx)", "a Word document (.docx)"),
    XLS("bảng tính Excel (.xls)", "an Excel spreadsheet (.xls)"),
    XLSX("bảng tính Excel (.xlsx)", "an Excel spreadsheet (.xlsx)"),
    PPT("bản trình chiếu PowerPoint (.ppt)", "a PowerPoint slide show (.ppt)"),
    PPTX("bản trình chiếu PowerPoint (.pptx)", "a PowerPoint slide show (.pptx)"),
    ODT("văn bản OpenDocument (.odt)", "an OpenDocument text (.odt)"),
    ODS("bảng tính OpenDocument (.ods)", "an OpenDocument spreadsheet (.ods)"),
    ODP("bản trình chiếu OpenDocument (.odp)", "an OpenDocument slide show (.odp)"),
    RTF("văn bản RTF", "an RTF document");

    private final String vi;
    private final String en;

    FileKind(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    /** Lower case; for an office file also the ending that names it. */
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

    boolean isPicture() {
        return this == PNG || this == JPEG;
    }
}
