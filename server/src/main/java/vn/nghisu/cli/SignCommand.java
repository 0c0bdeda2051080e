package vn.nghisu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nghisu.signing.Anchors;
import vn.nghisu.signing.Authorities;
import vn.nghisu.signing.KeySigner;
import vn.nghisu.signing.Look;
import vn.nghisu.signing.Sentence;
import vn.nghisu.signing.Signer;
import vn.nghisu.signing.Signing;
import vn.nghisu.signing.SigningRefused;

/** Adds a signature to a PDF, such as minutes, with a key file or a token at this machine; what was in the file stays byte for byte. */
@Command(name = "sign", mixinStandardHelpOptions = true,
        description = "Ký số một tệp PDF (PAdES), ghi ra tệp mới. / Sign a PDF (PAdES), into a new file.")
final class SignCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Where the key is. */
    private static final class Key {
        @Option(names = "--key", paramLabel = "FILE.p12", description = "Tệp khóa PKCS#12 / PKCS#12 key file")
        private Path file;

        @Option(names = "--token", paramLabel = "LIBRARY", description = "Thư viện PKCS#11 của thiết bị ký / PKCS#11 library of a signing token")
        private Path token;
    }

    /** The fields of official papers, each free until it is signed. */
    private enum Field {
        SECRETARY,
        CHAIR,
        AGENCY
    }

    @Mixin
    private Nghisu.DataFolder data;

    @Parameters(paramLabel = "paper.pdf", description = "Tệp cần ký / the file to sign")
    private Path paper;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Tệp đã ký, chưa được có sẵn / the signed file, which must not be there yet")
    private Path out;

    @ArgGroup(multiplicity = "1")
    private Key key;

    @Option(names = "--slot", defaultValue = "0", description = "Khe của thiết bị, từ 0 / the token's slot, from 0")
    private int slot;

    @Option(names = "--alias", description = "Tên khóa khi có nhiều khóa / name of the key where there are several")
    private String alias;

    @Option(names = "--password-file", paramLabel = "FILE",
            description = "Tệp chứa mật khẩu hoặc mã PIN; không có thì hỏi / file with the password or PIN; asked for without it")
    private Path passwordFile;

    @Option(names = "--field", description = "Chỗ ký trong văn bản: secretary, chair, agency / the paper's field to sign in")
    private Field field;

    @Option(names = "--image", paramLabel = "PNG", description = "Hình chữ ký (xanh) hoặc con dấu (đỏ), nền trong suốt; cần --field / picture of the signature or seal, transparent; wants --field")
    private Path image;

    @Option(names = "--seal-mm", paramLabel = "MM", description = "Bề rộng thật của con dấu / real width of the seal")
    private Float sealMm;

    @Option(names = "--time-stamps", paramLabel = "URL", description = "Dịch vụ dấu thời gian (RFC 3161) / time-stamp authority")
    private URI timeStamps;

    @Option(names = "--revocation", description = "Kèm dữ liệu thu hồi chứng thư (CRL, OCSP) / add revocation data")
    private boolean revocation;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter said = spec.commandLine().getOut();
        if (Files.exists(out)) {
            throw new Nghisu.Said(new Sentence("Tệp " + out + " đã có; hãy chọn tên khác.", "The file " + out + " is there already; choose another name.").toString());
        }
        try (Signer signer = signer()) {
            Anchors anchors = Anchors.read(data.path.resolve("trust"));
            anchors.faults().forEach(said::println);
            Signing signing = new Signing(new Authorities(Optional.ofNullable(timeStamps), revocation, PATIENCE), anchors);
            Signing.Signed signed = signing.sign(Files.readAllBytes(paper), signer, look(), Instant.now());
            Files.write(out, signed.pdf(), StandardOpenOption.CREATE_NEW);
            signed.remarks().forEach(said::println);
            said.println(new Sentence("Đã ký vào " + out + " (PAdES B-" + signed.level() + ").", "Signed into " + out + " (PAdES B-" + signed.level() + ")."));
            return 0;
        } catch (SigningRefused refused) {
            throw new Nghisu.Said(refused.sentence().toString());
        } catch (NoSuchFileException missing) {
            throw new Nghisu.Said(new Sentence("Không có tệp " + missing.getFile() + ".", "There is no file " + missing.getFile() + ".").toString());
        }
    }

    private Signer signer() throws IOException {
        char[] secret = secret();
        try {
            return key.file != null ? KeySigner.file(key.file, secret, Optional.ofNullable(alias)) : KeySigner.token(key.token, slot, secret, Optional.ofNullable(alias));
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /** Never on the command line, which others on the machine can read. */
    private char[] secret() throws IOException {
        if (passwordFile != null) {
            return Files.readString(passwordFile).strip().toCharArray();
        }
        char[] typed = System.console() == null ? null : System.console().readPassword("Mật khẩu hoặc mã PIN / password or PIN: ");
        return Optional.ofNullable(typed).orElseThrow(() -> new Nghisu.Said(
                new Sentence("Không hỏi được mật khẩu ở đây; hãy dùng --password-file.", "The password can't be asked for here; use --password-file.").toString()));
    }

    private Look look() throws IOException {
        if (image == null) {
            return field == null ? Look.unseen() : new Look(Optional.empty(), Optional.of(field.name()), Optional.empty(), Optional.empty());
        }
        if (field == null) {
            throw new Nghisu.Said(new Sentence("Hình chữ ký cần chỗ ký: hãy thêm --field.", "A picture needs a place: add --field.").toString());
        }
        byte[] png = Files.readAllBytes(image);
        return sealMm == null ? Look.person(png, field.name()) : Look.seal(png, field.name(), sealMm);
    }
}
