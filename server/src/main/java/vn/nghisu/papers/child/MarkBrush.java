package vn.nghisu.papers.child;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/** How marks look: the same as an annotation's appearance and drawn into the page. What lies on print lets it show through. */
final class MarkBrush {
    private static final double ICON_PT = 18;
    private static final float ICON_LINE_PT = 1.2f;
    private static final double NUMBER_PT = 7;
    private static final float NUMBER_FONT_PT = 9;
    private static final int ROUND = 1;
    private static final float CIRCLE = 0.5523f;

    private final PDDocument document;
    private MarkFont font;

    MarkBrush(PDDocument document) {
        this.document = document;
    }

    private interface Drawing {
        void on(PDAppearanceContentStream stream) throws IOException;
    }

    MarkFont font() throws IOException {
        if (font == null) {
            font = MarkFont.in(document);
        }
        return font;
    }

    static float[] components(int colour) {
        return new float[] {(colour >> 16 & 255) / 255f, (colour >> 8 & 255) / 255f, (colour & 255) / 255f};
    }

    PDAppearanceStream highlight(PageSeen seen, Marks.Highlight mark) throws IOException {
        Box box = new Box();
        mark.quads().forEach(quad -> {
            box.reach(PageSeen.points(quad.get(0)), PageSeen.points(quad.get(1)), 0);
            box.reach(PageSeen.points(quad.get(0) + quad.get(2)), PageSeen.points(quad.get(1) + quad.get(3)), 0);
        });
        return draw(seen, box, true, stream -> {
            fill(stream, mark.colour());
            for (List<Integer> quad : mark.quads()) {
                stream.addRect((float) PageSeen.points(quad.get(0)), (float) PageSeen.points(quad.get(1)), (float) PageSeen.points(quad.get(2)),
                        (float) PageSeen.points(quad.get(3)));
            }
            stream.fill();
        });
    }

    PDAppearanceStream ink(PageSeen seen, Marks.Ink mark) throws IOException {
        Box box = new Box();
        for (Marks.Stroke stroke : mark.strokes()) {
            for (int i = 0; i < points(stroke); i++) {
                box.reach(x(stroke, i), y(stroke, i), PageSeen.points(width(mark, stroke, i)) / 2);
            }
        }
        return draw(seen, box, mark.marker(), stream -> {
            float[] rgb = components(mark.colour());
            stream.setStrokingColor(rgb[0], rgb[1], rgb[2]);
            stream.setLineCapStyle(ROUND);
            stream.setLineJoinStyle(ROUND);
            for (Marks.Stroke stroke : mark.strokes()) {
                if (points(stroke) == 1) { // a dot is a line without length, whose caps are drawn
                    line(stream, mark, stroke, 0, 0);
                } else if (stroke.widths().isEmpty()) {
                    line(stream, mark, stroke, 0, points(stroke) - 1);
                } else {
                    for (int i = 1; i < points(stroke); i++) {
                        line(stream, mark, stroke, i - 1, i);
                    }
                }
            }
        });
    }

    /** From one place of a stroke through those between to another, as wide as the mean of the two ends. */
    private static void line(PDAppearanceContentStream stream, Marks.Ink mark, Marks.Stroke stroke, int from, int to) throws IOException {
        stream.setLineWidth((float) (PageSeen.points(width(mark, stroke, from)) + PageSeen.points(width(mark, stroke, to))) / 2);
        stream.moveTo(x(stroke, from), y(stroke, from));
        for (int i = Math.min(from + 1, to); i <= to; i++) {
            stream.lineTo(x(stroke, i), y(stroke, i));
        }
        stream.stroke();
    }

    private static int points(Marks.Stroke stroke) {
        return stroke.places().size() / 2;
    }

    private static float x(Marks.Stroke stroke, int point) {
        return (float) PageSeen.points(stroke.places().get(2 * point));
    }

    private static float y(Marks.Stroke stroke, int point) {
        return (float) PageSeen.points(stroke.places().get(2 * point + 1));
    }

    private static int width(Marks.Ink mark, Marks.Stroke stroke, int point) {
        return stroke.widths().isEmpty() ? mark.width() : stroke.widths().get(point);
    }

    /**
     * A sheet with three lines, its upper left corner where the note is pinned. On a turned page it is drawn as if that were not: programs
     * keep such icons upright, turning them around that corner (ISO 32000-1, 12.5.6.4).
     */
    PDAppearanceStream icon(PageSeen seen, Marks.Text mark) throws IOException {
        double[] corner = seen.onUnturned(PageSeen.points(mark.at().get(0)), PageSeen.points(mark.at().get(1)));
        float x = (float) corner[0];
        float y = (float) corner[1];
        Box box = new Box();
        box.reach(x, y, 0);
        box.reach(x + ICON_PT, y + ICON_PT, 0);
        return draw(seen.unturned(), box, false, stream -> {
            float[] rgb = components(mark.colour());
            stream.setStrokingColor(rgb[0], rgb[1], rgb[2]);
            stream.setLineWidth(ICON_LINE_PT);
            stream.setNonStrokingColor(1f, 1f, 1f);
            float side = (float) ICON_PT - 2 * ICON_LINE_PT;
            stream.addRect(x + ICON_LINE_PT, y + ICON_LINE_PT, side, side);
            stream.fillAndStroke();
            for (float line = 5; line <= 13; line += 4) {
                stream.moveTo(x + 4.5f, y + line);
                stream.lineTo(x + (line < 13 ? 13.5f : 10f), y + line);
                stream.stroke();
            }
        });
    }

    /** The number under which the note's words stand at the end of the copy, in a disc around the place where it is pinned. */
    PDAppearanceStream number(PageSeen seen, Marks.Text mark, int number) throws IOException {
        String digits = String.valueOf(number);
        float width = font().width(digits, NUMBER_FONT_PT);
        float r = (float) Math.max(NUMBER_PT, width / 2 + 3);
        float x = (float) PageSeen.points(mark.at().get(0)) + r;
        float y = (float) PageSeen.points(mark.at().get(1)) + r;
        Box box = new Box();
        box.reach(x, y, r);
        return draw(seen, box, false, stream -> {
            fill(stream, mark.colour());
            float k = r * CIRCLE;
            stream.moveTo(x + r, y);
            stream.curveTo(x + r, y + k, x + k, y + r, x, y + r);
            stream.curveTo(x - k, y + r, x - r, y + k, x - r, y);
            stream.curveTo(x - r, y - k, x - k, y - r, x, y - r);
            stream.curveTo(x + k, y - r, x + r, y - k, x + r, y);
            stream.fill();
            stream.setNonStrokingColor(1f, 1f, 1f);
            stream.beginText();
            stream.setFont(font().face(), NUMBER_FONT_PT);
            stream.setTextMatrix(new Matrix(1, 0, 0, -1, x - width / 2, y + NUMBER_FONT_PT * 0.33f));
            stream.showText(digits);
            stream.endText();
        });
    }

    private PDAppearanceStream draw(PageSeen seen, Box box, boolean through, Drawing drawing) throws IOException {
        PDAppearanceStream looks = new PDAppearanceStream(document);
        looks.setResources(new PDResources());
        looks.setBBox(box.on(seen));
        try (PDAppearanceContentStream stream = new PDAppearanceContentStream(looks, true)) {
            if (through) {
                PDExtendedGraphicsState state = new PDExtendedGraphicsState();
                state.setBlendMode(BlendMode.MULTIPLY);
                stream.setGraphicsStateParameters(state);
            }
            stream.transform(seen.matrix());
            drawing.on(stream);
        }
        return looks;
    }

    private static void fill(PDAppearanceContentStream stream, int colour) throws IOException {
        float[] rgb = components(colour);
        stream.setNonStrokingColor(rgb[0], rgb[1], rgb[2]);
    }

    /** A box as seen that grows. */
    private static final class Box {
        private double left = Double.MAX_VALUE;
        private double top = Double.MAX_VALUE;
        private double right = -Double.MAX_VALUE;
        private double bottom = -Double.MAX_VALUE;

        void reach(double x, double y, double around) {
            left = Math.min(left, x - around);
            right = Math.max(right, x + around);
            top = Math.min(top, y - around);
            bottom = Math.max(bottom, y + around);
        }

        PDRectangle on(PageSeen seen) {
            return seen.box(left, top, right, bottom);
        }
    }
}
