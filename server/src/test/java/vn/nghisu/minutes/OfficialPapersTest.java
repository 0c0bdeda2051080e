package vn.nghisu.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.tasks.Assignment;
import vn.nghisu.meeting.tasks.Entrusted;
import vn.nghisu.meeting.tasks.TaskCommand;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Measured.Glyph;
import vn.nghisu.minutes.layout.Measured.Row;
import vn.nghisu.minutes.layout.Measured;
import vn.nghisu.minutes.template.Names;

/** The ruler of Decree 30/2020/NĐ-CP, appendices I and III, held against every kind of paper, all made of one meeting. */
class OfficialPapersTest {
    private static final float MM = 72f / 25.4f;
    private static final float WIDTH = 210 * MM;
    private static final float MIDDLE = (30 * MM + WIDTH - 15 * MM) / 2;
    /** Whose forms have no line of place and date. */
    private static final Set<DocumentKind> UNDATED = EnumSet.of(DocumentKind.MINUTES, DocumentKind.VOTE_PROTOCOL);

    private static final Map<DocumentKind, Made> MADE = new EnumMap<>(DocumentKind.class);
    private static PlayedMeeting held;

    @BeforeAll
    static void make() {
        held = SampleMeeting.held();
        for (DocumentKind kind : DocumentKind.values()) {
            MADE.put(kind, SampleMeeting.made(held, SampleMeeting.order(kind)));
        }
    }

    private static Measured measured(DocumentKind kind) {
        return new Measured(MADE.get(kind).pdf());
    }

    private static float centre(Row row) {
        return (row.left() + row.right()) / 2;
    }

    private static Measured.Stroke ruleBelow(Measured measured, Row row) {
        return measured.strokes.stream()
                .filter(stroke -> stroke.page() == row.page() && stroke.fromY() == stroke.toY() && stroke.fromY() > row.baseline() && stroke.fromY() < row.baseline() + 10
                        && stroke.fromX() >= row.left() - 5 && stroke.toX() <= row.right() + 5)
                .findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void everything_stands_inside_the_margins_and_pages_are_numbered_from_the_second_on(DocumentKind kind) {
        Measured measured = measured(kind);
        List<Glyph> ink = measured.glyphs.stream().filter(glyph -> !glyph.text().isBlank()).toList();
        assertThat(ink).filteredOn(glyph -> glyph.baseline() >= 20 * MM).allSatisfy(glyph -> {
            assertThat(glyph.left()).isGreaterThanOrEqualTo(30 * MM - 0.1f);
            assertThat(glyph.right()).isLessThanOrEqualTo(WIDTH - 15 * MM + 0.1f);
            assertThat(glyph.baseline()).isLessThan(277 * MM);
            assertThat(glyph.font()).contains("LiberationSerif");
        });
        List<Row> numbers = measured.rows().stream().filter(row -> row.baseline() < 20 * MM).toList();
        assertThat(numbers).extracting(Row::page).doesNotContain(1).hasSize(measured.pages - 1);
        assertThat(numbers).allSatisfy(row -> {
            assertThat(row.text()).isEqualTo(String.valueOf(row.page()));
            assertThat(centre(row)).isCloseTo(MIDDLE, within(0.5f));
            assertThat(row.all(glyph -> glyph.size() == 13 && !glyph.isBold() && !glyph.isItalic())).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void the_header_is_that_of_the_decree(DocumentKind kind) {
        Measured measured = measured(kind);
        Row nation = measured.row("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").between(MIDDLE - 20 * MM, WIDTH);
        assertThat(nation.all(glyph -> glyph.isBold() && glyph.size() == 12)).isTrue();
        Row motto = measured.row("Độc lập - Tự do - Hạnh phúc").between(MIDDLE - 20 * MM, WIDTH);
        assertThat(motto.all(glyph -> glyph.isBold() && glyph.size() == 13)).isTrue();
        assertThat(ruleBelow(measured, motto).length()).isCloseTo(motto.right() - motto.left(), within(1.5f));
        Row agency = measured.row("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ").between(0, MIDDLE);
        assertThat(agency.all(glyph -> glyph.isBold() && glyph.size() == 12)).isTrue();
        assertThat(ruleBelow(measured, agency).length() / (agency.right() - agency.left())).isBetween(1 / 3f, 1 / 2f);
        assertThat(measured.row("TỈNH TRƯỜNG GIANG").between(0, MIDDLE - 5 * MM).all(glyph -> !glyph.isBold() && glyph.size() == 12)).isTrue();

        Optional<Row> number = kind.code().map(code -> measured.row("Số: 07/" + code + "-BCĐCĐS").between(0, 97 * MM));
        number.ifPresent(row -> {
            assertThat(row.all(glyph -> glyph.size() == 13 && !glyph.isBold() && !glyph.isItalic())).isTrue();
            assertThat(centre(row)).isCloseTo(centre(agency), within(1f));
        });
        if (kind == DocumentKind.ATTENDANCE_LIST) {
            assertThat(measured.text).doesNotContain("Số:");
        }
        List<Row> dates = measured.rows().stream().filter(row -> row.page() == 1 && row.baseline() < 60 * MM && row.text().contains("ngày 06 tháng 02 năm 2026")).toList();
        assertThat(dates).hasSize(UNDATED.contains(kind) ? 0 : 1);
        dates.forEach(row -> {
            Row date = row.between(MIDDLE - 20 * MM, WIDTH);
            assertThat(date.text().strip()).isEqualTo("Trường Giang, ngày 06 tháng 02 năm 2026");
            assertThat(date.all(glyph -> glyph.isItalic() && !glyph.isBold() && glyph.size() == 13)).isTrue();
            number.ifPresent(same -> assertThat(row.baseline()).isCloseTo(same.baseline(), within(0.1f)));
        });
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void the_name_of_its_kind_is_centred_over_its_subject_and_a_rule(DocumentKind kind) {
        Measured measured = measured(kind);
        Block.Title title = MADE.get(kind).paper().blocks().stream().filter(Block.Title.class::isInstance).map(Block.Title.class::cast).findFirst().orElseThrow();
        Row name = measured.rows().stream().filter(row -> row.text().strip().equals(title.name().toUpperCase())).findFirst().orElseThrow();
        String end = title.subject().substring(title.subject().lastIndexOf(' ') + 1);
        Row subject = measured.rows().stream().filter(row -> row.page() == 1 && row.baseline() > name.baseline() && row.text().strip().endsWith(end)).findFirst().orElseThrow();
        for (Row row : List.of(name, subject)) {
            assertThat(row.all(glyph -> glyph.isBold() && !glyph.isItalic() && glyph.size() == 14)).isTrue();
            assertThat(centre(row)).isCloseTo(MIDDLE, within(1f));
        }
        assertThat(ruleBelow(measured, subject).length() / (subject.right() - subject.left())).isBetween(1 / 3f, 1 / 2f);
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void who_signs_stands_on_the_right_with_places_for_signature_and_seal(DocumentKind kind) throws IOException {
        Measured measured = measured(kind);
        boolean two = UNDATED.contains(kind);
        String role = two ? "CHỦ TỌA" : "TL. TRƯỞNG BAN";
        String name = two ? "Nguyễn Thị Ước" : "Phạm Quốc Quyền";
        Row first = measured.rows().stream().filter(row -> row.text().contains(role)).reduce((one, other) -> other).orElseThrow();
        Row capacity = first.between(MIDDLE, WIDTH);
        assertThat(capacity.text().strip()).isEqualTo(role);
        assertThat(capacity.all(glyph -> glyph.isBold() && glyph.size() == 13)).isTrue();
        Row signed = measured.rows().stream().filter(row -> row.page() == first.page() && row.baseline() > first.baseline() && row.text().contains(name)).findFirst().orElseThrow()
                .between(MIDDLE, WIDTH);
        assertThat(signed.all(glyph -> glyph.isBold() && glyph.size() == 13)).isTrue();
        assertThat(centre(signed)).isCloseTo(centre(capacity), within(1f));
        assertThat(signed.baseline() - first.baseline()).as("room to sign").isGreaterThan(70);

        Row recipients = measured.row("Nơi nhận:").between(0, MIDDLE);
        assertThat(recipients.all(glyph -> glyph.isBold() && glyph.isItalic() && glyph.size() == 12)).isTrue();
        assertThat(recipients.left()).isCloseTo(30 * MM, within(0.5f));
        if (!two) {
            assertThat(recipients.page()).isEqualTo(first.page());
            assertThat(recipients.baseline()).as("level with the capacity").isCloseTo(first.baseline(), within(1.5f));
        }
        assertThat(measured.row("- Lưu: VT, Hồ sơ.").between(0, MIDDLE).all(glyph -> glyph.size() == 11 && !glyph.isBold())).isTrue();
        try (PDDocument document = Loader.loadPDF(MADE.get(kind).pdf())) {
            assertThat(document.getDocumentCatalog().getAcroForm().getFields()).extracting(PDField::getPartialName)
                    .containsExactlyInAnyOrderElementsOf(two ? List.of("SECRETARY", "CHAIR", "AGENCY") : List.of("CHAIR", "AGENCY"));
        }
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void nothing_is_printed_where_signatures_and_the_seal_will_stand(DocumentKind kind) throws IOException {
        Measured measured = measured(kind);
        assertThat(measured.text).doesNotContain("(Chữ ký");
        try (PDDocument document = Loader.loadPDF(MADE.get(kind).pdf())) {
            for (PDField field : document.getDocumentCatalog().getAcroForm().getFields()) {
                PDAnnotationWidget widget = field.getWidgets().get(0);
                PDRectangle place = widget.getRectangle();
                boolean isSeal = field.getPartialName().startsWith("AGENCY");
                float slack = isSeal ? (place.getHeight() - 58) / 2 : 0; // a seal may touch the lines of the post and the name, not what is between
                int page = document.getPages().indexOf(widget.getPage()) + 1;
                assertThat(measured.glyphs).filteredOn(glyph -> glyph.page() == page && !glyph.text().isBlank() && glyph.left() < place.getUpperRightX() && glyph.right() > place.getLowerLeftX())
                        .as(field.getPartialName())
                        .noneMatch(glyph -> 297 * MM - glyph.baseline() > place.getLowerLeftY() + slack && 297 * MM - glyph.baseline() < place.getUpperRightY() - slack + 13);
            }
        }
    }

    /** {@code -Dpapers.write=true} writes them anew. */
    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void each_kind_says_what_it_said_before(DocumentKind kind) throws IOException {
        Path golden = Path.of("src", "test", "resources", "papers", kind.slug() + ".txt");
        String text = measured(kind).text;
        if (Boolean.getBoolean("papers.write")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void the_same_order_gives_the_same_bytes(DocumentKind kind) {
        Made again = SampleMeeting.made(SampleMeeting.held(), SampleMeeting.order(kind));
        assertThat(again.pdf()).isEqualTo(MADE.get(kind).pdf());
        assertThat(again.docx()).isEqualTo(MADE.get(kind).docx());
    }

    @Test
    void days_and_the_first_two_months_get_a_leading_zero_as_do_numbers_below_ten() {
        assertThat(dated(LocalDate.of(2026, 1, 9), 9)).contains("Số: 09/TB-BCĐ", "ngày 09 tháng 01 năm 2026");
        assertThat(dated(LocalDate.of(2026, 3, 10), 10)).contains("Số: 10/TB-BCĐ", "ngày 10 tháng 3 năm 2026");
        assertThat(dated(LocalDate.of(2026, 12, 31), 123)).contains("Số: 123/TB-BCĐ", "ngày 31 tháng 12 năm 2026");
    }

    private static String dated(LocalDate date, int number) {
        PaperOrder order = SampleMeeting.order(DocumentKind.CONCLUSION_NOTICE);
        return new Measured(SampleMeeting.made(held, new PaperOrder(order.kind(), order.about(), order.letterhead(), Optional.of(new Numbered(number, "TB-BCĐ")), date,
                order.place(), order.signatory(), order.recipients())).pdf()).text;
    }

    @Test
    void without_a_number_its_place_stays_open() {
        assertThat(new Measured(SampleMeeting.made(held, SampleMeeting.order(DocumentKind.RESOLUTION, Optional.of("item1"), Optional.empty(), List.of())).pdf()).text).contains("Số: …/NQ-…");
    }

    @Test
    void the_notice_tells_each_conclusion_with_who_carries_it_out_until_when() {
        String text = flat(DocumentKind.CONCLUSION_NOTICE);
        assertThat(text).containsSubsequence("1. Báo cáo kết quả", "Cơ bản nhất trí",
                "- Sở Thông tin và Truyền thông chủ trì, phối hợp với Sở Nội vụ, Ủy ban nhân dân các huyện, thành phố: Hoàn thiện báo cáo, trình Ủy ban nhân dân tỉnh;"
                        + " thời hạn hoàn thành: ngày 31 tháng 3 năm 2026.",
                "2. Trang bị máy tính bảng", "3. Các nhiệm vụ khác", "- Sở Nội vụ chủ trì: Rà soát quy chế làm việc của Ban Chỉ đạo.");
    }

    @Test
    void the_notice_tells_tasks_as_they_stood_at_the_closing_and_nothing_twice() {
        Assignment given = new Assignment("Rà soát danh mục dịch vụ công", "", "Sở Nội vụ", List.of("Sở Tài chính"), Optional.empty(), Optional.empty(),
                new Entrusted(SampleMeeting.id(1), "Nguyễn Văn A", "", ""), Optional.of(LocalDate.of(2026, 3, 15)));
        PlayedMeeting play = SampleMeeting.held(before -> before.does("secr", new ConclusionCommand.RecordConclusion("item3",
                        "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát danh mục dịch vụ công, hoàn thành trước ngày 15/3/2026.\nSở Nội vụ báo cáo thêm về rà soát danh mục dịch vụ công trước ngày 16/3/2026."))
                .does("secr", new TaskCommand.AssignTask("task9", Optional.of("item3"), given)));
        play.at(200).does(SampleMeeting.id(1), new TaskCommand.AskExtension("task9", LocalDate.of(2026, 4, 20), "cần thêm thời gian"));
        play.at(201).does(SampleMeeting.id(0), new TaskCommand.DecideExtension("task9", true, ""));
        play.at(202).does(SampleMeeting.id(0), new TaskCommand.CancelTask("task3", "giao nhầm"));
        String text = new Measured(SampleMeeting.made(play, SampleMeeting.order(DocumentKind.CONCLUSION_NOTICE)).pdf()).text.replaceAll("\\s+", " ");
        assertThat(text).contains("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính: Rà soát danh mục dịch vụ công; thời hạn hoàn thành: ngày 15 tháng 3 năm 2026.",
                "Sở Nội vụ báo cáo thêm về rà soát danh mục", "Rà soát quy chế làm việc").doesNotContain("Giao Sở Nội vụ", "20 tháng 4");
    }

    @Test
    void an_invitation_that_guests_get_names_no_item_that_is_not_for_them() {
        assertThat(flat(DocumentKind.INVITATION)).contains("1. Báo cáo kết quả", "3. Nội dung khác", "(khách mời)").doesNotContain("Trang bị máy tính bảng", "Phương án thuê");
    }

    @Test
    void names_stand_in_the_record_of_an_open_vote_only() {
        assertThat(flat(DocumentKind.VOTE_PROTOCOL)).contains("Không biểu quyết: Phạm Đức Hằng", "20/27", "20/25", "20/24");
        String unnamed = new Measured(SampleMeeting.made(held, SampleMeeting.order(DocumentKind.VOTE_PROTOCOL, Optional.of("vote2"), Optional.empty(), List.of())).pdf()).text;
        assertThat(unnamed).contains("biểu quyết không ghi tên", "17/27").doesNotContain("Họ và tên", "Trần Văn Hằng", "Phạm Đức Hằng");
    }

    @Test
    void where_there_is_nothing_to_make_it_says_why() {
        PlayedMeeting prepared = SampleMeeting.prepared();
        refused(PaperFault.NO_CONCLUSIONS, prepared, SampleMeeting.order(DocumentKind.CONCLUSION_NOTICE));
        refused(PaperFault.NO_SUCH_ITEM, held, SampleMeeting.order(DocumentKind.RESOLUTION, Optional.of("nothing"), Optional.empty(), List.of()));
        refused(PaperFault.NO_SUCH_ITEM, held, SampleMeeting.order(DocumentKind.RESOLUTION, Optional.empty(), Optional.empty(), List.of()));
        refused(PaperFault.NOTHING_PASSED, held, SampleMeeting.order(DocumentKind.RESOLUTION, Optional.of("item2a"), Optional.empty(), List.of()));
        refused(PaperFault.NO_SUCH_VOTE, held, SampleMeeting.order(DocumentKind.VOTE_PROTOCOL, Optional.of("nothing"), Optional.empty(), List.of()));
        refused(PaperFault.NO_OPINIONS, held, SampleMeeting.order(DocumentKind.OPINIONS, Optional.of("item3"), Optional.empty(), List.of()));
        refused(PaperFault.MEETING_CANCELLED, SampleMeeting.prepared().does(Caller.person("secr"), new PreparationCommand.CancelMeeting("hoãn")), SampleMeeting.order(DocumentKind.INVITATION));
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= PaperOrder.MOST_RECIPIENTS; i++) {
            many.add("Sở số " + i);
        }
        assertThatThrownBy(() -> SampleMeeting.order(DocumentKind.INVITATION, Optional.empty(), Optional.empty(), many)).isInstanceOf(PaperRefused.class);
    }

    private static void refused(PaperFault fault, PlayedMeeting play, PaperOrder order) {
        assertThatThrownBy(() -> SampleMeeting.made(play, order)).isInstanceOfSatisfying(PaperRefused.class, refused -> {
            assertThat(refused.fault()).isEqualTo(fault);
            assertThat(refused.sentence(Language.VI)).endsWith(".");
        });
    }

    @Test
    void many_recipients_go_on_below_the_signature_and_over_the_page() {
        List<String> many = new ArrayList<>();
        for (int i = 1; i <= PaperOrder.MOST_RECIPIENTS; i++) {
            many.add("Ủy ban nhân dân huyện số " + i + " và các phòng, ban chuyên môn trực thuộc");
        }
        Measured measured = new Measured(SampleMeeting.made(held, SampleMeeting.order(DocumentKind.CONCLUSION_NOTICE, Optional.empty(), Optional.empty(), many)).pdf());
        assertThat(measured.row("- Lưu: VT, Hồ sơ.").page()).isGreaterThan(measured.row("Nơi nhận:").page());
        assertThat(measured.glyphs).filteredOn(glyph -> glyph.baseline() > 20 * MM).allSatisfy(glyph -> assertThat(glyph.baseline()).isLessThan(277 * MM));
    }

    @Test
    void a_body_has_its_own_template_and_a_faulty_one_is_refused() {
        String invitation = "@header\n@title Giấy mời họp | {{meeting}}\nKính gửi các đồng chí.\n| Nội dung | Chuẩn bị\n{{#items}}\n| {{title}} | {{unit}}\n{{/items}}\n@sign";
        Made made = new OfficialPapers(kind -> kind == DocumentKind.INVITATION ? invitation : Templates.builtIn().of(kind)).make(held.meeting(), held.head(), SampleMeeting.order(DocumentKind.INVITATION), SampleMeeting.START);
        assertThat(new Measured(made.pdf()).text).contains("GIẤY MỜI HỌP", "Kính gửi các đồng chí.", "Chuẩn bị").doesNotContain("Nơi nhận");
        assertThatThrownBy(() -> OfficialPapers.check(DocumentKind.INVITATION, "@header\n{{nguoi}}")).hasMessageContaining("TEMPLATE_NAME");
        for (DocumentKind kind : DocumentKind.values()) {
            OfficialPapers.check(kind, Templates.builtIn().of(kind));
        }
    }

    @Test
    void each_ground_of_a_resolution_ends_with_a_semicolon_and_the_last_with_a_full_stop() {
        PlayedMeeting twice = SampleMeeting.held(play -> {
            SampleMeeting.vote(play, "vote8", "item1", "Thông qua dự thảo quy chế.", Mode.OPEN, 20, 2, 2);
            SampleMeeting.vote(play, "vote9", "item1", "Có nhất trí giao Sở Nội vụ chủ trì không?", Mode.OPEN, 20, 2, 2);
        });
        String text = new Measured(SampleMeeting.made(twice, SampleMeeting.order(DocumentKind.RESOLUTION)).pdf()).text.replaceAll("\\s+", " ");
        List<String> grounds = Arrays.stream(text.substring(0, text.indexOf("QUYẾT NGHỊ")).split("(?=Căn cứ )")).skip(1).map(String::strip).toList();
        assertThat(grounds).hasSizeGreaterThan(3);
        assertThat(grounds.subList(0, grounds.size() - 1)).allMatch(ground -> ground.endsWith("2026;") || ground.endsWith("Chuyển đổi số;"));
        assertThat(grounds.get(grounds.size() - 1)).endsWith("2026.");
        assertThat(text).contains("Thông qua dự thảo quy chế. Điều", "Nhất trí giao Sở Nội vụ chủ trì. Điều").doesNotContain("quy chế..", "không.");
    }

    @Test
    void who_signs_for_the_chair_says_in_what_capacity() {
        PaperOrder order = SampleMeeting.order(DocumentKind.CONCLUSION_NOTICE);
        refused(PaperFault.CAPACITY_MISSING, held, signedBy(order, new Signatory(List.of(), "Phạm Quốc Quyền")));
        for (String chair : List.of("", "Nguyễn Thị Ước", " nguyễn thị ước ")) {
            assertThat(new Measured(SampleMeeting.made(held, signedBy(order, new Signatory(List.of(), chair))).pdf()).text).contains("CHỦ TRÌ");
        }
    }

    private static PaperOrder signedBy(PaperOrder order, Signatory signatory) {
        return new PaperOrder(order.kind(), order.about(), order.letterhead(), order.number(), order.date(), order.place(), signatory, order.recipients());
    }

    @Test
    void a_template_has_its_head_and_its_places_for_signatures_once_whatever_the_meeting_tells() {
        String whole = "@header\n@title A | B\n@sign";
        OfficialPapers.check(DocumentKind.INVITATION, whole);
        OfficialPapers.check(DocumentKind.INVITATION, "{{! @sign {{#x }}\n{{! a }}@header {{place}}\n@two-signatures A | B\n");
        template(PaperFault.TEMPLATE_LACKS, "", "1", "@header");
        template(PaperFault.TEMPLATE_LACKS, "@header\nx\n", "2", "@sign");
        template(PaperFault.TEMPLATE_LACKS, "@sign", "1", "@header");
        template(PaperFault.TEMPLATE_LACKS, "@header\n{{meeting}}@sign", "2", "@sign");
        template(PaperFault.TEMPLATE_ONCE, whole + "\n@sign", "4", "@sign");
        template(PaperFault.TEMPLATE_ONCE, whole + "\n@two-signatures A | B", "4", "@two-signatures");
        template(PaperFault.TEMPLATE_ONCE, "@header\n" + whole, "2", "@header");
        template(PaperFault.TEMPLATE_NOT_IN_SECTION, "@header\n{{#meeting}}\n@sign\n{{/meeting}}", "3", "@sign");
        template(PaperFault.TEMPLATE_NOT_IN_SECTION, "@header\n{{^items}}@sign\n{{/items}}", "2", "@sign");
        template(PaperFault.TEMPLATE_NOT_IN_SECTION, "@header\n{{#items}}\n{{/items}}@sign", "3", "@sign");
    }

    private static void template(PaperFault fault, String text, String... words) {
        assertThatThrownBy(() -> OfficialPapers.check(DocumentKind.INVITATION, text)).isInstanceOfSatisfying(PaperRefused.class, refused -> {
            assertThat(refused.fault()).isEqualTo(fault);
            assertThat(refused.sentence(Language.VI)).contains(words);
            assertThat(refused.sentence(Language.EN)).contains(words);
        });
    }

    @Test
    void every_name_and_part_that_a_template_has_is_explained() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "templates.md"));
        for (DocumentKind kind : DocumentKind.values()) {
            assertThat(Forms.parts(kind)).allSatisfy(part -> assertThat(page).contains("`@" + part + "`"));
            assertThat(page).contains("`" + kind.slug() + ".txt`");
            explained(Forms.names(kind), page);
        }
    }

    private static void explained(Names names, String page) {
        assertThat(names.values()).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
        names.lists().forEach((name, entries) -> {
            assertThat(page).contains("`" + name + "`");
            explained(entries, page);
        });
    }

    private static String flat(DocumentKind kind) {
        return measured(kind).text.replaceAll("\\s+", " ");
    }
}
