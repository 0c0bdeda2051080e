package vn.nghisu.papers.revision;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.algorithm.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which word of the old paper is which word of the new one. Stretches that occur once in both are matched first (patience diff), what
 * lies between them word by word (Myers), and stretches that were carried elsewhere last.
 */
final class Alignment {
    static final int NONE = -1;
    private static final int[] ANCHOR_WORDS = {8, 4, 2, 1};
    /** Below so many pairs of words the exact difference is taken. */
    private static final long EXACT_PAIRS = 400_000;
    /** Above so many it is not even tried without anchors: both stretches count as different. */
    private static final long MOST_PAIRS = 40_000_000;
    private static final int MOVED_WORDS = 8;
    /** A match of so few words between longer changes is chance. */
    private static final int CHANCE_WORDS = 2;

    private final int[] older;
    private final int[] newer;
    private final int[] newOf;
    private final int[] oldOf;
    private final int[] movedTo;
    private final int[] movedFrom;

    private Alignment(int[] older, int[] newer) {
        this.older = older;
        this.newer = newer;
        this.newOf = filled(older.length);
        this.oldOf = filled(newer.length);
        this.movedTo = filled(older.length);
        this.movedFrom = filled(newer.length);
    }

    static Alignment of(int[] older, int[] newer) {
        Alignment alignment = new Alignment(older, newer);
        alignment.align(0, older.length, 0, newer.length);
        alignment.dropChance();
        alignment.findMoves();
        return alignment;
    }

    /** Where an old word stands now, in its order; {@link #NONE} when it went or was carried elsewhere. */
    int newOf(int old) {
        return newOf[old];
    }

    int oldOf(int now) {
        return oldOf[now];
    }

    /** Where an old word was carried, out of its order; {@link #NONE} when it was not. */
    int movedTo(int old) {
        return movedTo[old];
    }

    int movedFrom(int now) {
        return movedFrom[now];
    }

    /** Ranges still to be matched wait in a list: recursion would follow the paper's length. */
    private void align(int from, int to, int newFrom, int newTo) {
        List<int[]> open = new ArrayList<>();
        open.add(new int[] {from, to, newFrom, newTo});
        while (!open.isEmpty()) {
            int[] range = open.remove(open.size() - 1);
            int a = range[0];
            int b = range[1];
            int c = range[2];
            int d = range[3];
            while (a < b && c < d && older[a] == newer[c]) {
                match(a++, c++);
            }
            while (a < b && c < d && older[b - 1] == newer[d - 1]) {
                match(--b, --d);
            }
            if (a < b && c < d) {
                between(open, a, b, c, d);
            }
        }
    }

    private void between(List<int[]> open, int a, int b, int c, int d) {
        long pairs = (long) (b - a) * (d - c);
        if (pairs <= EXACT_PAIRS) {
            exact(a, b, c, d);
            return;
        }
        for (int words : ANCHOR_WORDS) {
            List<int[]> anchors = anchors(words, a, b, c, d);
            if (!anchors.isEmpty()) {
                int x = a;
                int y = c;
                for (int[] anchor : anchors) {
                    open.add(new int[] {x, anchor[0], y, anchor[1]});
                    match(anchor[0], anchor[1]);
                    x = anchor[0] + 1;
                    y = anchor[1] + 1;
                }
                open.add(new int[] {x, b, y, d});
                return;
            }
        }
        if (pairs <= MOST_PAIRS) {
            exact(a, b, c, d);
        }
    }

    /** Stretches of so many words that occur once in each range, the longest row of them that keeps their order. */
    private List<int[]> anchors(int words, int a, int b, int c, int d) {
        Map<Long, Integer> once = new HashMap<>();
        count(older, words, a, b, once);
        Map<Long, Integer> onceNew = new HashMap<>();
        count(newer, words, c, d, onceNew);
        List<int[]> pairs = new ArrayList<>();
        for (int i = a; i + words <= b; i++) {
            long key = key(older, i, words);
            Integer here = once.get(key);
            Integer there = onceNew.get(key);
            if (here != null && here == i && there != null && there >= 0 && same(i, there, words)) {
                pairs.add(new int[] {i, there});
            }
        }
        return rising(pairs);
    }

    private static void count(int[] row, int words, int from, int to, Map<Long, Integer> once) {
        for (int i = from; i + words <= to; i++) {
            once.merge(key(row, i, words), i, (before, now) -> -2);
        }
    }

    private static long key(int[] row, int at, int words) {
        long key = 1125899906842597L;
        for (int i = 0; i < words; i++) {
            key = key * 1_000_003L + row[at + i];
        }
        return key;
    }

    private boolean same(int old, int now, int words) {
        return Arrays.equals(older, old, old + words, newer, now, now + words);
    }

    /** Longest rising subsequence by the second number; the first rises already. */
    private static List<int[]> rising(List<int[]> pairs) {
        int[] tails = new int[pairs.size()];
        int[] before = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(tails[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? NONE : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        int[][] row = new int[length][];
        for (int i = length == 0 ? NONE : tails[length - 1], at = length - 1; i != NONE; i = before[i], at--) {
            row[at] = pairs.get(i);
        }
        return Arrays.asList(row);
    }

    private void exact(int a, int b, int c, int d) {
        List<Integer> left = boxed(older, a, b);
        List<Integer> right = boxed(newer, c, d);
        List<Change> changes = new ArrayList<>(new MyersDiffWithLinearSpace<Integer>().computeDiff(left, right, null));
        changes.sort(java.util.Comparator.comparingInt((Change change) -> change.startOriginal).thenComparingInt(change -> change.startRevised));
        int x = 0;
        int y = 0;
        for (Change change : changes) {
            while (x < change.startOriginal && y < change.startRevised) {
                matchEqual(a + x++, c + y++);
            }
            x = change.endOriginal;
            y = change.endRevised;
        }
        while (x < left.size() && y < right.size()) {
            matchEqual(a + x++, c + y++);
        }
    }

    private static List<Integer> boxed(int[] row, int from, int to) {
        return Arrays.stream(row, from, to).boxed().toList();
    }

    private void matchEqual(int old, int now) {
        if (older[old] == newer[now]) {
            match(old, now);
        }
    }

    private void match(int old, int now) {
        newOf[old] = now;
        oldOf[now] = old;
    }

    /** "và" between two rewritten sentences is not what stayed of them. */
    private void dropChance() {
        int i = 0;
        while (i < older.length) {
            if (newOf[i] == NONE) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < older.length && newOf[end] == newOf[end - 1] + 1) {
                end++;
            }
            int run = end - i;
            if (run <= CHANCE_WORDS && changedBefore(i) > run && changedAfter(end - 1) > run) {
                for (int k = i; k < end; k++) {
                    oldOf[newOf[k]] = NONE;
                    newOf[k] = NONE;
                }
            }
            i = end;
        }
    }

    private int changedBefore(int old) {
        int here = 0;
        while (old - 1 - here >= 0 && newOf[old - 1 - here] == NONE) {
            here++;
        }
        int there = 0;
        int now = newOf[old];
        while (now - 1 - there >= 0 && oldOf[now - 1 - there] == NONE) {
            there++;
        }
        return Math.max(here, there);
    }

    private int changedAfter(int old) {
        int here = 0;
        while (old + 1 + here < older.length && newOf[old + 1 + here] == NONE) {
            here++;
        }
        int there = 0;
        int now = newOf[old];
        while (now + 1 + there < newer.length && oldOf[now + 1 + there] == NONE) {
            there++;
        }
        return Math.max(here, there);
    }

    private void findMoves() {
        Map<Long, Integer> once = new HashMap<>();
        for (int i = 0; i + MOVED_WORDS <= newer.length; i++) {
            if (free(oldOf, i)) {
                once.merge(key(newer, i, MOVED_WORDS), i, (before, now) -> -2);
            }
        }
        for (int i = 0; i + MOVED_WORDS <= older.length; i++) {
            if (!free(newOf, i) || movedTo[i] != NONE) {
                continue;
            }
            int to = once.getOrDefault(key(older, i, MOVED_WORDS), NONE);
            if (to >= 0 && movedFrom[to] == NONE && same(i, to, MOVED_WORDS)) {
                int k = 0;
                while (i + k < older.length && to + k < newer.length && newOf[i + k] == NONE && oldOf[to + k] == NONE
                        && movedFrom[to + k] == NONE && older[i + k] == newer[to + k]) {
                    movedTo[i + k] = to + k;
                    movedFrom[to + k] = i + k;
                    k++;
                }
            }
        }
    }

    private static boolean free(int[] matched, int at) {
        for (int i = at; i < at + MOVED_WORDS; i++) {
            if (matched[i] != NONE) {
                return false;
            }
        }
        return true;
    }

    private static int[] filled(int length) {
        int[] row = new int[length];
        Arrays.fill(row, NONE);
        return row;
    }
}
