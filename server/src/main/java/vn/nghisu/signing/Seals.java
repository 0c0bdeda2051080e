package vn.nghisu.signing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** Measures: fields of a file that wait for a signature, and the pictures of signatures and seals. */
public final class Seals {
    static final float POINTS_A_MM = 72f / 25.4f;
    private static final int WIDEST_PIXELS = 4_000;
    private static final int MOST_PIXELS = 6_000_000;

    private Seals() {}

    /** Names of the fields that wait for a signature. */
    public static List<String> waiting(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getSignatureFields().stream().filter(field -> field.getSignature() == null).map(PDField::getFullyQualifiedName).toList();
        } catch (IOException e) {
            throw new SigningRefused(Sentence.of("Không đọc được tệp PDF này.", "This PDF file can't be read."), e);
        }
    }

    static SigningRefused noField(String field) {
        return new SigningRefused("Trong tệp không còn chỗ ký “" + field + "”. Hãy mở bản mới nhất của văn bản.",
                "The file has no free place for the signature “" + field + "”. Open the newest version of the paper.");
    }

    /** Whether a field of this name is signed already. */
    static boolean isTaken(byte[] pdf, String name) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm();
            return form != null && form.getField(name) instanceof PDSignatureField field && field.getSignature() != null;
        } catch (IOException e) {
            throw new SigningRefused(Sentence.of("Không đọc được tệp PDF này.", "This PDF file can't be read."), e);
        }
    }

    /** Where a signature field stands; absent when there is none of that name. */
    static Optional<Look.Place> place(byte[] pdf, String name) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm();
            PDField field = form == null ? null : form.getField(name);
            if (!(field instanceof PDSignatureField)) {
                return Optional.empty();
            }
            PDAnnotationWidget widget = field.getWidgets().get(0);
            PDRectangle box = widget.getRectangle();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                boolean here = document.getPage(i).getAnnotations().stream().anyMatch(each -> each.getCOSObject() == widget.getCOSObject());
                if (here) {
                    float height = document.getPage(i).getMediaBox().getHeight();
                    return Optional.of(new Look.Place(i + 1, box.getLowerLeftX(), height - box.getUpperRightY(), box.getWidth(), box.getHeight()));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new SigningRefused(Sentence.of("Không đọc được tệp PDF này.", "This PDF file can't be read."), e);
        }
    }

    /** The picture on a transparent ground of a field's proportions, so that it fills the field at its real width. */
    static byte[] inRealSize(byte[] png, float widthMm, Look.Place field) {
        try {
            BufferedImage picture = picture(png);
            float pixelsAPoint = picture.getWidth() / (widthMm * POINTS_A_MM);
            int width = Math.max(picture.getWidth(), Math.round(field.width() * pixelsAPoint));
            int height = Math.max(picture.getHeight(), Math.round(field.height() * pixelsAPoint));
            if (width > WIDEST_PIXELS || height > WIDEST_PIXELS) {
                throw unfit(null);
            }
            BufferedImage ground = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            Graphics2D brush = ground.createGraphics();
            brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            brush.drawImage(picture, (width - picture.getWidth()) / 2, (height - picture.getHeight()) / 2, null);
            brush.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(ground, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw unfit(e);
        }
    }

    /** @throws SigningRefused when it is no PNG with a transparent ground, or too large */
    static BufferedImage picture(byte[] png) throws IOException {
        boolean isPng = png.length > 8 && (png[0] & 0xFF) == 0x89 && png[1] == 'P' && png[2] == 'N' && png[3] == 'G';
        BufferedImage picture = isPng && isSmall(png) ? ImageIO.read(new ByteArrayInputStream(png)) : null;
        if (picture == null || !picture.getColorModel().hasAlpha()) {
            throw unfit(null);
        }
        return picture;
    }

    /** Told by its head: a small file may unfold into more than the memory. */
    private static boolean isSmall(byte[] png) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            return width <= WIDEST_PIXELS && height <= WIDEST_PIXELS && width * height <= MOST_PIXELS;
        } finally {
            reader.dispose();
        }
    }

    private static SigningRefused unfit(Throwable cause) {
        return new SigningRefused(Sentence.of("Hình chữ ký, con dấu phải là ảnh PNG nền trong suốt, mỗi cạnh không quá " + WIDEST_PIXELS + " điểm ảnh, cả ảnh không quá " + MOST_PIXELS / 1_000_000 + " triệu điểm ảnh.",
                "The picture of a signature or seal must be a PNG with a transparent ground, no side longer than " + WIDEST_PIXELS + " pixels, no more than " + MOST_PIXELS / 1_000_000 + " million pixels in all."), cause);
    }
}
