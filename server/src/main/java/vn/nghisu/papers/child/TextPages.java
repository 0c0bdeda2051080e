package vn.nghisu.papers.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Pages at the end of a copy with the words of its numbered notes. */
final class TextPages {
    private static final float MARGIN_PT = 57;
    private static final float WIDTH_PT = PDRectangle.A4.getWidth() - 2 * MARGIN_PT;
    private static final float HEADING_PT = 14;
    private static final float WHERE_PT = 10;
    private static final float WORDS_PT = 13;
    private static final float LEADING = 1.3f;
    private static final float BETWEEN_PT = 8;
    private static final float GREY = 0.35f;

    private final PDDocument document;
    private final MarkFont font;
    private final List<Line> lines = new ArrayList<>();

    private record Line(String text, float sizePt, float grey, float spacePt) {}

    TextPages(PDDocument document, MarkFont font) {
        this.document = document;
        this.font = font;
    }

    void write(Marks marks) throws IOException {
        add(marks.heading(), HEADING_PT, 0, 0);
        for (int i = 0; i < marks.texts().size(); i++) {
            Marks.Text text = marks.texts().get(i);
            add(i + 1 + ". " + text.where(), WHERE_PT, GREY, BETWEEN_PT);
            for (String paragraph : text.text().split("\n")) {
                add(paragraph, WORDS_PT, 0, 0);
            }
        }
        int from = 0;
        while (from < lines.size()) {
            from = page(from);
        }
    }

    private int page(int from) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        float y = PDRectangle.A4.getHeight() - MARGIN_PT;
        int next = from;
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            while (next < lines.size()) {
                Line line = lines.get(next);
                y -= line.spacePt + line.sizePt * LEADING;
                if (y < MARGIN_PT && next > from) {
                    break;
                }
                pen.beginText();
                pen.setNonStrokingColor(line.grey);
                pen.setFont(font.face(), line.sizePt);
                pen.newLineAtOffset(MARGIN_PT, y);
                pen.showText(line.text);
                pen.endText();
                next++;
            }
        }
        return next;
    }

    private void add(String text, float sizePt, float grey, float spacePt) throws IOException {
        float space = spacePt;
        StringBuilder line = new StringBuilder();
        for (String word : font.printable(text).split(" ")) {
            for (String part : fitting(word, sizePt)) {
                String longer = line.isEmpty() ? part : line + " " + part;
                if (!line.isEmpty() && font.width(longer, sizePt) > WIDTH_PT) {
                    lines.add(new Line(line.toString(), sizePt, grey, space));
                    space = 0;
                    line.setLength(0);
                    longer = part;
                }
                line.replace(0, line.length(), longer);
            }
        }
        lines.add(new Line(line.toString(), sizePt, grey, space));
    }

    /** A word that is wider than the page goes on in the next line. */
    private List<String> fitting(String word, float sizePt) throws IOException {
        if (font.width(word, sizePt) <= WIDTH_PT) {
            return List.of(word);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int character : word.codePoints().toArray()) {
            String one = Character.toString(character);
            if (font.width(part + one, sizePt) > WIDTH_PT) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(one);
        }
        parts.add(part.toString());
        return parts;
    }
}
