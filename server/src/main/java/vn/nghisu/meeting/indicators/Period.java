package vn.nghisu.meeting.indicators;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nghisu.meeting.Text;

/**
 * A month, quarter, half or whole year. Written {@code 2026-09}, {@code 2026-Q3}, {@code 2026-H2} or {@code 2026}, which sort by time within one kind.
 *
 * @param ordinal within its year, from 1
 */
public record Period(PeriodKind kind, int year, int ordinal) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    /** Longer than any way of writing one. */
    private static final int CHARACTERS = 60;

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");
    private static final String YEAR = "(?:năm |/|-|\\.)?\\s*(\\d{4})";
    private static final Pattern PLAIN_YEAR = Pattern.compile("(?:năm )?(\\d{4})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(?:tháng |t)?(\\d{1,2})\\s*" + YEAR);
    private static final Pattern MONTH_LAST = Pattern.compile("(\\d{4})[-/](?:m)?(\\d{1,2})(?:-01)?");
    private static final Pattern QUARTER_FIRST = Pattern.compile("(?:quý |q)\\s*([1-4]|i{1,3}|iv)\\s*" + YEAR);
    private static final Pattern QUARTER_LAST = Pattern.compile("(\\d{4})[-/ ]?q([1-4])");
    private static final Pattern HALF_FIRST = Pattern.compile("(?:6 tháng (đầu|cuối) năm|h([12]))\\s*[-/]?\\s*(\\d{4})");
    private static final Pattern HALF_LAST = Pattern.compile("(\\d{4})[-/ ]?h([12])");

    /** @throws IllegalArgumentException when there is no such period */
    public Period {
        if (year < FIRST_YEAR || year > LAST_YEAR || ordinal < 1 || ordinal > kind.inYear()) {
            throw new IllegalArgumentException("no period: " + kind + " " + ordinal + " of " + year);
        }
    }

    /** The one that holds a day. */
    public static Period at(PeriodKind kind, LocalDate day) {
        return new Period(kind, day.getYear(), (day.getMonthValue() - 1) * kind.inYear() / 12 + 1);
    }

    /** What people write: “Quý III/2026”, “Q3/2026”, “Tháng 9/2026”, “6 tháng đầu năm 2026”, “Năm 2026”, and {@link #key}. */
    public static Optional<Period> read(String written) {
        if (written.length() > CHARACTERS) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(written, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Matcher found = HALF_FIRST.matcher(text);
        if (found.matches()) {
            return made(PeriodKind.HALF_YEAR, found.group(3), found.group(2) != null ? found.group(2) : found.group(1).equals("đầu") ? "1" : "2");
        }
        return read(PLAIN_YEAR, text, PeriodKind.YEAR, 1, 0)
                .or(() -> read(QUARTER_LAST, text, PeriodKind.QUARTER, 1, 2))
                .or(() -> read(HALF_LAST, text, PeriodKind.HALF_YEAR, 1, 2))
                .or(() -> read(MONTH_LAST, text, PeriodKind.MONTH, 1, 2))
                .or(() -> read(QUARTER_FIRST, text, PeriodKind.QUARTER, 2, 1))
                .or(() -> read(MONTH_FIRST, text, PeriodKind.MONTH, 2, 1));
    }

    private static Optional<Period> read(Pattern pattern, String text, PeriodKind kind, int year, int ordinal) {
        Matcher found = pattern.matcher(text);
        return found.matches() ? made(kind, found.group(year), ordinal == 0 ? "1" : found.group(ordinal)) : Optional.empty();
    }

    private static Optional<Period> made(PeriodKind kind, String year, String ordinal) {
        int roman = ROMAN.indexOf(ordinal.toUpperCase(Locale.ROOT));
        int number = roman >= 0 ? roman + 1 : Integer.parseInt(ordinal);
        int written = Integer.parseInt(year);
        return written < FIRST_YEAR || written > LAST_YEAR || number < 1 || number > kind.inYear() ? Optional.empty() : Optional.of(new Period(kind, written, number));
    }

    /** Whether it is over or runs on a day; before that nothing can be known of it. */
    public boolean hasBegun(LocalDate day) {
        return key().compareTo(at(kind, day).key()) <= 0;
    }

    /** The one right before it. */
    public Optional<Period> previous() {
        return ordinal > 1 ? Optional.of(new Period(kind, year, ordinal - 1))
                : year > FIRST_YEAR ? Optional.of(new Period(kind, year - 1, kind.inYear())) : Optional.empty();
    }

    /** As it is stored and sent. */
    public String key() {
        return switch (kind) {
            case MONTH -> String.format(Locale.ROOT, "%d-%02d", year, ordinal);
            case QUARTER -> year + "-Q" + ordinal;
            case HALF_YEAR -> year + "-H" + ordinal;
            case YEAR -> String.valueOf(year);
        };
    }

    /** As it is read: “Quý III/2026”. */
    public Text words() {
        return switch (kind) {
            case MONTH -> new Text(String.format(Locale.ROOT, "Tháng %d/%d", ordinal, year), String.format(Locale.ROOT, "%02d/%d", ordinal, year));
            case QUARTER -> new Text("Quý " + ROMAN.get(ordinal - 1) + "/" + year, "Q" + ordinal + "/" + year);
            case HALF_YEAR -> new Text("6 tháng " + (ordinal == 1 ? "đầu" : "cuối") + " năm " + year, (ordinal == 1 ? "First" : "Second") + " half of " + year);
            case YEAR -> new Text("Năm " + year, String.valueOf(year));
        };
    }
}
