package vn.nghisu.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.indicators.Amount;
import vn.nghisu.meeting.indicators.Better;
import vn.nghisu.meeting.indicators.Period;
import vn.nghisu.meeting.indicators.PeriodKind;

/** What files say, and what is wrong in them by row and column. */
class ImportPlanTest {
    private static ImportPlan plan(byte[] file) throws GridFiles.Unreadable {
        return ImportPlan.of(GridFiles.read(file), List.of(IndicatorsTest.indicator("one1", "CT01"), IndicatorsTest.indicator("two2", "CT02")), Map.of(), LocalDate.of(2026, 11, 28));
    }

    private static ImportPlan csv(String text) throws GridFiles.Unreadable {
        return plan(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> values(ImportPlan plan) {
        return plan.lines().stream().map(line -> line.indicator().code() + " " + line.entry().period().key() + " " + Amount.key(line.entry().amount().orElseThrow())).toList();
    }

    private static List<String> faults(ImportPlan plan) {
        return plan.faults().stream().map(fault -> fault.sentence().in(Language.VI)).toList();
    }

    @Test
    void a_csv_of_vietnamese_excel_has_semicolons_commas_and_a_mark_at_its_begin() throws Exception {
        ImportPlan plan = csv("\uFEFFMã chỉ tiêu;Kỳ;Giá trị;Ghi chú\r\nCT01;Quý III/2026;71,25;\"tạm; tính\"\r\nct02;2026-Q2;1.234;\r\n;;;\r\n");
        assertThat(values(plan)).containsExactly("CT01 2026-Q3 71.25", "CT02 2026-Q2 1234");
        assertThat(plan.lines().get(0).entry().note()).isEqualTo("tạm; tính");
        assertThat(faults(plan)).isEmpty();
    }

    @Test
    void a_csv_with_commas_has_points() throws Exception {
        assertThat(values(csv("code,Q2/2026,Q3/2026\nCT01,61.5,\"1,234\"\nCT02,,7\n"))).containsExactly("CT01 2026-Q2 61.5", "CT01 2026-Q3 1234", "CT02 2026-Q3 7");
    }

    @Test
    void a_csv_with_commas_and_decimal_commas_in_quotes_has_vietnamese_numbers() throws Exception {
        assertThat(values(csv("Mã,Kỳ,Giá trị\nCT01,Q3/2026,\"75,5\"\nCT02,Q3/2026,1.260\n"))).containsExactly("CT01 2026-Q3 75.5", "CT02 2026-Q3 1260");
        assertThat(faults(csv("Mã,Kỳ,Giá trị\nCT02,Q3/2026,1.260\n"))).singleElement().asString().contains("“1.260” có thể là 1.260 hoặc 1,26");
        assertThat(faults(csv("Mã,Kỳ,Giá trị\nCT01,Q2/2026,\"75,5\"\nCT01,Q3/2026,75.5\nCT02,Q3/2026,1.260\n"))).hasSize(1);
    }

    @Test
    void all_faults_are_counted_and_the_first_named() throws Exception {
        ImportPlan plan = csv("Mã,Kỳ,Giá trị\n" + "CT09,Q3/2026,7\n".repeat(1_000));
        assertThat(plan.faults()).hasSize(200);
        assertThat(plan.faultsMore()).isEqualTo(800);
    }

    @Test
    void what_has_not_begun_is_a_fault_and_a_share_beyond_the_whole_a_doubt() throws Exception {
        ImportPlan plan = csv("Mã,Kỳ,Giá trị\nCT01,Q4/2026,\"-5,5\"\nCT01,Q1/2027,7\nCT02,Q3/2026,\"1334567,5\"\nCT02,Q2/2026,100\n");
        assertThat(values(plan)).containsExactly("CT01 2026-Q4 -5.5", "CT02 2026-Q3 1334567.5", "CT02 2026-Q2 100");
        assertThat(faults(plan)).containsExactly("Dòng 3, cột B: Quý I/2027 chưa đến nên chưa có số liệu");
        assertThat(plan.doubts()).extracting(doubt -> doubt.sentence().in(Language.VI)).containsExactly("Dòng 2, cột C: CT01 là -5,5%, ngoài khoảng 0–100%", "Dòng 4, cột C: CT02 là 1.334.567,5%, ngoài khoảng 0–100%");
    }

    @Test
    void faults_name_row_and_column() throws Exception {
        ImportPlan plan = csv("Mã,Kỳ,Giá trị\nCT01,Q3/2026,bảy\nCT09,Q3/2026,7\nCT01,khi nào,7\nCT01,09/2026,7\nCT02,Q3/2026,1\nCT02,Q3/2026,2\n,Q3/2026,2\n");
        assertThat(values(plan)).containsExactly("CT02 2026-Q3 1");
        assertThat(faults(plan)).containsExactly(
                "Dòng 2, cột C: “bảy” không phải là số, hoặc có quá nhiều chữ số",
                "Dòng 3, cột A: không có chỉ tiêu mang mã “CT09”",
                "Dòng 4, cột B: “khi nào” không phải là một kỳ, ví dụ Quý III/2026",
                "Dòng 5, cột B: “Tháng 9/2026” không phải kỳ của chỉ tiêu CT01, là chỉ tiêu theo quý",
                "Dòng 7, cột C: chỉ tiêu CT02 có hai giá trị cho Quý III/2026 trong tệp",
                "Dòng 8, cột A: thiếu mã chỉ tiêu");
        assertThat(faults(csv("a,b\n1,2\n"))).singleElement().asString().contains("tiêu đề");
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Số liệu");
            sheet.createRow(0).createCell(0).setCellValue("BÁO CÁO CHỈ TIÊU");
            XSSFRow titles = sheet.createRow(2);
            List.of("Mã", "Kỳ", "Giá trị").forEach(title -> titles.createCell(Math.max(0, titles.getLastCellNum())).setCellValue(title));
            CellStyle percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0%"));
            XSSFRow first = sheet.createRow(3);
            first.createCell(0).setCellValue("CT01");
            first.createCell(1).setCellValue("Quý III/2026");
            first.createCell(2).setCellValue(0.954);
            first.getCell(2).setCellStyle(percent);
            XSSFRow second = sheet.createRow(4);
            second.createCell(0).setCellValue("CT02");
            second.createCell(1).setCellValue("2026-Q3");
            second.createCell(2).setCellFormula("95.4+0.000000000000006");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            XSSFRow third = sheet.createRow(5);
            third.createCell(0).setCellValue("CT02");
            third.createCell(1).setCellValue("Quý II/2026");
            third.createCell(2).setCellValue("chưa có");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void a_workbook_gives_numbers_as_they_are() throws Exception {
        ImportPlan plan = plan(workbook());
        assertThat(values(plan)).containsExactly("CT01 2026-Q3 95.4", "CT02 2026-Q3 95.4");
        assertThat(faults(plan)).containsExactly("Dòng 6, cột C: “chưa có” không phải là số, hoặc có quá nhiều chữ số");
    }

    /** @param styles whether the file has any, as those of programs often have not */
    private static byte[] sheet(boolean styles, String cells, String... formats) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String parts = "http://schemas.openxmlformats.org/package/2006/";
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        StringBuilder own = new StringBuilder();
        StringBuilder used = new StringBuilder("<xf numFmtId='0'/>");
        for (int i = 0; i < formats.length; i++) {
            own.append("<numFmt numFmtId='").append(170 + i).append("' formatCode='").append(formats[i].replace("\"", "&quot;")).append("'/>");
            used.append("<xf numFmtId='").append(170 + i).append("' applyNumberFormat='1'/>");
        }
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", "<Types xmlns='" + parts + "content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                    + "<Override PartName='/xl/workbook.xml' ContentType='" + types + "sheet.main+xml'/><Override PartName='/xl/worksheets/sheet1.xml' ContentType='" + types + "worksheet+xml'/>"
                    + (styles ? "<Override PartName='/xl/styles.xml' ContentType='" + types + "styles+xml'/>" : "") + "</Types>");
            part(zip, "_rels/.rels", "<Relationships xmlns='" + parts + "relationships'><Relationship Id='r' Type='" + office + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            part(zip, "xl/workbook.xml", "<workbook xmlns='" + main + "' xmlns:r='" + office + "'><sheets><sheet name='a' sheetId='1' r:id='s'/></sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns='" + parts + "relationships'><Relationship Id='s' Type='" + office + "/worksheet' Target='worksheets/sheet1.xml'/>"
                    + (styles ? "<Relationship Id='t' Type='" + office + "/styles' Target='styles.xml'/>" : "") + "</Relationships>");
            part(zip, "xl/worksheets/sheet1.xml", "<worksheet xmlns='" + main + "'><sheetData>" + cells + "</sheetData></worksheet>");
            if (styles) {
                part(zip, "xl/styles.xml", "<styleSheet xmlns='" + main + "'><numFmts count='" + formats.length + "'>" + own + "</numFmts><cellXfs count='" + (formats.length + 1) + "'>" + used + "</cellXfs></styleSheet>");
            }
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version='1.0' encoding='UTF-8'?>" + xml).getBytes(StandardCharsets.UTF_8));
    }

    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (String cell : cells) {
            int style = cell.indexOf('@');
            row.append(cell.startsWith("#") ? "<c" + (style < 0 ? "" : " s='" + cell.substring(style + 1) + "'") + "><v>" + cell.substring(1, style < 0 ? cell.length() : style) + "</v></c>"
                    : "<c t='inlineStr'><is><t>" + cell + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    @Test
    void a_percent_sign_that_a_format_only_shows_makes_no_hundredth() throws Exception {
        byte[] file = sheet(true, row(1, "Mã", "Q1/2026", "Q2/2026", "Q3/2026", "Q4/2026") + row(2, "CT01", "#95.4@1", "#95.4@2", "#0.954@3", "#95.4"), "0.0\"%\"", "0.0\\%", "0.0%");
        assertThat(values(plan(file))).containsExactly("CT01 2026-Q1 95.4", "CT01 2026-Q2 95.4", "CT01 2026-Q3 95.4", "CT01 2026-Q4 95.4");
    }

    @Test
    void a_number_of_a_workbook_without_styles_is_a_number() throws Exception {
        assertThat(values(plan(sheet(false, row(1, "Mã", "Q3/2026") + row(2, "CT01", "#72.125"))))).containsExactly("CT01 2026-Q3 72.125");
        assertThat(values(plan(sheet(true, row(1, "Mã", "Q3/2026") + row(2, "CT01", "#72.125@7"))))).containsExactly("CT01 2026-Q3 72.125");
    }

    @Test
    void years_and_codes_that_are_numbers_are_whole() throws Exception {
        Indicator yearly = new Indicator("y", "body", "101", "Thu ngân sách", "", Optional.empty(), Better.MORE, PeriodKind.YEAR, 0, true);
        Grid grid = GridFiles.read(sheet(true, row(1, "Mã", "#2025", "#2026") + row(2, "#101", "#7.5", "#8")));
        assertThat(values(ImportPlan.of(grid, List.of(yearly), Map.of(), LocalDate.of(2026, 11, 28)))).containsExactly("101 2025 7.5", "101 2026 8");
    }

    @Test
    void what_stands_above_a_table_does_not_tell_what_stands_between_its_columns() throws Exception {
        assertThat(values(csv("Báo cáo quý III, năm 2026, tỉnh A, biểu 2\nMã;Kỳ;Giá trị\nCT01;Q3/2026;71,25\n"))).containsExactly("CT01 2026-Q3 71.25");
        assertThat(values(csv("Mã;Q1/2026;Q2/2026\nCT01;71,25;0.954\nCT02;1,5;2,5\n"))).containsExactly("CT01 2026-Q1 71.25", "CT01 2026-Q2 0.954", "CT02 2026-Q1 1.5", "CT02 2026-Q2 2.5");
    }

    @Test
    void a_file_with_tabs_tells_its_decimals_by_its_own_numbers() throws Exception {
        String titles = "Mã\tKỳ\tGiá trị\n";
        byte[] wide = ("\uFEFF" + titles + "CT01\tQ3/2026\t72,125\nCT02\tQ3/2026\t1,5\n").getBytes(StandardCharsets.UTF_16LE);
        assertThat(values(plan(wide))).containsExactly("CT01 2026-Q3 72.125", "CT02 2026-Q3 1.5");
        assertThat(values(csv(titles + "CT01\t9.2026\t7\nCT01\tQ3/2026\t1.234\nCT02\tQ3/2026\t1.234,5\n"))).containsExactly("CT01 2026-Q3 1234", "CT02 2026-Q3 1234.5");
        assertThat(values(csv(titles + "CT01\tQ3/2026\t1.234\nCT02\tQ3/2026\t1.5\n"))).containsExactly("CT01 2026-Q3 1.234", "CT02 2026-Q3 1.5");
        ImportPlan open = csv(titles + "CT01\tQ3/2026\t72,125\nCT02\tQ3/2026\t7\n");
        assertThat(values(open)).containsExactly("CT02 2026-Q3 7");
        assertThat(faults(open)).singleElement().asString().startsWith("Dòng 2, cột C: “72,125” có thể là 72,125 hoặc 72.125, các số khác");
        assertThat(faults(csv(titles + "CT01\tQ2/2026\t1,5\nCT02\tQ2/2026\t1.5\nCT01\tQ3/2026\t1.234\n"))).hasSize(1);
    }

    @Test
    void what_is_made_to_do_harm_is_refused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(new byte[40 * 1024 * 1024]);
        }
        assertThatThrownBy(() -> plan(out.toByteArray())).isInstanceOf(GridFiles.Unreadable.class).hasMessageContaining("packed");
        assertThatThrownBy(() -> plan(new byte[600 * 1024])).isInstanceOf(GridFiles.Unreadable.class).hasMessageContaining("larger");
        assertThatThrownBy(() -> plan(new byte[] {'P', 'K', 3, 4, 1})).isInstanceOf(GridFiles.Unreadable.class).hasMessageContaining("damaged");
        assertThatThrownBy(() -> plan(new byte[] {(byte) 0xC3, 40})).isInstanceOf(GridFiles.Unreadable.class).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> csv("code,value\n".repeat(Grid.ROWS + 1))).isInstanceOf(GridFiles.Unreadable.class).hasMessageContaining("rows");
        assertThatThrownBy(() -> csv("a,".repeat(Grid.COLUMNS + 1))).isInstanceOf(GridFiles.Unreadable.class).hasMessageContaining("columns");
    }

    @ParameterizedTest
    @CsvSource({"Quý III/2026,2026-Q3", "quý 3 năm 2026,2026-Q3", "Q3-2026,2026-Q3", "2026Q3,2026-Q3", "Tháng 9/2026,2026-09", "09/2026,2026-09", "2026-09-01,2026-09",
        "6 tháng đầu năm 2026,2026-H1", "H2/2026,2026-H2", "Năm 2026,2026", "2026,2026", "Quý V/2026,", "13/2026,", "1999,", "'',"})
    void periods_are_read_as_people_write_them(String written, String key) {
        assertThat(Period.read(written).map(Period::key)).isEqualTo(Optional.ofNullable(key));
    }

    @ParameterizedTest
    @CsvSource({"'1.234,5',true,1234.5", "'1,234.5',false,1234.5", "1.234,true,1234", "1.234,false,1.234", "'0,5',false,0.5", "95%,true,95", "1 234 567,true,1234567",
        "-3,true,-3", "'1.234.567',true,1234567", "1e3,true,1000", "0.1234567,false,", "12345678901234567,true,", "'=1+1',true,", "'',true,", "0.954,true,0.954", "-0.125,true,-0.125", "'0,954',false,0.954", "0.123.456,true,"})
    void numbers_are_read_as_people_write_them(String written, boolean comma, String key) {
        assertThat(Amount.typed(written, comma).map(Amount::key)).isEqualTo(Optional.ofNullable(key));
    }

    /** The library keeps these parts as trees, many times as large as their text. */
    @ParameterizedTest
    @CsvSource({"xl/styles.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"})
    void a_part_that_unfolds_in_memory_is_bounded(String name) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream whole = new ZipInputStream(new ByteArrayInputStream(workbook())); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry each = whole.getNextEntry(); each != null; each = whole.getNextEntry()) {
                String text = new String(whole.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("<\\?xml[^>]*\\?>", "");
                int end = text.lastIndexOf("</");
                part(zip, each.getName(), each.getName().equals(name) ? text.substring(0, end) + "<!-- " + new Random(1).ints(1_100_000, 'a', 'c').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append) + " -->" + text.substring(end) : text);
            }
        }
        assertThatThrownBy(() -> GridFiles.read(out.toByteArray())).isInstanceOfSatisfying(GridFiles.Unreadable.class,
                unreadable -> assertThat(unreadable.why().en()).isEqualTo("what is packed in it is too large"));
    }
}
