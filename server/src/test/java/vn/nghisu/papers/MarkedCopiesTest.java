package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationInk;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.papers.child.Marks;

/** Copies with marks on upright, turned, cropped and scaled pages: read back as a program does, and looked at as a reader does. */
class MarkedCopiesTest {
    /** Where the word stands in each page's own space. */
    private static final float X = 200;
    private static final float Y = 500;
    private static final float SIZE = 14;
    private static final String WORD = "Nghị-quyết";
    private static final int PAGES = 6;
    private static final int BLUE = 0x1746B4;
    private static final int YELLOW = 0xFFE66B;
    private static final String AUTHOR = "Nguyễn Thị Ánh";
    private static final long MADE = 1_764_000_000_000L;
    /** As seen, in 1/20 pt: a stroke across, and where the note is pinned. */
    private static final List<Integer> STROKE = List.of(2_000, 1_000, 3_000, 1_000, 3_000, 1_600);
    private static final List<Integer> DOT = List.of(4_000, 1_000);
    /** Hardly pressed from the first place to the second, then more and more. */
    private static final Marks.Stroke SWELLING = new Marks.Stroke(List.of(4_000, 2_000, 5_000, 2_000, 6_000, 2_000), List.of(8, 8, 200));
    private static final List<Integer> PIN = List.of(1_000, 3_000);

    @TempDir
    static Path data;

    private static PaperStore store;
    private static String sha256;
    private static Manifest manifest;
    private static double wordWidth;

    @BeforeAll
    static void bring() throws IOException {
        store = PaperStore.open(data, PaperLimits.usual().withFreeShare(0, 0));
        Path upload = store.quarantine();
        Files.write(upload, sample());
        try (Intake intake = new Intake(store); PaperWorks works = new PaperWorks(store, 1)) {
            sha256 = ((Accepted) intake.accept(upload).toCompletableFuture().join()).sha256();
            manifest = works.prepare(sha256, (name, done, total) -> {}).toCompletableFuture().join();
        }
    }

    private static byte[] sample() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDFont font = PDType0Font.load(document, MarkedCopiesTest.class.getResourceAsStream("/fonts/LiberationSerif-Regular.ttf"));
            wordWidth = font.getStringWidth(WORD) / 1000 * SIZE;
            for (int i = 0; i < PAGES; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setRotation(i < 4 ? 90 * i : 90 * (i - 4));
                if (i >= 4) {
                    page.setCropBox(new PDRectangle(50, 100, 450, 600));
                }
                if (i == 5) {
                    page.getCOSObject().setItem(COSName.getPDFName("UserUnit"), new COSFloat(2));
                }
                document.addPage(page);
                try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                    pen.beginText();
                    pen.setFont(font, SIZE);
                    pen.newLineAtOffset(X, Y);
                    pen.showText(WORD);
                    pen.endText();
                }
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static Marks marks(boolean burnt) throws IOException {
        List<Marks.Ink> inks = new ArrayList<>();
        List<Marks.Highlight> highlights = new ArrayList<>();
        List<Marks.Text> texts = new ArrayList<>();
        for (int page = 1; page <= PAGES; page++) {
            inks.add(new Marks.Ink(page, MADE, BLUE, false, 60, List.of(new Marks.Stroke(STROKE, List.of()), new Marks.Stroke(DOT, List.of()))));
            inks.add(new Marks.Ink(page, MADE, BLUE, false, 60, List.of(SWELLING)));
            highlights.add(new Marks.Highlight(page, MADE, YELLOW, List.of(quad(page)), WORD));
            texts.add(new Marks.Text(page, MADE, BLUE, PIN, "Cần làm rõ nguồn vốn 😀", "Trang " + page));
        }
        return new Marks(burnt, AUTHOR, "Ghi chú của " + AUTHOR, inks, highlights, texts);
    }

    /** The box that tablets get for the word, as a tablet's highlighter takes it. */
    private static List<Integer> quad(int page) throws IOException {
        Words words = PaperJson.read(Files.readAllBytes(store.file(sha256, manifest.pages().get(page - 1).words().orElseThrow()).orElseThrow()), Words.class);
        return IntStream.range(2, Words.STRIDE).mapToObj(i -> words.words().get(i) * 2).toList();
    }

    private interface Look {
        void at(PDDocument copy, Path file) throws IOException;
    }

    private static void copied(boolean burnt, Look look) throws IOException {
        Path file;
        try (MarkedCopies.Copy copy = new MarkedCopies(store).make(sha256, marks(burnt)).orElseThrow()) {
            file = copy.file();
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                look.at(document, file);
            }
        }
        assertThat(file).doesNotExist();
    }

    @BeforeEach
    void nothingLeft() throws IOException {
        try (var left = Files.list(data.resolve("papers/work"))) {
            assertThat(left).isEmpty();
        }
    }

    /** What is made here of an office file may be twice as large as an upload. */
    @Test
    void a_paper_that_is_larger_than_an_upload_may_be_is_copied_too() throws IOException {
        PaperStore strict = PaperStore.open(data, store.limits().withFileBytes(10));
        Optional<MarkedCopies.Copy> copy = new MarkedCopies(strict).make(sha256, marks(false));
        assertThat(copy).isPresent();
        copy.get().close();
    }

    @Test
    void highlights_lie_on_their_words_and_ink_where_it_was_drawn_however_the_page_is_turned() throws IOException {
        copied(false, (copy, file) -> {
            assertThat(copy.getNumberOfPages()).isEqualTo(PAGES);
            for (int page = 1; page <= PAGES; page++) {
                PDPage on = copy.getPage(page - 1);
                float[] quads = one(on, PDAnnotationHighlight.class).getQuadPoints();
                assertThat(quads).hasSize(8);
                assertThat(least(quads, 0)).as("left on page %d", page).isCloseTo(X, within(1.0));
                assertThat(most(quads, 0)).as("right on page %d", page).isCloseTo(X + wordWidth, within(1.0));
                assertThat(least(quads, 1)).as("bottom on page %d", page).isCloseTo(Y - 0.216 * SIZE, within(1.0));
                assertThat(most(quads, 1)).as("top on page %d", page).isCloseTo(Y + 0.891 * SIZE, within(1.0));
                float[][] ink = one(on, PDAnnotationInk.class).getInkList();
                assertThat(ink).hasNumberOfRows(2);
                double[] start = own(on, 100, 50);
                double[] end = own(on, 150, 80);
                assertThat((double) ink[0][0]).isCloseTo(start[0], within(0.5));
                assertThat((double) ink[0][1]).isCloseTo(start[1], within(0.5));
                assertThat((double) ink[0][4]).isCloseTo(end[0], within(0.5));
                assertThat((double) ink[0][5]).isCloseTo(end[1], within(0.5));
            }
        });
    }

    @Test
    void annotations_keep_author_time_and_words_and_each_has_its_own_looks() throws IOException {
        copied(false, (copy, file) -> {
            for (PDPage page : copy.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    PDAnnotationMarkup mark = (PDAnnotationMarkup) annotation;
                    assertThat(mark.getTitlePopup()).isEqualTo(AUTHOR);
                    assertThat(mark.getCreationDate().getTimeInMillis()).isEqualTo(MADE);
                    assertThat(mark.isPrinted()).isTrue();
                    assertThat(mark.getNormalAppearanceStream()).isNotNull();
                    assertThat(mark.getRectangle().getWidth()).isPositive();
                }
                assertThat(one(page, PDAnnotationText.class).getContents()).isEqualTo("Cần làm rõ nguồn vốn 😀");
                assertThat(one(page, PDAnnotationHighlight.class).getContents()).isEqualTo(WORD);
                assertThat(one(page, PDAnnotationInk.class).getBorderStyle().getWidth()).isEqualTo(3);
            }
        });
    }

    @Test
    void a_burnt_copy_has_no_annotations_and_its_texts_at_the_end() throws IOException {
        copied(true, (copy, file) -> {
            assertThat(copy.getNumberOfPages()).isEqualTo(PAGES + 1);
            for (PDPage page : copy.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
            }
            String end = text(copy, PAGES + 1);
            assertThat(end).contains("Ghi chú của " + AUTHOR, "1. Trang 1", "6. Trang 6", "Cần làm rõ nguồn vốn □");
            assertThat(text(copy, 1)).contains(WORD, "1");
        });
    }

    @Test
    void both_forms_look_alike_in_pdfbox() throws IOException {
        for (boolean burnt : new boolean[] {false, true}) {
            copied(burnt, (copy, file) -> {
                PDFRenderer renderer = new PDFRenderer(copy);
                for (int page = 1; page <= PAGES; page++) {
                    seen(renderer.renderImage(page - 1, 2), page, burnt, "page " + page + ", burnt " + burnt);
                }
            });
        }
    }

    @Test
    void both_forms_look_alike_in_poppler() throws IOException {
        assumeTrue(Poppler.isHere());
        Path folder = Files.createDirectories(data.resolve("drawn"));
        for (boolean burnt : new boolean[] {false, true}) {
            copied(burnt, (copy, file) -> {
                for (int page = 1; page <= PAGES; page++) {
                    Path picture = Poppler.draw(file, page, folder, 20_000).orElseThrow();
                    seen(ImageIO.read(picture.toFile()), page, burnt, "page " + page + ", burnt " + burnt);
                }
            });
        }
    }

    /** The stroke, the dot and the highlight at their places as seen, and nothing where nothing is. */
    private static void seen(BufferedImage picture, int page, boolean burnt, String what) throws IOException {
        double scale = picture.getWidth() / (manifest.pages().get(page - 1).w() / 10.0);
        assertThat(picture.getRGB((int) (125 * scale), (int) (50 * scale)) & 0xFFFFFF).as("stroke, %s", what).isEqualTo(BLUE);
        assertThat(picture.getRGB((int) (150 * scale), (int) (65 * scale)) & 0xFFFFFF).as("stroke, %s", what).isEqualTo(BLUE);
        assertThat(picture.getRGB((int) (200 * scale), (int) (50 * scale)) & 0xFFFFFF).as("dot, %s", what).isEqualTo(BLUE);
        assertThat(picture.getRGB((int) (275 * scale), (int) (102 * scale)) & 0xFFFFFF).as("pressed, %s", what).isEqualTo(BLUE);
        assertThat(picture.getRGB((int) (225 * scale), (int) (102 * scale)) & 0xFFFFFF).as("hardly pressed, %s", what).isEqualTo(0xFFFFFF);
        assertThat(picture.getRGB((int) (125 * scale), (int) (65 * scale)) & 0xFFFFFF).as("nothing, %s", what).isEqualTo(0xFFFFFF);
        double[] pinned = burnt ? new double[] {52.5, 157} : new double[] {59, 159};
        assertThat(bluest(picture, pinned[0] * scale, pinned[1] * scale)).as("text, %s", what).isLessThan(60);
        List<Integer> quad = quad(page);
        assertThat(picture.getRGB((int) ((quad.get(0) / 20.0 + 0.7) * scale), (int) ((quad.get(1) / 20.0 + 0.7) * scale)) & 0xFFFFFF)
                .as("highlight's corner, %s", what).isEqualTo(YELLOW);
        int dark = 0;
        for (int x = quad.get(0); x < quad.get(0) + quad.get(2); x += 2) {
            for (int y = quad.get(1); y < quad.get(1) + quad.get(3); y += 2) {
                dark += (picture.getRGB((int) (x / 20.0 * scale), (int) (y / 20.0 * scale)) & 0xFF) < 40 ? 1 : 0;
            }
        }
        assertThat(dark).as("print shows through, %s", what).isGreaterThan(50);
    }

    /** How far the bluest pixel at a place is from blue: thin lines are drawn with soft edges. */
    private static int bluest(BufferedImage picture, double x, double y) {
        return IntStream.range(0, 9).map(i -> {
            int rgb = picture.getRGB((int) x + i % 3 - 1, (int) y + i / 3 - 1);
            return IntStream.of(0, 8, 16).map(shift -> Math.abs((rgb >> shift & 255) - (BLUE >> shift & 255))).max().orElseThrow();
        }).min().orElseThrow();
    }

    /** By the definition of /Rotate, in other words than the product's: a place as seen is turned back around the box's middle. */
    private static double[] own(PDPage page, double seenX, double seenY) {
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        double w = turned ? box.getHeight() : box.getWidth();
        double h = turned ? box.getWidth() : box.getHeight();
        double angle = Math.toRadians(page.getRotation());
        double dx = seenX - w / 2;
        double dy = h / 2 - seenY;
        return new double[] {
            box.getLowerLeftX() + box.getWidth() / 2 + dx * Math.cos(angle) - dy * Math.sin(angle),
            box.getLowerLeftY() + box.getHeight() / 2 + dx * Math.sin(angle) + dy * Math.cos(angle)
        };
    }

    private static <T> T one(PDPage page, Class<T> type) throws IOException {
        return page.getAnnotations().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static double least(float[] quads, int from) {
        return IntStream.iterate(from, i -> i < 8, i -> i + 2).mapToDouble(i -> quads[i]).min().orElseThrow();
    }

    private static double most(float[] quads, int from) {
        return IntStream.iterate(from, i -> i < 8, i -> i + 2).mapToDouble(i -> quads[i]).max().orElseThrow();
    }

    private static String text(PDDocument copy, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(copy);
    }
}
