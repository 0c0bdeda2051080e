package vn.nghisu.papers.child;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/**
 * Puts letters back into their words where a writer drew them after the line, as LibreOffice does with those that its font lacks
 * and that it takes from another. A glyph moves only into a gap of the line just drawn that has room for it; all others keep the
 * order of the content stream.
 */
final class GlyphOrder {
    private static final double ROOM_EMS = 0.1;
    private static final double SAME_LINE_EMS = 0.05;
    private static final int LONGEST_LINE = 2_000;

    private GlyphOrder() {}

    /** A glyph along its own direction of writing, in points. */
    private record Placed(TextPosition glyph, double ux, double uy, double em, double from, double to, double across) {
        static Placed of(TextPosition glyph) {
            Matrix m = glyph.getTextMatrix();
            double length = Math.hypot(m.getScaleX(), m.getShearY());
            double ux = length == 0 ? 1 : m.getScaleX() / length;
            double uy = length == 0 ? 0 : m.getShearY() / length;
            double x = m.getTranslateX();
            double y = m.getTranslateY();
            return new Placed(glyph, ux, uy, Math.hypot(m.getShearX(), m.getScaleY()), x * ux + y * uy, glyph.getEndX() * ux + glyph.getEndY() * uy, y * ux - x * uy);
        }

        boolean onLineOf(Placed other) {
            return Math.abs(ux - other.ux) < 0.01 && Math.abs(uy - other.uy) < 0.01 && Math.abs(across - other.across) <= SAME_LINE_EMS * em;
        }
    }

    static List<TextPosition> ofWords(List<TextPosition> drawn) {
        List<TextPosition> ordered = new ArrayList<>(drawn.size());
        List<Placed> line = new ArrayList<>();
        for (TextPosition glyph : drawn) {
            Placed next = Placed.of(glyph);
            if (!line.isEmpty() && (!next.onLineOf(line.get(0)) || line.size() == LONGEST_LINE)) {
                line.forEach(placed -> ordered.add(placed.glyph()));
                line.clear();
            }
            line.add(place(next, line), next);
        }
        line.forEach(placed -> ordered.add(placed.glyph()));
        return ordered;
    }

    private static int place(Placed next, List<Placed> line) {
        double room = ROOM_EMS * next.em();
        for (int i = line.size(); i > 0; i--) {
            Placed before = line.get(i - 1);
            if (before.from() < next.from() - room) {
                boolean afterIt = next.from() > before.to() - room;
                boolean beforeTheOther = i < line.size() && next.to() < line.get(i).from() + room;
                return afterIt && beforeTheOther ? i : line.size();
            }
        }
        return !line.isEmpty() && next.to() < line.get(0).from() + room && line.get(0).from() - next.to() < next.em() ? 0 : line.size();
    }
}
