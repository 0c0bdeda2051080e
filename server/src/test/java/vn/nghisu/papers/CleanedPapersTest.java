package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.papers.RawPdf.A4;
import static vn.nghisu.papers.RawPdf.TEXT;
import static vn.nghisu.papers.RawPdf.TIMES;
import static vn.nghisu.papers.RawPdf.page;
import static vn.nghisu.papers.RawPdf.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationInk;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.papers.child.Marks;

/** What leaves the server towards readers' devices can do nothing there: neither a download nor a copy with notes. */
class CleanedPapersTest {
    private static final String WEB = "<</S/URI/URI(https://example.org/seen)>>";
    private static final String PLACE = "/Rect[0 0 90 90]";

    @TempDir
    Path data;

    private PaperStore store;

    @BeforeEach
    void open() throws IOException {
        store = PaperStore.open(data, PaperLimits.usual().withFreeShare(0, 0));
    }

    private Accepted bring(byte[] pdf) throws IOException {
        Path upload = Files.write(store.quarantine(), pdf);
        try (Intake intake = new Intake(store)) {
            return (Accepted) intake.accept(upload).toCompletableFuture().join();
        }
    }

    /** Every one shows the same text and does something by itself besides. */
    private static Map<String, byte[]> lively() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("3D", annotated("<</Type/Annot/Subtype/3D" + PLACE + "/3DD 5 0 R/3DA<</A/PO>>>>", stream("/Type/3D/Subtype/U3D/OnInstantiate 6 0 R", "x"), stream("", "runtime")));
        all.put("a film elsewhere", annotated("<</Type/Annot/Subtype/Movie" + PLACE + "/Movie<</F(\\\\\\\\host\\\\share\\\\a.avi)>>/A true>>"));
        all.put("a sound elsewhere", annotated("<</Type/Annot/Subtype/Sound" + PLACE + "/Sound 5 0 R>>", stream("/F(\\\\\\\\host\\\\a.wav)", "")));
        all.put("a screen", annotated("<</Type/Annot/Subtype/Screen" + PLACE + "/T(s)>>"));
        all.put("a film that its note leads to", annotated("5 0 R <</Type/Annot/Subtype/Popup" + PLACE + "/Parent 5 0 R>>", "<</Type/Annot/Subtype/Movie" + PLACE + "/Movie<</F(a.avi)>>>>"));
        all.put("a web address when it is opened", page(A4, TIMES, TEXT).catalog("/OpenAction" + WEB).bytes());
        all.put("a web address after another action", page(A4, TIMES, TEXT).catalog("/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[" + WEB + "]>>").bytes());
        all.put("a web address when a page is seen", page(A4 + "/AA<</O" + WEB + ">>", TIMES, TEXT).bytes());
        all.put("a web address when it is printed", page(A4, TIMES, TEXT).catalog("/AA<</WP" + WEB + ">>").bytes());
        all.put("a web address under the finger", annotated("<</Type/Annot/Subtype/Widget" + PLACE + "/AA<</E" + WEB + ">>>>"));
        return all;
    }

    private static byte[] annotated(String annotations, String... more) {
        return page(A4 + "/Annots[" + annotations + "]", TIMES, TEXT, more).bytes();
    }

    @Test
    void what_acts_by_itself_is_told_and_in_neither_downloads_nor_copies_with_notes() throws Exception {
        for (Map.Entry<String, byte[]> one : lively().entrySet()) {
            Accepted paper = bring(one.getValue());
            assertThat(paper.report().remarks()).as(one.getKey()).extracting(Preflight.Remark::code).contains("launches", "cleaned");
            assertThat(active(store.original(paper.sha256()).orElseThrow())).as("before, %s", one.getKey()).isNotEmpty();
            assertThat(active(store.clean(paper.sha256()).orElseThrow())).as("download, %s", one.getKey()).isEmpty();
            try (MarkedCopies.Copy copy = new MarkedCopies(store).make(paper.sha256(), ink()).orElseThrow()) {
                assertThat(active(copy.file())).as("copy, %s", one.getKey()).isEmpty();
            }
        }
    }

    @Test
    void a_link_to_the_web_that_a_reader_taps_stays() throws IOException {
        Accepted paper = bring(annotated("<</Type/Annot/Subtype/Link" + PLACE + "/A" + WEB + ">>"));
        assertThat(paper.report().isActive()).isFalse();
        try (MarkedCopies.Copy copy = new MarkedCopies(store).make(paper.sha256(), ink()).orElseThrow(); PDDocument document = Loader.loadPDF(copy.file().toFile())) {
            assertThat(document.getPage(0).getAnnotations()).hasAtLeastOneElementOfType(PDAnnotationLink.class).hasAtLeastOneElementOfType(PDAnnotationInk.class);
        }
    }

    @Test
    void a_paper_with_an_owners_password_is_copied_with_notes() throws IOException {
        Accepted paper = bring(SamplePdf.make().page("Chỉ được đọc").encrypted(""));
        assertThat(paper.report().restricted()).isTrue();
        try (MarkedCopies.Copy copy = new MarkedCopies(store).make(paper.sha256(), ink()).orElseThrow(); PDDocument document = Loader.loadPDF(copy.file().toFile())) {
            assertThat(document.isEncrypted()).isFalse();
            assertThat(document.getPage(0).getAnnotations()).hasOnlyElementsOfType(PDAnnotationInk.class);
        }
    }

    private static Marks ink() {
        return new Marks(false, "Nguyễn Thị Ánh", "Ghi chú", List.of(new Marks.Ink(1, 0, 0x1746B4, false, 60, List.of(new Marks.Stroke(List.of(2_000, 1_000, 3_000, 1_000), List.of())))), List.of(), List.of());
    }

    /** Names of lively annotations, kinds of actions and names of outside files, wherever they stand in a file. */
    private static TreeSet<String> active(Path file) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            document.getDocument().getXrefTable().keySet().forEach(key -> look(new COSObject(document.getDocument().getObjectFromPool(key).getObject()), found));
        }
        return found;
    }

    private static void look(COSBase node, TreeSet<String> found) {
        if (node instanceof COSObject object && object.getObject() != null) {
            look(object.getObject(), found);
        } else if (node instanceof COSArray array) {
            array.toList().stream().filter(item -> !(item instanceof COSObject)).forEach(item -> look(item, found));
        } else if (node instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                COSBase value = dictionary.getItem(key);
                if (value instanceof COSName name && (key.equals(COSName.SUBTYPE) && List.of("3D", "Movie", "Sound", "Screen").contains(name.getName())
                        || key.equals(COSName.S) && name.getName().equals("URI"))) {
                    found.add(name.getName());
                }
                if (!(value instanceof COSObject)) {
                    look(value, found);
                }
            }
        }
    }
}
