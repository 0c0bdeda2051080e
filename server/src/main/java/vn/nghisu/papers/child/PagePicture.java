package vn.nghisu.papers.child;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws pages at reading size. All images here are {@code TYPE_INT_RGB}. */
final class PagePicture {
    static final int FIT_WIDTH_PX = 1600;
    static final int THUMB_WIDTH_PX = 160;
    private static final long MOST_PIXELS = 16_000_000;
    private static final int MOST_HEIGHT_PX = 12_000;

    private PagePicture() {}

    static BufferedImage draw(PDDocument document, int index, PageFrame frame) throws IOException {
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        // a fraction of a pixel more, since the renderer rounds down
        float scale = (float) ((widthPx(frame) + 0.2) / frame.seenWidthPt());
        return asRgb(renderer.renderImage(index, scale, ImageType.RGB));
    }

    /** Width in pixels: 1600, less for pages so long that they would be too many pixels. */
    static int widthPx(PageFrame frame) {
        double ratio = frame.seenHeightPt() / frame.seenWidthPt();
        double bound = Math.min(Math.sqrt(MOST_PIXELS / ratio), MOST_HEIGHT_PX / ratio);
        return Math.max(1, (int) Math.min(FIT_WIDTH_PX, bound));
    }

    static BufferedImage asRgb(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = rgb.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, rgb.getWidth(), rgb.getHeight());
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return rgb;
    }

    /** By means over whole areas down to twice the size, then once smoothly: sharp enough to know a page by. */
    static BufferedImage thumb(BufferedImage page) {
        int w = Math.min(THUMB_WIDTH_PX, page.getWidth());
        int h = Math.max(1, (int) Math.round((double) page.getHeight() * w / page.getWidth()));
        int step = Math.max(1, page.getWidth() / (2 * w));
        BufferedImage half = shrunk(page, step);
        BufferedImage thumb = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = thumb.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(half, 0, 0, w, h, null);
        pen.dispose();
        return thumb;
    }

    private static BufferedImage shrunk(BufferedImage page, int step) {
        int w = Math.max(1, page.getWidth() / step);
        int h = Math.max(1, page.getHeight() / step);
        int[] from = pixels(page);
        BufferedImage small = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        int[] to = pixels(small);
        int area = step * step;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int r = 0;
                int g = 0;
                int b = 0;
                for (int dy = 0; dy < step && y * step + dy < page.getHeight(); dy++) {
                    int row = (y * step + dy) * page.getWidth() + x * step;
                    for (int dx = 0; dx < step; dx++) {
                        int p = from[row + dx];
                        r += p >> 16 & 255;
                        g += p >> 8 & 255;
                        b += p & 255;
                    }
                }
                to[y * w + x] = r / area << 16 | g / area << 8 | b / area;
            }
        }
        return small;
    }

    static boolean isBlank(BufferedImage page) {
        int[] all = pixels(page);
        int first = all[0] & 0xFFFFFF;
        for (int p : all) {
            if ((p & 0xFFFFFF) != first) {
                return false;
            }
        }
        return true;
    }

    /** A page with pictures or fonts that comes out blank deserves a second opinion. */
    static boolean shouldShowSomething(PDPage page) {
        return Pictures.hasImages(page) || Pictures.hasFonts(page);
    }

    static int[] pixels(BufferedImage rgb) {
        return ((DataBufferInt) rgb.getRaster().getDataBuffer()).getData();
    }
}
