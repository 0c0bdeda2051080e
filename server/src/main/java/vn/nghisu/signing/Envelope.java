package vn.nghisu.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.util.Store;

/**
 * The parts of a signature's envelope (CMS, RFC 5652) that no signature covers: versions, lists of algorithms, certificates, unsigned attributes.
 * Each must be what the signed parts demand, so that no byte of them can be changed unseen.
 */
final class Envelope {
    private static final Set<ASN1ObjectIdentifier> UNSIGNED_KNOWN = Set.of(
            PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
            PKCSObjectIdentifiers.id_aa_ets_certValues,
            PKCSObjectIdentifiers.id_aa_ets_revocationValues,
            PKCSObjectIdentifiers.id_aa_ets_certificateRefs,
            PKCSObjectIdentifiers.id_aa_ets_revocationRefs);

    private final List<X509CertificateHolder> anchors;

    private Envelope(List<X509CertificateHolder> anchors) {
        this.anchors = anchors;
    }

    /** @param padded the envelope with the zeros behind it */
    static boolean isNeat(byte[] padded, Anchors anchors) {
        try {
            List<X509CertificateHolder> holders = new ArrayList<>();
            for (X509Certificate anchor : anchors.certificates()) {
                holders.add(new JcaX509CertificateHolder(anchor));
            }
            ByteArrayInputStream in = new ByteArrayInputStream(padded);
            ASN1Primitive first = new ASN1InputStream(in, padded.length, false).readObject();
            int length = padded.length - in.available();
            for (int i = length; i < padded.length; i++) {
                if (padded[i] != 0) {
                    return false;
                }
            }
            boolean indefinite = (padded[1] & 0xFF) == 0x80;
            byte[] own = Arrays.copyOf(padded, length);
            return (indefinite || Arrays.equals(own, first.getEncoded(ASN1Encoding.DL))) && new Envelope(holders).neat(own, false);
        } catch (Exception e) { // whatever the parser says of foreign bytes: they are no neat envelope
            return false;
        }
    }

    private boolean neat(byte[] cms, boolean stamp) throws Exception {
        ContentInfo content = ContentInfo.getInstance(cms);
        SignedData signed = SignedData.getInstance(content.getContent());
        ASN1ObjectIdentifier type = stamp ? PKCSObjectIdentifiers.id_ct_TSTInfo : CMSObjectIdentifiers.data;
        boolean outer = content.getContentType().equals(CMSObjectIdentifiers.signedData)
                && signed.getEncapContentInfo().getContentType().equals(type)
                && (signed.getEncapContentInfo().getContent() == null) != stamp
                && signed.getVersion().hasValue(stamp ? 3 : 1)
                && signed.getSignerInfos().size() == 1
                && signed.getDigestAlgorithms().size() == 1;
        if (!outer) {
            return false;
        }
        SignerInfo signer = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
        AlgorithmIdentifier listed = AlgorithmIdentifier.getInstance(signed.getDigestAlgorithms().getObjectAt(0));
        boolean algorithms = signer.getVersion().hasValue(1) && isPlain(listed) && isPlain(signer.getDigestAlgorithm())
                && listed.getAlgorithm().equals(signer.getDigestAlgorithm().getAlgorithm());
        return algorithms && certificates(new CMSSignedData(cms)) && unsigned(signer);
    }

    private static boolean isPlain(AlgorithmIdentifier algorithm) {
        return algorithm.getParameters() == null || algorithm.getParameters().toASN1Primitive().equals(DERNull.INSTANCE);
    }

    /** Each certificate is signed by another one here or by an anchor; one whose issuer is not here has at least signed another. */
    private boolean certificates(CMSSignedData signed) throws Exception {
        Store<X509CertificateHolder> store = signed.getCertificates();
        Collection<X509CertificateHolder> all = store.getMatches(null);
        List<X509CertificateHolder> known = new ArrayList<>(all);
        known.addAll(anchors);
        boolean hasOwn = all.stream().anyMatch(signed.getSignerInfos().getSigners().iterator().next().getSID()::match);
        if (!hasOwn) {
            return false;
        }
        for (X509CertificateHolder certificate : all) {
            Optional<X509CertificateHolder> issuer = known.stream().filter(each -> each.getSubject().equals(certificate.getIssuer())).findFirst();
            boolean own = signed.getSignerInfos().getSigners().iterator().next().getSID().match(certificate);
            boolean good = issuer.isPresent() ? isSignedBy(certificate, known) : own || hasSignedOne(certificate, all);
            if (!good) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasSignedOne(X509CertificateHolder issuer, Collection<X509CertificateHolder> all) throws Exception {
        for (X509CertificateHolder each : all) {
            if (each.getIssuer().equals(issuer.getSubject()) && isSignedBy(each, List.of(issuer))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSignedBy(X509CertificateHolder certificate, List<X509CertificateHolder> known) throws Exception {
        for (X509CertificateHolder each : known) {
            if (each.getSubject().equals(certificate.getIssuer()) && verifies(certificate, each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean verifies(X509CertificateHolder certificate, X509CertificateHolder issuer) {
        try {
            return certificate.isSignatureValid(new JcaContentVerifierProviderBuilder().build(issuer));
        } catch (Exception e) { // another key, or bytes that are none
            return false;
        }
    }

    private boolean unsigned(SignerInfo signer) throws Exception {
        if (signer.getUnauthenticatedAttributes() == null) {
            return true;
        }
        for (var each : signer.getUnauthenticatedAttributes()) {
            Attribute attribute = Attribute.getInstance(each);
            if (!UNSIGNED_KNOWN.contains(attribute.getAttrType()) || attribute.getAttrValues().size() != 1) {
                return false;
            }
            if (attribute.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                    && !neat(encoded(attribute), true)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] encoded(Attribute attribute) throws IOException {
        return attribute.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded();
    }
}
