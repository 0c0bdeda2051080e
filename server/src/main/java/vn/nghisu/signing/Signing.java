package vn.nghisu.signing;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.ImageScaling;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.signing.Look.Place;

/**
 * Signs PDF files: each signature is an incremental update, so that what was there stays byte for byte. PAdES B-B always, B-T when the
 * time-stamp authority answers, B-LT when revocation can be asked for too.
 */
public final class Signing {
    /** Levels of PAdES baseline signatures. */
    public enum Level {
        B,
        T,
        LT
    }

    /** @param remarks why the level is not higher, where somebody was to be asked */
    public record Signed(byte[] pdf, Level level, List<Sentence> remarks) {}

    private static final Logger LOG = LoggerFactory.getLogger(Signing.class);

    /** Room for a chain and a time-stamp; unused bytes are zeros. */
    private static final int GAP_BYTES = 20_000;
    private static final TimeZone VIETNAM = TimeZone.getTimeZone("Asia/Ho_Chi_Minh");

    private final Authorities authorities;
    private final Anchors anchors;

    public Signing(Authorities authorities, Anchors anchors) {
        this.authorities = authorities;
        this.anchors = anchors;
    }

    /** @param at told as the time of signing @throws SigningRefused with a sentence */
    public Signed sign(byte[] pdf, Signer signer, Look look, Instant at) {
        Pending pending = prepare(pdf, signer.chain(), look, at);
        return pending.finish(signer.sign(pending.toSign()));
    }

    /**
     * Prepares a signature that is made elsewhere, over bytes only: who has the key signs {@link Pending#toSign} and brings back the value.
     *
     * @param chain the signer's certificate first
     */
    public Pending prepare(byte[] pdf, List<X509Certificate> chain, Look look, Instant at) {
        X509Certificate own = chain.get(0);
        if (at.isBefore(own.getNotBefore().toInstant()) || at.isAfter(own.getNotAfter().toInstant())) {
            throw new SigningRefused("Chứng thư số không còn hoặc chưa có hiệu lực vào lúc này. Hãy dùng chứng thư số khác.",
                    "The certificate is not valid at this time. Use another one.");
        }
        look.field().filter(name -> Seals.isTaken(pdf, name)).ifPresent(name -> {
            throw Seals.noField(name);
        });
        PAdESSignatureParameters parameters = parameters(pdf, chain, look, at);
        try {
            return new Pending(pdf, parameters, service(Optional.empty()).getDataToSign(Dss.document(pdf), parameters).getBytes());
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    private PAdESSignatureParameters parameters(byte[] pdf, List<X509Certificate> chain, Look look, Instant at) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(chain.get(0)));
        parameters.setCertificateChain(chain.stream().map(CertificateToken::new).toList());
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setSigningTimeZone(VIETNAM);
        parameters.setContentSize(GAP_BYTES);
        if (Gap.all(pdf).isEmpty() && !Seals.waiting(pdf).isEmpty()) { // ISO 32000-2, 12.8.2.2: from then on only what waits may be signed
            parameters.setPermission(CertificationPermission.MINIMAL_CHANGES_PERMITTED);
        }
        parameters.setImageParameters(image(pdf, seen(pdf, chain.get(0), look, at)));
        return parameters;
    }

    /** Without a picture a field that waits shows words: the library would shrink it to nothing otherwise. */
    private static Look seen(byte[] pdf, X509Certificate own, Look look, Instant at) {
        return look.png().isPresent() || look.field().isEmpty() ? look : look.field().flatMap(name -> Seals.place(pdf, name))
                .map(place -> Look.person(WordsOfSignature.png(DSSASN1Utils.getHumanReadableName(new CertificateToken(own)), at, place), look.field().get()))
                .orElse(look);
    }

    private static SignatureImageParameters image(byte[] pdf, Look look) {
        SignatureImageParameters image = new SignatureImageParameters();
        SignatureFieldParameters field = image.getFieldParameters();
        Optional<Place> waiting = look.field().map(name -> Seals.place(pdf, name).orElseThrow(() -> Seals.noField(name)));
        look.field().ifPresent(field::setFieldId);
        look.place().ifPresent(place -> {
            field.setPage(place.page());
            field.setOriginX(place.left());
            field.setOriginY(place.top());
            field.setWidth(place.width());
            field.setHeight(place.height());
        });
        look.png().ifPresent(png -> {
            try {
                Seals.picture(png);
            } catch (IOException e) {
                throw refused(e);
            }
            byte[] shown = look.widthMm().isPresent() && waiting.isPresent() ? Seals.inRealSize(png, look.widthMm().get(), waiting.get()) : png;
            image.setImage(new InMemoryDocument(shown, "signature.png", MimeTypeEnum.PNG));
            image.setImageScaling(ImageScaling.ZOOM_AND_CENTER);
        });
        return image;
    }

    private PAdESService service(Optional<String> timeStamps) {
        CommonCertificateVerifier verifier = Dss.verifier(anchors);
        if (authorities.revocation()) {
            verifier.setCrlSource(new OnlineCRLSource(loader()));
            verifier.setOcspSource(new OnlineOCSPSource(loader()));
        }
        PAdESService service = new PAdESService(verifier);
        service.setPdfObjFactory(Dss.pdf());
        timeStamps.ifPresent(address -> service.setTspSource(new OnlineTSPSource(address, new HttpLine(authorities.patience(), "application/timestamp-query"))));
        return service;
    }

    private HttpLine loader() {
        return new HttpLine(authorities.patience(), "application/ocsp-request");
    }

    private static SigningRefused refused(Exception cause) {
        return cause instanceof SigningRefused already ? already
                : new SigningRefused(Sentence.of("Không ký được tệp này: " + cause.getMessage(), "This file can't be signed: " + cause.getMessage()), cause);
    }

    /** A signature that waits for its value. */
    public final class Pending {
        private final byte[] pdf;
        private final PAdESSignatureParameters parameters;
        private final byte[] toSign;

        private Pending(byte[] pdf, PAdESSignatureParameters parameters, byte[] toSign) {
            this.pdf = pdf;
            this.parameters = parameters;
            this.toSign = toSign;
        }

        /** The signed attributes in DER: a few hundred bytes that hold the digest of the file. */
        public byte[] toSign() {
            return toSign.clone();
        }

        /** @param value the signature over {@link #toSign} with SHA-256 @throws SigningRefused when it is not this certificate's signature */
        public Signed finish(byte[] value) {
            SignatureValue signature = new SignatureValue(
                    SignatureAlgorithm.getAlgorithm(parameters.getEncryptionAlgorithm(), parameters.getDigestAlgorithm()), value);
            List<Sentence> remarks = new ArrayList<>();
            try {
                Optional<DSSDocument> stamped = authorities.timeStamps().flatMap(address -> stamped(address.toString(), signature, remarks));
                if (stamped.isEmpty()) {
                    parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
                    DSSDocument signed = service(Optional.empty()).signDocument(Dss.document(pdf), parameters, signature);
                    return new Signed(Dss.bytes(signed), Level.B, remarks);
                }
                if (authorities.revocation()) {
                    Optional<DSSDocument> lasting = lasting(stamped.get(), remarks);
                    if (lasting.isPresent()) {
                        return new Signed(Dss.bytes(lasting.get()), Level.LT, remarks);
                    }
                }
                return new Signed(Dss.bytes(stamped.get()), Level.T, remarks);
            } catch (RuntimeException e) {
                throw refused(e);
            }
        }

        private Optional<DSSDocument> stamped(String address, SignatureValue signature, List<Sentence> remarks) {
            try {
                parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_T);
                return Optional.of(service(Optional.of(address)).signDocument(Dss.document(pdf), parameters, signature));
            } catch (RuntimeException e) {
                LOG.warn("no time-stamp", e);
                remarks.add(Sentence.of("Máy chủ dấu thời gian không trả lời; chữ ký chưa có dấu thời gian.",
                        "The time-stamp authority did not answer; the signature has no time-stamp."));
                return Optional.empty();
            }
        }

        private Optional<DSSDocument> lasting(DSSDocument stamped, List<Sentence> remarks) {
            try {
                PAdESSignatureParameters longer = new PAdESSignatureParameters();
                longer.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LT);
                return Optional.of(service(authorities.timeStamps().map(Object::toString)).extendDocument(stamped, longer));
            } catch (RuntimeException e) {
                LOG.warn("no revocation", e);
                remarks.add(Sentence.of("Không lấy được thông tin thu hồi chứng thư; chữ ký có dấu thời gian nhưng chưa có thông tin thu hồi kèm theo.",
                        "Revocation could not be asked for; the signature has a time-stamp but carries no revocation."));
                return Optional.empty();
            }
        }
    }
}
