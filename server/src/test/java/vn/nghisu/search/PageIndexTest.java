package vn.nghisu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.NIOFSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.papers.Accepted;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.PaperLimits;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.PaperWorks;
import vn.nghisu.papers.SamplePdf;

class PageIndexTest {
    @TempDir
    Path folder;

    PaperStore store;
    String paper;

    @BeforeEach
    void bring() throws IOException {
        store = PaperStore.open(folder, PaperLimits.usual().withFreeShare(0, 0));
        paper = bring(SamplePdf.make().page("Phiên họp về đất đai", "Công tác giải phóng mặt bằng")
                .page("Giai phong quang đường, mặt đất bằng").page("Giải pháp; bằng; phòng; mặt").bytes());
    }

    private String bring(byte[] pdf) throws IOException {
        Path upload = store.quarantine();
        Files.write(upload, pdf);
        try (Intake intake = new Intake(store); PaperWorks works = new PaperWorks(store, 1)) {
            String sha256 = ((Accepted) intake.accept(upload).toCompletableFuture().join()).sha256();
            works.prepare(sha256, (name, done, total) -> {}).toCompletableFuture().join();
            return sha256;
        }
    }

    private PageIndex open() {
        PageIndex index = PageIndex.open(folder, store);
        await(index, paper);
        return index;
    }

    private static void await(PageIndex index, String sha256) {
        Until.holds(() -> index.missing(Set.of(sha256)) == 0);
    }

    private List<Integer> pages(PageIndex index, String query, boolean exact) {
        return index.find(Wanted.of(query, exact), Set.of(paper), 10, 10).stream().flatMap(found -> found.first().stream()).map(Found.Page::number).toList();
    }

    @Test
    void pages_come_by_accents_then_by_how_near_the_words_stand() {
        try (PageIndex index = open()) {
            assertThat(pages(index, "giai phong mat bang", false)).as("the near ones first").containsExactly(1, 2, 3);
            assertThat(pages(index, "phòng mặt", false)).as("the same accents before all others").startsWith(3);
            assertThat(pages(index, "phóng mặt", false)).startsWith(1);
            assertThat(pages(index, "giải phóng mặt bằng", true)).containsExactly(1);
            assertThat(pages(index, "\"giai phong mat\"", false)).containsExactly(1);
            assertThat(pages(index, "dat bang", false)).containsExactly(2, 1);
            Found found = index.find(Wanted.of("giai phong", false), Set.of(paper), 10, 1).get(0);
            assertThat(found.pages()).isEqualTo(3);
            assertThat(found.first()).singleElement().satisfies(page -> assertThat(page.label()).isEqualTo("1"));
        }
    }

    @Test
    void only_the_papers_named_are_looked_into() throws IOException {
        String other = bring(SamplePdf.make().page("Giải phóng mặt bằng khu đô thị").bytes());
        try (PageIndex index = open()) {
            await(index, other);
            assertThat(index.find(Wanted.of("giai phong", false), Set.of(other), 10, 10)).extracting(Found::sha256).containsExactly(other);
            assertThat(index.find(Wanted.of("do thi", false), Set.of(paper), 10, 10)).isEmpty();
            assertThat(index.find(Wanted.of("giai phong", false), Set.of(), 10, 10)).isEmpty();
            assertThat(index.find(Wanted.of("giai phong", false), Set.of(paper, other), 1, 10)).hasSize(1);
        }
    }

    @Test
    void a_paper_is_in_it_once_however_often_it_comes() {
        try (PageIndex index = open()) {
            index.add(paper);
            index.add(paper);
        }
        try (PageIndex index = open()) {
            assertThat(pages(index, "dat dai", false)).containsExactly(1);
        }
    }

    @Test
    void a_paper_that_could_not_be_read_for_a_while_comes_in_by_itself() throws IOException {
        Path words = store.file(paper, store.manifest(paper).orElseThrow().pages().get(0).words().orElseThrow()).orElseThrow();
        byte[] good = Files.readAllBytes(words);
        Files.writeString(words, "{");
        String before = bring(SamplePdf.make().page("Trước").bytes());
        try (PageIndex index = PageIndex.open(folder, store)) {
            await(index, before); // all papers of the start are in the queue by now
            String after = bring(SamplePdf.make().page("Sau").bytes());
            index.add(after);
            await(index, after);
            assertThat(index.missing(Set.of(paper))).as("tried and not read").isEqualTo(1);
            Files.write(words, good);
            await(index, paper);
            assertThat(pages(index, "giai phong", false)).hasSize(3);
        }
    }

    @Test
    void a_paper_that_was_destroyed_is_out_of_it_also_after_a_crash_or_a_stop() throws IOException {
        String other = bring(SamplePdf.make().page("Giải phóng mặt bằng khu đô thị").bytes());
        try (PageIndex index = open()) {
            await(index, other);
            store.destroy(other);
            index.remove(Set.of(other)); // then a stop at once
            assertThat(index.missing(Set.of(other))).isEqualTo(1);
        }
        store.destroy(paper); // and a crash before its words are out
        String last = bring(SamplePdf.make().page("Sau").bytes());
        try (PageIndex index = PageIndex.open(folder, store)) {
            await(index, last);
            assertThat(index.missing(Set.of(paper, other))).isEqualTo(2);
            assertThat(index.find(Wanted.of("giai phong", false), Set.of(paper, other), 10, 10)).isEmpty();
        }
    }

    private static boolean isInFiles(Path folder, String word) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).contains(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void the_words_of_one_of_many_papers_leave_the_files_with_it() throws IOException {
        Path files = folder.resolve("many");
        List<String> papers = Stream.iterate(0, n -> n + 1).limit(40).map("%064x"::formatted).toList();
        try (IndexFolder index = IndexFolder.open(files, true)) {
            for (String each : papers) {
                index.put(each, List.of(PageIndex.document(each, 1, "1", "Văn bản " + each.substring(60) + (each.equals(papers.get(7)) ? " qzkhoasuawx" : ""))));
            }
        }
        try (NIOFSDirectory directory = new NIOFSDirectory(files); IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            writer.forceMerge(1); // in time they come to lie together, one of forty
        }
        try (IndexFolder index = IndexFolder.open(files, false)) {
            assertThat(index.papers()).hasSize(40);
            assertThat(isInFiles(files, "qzkhoasuawx")).isTrue();
            index.remove(Set.of(papers.get(7)));
            assertThat(isInFiles(files, "qzkhoasuawx")).isFalse();
            assertThat(index.papers()).hasSize(39);
        }
    }

    @Test
    void a_damaged_index_is_made_anew() throws IOException {
        open().close();
        try (Stream<Path> files = Files.list(folder.resolve("search"))) {
            for (Path file : files.filter(file -> file.getFileName().toString().matches(".*\\.(cfs|fdt)")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        try (PageIndex index = open()) {
            assertThat(pages(index, "giai phong mat", false)).hasSize(3);
        }
    }

    @Test
    void an_index_of_another_version_is_made_anew() throws IOException {
        open().close();
        try (NIOFSDirectory directory = new NIOFSDirectory(folder.resolve("search"));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()).setOpenMode(IndexWriterConfig.OpenMode.CREATE))) {
            writer.addDocument(PageIndex.document(paper, 1, "1", "từ phiên bản cũ"));
            writer.commit();
        }
        try (PageIndex index = open()) {
            assertThat(pages(index, "phien ban cu", false)).isEmpty();
            assertThat(pages(index, "giai phong", false)).hasSize(3);
        }
    }
}
