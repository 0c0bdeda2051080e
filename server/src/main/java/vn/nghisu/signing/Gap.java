package vn.nghisu.signing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * The place in a file that a signature leaves out of what it signs, since it stands there itself.
 *
 * @param from first byte of the gap, which must be {@code <}
 * @param to first byte after it; the byte before must be {@code >}
 * @param end where what is signed ends
 * @param objects numbers of the objects that are the signature's field and its place on the page
 */
record Gap(int from, int to, int end, boolean fromStart, Set<Long> objects) {

    /** In the order in which they were made. @throws SigningRefused when the file can't be read */
    static List<Gap> all(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Gap> gaps = new ArrayList<>();
            for (PDSignatureField field : document.getSignatureFields()) {
                PDSignature signature = field.getSignature();
                int[] range = signature == null ? null : signature.getByteRange();
                if (range != null && range.length == 4) {
                    gaps.add(new Gap(range[0] + range[1], range[2], range[2] + range[3], range[0] == 0, objects(field)));
                }
            }
            gaps.sort(Comparator.comparingInt(Gap::end));
            return gaps;
        } catch (IOException | RuntimeException e) {
            throw new SigningRefused(Sentence.of("Không đọc được tệp PDF này.", "This PDF file can't be read."), e);
        }
    }

    private static Set<Long> objects(PDSignatureField field) {
        return Stream.concat(Stream.of(field.getCOSObject()), field.getWidgets().stream().map(PDAnnotationWidget::getCOSObject))
                .map(COSDictionary::getKey).filter(Objects::nonNull).map(COSObjectKey::getNumber).collect(Collectors.toSet());
    }

    /** Whether the gap holds one signature in hexadecimal, in letters of one case, and zeros behind it: no other byte of it means anything. */
    boolean isNeat(byte[] pdf) {
        if (!fromStart || from < 0 || to > pdf.length || end > pdf.length || to - from < 4 || pdf[from] != '<' || pdf[to - 1] != '>') {
            return false;
        }
        byte[] hex = Arrays.copyOfRange(pdf, from + 1, to - 1);
        boolean small = false;
        boolean large = false;
        for (byte each : hex) {
            small |= each >= 'a' && each <= 'f';
            large |= each >= 'A' && each <= 'F';
            if (!(each >= '0' && each <= '9' || each >= 'a' && each <= 'f' || each >= 'A' && each <= 'F')) {
                return false;
            }
        }
        return !(small && large) && hex.length % 2 == 0;
    }

    /** The bytes in the gap, with the zeros behind them. */
    byte[] content(byte[] pdf) {
        byte[] bytes = new byte[(to - from - 2) / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (Character.digit(pdf[from + 1 + 2 * i], 16) << 4 | Character.digit(pdf[from + 2 + 2 * i], 16));
        }
        return bytes;
    }
}
