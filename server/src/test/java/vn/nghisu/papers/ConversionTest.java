package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Office files and pictures become papers; what can't is refused with a sentence. */
class ConversionTest {
    @TempDir
    Path data;

    @TempDir
    Path programs;

    PaperStore store;
    Intake intake;

    @BeforeEach
    void open() throws IOException {
        store = PaperStore.open(data, PaperLimits.usual().withFreeShare(0, 0));
        intake = new Intake(store, Optional::empty);
    }

    @AfterEach
    void close() throws IOException {
        intake.close();
        try (Stream<Path> left = Files.list(data.resolve("papers/work"))) {
            assertThat(left).as("work folders are removed").isEmpty();
        }
    }

    IntakeOutcome bring(byte[] bytes) throws IOException {
        Path upload = store.quarantine();
        Files.write(upload, bytes);
        IntakeOutcome outcome = intake.accept(upload).toCompletableFuture().join();
        assertThat(upload).doesNotExist();
        if (outcome instanceof PaperRefusal refusal) {
            assertThat(refusal.vi()).endsWith(".");
            assertThat(refusal.en()).endsWith(".");
        }
        return outcome;
    }

    String refused(byte[] bytes) throws IOException {
        return ((PaperRefusal) bring(bytes)).code();
    }

    /** A program in the place of LibreOffice; {@code $out} is the folder for the PDF. */
    void use(String script, long timeMs) throws IOException {
        Path program = programs.resolve("soffice");
        Files.writeString(program, "#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done\nout=$2\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        use(new Office(program, new Office.Limits(timeMs, 4L << 30, 10_000_000)));
    }

    void use(Office office) {
        intake.close();
        intake = new Intake(store, () -> Optional.of(office));
    }

    /** A program that gives out this PDF. */
    void useGiving(byte[] pdf) throws IOException {
        Files.write(programs.resolve("made.pdf"), pdf);
        use("cp '" + programs.resolve("made.pdf") + "' \"$out/in.pdf\"", 20_000);
    }

    @Test
    void an_office_file_becomes_a_paper_that_vouches_for_it() throws IOException {
        byte[] docx = SampleOffice.docx("Báo cáo");
        useGiving(SamplePdf.make().page("Báo cáo").page("Trang hai").bytes());
        Accepted accepted = (Accepted) bring(docx);
        assertThat(accepted.pages()).isEqualTo(2);
        assertThat(accepted.report().madeFrom().orElseThrow()).satisfies(source -> {
            assertThat(source.kind()).isEqualTo(FileKind.DOCX);
            assertThat(source.bytes()).isEqualTo(docx.length);
        });
        Path original = store.original(accepted.sha256()).orElseThrow();
        assertThat(Sha256.of(original)).isEqualTo(accepted.sha256());
        Path source = store.source(accepted.sha256()).orElseThrow();
        assertThat(Files.readAllBytes(source)).isEqualTo(docx);
        try (PDDocument document = Loader.loadPDF(original.toFile())) {
            assertThat(document.getDocumentInformation().getCustomMetadataValue("SourceSHA256")).isEqualTo(Sha256.of(source));
        }
        useGiving(SamplePdf.make().page("Lần khác").bytes());
        assertThat(bring(docx)).as("the same file again is the same paper")
                .isEqualTo(new Accepted(accepted.sha256(), accepted.pages(), accepted.bytes(), accepted.report(), false));
        assertThat(OriginalsCheck.run(data)).isEqualTo(new OriginalsCheck(1, Optional.empty()));
        Files.write(source, new byte[] {1});
        assertThat(OriginalsCheck.run(data).bad()).contains(source);
    }

    @Test
    void macros_are_told_and_marks_of_secrecy_are_found_in_what_was_made() throws IOException {
        useGiving(SamplePdf.make().page("Tờ trình").bytes());
        Accepted accepted = (Accepted) bring(SampleOffice.docxWithMacros("Tờ trình"));
        assertThat(accepted.report().remarks()).extracting(Preflight.Remark::code).containsExactly("converted", "macros");
        useGiving(SamplePdf.make().page("TỐI MẬT", "Tờ trình").bytes());
        assertThat(refused(SampleOffice.docx("Kín"))).isEqualTo("secret");
        assertThat(store.unfinished()).containsExactly(accepted.sha256());
    }

    @Test
    void without_libreoffice_the_secretary_reads_what_to_do() throws IOException {
        PaperRefusal refusal = (PaperRefusal) bring(SampleOffice.xlsx("1"));
        assertThat(refusal.code()).isEqualTo("no_office");
        assertThat(refusal.vi()).contains("Excel", "LibreOffice", "lưu tài liệu thành PDF");
        assertThat(refusal.en()).contains("install all of LibreOffice");
    }

    @Test
    void a_converter_that_fails_makes_nothing_or_too_much_is_named() throws IOException {
        use("exit 3", 20_000);
        assertThat(refused(SampleOffice.docx("a"))).isEqualTo("office_failed");
        use("exit 0", 20_000);
        assertThat(refused(SampleOffice.rtf("a"))).isEqualTo("office_failed");
        use("echo 'not a pdf' > \"$out/in.pdf\"", 20_000);
        assertThat(refused(SampleOffice.odt("a"))).isEqualTo("damaged");
        use("head -c 20000000 /dev/zero > \"$out/in.pdf\"", 20_000);
        assertThat(refused(SampleOffice.xlsx("a"))).isIn("office_too_large", "office_failed");
    }

    @Test
    void a_converter_that_takes_too_long_is_ended_with_all_its_children() throws Exception {
        Path pids = programs.resolve("pids");
        use("(sleep 300 & echo $! >> '" + pids + "'; setsid sleep 301 & sleep 302 & echo $! >> '" + pids + "'; wait) & echo $! >> '" + pids + "'; wait", 1_500);
        assertThat(refused(SampleOffice.docx("a"))).isEqualTo("office_too_slow");
        List<String> started = Files.readAllLines(pids);
        assertThat(started).hasSize(3);
        for (String pid : started) {
            Optional<ProcessHandle> handle = ProcessHandle.of(Long.parseLong(pid.strip()));
            if (handle.isPresent()) {
                handle.get().onExit().get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void kinds_are_told_by_content() throws IOException {
        assertThat(kind(SampleOffice.docx("a"))).isEqualTo(FileKind.DOCX);
        assertThat(kind(SampleOffice.xlsx("a"))).isEqualTo(FileKind.XLSX);
        assertThat(kind(SampleOffice.odt("a"))).isEqualTo(FileKind.ODT);
        assertThat(kind(SampleOffice.odp("a"))).isEqualTo(FileKind.ODP);
        assertThat(kind(SampleOffice.rtf("a"))).isEqualTo(FileKind.RTF);
        assertThat(kind(SampleOffice.compound("Root Entry", "WordDocument"))).isEqualTo(FileKind.DOC);
        assertThat(kind(SampleOffice.compound("Root Entry", "Workbook"))).isEqualTo(FileKind.XLS);
        assertThat(kind(SampleOffice.compound("PowerPoint Document"))).isEqualTo(FileKind.PPT);
        assertThat(refused(SampleOffice.compound("EncryptedPackage", "EncryptionInfo"))).isEqualTo("encrypted");
        assertThat(refused(SampleOffice.compound("Something"))).isEqualTo("not_pdf");
        assertThat(refused(SampleOffice.bomb())).isEqualTo("too_complex");
        byte[] cut = SampleOffice.docx("a");
        assertThat(refused(Arrays.copyOf(cut, cut.length - 30))).isEqualTo("damaged");
    }

    private FileKind kind(byte[] bytes) throws IOException {
        return Recognition.of(Files.write(programs.resolve("file"), bytes)).kind().orElseThrow();
    }

    @Test
    void a_picture_becomes_a_paper_of_one_page() throws IOException {
        for (String format : List.of("png", "jpg")) {
            Accepted accepted = (Accepted) bring(picture(format, 800, 400));
            assertThat(accepted.pages()).isEqualTo(1);
            assertThat(accepted.report().sizes()).containsExactly(new Preflight.PageSize(8420, 4210));
            assertThat(accepted.report().withoutText()).containsExactly(1);
            Manifest.Page page = printed(accepted).pages().get(0);
            BufferedImage drawn = ImageIO.read(store.file(accepted.sha256(), page.fit().orElseThrow().file()).orElseThrow().toFile());
            assertThat(new Color(drawn.getRGB(100, 100))).isEqualTo(Color.WHITE);
            assertThat(new Color(drawn.getRGB(1500, 700)).getBlue()).isLessThan(60);
            assertThat(store.source(accepted.sha256())).isPresent();
        }
    }

    @Test
    void a_photograph_stands_upright_as_its_camera_says() throws IOException {
        byte[] jpeg = picture("jpg", 800, 400);
        byte[] exif = {(byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0};
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        turned.write(jpeg, 0, 2);
        turned.write(exif);
        turned.write(jpeg, 2, jpeg.length - 2);
        Accepted accepted = (Accepted) bring(turned.toByteArray());
        assertThat(accepted.report().sizes()).containsExactly(new Preflight.PageSize(4210, 8420));
    }

    @Test
    void damaged_and_enormous_pictures_are_refused() throws IOException {
        byte[] jpeg = picture("jpg", 800, 400);
        assertThat(refused(Arrays.copyOf(jpeg, jpeg.length / 2))).isEqualTo("damaged");
        byte[] png = picture("png", 800, 400);
        assertThat(refused(Arrays.copyOf(png, png.length / 2))).isEqualTo("damaged");
        assertThat(refused(OddFiles.declaredPng(30_000, 30_000))).isEqualTo("image_too_large");
    }

    static byte[] picture(String format, int w, int h) throws IOException {
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, w, h);
        pen.setColor(new Color(180, 30, 20));
        pen.fillRect(w / 2, h / 2, w / 2, h / 2);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    Manifest printed(Accepted accepted) {
        try (PaperWorks works = new PaperWorks(store, 1)) {
            return works.prepare(accepted.sha256(), (name, done, total) -> {}).toCompletableFuture().join();
        }
    }

    String words(Accepted accepted) throws IOException {
        String file = printed(accepted).pages().get(0).words().orElseThrow();
        return PaperJson.read(Files.readAllBytes(store.file(accepted.sha256(), file).orElseThrow()), Words.class).text();
    }

    // ---- with the real program

    void useLibreOffice(FileKind kind) throws IOException {
        Optional<Office> real = Office.find();
        assumeTrue(real.isPresent() && real.get().opens(kind), "LibreOffice, or its part for this kind of file, is not installed here");
        use(real.get());
    }

    @Test
    void libreoffice_converts_texts() throws IOException {
        useLibreOffice(FileKind.DOCX);
        assertThat(words((Accepted) bring(SampleOffice.docx("Ủy ban nhân dân tỉnh Lam Sơn")))).isEqualTo("Ủy ban nhân dân tỉnh Lam Sơn");
        assertThat(words((Accepted) bring(SampleOffice.rtf("Bien ban")))).contains("Bien ban");
        assertThat(refused(SampleOffice.docx("MẬT"))).isEqualTo("secret");
        assertThat(refused(SampleOffice.compound("Root Entry", "WordDocument"))).isEqualTo("office_failed");
    }

    @Test
    void libreoffice_converts_sheets() throws IOException {
        useLibreOffice(FileKind.XLSX);
        assertThat(words((Accepted) bring(SampleOffice.xlsx("Chỉ tiêu 96,4%")))).contains("Chỉ tiêu");
    }

    @Test
    void libreoffice_converts_slides() throws IOException {
        useLibreOffice(FileKind.ODP);
        assertThat(words((Accepted) bring(SampleOffice.odp("Trình chiếu sản phẩm")))).contains("Trình chiếu sản phẩm");
    }

    @Test
    void where_only_the_part_for_texts_is_installed_sheets_are_refused_as_without_libreoffice() throws IOException {
        Path texts = Files.createFile(programs.resolve("libswlo.so"));
        use("cp " + programs.resolve("made.pdf") + " $out/in.pdf", 10_000);
        assertThat(refused(SampleOffice.xlsx("Chỉ tiêu"))).isEqualTo("no_office");
        Files.move(texts, programs.resolve("libsclo.so"));
        assertThat(refused(SampleOffice.docx("Tờ trình"))).isEqualTo("no_office");
        assertThat(refused(SampleOffice.xlsx("Chỉ tiêu"))).isNotEqualTo("no_office");
    }

    @Test
    void a_text_that_draws_in_a_file_of_the_server_gets_nothing() throws IOException {
        useLibreOffice(FileKind.ODT);
        Path secret = Files.writeString(programs.resolve("kin.txt"), "NOI DUNG CUA MAY CHU");
        byte[] odt = SampleOffice.odt("<text:p>Mở đầu</text:p><text:section text:name=\"s\"><text:section-source xlink:href=\"" + secret.toUri()
                + "\" xlink:type=\"simple\"/><text:p>cũ</text:p></text:section><text:p>Hết</text:p>");
        String words = words((Accepted) bring(odt));
        assertThat(words).contains("Mở đầu", "Hết").doesNotContain("NOI DUNG");
    }
}
