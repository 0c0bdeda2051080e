package vn.nghisu.notes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A province's report as offices write them: sections, each from a page's top, of paragraphs of sentences that are much alike. Every word
 * has a tag that it keeps through all edits, so that its right place in a revision is known.
 */
final class AdminReport {
    private static final List<String> SENTENCES = List.of(
            "Trong {m} tháng đầu năm {y}, {a} đã ban hành {n} văn bản chỉ đạo, điều hành về chuyển đổi số.",
            "Tỷ lệ hồ sơ thủ tục hành chính tiếp nhận trực tuyến của {a} đạt {p}, tăng {p} so với cùng kỳ năm trước.",
            "{a} chủ trì, phối hợp với {b} hoàn thành việc số hóa {n} hồ sơ trước ngày {d}.",
            "Đến nay, toàn tỉnh có {n} dịch vụ công trực tuyến toàn trình, trong đó {n} dịch vụ phát sinh hồ sơ.",
            "Việc kết nối, chia sẻ dữ liệu giữa {a} và {b} còn chậm, chưa bảo đảm tiến độ theo kế hoạch đã giao.",
            "Kinh phí thực hiện nhiệm vụ là {n} triệu đồng, đã giải ngân {p} tính đến ngày {d}.",
            "Giao {a} tham mưu Ủy ban nhân dân tỉnh xem xét, quyết định việc bổ sung {n} biên chế cho bộ phận một cửa.",
            "Đề nghị {b} rà soát, cập nhật quy trình nội bộ và công khai kết quả trên Cổng thông tin điện tử tỉnh.",
            "Một số cán bộ, công chức cấp xã chưa thành thạo kỹ năng số, nhất là ở các xã miền núi.",
            "Hạ tầng mạng tại {n} thôn, bản chưa được phủ sóng băng rộng di động; {a} đang làm việc với các doanh nghiệp viễn thông.",
            "{b} báo cáo kết quả thực hiện về Ban Chỉ đạo trước ngày {d} hằng tháng.",
            "Công tác bảo đảm an toàn thông tin được {a} duy trì thường xuyên, xử lý kịp thời {n} cảnh báo.",
            "Người dân và doanh nghiệp đánh giá mức độ hài lòng đạt {p}, cao hơn chỉ tiêu được giao.",
            "Nguyên nhân chủ yếu là do quy định của trung ương chưa đồng bộ và nguồn lực của địa phương còn hạn chế.");
    private static final List<String> OFFICES = List.of("Sở Khoa học và Công nghệ", "Sở Nội vụ", "Sở Tài chính", "Văn phòng Ủy ban nhân dân tỉnh",
            "Công an tỉnh", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Nông nghiệp và Môi trường", "Ủy ban nhân dân các xã, phường");
    private static final List<String> SECTIONS = List.of("I. TÌNH HÌNH TRIỂN KHAI", "II. KẾT QUẢ ĐẠT ĐƯỢC", "III. TỒN TẠI, HẠN CHẾ", "IV. NHIỆM VỤ TRỌNG TÂM");
    private static final List<String> HEAD = List.of("ỦY BAN NHÂN DÂN TỈNH LAM SƠN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
            "BÁO CÁO", "Kết quả thực hiện nhiệm vụ chuyển đổi số");
    private static final float LINE = 1.35f;

    record Word(String text, int tag) {}

    /** A word where it was set: its page's words come in this order from the PDF, those without a tag (head, page number) too. */
    record Set(Word word, float x, float y) {}

    /** @param pages words as they were set */
    record Printed(byte[] pdf, List<List<Set>> pages) {}

    record Look(float size, float margin) {
        static final Look USUAL = new Look(13, 72);
    }

    private static final int NO_TAG = -1;

    /** Sections of paragraphs of words. */
    final List<List<List<Word>>> sections = new ArrayList<>();
    private int tags;

    static AdminReport write(Random random) {
        AdminReport report = new AdminReport();
        for (String title : SECTIONS) {
            List<List<Word>> paragraphs = new ArrayList<>();
            paragraphs.add(report.words(title));
            for (int i = 0; i < 6; i++) {
                paragraphs.add(report.paragraph(random));
            }
            report.sections.add(paragraphs);
        }
        return report;
    }

    AdminReport copy() {
        AdminReport copy = new AdminReport();
        sections.forEach(section -> copy.sections.add(new ArrayList<>(section.stream().map(paragraph -> (List<Word>) new ArrayList<>(paragraph)).toList())));
        copy.tags = tags;
        return copy;
    }

    List<Word> paragraph(Random random) {
        List<Word> words = new ArrayList<>();
        for (int i = 3 + random.nextInt(3); i > 0; i--) {
            words.addAll(sentence(random));
        }
        return words;
    }

    List<Word> sentence(Random random) {
        String sentence = pick(SENTENCES, random);
        while (sentence.contains("{")) {
            String gap = sentence.substring(sentence.indexOf('{'), sentence.indexOf('}') + 1);
            int at = sentence.indexOf(gap);
            sentence = sentence.substring(0, at) + fill(gap, random) + sentence.substring(at + gap.length());
        }
        return words(sentence);
    }

    private static String fill(String gap, Random random) {
        return switch (gap) {
            case "{m}" -> String.valueOf(1 + random.nextInt(12));
            case "{y}" -> String.valueOf(2024 + random.nextInt(3));
            case "{p}" -> (10 + random.nextInt(90)) + "," + random.nextInt(10) + "%";
            case "{d}" -> (1 + random.nextInt(28)) + "/" + (1 + random.nextInt(12)) + "/2026";
            case "{n}" -> String.valueOf(1 + random.nextInt(900));
            default -> pick(OFFICES, random);
        };
    }

    List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            words.add(new Word(word, tags++));
        }
        return words;
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** Sections begin on pages of their own; each page has its number below. */
    Printed print(Look look) {
        try (PDDocument document = new PDDocument(); InputStream in = AdminReport.class.getResourceAsStream("/fonts/LiberationSerif-Regular.ttf")) {
            PDFont font = PDType0Font.load(document, in);
            List<List<Set>> pages = new ArrayList<>();
            for (int section = 0; section < sections.size(); section++) {
                List<Set> page = new ArrayList<>();
                float y = PDRectangle.A4.getHeight() - look.margin;
                for (String line : section == 0 ? HEAD : List.<String>of()) {
                    y = set(page, line(line), font, look, y);
                }
                for (List<Word> paragraph : sections.get(section)) {
                    for (List<Word> line : lines(paragraph, font, look)) {
                        if (y < look.margin + look.size * LINE) {
                            pages.add(page);
                            page = new ArrayList<>();
                            y = PDRectangle.A4.getHeight() - look.margin;
                        }
                        y = set(page, line, font, look, y);
                    }
                    y -= look.size * 0.5f;
                }
                pages.add(page);
            }
            for (int number = 1; number <= pages.size(); number++) {
                pages.get(number - 1).add(new Set(new Word(String.valueOf(number), NO_TAG), PDRectangle.A4.getWidth() / 2, 36));
                draw(document, pages.get(number - 1), font, look);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new Printed(out.toByteArray(), pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Word> line(String text) {
        return List.of(text.split(" ")).stream().map(word -> new Word(word, NO_TAG)).toList();
    }

    private static List<List<Word>> lines(List<Word> paragraph, PDFont font, Look look) throws IOException {
        float width = PDRectangle.A4.getWidth() - 2 * look.margin;
        List<List<Word>> lines = new ArrayList<>();
        List<Word> line = new ArrayList<>();
        float x = 0;
        for (Word word : paragraph) {
            float w = width(word.text + " ", font, look);
            if (x + w > width && !line.isEmpty()) {
                lines.add(line);
                line = new ArrayList<>();
                x = 0;
            }
            line.add(word);
            x += w;
        }
        lines.add(line);
        return lines;
    }

    private static float width(String text, PDFont font, Look look) throws IOException {
        return font.getStringWidth(text) / 1000 * look.size;
    }

    private static float set(List<Set> page, List<Word> line, PDFont font, Look look, float y) throws IOException {
        float x = look.margin;
        for (Word word : line) {
            page.add(new Set(word, x, y));
            x += width(word.text + " ", font, look);
        }
        return y - look.size * LINE;
    }

    /** A line is shown as one piece, as word processors do. */
    private static void draw(PDDocument document, List<Set> words, PDFont font, Look look) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            for (int i = 0; i < words.size(); ) {
                Set first = words.get(i);
                StringBuilder line = new StringBuilder();
                for (; i < words.size() && words.get(i).y == first.y; i++) {
                    line.append(line.isEmpty() ? "" : " ").append(words.get(i).word.text);
                }
                pen.beginText();
                pen.setFont(font, look.size);
                pen.newLineAtOffset(first.x, first.y);
                pen.showText(line.toString());
                pen.endText();
            }
        }
    }
}
