package vn.nghisu.papers;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.util.Matrix;

/** Small PDFs of every kind, good and bad. Coordinates in points from the lower left corner. */
public final class SamplePdf {
    private final PDDocument document = new PDDocument();
    private final PDFont font;

    private SamplePdf() {
        try (InputStream in = SamplePdf.class.getResourceAsStream("/fonts/LiberationSerif-Regular.ttf")) {
            font = PDType0Font.load(document, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SamplePdf make() {
        return new SamplePdf();
    }

    public PDDocument document() {
        return document;
    }

    PDFont font() {
        return font;
    }

    public SamplePdf page(String... lines) {
        return page(0, lines);
    }

    SamplePdf page(int rotation, String... lines) {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setRotation(rotation);
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            for (int i = 0; i < lines.length; i++) {
                pen.beginText();
                pen.setFont(font, 14);
                pen.newLineAtOffset(72, 760 - 20f * i);
                pen.showText(lines[i]);
                pen.endText();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** As a landscape page is made on portrait paper: the text runs up the sheet and the page is turned to be read. */
    SamplePdf turnedPage(int rotation, String... lines) {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setRotation(rotation);
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            for (int i = 0; i < lines.length; i++) {
                pen.beginText();
                pen.setFont(font, 14);
                pen.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(rotation), 100 + 20f * i, 72));
                pen.showText(lines[i]);
                pen.endText();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    SamplePdf emptyPage() {
        document.addPage(new PDPage(PDRectangle.A4));
        return this;
    }

    /** A page that is one noisy grey picture. */
    SamplePdf scannedPage() {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        BufferedImage picture = new BufferedImage(827, 1169, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 827, 1169);
        pen.setColor(Color.BLACK);
        for (int y = 100; y < 1000; y += 30) {
            pen.fillRect(100, y, 600, 12);
        }
        pen.dispose();
        Random noise = new Random(7);
        for (int y = 0; y < 1169; y++) {
            for (int x = 0; x < 827; x++) {
                int grey = (picture.getRaster().getSample(x, y, 0) * 9 + noise.nextInt(255)) / 10;
                picture.getRaster().setSample(x, y, 0, grey);
            }
        }
        try (PDPageContentStream on = new PDPageContentStream(document, page)) {
            on.drawImage(JPEGFactory.createFromImage(document, picture, 0.7f), 0, 0, 595, 842);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A page whose content stream is given as it is. */
    public SamplePdf rawPage(String content) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            byte[] bytes = content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.setContents(stream);
        return this;
    }

    public byte[] bytes() {
        try (document) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] encrypted(String userPassword) {
        try {
            document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes();
    }
}
