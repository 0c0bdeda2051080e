package vn.nghisu.minutes.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.nghisu.minutes.layout.Run;

/**
 * Keeps what people typed apart from what the template says. A value stands between two marks of Unicode's private area and its letters that could be
 * markup are replaced by others of that area, so that nothing in it is ever read as markup; printing turns them back.
 */
final class Marks {
    private static final char BEGIN = '\uE000';
    private static final char END = '\uE001';
    private static final char BAR = '\uE002';
    private static final char STAR = '\uE003';
    private static final Pattern OURS = Pattern.compile("[\uE000-\uE003]");
    private static final Pattern BREAKS = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");

    /** A value that ends a sentence by itself needs no second full stop, and none before the end mark of the paper. */
    private static final Pattern STOP_AFTER_STOP = Pattern.compile("([.…])" + END + "\\.(?!/\\.)");
    private static final Pattern STOP_BEFORE_MARK = Pattern.compile("[.;]+" + END + "(?=\\./\\.|;)");

    private Marks() {}

    /** A template without our marks in it. */
    static String clean(String template) {
        return OURS.matcher(template).replaceAll("");
    }

    /** A value, on one line. */
    static String value(String raw) {
        String line = BREAKS.matcher(clean(raw)).replaceAll(" ").strip();
        return BEGIN + line.replace('|', BAR).replace('*', STAR) + END;
    }

    private static String stopped(String line) {
        return STOP_BEFORE_MARK.matcher(STOP_AFTER_STOP.matcher(line).replaceAll("$1" + END)).replaceAll(String.valueOf(END));
    }

    /** The text without marks, and without the stars that make it bold or italic. */
    static String plain(String line) {
        return String.join("", runs(line).stream().map(Run::text).toList()).strip();
    }

    /** {@code **bold**} and {@code *italic*} as runs; a star after a backslash is a star. */
    static List<Run> runs(String marked) {
        String line = stopped(marked);
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean bold = false;
        boolean italic = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '\\' && i + 1 < line.length() && line.charAt(i + 1) == '*') {
                text.append('*');
                i++;
            } else if (letter == '*') {
                add(runs, text, bold, italic);
                if (i + 1 < line.length() && line.charAt(i + 1) == '*') {
                    bold = !bold;
                    i++;
                } else {
                    italic = !italic;
                }
            } else if (letter == BAR || letter == STAR) {
                text.append(letter == BAR ? '|' : '*');
            } else if (letter != BEGIN && letter != END) {
                text.append(letter);
            }
        }
        add(runs, text, bold, italic);
        return runs.isEmpty() ? List.of(Run.of("")) : List.copyOf(runs);
    }

    private static void add(List<Run> runs, StringBuilder text, boolean bold, boolean italic) {
        if (text.length() > 0) {
            runs.add(new Run(text.toString(), bold, italic));
            text.setLength(0);
        }
    }
}
