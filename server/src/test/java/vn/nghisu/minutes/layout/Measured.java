package vn.nghisu.minutes.layout;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A PDF taken apart for the ruler: letters, lines of text and strokes, in points from the top left corner; pages from 1. */
public final class Measured {
    public record Glyph(int page, String text, float left, float right, float baseline, float size, String font) {
        public boolean isBold() {
            return font.contains("Bold");
        }

        public boolean isItalic() {
            return font.contains("Italic");
        }
    }

    /** A row of letters on one baseline; in the header and the signatures it spans both columns. */
    public record Row(int page, float baseline, List<Glyph> glyphs) {
        public String text() {
            return glyphs.stream().map(Glyph::text).collect(Collectors.joining());
        }

        public float left() {
            return ink().get(0).left;
        }

        public float right() {
            return ink().get(ink().size() - 1).right;
        }

        /** The part between two places across. */
        public Row between(float from, float to) {
            return new Row(page, baseline, glyphs.stream().filter(glyph -> glyph.left >= from && glyph.right <= to).toList());
        }

        public boolean all(Predicate<Glyph> what) {
            return ink().stream().allMatch(what);
        }

        private List<Glyph> ink() {
            return glyphs.stream().filter(glyph -> !glyph.text.isBlank()).toList();
        }
    }

    public record Stroke(int page, float fromX, float fromY, float toX, float toY) {
        public float length() {
            return (float) Math.hypot(toX - fromX, toY - fromY);
        }
    }

    public final byte[] bytes;
    public final int pages;
    public final List<Glyph> glyphs = new ArrayList<>();
    public final List<Stroke> strokes = new ArrayList<>();
    public final String text;

    public Measured(byte[] pdf) {
        bytes = pdf;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            pages = document.getNumberOfPages();
            Collector collector = new Collector();
            collector.writeText(document, Writer.nullWriter());
            text = new PDFTextStripper().getText(document);
            for (int i = 0; i < pages; i++) {
                new Strokes(document.getPage(i), i + 1).processPage(document.getPage(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Row> rows() {
        return glyphs.stream()
                .collect(Collectors.groupingBy(glyph -> glyph.page * 10_000 + Math.round(glyph.baseline * 4), TreeMap::new, Collectors.toList()))
                .values().stream()
                .map(row -> new Row(row.get(0).page, row.get(0).baseline,
                        row.stream().sorted(Comparator.comparing(Glyph::left)).toList()))
                .toList();
    }

    /** The first row that contains the text. */
    public Row row(String containing) {
        return rows().stream().filter(row -> row.text().contains(containing)).findFirst()
                .orElseThrow(() -> new AssertionError("no row says: " + containing));
    }

    public BufferedImage picture(int page, float dpi) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFRenderer(document).renderImageWithDPI(page - 1, dpi, ImageType.GRAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Collector extends PDFTextStripper {
        @Override
        protected void processTextPosition(TextPosition position) {
            glyphs.add(new Glyph(getCurrentPageNo(), position.getUnicode(), position.getXDirAdj(),
                    position.getXDirAdj() + position.getWidthDirAdj(), position.getYDirAdj(), position.getFontSizeInPt(),
                    position.getFont().getName()));
        }
    }

    private final class Strokes extends PDFGraphicsStreamEngine {
        private final int number;
        private Point2D.Float from = new Point2D.Float();
        private Point2D.Float at = new Point2D.Float();

        Strokes(PDPage page, int number) {
            super(page);
            this.number = number;
        }

        @Override
        public void moveTo(float x, float y) {
            from = new Point2D.Float(x, y);
            at = from;
        }

        @Override
        public void lineTo(float x, float y) {
            at = new Point2D.Float(x, y);
        }

        @Override
        public void strokePath() {
            strokes.add(new Stroke(number, from.x, Sheet.HEIGHT - from.y, at.x, Sheet.HEIGHT - at.y));
        }

        @Override
        public Point2D getCurrentPoint() {
            return at;
        }

        @Override
        public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {}

        @Override
        public void drawImage(PDImage image) {}

        @Override
        public void clip(int windingRule) {}

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {}

        @Override
        public void closePath() {}

        @Override
        public void endPath() {}

        @Override
        public void fillPath(int windingRule) {}

        @Override
        public void fillAndStrokePath(int windingRule) {}

        @Override
        public void shadingFill(COSName shadingName) {}
    }
}
