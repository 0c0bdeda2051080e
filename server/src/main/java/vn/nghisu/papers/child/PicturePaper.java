package vn.nghisu.papers.child;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Makes a paper of one page of a picture: the picture as it is, without a loss, on a page of its shape with A4's longer side. */
final class PicturePaper {
    private static final float LONG_SIDE_PT = 842;
    private static final int TRIAL_PX = 800;

    private PicturePaper() {}

    static void write(Path picture, File target, String source, long mostPixels) throws IOException, Unfit {
        check(picture, mostPixels);
        byte[] bytes = Files.readAllBytes(picture);
        try (PDDocument document = new PDDocument()) {
            PDImageXObject image = PDImageXObject.createFromByteArray(document, bytes, "");
            float scale = LONG_SIDE_PT / Math.max(image.getWidth(), image.getHeight());
            float width = Math.max(1, image.getWidth() * scale);
            float height = Math.max(1, image.getHeight() * scale);
            PDPage page = new PDPage(new PDRectangle(width, height));
            page.setRotation(ExifTurn.of(bytes));
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.drawImage(image, 0, 0, width, height);
            }
            document.getDocumentInformation().setCustomMetadataValue(Imprint.KEY, source);
            document.save(target);
        }
    }

    /** Decodes it once, thinned out, so that a damaged one is found now and not on its page. */
    private static void check(Path picture, long mostPixels) throws IOException, Unfit {
        try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > mostPixels) {
                    throw new Unfit("image_too_large", 1);
                }
                boolean[] cutOff = new boolean[1];
                reader.addIIOReadWarningListener((from, warning) -> cutOff[0] |= warning.toLowerCase(java.util.Locale.ROOT).contains("premature"));
                ImageReadParam thin = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(width, height) / TRIAL_PX);
                thin.setSourceSubsampling(step, step, 0, 0);
                if (reader.canReadRaster()) {
                    reader.readRaster(0, thin); // CMYK photographs have no image that Java would make of them
                } else {
                    reader.read(0, thin);
                }
                if (cutOff[0]) {
                    throw new IOException("the picture was cut off");
                }
            } finally {
                reader.dispose();
            }
        }
    }
}
