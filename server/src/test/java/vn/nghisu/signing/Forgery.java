package vn.nghisu.signing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
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
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** What somebody tries who has a paper but not the right to sign it. */
public final class Forgery {
    private static final char[] SECRET = "secret".toCharArray();

    private Forgery() {}

    /** A certificate in a name that nobody vouches for. */
    public static KeySigner selfMade(String name) {
        try {
            KeyPair pair = pair();
            return signer(pair, List.of(certificate(name, pair, name(name), pair.getPrivate())));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate in a name, issued by a person who may only sign. @param pkcs12 of that person */
    static KeySigner issuedBy(KeyStore pkcs12, String name) {
        try {
            KeyPair pair = pair();
            Certificate[] above = pkcs12.getCertificateChain("key");
            X500Name issuer = X500Name.getInstance(((X509Certificate) above[0]).getSubjectX500Principal().getEncoded());
            X509Certificate own = certificate(name, pair, issuer, (PrivateKey) pkcs12.getKey("key", SECRET));
            return signer(pair, Stream.concat(Stream.of(own), Stream.of(above)).toList());
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X500Name name(String name) {
        return new X500NameBuilder().addRDN(BCStyle.CN, name).build();
    }

    private static X509Certificate certificate(String subject, KeyPair pair, X500Name issuer, PrivateKey key)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer, BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(Duration.ofDays(1))), Date.from(now.plus(Duration.ofDays(1))), name(subject), pair.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static KeySigner signer(KeyPair pair, List<? extends Certificate> chain) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", pair.getPrivate(), SECRET, chain.toArray(Certificate[]::new));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, SECRET);
        return KeySigner.bytes(out.toByteArray(), SECRET);
    }

    /** The same file with other words painted over its first page, as an incremental update. */
    public static byte[] painted(byte[] pdf, String words) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage page = document.getPage(0);
            try (PDPageContentStream ink = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                ink.setNonStrokingColor(1f, 1f, 1f);
                ink.addRect(80, 600, 400, 150);
                ink.fill();
                ink.setNonStrokingColor(0f, 0f, 0f);
                ink.beginText();
                ink.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 20);
                ink.newLineAtOffset(100, 700);
                ink.showText(words);
                ink.endText();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out, Set.<COSDictionary>of(page.getCOSObject()));
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A picture of words, as a signature's. */
    static byte[] label(String words, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, width, height);
        brush.setColor(Color.BLACK);
        brush.drawString(words, 4, height * 3 / 4);
        brush.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
