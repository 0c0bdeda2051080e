package vn.nghisu.papers.child;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.RenderDestination;

/** Pages drawn larger than for reading, strip by strip so that a plan of two square metres needs no more memory than a letter. */
final class PageTiles {
    static final int SIDE_PX = 800;
    /** Sheets wider than this have a second level: on an A3 plan the first one shows no more than an A4 page does for reading. */
    private static final double LARGE_SHEET_PT = 1_000;
    private static final long STRIP_PIXELS = 16_000_000;
    /** Keeps the number of squares of a banner that is many times as long as wide within bounds. */
    private static final int MOST_HEIGHT_PX = 24_000;

    private PageTiles() {}

    static PageTiled write(PDDocument document, int number, int level, Optional<String> raster, Path folder) throws IOException {
        PDPage page = document.getPage(number - 1);
        PageFrame frame = PageFrame.of(page);
        int deepest = Math.max(frame.seenWidthPt(), frame.seenHeightPt()) > LARGE_SHEET_PT ? 2 : 1;
        int w = widthPx(frame, Math.min(level, deepest));
        double scale = w / frame.seenWidthPt();
        int h = Math.max(1, (int) Math.round(frame.seenHeightPt() * scale));
        if (raster.isEmpty() && Pictures.hasJpeg2000(page)) {
            return new PageTiled(w, h, SIDE_PX, deepest, List.of(), Optional.of("picture"));
        }
        Optional<BufferedImage> drawn = raster.isEmpty() ? Optional.empty()
                : Optional.of(PagePicture.asRgb(Optional.ofNullable(ImageIO.read(new File(raster.get()))).orElseThrow(() -> new IOException("no picture"))));
        List<String> ext = new ArrayList<>();
        int rows = Math.max(1, (int) (STRIP_PIXELS / w / SIDE_PX));
        for (int top = 0; top < h; top += rows * SIDE_PX) {
            int height = Math.min(rows * SIDE_PX, h - top);
            BufferedImage strip = drawn.isPresent() ? stripOf(drawn.get(), w, top, height) : strip(document, number - 1, scale, w, top, height);
            cut(strip, number, folder, ext);
        }
        return new PageTiled(w, h, SIDE_PX, deepest, ext, Optional.empty());
    }

    private static int widthPx(PageFrame frame, int level) {
        int wanted = PagePicture.FIT_WIDTH_PX << Math.max(1, level);
        double ratio = frame.seenHeightPt() / frame.seenWidthPt();
        return Math.max(1, (int) Math.min(wanted, MOST_HEIGHT_PX / ratio));
    }

    private static BufferedImage strip(PDDocument document, int index, double scale, int w, int top, int height) throws IOException {
        BufferedImage strip = new BufferedImage(w, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = white(strip);
        try {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            pen.translate(0, -top);
            renderer.renderPageToGraphics(index, pen, (float) scale, (float) scale, RenderDestination.EXPORT);
        } finally {
            pen.dispose();
        }
        return strip;
    }

    /** The other program rounds in its own way, so the last line may be missing. */
    private static BufferedImage stripOf(BufferedImage page, int w, int top, int height) {
        BufferedImage strip = new BufferedImage(w, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = white(strip);
        pen.drawImage(page, 0, -top, null);
        pen.dispose();
        return strip;
    }

    private static Graphics2D white(BufferedImage strip) {
        Graphics2D pen = strip.createGraphics();
        pen.setBackground(Color.WHITE);
        pen.clearRect(0, 0, strip.getWidth(), strip.getHeight());
        return pen;
    }

    private static void cut(BufferedImage strip, int number, Path folder, List<String> ext) throws IOException {
        for (int y = 0; y < strip.getHeight(); y += SIDE_PX) {
            for (int x = 0; x < strip.getWidth(); x += SIDE_PX) {
                BufferedImage part = strip.getSubimage(x, y, Math.min(SIDE_PX, strip.getWidth() - x), Math.min(SIDE_PX, strip.getHeight() - y));
                BufferedImage tile = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_RGB);
                Graphics2D pen = tile.createGraphics();
                pen.drawImage(part, 0, 0, null);
                pen.dispose();
                ext.add(PageEncoder.write(tile, folder, PageTiled.stem(number, ext.size())).ext());
            }
        }
    }
}
