package vn.nghisu.papers.child;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes pictures of pages as small as they can be: flat pages (text, tables, line art) without loss in 16 shades a channel,
 * photos and scans with loss. WebP where its native part loads, else PNG and JPEG.
 */
public final class PageEncoder {
    /**
     * Share of pixels equal to their left neighbour above which a page is surely flat, and below which it surely is not (measured:
     * text and tables 0.92 to 0.99, clean grey scans 0.79 to 0.82). Between them both ways are tried.
     */
    private static final double FLAT = 0.90;
    private static final double NOISY = 0.84;

    private static final float LOSSY_QUALITY = 0.75f;
    /** Effort of the coders: method 0 makes files three times as large, more effort costs time and saves two per cent. */
    private static final float LOSSLESS_EFFORT = 0.1f;
    private static final int LOSSLESS_METHOD = 1;
    private static final int LOSSY_METHOD = 2;
    private static final float PNG_QUALITY = 0.3f;

    private static final boolean WEBP = webpLoads();

    private PageEncoder() {}

    static PageDone.Drawn write(BufferedImage page, Path folder, String stem) throws IOException {
        double flat = flatness(PagePicture.pixels(page));
        Optional<Coded> without = flat >= NOISY ? Optional.of(lossless(page)) : Optional.empty();
        Optional<Coded> with = flat < FLAT ? Optional.of(lossy(page)) : Optional.empty();
        Coded best = without.isEmpty() ? with.orElseThrow() : with.filter(w -> w.bytes().length < without.get().bytes().length).orElse(without.get());
        Files.write(folder.resolve(stem + "." + best.ext()), best.bytes());
        return new PageDone.Drawn(best.ext(), page.getWidth(), page.getHeight());
    }

    /** @param ext webp, png or jpg */
    public record Coded(String ext, byte[] bytes) {}

    private static Coded lossless(BufferedImage page) throws IOException {
        BufferedImage few = sixteenShades(page);
        if (WEBP) {
            return new Coded("webp", webp(few, CompressionType.Lossless, LOSSLESS_METHOD, LOSSLESS_EFFORT));
        }
        return isGrey(PagePicture.pixels(few)) ? new Coded("png", png(greys(few))) : new Coded("png", png(few));
    }

    /** With loss, whatever the page is. @param page {@code TYPE_INT_RGB} */
    public static Coded lossy(BufferedImage page) throws IOException {
        boolean grey = isGrey(PagePicture.pixels(page));
        if (WEBP) {
            return new Coded("webp", webp(page, CompressionType.Lossy, LOSSY_METHOD, LOSSY_QUALITY));
        }
        BufferedImage plain = new BufferedImage(
                page.getWidth(), page.getHeight(), grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        if (grey) {
            int[] from = PagePicture.pixels(page);
            byte[] to = ((java.awt.image.DataBufferByte) plain.getRaster().getDataBuffer()).getData();
            for (int i = 0; i < from.length; i++) {
                to[i] = (byte) from[i];
            }
        } else {
            plain.getGraphics().drawImage(page, 0, 0, null);
        }
        return new Coded("jpg", write(writer("jpeg"), plain, LOSSY_QUALITY));
    }

    private static double flatness(int[] pixels) {
        int same = 0;
        for (int i = 1; i < pixels.length; i++) {
            if (pixels[i] == pixels[i - 1]) {
                same++;
            }
        }
        return (double) same / pixels.length;
    }

    private static boolean isGrey(int[] pixels) {
        for (int p : pixels) {
            int r = p >> 16 & 255;
            if (r != (p >> 8 & 255) || r != (p & 255)) {
                return false;
            }
        }
        return true;
    }

    /** Sixteen shades a channel look like 256 in text at this size and compress to two thirds. */
    private static BufferedImage sixteenShades(BufferedImage page) {
        int[] shade = new int[256];
        for (int i = 0; i < 256; i++) {
            shade[i] = (i + 8) / 17 * 17;
        }
        BufferedImage few = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] from = PagePicture.pixels(page);
        int[] to = PagePicture.pixels(few);
        for (int i = 0; i < from.length; i++) {
            int p = from[i];
            to[i] = shade[p >> 16 & 255] << 16 | shade[p >> 8 & 255] << 8 | shade[p & 255];
        }
        return few;
    }

    private static BufferedImage greys(BufferedImage few) {
        byte[] shades = new byte[16];
        for (int i = 0; i < 16; i++) {
            shades[i] = (byte) (i * 17);
        }
        IndexColorModel palette = new IndexColorModel(4, 16, shades, shades, shades);
        BufferedImage greys = new BufferedImage(few.getWidth(), few.getHeight(), BufferedImage.TYPE_BYTE_BINARY, palette);
        int[] from = PagePicture.pixels(few);
        byte[] to = ((java.awt.image.DataBufferByte) greys.getRaster().getDataBuffer()).getData();
        int stride = (few.getWidth() + 1) / 2;
        for (int y = 0; y < few.getHeight(); y++) {
            for (int x = 0; x < few.getWidth(); x++) {
                int shade = (from[y * few.getWidth() + x] & 255) / 17;
                to[y * stride + x / 2] |= (byte) (x % 2 == 0 ? shade << 4 : shade);
            }
        }
        return greys;
    }

    private static byte[] webp(BufferedImage page, CompressionType kind, int method, float quality) throws IOException {
        ImageWriter writer = writer("webp");
        WebPWriteParam param = (WebPWriteParam) writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(kind);
        param.setMethod(method);
        param.setCompressionQuality(quality);
        return write(writer, page, param);
    }

    private static byte[] png(BufferedImage page) throws IOException {
        return write(writer("png"), page, PNG_QUALITY);
    }

    private static byte[] write(ImageWriter writer, BufferedImage page, float quality) throws IOException {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        return write(writer, page, param);
    }

    private static byte[] write(ImageWriter writer, BufferedImage page, ImageWriteParam param) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(page, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter writer(String format) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        if (!writers.hasNext()) {
            throw new IOException("no writer for " + format);
        }
        return writers.next();
    }

    private static boolean webpLoads() {
        if (Boolean.getBoolean("nghisu.papers.plain")) {
            return false;
        }
        try {
            return webp(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), CompressionType.Lossless, 0, 0).length > 0;
        } catch (IOException | RuntimeException | LinkageError e) {
            return false;
        }
    }
}
