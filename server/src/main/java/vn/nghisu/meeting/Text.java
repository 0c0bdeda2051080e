package vn.nghisu.meeting;

/** One text in both languages; {@code {0}}, {@code {1}} … are gaps. */
public record Text(String vi, String en) {

    /** A text as it is, or anything else as words that read the same in both languages. */
    public static Text of(Object value) {
        return value instanceof Text text ? text : new Text(String.valueOf(value), String.valueOf(value));
    }

    public String in(Language language) {
        return language == Language.VI ? vi : en;
    }

    /** The same with a capital at its begin, where a gap may have been filled with words from the middle of a sentence. */
    public String sentence(Language language) {
        String words = in(language);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public Text fill(Object... arguments) {
        String filledVi = vi;
        String filledEn = en;
        for (int i = 0; i < arguments.length; i++) {
            Text argument = of(arguments[i]);
            filledVi = filledVi.replace("{" + i + "}", argument.vi);
            filledEn = filledEn.replace("{" + i + "}", argument.en);
        }
        return new Text(filledVi, filledEn);
    }
}
