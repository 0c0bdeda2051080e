package vn.nghisu.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.signing.Report.Trust;

/** Each of these once passed for a paper that holds. */
class ForgeryTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    static Path folder;

    private static LocalAuthority authority;
    private static KeySigner secretary;
    private static KeySigner chair;

    @BeforeAll
    static void people() {
        authority = new LocalAuthority("CA thử");
        secretary = authority.signer(folder, "Phạm Quốc Quyền", "EC");
        chair = authority.signer(folder, "Nguyễn Thị Ước", "RSA");
    }

    @AfterAll
    static void close() {
        authority.close();
    }

    private static Look in(String field) {
        return new Look(Optional.empty(), Optional.of(field), Optional.empty(), Optional.empty());
    }

    private static byte[] signed(byte[] pdf, KeySigner signer, Look look) {
        return new Signing(Authorities.none(), authority.anchors()).sign(pdf, signer, look, NOW).pdf();
    }

    @Test
    void a_page_that_was_painted_over_before_the_first_signature_is_not_taken() {
        byte[] given = SigningTest.paper();
        byte[] returned = signed(Forgery.painted(given, "27/27 TAN THANH"), secretary, in("SECRETARY"));
        assertThatThrownBy(() -> Outside.take(given, returned, authority.anchors())).isInstanceOf(SigningRefused.class).hasMessageContaining("trang 1 bị sửa");

        byte[] once = signed(given, secretary, in("SECRETARY"));
        byte[] twice = signed(Forgery.painted(once, "27/27 TAN THANH"), chair, in("CHAIR"));
        assertThatThrownBy(() -> Outside.take(once, twice, authority.anchors())).isInstanceOf(SigningRefused.class);
        assertThat(Inspection.of(twice, authority.anchors()).faults()).anyMatch(fault -> fault.vi().contains("trang 1 bị sửa"));
        assertThat(Outside.take(given, once, authority.anchors()).holds()).as("nothing but a signature").isTrue();
    }

    @Test
    void words_laid_over_a_signed_paper_with_one_more_signature_are_a_fault() {
        byte[] both = signed(signed(SigningTest.paper(), secretary, in("SECRETARY")), chair, in("CHAIR"));
        Look over = Look.at(Forgery.label("27/27 tan thanh", 800, 60), new Look.Place(1, 100, 60, 400, 30));
        byte[] laid = new Signing(Authorities.none(), Anchors.none()).sign(both, Forgery.selfMade("Nguyễn Thị Ước"), over, NOW).pdf();
        Report report = Inspection.of(laid, Anchors.none());
        assertThat(report.holds()).isFalse();
        assertThat(report.signatures().get(0).faults()).anyMatch(fault -> fault.en().contains("laid on page 1 outside of the places"));

        Look beside = Look.at(Forgery.label("27/27 tan thanh", 800, 60), new Look.Place(1, 60, 780, 300, 20));
        byte[] empty = new Signing(Authorities.none(), Anchors.none()).sign(both, Forgery.selfMade("Nguyễn Thị Ước"), beside, NOW).pdf();
        assertThat(Inspection.of(empty, Anchors.none()).holds()).as("words on an empty part of the page").isFalse();
    }

    @Test
    void a_program_elsewhere_may_make_a_field_of_its_own_in_the_place_that_waits() throws IOException {
        byte[] given = SigningTest.paper();
        Look.Place waiting = Seals.place(given, "SECRETARY").orElseThrow();
        Look own = Look.at(SigningTest.picture(Color.BLUE, 300, 120), new Look.Place(waiting.page(), waiting.left() + 5, waiting.top() + 5, waiting.width() - 10, waiting.height() - 10));
        byte[] returned = signed(given, secretary, own);
        assertThat(Outside.take(given, returned, authority.anchors()).holds()).isTrue();
        byte[] twice = signed(returned, chair, in("CHAIR"));
        assertThat(Outside.take(returned, twice, authority.anchors()).signatures()).hasSize(2);
    }

    @Test
    void a_seal_over_a_signature_in_a_file_of_others_is_told_where_a_root_vouches_for_it_and_a_fault_where_none_does() throws IOException {
        byte[] one = signed(scan(), secretary, Look.at(SigningTest.picture(Color.BLUE, 300, 120), new Look.Place(1, 300, 500, 150, 60)));
        Look seal = Look.at(SigningTest.picture(Color.RED, 300, 300), new Look.Place(1, 260, 480, 100, 100));
        Report report = Inspection.of(signed(one, chair, seal), authority.anchors());
        assertThat(report.holds()).as(report.toString()).isTrue();
        assertThat(report.signatures().get(0).remarks()).anyMatch(remark -> remark.en().contains("lies over what page 1 shows"));
        byte[] strange = new Signing(Authorities.none(), Anchors.none()).sign(one, Forgery.selfMade("Cơ quan"), seal, NOW).pdf();
        assertThat(Inspection.of(strange, authority.anchors()).holds()).isFalse();
        assertThat(Inspection.of(strange, Anchors.none()).holds()).as("nobody is vouched for").isTrue();
    }

    private static byte[] scan() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
                ink.addRect(100, 100, 200, 50);
                ink.fill();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void a_certificate_that_an_ordinary_person_issued_is_not_trusted() throws Exception {
        Path person = authority.pkcs12(folder, "Nhân viên", "EC", -1, 365);
        KeySigner fake = Forgery.issuedBy(KeyStore.getInstance(person.toFile(), "secret".toCharArray()), "Nguyễn Thị Ước");
        Report.Found found = Inspection.of(signed(SigningTest.paper(), fake, Look.unseen()), authority.anchors()).signatures().get(0);
        assertThat(found.signer()).isEqualTo("Nguyễn Thị Ước");
        assertThat(found.trust()).isEqualTo(Trust.UNKNOWN);
        assertThatThrownBy(() -> Outside.vouched(found, authority.anchors())).isInstanceOf(SigningRefused.class).hasMessageContaining("không do cơ quan được khai báo");
    }

    @Test
    void a_small_file_of_a_huge_picture_is_refused_by_its_head() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3_900, 3_900, BufferedImage.TYPE_INT_ARGB), "png", out);
        assertThatThrownBy(() -> Seals.picture(out.toByteArray())).isInstanceOf(SigningRefused.class).hasMessageContaining("triệu điểm ảnh");
        byte[] head = SigningTest.picture(Color.BLUE, 10, 10);
        head[16] = 0;
        head[17] = 1; // 65,546 dots wide, and none of them there
        assertThatThrownBy(() -> Seals.picture(head)).isInstanceOf(SigningRefused.class);
    }

    @Test
    void a_file_among_the_roots_that_is_none_is_passed_over_and_named() throws Exception {
        Path trust = Files.createDirectories(folder.resolve("trust"));
        Files.write(trust.resolve("root.der"), authority.root().getEncoded());
        Files.writeString(trust.resolve("zz.pem"), "junk");
        Anchors anchors = Anchors.read(trust);
        assertThat(anchors.certificates()).containsExactly(authority.root());
        assertThat(anchors.faults()).singleElement().satisfies(fault -> assertThat(fault.vi()).contains("zz.pem"));
        Files.delete(trust.resolve("root.der"));
        assertThat(Anchors.read(trust).areDeclared()).as("damage opens nothing").isTrue();
    }

    @Test
    void earlier_states_are_told_as_far_back_as_only_signatures_came() {
        byte[] made = SigningTest.paper();
        byte[] once = signed(made, secretary, in("SECRETARY"));
        byte[] twice = signed(once, chair, in("CHAIR"));
        assertThat(Inspection.states(twice)).contains(Sha256.of(twice, twice.length), Sha256.of(once, once.length), Sha256.of(made, made.length));
        assertThat(Inspection.states(signed(Forgery.painted(made, "27/27"), secretary, in("SECRETARY")))).doesNotContain(Sha256.of(made, made.length));
    }
}
