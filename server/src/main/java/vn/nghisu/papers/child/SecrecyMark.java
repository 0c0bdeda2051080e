package vn.nghisu.papers.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the stamp of a state secret: the words MẬT, TỐI MẬT or TUYỆT MẬT standing alone, or after "Độ mật:". Running text such
 * as "BẢO VỆ BÍ MẬT NHÀ NƯỚC" is none.
 */
final class SecrecyMark {
    private static final Pattern STAMP = Pattern.compile("[\\[(“\"*]?(MẬT|TỐIMẬT|TUYỆTMẬT)[\\])”\"*.]?");
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

    /** "M Ậ T" with letters set apart is a stamp too, so blanks don't count. */
    private static Optional<String> stampIn(String part) {
        String closed = part.replaceAll("\\s+", "");
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
