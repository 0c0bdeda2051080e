package vn.nghisu.journal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Writes one flat JSON object in the canonical form of RFC 8785, for texts and whole numbers. The caller gives the
 * members in the order of their names.
 */
final class Canonical {

    /** Years of four digits. */
    private static final int YEAR_MAX = 9_999;

    private final StringBuilder json = new StringBuilder(512).append('{');

    /** RFC 3339 in UTC with exactly three decimals. */
    static String time(Instant at) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > YEAR_MAX) {
            throw new IllegalArgumentException("no year of four digits: " + at);
        }
        StringBuilder text = new StringBuilder(24);
        digits(text, utc.getYear(), 1_000).append('-');
        digits(text, utc.getMonthValue(), 10).append('-');
        digits(text, utc.getDayOfMonth(), 10).append('T');
        digits(text, utc.getHour(), 10).append(':');
        digits(text, utc.getMinute(), 10).append(':');
        digits(text, utc.getSecond(), 10).append('.');
        return digits(text, utc.getNano() / 1_000_000, 100).append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int highest) {
        for (int place = highest; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
        return text;
    }

    Canonical text(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    Canonical number(String name, long value) {
        name(name);
        json.append(value);
        return this;
    }

    String close() {
        return json.append('}').toString();
    }

    private void name(String name) {
        if (json.length() > 1) {
            json.append(',');
        }
        quote(name);
        json.append(':');
    }

    /** RFC 8785 §3.2.2.2: two-character escapes where there are any, \\u00xx for other control characters, nothing else. */
    private void quote(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < ' ') {
                        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
