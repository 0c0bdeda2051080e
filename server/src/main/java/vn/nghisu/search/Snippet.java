package vn.nghisu.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A line of text with what was looked for.
 *
 * @param text with single blanks for any white space, cut between words; … where something was left out
 * @param marks start and length, in turns, of what is to be marked in {@code text} (UTF-16)
 */
public record Snippet(String text, List<Integer> marks) {
    private static final int BESIDE = 70;
    private static final int MARKS = 8;
    private static final String MORE = "…";

    /** The neighbourhood of the place where most of the words stand together. */
    public static Snippet of(String text, Wanted wanted) {
        List<Wanted.Stretch> found = wanted.in(text);
        int best = found.stream().max(Comparator.comparingInt(Wanted.Stretch::words).thenComparing(s -> -s.start())).map(Wanted.Stretch::start).orElse(0);
        int end = found.stream().filter(s -> s.start() == best).mapToInt(Wanted.Stretch::end).findFirst().orElse(0);
        int from = cut(text, Math.max(0, best - BESIDE), best, true);
        int to = cut(text, Math.min(text.length(), end + BESIDE), end, false);
        return whole(text.substring(from, to), found.stream().filter(s -> s.start() >= from && s.end() <= to).limit(MARKS)
                .map(s -> new Wanted.Stretch(s.start() - from, s.end() - from, s.words())).toList(), from > 0, to < text.length());
    }

    /** All of a short text such as a title. */
    public static Snippet ofAll(String text, Wanted wanted) {
        return whole(text, wanted.in(text), false, false);
    }

    private static Snippet whole(String text, List<Wanted.Stretch> stretches, boolean before, boolean after) {
        StringBuilder line = new StringBuilder(before ? MORE : "");
        List<Integer> marks = new ArrayList<>();
        int done = 0;
        for (Wanted.Stretch stretch : stretches) {
            append(line, text.substring(done, stretch.start()));
            int start = line.length();
            append(line, text.substring(stretch.start(), stretch.end()));
            marks.add(start);
            marks.add(line.length() - start);
            done = stretch.end();
        }
        append(line, text.substring(done));
        return new Snippet(line.append(after ? MORE : "").toString(), marks);
    }

    private static void append(StringBuilder line, String part) {
        line.append(part.replaceAll("\\s+", " "));
    }

    /** The edge of a word between a place and the hit. */
    private static int cut(String text, int at, int hit, boolean forward) {
        if (at == 0 || at == text.length()) {
            return at;
        }
        int step = forward ? 1 : -1;
        for (int i = at; i != hit; i += step) {
            if (Character.isWhitespace(text.charAt(forward ? i : i - 1))) {
                return forward ? i + 1 : i - 1;
            }
        }
        return at;
    }
}
