package vn.nghisu.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.minutes.layout.Typesetter;
import vn.nghisu.signing.Report.Trust;

class SigningTest {
    private static final ZonedDateTime MADE = ZonedDateTime.parse("2026-01-05T12:00:00+07:00[Asia/Ho_Chi_Minh]");
    private static final Instant NOW = Instant.now();

    @TempDir
    static Path folder;

    private static LocalAuthority authority;
    private static KeySigner secretary;
    private static KeySigner chair;
    private static KeySigner agency;

    @BeforeAll
    static void people() {
        authority = new LocalAuthority("CA thử");
        secretary = authority.signer(folder, "Phạm Quốc Quyền", "EC");
        chair = authority.signer(folder, "Nguyễn Thị Ước", "RSA");
        agency = authority.signer(folder, "Ban Chỉ đạo", "RSA");
    }

    @AfterAll
    static void close() {
        authority.close();
    }

    static byte[] paper() {
        return Typesetter.pdf(new OfficialPaper("Biên bản thử", "Ban Chỉ đạo", List.of(new Block.Title("BIÊN BẢN", "Phiên họp"),
                new Block.Signatures(new Block.Signatures.Signature("THƯ KÝ", "(Chữ ký)", "Phạm Quốc Quyền"),
                        new Block.Signatures.Signature("CHỦ TỌA", "(Chữ ký)", "Nguyễn Thị Ước")))), MADE);
    }

    static byte[] picture(Color colour, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(colour);
        brush.setStroke(new BasicStroke(6));
        brush.drawOval(3, 3, width - 7, height - 7);
        brush.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static Signing plain() {
        return new Signing(Authorities.none(), authority.anchors());
    }

    private static byte[] signedBySecretary() {
        return plain().sign(paper(), secretary, Look.unseen(), NOW).pdf();
    }

    private static byte[] signedByAll() throws IOException {
        byte[] one = plain().sign(paper(), secretary, Look.person(picture(Color.BLUE, 600, 270), "SECRETARY"), NOW).pdf();
        byte[] two = plain().sign(one, chair, Look.person(picture(Color.BLUE, 600, 270), "CHAIR"), NOW).pdf();
        return plain().sign(two, agency, Look.seal(picture(Color.RED, 400, 400), "AGENCY", 36), NOW).pdf();
    }

    @Test
    void a_signature_is_appended_and_says_who_signed() {
        byte[] paper = paper();
        Signing.Signed signed = plain().sign(paper, secretary, Look.unseen(), NOW);

        assertThat(Arrays.copyOf(signed.pdf(), paper.length)).isEqualTo(paper);
        assertThat(signed.level()).isEqualTo(Signing.Level.B);
        Report report = Inspection.of(signed.pdf(), authority.anchors());
        assertThat(report.holds()).as(report.toString()).isTrue();
        assertThat(report.signatures()).singleElement().satisfies(found -> {
            assertThat(found.signer()).isEqualTo("Phạm Quốc Quyền");
            assertThat(found.trust()).isEqualTo(Trust.TRUSTED);
            assertThat(found.level()).isEqualTo("PAdES-BASELINE-B");
            assertThat(found.saidAt().orElseThrow()).isBetween(NOW.minusSeconds(1), NOW.plusSeconds(1));
            assertThat(found.stampedAt()).isEmpty();
        });
    }

    @Test
    void a_file_without_signatures_holds_nothing() {
        Report report = Inspection.of(paper(), authority.anchors());
        assertThat(report.holds()).isFalse();
        assertThat(report.faults()).isEmpty();
        assertThat(Inspection.of("kein PDF".getBytes(StandardCharsets.UTF_8), authority.anchors()).faults()).hasSize(1);
    }

    @Test
    void secretary_chair_and_agency_sign_in_order_and_all_hold() throws IOException {
        byte[] signed = signedByAll();

        Report report = Inspection.of(signed, authority.anchors());
        assertThat(report.holds()).as(report.toString()).isTrue();
        assertThat(report.trusted()).isTrue();
        assertThat(report.signatures()).extracting(Report.Found::field).containsExactly("SECRETARY", "CHAIR", "AGENCY");
        assertThat(report.signatures()).extracting(Report.Found::signer).containsExactly("Phạm Quốc Quyền", "Nguyễn Thị Ước", "Ban Chỉ đạo");
        assertThatThrownBy(() -> plain().sign(signed, chair, Look.person(picture(Color.BLUE, 60, 27), "NOBODY"), NOW))
                .isInstanceOf(SigningRefused.class).hasMessageContaining("NOBODY");
    }

    @Test
    void the_seal_is_seen_in_real_size_over_a_third_of_the_signature_on_its_left() throws IOException {
        int dpi = 254; // ten dots a millimetre
        BufferedImage page;
        try (PDDocument document = Loader.loadPDF(signedByAll())) {
            page = new PDFRenderer(document).renderImageWithDPI(0, dpi);
        }
        int[] red = span(page, colour -> colour.getRed() > 200 && colour.getGreen() < 60 && colour.getBlue() < 60, page.getWidth() / 2 - 300);
        int[] blue = span(page, colour -> colour.getBlue() > 200 && colour.getRed() < 60 && colour.getGreen() < 60, page.getWidth() / 2 + 150);
        assertThat((red[1] - red[0]) / 10f).isBetween(35f, 37f);
        float overlap = (red[1] - blue[0]) / (float) (blue[1] - blue[0]);
        assertThat(overlap).isBetween(0.28f, 0.39f);
        assertThat(red[0]).isLessThan(blue[0]);
    }

    private static int[] span(BufferedImage page, java.util.function.Predicate<Color> is, int fromX) {
        int left = Integer.MAX_VALUE;
        int right = -1;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = fromX; x < page.getWidth(); x++) {
                if (is.test(new Color(page.getRGB(x, y)))) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
        }
        return new int[] {left, right};
    }

    @Test
    void with_a_time_stamp_authority_the_time_is_vouched_for() {
        Signing stamping = new Signing(new Authorities(Optional.of(authority.address("/tsa")), false, Duration.ofSeconds(5)), authority.anchors());
        Signing.Signed signed = stamping.sign(paper(), chair, Look.unseen(), NOW);

        assertThat(signed.level()).isEqualTo(Signing.Level.T);
        assertThat(signed.remarks()).isEmpty();
        Report report = Inspection.of(signed.pdf(), authority.anchors());
        assertThat(report.holds()).as(report.toString()).isTrue();
        assertThat(report.signatures().get(0).level()).isEqualTo("PAdES-BASELINE-T");
        assertThat(report.signatures().get(0).stampedAt().orElseThrow()).isBetween(NOW.minusSeconds(60), NOW.plusSeconds(600));
    }

    @Test
    void when_the_authority_is_away_the_signature_is_made_without_it_and_says_so() {
        Signing stamping = new Signing(new Authorities(Optional.of(java.net.URI.create("http://127.0.0.1:1/tsa")), true, Duration.ofSeconds(1)), authority.anchors());
        Signing.Signed signed = stamping.sign(paper(), chair, Look.unseen(), NOW);

        assertThat(signed.level()).isEqualTo(Signing.Level.B);
        assertThat(signed.remarks()).hasSize(1);
        assertThat(Inspection.of(signed.pdf(), authority.anchors()).holds()).isTrue();
    }

    @Test
    void with_revocation_at_hand_the_signature_lasts_and_an_independent_validator_passes_it() {
        Signing lasting = new Signing(new Authorities(Optional.of(authority.address("/tsa")), true, Duration.ofSeconds(5)), authority.anchors());
        Signing.Signed signed = lasting.sign(paper(), chair, Look.unseen(), NOW);

        assertThat(signed.remarks()).isEmpty();
        assertThat(signed.level()).isEqualTo(Signing.Level.LT);
        Report report = Inspection.of(signed.pdf(), authority.anchors());
        assertThat(report.holds()).as(report.toString()).isTrue();
        PDFDocumentValidator validator = new PDFDocumentValidator(Dss.document(signed.pdf()));
        validator.setCertificateVerifier(Dss.verifier(authority.anchors()));
        var simple = validator.validateDocument().getSimpleReport();
        assertThat(simple.getIndication(simple.getFirstSignatureId())).isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void signatures_without_pictures_fill_their_fields_one_after_the_other() {
        Look inSecretary = new Look(Optional.empty(), Optional.of("SECRETARY"), Optional.empty(), Optional.empty());
        Look inChair = new Look(Optional.empty(), Optional.of("CHAIR"), Optional.empty(), Optional.empty());
        Signing signing = new Signing(Authorities.none(), Anchors.none());
        byte[] once = signing.sign(paper(), secretary, inSecretary, NOW).pdf();
        byte[] twice = signing.sign(once, chair, inChair, NOW).pdf();
        assertThat(Inspection.of(twice, Anchors.none()).faults()).isEmpty();
        assertThat(new String(once, StandardCharsets.ISO_8859_1)).as("the first one certifies").contains("/DocMDP");
    }

    @Test
    void poppler_finds_all_signatures_valid() throws Exception {
        assumeTrue(exists("/usr/bin/pdfsig"), "pdfsig (poppler-utils) is not installed");
        Path file = Files.write(folder.resolve("signed.pdf"), signedByAll());
        Process pdfsig = new ProcessBuilder("pdfsig", "-nocert", file.toString()).redirectErrorStream(true).start();
        String said = new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.split("Signature is Valid", -1)).as(said).hasSize(4);
        assertThat(said).contains("Total document signed");
    }

    private static boolean exists(String path) {
        return Files.exists(Path.of(path));
    }

    @Test
    void every_changed_byte_is_found() throws IOException {
        flips(signedBySecretary(), 80);
        flips(signedByAll(), 40);
    }

    /** Half of the bytes anywhere, half in the envelopes, where no signature covers them. */
    private static void flips(byte[] signed, int times) {
        Random dice = new Random(5);
        List<Gap> gaps = Gap.all(signed);
        for (int i = 0; i < times; i++) {
            Gap gap = gaps.get(i / 2 % gaps.size());
            int at = i % 2 == 0 ? dice.nextInt(signed.length) : gap.from() + dice.nextInt(i % 8 == 1 ? gap.to() - gap.from() : 6_000);
            byte[] changed = signed.clone();
            changed[at] ^= (byte) (1 << dice.nextInt(8));
            assertThat(Inspection.of(changed, authority.anchors()).holds())
                    .as("byte " + at + ": " + (char) signed[at] + " to " + (char) changed[at]).isFalse();
        }
    }

    @Test
    void a_changed_text_is_named() {
        byte[] signed = signedBySecretary();
        int at = new String(signed, StandardCharsets.ISO_8859_1).indexOf("stream") + 20;
        signed[at] ^= 1;

        assertThat(Inspection.of(signed, authority.anchors()).faults()).singleElement()
                .satisfies(fault -> {
                    assertThat(fault.vi()).contains("Nội dung đã bị thay đổi sau khi Phạm Quốc Quyền ký");
                    assertThat(fault.en()).contains("changed after Phạm Quốc Quyền signed");
                });
    }

    @Test
    void a_page_added_after_the_signature_is_named() throws IOException {
        byte[] signed = signedBySecretary();
        byte[] longer;
        try (PDDocument document = Loader.loadPDF(signed)) {
            PDPage page = new PDPage();
            document.addPage(page);
            ((COSDictionary) document.getPages().getCOSObject()).setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            page.getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            longer = out.toByteArray();
        }

        Report report = Inspection.of(longer, authority.anchors());
        assertThat(report.faults()).anyMatch(fault -> fault.vi().contains("có trang được thêm hoặc bị bỏ (trang 2)"));
        assertThat(report.faults()).anyMatch(fault -> fault.en().contains("added to the file after the last signature"));
        assertThat(report.signatures().get(0).whole()).isTrue();
    }

    @Test
    void another_certificate_in_the_file_is_found_and_strangers_are_not_trusted() throws IOException {
        try (LocalAuthority other = new LocalAuthority("CA lạ")) {
            Report report = Inspection.of(signedBySecretary(), other.anchors());
            assertThat(report.signatures().get(0).trust()).isEqualTo(Trust.UNKNOWN);
            assertThat(report.signatures().get(0).remarks()).anyMatch(remark -> remark.vi().contains("không dẫn tới cơ quan cấp nào"));
            assertThat(report.holds()).isTrue();
        }
        // a value made with another key does not become a signature of this certificate
        Signing.Pending pending = plain().prepare(paper(), secretary.chain(), Look.unseen(), NOW);
        try (KeySigner impostor = authority.signer(folder, "Kẻ khác", "EC")) {
            byte[] forged = pending.finish(impostor.sign(pending.toSign())).pdf();
            assertThat(Inspection.of(forged, authority.anchors()).holds()).isFalse();
        }
    }

    @Test
    void a_certificate_out_of_its_time_is_refused() {
        try (KeySigner old = KeySigner.file(authority.pkcs12(folder, "Người cũ", "EC", -20, -10), "secret".toCharArray(), Optional.empty())) {
            assertThatThrownBy(() -> plain().sign(paper(), old, Look.unseen(), NOW)).isInstanceOf(SigningRefused.class).hasMessageContaining("hiệu lực");
            byte[] backdated = plain().sign(paper(), old, Look.unseen(), NOW.minus(Duration.ofDays(15))).pdf();
            Report.Found found = Inspection.of(backdated, authority.anchors()).signatures().get(0);
            assertThat(found.trust()).as("who owns it may set a clock back").isEqualTo(Trust.EXPIRED);
            assertThat(found.faults()).isEmpty();
            assertThat(found.remarks()).anyMatch(remark -> remark.en().contains("has expired")).anyMatch(remark -> remark.en().contains("own word"));
        }
    }

    @Test
    void a_wrong_password_is_told() {
        Path file = authority.pkcs12(folder, "Ai đó", "EC", -1, 1);
        assertThatThrownBy(() -> KeySigner.file(file, "wrong".toCharArray(), Optional.empty())).hasMessageContaining("Mật khẩu của tệp khóa không đúng");
        assertThatThrownBy(() -> KeySigner.file(file, "secret".toCharArray(), Optional.of("other"))).hasMessageContaining("key");
    }

    @Test
    void a_signature_made_outside_is_taken_only_on_exactly_the_file_that_was_given_out() throws IOException {
        byte[] given = plain().sign(paper(), secretary, Look.person(picture(Color.BLUE, 600, 270), "SECRETARY"), NOW).pdf();
        byte[] returned = plain().sign(given, chair, Look.person(picture(Color.BLUE, 600, 270), "CHAIR"), NOW).pdf();

        assertThat(Outside.take(given, returned, authority.anchors()).signatures()).hasSize(2);
        byte[] other = returned.clone();
        other[given.length / 2] ^= 1;
        assertThatThrownBy(() -> Outside.take(given, other, authority.anchors())).hasMessageContaining("không bắt đầu bằng đúng tệp");
        assertThatThrownBy(() -> Outside.take(given, given, authority.anchors())).hasMessageContaining("chưa được ký");
        byte[] two = plain().sign(returned, agency, Look.unseen(), NOW).pdf();
        assertThatThrownBy(() -> Outside.take(given, two, authority.anchors())).hasMessageContaining("đúng một chữ ký");
        byte[] tail = Arrays.copyOf(returned, returned.length + 4);
        assertThatThrownBy(() -> Outside.take(given, tail, authority.anchors())).hasMessageContaining("sau chữ ký cuối cùng");
    }

    @Test
    void a_token_signs_without_giving_its_key_away() throws Exception {
        Path library = Path.of("/usr/lib/softhsm/libsofthsm2.so");
        assumeTrue(Files.exists(library) && exists("/usr/bin/softhsm2-util"), "SoftHSM (softhsm2) is not installed");
        Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
        Files.writeString(configuration, "directories.tokendir = " + Files.createDirectory(folder.resolve("tokens")) + "\n");
        Process made = new ProcessBuilder("softhsm2-util", "--init-token", "--free", "--label", "test", "--pin", "1234", "--so-pin", "5678").inheritIO().start();
        assertThat(made.waitFor()).isZero();
        fill(library);

        try (KeySigner token = KeySigner.token(library, 0, "1234".toCharArray(), Optional.empty())) {
            byte[] signed = plain().sign(paper(), token, Look.unseen(), NOW).pdf();
            assertThat(Inspection.of(signed, Anchors.none()).holds()).isTrue();
        }
        assertThatThrownBy(() -> KeySigner.token(library, 0, "9999".toCharArray(), Optional.empty())).hasMessageContaining("PIN");
    }

    /** Puts a key and its certificate into the token's only slot. */
    private static void fill(Path library) throws Exception {
        Path file = authority.pkcs12(folder, "Người giữ thiết bị", "RSA", -1, 365);
        KeyStore from = KeyStore.getInstance(file.toFile(), "secret".toCharArray());
        KeyStore to = KeyStore.getInstance("PKCS11", Security.getProvider("SunPKCS11").configure("--name=Fill\nlibrary=" + library + "\nslotListIndex=0\n"));
        to.load(null, "1234".toCharArray());
        to.setKeyEntry("key", from.getKey("key", "secret".toCharArray()), null, from.getCertificateChain("key"));
    }

    @Test
    void a_missing_token_is_told() {
        assertThatThrownBy(() -> KeySigner.token(folder.resolve("none.so"), 0, "1".toCharArray(), Optional.empty()))
                .isInstanceOf(SigningRefused.class).hasMessageContaining("Không tìm thấy thiết bị ký");
    }
}
