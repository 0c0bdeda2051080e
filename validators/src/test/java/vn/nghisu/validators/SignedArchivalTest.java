package vn.nghisu.validators;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.imageio.ImageIO;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.nghisu.signing.Anchors;
import vn.nghisu.signing.Authorities;
import vn.nghisu.signing.Inspection;
import vn.nghisu.signing.Look;
import vn.nghisu.signing.Signer;
import vn.nghisu.signing.Signing;

/** A paper stays for the archive and for everybody when it is signed, with pictures and the seal. */
class SignedArchivalTest {
    private static final Instant NOW = Instant.now();

    private static final class Somebody implements Signer {
        private final KeyPair pair;
        private final X509Certificate certificate;

        Somebody(String name) throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            pair = generator.generateKeyPair();
            X500Name subject = new X500Name("CN=" + name);
            certificate = new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(subject, BigInteger.ONE, Date.from(NOW.minus(Duration.ofDays(1))),
                    Date.from(NOW.plus(Duration.ofDays(10))), subject, pair.getPublic()).build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        }

        @Override
        public List<X509Certificate> chain() {
            return List.of(certificate);
        }

        @Override
        public byte[] sign(byte[] bytes) {
            try {
                Signature signature = Signature.getInstance("SHA256withECDSA");
                signature.initSign(pair.getPrivate());
                signature.update(bytes);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() { // holds nothing
        }
    }

    private static byte[] picture(Color colour) throws IOException {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(colour);
        brush.fillOval(20, 20, 360, 360);
        brush.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void a_paper_with_three_signatures_is_still_for_the_archive_and_for_everybody() throws Exception {
        Signing signing = new Signing(Authorities.none(), Anchors.none());
        byte[] pdf = signing.sign(ArchivalTest.paper(), new Somebody("Thu ky"), Look.person(picture(Color.BLUE), "SECRETARY"), NOW).pdf();
        pdf = signing.sign(pdf, new Somebody("Chu toa"), Look.person(picture(Color.BLUE), "CHAIR"), NOW).pdf();
        pdf = signing.sign(pdf, new Somebody("Co quan"), Look.seal(picture(Color.RED), "AGENCY", 36), NOW).pdf();

        assertThat(Inspection.of(pdf, Anchors.none()).holds()).isTrue();
        assertThat(Vera.faults(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Vera.faults(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }
}
