package vn.nghisu.minutes.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of words.
 *
 * @param indent from the left side of its column
 * @param width natural width of the words, without the last blank
 * @param ends whether it is the last of its paragraph, and so not stretched
 */
record Line(List<Word> words, float indent, float width, boolean ends) {

    /** Wider gaps than this would look like holes; such a line keeps its natural width. */
    private static final float WIDEST_STRETCH = 14;

    /** How far below the letters' feet an underline runs, in points. */
    private static final float UNDERLINE = 1.5f;

    /** Letters without a blank between them. {@code blank} is the style of the blank that follows, absent (null) in the middle of a long word. */
    record Word(List<Part> parts, float width, Style blank, float blankWidth, boolean breaksAfter) {}

    record Part(String text, Style style, float width) {}

    void draw(Ink ink, float left, float columnWidth, float baseline, Align align) {
        float room = columnWidth - indent - width;
        float x = left + indent + switch (align) {
            case LEFT, JUSTIFIED -> 0;
            case CENTER -> room / 2;
            case RIGHT -> room;
        };
        long gaps = words.stream().limit(Math.max(0, words.size() - 1)).filter(word -> word.blank() != null).count();
        float stretch = align == Align.JUSTIFIED && !ends && gaps > 0 && room > 0 && room / gaps <= WIDEST_STRETCH ? room / gaps : 0;
        Pen pen = new Pen(ink, x, baseline);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            word.parts().forEach(part -> pen.write(part.text(), part.style(), part.width()));
            if (i < words.size() - 1 && word.blank() != null) {
                pen.write(" ", word.blank(), word.blankWidth());
                pen.skip(stretch);
            }
        }
        pen.flush();
    }

    /** Gathers what stands in one style, so that a line is few operators. */
    private static final class Pen {
        private final Ink ink;
        private final float baseline;
        private final List<Object> pieces = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Style style;
        private float from;
        private float x;

        Pen(Ink ink, float x, float baseline) {
            this.ink = ink;
            this.from = x;
            this.x = x;
            this.baseline = baseline;
        }

        void write(String more, Style in, float width) {
            if (!in.equals(style)) {
                flush();
                style = in;
                from = x;
            }
            text.append(more);
            x += width;
        }

        void skip(float gap) {
            if (gap != 0) {
                pieces.add(text.toString());
                pieces.add(gap);
                text.setLength(0);
                x += gap;
            }
        }

        void flush() {
            if (text.length() > 0) {
                pieces.add(text.toString());
            }
            if (!pieces.isEmpty()) {
                ink.text(pieces, style, from, baseline);
                if (style.underline()) {
                    ink.rule(from, baseline + UNDERLINE, x, baseline + UNDERLINE);
                }
            }
            pieces.clear();
            text.setLength(0);
        }
    }
}
