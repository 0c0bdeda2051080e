package vn.nghisu.signing;

import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.nghisu.signing.Report.Found;
import vn.nghisu.signing.Report.Trust;

/** Tells what the signatures of a file are worth: who signed, when, whether every byte is as it was, and what was added after. Asks nobody. */
public final class Inspection {
    private static final Sentence UNREADABLE = Sentence.of("Không đọc được tệp này: tệp không phải PDF hoặc đã hư hỏng.",
            "This file can't be read: it is no PDF, or damaged.");

    private static final Pattern FILLED = Pattern.compile(
            ".*/(?:Annots|Obj) (\\d+) 0 R (?:/V \\d+ 0 R|/AP(?: \\d+ 0 R)? /N(?: \\d+ 0 R)? /(?:FormType|BBox|Resources \\d+ 0 R))");

    private final byte[] pdf;
    private final Anchors anchors;
    private final List<Gap> gaps;

    private Inspection(byte[] pdf, Anchors anchors) {
        this.pdf = pdf;
        this.anchors = anchors;
        this.gaps = Gap.all(pdf);
    }

    /** Never throws for what is in the file; bytes that are no PDF are a finding. Files of strangers want a process of their own. */
    public static Report of(byte[] pdf, Anchors anchors) {
        try {
            return new Inspection(pdf, anchors).report();
        } catch (RuntimeException | StackOverflowError e) {
            return new Report(List.of(), List.of(UNREADABLE));
        }
    }

    private Report report() {
        if (gaps.isEmpty()) {
            return new Report(List.of(), List.of());
        }
        PDFDocumentValidator validator = new PDFDocumentValidator(Dss.document(pdf));
        validator.setCertificateVerifier(Dss.verifier(anchors));
        ((PDFDocumentAnalyzer) validator.getDocumentAnalyzer()).setPdfObjFactory(Dss.pdf());
        Reports reports = validator.validateDocument();
        DiagnosticData seen = reports.getDiagnosticData();
        List<SignatureWrapper> signatures = seen.getSignatures().stream().sorted(Comparator.comparing(Inspection::end)).toList();
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < signatures.size(); i++) {
            found.add(found(signatures.get(i), i == signatures.size() - 1));
        }
        List<Sentence> general = new ArrayList<>();
        long stamps = seen.getTimestampList().stream().filter(stamp -> stamp.getPDFRevision() != null).count();
        if (signatures.size() + stamps < gaps.size()) {
            general.add(Sentence.of("Có " + (gaps.size() - signatures.size() - stamps) + " chữ ký không đọc được.",
                    (gaps.size() - signatures.size() - stamps) + " signatures can't be read."));
        }
        if (gaps.get(gaps.size() - 1).end() != pdf.length && !endsWithEvidence(signatures)) {
            general.add(Sentence.of("Có dữ liệu được thêm vào tệp sau chữ ký cuối cùng, không chữ ký nào bảo đảm phần này.",
                    "Something was added to the file after the last signature, and no signature covers it."));
        }
        return new Report(found, general);
    }

    /** After a B-LT signature come certificates and revocation, nothing else. */
    private boolean endsWithEvidence(List<SignatureWrapper> signatures) {
        if (signatures.isEmpty()) {
            return false;
        }
        SignatureWrapper newest = signatures.get(signatures.size() - 1);
        return !newest.getPDFRevision().getPdfExtensionChanges().isEmpty() && changes(newest).isEmpty();
    }

    private static long end(SignatureWrapper signature) {
        List<BigInteger> range = signature.getPDFRevision().getSignatureByteRange();
        return range.get(2).longValue() + range.get(3).longValue();
    }

    private Found found(SignatureWrapper signature, boolean last) {
        List<Sentence> faults = new ArrayList<>();
        List<Sentence> remarks = new ArrayList<>();
        PDFRevisionWrapper revision = signature.getPDFRevision();
        String signer = Optional.ofNullable(signature.getSigningCertificate()).map(Inspection::name).orElse("?");
        boolean whole = signature.isSignatureIntact() && signature.isSignatureValid() && revision.isSignatureByteRangeValid()
                && revision.isPdfSignatureDictionaryConsistent()
                && signature.getDigestMatchers().stream().allMatch(each -> each.isDataFound() && each.isDataIntact());
        boolean own = signature.isSigningCertificateIdentified() && signature.isSigningCertificateReferencePresent()
                && signature.getSigningCertificateReference() != null && signature.getSigningCertificateReference().isDigestValueMatch();
        if (!whole) {
            faults.add(Sentence.of("Nội dung đã bị thay đổi sau khi " + signer + " ký: giá trị băm hoặc chữ ký không khớp.",
                    "The file was changed after " + signer + " signed: its hash or the signature does not match."));
        } else if (!own) {
            faults.add(Sentence.of("Chứng thư số trong tệp không phải là chứng thư đã dùng để ký.", "The certificate in the file is not the one that signed."));
        } else if (gaps.stream().filter(gap -> gap.end() == end(signature)).noneMatch(gap -> gap.isNeat(pdf) && Envelope.isNeat(gap.content(pdf), anchors))) {
            faults.add(Sentence.of("Phần vỏ của chữ ký của " + signer + " (ngoài nội dung được ký) đã bị thay đổi hoặc không đúng tiêu chuẩn.",
                    "The envelope of the signature of " + signer + " (outside of what is signed) was changed or does not follow the standard."));
        }
        Optional<Instant> stamped = stamped(signature, faults, remarks);
        Optional<Instant> said = Optional.ofNullable(signature.getClaimedSigningTime()).map(Date::toInstant);
        Trust trust = trust(signature, stamped.or(() -> said));
        trustFault(trust, signer, faults, remarks);
        List<Sentence> changes = changes(signature);
        changes.forEach(change -> faults.add(Sentence.of("Sau khi " + signer + " ký: " + change.vi(), "After " + signer + " signed: " + change.en())));
        if (!last && changes.isEmpty()) {
            remarks.add(Sentence.of("Sau đó chỉ có thêm chữ ký khác.", "Only other signatures were added after."));
        }
        return new Found(Optional.ofNullable(revision.getFirstFieldName()).orElse(""), signer, serial(signature), said, stamped, whole, trust,
                signature.getSignatureFormat().toString(), List.copyOf(faults), List.copyOf(remarks));
    }

    private static String serial(SignatureWrapper signature) {
        return Optional.ofNullable(signature.getSigningCertificate()).map(CertificateWrapper::getSerialNumber).map(BigInteger::new).map(number -> number.toString(16)).orElse("");
    }

    private static String name(CertificateWrapper certificate) {
        return Optional.ofNullable(certificate.getCommonName()).orElseGet(certificate::getReadableCertificateName);
    }

    private static Optional<Instant> stamped(SignatureWrapper signature, List<Sentence> faults, List<Sentence> remarks) {
        Optional<Instant> first = Optional.empty();
        for (TimestampWrapper stamp : signature.getSignatureTimestamps()) {
            if (!stamp.isSignatureIntact() || !stamp.isSignatureValid() || !stamp.isMessageImprintDataFound() || !stamp.isMessageImprintDataIntact()) {
                faults.add(Sentence.of("Dấu thời gian không khớp với chữ ký.", "The time-stamp does not match the signature."));
            } else if (!stamp.isTrustedChain()) {
                remarks.add(Sentence.of("Không rõ máy chủ dấu thời gian có đáng tin cậy không; giờ ký là giờ của máy người ký.",
                        "Nothing vouches for the time-stamp authority; the time of signing is that of the signer's machine."));
            } else {
                first = first.or(() -> Optional.of(stamp.getProductionTime().toInstant()));
            }
        }
        return first;
    }

    private static Trust trust(SignatureWrapper signature, Optional<Instant> at) {
        CertificateWrapper certificate = signature.getSigningCertificate();
        if (certificate == null || !signature.isTrustedChain()) {
            return Trust.UNKNOWN;
        }
        if (certificate.getCertificateRevocationData().stream().anyMatch(CertificateRevocationWrapper::isRevoked)) {
            return Trust.REVOKED;
        }
        Instant when = at.orElseGet(Instant::now);
        boolean valid = signature.getCertificateChain().stream()
                .allMatch(each -> each.isTrusted() || !when.isBefore(each.getNotBefore().toInstant()) && !when.isAfter(each.getNotAfter().toInstant()));
        return valid ? Trust.TRUSTED : Trust.EXPIRED;
    }

    private static void trustFault(Trust trust, String signer, List<Sentence> faults, List<Sentence> remarks) {
        switch (trust) {
            case TRUSTED -> { }
            case UNKNOWN -> remarks.add(Sentence.of("Chứng thư số của " + signer + " không dẫn tới cơ quan cấp nào được khai báo là tin cậy.",
                    "The certificate of " + signer + " leads to no authority that is declared as trusted."));
            case EXPIRED -> faults.add(Sentence.of("Chứng thư số của " + signer + " không có hiệu lực vào lúc ký.",
                    "The certificate of " + signer + " was not valid at the time of signing."));
            case REVOKED -> faults.add(Sentence.of("Chứng thư số của " + signer + " đã bị thu hồi.", "The certificate of " + signer + " was revoked."));
        }
    }

    /** What later parts of the file changed beyond signing and keeping evidence. */
    private List<Sentence> changes(SignatureWrapper signature) {
        PDFRevisionWrapper revision = signature.getPDFRevision();
        long end = end(signature);
        List<Sentence> changes = new ArrayList<>();
        if (!revision.getPdfPageDifferenceConcernedPages().isEmpty()) {
            String pages = revision.getPdfPageDifferenceConcernedPages().stream().map(BigInteger::toString).collect(Collectors.joining(", "));
            changes.add(Sentence.of("có trang được thêm hoặc bị bỏ (trang " + pages + ").", "pages were added or removed (page " + pages + ")."));
        } else if (revision.getPdfUndefinedChanges().stream().anyMatch(change -> !isOfLaterSignature(change.getValue(), end))) {
            changes.add(Sentence.of("nội dung của tệp bị sửa.", "contents of the file were changed."));
        }
        if (!revision.getPdfAnnotationChanges().isEmpty()) {
            changes.add(Sentence.of("có ghi chú được đặt lên trang.", "a note was laid on a page."));
        }
        return changes;
    }

    /**
     * A later signature in a field that waited fills it: its value, also seen by way of the structure tree, and the form of its empty picture,
     * which is drawn there, or is made empty anew. The library calls these two undefined.
     */
    private boolean isOfLaterSignature(String path, long end) {
        Matcher filled = FILLED.matcher(path);
        return filled.matches() && gaps.stream().filter(gap -> gap.end() > end).anyMatch(gap -> gap.objects().contains(Long.parseLong(filled.group(1))));
    }
}
