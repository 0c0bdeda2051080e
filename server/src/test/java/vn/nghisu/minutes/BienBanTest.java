package vn.nghisu.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Measured;
import vn.nghisu.minutes.layout.Measured.Glyph;
import vn.nghisu.minutes.layout.Measured.Row;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.minutes.layout.Run;

/** The ruler of Decree 30/2020/NĐ-CP, appendices I and III (form 1.9), held against the minutes. */
class BienBanTest {
    private static final float MM = 72f / 25.4f;
    private static final float WIDTH = 210 * MM;
    private static final float HEIGHT = 297 * MM;
    private static final float MIDDLE = 105 * MM;

    private static Measured morning;
    private static Measured threeHours;

    @BeforeAll
    static void set() {
        morning = measured(SampleDrafts.morning());
        threeHours = measured(SampleDrafts.threeHours());
    }

    private static Measured measured(MinutesDraft draft) {
        return new Measured(BienBan.pdf(draft, SampleDrafts.MADE, SampleDrafts.ZONE));
    }

    private static boolean isNumber(Glyph glyph) {
        return glyph.baseline() < 20 * MM;
    }

    @Test
    void every_letter_of_a_long_meeting_stands_inside_the_margins() {
        assertThat(threeHours.pages).isBetween(20, 60);
        for (Measured measured : List.of(morning, threeHours)) {
            assertThat(measured.glyphs).filteredOn(glyph -> !isNumber(glyph) && !glyph.text().isBlank()).allSatisfy(glyph -> {
                assertThat(glyph.left()).isGreaterThanOrEqualTo(30 * MM - 0.1f);
                assertThat(glyph.right()).isLessThanOrEqualTo(WIDTH - 15 * MM + 0.1f);
                assertThat(glyph.baseline()).isBetween(20 * MM, HEIGHT - 20 * MM);
            });
        }
    }

    @Test
    void nothing_at_all_is_drawn_outside_the_margins_but_the_page_number() {
        int dpi = 72;
        for (int page = 1; page <= morning.pages; page++) {
            BufferedImage picture = morning.picture(page, dpi);
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    boolean inside = x >= 30 * MM - 1 && x <= WIDTH - 15 * MM + 1 && y >= 20 * MM - 1 && y <= HEIGHT - 20 * MM + 1;
                    boolean number = page > 1 && y > 8 * MM && y < 14 * MM && Math.abs(x - (30 * MM + 195 * MM) / 2) < 5 * MM;
                    if (!inside && !number && (picture.getRGB(x, y) & 0xFF) < 200) {
                        throw new AssertionError("ink at " + x + "," + y + " on page " + page);
                    }
                }
            }
        }
    }

    @Test
    void the_nation_stands_on_the_right_over_a_rule_as_long_as_its_motto() {
        Row nation = morning.row("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").between(MIDDLE - 20 * MM, WIDTH);
        assertThat(nation.all(glyph -> glyph.isBold() && !glyph.isItalic() && glyph.size() >= 12 && glyph.size() <= 13)).isTrue();
        Row motto = morning.row("Độc lập - Tự do - Hạnh phúc").between(MIDDLE - 20 * MM, WIDTH);
        assertThat(motto.all(glyph -> glyph.isBold() && !glyph.isItalic() && glyph.size() >= 13 && glyph.size() <= 14)).isTrue();
        assertThat(centre(motto)).isCloseTo(centre(nation), within(1f));

        Measured.Stroke rule = ruleBelow(morning, motto);
        assertThat(rule.length()).isCloseTo(motto.right() - motto.left(), within(1.5f));
        assertThat((rule.fromX() + rule.toX()) / 2).isCloseTo(centre(motto), within(1f));
    }

    @Test
    void the_agency_stands_on_the_left_in_bold_below_its_parent_with_a_rule_a_third_to_half_as_long() {
        Row parent = morning.row("ỦY BAN NHÂN DÂN").between(0, MIDDLE - 5 * MM);
        assertThat(parent.all(glyph -> !glyph.isBold() && !glyph.isItalic() && glyph.size() >= 12 && glyph.size() <= 13)).isTrue();
        Row agency = morning.row("CHÍNH QUYỀN ĐIỆN TỬ").between(0, MIDDLE - 5 * MM);
        assertThat(agency.all(glyph -> glyph.isBold() && glyph.size() >= 12 && glyph.size() <= 13)).isTrue();

        float share = ruleBelow(morning, agency).length() / (agency.right() - agency.left());
        assertThat(share).isBetween(1 / 3f, 1 / 2f);
        Row number = morning.row("Số: 07/BB-BCĐ").between(0, MIDDLE);
        assertThat(number.all(glyph -> !glyph.isBold() && !glyph.isItalic() && glyph.size() == 13)).isTrue();
        assertThat(number.baseline()).isGreaterThan(agency.baseline());
        assertThat(centre(number)).isCloseTo(centre(agency), within(1f));
    }

    @Test
    void the_header_has_no_place_and_date_since_form_1_9_has_none() {
        String header = morning.text.substring(0, morning.text.indexOf("BIÊN BẢN"));
        assertThat(header).doesNotContain("ngày").doesNotContain("2026").contains("Số: 07/BB-BCĐ");
    }

    @Test
    void without_a_number_the_place_for_it_stays_open() {
        MinutesDraft draft = SampleDrafts.morning();
        MinutesDraft.Registration open = new MinutesDraft.Registration(Optional.empty(), "Ban", Optional.empty(), Optional.empty());
        assertThat(measured(with(draft, open, draft.course())).text).contains("Số: …/BB-…");
    }

    @Test
    void the_title_is_centred_and_bold_over_a_rule_a_third_to_half_as_long() {
        Row name = morning.row("BIÊN BẢN");
        Row subject = morning.row("6 tháng cuối năm 2025");
        for (Row row : List.of(name, subject)) {
            assertThat(row.all(glyph -> glyph.isBold() && !glyph.isItalic() && glyph.size() >= 13 && glyph.size() <= 14)).isTrue();
            assertThat(centre(row)).isCloseTo((30 * MM + WIDTH - 15 * MM) / 2, within(1f));
        }
        assertThat(ruleBelow(morning, subject).length() / (subject.right() - subject.left())).isBetween(1 / 3f, 1 / 2f);
    }

    @Test
    void fields_come_in_the_order_of_the_form() {
        List<String> order = List.of("BIÊN BẢN", "Thời gian bắt đầu: 08 giờ 30 phút, ngày 05 tháng 01 năm 2026.", "Địa điểm: Phòng họp số 2",
                "Thành phần tham dự: 25 người có mặt, 2 người vắng mặt, 1 khách mời.", "Chủ trì (chủ tọa): Nguyễn Thị Ước",
                "Thư ký (người ghi biên bản): Phạm Quốc Quyền", "Nội dung (theo diễn biến phiên họp):", "1. Báo cáo kết quả",
                "Phiên họp giải lao từ 09 giờ 50 phút đến 10 giờ 05 phút.", "2. Trang bị", "2.1. Phương án",
                "Phiên họp kết thúc vào 11 giờ 15 phút, ngày 05 tháng 01 năm 2026./.", "THƯ KÝ", "Nơi nhận:", "- Như thành phần tham dự;",
                "- Lưu: VT, Hồ sơ.", "Dữ liệu kỹ thuật");
        int at = -1;
        String text = flat(morning.text);
        for (String next : order) {
            int found = text.indexOf(next, at + 1);
            assertThat(found).as(next).isGreaterThan(at);
            at = found;
        }
    }

    @Test
    void text_is_upright_13_to_14_points_and_votes_and_presence_are_told_whole() {
        assertThat(morning.row("Địa điểm").all(glyph -> !glyph.isBold() && !glyph.isItalic() && glyph.size() >= 13 && glyph.size() <= 14)).isTrue();
        String text = flat(morning.text);
        assertThat(text)
                .contains("Trực tiếp; vắng từ 09 giờ 50 phút đến 10 giờ 05 phút")
                .contains("Trực tuyến; đến muộn, lúc 08 giờ 45 phút")
                .contains("rời phiên họp lúc 10 giờ 20 phút")
                .contains("đủ số thành viên theo quy định.")
                .contains("không báo lý do.")
                .contains("Tổng số thành viên có quyền biểu quyết: 27; có mặt: 25; số phiếu nhận được: 24; có mặt, chưa biểu quyết: 1.")
                .contains("Tỷ lệ thông qua: hơn 1/2 tổng số thành viên có quyền biểu quyết; ngang phiếu thì theo ý kiến của chủ trì.")
                .contains("Kết quả: Thông qua: 21 tán thành trên 27 thành viên; cần quá nửa (ít nhất 14).")
                .contains("Nội dung này đã được biểu quyết lại.")
                .contains("Biểu quyết lại: “Chọn phương án thuê dịch vụ trong 36 tháng”. Lý do biểu quyết lại: một số máy tính bảng mất kết nối.")
                .contains("Hình thức: biểu quyết không ghi tên; từ 10 giờ 25 phút đến 10 giờ 26 phút.")
                .contains("Biểu quyết này đã bị hủy, không có kết quả. Lý do: câu hỏi ghi chưa đúng dự thảo.")
                .containsPattern("Các nội dung chưa tiến hành\\s+- Nội dung \\d+: ")
                .contains("từ 08 giờ 42 phút đến 08 giờ 45 phút (3 phút 12 giây)");
    }

    @Test
    void the_secretary_signs_on_the_left_and_the_chair_on_the_right() {
        Row roles = morning.row("THƯ KÝ");
        assertThat(roles.all(glyph -> glyph.isBold() && glyph.size() >= 13 && glyph.size() <= 14)).isTrue();
        Row left = roles.between(0, MIDDLE + 5 * MM);
        Row right = roles.between(MIDDLE, WIDTH);
        assertThat(left.text().strip()).isEqualTo("THƯ KÝ");
        assertThat(right.text().strip()).isEqualTo("CHỦ TỌA");
        Row mark = morning.row("(Chữ ký");
        assertThat(mark.page()).isEqualTo(roles.page());

        Row names = lastRow(morning, "Phạm Quốc Quyền");
        assertThat(names.text()).contains("Nguyễn Thị Ước");
        assertThat(names.all(Glyph::isBold)).isTrue();
        assertThat(centre(names.between(0, MIDDLE))).isCloseTo(centre(left), within(1f));
        assertThat(centre(names.between(MIDDLE, WIDTH))).isCloseTo(centre(right), within(1f));
        assertThat(names.baseline() - mark.baseline()).as("room to sign").isGreaterThan(40);
    }

    @Test
    void recipients_stand_below_on_the_left_in_12_bold_italic_and_11_upright() {
        Row word = morning.row("Nơi nhận:");
        assertThat(word.all(glyph -> glyph.isBold() && glyph.isItalic() && glyph.size() == 12)).isTrue();
        assertThat(word.left()).isCloseTo(30 * MM, within(0.5f));
        assertThat(word.baseline()).isGreaterThan(lastRow(morning, "Phạm Quốc Quyền").baseline());
        assertThat(morning.row("- Lưu: VT, Hồ sơ.").all(glyph -> !glyph.isBold() && !glyph.isItalic() && glyph.size() == 11)).isTrue();
    }

    @Test
    void the_signatures_are_never_divided_nor_alone_on_a_page() {
        for (int paragraphs = 0; paragraphs < 40; paragraphs++) {
            List<String> text = new ArrayList<>();
            for (int i = 0; i < paragraphs; i++) {
                text.add("Kết luận " + i);
            }
            MinutesDraft draft = SampleDrafts.morning();
            Measured measured = measured(with(draft, draft.registration(), List.of(new MinutesDraft.Step.Item("1", 1, "Kết luận", "", "", true,
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), text))));

            int page = measured.row("Phiên họp kết thúc vào").page();
            assertThat(measured.row("THƯ KÝ").page()).isEqualTo(page);
            assertThat(lastRow(measured, "Phạm Quốc Quyền").page()).isEqualTo(page);
            assertThat(measured.row("Nơi nhận:").page()).isEqualTo(page);
        }
    }

    @Test
    void the_journals_head_is_printed_and_the_code_says_the_same() throws NotFoundException {
        String hash = SampleDrafts.HEAD.hash().hex();
        Row row = morning.row(hash);
        assertThat(flat(morning.text)).contains("Sổ nhật ký: " + SampleDrafts.HEAD.stream(), "Số mục đã ghi: 412",
                "Mã kiểm tra: " + SampleDrafts.HEAD.hash().shortCode());

        BufferedImage picture = morning.picture(row.page(), 150);
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        String read = new MultiFormatReader().decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE)))
                .getText();
        assertThat(read).isEqualTo(MinutesText.seal(SampleDrafts.HEAD)).endsWith(hash);
    }

    @Test
    void the_page_in_the_browser_says_what_the_pdf_says() throws Exception {
        OfficialPaper paper = MinutesText.of(SampleDrafts.morning(), SampleDrafts.ZONE);
        ObjectMapper json = new ObjectMapper().registerModule(new Jdk8Module());
        String written = json.writeValueAsString(paper);
        assertThat(json.readValue(written, new TypeReference<OfficialPaper>() {})).isEqualTo(paper);

        JsonNode blocks = json.readTree(written).get("blocks");
        assertThat(blocks.findValuesAsText("type")).contains("header", "title", "heading", "paragraph", "list", "table", "signatures",
                "recipients", "annex");
        String pdf = String.join("", morning.rows().stream().filter(row -> row.baseline() > 20 * MM).map(Row::text).toList()).replaceAll("\\s+", "");
        for (Block block : paper.blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                assertThat(pdf).contains(packed(paragraph.runs()));
            } else if (block instanceof Block.Listing listing) {
                assertThat(listing.items()).allSatisfy(item -> assertThat(pdf).contains(packed(item)));
            } else if (block instanceof Block.Table table) {
                // Cells stand side by side on a row, so word by word.
                assertThat(table.rows()).allSatisfy(row -> row.forEach(cell -> cell.forEach(run -> {
                    for (String word : run.text().split("\\s+")) {
                        assertThat(pdf).contains(word);
                    }
                })));
            }
        }
    }

    private static String packed(List<Run> runs) {
        return String.join("", runs.stream().map(Run::text).toList()).replaceAll("\\s+", "");
    }

    @Test
    void a_draft_of_a_meeting_that_goes_on_says_so() {
        MinutesDraft closed = SampleDrafts.morning();
        MinutesDraft open = new MinutesDraft(closed.registration(), "phiên họp", closed.title(), "", Optional.empty(), Optional.empty(),
                closed.grace(), Optional.empty(), List.of(), List.of(), List.of(), closed.chair(), List.of(), List.of(), List.of(), closed.journal());

        assertThat(flat(measured(open).text)).contains("Thời gian bắt đầu: …", "Phiên họp chưa kết thúc./.");
    }

    private static MinutesDraft with(MinutesDraft draft, MinutesDraft.Registration registration, List<MinutesDraft.Step> course) {
        return new MinutesDraft(registration, draft.gathering(), draft.title(), draft.room(), draft.openedAt(), draft.closedAt(), draft.grace(),
                draft.quorum(), draft.present(), draft.absent(), draft.guests(), draft.chair(), draft.secretaries(), course, draft.recipients(), draft.journal());
    }

    private static Row lastRow(Measured measured, String containing) {
        return measured.rows().stream().filter(row -> row.text().contains(containing)).reduce((first, second) -> second).orElseThrow();
    }

    private static Measured.Stroke ruleBelow(Measured measured, Row row) {
        return measured.strokes.stream()
                .filter(stroke -> stroke.page() == row.page() && stroke.fromY() == stroke.toY())
                .filter(stroke -> stroke.fromY() > row.baseline() && stroke.fromY() < row.baseline() + 12)
                .filter(stroke -> stroke.fromX() < row.right() && stroke.toX() > row.left())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule below " + row.text()));
    }

    private static float centre(Row row) {
        return (row.left() + row.right()) / 2;
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
