package vn.nghisu.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The certificates that are trusted without asking further: roots of the agency's authorities.
 *
 * @param faults files that were meant to be such and are none
 */
public record Anchors(List<X509Certificate> certificates, List<Sentence> faults) {
    public Anchors {
        certificates = List.copyOf(certificates);
        faults = List.copyOf(faults);
    }

    public Anchors(List<X509Certificate> certificates) {
        this(certificates, List.of());
    }

    public static Anchors none() {
        return new Anchors(List.of());
    }

    /** Whether somebody declared whom to trust: then nobody else is taken. A file that can't be read declares too, so that damage opens nothing. */
    public boolean areDeclared() {
        return !certificates.isEmpty() || !faults.isEmpty();
    }

    /** Another one for other certificates. */
    public String fingerprint() {
        return Sha256.of(certificates.stream().map(Anchors::encoded).toList());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * All certificates (PEM or DER: .pem, .crt, .cer, .der) of a folder, or of one file; none where there is no such folder. A file that is no
     * certificate is passed over and named among the faults.
     */
    public static Anchors read(Path path) throws IOException {
        if (!Files.exists(path)) {
            return none();
        }
        List<X509Certificate> certificates = new ArrayList<>();
        List<Sentence> faults = new ArrayList<>();
        try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(pem|crt|cer|der)")).sorted().toList()) {
                List<X509Certificate> read = certificates(file);
                certificates.addAll(read);
                if (read.isEmpty()) {
                    faults.add(Sentence.of("Tệp " + file.getFileName() + " không phải là chứng thư số và không được dùng. Hãy bỏ nó khỏi thư mục chứng thư tin cậy.",
                            "The file " + file.getFileName() + " is no certificate and is not used. Take it out of the folder of trusted certificates."));
                }
            }
        }
        return new Anchors(certificates, faults);
    }

    private static List<X509Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException | IOException e) { // named to whoever looks at signatures
            return List.of();
        }
    }
}
