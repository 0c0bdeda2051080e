package vn.nghisu.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes the two certificates of a room as iPadOS, Android and desktop browsers take them: EC P-256 with SHA-256; the server's own for
 * at most {@link #LEAF_LIFE} with subjectAltName and serverAuth (Apple, support article HT211025 and its earlier HT210176).
 */
final class Signing {
    /** In all 397 days: Apple's limit is 398, and a day goes to clocks that are slow. */
    static final Duration LEAF_LIFE = Duration.ofDays(396);
    static final Duration ROOT_LIFE = Duration.ofDays(3_650);
    /** Tablets whose clock is a day slow shall not refuse what was made just now. */
    static final Duration SLOW_CLOCKS = Duration.ofDays(1);
    private static final int SERIAL_BITS = 127;
    private static final int COMMON_NAME_CHARACTERS = 64;

    private Signing() {}

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A root that signs nothing but certificates of servers, directly, and only for names within its limits. The purpose stands in
     * the root too, so that Windows takes it for nothing else, such as for programs.
     */
    static X509Certificate root(KeyPair keys, String name, NameLimits limits, Instant now) {
        X500Name subject = named(name);
        try {
            JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
            JcaX509v3CertificateBuilder root = new JcaX509v3CertificateBuilder(subject, serial(), date(now.minus(SLOW_CLOCKS)), date(now.plus(ROOT_LIFE)), subject,
                    keys.getPublic());
            root.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            root.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            root.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            root.addExtension(Extension.nameConstraints, true, limits.constraints());
            root.addExtension(Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(keys.getPublic()));
            return signed(root, keys.getPrivate());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server's own certificate; it never outlives its root. */
    static X509Certificate leaf(KeyPair keys, ServerNames names, X509Certificate root, PrivateKey rootKey, Instant now) {
        Instant end = now.plus(LEAF_LIFE);
        Instant rootEnd = root.getNotAfter().toInstant();
        String name = Stream.concat(names.dns().stream().filter(dns -> !dns.equals("localhost") && dns.length() <= COMMON_NAME_CHARACTERS), Stream.of("localhost")).findFirst().orElseThrow();
        GeneralName[] alternatives = Stream.concat(names.dns().stream(), names.addresses().stream()).map(NameLimits::generalName).toArray(GeneralName[]::new);
        try {
            JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
            // the issuer byte for byte as the root spells its own name, since browsers compare bytes
            JcaX509v3CertificateBuilder leaf = new JcaX509v3CertificateBuilder(new JcaX509CertificateHolder(root).getSubject(), serial(),
                    date(now.minus(SLOW_CLOCKS)), date(end.isBefore(rootEnd) ? end : rootEnd), named(name), keys.getPublic());
            leaf.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            leaf.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            leaf.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            leaf.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
            leaf.addExtension(Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(keys.getPublic()));
            leaf.addExtension(Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(root.getPublicKey()));
            return signed(leaf, rootKey);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder certificate, PrivateKey key) throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter().getCertificate(certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static X500Name named(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    }

    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1);
    }

    private static Date date(Instant moment) {
        return Date.from(moment.truncatedTo(ChronoUnit.SECONDS));
    }
}
