package vn.nghisu.signing;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a certificate leads to an anchor by the rules of RFC 5280, section 6: who issues must be an authority (basicConstraints, keyCertSign).
 * The library that reads signatures only holds names and keys against each other. Revocation is not asked here.
 */
final class Chains {
    private static final String STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final Anchors anchors;
    private final Map<String, X509Certificate> inFile = new HashMap<>();

    /** @param seen with the bytes of its certificates */
    Chains(Anchors anchors, DiagnosticData seen) {
        this.anchors = anchors;
        for (CertificateWrapper each : seen.getUsedCertificates()) {
            if (each.getBinaries() != null) {
                read(each.getBinaries()).ifPresent(certificate -> inFile.put(each.getId(), certificate));
            }
        }
    }

    private static Optional<X509Certificate> read(byte[] der) {
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) { // none that could be followed
            return Optional.empty();
        }
    }

    /** Whether a person's certificate may sign and leads to an anchor at one of these times. */
    boolean lead(CertificateWrapper signer, Stream<Instant> times) {
        return of(signer).filter(own -> isUsed(own, DIGITAL_SIGNATURE) || isUsed(own, NON_REPUDIATION)).filter(own -> times.anyMatch(at -> leads(own, at))).isPresent();
    }

    /** RFC 3161, 2.3: an authority for time-stamps has a certificate for nothing else. */
    boolean leadsForStamps(CertificateWrapper signer, Instant at) {
        return of(signer).filter(Chains::isForStamps).filter(own -> leads(own, at)).isPresent();
    }

    private Optional<X509Certificate> of(CertificateWrapper signer) {
        return Optional.ofNullable(signer).map(CertificateWrapper::getId).map(inFile::get);
    }

    private static boolean isUsed(X509Certificate certificate, int use) {
        return certificate.getKeyUsage() == null || certificate.getKeyUsage()[use];
    }

    private static boolean isForStamps(X509Certificate certificate) {
        try {
            return List.of(STAMPING).equals(certificate.getExtendedKeyUsage());
        } catch (CertificateException e) {
            return false;
        }
    }

    private boolean leads(X509Certificate own, Instant at) {
        if (anchors.certificates().contains(own)) {
            return !at.isBefore(own.getNotBefore().toInstant()) && !at.isAfter(own.getNotAfter().toInstant());
        }
        if (anchors.certificates().isEmpty()) {
            return false;
        }
        try {
            X509CertSelector wanted = new X509CertSelector();
            wanted.setCertificate(own);
            Set<TrustAnchor> roots = anchors.certificates().stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet());
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(roots, wanted);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(inFile.values())));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) { // no such path
            return false;
        }
    }
}
