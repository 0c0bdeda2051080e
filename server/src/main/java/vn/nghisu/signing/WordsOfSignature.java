package vn.nghisu.signing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What is seen of a signature whose signer has brought no picture: who signed and when (ISO 8601, Việt Nam's time), in blue. */
final class WordsOfSignature {
    private static final String FONT = "/fonts/LiberationSerif-Regular.ttf";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(7));
    private static final float MOST_PT = 11;
    private static final float LEADING = 1.25f;
    private static final float EDGE_PT = 2;
    private static final float SCALE = 4;

    private WordsOfSignature() {}

    /** @return a PNG with a transparent ground, of the shape of the place */
    static byte[] png(String signer, Instant at, Look.Place place) {
        List<String> lines = List.of("Đã ký số", signer, TIME.format(at));
        try (PDDocument document = new PDDocument(); InputStream file = WordsOfSignature.class.getResourceAsStream(FONT)) {
            // whole: a part of the font is cut out only when a file is written, and this one never is
            PDFont font = PDType0Font.load(document, file, false);
            PDPage page = new PDPage(new PDRectangle(place.width(), place.height()));
            document.addPage(page);
            float longest = 1;
            for (String line : lines) {
                longest = Math.max(longest, font.getStringWidth(known(font, line)) / 1000);
            }
            float size = Math.min(MOST_PT, Math.min((place.width() - 2 * EDGE_PT) / longest, (place.height() - 2 * EDGE_PT) / (lines.size() * LEADING)));
            float y = (place.height() + lines.size() * size * LEADING) / 2 - size;
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                out.setNonStrokingColor(0f, 0f, 0.6f);
                for (String line : lines) {
                    String shown = known(font, line);
                    out.beginText();
                    out.setFont(font, size);
                    out.newLineAtOffset((place.width() - font.getStringWidth(shown) / 1000 * size) / 2, y);
                    out.showText(shown);
                    out.endText();
                    y -= size * LEADING;
                }
            }
            BufferedImage picture = new PDFRenderer(document).renderImage(0, SCALE, ImageType.ARGB);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name comes from a certificate and may hold anything. */
    private static String known(PDFont font, String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(letter -> known.append(isKnown(font, letter) ? Character.toString(letter) : "?"));
        return known.toString();
    }

    private static boolean isKnown(PDFont font, int letter) {
        try {
            return !Character.isISOControl(letter) && font.getStringWidth(Character.toString(letter)) >= 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
