package vn.nghisu.papers.child;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;

/** Cover and contents of a book. The contents count on pages that come after them, so their own length moves nothing. */
final class FrontPages {
    private static final float LEFT = 85;
    private static final float RIGHT = 56;
    private static final float TOP = 71;
    private static final float BOTTOM = 71;
    private static final float WIDTH = PDRectangle.A4.getWidth() - LEFT - RIGHT;
    private static final float NUMBER_WIDTH = 46;
    private static final float INDENT = 20;
    private static final float BODY_PT = 12.5f;
    private static final float LINE = 1.35f;
    private static final float SPACE_PT = 5;

    private final PDDocument book;
    private final MarkFont plain;
    private final MarkFont bold;
    private final List<PDPage> front = new ArrayList<>();
    private PDPageContentStream stream;
    private PDPage page;
    private float y;

    FrontPages(PDDocument book, MarkFont plain) throws IOException {
        this.book = book;
        this.plain = plain;
        try (InputStream file = FrontPages.class.getResourceAsStream("/fonts/LiberationSerif-Bold.ttf")) {
            this.bold = new MarkFont(PDType0Font.load(book, file));
        }
    }

    /** Puts them before all pages. */
    List<PDPage> of(Binding binding, List<Binder.Placed> placed, List<PDPage> pages) throws IOException {
        try {
            cover(binding);
            turn();
            centred(binding.contents(), bold, 15);
            y -= 12;
            for (int i = 0; i < placed.size(); i++) {
                entry(placed, i, pages);
            }
        } finally {
            if (stream != null) {
                stream.close();
            }
        }
        PDPageTree tree = book.getPages();
        for (PDPage each : front) {
            if (pages.isEmpty()) {
                tree.add(each);
            } else {
                tree.insertBefore(each, pages.get(0));
            }
        }
        return front;
    }

    private void turn() throws IOException {
        if (stream != null) {
            stream.close();
        }
        page = new PDPage(PDRectangle.A4);
        front.add(page);
        stream = new PDPageContentStream(book, page);
        y = PDRectangle.A4.getHeight() - TOP;
    }

    private void cover(Binding binding) throws IOException {
        turn();
        for (int i = 0; i < binding.over().size(); i++) {
            centred(binding.over().get(i), i == binding.over().size() - 1 ? bold : plain, 14);
        }
        y = PDRectangle.A4.getHeight() * 0.62f;
        centred(binding.name(), bold, 30);
        y -= 14;
        stream.setLineWidth(0.8f);
        float middle = LEFT + WIDTH / 2;
        stream.moveTo(middle - 60, y);
        stream.lineTo(middle + 60, y);
        stream.stroke();
        y -= 22;
        centred(binding.title(), bold, 18);
        y = Math.min(y, PDRectangle.A4.getHeight() * 0.3f);
        for (String line : binding.lines()) {
            centred(line, plain, 13);
        }
    }

    private void centred(String text, MarkFont font, float size) throws IOException {
        for (String line : balanced(font.printable(text), font, size)) {
            y -= size * LINE;
            draw(line, font, size, LEFT + (WIDTH - font.width(line, size)) / 2);
        }
    }

    /** As few lines as there have to be, about equally long. */
    private static List<String> balanced(String text, MarkFont font, float size) throws IOException {
        List<String> best = lines(text, font, size, WIDTH);
        for (float width = WIDTH - 10; width > WIDTH / 3; width -= 10) {
            List<String> narrower = lines(text, font, size, width);
            if (narrower.size() > best.size()) {
                return best;
            }
            best = narrower;
        }
        return best;
    }

    private void entry(List<Binder.Placed> placed, int at, List<PDPage> pages) throws IOException {
        Binding.Part part = placed.get(at).part();
        boolean top = part.level() == 0;
        MarkFont font = top ? bold : plain;
        float left = LEFT + part.level() * INDENT;
        String title = part.note().isEmpty() ? part.title() : part.title() + " (" + part.note() + ")";
        List<String> lines = lines(font.printable(title), font, BODY_PT, LEFT + WIDTH - NUMBER_WIDTH - left);
        float height = lines.size() * BODY_PT * LINE;
        float space = top ? SPACE_PT * 2 : SPACE_PT;
        if (y - space - height < BOTTOM) {
            turn();
        } else {
            y -= space;
        }
        float upper = y;
        for (int i = 0; i < lines.size(); i++) {
            y -= BODY_PT * LINE;
            draw(lines.get(i), font, BODY_PT, left);
        }
        int number = placed.get(at).page() >= 0 ? placed.get(at).page() : top ? Binder.firstBelow(placed, at) : -1;
        if (number >= 0) {
            String printed = String.valueOf(number + 1);
            float end = LEFT + WIDTH - plain.width(printed, BODY_PT);
            dots(left + font.width(lines.get(lines.size() - 1), BODY_PT) + 6, end - 4);
            draw(printed, plain, BODY_PT, end);
            link(left, upper, pages.get(number));
        }
    }

    private void dots(float from, float to) throws IOException {
        float width = plain.width(".", BODY_PT) * 1.8f;
        for (float x = to - width; x > from; x -= width) {
            draw(".", plain, BODY_PT, x);
        }
    }

    private void link(float left, float upper, PDPage to) throws IOException {
        PDPageFitDestination place = new PDPageFitDestination();
        place.setPage(to);
        PDAnnotationLink link = new PDAnnotationLink();
        link.setDestination(place);
        link.setRectangle(new PDRectangle(left, y - 3, LEFT + WIDTH - left, upper - y));
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        link.setBorderStyle(none);
        List<PDAnnotation> all = page.getAnnotations();
        all.add(link);
        page.setAnnotations(all);
    }

    private void draw(String text, MarkFont font, float size, float x) throws IOException {
        stream.beginText();
        stream.setFont(font.face(), size);
        stream.newLineAtOffset(x, y);
        stream.showText(text);
        stream.endText();
    }

    /** Broken at blanks; a word that is longer than a line, anywhere. */
    private static List<String> lines(String text, MarkFont font, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String rest = word;
            while (font.width(rest, size) > width) {
                int fits = rest.length() - 1;
                while (fits > 1 && font.width(rest.substring(0, fits), size) > width) {
                    fits--;
                }
                if (line.length() > 0) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            if (line.length() > 0 && font.width(line + " " + rest, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }
}
