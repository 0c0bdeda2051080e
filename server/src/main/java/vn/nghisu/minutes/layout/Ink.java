package vn.nghisu.minutes.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws on one page; points from the top left corner of the sheet. */
final class Ink {
    private static final float HAIRLINE = 0.5f;

    private final PDPageContentStream stream;
    private final Faces faces;

    Ink(PDPageContentStream stream, Faces faces) {
        this.stream = stream;
        this.faces = faces;
    }

    /** @param pieces strings, and numbers that widen the gap before the next string, in points */
    void text(List<Object> pieces, Style style, float x, float baseline) {
        try {
            stream.beginText();
            stream.setFont(faces.font(style.face()), style.size());
            stream.newLineAtOffset(x, Sheet.HEIGHT - baseline);
            stream.showTextWithPositioning(pieces.stream()
                    .map(piece -> piece instanceof Float gap ? (Object) (-gap * 1000 / style.size()) : piece)
                    .toArray());
            stream.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void rule(float fromX, float fromY, float toX, float toY) {
        try {
            stream.setLineWidth(HAIRLINE);
            stream.moveTo(fromX, Sheet.HEIGHT - fromY);
            stream.lineTo(toX, Sheet.HEIGHT - toY);
            stream.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dark modules as filled rectangles, one for each stretch in a row. */
    void code(QrCode code, float left, float top, float width) {
        float module = width / (code.rows().size() + 2 * QrCode.QUIET_MODULES);
        try {
            for (int y = 0; y < code.rows().size(); y++) {
                String row = code.rows().get(y);
                for (int from = row.indexOf('1'); from >= 0; ) {
                    int to = row.indexOf('0', from);
                    int end = to < 0 ? row.length() : to;
                    stream.addRect(left + (from + QrCode.QUIET_MODULES) * module, Sheet.HEIGHT - top - (y + 1 + QrCode.QUIET_MODULES) * module,
                            (end - from) * module, module);
                    from = row.indexOf('1', end);
                }
            }
            stream.fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
