package vn.nghisu.signing;

import java.util.Arrays;
import java.util.function.Function;

/** Signatures made by another program: the file goes out, and comes back with one signature more. */
public final class Outside {
    private Outside() {}

    /**
     * Takes a file that was signed elsewhere. It must begin with exactly the bytes that were given out, and add one whole signature and
     * nothing else: pages, notes, forms and attachments are held against the file that was given out.
     *
     * @param given the bytes given out
     * @return what its signatures are worth
     * @throws SigningRefused with a sentence
     */
    public static Report take(byte[] given, byte[] returned, Anchors anchors) {
        return take(given, returned, pdf -> Inspection.of(pdf, anchors));
    }

    /** @param inspection looks at the file, for instance in another process */
    public static Report take(byte[] given, byte[] returned, Function<byte[], Report> inspection) {
        if (returned.length < given.length || Arrays.mismatch(given, 0, given.length, returned, 0, given.length) >= 0) {
            throw new SigningRefused(
                    "Tệp đưa lên không bắt đầu bằng đúng tệp đã đưa ra để ký: có thể là tệp khác, hoặc chương trình ký đã ghi lại toàn bộ tệp. Hãy tải tệp xuống lại và ký bằng chương trình ký nối thêm (PAdES).",
                    "The file does not begin with exactly the file that was given out for signing: it is another file, or the program wrote the whole file anew. Download the file again and sign it with a program that only appends (PAdES).");
        }
        if (returned.length == given.length) {
            throw new SigningRefused("Tệp đưa lên chưa được ký. Hãy ký tệp rồi đưa lên lại.", "The file is not signed yet. Sign it, then bring it again.");
        }
        int before = Gap.all(given).size();
        Report report = inspection.apply(returned);
        if (report.signatures().size() != before + 1) {
            throw new SigningRefused("Tệp đưa lên phải có thêm đúng một chữ ký; tệp này có thêm " + (report.signatures().size() - before) + ".",
                    "The file must have exactly one signature more; this one has " + (report.signatures().size() - before) + " more.");
        }
        int end = Gap.all(returned).get(before).end();
        Update.of(given, Arrays.copyOf(returned, Math.min(end, returned.length)), end).changes().stream().findFirst().ifPresent(change -> {
            throw new SigningRefused("Không nhận chữ ký này. So với tệp đã đưa ra để ký: " + change.vi(),
                    "This signature is not taken. Against the file that was given out: " + change.en());
        });
        if (Locks.keepWaiting(returned, end)) {
            throw new SigningRefused(
                    "Không nhận chữ ký này: chữ ký khóa tệp nên người sau không ký được nữa, mà văn bản còn chờ chữ ký khác. Hãy ký lại, không chọn khóa tài liệu hay “không cho phép thay đổi”.",
                    "This signature is not taken: it locks the file against further signatures, and the paper waits for others. Sign again without locking the document or forbidding changes.");
        }
        report.faults().stream().findFirst().ifPresent(fault -> {
            throw new SigningRefused("Không nhận chữ ký này. " + fault.vi(), "This signature is not taken. " + fault.en());
        });
        return report;
    }

    /**
     * Where the agency declared whom it trusts, nobody else's signature is taken: anyone can make a certificate in any name.
     *
     * @throws SigningRefused with a sentence
     */
    public static void vouched(Report.Found signature, Anchors anchors) {
        if (anchors.areDeclared() && signature.trust() != Report.Trust.TRUSTED) {
            String aside = anchors.certificates().isEmpty() ? " " + anchors.faults().get(0).vi() : "";
            String asideEn = anchors.certificates().isEmpty() ? " " + anchors.faults().get(0).en() : "";
            throw new SigningRefused("Không nhận chữ ký này: chứng thư số của " + signature.signer()
                    + " không do cơ quan được khai báo tin cậy cấp, hoặc không còn hiệu lực. Hãy ký bằng chứng thư số của cơ quan, hoặc nhờ quản trị bổ sung chứng thư gốc." + aside,
                    "This signature is not taken: no authority that is declared as trusted vouches for the certificate of " + signature.signer()
                    + ", or it is not valid now. Sign with the agency's certificate, or ask the administrator to add its root." + asideEn);
        }
    }
}
