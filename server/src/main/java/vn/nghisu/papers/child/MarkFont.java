package vn.nghisu.papers.child;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The face of a reader's words in a copy, embedded in it. */
record MarkFont(PDType0Font face) {
    private static final String MISSING = "\u25A1";

    static MarkFont in(PDDocument document) throws IOException {
        try (InputStream file = MarkFont.class.getResourceAsStream("/fonts/LiberationSerif-Regular.ttf")) {
            return new MarkFont(PDType0Font.load(document, file));
        }
    }

    /** What can be printed: blanks for white space, a box for what the face lacks. */
    String printable(String text) {
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> {
            String one = Character.isWhitespace(character) || Character.isSpaceChar(character) ? " " : Character.toString(character);
            if (!Character.isISOControl(character) || one.equals(" ")) {
                clean.append(has(one) ? one : MISSING);
            }
        });
        return clean.toString();
    }

    private boolean has(String character) {
        try {
            face.encode(character);
            return true;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }

    /** Of printable text. */
    float width(String text, float sizePt) throws IOException {
        return face.getStringWidth(text) / 1000 * sizePt;
    }
}
