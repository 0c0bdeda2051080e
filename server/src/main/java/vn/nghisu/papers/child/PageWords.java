package vn.nghisu.papers.child;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import vn.nghisu.papers.Words;

/**
 * Reads the words of a page with the box each covers. Words come in the order of the content stream (Word and LibreOffice
 * write table cells whole, so a phrase that wraps inside a cell stays together), lines as the stripper sees them.
 */
final class PageWords extends PDFTextStripper {
    private static final int MOST_WORDS = 40_000;
    private static final double USUAL_ASCENT = 0.9;
    private static final double USUAL_DESCENT = -0.22;
    private static final double RUNNING_ON_EMS = 0.08;

    /** A word with its box in points as seen, before rounding. */
    record Word(String text, double left, double top, double right, double bottom) {}

    private final PageFrame frame;
    private final List<List<Word>> lines = new ArrayList<>();
    private List<Word> line = new ArrayList<>();
    private final WordBox box = new WordBox();
    private int count;
    private boolean wordMayEnd;
    private boolean lineMayEnd;
    private double endX = Double.MAX_VALUE;
    private double endY = Double.MAX_VALUE;

    private PageWords(PageFrame frame) {
        this.frame = frame;
        setShouldSeparateByBeads(false);
        setSuppressDuplicateOverlappingText(false);
    }

    /** Empty when the page shows no text. */
    static Optional<Words> of(PDDocument document, int number) throws IOException {
        List<List<Word>> lines = lines(document, number);
        StringBuilder text = new StringBuilder();
        List<Integer> words = new ArrayList<>();
        List<Integer> firsts = new ArrayList<>();
        for (List<Word> line : lines) {
            if (text.length() > 0) {
                text.append('\n');
            }
            firsts.add(words.size() / Words.STRIDE);
            for (int i = 0; i < line.size(); i++) {
                Word word = line.get(i);
                if (i > 0) {
                    text.append(' ');
                }
                words.add(text.length());
                words.add(word.text().length());
                words.add(tenths(word.left()));
                words.add(tenths(word.top()));
                words.add(tenths(word.right() - word.left()));
                words.add(tenths(word.bottom() - word.top()));
                text.append(word.text());
            }
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Words(Words.VERSION, text.toString(), List.copyOf(words), List.copyOf(firsts)));
    }

    static List<List<Word>> lines(PDDocument document, int number) throws IOException {
        PageWords reader = new PageWords(PageFrame.of(document.getPage(number - 1)));
        reader.setStartPage(number);
        reader.setEndPage(number);
        reader.writeText(document, Writer.nullWriter());
        reader.endLine();
        return reader.lines;
    }

    @Override
    protected void writePage() throws IOException {
        charactersByArticle.replaceAll(GlyphOrder::ofWords);
        super.writePage();
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        String unicodes = String.join("", positions.stream().map(TextPosition::getUnicode).toList());
        LegacyFont legacy = positions.isEmpty() ? LegacyFont.NONE : LegacyFont.of(positions.get(0).getFont(), unicodes);
        for (TextPosition glyph : positions) {
            String shown = legacy.repair(glyph.getUnicode());
            breakUnlessRunningOn(glyph);
            if (shown.isBlank()) {
                endWord();
            } else {
                box.legacy = legacy;
                add(glyph, shown);
            }
        }
    }

    @Override
    protected void writeWordSeparator() {
        wordMayEnd = true;
    }

    @Override
    protected void writeLineSeparator() {
        lineMayEnd = true;
    }

    @Override
    protected void writePageEnd() {
        endLine();
    }

    /**
     * The stripper parts letters that stand below each other, as those of text that runs sideways do, and joins what is drawn
     * further left on the same line. A glyph that starts where the last one has ended goes on with its word, whatever the
     * direction, and one that starts more than an em before that end begins another.
     */
    private void breakUnlessRunningOn(TextPosition glyph) {
        Matrix m = glyph.getTextMatrix();
        double em = Math.hypot(m.getShearX(), m.getScaleY());
        boolean runsOn = Math.hypot(m.getTranslateX() - endX, m.getTranslateY() - endY) < RUNNING_ON_EMS * em;
        boolean goesBack = (m.getTranslateX() - endX) * m.getScaleX() + (m.getTranslateY() - endY) * m.getShearY() < -em * Math.hypot(m.getScaleX(), m.getShearY());
        if (!runsOn && lineMayEnd) {
            endLine();
        } else if (!runsOn && (wordMayEnd || goesBack)) {
            endWord();
        }
        wordMayEnd = false;
        lineMayEnd = false;
        endX = glyph.getEndX();
        endY = glyph.getEndY();
    }

    private void add(TextPosition glyph, String shown) {
        Matrix m = glyph.getTextMatrix();
        double fromX = m.getTranslateX();
        double fromY = m.getTranslateY();
        double toX = glyph.getEndX();
        double toY = glyph.getEndY();
        // the matrix holds the font size, so (shearX, scaleY) is one em upwards
        double ascent = ascent(glyph.getFont());
        double descent = descent(glyph.getFont());
        for (double up : new double[] {ascent, descent}) {
            double dx = up * m.getShearX();
            double dy = up * m.getScaleY();
            box.reach(frame.seenX(fromX + dx, fromY + dy), frame.seenY(fromX + dx, fromY + dy));
            box.reach(frame.seenX(toX + dx, toY + dy), frame.seenY(toX + dx, toY + dy));
        }
        box.text.append(shown);
    }

    private void endWord() {
        if (box.text.length() > 0 && count < MOST_WORDS) {
            String text = unligatured(Normalizer.normalize(box.legacy.compose(box.text.toString()), Normalizer.Form.NFC));
            line.add(new Word(
                    text,
                    between(box.left, frame.seenWidthPt()),
                    between(box.top, frame.seenHeightPt()),
                    between(box.right, frame.seenWidthPt()),
                    between(box.bottom, frame.seenHeightPt())));
            count++;
        }
        box.clear();
    }

    private void endLine() {
        endWord();
        if (!line.isEmpty()) {
            lines.add(line);
            line = new ArrayList<>();
        }
    }

    private static double ascent(PDFont font) {
        double said = Optional.ofNullable(font.getFontDescriptor()).map(PDFontDescriptor::getAscent).orElse(0f) / 1000.0;
        return said >= 0.6 && said <= 1.2 ? said : USUAL_ASCENT;
    }

    private static double descent(PDFont font) {
        double said = Optional.ofNullable(font.getFontDescriptor()).map(PDFontDescriptor::getDescent).orElse(0f) / 1000.0;
        return said <= -0.1 && said >= -0.5 ? said : USUAL_DESCENT;
    }

    private static String unligatured(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\uFB00' && text.charAt(i) <= '\uFB06') {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    private static double between(double value, double most) {
        return Math.min(Math.max(value, 0), most);
    }

    private static int tenths(double points) {
        return (int) Math.round(points * 10);
    }

    private static final class WordBox {
        final StringBuilder text = new StringBuilder();
        LegacyFont legacy = LegacyFont.NONE;
        double left;
        double top;
        double right;
        double bottom;

        WordBox() {
            clear();
        }

        void clear() {
            text.setLength(0);
            legacy = LegacyFont.NONE;
            left = Double.MAX_VALUE;
            top = Double.MAX_VALUE;
            right = -Double.MAX_VALUE;
            bottom = -Double.MAX_VALUE;
        }

        void reach(double x, double y) {
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
        }
    }
}
