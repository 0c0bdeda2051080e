package vn.nghisu.cli.demo;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import vn.nghisu.cli.demo.Typeface.Face;
import vn.nghisu.meeting.VietnamTime;

/**
 * Sets text in the layout of Decree 30/2020/NĐ-CP: A4, margins 20/20/30/18 mm, page number in the top margin from page 2 on.
 * Grows from top to bottom; what doesn't fit goes to the next page. Lengths are points.
 */
final class PaperSetter implements AutoCloseable {
    static final float MM = 72 / 25.4f;
    private static final float TOP = 20 * MM;
    private static final float BOTTOM = 20 * MM;
    private static final float LEFT = 30 * MM;
    private static final float RIGHT = 18 * MM;
    private static final float INDENT = 12.7f * MM;

    private final PDDocument document = new PDDocument();
    private final Typeface type;
    private final float sizePt;
    private final float leading;
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final List<PDOutlineItem> path = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private PDPageContentStream pen;
    private PDPage page;
    private boolean landscape;
    private float y;
    private int frontPages;
    private String labelPrefix = "";

    /** A heading with the page that it stands on, as printed. */
    record Entry(String title, int depth, String label) {}

    PaperSetter(String title, float sizePt, float leading) {
        this.type = new Typeface(document);
        this.sizePt = sizePt;
        this.leading = leading;
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Nghị Sự");
        Calendar made = new GregorianCalendar(2026, Calendar.JULY, 1, 8, 0, 0);
        made.setTimeZone(TimeZone.getTimeZone(VietnamTime.ZONE));
        document.getDocumentInformation().setCreationDate(made);
        document.getDocumentCatalog().setDocumentOutline(outline);
        document.getDocumentCatalog().setLanguage("vi-VN");
    }

    /** The first pages are numbered i, ii, …; those after them carry a prefix, "PL.1". */
    void numberFrontPages(int pages, String prefix) {
        frontPages = pages;
        labelPrefix = prefix;
    }

    float left() {
        return LEFT;
    }

    float width() {
        return page.getMediaBox().getWidth() - LEFT - RIGHT;
    }

    float y() {
        return y;
    }

    void down(float points) {
        y -= points;
    }

    PDDocument document() {
        return document;
    }

    int pages() {
        return document.getNumberOfPages();
    }

    List<Entry> entries() {
        return entries;
    }

    void turn(boolean sideways) {
        landscape = sideways;
        newPage();
    }

    void newPage() {
        try {
            if (pen != null) {
                pen.close();
            }
            PDRectangle a4 = PDRectangle.A4;
            page = new PDPage(landscape ? new PDRectangle(a4.getHeight(), a4.getWidth()) : a4);
            document.addPage(page);
            pen = new PDPageContentStream(document, page);
            y = page.getMediaBox().getHeight() - TOP;
            if (pages() > 1) {
                String label = label();
                put(label, (page.getMediaBox().getWidth() - type.width(label, Face.REGULAR, 13)) / 2, y + 7 * MM, Face.REGULAR, 13);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String label() {
        return pages() <= frontPages ? "i".repeat(pages()) : labelPrefix + (pages() - frontPages);
    }

    /** Makes sure that so much fits below, on a new page if need be. */
    void need(float points) {
        if (page == null || y - points < BOTTOM) {
            newPage();
        }
    }

    /** Starts on a page with room, or on a new one. */
    void heading(String text, int depth) {
        need(depth == 0 ? 170 : 130);
        y -= depth == 0 ? 8 : 4;
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(text);
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(page);
        place.setTop((int) (y + leading));
        item.setDestination(place);
        while (path.size() > depth) {
            path.remove(path.size() - 1);
        }
        PDOutlineNode parent = path.isEmpty() ? outline : path.get(path.size() - 1);
        parent.addLast(item);
        path.add(item);
        entries.add(new Entry(text, depth, label()));
        paragraph(text, depth < 2 ? Face.BOLD : Face.BOLD_ITALIC, false);
    }

    void paragraph(String text) {
        paragraph(text, Face.REGULAR, true);
    }

    private void paragraph(String text, Face face, boolean justified) {
        if (page == null) {
            newPage();
        }
        List<String> lines = wrap(text, face, sizePt, width() - INDENT, width());
        for (int i = 0; i < lines.size(); i++) {
            need(leading);
            y -= leading;
            float indent = i == 0 ? INDENT : 0;
            boolean last = i == lines.size() - 1;
            line(lines.get(i), LEFT + indent, y, face, sizePt, justified && !last ? width() - indent : 0);
        }
        y -= 5;
    }

    void centred(String text, Face face, float size) {
        for (String line : wrap(text, face, size, width(), width())) {
            need(size * 1.3f);
            y -= size * 1.3f;
            put(line, LEFT + (width() - type.width(line, face, size)) / 2, y, face, size);
        }
    }

    void right(String text, Face face, float size) {
        y -= size * 1.3f;
        put(text, LEFT + width() - type.width(text, face, size), y, face, size);
    }

    /** Centres a text around x without moving down. */
    void around(String text, float x, float atY, Face face, float size) {
        put(text, x - type.width(text, face, size) / 2, atY, face, size);
    }

    float textWidth(String text, Face face, float size) {
        return type.width(text, face, size);
    }

    /** Breaks at blanks; a first line may be shorter than the others. */
    List<String> wrap(String text, Face face, float size, float first, float others) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float used = 0;
        float blank = type.width(" ", face, size);
        for (String word : text.split(" ")) {
            float wide = type.width(word, face, size);
            float room = lines.isEmpty() ? first : others;
            if (line.length() > 0 && used + blank + wide > room) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (line.length() > 0) {
                line.append(' ');
                used += blank;
            }
            line.append(word);
            used += wide;
        }
        lines.add(line.toString());
        return lines;
    }

    void put(String text, float x, float atY, Face face, float size) {
        line(text, x, atY, face, size, 0);
    }

    /** @param stretch width to fill by wider blanks, 0 for none */
    private void line(String text, float x, float atY, Face face, float size, float stretch) {
        try {
            pen.beginText();
            pen.setFont(type.font(face), size);
            pen.newLineAtOffset(x, atY);
            String[] words = text.split(" ");
            if (stretch > 0 && words.length > 1) {
                float extra = (stretch - type.width(text, face, size)) / (words.length - 1) / size * 1000;
                Object[] parts = new Object[words.length * 2 - 1];
                for (int i = 0; i < words.length; i++) {
                    parts[2 * i] = i < words.length - 1 ? words[i] + " " : words[i];
                    if (i < words.length - 1) {
                        parts[2 * i + 1] = -extra;
                    }
                }
                pen.showTextWithPositioning(parts);
            } else {
                pen.showText(text);
            }
            pen.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void rule(float x1, float y1, float x2, float y2, float wide) {
        try {
            pen.setLineWidth(wide);
            pen.moveTo(x1, y1);
            pen.lineTo(x2, y2);
            pen.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void fill(float x, float atY, float w, float h, Color color) {
        try {
            pen.setNonStrokingColor(color);
            pen.addRect(x, atY, w, h);
            pen.fill();
            pen.setNonStrokingColor(Color.BLACK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes back to a page that was left out, draws there, and never returns. */
    void reopen(int index) {
        try {
            pen.close();
            page = document.getPage(index);
            pen = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true);
            y = page.getMediaBox().getHeight() - TOP;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(Path file) {
        try {
            pen.close();
            pen = null;
            document.getDocumentCatalog().setPageLabels(labels());
            outline.openNode();
            byte[] fixed = document.getDocumentInformation().getTitle().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            document.setDocumentId((long) java.util.Arrays.hashCode(fixed));
            document.save(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDPageLabels labels() {
        PDPageLabels labels = new PDPageLabels(document);
        PDPageLabelRange rest = new PDPageLabelRange();
        rest.setStyle(PDPageLabelRange.STYLE_DECIMAL);
        rest.setStart(1);
        if (frontPages > 0) {
            PDPageLabelRange front = new PDPageLabelRange();
            front.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
            labels.setLabelItem(0, front);
            rest.setPrefix(labelPrefix);
        }
        labels.setLabelItem(frontPages, rest);
        return labels;
    }

    @Override
    public void close() {
        try {
            if (pen != null) {
                pen.close();
            }
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
