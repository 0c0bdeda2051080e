package vn.nghisu.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.cli.Nghisu;

/** A secretary signs minutes at the machine: with a key file, in the paper's own field, with a picture. */
class SignCommandTest {
    @TempDir
    Path folder;

    private Path paper;
    private Path password;

    @BeforeEach
    void write() throws IOException {
        paper = Files.write(folder.resolve("minutes.pdf"), SigningTest.paper());
        password = Files.writeString(folder.resolve("password"), "secret\n");
    }

    private record Ran(int code, String said) {}

    private Ran run(Object... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            int code = Nghisu.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
            return new Ran(code, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Test
    void signs_in_a_field_of_the_paper_and_leaves_the_paper_as_it_was() throws IOException {
        try (LocalAuthority authority = new LocalAuthority("CA thử")) {
            Path trust = Files.createDirectories(folder.resolve("data/trust"));
            Files.writeString(trust.resolve("root.pem"), "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(root(authority)) + "\n-----END CERTIFICATE-----\n");
            Path key = authority.pkcs12(folder, "Phạm Quốc Quyền", "EC", -1, 365);
            Path picture = Files.write(folder.resolve("signature.png"), SigningTest.picture(Color.BLUE, 600, 270));
            Path signed = folder.resolve("signed.pdf");

            Ran ran = run("sign", paper, "--out", signed, "--key", key, "--password-file", password, "--field", "chair", "--image", picture, "--data", folder.resolve("data"));
            assertThat(ran.code()).as(ran.said()).isZero();
            assertThat(ran.said()).contains("Đã ký vào", "PAdES B-B");
            byte[] before = Files.readAllBytes(paper);
            assertThat(Arrays.copyOf(Files.readAllBytes(signed), before.length)).isEqualTo(before);
            Ran verified = run("verify", signed, "--data", folder.resolve("data"));
            assertThat(verified.said()).contains("Phạm Quốc Quyền");

            assertThat(run("sign", paper, "--out", signed, "--key", key, "--password-file", password).said()).contains("đã có").doesNotContain("\tat ");
            assertThat(run("sign", signed, "--out", folder.resolve("twice.pdf"), "--key", key, "--password-file", password, "--field", "chair").said()).contains("không còn chỗ ký");
        }
    }

    @Test
    void says_in_a_sentence_what_is_wrong_and_writes_nothing() throws IOException {
        try (LocalAuthority authority = new LocalAuthority("CA thử")) {
            Path key = authority.pkcs12(folder, "Phạm Quốc Quyền", "EC", -1, 365);
            Path wrong = Files.writeString(folder.resolve("wrong"), "x");
            Path signed = folder.resolve("signed.pdf");
            assertThat(run("sign", paper, "--out", signed, "--key", key, "--password-file", wrong).said()).contains("Mật khẩu của tệp khóa không đúng");
            assertThat(run("sign", folder.resolve("nothing.pdf"), "--out", signed, "--key", key, "--password-file", password).said()).contains("Không có tệp").doesNotContain("\tat ");
            assertThat(run("sign", paper, "--out", signed, "--key", key, "--password-file", password, "--image", password).said()).contains("--field");
            assertThat(run("sign", paper, "--out", signed, "--password-file", password).code()).isNotZero();
            assertThat(signed).doesNotExist();
        }
    }

    private static byte[] root(LocalAuthority authority) throws IOException {
        try {
            return authority.root().getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IOException(e);
        }
    }
}
