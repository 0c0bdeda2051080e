package vn.nghisu.signing;

import java.util.Arrays;
import java.util.function.Function;

/** Signatures made by another program: the file goes out, and comes back with one signature more. */
public final class Outside {
    private Outside() {}

    /**
     * Takes a file that was signed elsewhere. It must begin with exactly the bytes that were given out, and add one whole signature and
     * nothing else.
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
        report.faults().stream().findFirst().ifPresent(fault -> {
            throw new SigningRefused("Không nhận chữ ký này. " + fault.vi(), "This signature is not taken. " + fault.en());
        });
        return report;
    }
}
