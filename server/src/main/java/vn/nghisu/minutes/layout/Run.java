package vn.nghisu.minutes.layout;

/** A stretch of text in one face. */
public record Run(String text, boolean bold, boolean italic, boolean underline) {
    public Run(String text, boolean bold, boolean italic) {
        this(text, bold, italic, false);
    }

    public static Run of(String text) {
        return new Run(text, false, false);
    }

    public static Run bold(String text) {
        return new Run(text, true, false);
    }

    public static Run italic(String text) {
        return new Run(text, false, true);
    }
}
