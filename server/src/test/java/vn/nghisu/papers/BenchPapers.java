package vn.nghisu.papers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The papers that intake and reading are measured with: {@code BenchPapers FOLDER [PAGES]} makes {@code text.pdf} (born digital),
 * {@code colour.pdf} (300 dpi JPEG scan) and {@code fax.pdf} (300 dpi CCITT G4 scan) of the same pages, unless they are there.
 */
public final class BenchPapers {
    static final List<String> KINDS = List.of("text", "colour", "fax");
    private static final float SCAN_DPI = 300;
    private static final float JPEG_QUALITY = 0.75f;
    private static final int LINES = 40;
    private static final int WORDS_A_LINE = 13;
    private static final String[] WORDS = ("giải phóng mặt bằng phương án đền bù hỗ trợ tái định cư ủy ban nhân dân tỉnh ban chỉ đạo chuyển đổi số dịch vụ công trực tuyến "
            + "hồ sơ thủ tục hành chính cải cách báo cáo kế hoạch tiến độ đầu tư xây dựng hạ tầng trung tâm dữ liệu đất đai quy hoạch nghị quyết").split(" ");

    private BenchPapers() {}

    public static void main(String[] args) throws IOException {
        int pages = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        for (String kind : KINDS) {
            Path file = of(Path.of(args[0]), kind, pages);
            System.out.printf("%s, %d pages, %.1f MB%n", file.getFileName(), pages, Files.size(file) / 1e6);
        }
    }

    /** @param kind one of {@link #KINDS} */
    static Path of(Path folder, String kind, int pages) throws IOException {
        Path file = folder.resolve(kind + "-" + pages + ".pdf");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path part = folder.resolve(kind + ".part");
            if (kind.equals("text")) {
                set(part, pages);
            } else {
                scan(of(folder, "text", pages), part, kind.equals("colour"));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static void set(Path file, int pages) throws IOException {
        SplittableRandom dice = new SplittableRandom(7);
        try (PDDocument paper = new PDDocument(); InputStream face = BenchPapers.class.getResourceAsStream("/fonts/LiberationSerif-Regular.ttf")) {
            PDType0Font font = PDType0Font.load(paper, face, true);
            for (int number = 1; number <= pages; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                paper.addPage(page);
                try (PDPageContentStream pen = new PDPageContentStream(paper, page)) {
                    pen.beginText();
                    pen.setFont(font, 12);
                    pen.setLeading(17);
                    pen.newLineAtOffset(72, 770);
                    pen.showText("Trang " + number);
                    for (int line = 0; line < LINES; line++) {
                        List<String> words = new ArrayList<>();
                        for (int i = 0; i < WORDS_A_LINE; i++) {
                            words.add(WORDS[dice.nextInt(WORDS.length)]);
                        }
                        pen.newLine();
                        pen.showText(String.join(" ", words));
                    }
                    pen.endText();
                }
            }
            paper.save(file.toFile());
        }
    }

    private static void scan(Path source, Path file, boolean colour) throws IOException {
        SplittableRandom dice = new SplittableRandom(11);
        try (PDDocument text = Loader.loadPDF(source.toFile()); PDDocument scanned = new PDDocument()) {
            PDFRenderer renderer = new PDFRenderer(text);
            for (int i = 0; i < text.getNumberOfPages(); i++) {
                BufferedImage seen = renderer.renderImageWithDPI(i, SCAN_DPI, colour ? ImageType.RGB : ImageType.BINARY);
                if (colour) {
                    stampAndGrain(seen, dice);
                }
                PDImageXObject picture = colour ? JPEGFactory.createFromImage(scanned, seen, JPEG_QUALITY, (int) SCAN_DPI) : CCITTFactory.createFromImage(scanned, seen);
                PDPage page = new PDPage(PDRectangle.A4);
                scanned.addPage(page);
                try (PDPageContentStream pen = new PDPageContentStream(scanned, page)) {
                    pen.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            scanned.save(file.toFile());
        }
    }

    /** A red seal, and paper that is not white: grain is what makes a scan as large as it is. */
    private static void stampAndGrain(BufferedImage page, SplittableRandom dice) {
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(190, 30, 40));
        pen.setStroke(new BasicStroke(14));
        pen.drawOval(page.getWidth() / 2, page.getHeight() - 900, 420, 420);
        pen.dispose();
        int[] rgb = ((DataBufferInt) page.getRaster().getDataBuffer()).getData();
        long noise = 0;
        for (int i = 0; i < rgb.length; i++) {
            noise = i % 16 == 0 ? dice.nextLong() : noise >>> 4;
            int grain = (int) (noise & 15) / 2;
            int at = rgb[i];
            rgb[i] = least((at >> 16 & 255) - grain) << 16 | least((at >> 8 & 255) - 4 - grain) << 8 | least((at & 255) - 14 - grain);
        }
    }

    private static int least(int level) {
        return Math.max(24, level);
    }
}
