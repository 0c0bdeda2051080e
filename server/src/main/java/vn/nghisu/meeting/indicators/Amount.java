package vn.nghisu.meeting.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.nghisu.meeting.Language;

/** Exact decimal numbers of indicators: at most {@value #WHOLE_DIGITS} digits before the point and {@value #DECIMALS} after it. */
public final class Amount {
    public static final int WHOLE_DIGITS = 15;
    public static final int DECIMALS = 6;
    private static final int CHARACTERS = 40;

    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?([eE]-?\\d{1,2})?");
    private static final Pattern WITH_COMMA = Pattern.compile("-?\\d+,\\d+");
    private static final Pattern GROUPED_BY_DOTS = Pattern.compile("-?[1-9]\\d{0,2}(\\.\\d{3})+,\\d+|-?[1-9]\\d{0,2}(\\.\\d{3}){2,}");
    private static final Pattern GROUPED_BY_COMMAS = Pattern.compile("-?[1-9]\\d{0,2}(,\\d{3})+\\.\\d+|-?[1-9]\\d{0,2}(,\\d{3}){2,}");

    private static final Pattern WITH_POINT = Pattern.compile("-?\\d+\\.\\d+");
    /** Thousands or decimals; no group of thousands begins with a lone 0. */
    private static final Pattern ONE_GROUP = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");

    private Amount() {}

    /** A number as programs write it, with a point. */
    public static Optional<BigDecimal> plain(String written) {
        return written.length() <= CHARACTERS && PLAIN.matcher(written).matches() ? fitting(new BigDecimal(written)) : Optional.empty();
    }

    /**
     * A number as people and spreadsheets write it: 1234,5 or 1234.5, 1.234.567,8, with spaces between thousands, and a percent sign after it. One group of three
     * after a single mark, as in 1.234, may mean either; {@code comma} decides: whether the file writes its decimals with a comma.
     */
    public static Optional<BigDecimal> typed(String written, boolean comma) {
        String text = bare(written);
        if (text.length() > CHARACTERS) {
            return Optional.empty();
        }
        if (comma && ONE_GROUP.matcher(text).matches() && text.indexOf('.') > 0 || GROUPED_BY_DOTS.matcher(text).matches()) {
            return plain(text.replace(".", "").replace(',', '.'));
        }
        if (!comma && ONE_GROUP.matcher(text).matches() && text.indexOf(',') > 0 || GROUPED_BY_COMMAS.matcher(text).matches()) {
            return plain(text.replace(",", ""));
        }
        return plain(WITH_COMMA.matcher(text).matches() ? text.replace(',', '.') : text);
    }

    /** Whether who wrote a number writes decimals with a comma; empty where it does not show. */
    public static Optional<Boolean> comma(String written) {
        String text = bare(written);
        if (text.length() > CHARACTERS || ONE_GROUP.matcher(text).matches()) {
            return Optional.empty();
        }
        boolean comma = WITH_COMMA.matcher(text).matches() || GROUPED_BY_DOTS.matcher(text).matches();
        return comma || WITH_POINT.matcher(text).matches() || GROUPED_BY_COMMAS.matcher(text).matches() ? Optional.of(comma) : Optional.empty();
    }

    private static String bare(String written) {
        return written.replaceAll("[\\s\\u00A0\\u202F]", "").replaceFirst("%$", "").replace('\u2212', '-');
    }

    private static Optional<BigDecimal> fitting(BigDecimal number) {
        if (number.precision() - number.scale() > WHOLE_DIGITS || number.scale() > 30) {
            return Optional.empty();
        }
        BigDecimal exact = number.stripTrailingZeros();
        return exact.scale() > DECIMALS ? Optional.empty() : Optional.of(exact);
    }

    /** What a spreadsheet computed, such as 95.400000000000006, to as many decimals as are kept. */
    public static Optional<BigDecimal> rounded(BigDecimal number) {
        return number.precision() - number.scale() > WHOLE_DIGITS ? Optional.empty() : fitting(number.setScale(Math.min(DECIMALS, Math.max(0, number.scale())), RoundingMode.HALF_UP));
    }

    /** As it is stored in a journal and sent: 95.4, 1200. */
    public static String key(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** As it is read: 1.234,5 in Vietnamese, 1,234.5 in English. */
    public static String words(BigDecimal number, Language language) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(language == Language.VI ? '.' : ',');
        symbols.setDecimalSeparator(language == Language.VI ? ',' : '.');
        DecimalFormat format = new DecimalFormat("#,##0.######", symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
