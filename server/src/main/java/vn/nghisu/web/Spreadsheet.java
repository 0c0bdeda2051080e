package vn.nghisu.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Text;

/** Tables as files for spreadsheets, in the ways of the reader's language. */
public record Spreadsheet(Language language) {
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String CSV = "text/csv; charset=utf-8";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int NAME_WIDTH = 60 * 256;
    private static final int NUMBER_WIDTH = 18 * 256;

    /** @param name of its sheet @param rows cells are texts, days, whole numbers or decimals; an empty text is an empty cell */
    public record Table(Text name, List<Text> titles, List<List<Object>> rows) {}

    /** CSV in UTF-8 with a byte order mark, as Excel wants it; a cell that a spreadsheet would run as a formula begins with an apostrophe. */
    public byte[] csv(Table table) {
        StringBuilder out = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.EXCEL.builder().setDelimiter(language == Language.VI ? ';' : ',').get())) {
            printer.printRecord(table.titles().stream().map(title -> title.in(language)).toList());
            for (List<Object> row : table.rows()) {
                printer.printRecord(row.stream().map(this::written).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String written(Object cell) {
        if (cell instanceof BigDecimal number) {
            return language == Language.VI ? number.toPlainString().replace('.', ',') : number.toPlainString();
        }
        if (cell instanceof LocalDate day) {
            return DAY.format(day);
        }
        return cell instanceof String text ? harmless(text) : String.valueOf(cell);
    }

    public static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** All tables, a sheet each. Cells are texts, days or numbers and never formulas. */
    public byte[] xlsx(List<Table> tables) {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle head = book.createCellStyle();
            Font bold = book.createFont();
            bold.setBold(true);
            head.setFont(bold);
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            for (Table table : tables) {
                sheet(book.createSheet(table.name().in(language)), table, head, day);
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sheet(XSSFSheet sheet, Table table, CellStyle head, CellStyle day) {
        XSSFRow titles = sheet.createRow(0);
        for (int i = 0; i < table.titles().size(); i++) {
            XSSFCell cell = titles.createCell(i);
            cell.setCellValue(table.titles().get(i).in(language));
            cell.setCellStyle(head);
            sheet.setColumnWidth(i, i == 0 ? NAME_WIDTH : NUMBER_WIDTH);
        }
        sheet.createFreezePane(0, 1);
        for (int r = 0; r < table.rows().size(); r++) {
            XSSFRow row = sheet.createRow(r + 1);
            for (int i = 0; i < table.rows().get(r).size(); i++) {
                Object value = table.rows().get(r).get(i);
                if (value instanceof Number number) {
                    row.createCell(i).setCellValue(number.doubleValue());
                } else if (value instanceof LocalDate date) {
                    XSSFCell cell = row.createCell(i);
                    cell.setCellValue(date);
                    cell.setCellStyle(day);
                } else if (!value.equals("")) {
                    row.createCell(i).setCellValue(String.valueOf(value));
                }
            }
        }
    }
}
