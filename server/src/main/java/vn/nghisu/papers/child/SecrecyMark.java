package vn.nghisu.papers.child;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Finds the stamp of a state secret: the words MẬT, TỐI MẬT or TUYỆT MẬT standing alone, or after "Độ mật:". Running text such
 * as "BẢO VỆ BÍ MẬT NHÀ NƯỚC" is none.
 */
final class SecrecyMark {
    private static final Pattern STAMP = Pattern.compile("[\\[(“\"*]?(MẬT|TỐIMẬT|TUYỆTMẬT)[\\])”\"*.]?");
    /** As text recognition reads a red stamp; MAT alone would be too little to go by. */
    private static final Pattern WITHOUT_ACCENTS = Pattern.compile("[\\[(“\"*]?(TO[IÍÌ1]M[AẠĂÂẶ]T|TUY[EÊẸỆ]TM[AẠĂÂẶẬ]T|TỐIM[AẠĂÂẶ]T)[\\])”\"*.]?");
    private static final Pattern GRADE = Pattern.compile("ĐỘMẬT[:.]*(MẬT|TỐIMẬT|TUYỆTMẬT)[.;]?");
    /** A gap of this many heights of a line parts a stamp from what stands beside it. */
    private static final double GAP_HEIGHTS = 1.2;

    private SecrecyMark() {}

    static Optional<String> on(List<List<PageWords.Word>> lines) {
        return lines.stream()
                .flatMap(line -> parts(line).stream())
                .map(SecrecyMark::stampIn)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A stamp that was put on the page as a note and is no text of the page. */
    static Optional<String> onStamps(PDPage page) {
        try {
            return page.getAnnotations().stream()
                    .map(note -> Optional.ofNullable(note.getContents()).orElse(""))
                    .flatMap(String::lines)
                    .map(line -> stampIn(Normalizer.normalize(line, Normalizer.Form.NFC)))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // notes that can't be read show nothing either
        }
    }

    /** "M Ậ T" with letters set apart is a stamp too, so blanks don't count. */
    private static Optional<String> stampIn(String part) {
        String closed = part.replaceAll("\\s+", "");
        if (WITHOUT_ACCENTS.matcher(closed).matches()) {
            return Optional.of(closed.contains("TUY") ? "TUYỆT MẬT" : "TỐI MẬT");
        }
        boolean stamp = STAMP.matcher(closed).matches() || GRADE.matcher(closed.toUpperCase(java.util.Locale.ROOT)).matches();
        if (!stamp) {
            return Optional.empty();
        }
        String upper = closed.toUpperCase(java.util.Locale.ROOT);
        return Optional.of(upper.contains("TUYỆTMẬT") ? "TUYỆT MẬT" : upper.contains("TỐIMẬT") ? "TỐI MẬT" : "MẬT");
    }

    private static List<String> parts(List<PageWords.Word> line) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        PageWords.Word before = null;
        for (PageWords.Word word : line) {
            if (before != null && word.left() - before.right() > GAP_HEIGHTS * (word.bottom() - word.top())) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(part.length() > 0 ? " " : "").append(word.text());
            before = word;
        }
        parts.add(part.toString());
        return parts;
    }
}
