package vn.nghisu.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The certificates that are trusted without asking further: roots of the agency's authorities. */
public record Anchors(List<X509Certificate> certificates) {
    public Anchors {
        certificates = List.copyOf(certificates);
    }

    public static Anchors none() {
        return new Anchors(List.of());
    }

    /**
     * All certificates (PEM or DER: .pem, .crt, .cer, .der) of a folder, or of one file; none where there is no such folder.
     *
     * @throws SigningRefused when one of the files is no certificate
     */
    public static Anchors read(Path path) throws IOException {
        if (!Files.exists(path)) {
            return none();
        }
        List<X509Certificate> certificates = new ArrayList<>();
        try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(pem|crt|cer|der)")).sorted().toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    CertificateFactory.getInstance("X.509").generateCertificates(in).forEach(each -> certificates.add((X509Certificate) each));
                } catch (CertificateException e) {
                    throw new SigningRefused(Sentence.of("Tệp " + file.getFileName() + " không phải là chứng thư số. Hãy bỏ nó khỏi thư mục chứng thư tin cậy.",
                            "The file " + file.getFileName() + " is no certificate. Take it out of the folder of trusted certificates."), e);
                }
            }
        }
        return new Anchors(certificates);
    }
}
