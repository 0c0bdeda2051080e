package vn.nghisu.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.minutes.layout.Measured;
import vn.nghisu.minutes.layout.Measured.Row;

/** Papers for word processors look like the PDF: by what is in the file, and by how LibreOffice sets it. */
class WordFileTest {
    private static final float MM = 72f / 25.4f;
    private static final int TWIPS_A_POINT = 20;

    private static final Map<DocumentKind, Made> MADE = new EnumMap<>(DocumentKind.class);

    @BeforeAll
    static void make() {
        PlayedMeeting held = SampleMeeting.held();
        for (DocumentKind kind : DocumentKind.values()) {
            MADE.put(kind, SampleMeeting.made(held, SampleMeeting.order(kind)));
        }
    }

    private static XWPFDocument read(DocumentKind kind) {
        try {
            return new XWPFDocument(new ByteArrayInputStream(MADE.get(kind).docx()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<XWPFParagraph> paragraphs(XWPFDocument document) {
        return Stream.concat(document.getParagraphs().stream(), document.getTables().stream().flatMap(WordFileTest::paragraphs));
    }

    private static Stream<XWPFParagraph> paragraphs(XWPFTable table) {
        return table.getRows().stream().flatMap(row -> row.getTableCells().stream()).flatMap(cell -> cell.getParagraphs().stream());
    }

    private static XWPFRun run(XWPFDocument document, String text) {
        return paragraphs(document).flatMap(paragraph -> paragraph.getRuns().stream()).filter(run -> run.text().contains(text)).findFirst().orElseThrow();
    }

    @Test
    void the_sheet_is_that_of_the_decree_and_its_first_page_bears_no_number() throws IOException {
        for (DocumentKind kind : DocumentKind.values()) {
            try (XWPFDocument document = read(kind)) {
                CTSectPr section = document.getDocument().getBody().getSectPr();
                assertThat(twips(section.getPgSz().getW())).isCloseTo(210 * MM, within(0.1f));
                assertThat(twips(section.getPgSz().getH())).isCloseTo(297 * MM, within(0.1f));
                assertThat(twips(section.getPgMar().getTop())).isCloseTo(20 * MM, within(0.1f));
                assertThat(twips(section.getPgMar().getBottom())).isCloseTo(20 * MM, within(0.1f));
                assertThat(twips(section.getPgMar().getLeft())).isCloseTo(30 * MM, within(0.1f));
                assertThat(twips(section.getPgMar().getRight())).isCloseTo(15 * MM, within(0.1f));
                assertThat(section.isSetTitlePg()).isTrue();
                assertThat(document.getHeaderFooterPolicy().getFirstPageHeader().getText()).isBlank();
                assertThat(document.getHeaderFooterPolicy().getDefaultHeader()._getHdrFtr().xmlText()).contains("PAGE");
            }
        }
    }

    private static float twips(Object value) {
        return Float.parseFloat(value.toString()) / TWIPS_A_POINT;
    }

    @Test
    void every_letter_is_times_new_roman_in_the_sizes_of_the_decree() throws IOException {
        for (DocumentKind kind : DocumentKind.values()) {
            try (XWPFDocument document = read(kind)) {
                assertThat(paragraphs(document).flatMap(paragraph -> paragraph.getRuns().stream()).filter(run -> !run.text().isBlank())).isNotEmpty().allSatisfy(run -> {
                    assertThat(run.getFontFamily()).isEqualTo("Times New Roman");
                    assertThat(run.getFontSizeAsDouble()).isIn(10.0, 11.0, 12.0, 13.0, 14.0);
                });
                assertThat(run(document, "CỘNG HÒA XÃ HỘI")).matches(run -> run.isBold() && run.getFontSizeAsDouble() == 12);
                assertThat(run(document, "Độc lập - Tự do")).matches(run -> run.isBold() && run.getFontSizeAsDouble() == 13);
                assertThat(run(document, "Nơi nhận:")).matches(run -> run.isBold() && run.isItalic() && run.getFontSizeAsDouble() == 12);
                assertThat(run(document, "- Lưu: VT")).matches(run -> !run.isBold() && run.getFontSizeAsDouble() == 11);
            }
        }
    }

    @Test
    void titles_of_tables_come_again_and_who_signs_is_never_divided() throws IOException {
        try (XWPFDocument document = read(DocumentKind.ATTENDANCE_LIST)) {
            XWPFTable people = document.getTables().stream().filter(table -> table.getText().contains("Họ và tên")).findFirst().orElseThrow();
            assertThat(people.getRow(0).isRepeatHeader()).isTrue();
            assertThat(people.getRows()).hasSize(29);
            assertThat(people.getRows().subList(1, 29)).allMatch(row -> row.isCantSplitRow());
            XWPFTable signed = document.getTables().get(document.getTables().size() - 1);
            assertThat(signed.getText()).contains("CHÁNH VĂN PHÒNG", "Nơi nhận:");
            assertThat(signed.getRow(0).isCantSplitRow()).isTrue();
        }
    }

    @Test
    void the_camera_finds_the_code_in_minutes_and_headings_stand_in_the_outline() throws IOException {
        try (XWPFDocument document = read(DocumentKind.MINUTES)) {
            assertThat(document.getAllPictures()).hasSize(1);
            assertThat(paragraphs(document).filter(paragraph -> paragraph.getCTP().isSetPPr() && paragraph.getCTP().getPPr().isSetOutlineLvl()).map(XWPFParagraph::getText))
                    .anyMatch(text -> text.startsWith("1. Báo cáo"));
            assertThat(document.getProperties().getCoreProperties().getTitle()).startsWith("Biên bản: ");
            assertThat(document.getProperties().getCoreProperties().getCreated()).isEqualTo("2026-02-06T01:00:00Z");
        }
    }

    /** Skipped where LibreOffice isn't installed. */
    @Test
    void libreoffice_sets_the_same_lines_at_the_same_heights(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(place -> Files.isExecutable(Path.of(place, "soffice"))), "LibreOffice is not installed");
        Path fonts = Path.of("src", "main", "resources", "fonts").toAbsolutePath();
        Path settings = Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>" + fonts + "</dir><cachedir>"
                + folder.resolve("cache") + "</cachedir><alias binding=\"same\"><family>Times New Roman</family><accept><family>Liberation Serif</family></accept></alias></fontconfig>");
        List<String> command = new ArrayList<>(List.of("soffice", "--headless", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--convert-to", "pdf", "--outdir", folder.toString()));
        for (DocumentKind kind : DocumentKind.values()) {
            command.add(Files.write(folder.resolve(kind.slug() + ".docx"), MADE.get(kind).docx()).toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log.txt").toFile());
        builder.environment().put("FONTCONFIG_FILE", settings.toString());
        Process office = builder.start();
        assertThat(office.waitFor(5, TimeUnit.MINUTES)).isTrue();
        for (DocumentKind kind : DocumentKind.values()) {
            alike(new Measured(MADE.get(kind).pdf()), new Measured(Files.readAllBytes(folder.resolve(kind.slug() + ".pdf"))), kind);
        }
    }

    /**
     * Longer rows only: cells side by side may stand on baselines that differ by a hair. A few may differ, since LibreOffice narrows the gaps of a line
     * to take one more word.
     */
    private static void alike(Measured ours, Measured theirs, DocumentKind kind) {
        assertThat(theirs.pages).as(kind + " pages").isEqualTo(ours.pages);
        List<Row> set = theirs.rows();
        List<Row> longRows = ours.rows().stream().filter(row -> packed(row).length() > 25).toList();
        List<String> missing = longRows.stream()
                .filter(row -> set.stream().noneMatch(their -> their.page() == row.page() && Math.abs(their.baseline() - row.baseline()) < 5 * MM
                        && packed(their).contains(packed(row).substring(0, 20))))
                .map(row -> row.page() + " " + row.baseline() + " " + row.text()).toList();
        assertThat(missing).as(kind + " lines").hasSizeLessThanOrEqualTo(longRows.size() / 6);
    }

    private static String packed(Row row) {
        return row.text().replaceAll("\\s+", "");
    }
}
