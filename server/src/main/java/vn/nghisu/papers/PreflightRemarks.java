package vn.nghisu.papers;

import java.util.ArrayList;
import java.util.List;

/** What a {@link Preflight} found, in sentences for the secretary. */
final class PreflightRemarks {
    private PreflightRemarks() {}

    /** The gravest first. */
    static List<Preflight.Remark> of(Preflight found) {
        List<Preflight.Remark> said = new ArrayList<>();
        found.madeFrom().ifPresent(source -> {
            said.add(remark("converted", "Tài liệu được chuyển từ %s sang PDF; hãy xem lại các trang trước khi phát hành. Tệp tải lên được giữ làm bản gốc."
                    .formatted(source.kind().vi()), "The paper was made from %s; look at its pages before issue. The uploaded file is kept as it came."
                    .formatted(source.kind().en())));
            if (source.macros()) {
                said.add(remark("macros", "Tệp tải lên có macro; macro không được chạy khi chuyển đổi.", "The uploaded file has macros; they were not run."));
            }
        });
        text(found, said);
        acts(found, said);
        signatures(found, said);
        broken(found).forEach(grave -> said.add(0, grave));
        if (found.restricted()) {
            said.add(remark("restricted", "Tệp hạn chế in hoặc chỉnh sửa nhưng vẫn đọc được.", "The file restricts printing or changes, yet can be read."));
        }
        List<PageSizes.Group> big = PageSizes.of(found.sizes()).stream().filter(PageSizes.Group::big).toList();
        if (!big.isEmpty()) {
            said.add(remark("big_pages", "Trang khổ lớn: %s; trên máy tính bảng cần phóng to để đọc.".formatted(named(big, true)),
                    "Big pages: %s; they have to be enlarged on a tablet.".formatted(named(big, false))));
        }
        return List.copyOf(said);
    }

    private static void signatures(Preflight found, List<Preflight.Remark> said) {
        List<Preflight.Signature> told = found.signedBy().orElse(List.of());
        if (found.isSigned()) {
            said.add(told.isEmpty()
                    ? remark("signatures", "Tệp có %d chữ ký số, không kiểm tra được; hệ thống không sửa tệp.".formatted(found.signatures()),
                            "The file has %d digital signatures, which could not be checked; it is not rewritten.".formatted(found.signatures()))
                    : remark("signatures", "Tệp đã ký số; hệ thống không sửa tệp.", "The file is signed; it is not rewritten."));
        }
        told.stream().filter(Preflight.Signature::holds).forEach(each -> said.add(remark("signature",
                "Chữ ký số của %s: nội dung toàn vẹn%s.".formatted(each.signer(), each.trusted() ? "" : "; chưa rõ chứng thư do cơ quan tin cậy nào cấp"),
                "Signature of %s: intact%s.".formatted(each.signer(), each.trusted() ? "" : "; no trusted authority is known to vouch for the certificate"))));
    }

    private static List<Preflight.Remark> broken(Preflight found) {
        return found.signedBy().orElse(List.of()).stream().filter(each -> !each.holds()).map(each -> remark("broken_signature",
                "Chữ ký số của %s: KHÔNG toàn vẹn. %s".formatted(each.signer(), each.vi()), "Signature of %s: NOT intact. %s".formatted(each.signer(), each.en()))).toList();
    }

    private static void text(Preflight found, List<Preflight.Remark> said) {
        int without = found.withoutText().size();
        if (without > 0 && without == found.pages()) {
            said.add(remark("image_only", "Tài liệu là bản quét, không có lớp chữ: không tìm kiếm được nội dung.",
                    "The paper is a scan without a text layer: its text can't be searched."));
        } else if (without > 0) {
            String numbers = PageSizes.numbers(found.withoutText());
            said.add(remark("image_only", "%d trang là hình ảnh, không tìm kiếm được: trang %s.".formatted(without, numbers),
                    "%d pages are pictures and can't be searched: page %s.".formatted(without, numbers)));
        }
    }

    private static void acts(Preflight found, List<Preflight.Remark> said) {
        if (found.scripts() > 0) {
            said.add(remark("scripts", "Tệp có mã lệnh JavaScript hoặc biểu mẫu XFA; mã lệnh không được chạy.", "The file holds JavaScript or an XFA form; it is not run."));
        }
        if (found.launches() > 0) {
            said.add(remark("launches", "Tệp có lệnh mở chương trình, tệp khác hay trang web, hoặc có phần phim, âm thanh, hình 3D; các phần này bị vô hiệu.",
                    "The file holds actions that start programs or open files or web pages by themselves, or films, sounds or 3D; they are inert here."));
        }
        if (found.embeddedFiles() > 0) {
            said.add(remark("embedded_files", "Tệp có %d tệp đính kèm bên trong; đại biểu không thấy các tệp này.".formatted(found.embeddedFiles()),
                    "The file has %d attachments inside; delegates do not see them.".formatted(found.embeddedFiles())));
        }
        if (found.isActive()) {
            said.add(found.isSigned()
                    ? remark("not_cleaned", "Vì tệp đã ký số nên không được sửa: đại biểu đọc trên hệ thống, không tải được tệp về.",
                            "As the file is signed it is not rewritten: delegates read it here and can't download it.")
                    : remark("cleaned", "Bản tải về của đại biểu đã được gỡ bỏ các phần nêu trên; tệp gốc được giữ nguyên trong hồ sơ.",
                            "These parts are removed from what delegates download; the file as it came is kept on record."));
        }
    }

    private static String named(List<PageSizes.Group> groups, boolean vi) {
        return String.join("; ", groups.stream().map(group -> (vi ? "%s (trang %s)" : "%s (page %s)").formatted(vi ? group.vi() : group.en(), group.numbers())).toList());
    }

    private static Preflight.Remark remark(String code, String vi, String en) {
        return new Preflight.Remark(code, vi, en);
    }
}
