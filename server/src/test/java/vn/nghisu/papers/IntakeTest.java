package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    @TempDir
    Path data;

    PaperStore store;
    Intake intake;

    @BeforeEach
    void open() throws IOException {
        use(PaperLimits.usual().withFreeShare(0, 0));
    }

    @AfterEach
    void close() {
        intake.close();
    }

    void use(PaperLimits limits) throws IOException {
        store = PaperStore.open(data, limits);
        intake = new Intake(store);
    }

    IntakeOutcome bring(byte[] bytes, String name) throws IOException {
        Path upload = store.quarantine();
        Files.write(upload, bytes);
        IntakeOutcome outcome = intake.accept(upload).toCompletableFuture().join();
        boolean kept = outcome instanceof PaperRefusal refusal && refusal.passes(); // it says nothing of the file, which is tried again
        assertThat(Files.exists(upload)).as("the upload stays").isEqualTo(kept);
        return outcome;
    }

    PaperRefusal refused(byte[] bytes, String name) throws IOException {
        List<String> before = store.unfinished();
        PaperRefusal refusal = (PaperRefusal) bring(bytes, name);
        assertThat(refusal.vi()).endsWith(".");
        assertThat(refusal.en()).endsWith(".");
        assertThat(store.unfinished()).isEqualTo(before);
        return refusal;
    }

    static byte[] good() {
        return SamplePdf.make().page("Báo cáo kết quả 6 tháng").page("Trang hai").bytes();
    }

    @Test
    void a_good_paper_is_stored_under_its_hash() throws IOException {
        Accepted accepted = (Accepted) bring(good(), "bao-cao.pdf");
        assertThat(accepted.pages()).isEqualTo(2);
        assertThat(accepted.sha256()).matches("[0-9a-f]{64}");
        assertThat(store.original(accepted.sha256())).isPresent();
        assertThat(Sha256.of(store.original(accepted.sha256()).orElseThrow())).isEqualTo(accepted.sha256());
        assertThat(store.unfinished()).containsExactly(accepted.sha256());
        assertThat(accepted.report().remarks()).isEmpty();
    }

    @Test
    void the_type_is_told_by_content_and_not_by_name() throws IOException {
        assertThat(bring(good(), "bao-cao.docx")).isInstanceOf(Accepted.class);
        assertThat(refused("PK\u0003\u0004 a zip".getBytes(StandardCharsets.ISO_8859_1), "to-trinh.pdf").vi()).contains("văn phòng", "hỏng");
        assertThat(refused(SampleOffice.zip("thu-muc/tep.txt", "chữ"), "to-trinh.docx").vi()).contains("tệp nén");
        assertThat(refused("<html>không phải PDF</html>".getBytes(StandardCharsets.UTF_8), "a.pdf").code()).isEqualTo("not_pdf");
        assertThat(refused(new byte[0], "rong.pdf").code()).isEqualTo("empty");
    }

    @Test
    void the_same_paper_twice_is_one_paper() throws IOException {
        byte[] paper = good();
        Accepted first = (Accepted) bring(paper, "a.pdf");
        Accepted second = (Accepted) bring(paper, "b.pdf");
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(second.report()).isEqualTo(first.report());
        assertThat(List.of(first.fresh(), second.fresh())).containsExactly(true, false);
    }

    @Test
    void a_paper_with_a_password_is_refused_but_one_protected_against_changes_is_not() throws IOException {
        assertThat(refused(SamplePdf.make().page("kín").encrypted("matkhau"), "a.pdf").code()).isEqualTo("encrypted");
        Accepted readable = (Accepted) bring(SamplePdf.make().page("đọc được").encrypted(""), "b.pdf");
        assertThat(readable.report().restricted()).isTrue();
    }

    @Test
    void a_damaged_or_cut_off_paper_is_refused() throws IOException {
        byte[] whole = good();
        assertThat(refused(Arrays.copyOf(whole, whole.length / 2), "a.pdf").code()).isEqualTo("damaged");
        byte[] rubbish = ("%PDF-1.7\n" + "x".repeat(3000) + "\nstartxref\n12\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(rubbish, "b.pdf").code()).isEqualTo("damaged");
    }

    @Test
    void a_paper_without_pages_is_refused() throws IOException {
        assertThat(refused(SamplePdf.make().bytes(), "a.pdf").code()).isEqualTo("no_pages");
    }

    @Test
    void limits_of_size_and_pages_hold() throws IOException {
        use(PaperLimits.usual().withFreeShare(0, 0).withFileBytes(1000));
        assertThat(refused(good(), "a.pdf").code()).isEqualTo("too_large");
        use(PaperLimits.usual().withFreeShare(0, 0).withPages(1));
        assertThat(refused(good(), "a.pdf").vi()).contains("2 trang");
    }

    @Test
    void a_full_disk_refuses_before_anything_is_read() throws IOException {
        use(PaperLimits.usual().withFreeShare(1.0, Long.MAX_VALUE));
        assertThat(store.room(0).orElseThrow().code()).isEqualTo("disk_full");
        assertThat(refused(good(), "a.pdf").code()).isEqualTo("disk_full");
    }

    @Test
    void stamps_of_state_secrets_are_refused_and_running_text_is_not() throws IOException {
        for (String stamp : List.of("MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Mật")) {
            PaperRefusal refusal = refused(SamplePdf.make().page("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", stamp, "Kính gửi").bytes(), "a.pdf");
            assertThat(refusal.code()).isEqualTo("secret");
        }
        byte[] law = SamplePdf.make().page("LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC", "Điều 1. Bí mật nhà nước có ba độ mật: tuyệt mật, tối mật, mật.").bytes();
        assertThat(bring(law, "luat.pdf")).isInstanceOf(Accepted.class);
    }

    @Test
    void the_report_names_scans_scripts_and_attachments() throws IOException {
        SamplePdf pdf = SamplePdf.make().page("Có chữ").scannedPage();
        pdf.document().getDocumentCatalog().setOpenAction(
                new org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript("app.alert(1)"));
        Accepted accepted = (Accepted) bring(pdf.bytes(), "a.pdf");
        assertThat(accepted.report().withoutText()).containsExactly(2);
        assertThat(accepted.report().scripts()).isEqualTo(1);
        assertThat(accepted.report().remarks()).extracting(Preflight.Remark::code).containsExactly("image_only", "scripts", "cleaned");
    }

    @Test
    void deep_nesting_and_endless_first_pages_are_refused_and_the_next_paper_is_not_hurt() throws IOException {
        use(PaperLimits.usual().withFreeShare(0, 0).within(20_000, 2_000, 20_000));
        byte[] nested = ("%PDF-1.7\n1 0 obj\n" + "[".repeat(400_000) + "]".repeat(400_000)
                        + "\nendobj\n2 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer\n<</Root 2 0 R/Size 3>>\nstartxref\n9\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(nested, "long.pdf").code()).isIn("damaged", "too_complex");
        assertThat(refused(SamplePdf.make().rawPage("q 1 0 0 1 1 1 cm Q\n".repeat(12_000_000)).bytes(), "vo-tan.pdf").code())
                .isIn("too_slow", "too_complex");
        assertThat(bring(good(), "tot.pdf")).isInstanceOf(Accepted.class);
    }

    @Test
    void a_file_that_was_refused_for_no_fault_of_its_own_is_kept() throws IOException {
        use(PaperLimits.usual().withFreeShare(1, Long.MAX_VALUE));
        Path upload = Files.write(store.quarantine(), good());
        assertThat(((PaperRefusal) intake.accept(upload).toCompletableFuture().join()).code()).isEqualTo("disk_full");
        assertThat(upload).exists();
        intake.close();
        assertThat(((PaperRefusal) intake.accept(upload).toCompletableFuture().join()).code()).isEqualTo("busy");
        assertThat(upload).exists();
    }

    @Test
    void a_download_waits_for_no_check_of_an_upload() throws Exception {
        Accepted paper = (Accepted) bring(good(), "a.pdf");
        CompletableFuture<Void> held = new CompletableFuture<>();
        try (Intake busy = new Intake(store, () -> {
            held.join();
            return Optional.empty();
        })) {
            CompletableFuture<IntakeOutcome> check = busy.accept(Files.writeString(store.quarantine(), "{\\rtf1 nội dung}")).toCompletableFuture();
            assertThat(busy.download(paper.sha256()).toCompletableFuture().get(20, TimeUnit.SECONDS)).isEqualTo(store.original(paper.sha256()));
            assertThat(check).isNotDone();
            held.complete(null);
            assertThat(((PaperRefusal) check.join()).code()).isEqualTo("no_office");
        }
    }

    @Test
    void what_no_meeting_took_is_removed_after_an_hour_unless_it_is_brought_again_or_laid_elsewhere() throws IOException {
        byte[] paper = good();
        Accepted accepted = (Accepted) bring(paper, "a.pdf");
        Instant later = Instant.now().plus(Unlaid.AGE).plusSeconds(60);
        intake.notLaid(accepted);
        intake.sweep(sha256 -> false, Instant.now());
        assertThat(store.original(accepted.sha256())).as("too early").isPresent();
        intake.sweep(sha256 -> sha256.equals(accepted.sha256()), later);
        assertThat(store.original(accepted.sha256())).as("laid by another upload").isPresent();

        intake.notLaid(accepted);
        Accepted again = (Accepted) bring(paper, "a.pdf");
        intake.sweep(sha256 -> false, later);
        assertThat(store.original(accepted.sha256())).as("brought again").isPresent();
        Accepted known = (Accepted) bring(paper, "a.pdf");
        intake.notLaid(known);
        intake.sweep(sha256 -> false, later);
        assertThat(store.original(accepted.sha256())).as("it was here before that upload").isPresent();

        intake.notLaid(again);
        intake.sweep(sha256 -> false, later);
        assertThat(data.resolve("papers/" + accepted.sha256().substring(0, 2) + "/" + accepted.sha256())).doesNotExist();
    }

    @Test
    void a_paper_of_a_thousand_pages_is_taken_and_one_more_is_refused_by_its_number() throws IOException {
        assertThat(((Accepted) bring(emptyPages(1_000), "dai.pdf")).pages()).isEqualTo(1_000);
        PaperRefusal refusal = refused(emptyPages(1_001), "qua-dai.pdf");
        assertThat(refusal.code()).isEqualTo("too_many_pages");
        assertThat(refusal.vi()).contains("1001 trang", "mức 1000 trang");
        assertThat(refusal.en()).contains("1001 pages", "at most 1000");
    }

    private static byte[] emptyPages(int pages) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void leftovers_of_an_earlier_process_are_swept_at_start() throws IOException {
        Path upload = store.quarantine();
        Files.write(upload, good());
        Path half = data.resolve("papers/ab/" + "ab".repeat(32));
        Files.createDirectories(half.resolve("pages"));
        Files.writeString(half.resolve("report.json"), "{}");
        use(store.limits());
        assertThat(upload).doesNotExist();
        assertThat(half).doesNotExist();
        try (Stream<Path> left = Files.list(data.resolve("papers/work"))) {
            assertThat(left).isEmpty();
        }
    }
}
