package vn.nghisu.minutes;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.minutes.layout.Align;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Block.Table;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.minutes.layout.Run;
import vn.nghisu.minutes.layout.Typesetter;

/**
 * What was destroyed because its time of keeping was over: by which rules, by whom, when, how many, and the hashes of files (product M10). Whose notes they were, and what was
 * in them, it does not say.
 *
 * @param rules in words
 * @param held meetings that were held back, with the reasons
 * @param left files of destroyed papers that are still there; absent when there are none
 * @param issued what makes it an official paper; absent in older ones
 */
public record DestructionCertificate(String id, String body, String bodyName, String by, Instant at, List<String> rules, List<Line> lines, List<Held> held, Optional<List<Left>> left,
        Optional<Issued> issued) {

    /**
     * @param parentAgency and {@code place} may be empty
     * @param post of the person who carried it out; absent where the server did by itself
     */
    public record Issued(String parentAgency, String place, Optional<String> post) {}


    /** @param what NOTES, READINGS or PAPERS @param hashes SHA-256 of the files of papers */
    public record Line(String meeting, String title, Instant metAt, String what, long many, List<String> hashes) {}

    /**
     * @param failed whether they could not be removed
     * @param hashes SHA-256 of the files
     * @param why PAPERS_KEPT, PAPERS_UNKNOWN, PAPERS_FAILED or PAPERS_WORDS; absent in older ones, where another meeting needs them unless {@code failed}
     */
    public record Left(String meeting, String title, boolean failed, List<String> hashes, Optional<String> why) {
        private String words() {
            return switch (why.orElse(failed ? "PAPERS_FAILED" : "PAPERS_KEPT")) {
                case "PAPERS_FAILED" -> "chưa xóa được, máy chủ sẽ xóa lại và ghi vào chứng nhận bổ sung";
                case "PAPERS_UNKNOWN" -> "chưa xóa, vì có cuộc họp chưa mở được nên chưa biết còn cuộc họp nào dùng; khi xóa, máy chủ ghi vào chứng nhận bổ sung";
                case "PAPERS_WORDS" -> "tệp đã xóa, từ ngữ trong bộ tìm kiếm chưa xóa được; máy chủ sẽ xóa lại, muộn nhất khi khởi động";
                default -> "vẫn giữ, vì cuộc họp khác còn dùng";
            };
        }
    }

    public record Held(String meeting, String title, String reason) {}

    /** @param sha256 of the certificate as JSON, which the paper prints */
    public byte[] pdf(String sha256, ZoneId zone) {
        Times times = Times.on(Optional.empty(), zone);
        List<Block> blocks = new ArrayList<>();
        String date = Times.date(at.atZone(zone).toLocalDate());
        blocks.add(Block.Header.of(issued.map(Issued::parentAgency).filter(name -> !name.isBlank()), bodyName, "Số: …/CN-…",
                Optional.of(issued.map(Issued::place).filter(place -> !place.isBlank()).map(place -> place + ", " + date).orElse(Words.capital(date)))));
        blocks.add(new Block.Title("CHỨNG NHẬN TIÊU HỦY", "Dữ liệu hết thời hạn lưu trữ"));
        say(blocks, "Thời điểm thực hiện: " + times.moment(at) + ".");
        say(blocks, "Người thực hiện: " + by + ".");
        blocks.add(Block.Paragraph.of(Run.of("Theo các thời hạn lưu trữ của " + bodyName + ":")).kept());
        blocks.add(Block.Listing.dashes(rules.stream().map(rule -> List.of(Run.of(rule + "."))).toList()));
        blocks.add(new Block.Heading(1, "Đã tiêu hủy"));
        if (lines.isEmpty()) {
            say(blocks, "Không có gì.");
        } else {
            blocks.add(new Table(List.of(new Table.Column("Cuộc họp", 0.5, Align.LEFT), new Table.Column("Ngày họp", 0.16, Align.CENTER), new Table.Column("Loại", 0.22, Align.LEFT), new Table.Column("Số lượng", 0.12, Align.CENTER)),
                    lines.stream().map(line -> List.of(cell(line.title()), cell(day(line.metAt(), zone)), cell(word(line.what())), cell(String.valueOf(line.many())))).toList()));
        }
        if (!held.isEmpty()) {
            blocks.add(new Block.Heading(1, "Được giữ lại, không tiêu hủy"));
            blocks.add(Block.Listing.dashes(held.stream().map(each -> List.of(Run.of(each.title() + ": " + Words.unstopped(each.reason()) + "."))).toList()));
        }
        left.ifPresent(files -> {
            blocks.add(new Block.Heading(1, "Chưa tiêu hủy hết"));
            files.forEach(each -> hashes(blocks, each.title() + ": " + each.words(), each.hashes()));
        });
        List<Line> files = lines.stream().filter(line -> !line.hashes().isEmpty()).toList();
        if (!files.isEmpty()) {
            blocks.add(new Block.Heading(1, "Giá trị băm SHA-256 của các tệp đã tiêu hủy"));
            files.forEach(line -> hashes(blocks, line.title(), line.hashes()));
        }
        say(blocks, "Ghi chú riêng và lượt đọc chỉ được đếm; chứng nhận này không cho biết của ai và có nội dung gì. Giá trị băm của tài liệu vẫn còn trong sổ nhật ký của từng cuộc họp.");
        say(blocks, "Mã chứng nhận: " + id + ". Giá trị băm SHA-256 của bản dữ liệu (JSON): " + sha256 + ".");
        blocks.add(closing());
        return Typesetter.pdf(new OfficialPaper("Chứng nhận tiêu hủy: " + bodyName, bodyName, List.copyOf(blocks)), at.atZone(zone));
    }

    /** Who carried it out signs; what the server did by itself is confirmed by whom the body names. */
    private Block closing() {
        Optional<String> post = issued.flatMap(Issued::post);
        List<String> capacity = new ArrayList<>(List.of(issued.isPresent() && post.isEmpty() ? "Người xác nhận" : "Người thực hiện"));
        post.filter(words -> !words.isBlank()).ifPresent(capacity::add);
        return new Block.Closing(List.of("- Lưu: VT, Hồ sơ."), capacity, "(Chữ ký, dấu/chữ ký số nếu có)", issued.isPresent() && post.isEmpty() ? "" : by);
    }

    private static void hashes(List<Block> blocks, String of, List<String> hashes) {
        blocks.add(Block.Paragraph.of(Run.of(of + ":")).kept());
        blocks.add(Block.Listing.dashes(hashes.stream().map(hash -> List.of(Run.of(hash))).toList()));
    }

    private static List<Run> cell(String text) {
        return Words.cell(text);
    }

    private static void say(List<Block> blocks, String text) {
        blocks.add(Block.Paragraph.of(Run.of(text)));
    }

    private static String day(Instant at, ZoneId zone) {
        return java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy").format(at.atZone(zone));
    }

    private static String word(String what) {
        return switch (what) {
            case "NOTES" -> "Ghi chú riêng";
            case "READINGS" -> "Lượt đọc tài liệu";
            default -> "Tệp tài liệu";
        };
    }
}
