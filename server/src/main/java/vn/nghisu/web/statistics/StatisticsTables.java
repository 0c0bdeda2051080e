package vn.nghisu.web.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Verdict;
import vn.nghisu.web.Spreadsheet;
import vn.nghisu.web.Spreadsheet.Table;

/** Statistics as tables for spreadsheets. */
final class StatisticsTables {
    /** Which one. */
    enum Which {
        MEETINGS(new Text("Phiên họp", "Meetings"), "phien-hop"),
        PEOPLE(new Text("Thành viên", "People"), "thanh-vien"),
        ITEMS(new Text("Thảo luận", "Discussions"), "thao-luan"),
        VOTES(new Text("Biểu quyết", "Votes"), "bieu-quyet");

        private final Text title;
        private final String fileName;

        Which(Text title, String fileName) {
            this.title = title;
            this.fileName = fileName;
        }

        String fileName() {
            return fileName;
        }
    }

    private final Statistics statistics;
    private final Language language;

    StatisticsTables(Statistics statistics, Language language) {
        this.statistics = statistics;
        this.language = language;
    }

    byte[] csv(Which which) {
        return new Spreadsheet(language).csv(table(which));
    }

    byte[] xlsx() {
        return new Spreadsheet(language).xlsx(Stream.of(Which.values()).map(this::table).toList());
    }

    private Table table(Which which) {
        return switch (which) {
            case MEETINGS -> new Table(which.title, List.of(new Text("Phiên họp", "Meeting"), new Text("Ngày", "Day"), new Text("Thành phần", "On the list"), new Text("Có mặt", "Present"), new Text("Tỷ lệ có mặt (%)", "Present (%)"),
                    new Text("Đến muộn", "Late"), new Text("Phát biểu (phút)", "Speaking (min)"), new Text("Lượt phát biểu", "Turns"), new Text("Số biểu quyết", "Votes"), new Text("Số tờ giấy tiết kiệm", "Sheets of paper saved")),
                    statistics.meetings().stream().map(line -> row(line.title(), day(line.startedAt()), line.members(), line.present(), share(line.present(), line.members()), line.late(),
                            minutes(line.spokenMs()), line.turns(), line.votes(), line.sheets())).toList());
            case PEOPLE -> new Table(which.title, List.of(new Text("Họ và tên", "Name"), new Text("Đơn vị", "Unit"), new Text("Số phiên được mời", "Meetings on the list"), new Text("Có mặt", "Present"), new Text("Tỷ lệ có mặt (%)", "Present (%)"),
                    new Text("Đến muộn", "Late"), new Text("Phát biểu (phút)", "Speaking (min)"), new Text("Lượt phát biểu", "Turns")),
                    statistics.people().stream().map(line -> row(line.name(), line.unit(), line.invited(), line.present(), share(line.present(), line.invited()), line.late(),
                            minutes(line.spokenMs()), line.turns())).toList());
            case ITEMS -> new Table(which.title, List.of(new Text("Nội dung", "Item"), new Text("Ngày", "Day"), new Text("Phát biểu (phút)", "Speaking (min)"), new Text("Lượt phát biểu", "Turns")),
                    noted(statistics.items().stream().map(line -> row(line.title(), day(line.startedAt()), minutes(line.spokenMs()), line.turns())), statistics.items().size(), statistics.discussed(),
                            new Text("Chỉ gồm {0} nội dung thảo luận lâu nhất trong {1} nội dung", "Only the {0} longest discussions of {1}")));
            case VOTES -> new Table(which.title, List.of(new Text("Nội dung biểu quyết", "Question"), new Text("Ngày", "Day"), new Text("Hình thức", "Mode"), new Text("Kết quả", "Outcome"), new Text("Đã biểu quyết", "Voted"),
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

    private static LocalDate day(long ms) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(ms), VietnamTime.ZONE);
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
