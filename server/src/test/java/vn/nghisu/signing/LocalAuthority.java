package vn.nghisu.signing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A certificate authority of the tests: gives certificates, and answers on loopback with its list of revoked ones and with time-stamps. */
final class LocalAuthority implements AutoCloseable {
    private final KeyPair key;
    private final X509Certificate root;
    private final HttpServer server;
    private final KeyPair stampKey;
    private final X509Certificate stampCertificate;
    private long serial = 1;

    LocalAuthority(String name) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            key = keyPair("EC");
            root = certificate(name, key, name, key.getPrivate(), true, false, validity(-1), validity(3650));
            stampKey = keyPair("RSA");
            stampCertificate = certificate("Dấu thời gian " + name, stampKey, name, key.getPrivate(), false, true, validity(-1), validity(365));
            server.createContext("/crl", exchange -> answer(exchange, "application/pkix-crl", revoked()));
            server.createContext("/tsa", exchange -> answer(exchange, "application/timestamp-reply", stamp(exchange.getRequestBody().readAllBytes())));
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static KeyPair keyPair(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
        return generator.generateKeyPair();
    }

    private static Date validity(int days) {
        return Date.from(Instant.now().plus(Duration.ofDays(days)));
    }

    private X509Certificate certificate(String subject, KeyPair pair, String issuer, PrivateKey issuerKey, boolean authority, boolean stamps,
            Date from, Date to) throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500NameBuilder().addRDN(BCStyle.CN, issuer).build(),
                BigInteger.valueOf(serial++), from, to, new X500NameBuilder().addRDN(BCStyle.CN, subject).build(), pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(Extension.keyUsage, true,
                new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        builder.addExtension(Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        if (stamps) {
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        if (!authority) {
            GeneralNames list = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address("/crl").toString()));
            builder.addExtension(Extension.cRLDistributionPoints, false,
                    new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(new DistributionPointName(list), null, null)}));
        }
        return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey)));
    }

    private byte[] revoked() throws IOException {
        try {
            JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(root, validity(-1));
            list.setNextUpdate(validity(30));
            return list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())).getEncoded();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private byte[] stamp(byte[] request) throws IOException {
        try {
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", stampKey.getPrivate(), stampCertificate),
                    new JcaDigestCalculatorProviderBuilder().build().get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                            org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)),
                    new ASN1ObjectIdentifier("1.2.3.4.1"));
            tokens.addCertificates(new JcaCertStore(List.of(stampCertificate, root)));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(new TimeStampRequest(request), BigInteger.valueOf(serial++), new Date())
                    .getEncoded();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    X509Certificate root() {
        return root;
    }

    Anchors anchors() {
        return new Anchors(List.of(root));
    }

    /** A person with a new key, valid from and to so many days from now. */
    Path pkcs12(Path folder, String person, String algorithm, int fromDays, int toDays) {
        try {
            KeyPair pair = keyPair(algorithm);
            X509Certificate own = certificate(person, pair, name(), key.getPrivate(), false, false, validity(fromDays), validity(toDays));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("key", pair.getPrivate(), "secret".toCharArray(), new Certificate[] {own, root});
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, "secret".toCharArray());
            return Files.write(folder.resolve(person.replace(' ', '-') + ".p12"), out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    KeySigner signer(Path folder, String person, String algorithm) {
        return KeySigner.file(pkcs12(folder, person, algorithm, -1, 365), "secret".toCharArray(), Optional.empty());
    }

    private String name() {
        return root == null ? "" : root.getSubjectX500Principal().getName().substring(3);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
