package vn.nghisu.papers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which sizes of page a paper has, by the names that people give them (ISO 216), and on which pages. */
public final class PageSizes {
    private static final double MM_PER_TENTH_PT = 25.4 / 720;
    private static final double TOLERANCE_MM = 4;
    /** Longer than A3 is big on a tablet. */
    private static final double BIG_MM = 425;
    private static final String[] NAMES = {"A0", "A1", "A2", "A3", "A4", "A5", "Letter"};
    private static final double[][] MM = {{841, 1189}, {594, 841}, {420, 594}, {297, 420}, {210, 297}, {148, 210}, {215.9, 279.4}};
    private static final int MOST_RANGES = 12;

    private PageSizes() {}

    /** @param numbers "3, 5–9" */
    public record Group(String vi, String en, int count, String numbers, boolean big) {}

    /** The most frequent first; of equal ones, the one that comes first. */
    public static List<Group> of(List<Preflight.PageSize> sizes) {
        Map<String, List<Integer>> pages = new LinkedHashMap<>();
        Map<String, Preflight.PageSize> first = new LinkedHashMap<>();
        for (int i = 0; i < sizes.size(); i++) {
            String name = name(sizes.get(i), "ngang", "dọc");
            pages.computeIfAbsent(name, n -> new ArrayList<>()).add(i + 1);
            first.putIfAbsent(name, sizes.get(i));
        }
        return pages.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), name(first.get(entry.getKey()), "landscape", "portrait"), entry.getValue().size(),
                        numbers(entry.getValue()), Math.max(first.get(entry.getKey()).w(), first.get(entry.getKey()).h()) * MM_PER_TENTH_PT > BIG_MM))
                .sorted((a, b) -> b.count() - a.count())
                .toList();
    }

    private static String name(Preflight.PageSize size, String landscape, String portrait) {
        double w = size.w() * MM_PER_TENTH_PT;
        double h = size.h() * MM_PER_TENTH_PT;
        for (int i = 0; i < NAMES.length; i++) {
            if (Math.abs(Math.min(w, h) - MM[i][0]) <= TOLERANCE_MM && Math.abs(Math.max(w, h) - MM[i][1]) <= TOLERANCE_MM) {
                return NAMES[i] + " " + (w > h ? landscape : portrait);
            }
        }
        return "%d × %d mm".formatted(Math.round(w), Math.round(h));
    }

    /** "3, 5–9, …" */
    static String numbers(List<Integer> sorted) {
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < sorted.size(); ) {
            int last = i;
            while (last + 1 < sorted.size() && sorted.get(last + 1) == sorted.get(last) + 1) {
                last++;
            }
            if (ranges.size() == MOST_RANGES) {
                ranges.add("…");
                break;
            }
            ranges.add(last == i ? "" + sorted.get(i) : sorted.get(i) + "–" + sorted.get(last));
            i = last + 1;
        }
        return String.join(", ", ranges);
    }
}
