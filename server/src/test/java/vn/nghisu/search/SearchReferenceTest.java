package vn.nghisu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.papers.Accepted;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.PaperJson;
import vn.nghisu.papers.PaperLimits;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.PaperWorks;
import vn.nghisu.papers.Words;

/** Search over 500 pages beside a list of what must be found (reading.md, S1), and over papers in the fonts from before Unicode. */
class SearchReferenceTest {
    private static final int PAGES = 500;
    private static final String PAPER = "0f".repeat(32);
    private static final String[] FILLING = "báo cáo kế hoạch tiến độ đầu tư xây dựng hạ tầng trung tâm dữ liệu nghị quyết hội đồng".split(" ");
    /** Put on a page each with a chance of its own. */
    private static final String[] WANTED =
            "giải phóng mặt bằng giai phóng|Giải phóng|giải|phóng|bằng mặt|ông Thuỷ|bà Thủy|chị Thúy|Thuy|thuyết minh|họ Đặng|đang làm|Đảng|dạng|dang dở".split("\\|");
    private static final List<String> QUERIES = List.of("giai phong mat bang", "GIẢI PHÓNG", Normalizer.normalize("giải phóng mặt bằng", Normalizer.Form.NFD),
            "Thuy ", "Thuỷ ", "Thủy ", "thúy ", "dang ", "đặng ", "Thuy", "đang ", "không có ở đâu");

    @TempDir
    Path folder;

    @Test
    void every_query_finds_the_pages_of_the_list_and_no_other() throws IOException {
        List<String> pages = pages();
        try (IndexFolder index = IndexFolder.open(folder, true)) {
            List<Document> documents = new ArrayList<>();
            pages.forEach(text -> documents.add(PageIndex.document(PAPER, documents.size() + 1, "", text)));
            index.put(PAPER, documents);
            for (String query : QUERIES) {
                for (boolean exact : new boolean[] {false, true}) {
                    List<Found> found = index.read(searcher -> PageIndex.find(searcher, Wanted.of(query, exact), Set.of(PAPER), 1, PAGES));
                    TreeSet<Integer> numbers = new TreeSet<>(found.stream().flatMap(paper -> paper.first().stream()).map(Found.Page::number).toList());
                    assertThat(numbers).as("%s, exact %s", query, exact).isEqualTo(reference(pages, query, exact));
                }
            }
            assertThat(reference(pages, "giai phong mat bang", false)).hasSizeBetween(20, 400);
            assertThat(reference(pages, "Thủy ", true)).isEqualTo(reference(pages, "Thuỷ ", true)).hasSizeBetween(20, 400);
        }
    }

    private static List<String> pages() {
        Random random = new Random(1945);
        List<String> pages = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            StringBuilder text = new StringBuilder();
            for (String phrase : WANTED) {
                text.append(FILLING[random.nextInt(FILLING.length)]).append(random.nextBoolean() ? " " : ",\n").append(random.nextInt(5) == 0 ? phrase + "; " : "");
            }
            pages.add(random.nextBoolean() ? text.toString() : Normalizer.normalize(text, Normalizer.Form.NFD));
        }
        return pages;
    }

    /** By its own means: all words must be there, the last may go on when no blank ends it. */
    private static TreeSet<Integer> reference(List<String> pages, String query, boolean exact) {
        List<String> wanted = words(query).stream().map(word -> key(word, exact)).toList();
        boolean open = !query.endsWith(" ");
        TreeSet<Integer> found = new TreeSet<>();
        for (int i = 0; i < pages.size(); i++) {
            List<String> there = words(pages.get(i)).stream().map(word -> key(word, exact)).toList();
            List<String> plain = words(pages.get(i)).stream().map(word -> key(word, false)).toList();
            boolean all = true;
            for (int j = 0; j < wanted.size(); j++) {
                String word = wanted.get(j);
                all &= there.contains(word) || !exact && open && j == wanted.size() - 1 && plain.stream().anyMatch(one -> one.startsWith(word));
            }
            if (all) {
                found.add(i + 1);
            }
        }
        return found;
    }

    private static List<String> words(String text) {
        return Arrays.stream(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).filter(word -> !word.isEmpty()).toList();
    }

    /** Letters without marks; when exact, followed by the marks wherever they stand. */
    private static String key(String word, boolean exact) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        String marks = apart.chars().filter(c -> Character.getType(c) == Character.NON_SPACING_MARK).sorted().mapToObj(Character::toString).collect(Collectors.joining());
        String letters = apart.replaceAll("\\p{M}", "");
        return exact ? letters + marks : letters.replace('đ', 'd');
    }

    @Test
    void papers_in_tcvn3_and_vni_are_found_with_and_without_accents() throws IOException {
        PaperStore store = PaperStore.open(folder, PaperLimits.usual().withFreeShare(0, 0));
        try (PageIndex index = PageIndex.open(folder, store); Intake intake = new Intake(store); PaperWorks works = new PaperWorks(store, 1)) {
            for (String[] one : new String[][] {{".VnTime", "C«ng t¸c gi¶i phãng mÆt b»ng cña tØnh"}, {"VNI-Times", "Coâng taùc giaûi phoùng maët baèng cuûa tænh"}}) {
                Path upload = Files.write(store.quarantine(), typed(one[0], one[1]));
                String sha256 = ((Accepted) intake.accept(upload).toCompletableFuture().join()).sha256();
                String words = works.prepare(sha256, (name, done, total) -> {}).toCompletableFuture().join().pages().get(0).words().orElseThrow();
                String text = PaperJson.read(Files.readAllBytes(store.file(sha256, words).orElseThrow()), Words.class).text();
                assertThat(text.strip()).as("what the device searches, %s", one[0]).isEqualTo("Công tác giải phóng mặt bằng của tỉnh");
                index.add(sha256);
                Until.holds(() -> index.missing(Set.of(sha256)) == 0);
                for (String query : List.of("giai phong mat bang", "giải phóng mặt bằng", "GIẢI PHÓNG")) {
                    assertThat(index.find(Wanted.of(query, !query.startsWith("giai")), Set.of(sha256), 1, 1)).as("%s, %s", query, one[0]).hasSize(1);
                }
            }
        }
    }

    /** As word processors of the time made it: an embedded font whose glyphs stand at the old codes. */
    private static byte[] typed(String fontName, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument(); InputStream file = SearchReferenceTest.class.getResourceAsStream("/fonts/LiberationSerif-Regular.ttf")) {
            PDTrueTypeFont font = PDTrueTypeFont.load(document, file, WinAnsiEncoding.INSTANCE);
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(font, 14);
                pen.newLineAtOffset(72, 700);
                pen.showText(text);
                pen.endText();
            }
            font.getCOSObject().setName(COSName.BASE_FONT, fontName);
            font.getFontDescriptor().setFontName(fontName);
            document.save(out);
        }
        return out.toByteArray();
    }
}
