package vn.nghisu.papers;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import vn.nghisu.papers.child.PageEncoder;

/**
 * A page's picture with a line of text burnt into it, over and over and aslant, so that no useful part of the page is without it.
 * Light enough to read through, and seen on white paper as on dark scans: each line is drawn dark on a pale edge. Blocks for a tenth
 * of a second or two.
 */
public final class MarkedPage {
    private static final double SLANT = -Math.PI / 6;
    private static final float DARK = 0.20f;
    private static final float PALE = 0.30f;
    /** As shares of the page's width. */
    private static final float LETTERS = 1 / 34f;
    private static final float LINES_APART = 1 / 6f;
    private static final float BLANK_BETWEEN = 1 / 8f;
    private static final Font FONT = font();
    /** At 8 bytes a pixel, unpacked and drawn on; two sheets of A4 fit, or one page picture of the largest kind. */
    private static final PictureBudget BUDGET = new PictureBudget(16_500_000);

    private MarkedPage() {}

    /** Waits while others have large pages in work. @param picture one of the store's page pictures */
    public static PageEncoder.Coded of(Path picture, String line) throws IOException {
        try (PictureBudget.Share held = BUDGET.take(pixels(picture))) {
            return marked(picture, line);
        }
    }

    /** As its header says. */
    private static long pixels(Path picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not a picture that can be read");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static PageEncoder.Coded marked(Path picture, String line) throws IOException {
        BufferedImage plain = ImageIO.read(picture.toFile());
        if (plain == null) {
            throw new IOException("not a picture that can be read");
        }
        BufferedImage page = new BufferedImage(plain.getWidth(), plain.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        try {
            pen.drawImage(plain, 0, 0, Color.WHITE, null);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            write(pen, page.getWidth(), page.getHeight(), line);
        } finally {
            pen.dispose();
        }
        return PageEncoder.lossy(page);
    }

    private static void write(Graphics2D pen, int width, int height, String line) {
        pen.setFont(FONT.deriveFont(width * LETTERS));
        int step = Math.max(1, pen.getFontMetrics().stringWidth(line) + Math.round(width * BLANK_BETWEEN));
        int apart = Math.max(1, Math.round(width * LINES_APART));
        int edge = Math.max(1, width / 800);
        int reach = (int) Math.hypot(width, height);
        pen.translate(width / 2.0, height / 2.0);
        pen.rotate(SLANT);
        for (int y = -reach, row = 0; y < reach; y += apart, row++) {
            for (int x = -reach - row % 2 * step / 2; x < reach; x += step) {
                draw(pen, line, x + edge, y + edge, Color.WHITE, PALE);
                draw(pen, line, x, y, Color.BLACK, DARK);
            }
        }
    }

    private static void draw(Graphics2D pen, String line, int x, int y, Color colour, float strength) {
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, strength));
        pen.setColor(colour);
        pen.drawString(line, x, y);
    }

    private static Font font() {
        try (InputStream in = MarkedPage.class.getResourceAsStream("/fonts/LiberationSerif-Bold.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
