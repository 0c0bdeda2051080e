package vn.nghisu.papers.child;

import java.io.File;
import java.io.IOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationInk;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;

/**
 * Writes a reader's marks into a copy of a paper: as annotations that other programs show, list and edit (ISO 32000-1, 12.5.6), each
 * with its own appearance, or drawn into the pages.
 */
final class MarkedCopy {
    private final PDDocument document;
    private final Marks marks;
    private final MarkBrush brush;
    private int written;

    private MarkedCopy(PDDocument document, Marks marks) {
        this.document = document;
        this.marks = marks;
        this.brush = new MarkBrush(document);
    }

    static MarksDone write(PDDocument document, Marks marks, File to) throws IOException {
        MarkedCopy copy = new MarkedCopy(document, marks);
        int pages = document.getNumberOfPages();
        for (int number = 1; number <= pages; number++) {
            copy.page(number);
        }
        if (marks.burnt() && !marks.texts().isEmpty()) {
            new TextPages(document, copy.brush.font()).write(marks);
        }
        document.save(to);
        return new MarksDone(copy.written);
    }

    private void page(int number) throws IOException {
        PDPage page = document.getPage(number - 1);
        PageSeen seen = PageSeen.of(page);
        for (Marks.Highlight highlight : marks.highlights()) {
            if (highlight.page() == number) {
                put(page, highlight(seen, highlight), brush.highlight(seen, highlight));
            }
        }
        for (Marks.Ink ink : marks.inks()) {
            if (ink.page() == number) {
                put(page, ink(seen, ink), brush.ink(seen, ink));
            }
        }
        for (int i = 0; i < marks.texts().size(); i++) {
            Marks.Text text = marks.texts().get(i);
            if (text.page() == number) {
                put(page, text(text), marks.burnt() ? brush.number(seen, text, i + 1) : brush.icon(seen, text));
            }
        }
    }

    private void put(PDPage page, PDAnnotationMarkup annotation, PDAppearanceStream looks) throws IOException {
        written++;
        if (marks.burnt()) {
            try (PDPageContentStream on = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                on.drawForm(looks);
            }
            return;
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(looks);
        annotation.setAppearance(appearance);
        annotation.setRectangle(looks.getBBox());
        annotation.setTitlePopup(marks.author());
        annotation.setPrinted(true);
        annotation.setPage(page);
        List<PDAnnotation> all = page.getAnnotations();
        all.add(annotation);
        page.setAnnotations(all);
    }

    private static PDAnnotationMarkup highlight(PageSeen seen, Marks.Highlight mark) {
        PDAnnotationHighlight annotation = new PDAnnotationHighlight();
        float[] quads = new float[mark.quads().size() * 8];
        int at = 0;
        for (List<Integer> quad : mark.quads()) {
            double left = PageSeen.points(quad.get(0));
            double top = PageSeen.points(quad.get(1));
            double right = left + PageSeen.points(quad.get(2));
            double bottom = top + PageSeen.points(quad.get(3));
            // upper left, upper right, lower left, lower right: not the standard's order, but that of every program
            for (double[] corner : new double[][] {{left, top}, {right, top}, {left, bottom}, {right, bottom}}) {
                quads[at++] = (float) seen.x(corner[0], corner[1]);
                quads[at++] = (float) seen.y(corner[0], corner[1]);
            }
        }
        annotation.setQuadPoints(quads);
        annotation.setContents(mark.quote());
        return dressed(annotation, mark.colour(), mark.madeAt());
    }

    /** The list of places has one width (ISO 32000-1, 12.5.6.13): what the pen's pressure made of it is in the appearance only. */
    private static PDAnnotationMarkup ink(PageSeen seen, Marks.Ink mark) {
        PDAnnotationInk annotation = new PDAnnotationInk();
        float[][] list = new float[mark.strokes().size()][];
        for (int i = 0; i < list.length; i++) {
            List<Integer> stroke = mark.strokes().get(i).places();
            list[i] = new float[stroke.size()];
            for (int j = 0; j + 1 < stroke.size(); j += 2) {
                double x = PageSeen.points(stroke.get(j));
                double y = PageSeen.points(stroke.get(j + 1));
                list[i][j] = (float) seen.x(x, y);
                list[i][j + 1] = (float) seen.y(x, y);
            }
        }
        annotation.setInkList(list);
        PDBorderStyleDictionary line = new PDBorderStyleDictionary();
        line.setWidth((float) PageSeen.points(mark.width()));
        annotation.setBorderStyle(line);
        return dressed(annotation, mark.colour(), mark.madeAt());
    }

    private static PDAnnotationMarkup text(Marks.Text mark) {
        PDAnnotationText annotation = new PDAnnotationText();
        annotation.setName(PDAnnotationText.NAME_COMMENT);
        annotation.setNoRotate(true);
        annotation.setNoZoom(true);
        annotation.setContents(mark.text());
        return dressed(annotation, mark.colour(), mark.madeAt());
    }

    private static PDAnnotationMarkup dressed(PDAnnotationMarkup annotation, int colour, long madeAt) {
        annotation.setColor(new PDColor(MarkBrush.components(colour), PDDeviceRGB.INSTANCE));
        Calendar made = new GregorianCalendar(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        made.setTimeInMillis(madeAt);
        annotation.setCreationDate(made);
        annotation.setModifiedDate(made);
        return annotation;
    }
}
