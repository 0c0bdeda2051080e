package vn.nghisu.web.statistics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Verdict;

/** Statistics as tables for spreadsheets. */
final class StatisticsTables {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int NAME_WIDTH = 60 * 256;
    private static final int NUMBER_WIDTH = 18 * 256;

    /** Which one. */
    enum Which {
        MEETINGS(new Text("Phiên họp", "Meetings")),
        PEOPLE(new Text("Thành viên", "People")),
        ITEMS(new Text("Thảo luận", "Discussions")),
        VOTES(new Text("Biểu quyết", "Votes"));

        private final Text title;

        Which(Text title) {
            this.title = title;
        }
    }

    /** @param rows cells are texts, whole numbers or decimals; an empty text is an empty cell */
    private record Table(List<Text> titles, List<List<Object>> rows) {}

    private final Statistics statistics;
    private final Language language;

    StatisticsTables(Statistics statistics, Language language) {
        this.statistics = statistics;
        this.language = language;
    }

    /** CSV in UTF-8 with a byte order mark, as Excel wants it; a cell that a spreadsheet would run as a formula begins with an apostrophe. */
    byte[] csv(Which which) {
        Table table = table(which);
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
        return cell instanceof String text ? harmless(text) : String.valueOf(cell);
    }

    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** All tables, a sheet each. Cells are texts or numbers and never formulas. */
    byte[] xlsx() {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle head = book.createCellStyle();
            Font bold = book.createFont();
            bold.setBold(true);
            head.setFont(bold);
            for (Which which : Which.values()) {
                sheet(book.createSheet(which.title.in(language)), table(which), head);
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sheet(XSSFSheet sheet, Table table, CellStyle head) {
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
                } else if (!value.equals("")) {
                    row.createCell(i).setCellValue(String.valueOf(value));
                }
            }
        }
    }

    private Table table(Which which) {
        return switch (which) {
            case MEETINGS -> new Table(List.of(new Text("Phiên họp", "Meeting"), new Text("Ngày", "Day"), new Text("Thành phần", "On the list"), new Text("Có mặt", "Present"), new Text("Tỷ lệ có mặt (%)", "Present (%)"),
                    new Text("Đến muộn", "Late"), new Text("Phát biểu (phút)", "Speaking (min)"), new Text("Lượt phát biểu", "Turns"), new Text("Số biểu quyết", "Votes"), new Text("Số tờ giấy tiết kiệm", "Sheets of paper saved")),
                    statistics.meetings().stream().map(line -> row(line.title(), day(line.startedAt()), line.members(), line.present(), share(line.present(), line.members()), line.late(),
                            minutes(line.spokenMs()), line.turns(), line.votes(), line.sheets())).toList());
            case PEOPLE -> new Table(List.of(new Text("Họ và tên", "Name"), new Text("Đơn vị", "Unit"), new Text("Số phiên được mời", "Meetings on the list"), new Text("Có mặt", "Present"), new Text("Tỷ lệ có mặt (%)", "Present (%)"),
                    new Text("Đến muộn", "Late"), new Text("Phát biểu (phút)", "Speaking (min)"), new Text("Lượt phát biểu", "Turns")),
                    statistics.people().stream().map(line -> row(line.name(), line.unit(), line.invited(), line.present(), share(line.present(), line.invited()), line.late(),
                            minutes(line.spokenMs()), line.turns())).toList());
            case ITEMS -> new Table(List.of(new Text("Nội dung", "Item"), new Text("Ngày", "Day"), new Text("Phát biểu (phút)", "Speaking (min)"), new Text("Lượt phát biểu", "Turns")),
                    noted(statistics.items().stream().map(line -> row(line.title(), day(line.startedAt()), minutes(line.spokenMs()), line.turns())), statistics.items().size(), statistics.discussed(),
                            new Text("Chỉ gồm {0} nội dung thảo luận lâu nhất trong {1} nội dung", "Only the {0} longest discussions of {1}")));
            case VOTES -> new Table(List.of(new Text("Nội dung biểu quyết", "Question"), new Text("Ngày", "Day"), new Text("Hình thức", "Mode"), new Text("Kết quả", "Outcome"), new Text("Đã biểu quyết", "Voted"),
                    new Text("Được biểu quyết", "Entitled"), new Text("Tỷ lệ (%)", "Turnout (%)")),
                    noted(statistics.votes().stream().map(line -> row(line.question(), day(line.openedAt()), mode(line.mode()).in(language), line.outcome().map(outcome -> outcome(outcome).in(language)).orElse(""),
                            line.cast(), line.entitled(), share(line.cast(), line.entitled()))), statistics.votes().size(), statistics.voted(),
                            new Text("Chỉ gồm {0} biểu quyết gần nhất trong {1} biểu quyết", "Only the {0} newest votes of {1}")));
        };
    }

    /** With a last row that says what is left out. */
    private List<List<Object>> noted(Stream<List<Object>> rows, int told, int all, Text note) {
        return Stream.concat(rows, told < all ? Stream.of(row(note.fill(told, all).in(language))) : Stream.empty()).toList();
    }

    private static List<Object> row(Object... cells) {
        return new ArrayList<>(List.of(cells));
    }

    private static String day(long ms) {
        return DAY.format(LocalDate.ofInstant(Instant.ofEpochMilli(ms), VietnamTime.ZONE));
    }

    private static BigDecimal minutes(long ms) {
        return BigDecimal.valueOf(ms).divide(BigDecimal.valueOf(60_000), 1, RoundingMode.HALF_UP);
    }

    /** Empty where there is nothing to have a share of. */
    private static Object share(int part, int whole) {
        return whole == 0 ? "" : BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    private static Text mode(Mode mode) {
        return switch (mode) {
            case OPEN -> new Text("Công khai", "Open");
            case UNNAMED -> new Text("Không ghi tên", "Unnamed");
            case SECRET -> new Text("Bỏ phiếu kín", "Secret");
        };
    }

    private static Text outcome(Verdict.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> new Text("Thông qua", "Passed");
            case PARTLY -> new Text("Thông qua một phần", "Partly passed");
            case FAILED -> new Text("Không thông qua", "Not passed");
            case TIED -> new Text("Ngang nhau", "Tied");
            case NOT_COUNTED -> new Text("Không kiểm phiếu", "Not counted");
        };
    }
}
