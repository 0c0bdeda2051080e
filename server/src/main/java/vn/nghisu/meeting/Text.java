package vn.nghisu.meeting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One text in both languages; {@code {0}}, {@code {1}} … are gaps. */
public record Text(String vi, String en) {
    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    /** A text as it is, or anything else as words that read the same in both languages. */
    public static Text of(Object value) {
        return value instanceof Text text ? text : new Text(String.valueOf(value), String.valueOf(value));
    }

    public String in(Language language) {
        return language.either(vi, en);
    }

    /** The same with a capital at its begin, where a gap may have been filled with words from the middle of a sentence. */
    public String sentence(Language language) {
        String words = in(language);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Gaps are filled in one go: what fills one may itself look like a gap, as a name that somebody typed can. */
    public Text fill(Object... arguments) {
        return new Text(filled(vi, Language.VI, arguments), filled(en, Language.EN, arguments));
    }

    private static String filled(String words, Language language, Object... arguments) {
        return GAP.matcher(words).replaceAll(gap -> {
            int at = Integer.parseInt(gap.group(1));
            return Matcher.quoteReplacement(at < arguments.length ? of(arguments[at]).in(language) : gap.group());
        });
    }
}
