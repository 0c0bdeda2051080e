package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.papers.revision.Changes;

class TileWorksTest {
    @TempDir
    Path data;

    PaperStore store;

    @BeforeEach
    void open() throws IOException {
        store = PaperStore.open(data, PaperLimits.usual().withFreeShare(0, 0));
    }

    String bring(byte[] pdf) throws IOException {
        Path upload = store.quarantine();
        Files.write(upload, pdf);
        try (Intake intake = new Intake(store); PaperWorks works = new PaperWorks(store, 1)) {
            String sha256 = ((Accepted) intake.accept(upload).toCompletableFuture().join()).sha256();
            works.prepare(sha256, (name, done, total) -> {}).toCompletableFuture().join();
            return sha256;
        }
    }

    static TileSheet sheet(CompletionStage<Path> asked) throws IOException {
        return PaperJson.read(Files.readAllBytes(asked.toCompletableFuture().join()), TileSheet.class);
    }

    /** The whole page put together again. */
    BufferedImage whole(String sha256, TileSheet sheet) throws IOException {
        BufferedImage page = new BufferedImage(sheet.w(), sheet.h(), BufferedImage.TYPE_INT_RGB);
        int across = (sheet.w() + sheet.side() - 1) / sheet.side();
        for (int i = 0; i < sheet.files().size(); i++) {
            BufferedImage tile = ImageIO.read(store.file(sha256, sheet.files().get(i)).orElseThrow().toFile());
            page.getGraphics().drawImage(tile, i % across * sheet.side(), i / across * sheet.side(), null);
        }
        return page;
    }

    static long black(BufferedImage page) {
        return IntStream.range(0, page.getWidth() * page.getHeight())
                .filter(i -> (page.getRGB(i % page.getWidth(), i / page.getWidth()) & 255) < 128)
                .count();
    }

    @Test
    void a_page_is_drawn_twice_as_large_in_squares_that_together_are_the_page() throws IOException {
        SamplePdf pdf = SamplePdf.make().page("Ủy ban nhân dân tỉnh Lam Sơn", "Độc lập", "Tự do");
        for (int rotation : new int[] {90, 180, 270}) {
            pdf.page(rotation, "Ủy ban nhân dân tỉnh Lam Sơn", "Độc lập", "Tự do");
        }
        String sha256 = bring(pdf.bytes());
        Manifest manifest = store.manifest(sha256).orElseThrow();
        try (TileWorks works = new TileWorks(store)) {
            for (int page = 1; page <= 4; page++) {
                TileSheet sheet = sheet(works.tiles(sha256, page, 1));
                assertThat(sheet.w()).isEqualTo(3200);
                assertThat(sheet.deepest()).isEqualTo(1);
                BufferedImage large = whole(sha256, sheet);
                BufferedImage small = ImageIO.read(
                        store.file(sha256, manifest.pages().get(page - 1).fit().orElseThrow().file()).orElseThrow().toFile());
                assertThat((double) large.getHeight() / large.getWidth()).isBetween(
                        small.getHeight() / (double) small.getWidth() - 0.002, small.getHeight() / (double) small.getWidth() + 0.002);
                // the same ink in the same places, four times as many pixels of it
                assertThat(black(large) / (double) black(small)).as("page %d", page).isBetween(3.6, 4.4);
                long apart = 0;
                for (int y = 0; y < small.getHeight(); y++) {
                    for (int x = 0; x < small.getWidth(); x++) {
                        boolean ink = (small.getRGB(x, y) & 255) < 64;
                        apart += ink && (large.getRGB(Math.min(3199, x * 2), Math.min(large.getHeight() - 1, y * 2)) & 255) > 200 ? 1 : 0;
                    }
                }
                assertThat(apart / (double) black(small)).as("page %d", page).isLessThan(0.05);
            }
        }
    }

    @Test
    void a_page_is_drawn_once_for_all_who_ask_and_never_again() throws IOException {
        String sha256 = bring(SamplePdf.make().page("Trang một").bytes());
        Path file;
        try (TileWorks works = new TileWorks(store)) {
            List<CompletionStage<Path>> asked = IntStream.range(0, 60).mapToObj(i -> works.tiles(sha256, 1, 1)).toList();
            file = asked.get(0).toCompletableFuture().join();
            for (CompletionStage<Path> one : asked) {
                assertThat(one.toCompletableFuture().join()).isEqualTo(file);
            }
        }
        FileTime made = Files.getLastModifiedTime(file);
        try (TileWorks works = new TileWorks(PaperStore.open(data, PaperLimits.usual()))) {
            assertThat(works.tiles(sha256, 1, 1).toCompletableFuture().join()).isEqualTo(file);
        }
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(made);
    }

    @Test
    void a_plan_has_a_deeper_level_and_an_ordinary_page_gives_its_deepest() throws IOException {
        SamplePdf pdf = SamplePdf.make().page("Bản vẽ quy hoạch").page("Trang thường");
        pdf.document().getPage(0).setMediaBox(PDRectangle.A0);
        pdf.document().getPage(0).setCropBox(PDRectangle.A0);
        String sha256 = bring(pdf.bytes());
        try (TileWorks works = new TileWorks(store)) {
            assertThat(sheet(works.tiles(sha256, 1, 1)).deepest()).isEqualTo(2);
            TileSheet deep = sheet(works.tiles(sha256, 1, 2));
            assertThat(deep.w()).isEqualTo(6400);
            assertThat(deep.files()).hasSize(8 * ((deep.h() + 799) / 800));
            assertThat(black(whole(sha256, deep))).isPositive();
            TileSheet ordinary = sheet(works.tiles(sha256, 2, 2));
            assertThat(ordinary.w()).isEqualTo(3200);
            assertThat(ordinary.level()).isEqualTo(1);
        }
    }

    @Test
    void what_is_not_there_costs_neither_the_child_nor_a_later_try() throws IOException {
        String ready = bring(SamplePdf.make().page("Trang một").bytes());
        Path upload = Files.write(store.quarantine(), SamplePdf.make().page("Đang chuẩn bị").bytes());
        try (Intake intake = new Intake(store); PaperWorks pages = new PaperWorks(store, 1); TileWorks works = new TileWorks(store)) {
            String coming = ((Accepted) intake.accept(upload).toCompletableFuture().join()).sha256();
            works.tiles(ready, 1, 1).toCompletableFuture().join();
            Set<Long> children = children();
            assertThat(children).hasSize(1);
            for (CompletionStage<Path> asked : List.of(works.tiles(ready, 2, 1), works.tiles(ready, 0, 1), works.tiles(coming, 1, 1))) {
                assertThatThrownBy(() -> asked.toCompletableFuture().join()).hasCauseInstanceOf(PaperRefusal.Refused.class);
            }
            assertThat(children()).as("the child stays for the next one").isEqualTo(children);
            pages.prepare(coming, (name, done, total) -> {}).toCompletableFuture().join();
            assertThat(sheet(works.tiles(coming, 1, 1)).w()).isEqualTo(3200);
        }
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    @Test
    void squares_and_comparisons_of_another_version_are_made_anew() throws IOException {
        String older = bring(SamplePdf.make().page("Trang một").bytes());
        String newer = bring(SamplePdf.make().page("Trang hai").bytes());
        Path folder = data.resolve("papers").resolve(newer.substring(0, 2)).resolve(newer);
        Files.createDirectories(folder.resolve("tiles"));
        Files.writeString(folder.resolve("tiles/1-1.json"), "{\"v\":0,\"files\":[]}");
        Files.writeString(folder.resolve("changes-" + older + ".json"), "{\"v\":0,\"pages\":[]}");
        try (TileWorks works = new TileWorks(store); Comparisons comparisons = new Comparisons(store)) {
            assertThat(sheet(works.tiles(newer, 1, 1)).v()).isEqualTo(TileSheet.VERSION);
            assertThat(Files.readString(comparisons.between(older, newer).toCompletableFuture().join())).contains("\"v\":" + Changes.VERSION);
        }
    }

    @Test
    void what_is_not_there_is_refused_and_too_many_are_told_to_wait() throws IOException {
        SamplePdf pdf = SamplePdf.make();
        for (int i = 1; i <= 60; i++) {
            pdf.page("Trang " + i);
        }
        String sha256 = bring(pdf.bytes());
        try (TileWorks works = new TileWorks(store)) {
            assertThatThrownBy(() -> works.tiles(sha256, 61, 1).toCompletableFuture().join()).isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(PaperRefusal.Refused.class);
            assertThatThrownBy(() -> works.tiles(sha256, 1, 3).toCompletableFuture().join()).hasCauseInstanceOf(PaperRefusal.Refused.class);
            List<CompletionStage<Path>> asked = IntStream.rangeClosed(1, 60).mapToObj(page -> works.tiles(sha256, page, 1)).toList();
            long refused = asked.stream().filter(one -> one.toCompletableFuture().isCompletedExceptionally()).count();
            assertThat(refused).isBetween(18L, 20L);
            assertThatThrownBy(() -> asked.get(59).toCompletableFuture().join()).cause()
                    .isInstanceOfSatisfying(PaperRefusal.Refused.class, e -> assertThat(e.refusal().code()).isEqualTo("busy"));
        }
    }
}
