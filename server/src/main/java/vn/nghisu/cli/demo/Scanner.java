package vn.nghisu.cli.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Makes of a paper what an office scanner makes of it: grey pictures, a little skewed and speckled, without text. */
final class Scanner {
    private static final int WIDTH_PX = 1240;
    private static final float JPEG_QUALITY = 0.42f;
    private static final double MOST_SKEW_DEGREES = 0.55;
    private static final int PAPER_GREY = 244;
    private static final int GRAIN = 7;

    private Scanner() {}

    static void scan(PDDocument source, String title, Path file) throws IOException {
        SplittableRandom dice = new SplittableRandom(42);
        PDFRenderer renderer = new PDFRenderer(source);
        try (PDDocument scanned = new PDDocument()) {
            for (int i = 0; i < source.getNumberOfPages(); i++) {
                float scale = WIDTH_PX / source.getPage(i).getMediaBox().getWidth();
                BufferedImage page = skewed(renderer.renderImage(i, scale, ImageType.GRAY), dice);
                grain(page, dice);
                PDPage sheet = new PDPage(PDRectangle.A4);
                scanned.addPage(sheet);
                try (PDPageContentStream pen = new PDPageContentStream(scanned, sheet)) {
                    pen.drawImage(JPEGFactory.createFromImage(scanned, page, JPEG_QUALITY, 150), 0, 0, PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            scanned.getDocumentInformation().setTitle(title);
            scanned.getDocumentInformation().setProducer("Máy quét văn phòng");
            scanned.setDocumentId(42L);
            scanned.save(file.toFile());
        }
    }

    private static BufferedImage skewed(BufferedImage page, SplittableRandom dice) {
        BufferedImage skewed = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = skewed.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        double angle = Math.toRadians(MOST_SKEW_DEGREES * (2 * dice.nextDouble() - 1));
        AffineTransform turn = AffineTransform.getRotateInstance(angle, page.getWidth() / 2.0, page.getHeight() / 2.0);
        turn.translate(6 * dice.nextDouble() - 3, 8 * dice.nextDouble() - 4);
        pen.drawImage(page, turn, null);
        pen.dispose();
        return skewed;
    }

    /** Paper is not white, ink is not black, and glass has dust. */
    private static void grain(BufferedImage page, SplittableRandom dice) {
        byte[] grey = ((DataBufferByte) page.getRaster().getDataBuffer()).getData();
        long noise = 0;
        for (int i = 0; i < grey.length; i++) {
            if (i % 16 == 0) {
                noise = dice.nextLong();
            }
            int grain = (int) (noise >>> 4 * (i % 16) & 15) * GRAIN / 15;
            grey[i] = (byte) Math.max(28, (grey[i] & 255) * PAPER_GREY / 255 - grain);
        }
        for (int speck = 0; speck < 14; speck++) {
            int at = dice.nextInt(grey.length - page.getWidth() - 2);
            for (int near : new int[] {at, at + 1, at + page.getWidth()}) {
                grey[near] = (byte) (70 + dice.nextInt(80));
            }
        }
    }
}
