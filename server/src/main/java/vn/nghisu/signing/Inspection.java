package vn.nghisu.signing;

import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nghisu.signing.Report.Found;
import vn.nghisu.signing.Report.Trust;

/** Tells what the signatures of a file are worth: who signed, when, whether every byte is as it was, and what was added after. Asks nobody. */
public final class Inspection {
    private static final Sentence UNREADABLE = Sentence.of("Không đọc được tệp này: tệp không phải PDF hoặc đã hư hỏng.",
            "This file can't be read: it is no PDF, or damaged.");

    private static final Pattern FILLED = Pattern.compile(
            ".*/(?:Annots|Obj) (\\d+) 0 R (?:/V \\d+ 0 R|/AP(?: \\d+ 0 R)? /N(?: \\d+ 0 R)? /(?:FormType|BBox|Resources \\d+ 0 R))");

    private static final String END_MARK = "%%EOF";
    private static final int STATES_MAX = 16;

    private final byte[] pdf;
    private final Anchors anchors;
    private final List<Gap> gaps;
    /** What each part did that was appended after a gap, by the gap's end. */
    private final Map<Integer, Update> after = new TreeMap<>();

    private Inspection(byte[] pdf, Anchors anchors) {
        this.pdf = pdf;
        this.anchors = anchors;
        this.gaps = Gap.all(pdf);
        for (int i = 0; i < gaps.size(); i++) {
            int end = gaps.get(i).end();
            boolean last = i == gaps.size() - 1;
            int next = last ? pdf.length : gaps.get(i + 1).end();
            if (end > 0 && end < next && next <= pdf.length) {
                after.put(end, Update.of(Arrays.copyOf(pdf, end), Arrays.copyOf(pdf, next), last ? 0 : next));
            }
        }
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
        validator.setTokenExtractionStrategy(TokenExtractionStrategy.EXTRACT_CERTIFICATES_ONLY);
        ((PDFDocumentAnalyzer) validator.getDocumentAnalyzer()).setPdfObjFactory(Dss.pdf());
        Reports reports = validator.validateDocument();
        DiagnosticData seen = reports.getDiagnosticData();
        List<SignatureWrapper> signatures = seen.getSignatures().stream().sorted(Comparator.comparing(Inspection::end)).toList();
        Chains chains = new Chains(anchors, seen);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < signatures.size(); i++) {
            found.add(found(signatures.get(i), i == signatures.size() - 1, chains));
        }
        found = laid(found, signatures);
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

    private Found found(SignatureWrapper signature, boolean last, Chains chains) {
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
        Optional<Instant> stamped = stamped(signature, chains, faults, remarks);
        Optional<Instant> said = Optional.ofNullable(signature.getClaimedSigningTime()).map(Date::toInstant);
        if (stamped.isEmpty()) {
            remarks.add(Sentence.of("Giờ ký do máy của người ký ghi; không có dấu thời gian đáng tin cậy xác nhận.",
                    "The time of signing is the signer's own word; no trusted time-stamp vouches for it."));
        }
        Trust trust = trust(signature, stamped, said, chains);
        boolean validThen = trust == Trust.EXPIRED && chains.lead(signature.getSigningCertificate(), stamped.or(() -> said).stream());
        trustFault(trust, validThen, signer, faults, remarks);
        List<Sentence> changes = changes(signature);
        if (!last && Locks.keepLater(pdf, (int) end(signature))) {
            faults.add(Sentence.of("Chữ ký của " + signer + " không cho phép ký thêm, nhưng sau đó có chữ ký khác.",
                    "The signature of " + signer + " forbids further signatures, and another one was added after it."));
        }
        changes.forEach(change -> faults.add(Sentence.of("Sau khi " + signer + " ký: " + change.vi(), "After " + signer + " signed: " + change.en())));
        if (!last && faults.isEmpty()) {
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

    private static Optional<Instant> stamped(SignatureWrapper signature, Chains chains, List<Sentence> faults, List<Sentence> remarks) {
        Optional<Instant> first = Optional.empty();
        for (TimestampWrapper stamp : signature.getSignatureTimestamps()) {
            if (!stamp.isSignatureIntact() || !stamp.isSignatureValid() || !stamp.isMessageImprintDataFound() || !stamp.isMessageImprintDataIntact()) {
                faults.add(Sentence.of("Dấu thời gian không khớp với chữ ký.", "The time-stamp does not match the signature."));
            } else if (!chains.leadsForStamps(stamp.getSigningCertificate(), stamp.getProductionTime().toInstant())) {
                remarks.add(Sentence.of("Không rõ máy chủ dấu thời gian có đáng tin cậy không.", "Nothing vouches for the time-stamp authority."));
            } else {
                first = first.or(() -> Optional.of(stamp.getProductionTime().toInstant()));
            }
        }
        return first;
    }

    /** Without a time-stamp the certificate must be valid now: its owner may set a clock back. */
    private static Trust trust(SignatureWrapper signature, Optional<Instant> stamped, Optional<Instant> said, Chains chains) {
        CertificateWrapper certificate = signature.getSigningCertificate();
        Instant when = stamped.orElseGet(Instant::now);
        if (chains.lead(certificate, Stream.of(when))) {
            return isRevoked(certificate) ? Trust.REVOKED : Trust.TRUSTED;
        }
        boolean everLed = certificate != null
                && chains.lead(certificate, Stream.concat(said.stream(), Stream.of(certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant())));
        return !everLed ? Trust.UNKNOWN : isRevoked(certificate) ? Trust.REVOKED : Trust.EXPIRED;
    }

    private static boolean isRevoked(CertificateWrapper certificate) {
        return certificate.getCertificateRevocationData().stream().anyMatch(CertificateRevocationWrapper::isRevoked);
    }

    /** @param validThen by a time of signing that nobody vouches for */
    private static void trustFault(Trust trust, boolean validThen, String signer, List<Sentence> faults, List<Sentence> remarks) {
        switch (trust) {
            case TRUSTED -> { }
            case UNKNOWN -> remarks.add(Sentence.of("Chứng thư số của " + signer + " không dẫn tới cơ quan cấp nào được khai báo là tin cậy.",
                    "The certificate of " + signer + " leads to no authority that is declared as trusted."));
            case EXPIRED -> {
                if (validThen) {
                    remarks.add(Sentence.of("Chứng thư số của " + signer + " đã hết hiệu lực; không có dấu thời gian xác nhận rằng lúc ký nó còn hiệu lực.",
                            "The certificate of " + signer + " has expired, and no time-stamp vouches that it was valid at the time of signing."));
                } else {
                    faults.add(Sentence.of("Chứng thư số của " + signer + " không có hiệu lực vào lúc ký.",
                            "The certificate of " + signer + " was not valid at the time of signing."));
                }
            }
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
        after.forEach((from, update) -> {
            if (from >= end) {
                changes.addAll(update.changes());
            }
        });
        return changes.stream().distinct().toList();
    }

    /** A seal may lie over a signature that another program made; over one that a root vouches for, only a seal of somebody who is vouched for too. */
    private List<Found> laid(List<Found> found, List<SignatureWrapper> signatures) {
        List<Found> told = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            List<Sentence> faults = new ArrayList<>(found.get(i).faults());
            List<Sentence> remarks = new ArrayList<>(found.get(i).remarks());
            List<Sentence> laid = i + 1 == found.size() ? List.of()
                    : Optional.ofNullable(after.get((int) end(signatures.get(i)))).map(Update::laid).orElse(List.of());
            for (Sentence each : laid) {
                boolean strange = found.get(i).trust() == Trust.TRUSTED && found.get(i + 1).trust() != Trust.TRUSTED;
                (strange ? faults : remarks).add(Sentence.of("Sau khi " + found.get(i).signer() + " ký: " + each.vi(), "After " + found.get(i).signer() + " signed: " + each.en()));
            }
            told.add(found.get(i).with(faults, remarks));
        }
        return told;
    }

    /**
     * SHA-256, in hexadecimal, of the file and of every earlier state of it (ISO 32000-2, 7.5.6) since which only signatures and their evidence
     * were added: the same words on the same pages.
     */
    public static List<String> states(byte[] pdf) {
        List<String> states = new ArrayList<>();
        states.add(Sha256.of(pdf, pdf.length));
        List<Gap> gaps = Gap.all(pdf);
        List<Integer> ends = ends(pdf);
        int next = pdf.length;
        for (int i = ends.size() - 1; i >= 0 && !gaps.isEmpty(); i--) {
            int mark = ends.get(i);
            int end = mark;
            while (end < pdf.length && end - mark < 2 && (pdf[end] == '\r' || pdf[end] == '\n')) {
                end++;
            }
            if (end == pdf.length) {
                continue;
            }
            int from = end;
            int until = next;
            int signed = gaps.stream().map(Gap::end).filter(each -> each > from && each <= until).findFirst().orElse(0);
            if (!Update.of(Arrays.copyOf(pdf, end), Arrays.copyOf(pdf, until), signed).isClean()) {
                break;
            }
            for (int each = mark; each <= end; each++) { // a line's end behind the mark may belong to what came later
                states.add(Sha256.of(pdf, each));
            }
            next = end;
        }
        return List.copyOf(states);
    }

    /** After each end mark of the file; the newest ones where there are many. */
    private static List<Integer> ends(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        List<Integer> ends = new ArrayList<>();
        for (int at = text.indexOf(END_MARK); at >= 0; at = text.indexOf(END_MARK, at + 1)) {
            ends.add(at + END_MARK.length());
        }
        return ends.subList(Math.max(0, ends.size() - STATES_MAX), ends.size());
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
