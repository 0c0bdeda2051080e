package vn.nghisu.minutes.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

class TypesetterTest {
    private static final ZonedDateTime MADE = ZonedDateTime.parse("2026-01-05T12:00:00+07:00[Asia/Ho_Chi_Minh]");
    private static final String LETTERS = "AaÀàẢảÃãÁáẠạĂăẰằẲẳẴẵẮắẶặÂâẦầẨẩẪẫẤấẬậBbCcDdĐđEeÈèẺẻẼẽÉéẸẹÊêỀềỂểỄễẾếỆệGgHhIiÌìỈỉĨĩÍíỊị"
            + "KkLlMmNnOoÒòỎỏÕõÓóỌọÔôỒồỔổỖỗỐốỘộƠơỜờỞởỠỡỚớỢợPpQqRrSsTtUuÙùỦủŨũÚúỤụƯưỪừỬửỮữỨứỰựVvXxYyỲỳỶỷỸỹÝýỴỵ";

    private static Measured set(Block... blocks) {
        return new Measured(pdf(List.of(blocks)));
    }

    private static byte[] pdf(List<Block> blocks) {
        return Typesetter.pdf(new OfficialPaper("Biên bản thử", "Cơ quan thử", blocks), MADE);
    }

    private static Block.Paragraph paragraph(int number, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append("<").append(number).append("> từngữ ");
        }
        return Block.Paragraph.of(Run.of(text.toString()));
    }

    @Test
    void every_vietnamese_letter_comes_back_from_every_face() {
        Measured measured = set(Block.Paragraph.of(Run.of(LETTERS)), Block.Paragraph.of(Run.bold(LETTERS)),
                Block.Paragraph.of(Run.italic(LETTERS)), Block.Paragraph.of(new Run(LETTERS, true, true)));

        String back = measured.text.replaceAll("\\s", "");
        assertThat(back).isEqualTo(LETTERS.repeat(4));
        assertThat(Normalizer.isNormalized(back, Normalizer.Form.NFC)).isTrue();
    }

    @Test
    void letters_typed_with_loose_accents_are_put_together() {
        String loose = Normalizer.normalize("Nghị quyết về đường thủy", Normalizer.Form.NFD);

        assertThat(set(Block.Paragraph.of(Run.of(loose))).text).contains("Nghị quyết về đường thủy");
    }

    @Test
    void ligatures_stay_letters() {
        assertThat(set(Block.Paragraph.of(Run.of("office file flow"))).text).contains("office file flow");
    }

    @Test
    void a_character_that_the_font_lacks_becomes_a_box_and_invisible_ones_go() {
        assertThat(set(Block.Paragraph.of(Run.of("trước \uD83D\uDE00 sau\u0007\u200B ok\uFEFF"))).text).contains("trước □ sau ok");
    }

    @Test
    void a_word_wider_than_the_line_is_cut_and_stays_within_the_margins() {
        Measured measured = set(Block.Paragraph.of(Run.of("xem https://nghisu.example/" + "tailieu".repeat(60) + " và báo cáo")));

        assertThat(measured.glyphs).allMatch(glyph -> glyph.right() <= Sheet.WIDTH - Sheet.RIGHT + 0.1);
        assertThat(measured.text.replaceAll("\\s", "")).contains("tailieu".repeat(60));
    }

    @Test
    void full_lines_reach_both_margins_and_the_first_is_indented_by_12_7_mm() {
        List<Measured.Row> rows = set(paragraph(1, 40)).rows();

        assertThat(rows).hasSizeGreaterThan(4);
        assertThat(rows.get(0).left()).isCloseTo(Sheet.LEFT + 36f, within(0.5f));
        for (Measured.Row row : rows.subList(1, rows.size())) {
            assertThat(row.left()).isCloseTo(Sheet.LEFT, within(0.5f));
        }
        for (Measured.Row row : rows.subList(0, rows.size() - 1)) {
            assertThat(row.right()).isCloseTo(Sheet.WIDTH - Sheet.RIGHT, within(0.6f));
        }
        assertThat(rows.get(rows.size() - 1).right()).isLessThan(Sheet.WIDTH - Sheet.RIGHT - 10);
    }

    @Test
    void lines_are_single_to_one_and_a_half_apart_and_paragraphs_six_points_more() {
        List<Measured.Row> rows = set(paragraph(1, 40), paragraph(2, 40)).rows();
        float pitch = rows.get(1).baseline() - rows.get(0).baseline();
        float single = 13 * 1.149f;
        assertThat(pitch).isBetween(single, 1.5f * single);

        int second = 0;
        while (!rows.get(second).text().contains("<2>")) {
            second++;
        }
        assertThat(rows.get(second).baseline() - rows.get(second - 1).baseline()).isGreaterThanOrEqualTo(pitch + 6 - 0.01f);
    }

    @Test
    void no_page_break_leaves_one_line_of_a_paragraph_alone() {
        List<Block> blocks = new ArrayList<>();
        Map<String, Integer> whole = new HashMap<>();
        for (int i = 100; i < 220; i++) {
            blocks.add(paragraph(i, 8 + i % 7 * 6));
        }
        Measured measured = new Measured(pdf(blocks));
        assertThat(measured.pages).isGreaterThan(5);

        Map<String, Integer> parts = new HashMap<>();
        Pattern mark = Pattern.compile("<(\\d+)>");
        for (Measured.Row row : measured.rows()) {
            Matcher found = mark.matcher(row.text());
            if (found.find()) {
                parts.merge(row.page() + "/" + found.group(1), 1, Integer::sum);
                whole.merge(found.group(1), 1, Integer::sum);
            }
        }
        int divided = 0;
        for (Map.Entry<String, Integer> part : parts.entrySet()) {
            int lines = whole.get(part.getKey().split("/")[1]);
            if (part.getValue() < lines) {
                divided++;
                assertThat(part.getValue()).as("lines of paragraph at page/number " + part.getKey()).isGreaterThanOrEqualTo(2);
            }
        }
        assertThat(divided).isGreaterThan(2);
    }

    @Test
    void a_heading_never_stands_at_the_foot_of_a_page() {
        for (int filler = 30; filler < 45; filler++) {
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < filler; i++) {
                blocks.add(Block.Paragraph.of(Run.of("Dòng " + i)));
            }
            blocks.add(new Block.Heading(1, "1. Đề mục"));
            blocks.add(paragraph(1, 30));
            Measured measured = new Measured(pdf(blocks));

            assertThat(measured.row("Đề mục").page()).isEqualTo(measured.row("<1>").page());
        }
    }

    @Test
    void titles_of_a_table_come_again_on_every_page_and_cells_wrap_inside_their_column() {
        List<List<List<Run>>> rows = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            rows.add(List.of(List.of(Run.of("dòng" + i)), List.of(Run.of("nội dung dài của ô ".repeat(4) + i))));
        }
        Measured measured = set(new Block.Table(
                List.of(new Block.Table.Column("Cột một", 0.5, Align.LEFT), new Block.Table.Column("Cột hai", 0.5, Align.LEFT)), rows));

        assertThat(measured.pages).isGreaterThan(3);
        for (int page = 1; page <= measured.pages; page++) {
            int number = page;
            List<Measured.Row> onPage = measured.rows().stream().filter(row -> row.page() == number && !row.text().equals("" + number)).toList();
            assertThat(onPage.get(0).text()).contains("Cột một").contains("Cột hai");
            assertThat(onPage.get(0).all(Measured.Glyph::isBold)).isTrue();
        }
        float middle = Sheet.LEFT + Sheet.TEXT_WIDTH / 2;
        assertThat(measured.glyphs).filteredOn(glyph -> glyph.page() == 2 && glyph.baseline() > Sheet.TOP)
                .allMatch(glyph -> glyph.right() <= middle || glyph.left() >= middle);
        // Every page closes its table with a rule.
        for (int page = 1; page <= measured.pages; page++) {
            int number = page;
            float lowest = (float) measured.strokes.stream().filter(stroke -> stroke.page() == number).mapToDouble(Measured.Stroke::toY).max().orElseThrow();
            assertThat(measured.strokes).anyMatch(stroke ->
                    stroke.page() == number && stroke.fromY() == stroke.toY() && Math.abs(stroke.toY() - lowest) < 0.01);
        }
    }

    @Test
    void a_row_longer_than_a_page_goes_on_over_the_next() {
        Measured measured = set(new Block.Table(
                List.of(new Block.Table.Column("Một", 0.2, Align.LEFT), new Block.Table.Column("Hai", 0.8, Align.LEFT)),
                List.of(List.of(List.of(Run.of("tên")), List.of(Run.of("Rất nhiều chữ trong một ô. ".repeat(300)))))));

        assertThat(measured.pages).isGreaterThan(2);
        assertThat(measured.glyphs).allMatch(glyph -> glyph.baseline() < Sheet.HEIGHT - Sheet.BOTTOM);
        assertThat(measured.text.split("Rất nhiều chữ", -1)).hasSize(301);
    }

    @Test
    void page_numbers_are_centred_in_the_top_margin_from_page_two_on() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            blocks.add(paragraph(i, 5));
        }
        Measured measured = new Measured(pdf(blocks));

        List<Measured.Row> above = measured.rows().stream().filter(row -> row.baseline() < Sheet.TOP).toList();
        assertThat(above).extracting(Measured.Row::page).doesNotContain(1).hasSize(measured.pages - 1);
        for (Measured.Row row : above) {
            assertThat(row.text()).isEqualTo(String.valueOf(row.page()));
            assertThat((row.left() + row.right()) / 2)
                    .isCloseTo(Sheet.LEFT + Sheet.TEXT_WIDTH / 2, within(0.5f));
            assertThat(row.all(glyph -> glyph.size() >= 13 && glyph.size() <= 14 && !glyph.isBold() && !glyph.isItalic())).isTrue();
        }
    }

    @Test
    void place_and_date_of_other_papers_stand_in_the_row_of_the_number_in_italics() {
        Measured measured = set(Block.Header.of(Optional.empty(), "Ủy ban nhân dân tỉnh", "Số: 12/TB-UBND",
                Optional.of("Trường Giang, ngày 05 tháng 01 năm 2026")));

        Measured.Row row = measured.row("Số: 12/TB-UBND");
        assertThat(row.text()).contains("Trường Giang, ngày 05 tháng 01 năm 2026");
        assertThat(row.between(Sheet.LEFT + Sheet.TEXT_WIDTH / 2, Sheet.WIDTH).all(Measured.Glyph::isItalic)).isTrue();
    }

    @Test
    void the_file_describes_itself_for_the_archive() throws IOException {
        byte[] pdf = pdf(List.of(new Block.Heading(1, "1. Một"), new Block.Heading(2, "1.1. Hai"), paragraph(1, 5), new Block.Heading(1, "2. Ba"),
                Block.Paragraph.of(Run.bold("đậm"), Run.italic("nghiêng"))));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Biên bản thử");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Cơ quan thử");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(MADE.toInstant());
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi-VN");
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
            String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(xmp).contains("Biên bản thử").containsPattern("part(=\"|>)3").containsPattern("conformance(=\"|>)A");
            var outline = document.getDocumentCatalog().getDocumentOutline();
            assertThat(outline.getFirstChild().getTitle()).isEqualTo("1. Một");
            assertThat(outline.getFirstChild().getFirstChild().getTitle()).isEqualTo("1.1. Hai");
            assertThat(outline.getFirstChild().getNextSibling().getTitle()).isEqualTo("2. Ba");
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+LiberationSerif.*");
                }
            }
        }
    }

    @Test
    void the_same_paper_at_the_same_time_gives_the_same_bytes() {
        List<Block> blocks = List.of(new Block.Heading(1, "1. Một"), paragraph(1, 200), Block.Paragraph.of(Run.bold("đậm"), Run.italic("nghiêng")));

        assertThat(pdf(blocks)).isEqualTo(pdf(blocks));
    }
}
