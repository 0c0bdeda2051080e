package vn.nghisu.papers.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.nghisu.papers.Words;
import vn.nghisu.papers.revision.Changes.Kind;

/**
 * Where a place of the older revision is in the newer one. Office prose is formulaic, so a place counts as sure only when the words
 * themselves and their neighbours are the same ones in the same order; everything likely but not certain is said to be so.
 * All boxes in 0.1 pt.
 */
public final class Bearings {
    /** Neighbouring words on one side that must have come along. */
    private static final int CONTEXT_WORDS = 4;
    private static final double LIKELY_SHARE = 0.6;
    /** Words looked at around a drawing for one that is still there. */
    private static final int NEAR_WORDS = 40;

    private final PairOfPapers pair;
    private final WordLine older;
    private final WordLine newer;
    private final Alignment alignment;
    private final Map<Integer, Integer> same = new HashMap<>();
    private final Map<Integer, Integer> heir = new HashMap<>();

    public Bearings(PairOfPapers pair, Changes changes) {
        this.pair = pair;
        this.older = pair.olderLine;
        this.newer = pair.newerLine;
        this.alignment = pair.alignment;
        for (Changes.PageChange page : changes.pages()) {
            page.before().ifPresent(before -> {
                heir.putIfAbsent(before, page.page());
                if (page.kind() == Kind.SAME) {
                    same.merge(before, page.page(), (a, b) -> Math.abs(a - before) <= Math.abs(b - before) ? a : b);
                }
            });
        }
    }

    /**
     * A stretch of text in the newer revision.
     *
     * @param start first character in its page's text
     * @param end after the last
     * @param boxes one a line
     */
    public record Stretch(int page, int start, int end, List<List<Integer>> boxes, boolean sure) {}

    /** How far something drawn is carried with the words beside it. */
    public record Shift(int page, int dx, int dy, boolean sure) {}

    /** The page that looks as the old one did. */
    public Optional<Integer> samePage(int page) {
        return Optional.ofNullable(same.get(page));
    }

    /** The text of the newer revision, for quotes. */
    public Optional<String> text(int newerPage) {
        return pair.newerWords.get(newerPage - 1).map(Words::text);
    }

    /** Where marked text is; empty when nothing of it is left. */
    public Optional<Stretch> stretch(int page, int start, int end) {
        if (page < 1 || page > older.pages()) {
            return Optional.empty();
        }
        int[] marked = IntStream.range(older.first[page], older.first[page + 1]).filter(i -> overlaps(page, i, start, end)).toArray();
        if (marked.length == 0) {
            return Optional.empty();
        }
        return whole(marked).or(() -> mostly(marked)).or(() -> elsewhere(marked)).or(() -> between(marked));
    }

    /** Where something drawn around a box is; empty when its page has no heir. */
    public Optional<Shift> region(int page, List<Integer> box) {
        Integer unchanged = same.get(page);
        if (unchanged != null) {
            return Optional.of(new Shift(unchanged, 0, 0, true));
        }
        if (page < 1 || page > older.pages()) {
            return Optional.empty();
        }
        return nearest(page, box).or(() -> Optional.ofNullable(heir.get(page)).map(to -> new Shift(to, 0, 0, false)));
    }

    private Optional<Shift> nearest(int page, List<Integer> box) {
        int middleX = box.get(0) + box.get(2) / 2;
        int middleY = box.get(1) + box.get(3) / 2;
        Words words = pair.olderWords.get(page - 1).orElse(null);
        if (words == null) {
            return Optional.empty();
        }
        return IntStream.range(older.first[page], older.first[page + 1]).boxed()
                .sorted(java.util.Comparator.comparingLong(i -> distance(WordBoxes.of(words, older.place[i]), middleX, middleY)))
                .limit(NEAR_WORDS)
                .filter(i -> target(i) != Alignment.NONE)
                .findFirst()
                .map(i -> {
                    List<Integer> then = WordBoxes.of(words, older.place[i]);
                    int to = target(i);
                    List<Integer> now = WordBoxes.of(pair.newerWords.get(newer.page[to] - 1).orElseThrow(), newer.place[to]);
                    return new Shift(newer.page[to], now.get(0) - then.get(0), now.get(1) - then.get(1), false);
                });
    }

    /** Lines count more than columns: a mark in the margin belongs to its line. */
    private static long distance(List<Integer> word, int x, int y) {
        long dx = Math.max(0, Math.max(word.get(0) - x, x - word.get(0) - word.get(2)));
        long dy = Math.max(0, Math.max(word.get(1) - y, y - word.get(1) - word.get(3)));
        return dx + 8 * dy;
    }

    private Optional<Stretch> whole(int[] marked) {
        int[] to = Arrays.stream(marked).map(this::target).toArray();
        for (int i = 0; i < to.length; i++) {
            if (to[i] == Alignment.NONE || to[i] != to[0] + i) {
                return Optional.empty();
            }
        }
        return stretch(to[0], to[to.length - 1] + 1, hasNeighbours(marked[0], marked[marked.length - 1]));
    }

    private boolean hasNeighbours(int first, int last) {
        return cameAlong(first, -1) || cameAlong(last, 1);
    }

    private boolean cameAlong(int from, int step) {
        int to = target(from);
        for (int k = 1; k <= CONTEXT_WORDS; k++) {
            int old = from + k * step;
            int now = to + k * step;
            if (old < 0 || old >= older.length()) {
                return now < 0 || now >= newer.length() || k > 1;
            }
            if (target(old) != now) {
                return false;
            }
        }
        return true;
    }

    private Optional<Stretch> mostly(int[] marked) {
        int[] to = Arrays.stream(marked).map(this::target).filter(n -> n != Alignment.NONE).sorted().toArray();
        if (to.length < marked.length * LIKELY_SHARE || to[to.length - 1] - to[0] > marked.length * 2) {
            return Optional.empty();
        }
        return stretch(to[0], to[to.length - 1] + 1, false);
    }

    /** The very words stand once among what is new. */
    private Optional<Stretch> elsewhere(int[] marked) {
        int length = marked.length;
        int found = Alignment.NONE;
        for (int i = 0; i + length <= newer.length(); i++) {
            if (alignment.oldOf(i) == Alignment.NONE && Arrays.equals(older.word, marked[0], marked[0] + length, newer.word, i, i + length)) {
                if (found != Alignment.NONE) {
                    return Optional.empty();
                }
                found = i;
            }
        }
        return found == Alignment.NONE || length < 3 ? Optional.empty() : stretch(found, found + length, false);
    }

    /** What was written in its place, when it is alike. */
    private Optional<Stretch> between(int[] marked) {
        int from = marked[0] - 1;
        while (from >= 0 && alignment.newOf(from) == Alignment.NONE) {
            from--;
        }
        int to = marked[marked.length - 1] + 1;
        while (to < older.length() && alignment.newOf(to) == Alignment.NONE) {
            to++;
        }
        int begin = from < 0 ? 0 : alignment.newOf(from) + 1;
        int end = to >= older.length() ? newer.length() : alignment.newOf(to);
        if (begin >= end || end - begin > marked.length * 4 + 20) {
            return Optional.empty();
        }
        return mostAlike(marked, begin, end);
    }

    /** The window of new words that shares the most words with the marked ones. */
    private Optional<Stretch> mostAlike(int[] marked, int begin, int end) {
        Map<Integer, Integer> wanted = new HashMap<>();
        Arrays.stream(marked).forEach(i -> wanted.merge(older.word[i], 1, Integer::sum));
        int window = Math.min(marked.length, end - begin);
        int best = 0;
        int at = begin;
        for (int i = begin; i + window <= end; i++) {
            Map<Integer, Integer> left = new HashMap<>(wanted);
            int shared = 0;
            for (int k = i; k < i + window; k++) {
                if (left.merge(newer.word[k], -1, Integer::sum) >= 0) {
                    shared++;
                }
            }
            if (shared > best) {
                best = shared;
                at = i;
            }
        }
        return best >= marked.length * LIKELY_SHARE ? stretch(at, at + window, false) : Optional.empty();
    }

    /** New words from..to; where they run over a page's end, the page with more of them. */
    private Optional<Stretch> stretch(int from, int to, boolean sure) {
        int page = newer.page[from + (to - from) / 2];
        List<Integer> places = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (newer.page[i] == page) {
                places.add(newer.place[i]);
            }
        }
        Words words = pair.newerWords.get(page - 1).orElseThrow();
        int first = places.get(0) * Words.STRIDE;
        int last = places.get(places.size() - 1) * Words.STRIDE;
        boolean uncut = places.size() == to - from;
        return Optional.of(new Stretch(page, words.words().get(first), words.words().get(last) + words.words().get(last + 1),
                WordBoxes.lines(words, places), sure && uncut));
    }

    private int target(int old) {
        return alignment.newOf(old) != Alignment.NONE ? alignment.newOf(old) : alignment.movedTo(old);
    }

    private boolean overlaps(int page, int position, int start, int end) {
        List<Integer> words = pair.olderWords.get(page - 1).orElseThrow().words();
        int at = older.place[position] * Words.STRIDE;
        return words.get(at) < end && words.get(at) + words.get(at + 1) > start;
    }
}
