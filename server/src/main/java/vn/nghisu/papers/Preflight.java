package vn.nghisu.papers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a new paper before it was taken in. Nothing of what it lists ever reaches a tablet: tablets get page
 * images and words only.
 *
 * @param sizes size of each page in 0.1 pt, after rotation
 * @param withoutText numbers, from 1, of pages that are only pictures
 * @param scripts JavaScript actions
 * @param launches actions that would start a program, send a form or open another file
 * @param embeddedFiles attached files
 * @param signatures digital signatures present (not verified here)
 * @param restricted protected against changes by an owner password, yet readable
 */
public record Preflight(
        int pages,
        List<PageSize> sizes,
        List<Integer> withoutText,
        int scripts,
        int launches,
        int embeddedFiles,
        int signatures,
        boolean restricted,
        Optional<String> title) {

    public record PageSize(int w, int h) {}

    public record Remark(String code, String vi, String en) {}

    /** Sentences for the secretary, most important first; empty when there is nothing to say. */
    @JsonIgnore
    public List<Remark> remarks() {
        List<Remark> said = new ArrayList<>();
        if (!withoutText.isEmpty()) {
            said.add(
                    withoutText.size() == pages
                            ? new Remark(
                                    "image_only",
                                    "Tài liệu là bản quét, không có lớp chữ: không tìm kiếm được nội dung.",
                                    "The paper is a scan without a text layer: its text can't be searched.")
                            : new Remark(
                                    "image_only",
                                    "%d trang là hình ảnh, không tìm kiếm được.".formatted(withoutText.size()),
                                    "%d pages are pictures and can't be searched.".formatted(withoutText.size())));
        }
        if (scripts > 0) {
            said.add(new Remark("scripts", "Tệp có mã lệnh JavaScript; mã lệnh không được chạy.", "The file holds JavaScript; it is not run."));
        }
        if (launches > 0) {
            said.add(new Remark(
                    "launches",
                    "Tệp có lệnh mở chương trình hoặc tệp khác; các lệnh này bị vô hiệu.",
                    "The file holds actions that start programs or open files; they are inert here."));
        }
        if (embeddedFiles > 0) {
            said.add(new Remark(
                    "embedded_files",
                    "Tệp có %d tệp đính kèm bên trong; đại biểu không thấy các tệp này.".formatted(embeddedFiles),
                    "The file has %d attachments inside; delegates do not see them.".formatted(embeddedFiles)));
        }
        return List.copyOf(said);
    }
}
