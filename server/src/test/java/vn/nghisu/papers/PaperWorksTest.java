package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperWorksTest {
    @TempDir
    Path data;

    PaperStore store;

    @BeforeEach
    void open() throws IOException {
        use(PaperLimits.usual());
    }

    void use(PaperLimits limits) throws IOException {
        store = PaperStore.open(data, limits.withFreeShare(0, 0));
    }

    String bring(byte[] pdf) throws IOException {
        Path upload = store.quarantine();
        Files.write(upload, pdf);
        try (Intake intake = new Intake(store)) {
            return ((Accepted) intake.accept(upload).toCompletableFuture().join()).sha256();
        }
    }

    Manifest prepare(String sha256) {
        try (PaperWorks works = new PaperWorks(store, 1)) {
            return works.prepare(sha256, (name, done, total) -> {}).toCompletableFuture().join();
        }
    }

    Words words(Manifest manifest, int page) throws IOException {
        String name = manifest.pages().get(page - 1).words().orElseThrow();
        return PaperJson.read(Files.readAllBytes(store.file(manifest.sha256(), name).orElseThrow()), Words.class);
    }

    List<PaperText.Page> text(Manifest manifest) throws IOException {
        return PaperJson.read(Files.readAllBytes(store.file(manifest.sha256(), manifest.text().orElseThrow()).orElseThrow()), PaperText.class).pages();
    }

    BufferedImage picture(Manifest manifest, int page) throws IOException {
        return ImageIO.read(store.file(manifest.sha256(), manifest.pages().get(page - 1).fit().orElseThrow().file())
                .orElseThrow()
                .toFile());
    }

    static String word(Words words, int index) {
        int at = index * Words.STRIDE;
        int start = words.words().get(at);
        return words.text().substring(start, start + words.words().get(at + 1));
    }

    /** Left, top, right, bottom in points. */
    static double[] box(Words words, int index) {
        int at = index * Words.STRIDE;
        List<Integer> n = words.words();
        return new double[] {
            n.get(at + 2) / 10.0, n.get(at + 3) / 10.0, (n.get(at + 2) + n.get(at + 4)) / 10.0, (n.get(at + 3) + n.get(at + 5)) / 10.0
        };
    }

    @Test
    void a_paper_gets_a_picture_a_thumb_and_words_for_each_page() throws IOException {
        String sha256 = bring(SamplePdf.make().page("Ủy ban nhân dân tỉnh Lam Sơn", "Độc lập").scannedPage().emptyPage().bytes());
        List<String> heard = new ArrayList<>();
        Manifest manifest;
        try (PaperWorks works = new PaperWorks(store, 1)) {
            manifest = works.prepare(sha256, (name, done, total) -> heard.add(done + "/" + total)).toCompletableFuture().join();
        }
        assertThat(heard).containsExactly("0/3", "1/3", "2/3", "3/3");
        assertThat(manifest.pages()).hasSize(3);
        assertThat(manifest.failedPages()).isEmpty();
        assertThat(store.manifest(sha256)).contains(manifest);
        assertThat(store.unfinished()).isEmpty();
        Manifest.Page first = manifest.pages().get(0);
        assertThat(first.w()).isEqualTo(5953);
        assertThat(first.h()).isEqualTo(8419);
        assertThat(first.fit().orElseThrow().w()).isEqualTo(1600);
        assertThat(first.fit().orElseThrow().h()).isBetween(2262, 2264);
        assertThat(first.thumb().orElseThrow().w()).isEqualTo(160);
        assertThat(first.label()).isEqualTo("1");
        assertThat(picture(manifest, 1).getWidth()).isEqualTo(1600);
        Words words = words(manifest, 1);
        assertThat(words.text()).isEqualTo("Ủy ban nhân dân tỉnh Lam Sơn\nĐộc lập");
        assertThat(words.lines()).containsExactly(0, 7);
        assertThat(manifest.pages().get(1).words()).isEmpty();
        assertThat(manifest.pages().get(2).words()).isEmpty();
        assertThat(text(manifest)).containsExactly(new PaperText.Page(1, words.text(), "uy ban nhan dan tinh lam son doc lap"));
        String json = Files.readString(store.manifestFile(sha256).orElseThrow());
        assertThat(json).contains("\"words\":null").doesNotContain("failed").doesNotContain("failedPages");
    }

    /** Pages turned each way, a page whose text is turned with it, and one that shows only a part of its sheet. */
    @Test
    void boxes_of_words_lie_on_the_drawn_words_however_the_page_is_turned() throws IOException {
        SamplePdf pdf = SamplePdf.make();
        for (int rotation : new int[] {0, 90, 180, 270}) {
            pdf.page(rotation, "HHH HỘIH NGHỊH", "MMMM");
        }
        pdf.turnedPage(90, "HHH HỘIH NGHỊH", "MMMM").page("HHH HỘIH NGHỊH", "MMMM");
        pdf.document().getPage(5).setCropBox(new PDRectangle(40, 400, 400, 420));
        Manifest manifest = prepare(bring(pdf.bytes()));
        for (int page = 1; page <= 6; page++) {
            Words words = words(manifest, page);
            assertThat(words.text().replace('\n', ' ')).as("page %d", page).isEqualTo("HHH HỘIH NGHỊH MMMM");
            boolean sideways = page == 2 || page == 4;
            for (int i = 0; i < words.words().size() / Words.STRIDE; i++) {
                liesOnItsInk(manifest, page, words, i, sideways);
            }
        }
        assertThat(manifest.pages().get(5).w()).isEqualTo(4000);
        assertThat(manifest.pages().get(1).w()).isEqualTo(8419);
        // capitals stand on the baseline, a descent (0.216 em) above the lower edge of their box
        double[] box = box(words(manifest, 1), 3);
        assertThat(box[3] - 0.216 * 14).isCloseTo(841.89 - 740, within(1.0));
    }

    private void liesOnItsInk(Manifest manifest, int number, Words words, int index, boolean sideways) throws IOException {
        BufferedImage page = picture(manifest, number);
        double perPt = page.getWidth() * 10.0 / manifest.pages().get(number - 1).w();
        double[] box = box(words, index);
        // the box grown by 2 pt reaches no neighbour, so what is black in it is this word
        double[] ink = ink(page, box[0] - 2, box[1] - 2, box[2] + 2, box[3] + 2, perPt);
        String name = "page " + number + ", " + word(words, index);
        assertThat(ink[sideways ? 1 : 0]).as(name).isCloseTo(box[sideways ? 1 : 0], within(1.0));
        assertThat(ink[sideways ? 3 : 2]).as(name).isCloseTo(box[sideways ? 3 : 2], within(1.0));
        for (int side = 0; side < 2; side++) {
            assertThat(ink[side]).as(name).isGreaterThan(box[side] - 1);
            assertThat(ink[side + 2]).as(name).isLessThan(box[side + 2] + 1);
        }
    }

    private static double[] ink(BufferedImage page, double left, double top, double right, double bottom, double perPt) {
        double[] ink = {Double.MAX_VALUE, Double.MAX_VALUE, -1, -1};
        for (int y = (int) Math.max(0, top * perPt); y < Math.min(page.getHeight(), bottom * perPt); y++) {
            for (int x = (int) Math.max(0, left * perPt); x < Math.min(page.getWidth(), right * perPt); x++) {
                if ((page.getRGB(x, y) & 255) < 128) {
                    ink[0] = Math.min(ink[0], x / perPt);
                    ink[1] = Math.min(ink[1], y / perPt);
                    ink[2] = Math.max(ink[2], (x + 1) / perPt);
                    ink[3] = Math.max(ink[3], (y + 1) / perPt);
                }
            }
        }
        return ink;
    }

    @Test
    void decomposed_letters_become_one_and_fold_alike() throws IOException {
        String line = "Thuỷ điện Thủy Nguyên hoà bình";
        Manifest manifest = prepare(bring(SamplePdf.make()
                .page(line)
                .page(Normalizer.normalize(line, Normalizer.Form.NFD))
                .bytes()));
        for (int page = 1; page <= 2; page++) {
            Words words = words(manifest, page);
            assertThat(words.text()).isEqualTo(Normalizer.normalize(line, Normalizer.Form.NFC));
        }
        assertThat(text(manifest)).extracting(PaperText.Page::folded).containsExactly("thuy dien thuy nguyen hoa binh", "thuy dien thuy nguyen hoa binh");
    }

    @Test
    void a_page_that_never_ends_fails_alone_and_is_named() throws IOException {
        use(PaperLimits.usual().within(30_000, 10_000, 3_000));
        String endless = "q 1 0 0 1 1 1 cm Q\n".repeat(12_000_000);
        String sha256 = bring(SamplePdf.make().page("Trang một").rawPage(endless).page("Trang ba").bytes());
        System.setProperty("nghisu.papers.withoutPoppler", "true");
        try {
            Manifest manifest = prepare(sha256);
            assertThat(manifest.failedPages()).containsExactly(2);
            assertThat(manifest.pages().get(1).failed().orElseThrow()).isIn(PageFailure.TIMEOUT, PageFailure.MEMORY);
            assertThat(manifest.pages().get(1).w()).isEqualTo(5953);
            assertThat(words(manifest, 3).text()).isEqualTo("Trang ba");
        } finally {
            System.clearProperty("nghisu.papers.withoutPoppler");
        }
    }

    @Test
    void a_page_that_a_child_refuses_fails_alone() throws IOException {
        String sha256 = bring(pages(3));
        try (PaperWorks works = new PaperWorks(store, 1)) {
            Manifest manifest = works.prepare(sha256, this::denySecondPage).toCompletableFuture().join();
            assertThat(manifest.failedPages()).containsExactly(2);
            assertThat(words(manifest, 3).text()).isEqualTo("Trang số 3");
        }
    }

    @Test
    void no_page_is_given_up_while_the_disk_is_full() throws IOException {
        String sha256 = bring(pages(3));
        PaperStore full = PaperStore.open(data, PaperLimits.usual().withFreeShare(2, Long.MAX_VALUE));
        try (PaperWorks works = new PaperWorks(full, 1)) {
            assertThat(works.prepare(sha256, this::denySecondPage).toCompletableFuture()).failsWithin(Duration.ofMinutes(1))
                    .withThrowableThat().havingCause().satisfies(cause -> assertThat(((PaperRefusal.Refused) cause).refusal().code()).isEqualTo("disk_full"));
        }
        use(PaperLimits.usual());
        assertThat(prepare(sha256).failedPages()).as("with space again").isEmpty();
    }

    /** No child can write the pictures of page 2, as on a disk that is full. */
    private void denySecondPage(String sha256, int done, int total) {
        for (File folder : data.resolve("papers/work").toFile().listFiles()) {
            List.of("webp", "png", "jpg").forEach(ext -> folder.toPath().resolve("2.fit." + ext).toFile().mkdir());
        }
    }

    @Test
    void whoever_waits_for_a_paper_is_answered_whatever_ends_its_making() throws IOException {
        String sha256 = bring(SamplePdf.make().page("Một trang").bytes());
        try (PaperWorks works = new PaperWorks(store, 1)) {
            works.onFinished(paper -> {
                throw new StackOverflowError();
            });
            assertThat(works.prepare(sha256, (name, done, total) -> {}).toCompletableFuture()).failsWithin(Duration.ofMinutes(1))
                    .withThrowableThat().withCauseInstanceOf(PaperRefusal.Refused.class);
        }
    }

    @Test
    void a_killed_child_costs_no_page() throws Exception {
        String sha256 = bring(pages(12));
        try (PaperWorks works = new PaperWorks(store, 1)) {
            CompletableFuture<Manifest> made = works.prepare(sha256, (name, done, total) -> {
                        if (done == 4 || done == 8) {
                            children().forEach(ProcessHandle::destroyForcibly);
                        }
                    })
                    .toCompletableFuture();
            Manifest manifest = made.get(2, TimeUnit.MINUTES);
            assertThat(manifest.failedPages()).isEmpty();
            assertThat(words(manifest, 12).text()).isEqualTo("Trang số 12");
        }
        assertThat(children()).isEmpty();
    }

    @Test
    void works_that_were_stopped_go_on_where_they_were() throws Exception {
        String sha256 = bring(pages(10));
        CountDownLatch four = new CountDownLatch(4);
        PaperWorks stopped = new PaperWorks(store, 1);
        CompletableFuture<Manifest> cut = stopped.prepare(sha256, (name, done, total) -> four.countDown()).toCompletableFuture();
        assertThat(four.await(1, TimeUnit.MINUTES)).isTrue();
        stopped.close();
        assertThat(cut).isCompletedExceptionally();
        assertThat(store.manifest(sha256)).isEmpty();
        use(PaperLimits.usual());
        ConcurrentLinkedQueue<Integer> heard = new ConcurrentLinkedQueue<>();
        try (PaperWorks works = new PaperWorks(store, 1)) {
            assertThat(store.unfinished()).containsExactly(sha256);
            Manifest manifest = works.prepare(sha256, (name, done, total) -> heard.add(done)).toCompletableFuture().get(1, TimeUnit.MINUTES);
            assertThat(heard.peek()).isGreaterThanOrEqualTo(3);
            assertThat(manifest.failedPages()).isEmpty();
            assertThat(manifest.pages()).hasSize(10);
        }
    }

    @Test
    void names_that_are_not_of_this_paper_find_nothing() throws IOException {
        String sha256 = bring(SamplePdf.make().page("a").bytes());
        Manifest manifest = prepare(sha256);
        String name = manifest.pages().get(0).fit().orElseThrow().file();
        assertThat(store.file(sha256, name)).isPresent();
        for (String bad : List.of(
                "../original", "original", "manifest.json", "../../" + sha256.substring(0, 2) + "/" + sha256 + "/original",
                "/etc/passwd", name + "/..", name.toUpperCase(java.util.Locale.ROOT), "", "..", name + "\0.json", "%2e%2e/original")) {
            assertThat(store.file(sha256, bad)).as(bad).isEqualTo(Optional.empty());
        }
        assertThat(store.file("../" + sha256, name)).isEmpty();
        assertThat(store.file(sha256.replace(sha256.charAt(0), sha256.charAt(0) == 'a' ? 'b' : 'a'), name)).isEmpty();
        assertThat(store.original("..")).isEmpty();
        assertThat(store.manifest("/etc")).isEmpty();
    }

    @Test
    void a_blank_page_stays_blank_and_a_broken_one_does_not_stop_the_rest() throws IOException {
        String sha256 = bring(SamplePdf.make()
                .emptyPage()
                .rawPage("BT /F1 12 Tf (no such font) Tj ET q q q 1 0 0 RG ((((\n")
                .page("Cuối")
                .bytes());
        Manifest manifest = prepare(sha256);
        assertThat(manifest.pages()).hasSize(3);
        assertThat(manifest.pages().get(0).fit()).isPresent();
        assertThat(words(manifest, 3).text()).isEqualTo("Cuối");
    }

    @Test
    void a_jpeg_2000_picture_is_drawn_by_poppler_and_its_page_is_named_where_there_is_none() throws IOException {
        String sha256 = bring(OddPapers.jpeg2000());
        System.setProperty("nghisu.papers.withoutPoppler", "true");
        try {
            Manifest.Page page = prepare(sha256).pages().get(0);
            assertThat(page.failed()).hasValue(PageFailure.PICTURE);
            assertThat(PageFailure.PICTURE.vi()).contains("JPEG 2000");
            assertThat(page.fit()).isEmpty();
        } finally {
            System.clearProperty("nghisu.papers.withoutPoppler");
        }
        assumeTrue(Poppler.isHere());
        Files.delete(data.resolve("papers").resolve(sha256.substring(0, 2)).resolve(sha256).resolve("manifest.json"));
        for (boolean plain : new boolean[] {false, true}) {
            System.setProperty("nghisu.papers.plain", String.valueOf(plain));
            try {
                Manifest manifest = prepare(sha256);
                assertThat(manifest.pages().get(0).failed()).isEmpty();
                BufferedImage drawn = picture(manifest, 1);
                double scale = drawn.getWidth() / 595.0;
                assertThat(drawn.getRGB((int) (165 * scale), (int) (247 * scale)) & 255).as("the black square").isLessThan(40);
                assertThat(drawn.getRGB((int) (399 * scale), (int) (575 * scale)) & 255).as("the white disc").isGreaterThan(215);
            } finally {
                System.clearProperty("nghisu.papers.plain");
            }
            Files.delete(data.resolve("papers").resolve(sha256.substring(0, 2)).resolve(sha256).resolve("manifest.json"));
        }
    }

    @Test
    void without_the_native_encoder_pages_become_png_and_jpeg() throws IOException {
        String sha256 = bring(SamplePdf.make().page("Chữ đen trên nền trắng").scannedPage().bytes());
        System.setProperty("nghisu.papers.plain", "true");
        try {
            Manifest manifest = prepare(sha256);
            assertThat(manifest.pages().get(0).fit().orElseThrow().file()).endsWith(".png");
            assertThat(manifest.pages().get(1).fit().orElseThrow().file()).endsWith(".jpg");
            assertThat(picture(manifest, 1).getWidth()).isEqualTo(1600);
            assertThat(picture(manifest, 2).getWidth()).isEqualTo(1600);
            double[] box = box(words(manifest, 1), 0);
            assertThat(ink(picture(manifest, 1), box[0], box[1], box[2], box[3], 1600 / 595.3)[2]).isPositive();
        } finally {
            System.clearProperty("nghisu.papers.plain");
        }
    }

    static byte[] pages(int count) {
        SamplePdf pdf = SamplePdf.make();
        IntStream.rangeClosed(1, count).forEach(n -> pdf.page("Trang số " + n));
        return pdf.bytes();
    }

    static List<ProcessHandle> children() {
        return ProcessHandle.current().children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .toList();
    }
}
