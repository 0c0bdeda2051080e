package vn.nghisu.tls;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;
import vn.nghisu.tls.CertificateRefused.Reason;

/** Certificates and keys in files: PEM (RFC 7468), keys as PKCS#8, PKCS#1 or EC (SEC 1). */
final class Pem {
    static final int FILE_KB = 256;
    private static final int KB = 1_024;

    private Pem() {}

    static byte[] bytes(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new CertificateRefused(Reason.UNREADABLE, file);
            }
            if (Files.size(file) > FILE_KB * (long) KB) {
                throw new CertificateRefused(Reason.TOO_LARGE, file, FILE_KB);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CertificateRefused(Reason.UNREADABLE, file);
        }
    }

    /** All certificates of a file, in its order; at least one. */
    static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            for (Object part : parts(file)) {
                if (part instanceof X509CertificateHolder holder) {
                    found.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw e instanceof CertificateRefused refused ? refused : new CertificateRefused(Reason.NO_CERTIFICATE, file);
        }
        if (found.isEmpty()) {
            throw new CertificateRefused(Reason.NO_CERTIFICATE, file);
        }
        return found;
    }

    /** The first private key of a file. */
    static PrivateKey key(Path file) {
        // Java itself calls these keys EC, Bouncy Castle ECDSA
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter().setAlgorithmMapping(X9ObjectIdentifiers.id_ecPublicKey, "EC");
        try {
            for (Object part : parts(file)) {
                if (part instanceof PEMEncryptedKeyPair || part instanceof PKCS8EncryptedPrivateKeyInfo) {
                    throw new CertificateRefused(Reason.ENCRYPTED_KEY, file);
                }
                if (part instanceof PEMKeyPair pair) {
                    return converter.getPrivateKey(pair.getPrivateKeyInfo());
                }
                if (part instanceof PrivateKeyInfo key) {
                    return converter.getPrivateKey(key);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof CertificateRefused refused ? refused : new CertificateRefused(Reason.NO_KEY, file);
        }
        throw new CertificateRefused(Reason.NO_KEY, file);
    }

    private static List<Object> parts(Path file) throws IOException {
        List<Object> parts = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(new String(bytes(file), StandardCharsets.ISO_8859_1)))) {
            Object part;
            while ((part = parser.readObject()) != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Whether what the key signs is proven by the certificate. */
    static boolean fit(PrivateKey key, X509Certificate certificate) {
        Optional<String> algorithm = switch (key.getAlgorithm()) {
            case "EC", "ECDSA" -> Optional.of("SHA256withECDSA");
            case "RSA" -> Optional.of("SHA256withRSA");
            case "EdDSA", "Ed25519", "Ed448" -> Optional.of("EdDSA");
            default -> Optional.empty();
        };
        if (algorithm.isEmpty()) {
            return false;
        }
        byte[] sample = certificate.getSerialNumber().toByteArray();
        try {
            Signature signing = Signature.getInstance(algorithm.get());
            signing.initSign(key);
            signing.update(sample);
            byte[] signed = signing.sign();
            Signature checking = Signature.getInstance(algorithm.get());
            checking.initVerify(certificate.getPublicKey());
            checking.update(sample);
            return checking.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // keys of different kinds
        }
    }

    static String of(Collection<X509Certificate> certificates) {
        StringBuilder all = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                all.append(text(new JcaMiscPEMGenerator(certificate)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toString();
    }

    /** As PKCS#8 without a password. */
    static String of(PrivateKey key) {
        try {
            return text(new JcaPKCS8Generator(key, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(PemObjectGenerator content) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(content);
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
