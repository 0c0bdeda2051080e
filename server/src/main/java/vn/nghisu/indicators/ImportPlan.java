package vn.nghisu.indicators;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.indicators.Amount;
import vn.nghisu.meeting.indicators.Period;

/**
 * What a file would write, found before anything is written. A file has a row of titles among its first ten, with a column of codes; then either columns of period
 * and value (and note), or one column for each period.
 *
 * @param lines what is right, in the file's order
 * @param faults what is not, by row and column; the first {@value #FAULTS}
 * @param faultsMore those that are not named
 * @param doubts what is taken and may still be wrong, likewise
 */
public record ImportPlan(List<Line> lines, List<Fault> faults, int faultsMore, List<Fault> doubts) {
    public static final int FAULTS = 200;
    private static final int TITLES_WITHIN = 10;

    private static final Set<String> CODE = Set.of("ma", "ma chi tieu", "ma so", "code", "indicator");
    private static final Set<String> PERIOD = Set.of("ky", "ky bao cao", "thoi gian", "period");
    private static final Set<String> VALUE = Set.of("gia tri", "so lieu", "ket qua", "thuc hien", "value");
    private static final Set<String> NOTE = Set.of("ghi chu", "note");

    /** What a value is to the one that stands. */
    public enum What {
        NEW,
        CHANGED,
        SAME
    }

    /** @param before the value that stands */
    public record Line(int row, Indicator indicator, Entry entry, What what, Optional<BigDecimal> before) {}

    /** @param row from 1 @param column A, B … */
    public record Fault(int row, String column, Text words) {
        /** “Dòng 5, cột C: …” */
        public Text sentence() {
            return column.isEmpty() ? new Text("Dòng {0}: {1}", "Row {0}: {1}").fill(row, words) : new Text("Dòng {0}, cột {1}: {2}", "Row {0}, column {1}: {2}").fill(row, column, words);
        }
    }

    /** Where what stands in the file. @param periods by column, of a file with a column for each */
    private record Columns(int code, Optional<Integer> period, Optional<Integer> value, Optional<Integer> note, Map<Integer, Period> periods) {
        Stream<Integer> values() {
            return period.isPresent() && value.isPresent() ? value.stream() : periods.keySet().stream();
        }

        boolean isWhole() {
            return period.isPresent() && value.isPresent() || !periods.isEmpty();
        }
    }

    /** @param today what begins later has no values */
    public static ImportPlan of(Grid grid, List<Indicator> indicators, Map<String, TreeMap<Period, Value>> there, LocalDate today) {
        Builder plan = new Builder(indicators, there, today);
        Optional<Integer> titles = Optional.empty();
        Optional<Columns> columns = Optional.empty();
        for (int i = 0; i < Math.min(TITLES_WITHIN, grid.rows().size()) && columns.isEmpty(); i++) {
            columns = columns(grid.rows().get(i)).filter(Columns::isWhole);
            titles = Optional.of(i + 1);
        }
        if (columns.isEmpty()) {
            plan.fault(1, "", new Text("không thấy dòng tiêu đề có cột “Mã” và cột “Kỳ”, “Giá trị” hoặc một cột cho mỗi kỳ", "there is no row of titles with a column “Code” and columns “Period” and “Value”, or one column for each period"));
        } else {
            List<Grid.Row> rows = grid.rows().subList(titles.get(), grid.rows().size());
            plan.comma = grid.comma().or(comma(rows, columns.get()));
            for (Grid.Row row : rows) {
                plan.row(row, columns.get());
            }
        }
        return new ImportPlan(List.copyOf(plan.lines), List.copyOf(plan.faults), plan.faultsMore, List.copyOf(plan.doubts));
    }

    /** How all values that show it write decimals; empty when none does, or they differ. */
    private static Supplier<Optional<Boolean>> comma(List<Grid.Row> rows, Columns columns) {
        return () -> {
            List<Boolean> ways = rows.stream().flatMap(row -> columns.values().map(column -> row.cell(column).text())).flatMap(text -> Amount.comma(text).stream()).distinct().toList();
            return ways.size() == 1 ? Optional.of(ways.get(0)) : Optional.empty();
        };
    }

    private static Optional<Columns> columns(Grid.Row row) {
        Optional<Integer> code = find(row, CODE);
        Map<Integer, Period> periods = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            int column = i;
            Period.read(row.cell(i).text()).filter(period -> code.filter(found -> found == column).isEmpty()).ifPresent(period -> periods.put(column, period));
        }
        return code.map(found -> new Columns(found, find(row, PERIOD), find(row, VALUE), find(row, NOTE), periods));
    }

    private static Optional<Integer> find(Grid.Row row, Set<String> titles) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (titles.contains(folded(row.cell(i).text()))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static String folded(String title) {
        return Normalizer.normalize(title.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", " ").strip();
    }

    private static final class Builder {
        private final List<Line> lines = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final List<Fault> doubts = new ArrayList<>();
        private final LocalDate today;
        private int faultsMore;
        private final Map<String, Indicator> byCode = new LinkedHashMap<>();
        private final Map<String, TreeMap<Period, Value>> there;
        private final Set<String> seen = new HashSet<>();
        private Optional<Boolean> comma = Optional.empty();

        Builder(List<Indicator> indicators, Map<String, TreeMap<Period, Value>> there, LocalDate today) {
            this.today = today;
            indicators.forEach(indicator -> byCode.put(indicator.code().toLowerCase(Locale.ROOT), indicator));
            this.there = there;
        }

        void fault(int row, String column, Text words) {
            if (faults.size() < FAULTS) {
                faults.add(new Fault(row, column, words));
            } else {
                faultsMore++;
            }
        }

        void row(Grid.Row row, Columns columns) {
            String code = row.cell(columns.code()).text();
            if (code.isEmpty()) {
                fault(row.number(), Grid.column(columns.code()), new Text("thiếu mã chỉ tiêu", "the code is missing"));
                return;
            }
            Indicator indicator = byCode.get(code.toLowerCase(Locale.ROOT));
            if (indicator == null) {
                fault(row.number(), Grid.column(columns.code()), new Text("không có chỉ tiêu mang mã “{0}”", "no indicator has the code “{0}”").fill(shown(code)));
                return;
            }
            String note = columns.note().map(column -> row.cell(column).text()).orElse("");
            if (note.length() > Entry.NOTE_CHARACTERS) {
                fault(row.number(), Grid.column(columns.note().orElseThrow()), new Text("ghi chú dài quá {0} ký tự", "the note is longer than {0} characters").fill(Entry.NOTE_CHARACTERS));
                return;
            }
            if (columns.period().isPresent() && columns.value().isPresent()) {
                int column = columns.period().get();
                Grid.Cell written = row.cell(column);
                Period.read(written.text()).ifPresentOrElse(period -> value(row, columns.value().get(), indicator, period, note, column),
                        () -> fault(row.number(), Grid.column(column), written.isEmpty() ? new Text("thiếu kỳ", "the period is missing")
                                : new Text("“{0}” không phải là một kỳ, ví dụ Quý III/2026", "“{0}” is no period, such as Q3/2026").fill(shown(written.text()))));
            } else {
                columns.periods().forEach((column, period) -> {
                    if (!row.cell(column).isEmpty()) {
                        value(row, column, indicator, period, note, column);
                    }
                });
            }
        }

        private void value(Grid.Row row, int column, Indicator indicator, Period period, String note, int periodColumn) {
            Grid.Cell cell = row.cell(column);
            Optional<BigDecimal> withComma = Amount.typed(cell.text(), true);
            Optional<BigDecimal> withPoint = Amount.typed(cell.text(), false);
            Optional<BigDecimal> amount = cell.number().map(Amount::rounded).orElse(comma.orElse(true) ? withComma : withPoint);
            if (cell.number().isEmpty() && comma.isEmpty() && !withComma.equals(withPoint)) {
                fault(row.number(), Grid.column(column), new Text(
                        "“{0}” có thể là {1} hoặc {2}, các số khác trong tệp không cho biết là số nào; hãy lưu tệp dạng Excel (.xlsx) rồi nhập lại",
                        "“{0}” may be {1} or {2}, and the other numbers in the file don’t tell which; please save the file as Excel (.xlsx) and import that")
                        .fill(shown(cell.text()), words(withComma), words(withPoint)));
            } else if (amount.isEmpty()) {
                fault(row.number(), Grid.column(column), cell.isEmpty() ? new Text("thiếu giá trị", "the value is missing")
                        : new Text("“{0}” không phải là số, hoặc có quá nhiều chữ số", "“{0}” is no number, or has too many digits").fill(shown(cell.text())));
            } else if (period.kind() != indicator.kind()) {
                fault(row.number(), Grid.column(periodColumn), new Text("“{0}” không phải kỳ của chỉ tiêu {1}, là chỉ tiêu theo {2}", "“{0}” is no period of {1}, which goes by the {2}")
                        .fill(period.words(), indicator.code(), kind(indicator)));
            } else if (!period.hasBegun(today)) {
                fault(row.number(), Grid.column(periodColumn), new Text("{0} chưa đến nên chưa có số liệu", "{0} has not begun and so has no value").fill(period.words()));
            } else if (!seen.add(indicator.id() + " " + period.key())) {
                fault(row.number(), Grid.column(column), new Text("chỉ tiêu {0} có hai giá trị cho {1} trong tệp", "{0} has two values for {1} in the file").fill(indicator.code(), period.words()));
            } else {
                if (indicator.isOutside(amount.get()) && doubts.size() < FAULTS) {
                    doubts.add(new Fault(row.number(), Grid.column(column), new Text("{0} là {1}%, ngoài khoảng 0–100%", "{0} is {1}%, outside 0–100%")
                            .fill(indicator.code(), words(amount))));
                }
                Entry entry = new Entry(indicator.id(), period, amount, note);
                Optional<Value> stands = Optional.ofNullable(there.get(indicator.id())).map(values -> values.get(period));
                What what = stands.flatMap(Value::amount).isEmpty() ? What.NEW : Indicators.isSame(stands, entry) ? What.SAME : What.CHANGED;
                lines.add(new Line(row.number(), indicator, entry, what, stands.flatMap(Value::amount)));
            }
        }

        private static Text kind(Indicator indicator) {
            return switch (indicator.kind()) {
                case MONTH -> new Text("tháng", "month");
                case QUARTER -> new Text("quý", "quarter");
                case HALF_YEAR -> new Text("nửa năm", "half-year");
                case YEAR -> new Text("năm", "year");
            };
        }

        private static Text words(Optional<BigDecimal> number) {
            return new Text(number.map(each -> Amount.words(each, Language.VI)).orElse(""), number.map(each -> Amount.words(each, Language.EN)).orElse(""));
        }

        private static String shown(String text) {
            return text.length() > 40 ? text.substring(0, 40) + "…" : text;
        }
    }
}
