package vn.nghisu.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPapersTest {
    @TempDir
    static Path folder;

    static List<DemoPapers.DemoPaper> papers;

    @BeforeAll
    static void write() throws IOException {
        papers = DemoPapers.write(folder.resolve("one"));
    }

    static int pages(String file) throws IOException {
        try (PDDocument document = Loader.loadPDF(folder.resolve("one").resolve(file).toFile())) {
            return document.getNumberOfPages();
        }
    }

    static String text(String file, int from, int to) throws IOException {
        try (PDDocument document = Loader.loadPDF(folder.resolve("one").resolve(file).toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(document);
        }
    }

    @Test
    void both_meetings_have_their_papers() throws IOException {
        Map<String, List<DemoPapers.DemoPaper>> byMeeting = papers.stream().collect(Collectors.groupingBy(DemoPapers.DemoPaper::meeting));
        assertThat(byMeeting.get(DemoPapers.LAST)).extracting(DemoPapers.DemoPaper::forItem).containsExactly("tong-ket", "ke-hoach", "mot-cua");
        assertThat(byMeeting.get(DemoPapers.NEXT)).extracting(DemoPapers.DemoPaper::forItem)
                .containsExactly("so-ket", "so-ket", "dich-vu-cong", "chu-ky-so", "gioi-thieu", "ke-hoach", "nhan-su");
        assertThat(pages("phu-luc-so-lieu.pdf")).isEqualTo(120);
        assertThat(pages("ho-so-so-hoa-luu-tru.pdf")).isEqualTo(40);
        assertThat(pages("bao-cao-6-thang.pdf")).isBetween(23, 26);
        assertThat(Files.size(folder.resolve("one/ho-so-so-hoa-luu-tru.pdf"))).isLessThan(12L << 20);
    }

    @Test
    void the_same_papers_are_written_each_time() throws IOException {
        List<DemoPapers.DemoPaper> again = DemoPapers.write(folder.resolve("two"));
        for (int i = 0; i < papers.size(); i++) {
            assertThat(Files.mismatch(papers.get(i).path(), again.get(i).path())).as(papers.get(i).fileName()).isEqualTo(-1);
        }
    }

    @Test
    void the_text_is_vietnamese_with_labels_and_outline() throws IOException {
        assertThat(text("bao-cao-6-thang.pdf", 1, 1))
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BÁO CÁO", "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH");
        try (PDDocument annex = Loader.loadPDF(folder.resolve("one/phu-luc-so-lieu.pdf").toFile())) {
            assertThat(annex.getDocumentCatalog().getPageLabels().getLabelsByPageIndices()).startsWith("i", "ii", "iii", "PL.1").endsWith("PL.117");
            assertThat(annex.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle()).isEqualTo("Phần A. TỔNG HỢP TOÀN TỈNH");
        }
        assertThat(text("ho-so-so-hoa-luu-tru.pdf", 1, 40)).isBlank();
    }

    @Test
    void report_and_annex_tell_the_same_numbers() throws IOException {
        Figures figures = new Figures();
        String received = Numbers.whole(Figures.sum("", figures.all()).received());
        assertThat(text("bao-cao-6-thang.pdf", 1, 24)).contains("toàn tỉnh tiếp nhận " + received + " hồ sơ");
        assertThat(text("bao-cao-dich-vu-cong.pdf", 1, 3).replaceAll("\\s+", " ")).contains("Trong " + received + " hồ sơ tiếp nhận");
        assertThat(text("phu-luc-so-lieu.pdf", 4, 12)).contains("Toàn tỉnh ").contains(received);
        for (Figures.Unit unit : figures.all()) {
            assertThat(unit.months().stream().mapToLong(Long::longValue).sum()).isEqualTo(unit.received());
            assertThat(unit.open()).isNotNegative();
            assertThat(unit.months()).allMatch(month -> month > 0);
        }
    }
}
