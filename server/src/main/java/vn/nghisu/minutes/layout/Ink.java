package vn.nghisu.minutes.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws on one page; points from the top left corner of the sheet. Everything drawn belongs to the tag in hand, or is an artifact. */
final class Ink {
    private static final float HAIRLINE = 0.5f;

    private interface Drawing {
        void run() throws IOException;
    }

    private final PDPage page;
    private final PDPageContentStream stream;
    private final Faces faces;
    private final List<Tag> marks = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private Tag tag = Tag.ARTIFACT;

    Ink(PDPage page, PDPageContentStream stream, Faces faces) {
        this.page = page;
        this.stream = stream;
        this.faces = faces;
    }

    /** What is drawn meanwhile belongs to a tag; rules are artifacts even so. */
    void as(Tag newTag, Runnable drawing) {
        Tag before = tag;
        tag = newTag;
        drawing.run();
        tag = before;
    }

    /** Whose each marked content of this page is, in the order of its numbers. */
    List<Tag> marks() {
        return marks;
    }

    List<Slot> slots() {
        return slots;
    }

    /** Leaves a place for a signature. */
    void slot(String name, String hint, Tag slotTag, float left, float top, float width, float height) {
        slots.add(new Slot(name, hint, slotTag, page, new PDRectangle(left, Sheet.HEIGHT - top - height, width, height)));
    }

    private void marked(Tag owner, Drawing drawing) {
        try {
            if (owner == Tag.ARTIFACT) {
                stream.beginMarkedContent(COSName.getPDFName(owner.type()));
            } else {
                owner.stands(page, marks.size());
                stream.beginMarkedContent(COSName.getPDFName(owner.type()), marks.size());
                marks.add(owner);
            }
            drawing.run();
            stream.endMarkedContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param pieces strings, and numbers that widen the gap before the next string, in points */
    void text(List<Object> pieces, Style style, float x, float baseline) {
        marked(tag, () -> {
            stream.beginText();
            stream.setFont(faces.font(style.face()), style.size());
            stream.newLineAtOffset(x, Sheet.HEIGHT - baseline);
            stream.showTextWithPositioning(pieces.stream()
                    .map(piece -> piece instanceof Float gap ? (Object) (-gap * 1000 / style.size()) : piece)
                    .toArray());
            stream.endText();
        });
    }

    void rule(float fromX, float fromY, float toX, float toY) {
        marked(Tag.ARTIFACT, () -> {
            stream.setLineWidth(HAIRLINE);
            stream.moveTo(fromX, Sheet.HEIGHT - fromY);
            stream.lineTo(toX, Sheet.HEIGHT - toY);
            stream.stroke();
        });
    }

    /** A picture that belongs to the tag in hand: what is drawn inside, texts apart. */
    void picture(Sketch sketch) {
        marked(tag, () -> sketch.draw(stream));
    }

    /** Lines and areas, in points from the bottom left. */
    interface Sketch {
        void draw(PDPageContentStream stream) throws IOException;
    }

    /** Says where the picture of the tag in hand is. */
    void frame(float left, float top, float width, float height) {
        tag.fills(left, Sheet.HEIGHT - top - height, left + width, Sheet.HEIGHT - top);
    }

    /** Dark modules as filled rectangles, one for each stretch in a row. */
    void code(QrCode code, float left, float top, float width) {
        float module = width / (code.rows().size() + 2 * QrCode.QUIET_MODULES);
        tag.fills(left, Sheet.HEIGHT - top - width, left + width, Sheet.HEIGHT - top);
        marked(tag, () -> {
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
        });
    }
}
