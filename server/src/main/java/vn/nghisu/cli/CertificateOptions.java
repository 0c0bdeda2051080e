package vn.nghisu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import vn.nghisu.tls.CertificateSource;
import vn.nghisu.tls.OwnCertificate;
import vn.nghisu.tls.RoomAuthority;
import vn.nghisu.tls.ServerNames;

/** How a server is told to encrypt: by a certificate of the operator's own, by the room's authority, or not at all. */
final class CertificateOptions {
    private static final long PASSWORD_BYTES = 4_096;

    @Option(names = "--https-port", defaultValue = "8443", paramLabel = "PORT", description = "Cổng HTTPS / port for HTTPS (default: ${DEFAULT-VALUE})")
    int httpsPort;

    @Option(names = "--tls", description = "Mã hóa; tạo chứng thư gốc của phòng họp nếu chưa có. / Encrypt; makes a room authority when there is none.")
    private boolean tls;

    @Option(names = "--plain", description = "Không mã hóa, dù đã có chứng thư gốc. / Don't encrypt, even though there is a room authority.")
    private boolean plain;

    @Option(names = "--cert", paramLabel = "FILE", description = "Chứng thư riêng và các chứng thư trung gian, PEM / own certificate with its chain, PEM")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--key", paramLabel = "FILE", description = "Khóa riêng của chứng thư, PEM / its private key, PEM")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--keystore", paramLabel = "FILE", description = "Chứng thư và khóa trong một tệp .p12 / certificate and key in one .p12 file")
    private Optional<Path> keystore = Optional.empty();

    @Option(names = "--keystore-password-file", paramLabel = "FILE",
            description = "Tệp có mật khẩu của tệp .p12; hoặc đặt biến " + OwnCertificate.PASSWORD_VARIABLE + ". / File with its password; or set that variable.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "Tên hoặc địa chỉ mà thiết bị dùng / a name or address that devices use; may be repeated")
    private List<String> names = List.of();

    /** The certificate to serve with; empty for plain HTTP. Prints what the operator should know of it. */
    Optional<CertificateSource> source(Path data) {
        ServerNames wanted = ServerNames.of(names);
        if (certificate.isPresent() != key.isPresent()) {
            throw new Nghisu.Said("Hãy dùng --cert và --key cùng nhau.\nUse --cert and --key together.");
        }
        if (certificate.isPresent() && keystore.isPresent() || plain && (tls || certificate.isPresent() || keystore.isPresent())
                || tls && (certificate.isPresent() || keystore.isPresent())) {
            throw new Nghisu.Said("Chỉ dùng một trong các cách: --cert và --key, --keystore, --tls, --plain.\nUse only one of --cert with --key, --keystore, --tls, --plain.");
        }
        Instant now = Instant.now();
        Optional<OwnCertificate> own = certificate.map(chain -> OwnCertificate.ofPem(chain, key.orElseThrow(), wanted, now))
                .or(() -> keystore.map(file -> OwnCertificate.ofKeystore(file, password(), wanted, now)));
        if (own.isPresent()) {
            own.get().warning(now).ifPresent(warning -> System.out.println(warning.vi() + "\n" + warning.en()));
            return Optional.of(own.get());
        }
        if (plain || !tls && !RoomAuthority.isIn(data)) {
            return Optional.empty();
        }
        ServerNames here = ServerNames.ofThisMachine();
        if (!RoomAuthority.isIn(data)) {
            return Optional.of(RoomAuthority.make(data, wanted, here, now));
        }
        RoomAuthority authority = RoomAuthority.open(data, here, now);
        if (!names.isEmpty()) {
            authority.keep(names);
            authority.renewed(now, here);
        }
        return Optional.of(authority);
    }

    /** From the file, else from the environment; never from the command line, which everybody on the machine can list. */
    private Optional<String> password() {
        if (passwordFile.isEmpty()) {
            return Optional.ofNullable(System.getenv(OwnCertificate.PASSWORD_VARIABLE));
        }
        Path file = passwordFile.get();
        try {
            if (Files.size(file) > PASSWORD_BYTES) {
                throw new IOException("too large");
            }
            return Optional.of(Files.readString(file).replaceFirst("\\R\\z", ""));
        } catch (IOException e) {
            throw new Nghisu.Said("Không đọc được tệp mật khẩu " + file + ".\nThe password file " + file + " can't be read.");
        }
    }
}
