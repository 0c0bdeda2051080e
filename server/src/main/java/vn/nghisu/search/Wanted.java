package vn.nghisu.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nghisu.papers.TextFold;

/**
 * What somebody looks for. Words in quotes stand side by side in this order; the others stand anywhere on the page, and the last of
 * them may be unfinished. Words without any accent say nothing about accents.
 */
public final class Wanted {
    /** Characters of a query. */
    public static final int LONGEST = 100;
    /** Characters, folded, of the shortest query. */
    public static final int SHORTEST = 2;
    private static final int WORDS = 24;
    private static final Pattern QUOTED = Pattern.compile("[\"“”„«»]([^\"“”„«»]*)(?:[\"“”„«»]|$)");

    private final List<List<Syllable>> phrases = new ArrayList<>();
    private final List<Syllable> loose;
    private final boolean exact;
    private final boolean marked;
    private final boolean unfinished;

    private Wanted(String query, boolean exact) {
        this.exact = exact;
        this.marked = TextFold.hasAccents(query);
        StringBuilder rest = new StringBuilder();
        Matcher quotes = QUOTED.matcher(query);
        while (quotes.find()) {
            phrases.add(few(Syllable.of(quotes.group(1))));
            quotes.appendReplacement(rest, " ");
        }
        phrases.removeIf(List::isEmpty);
        quotes.appendTail(rest);
        this.loose = few(Syllable.of(rest.toString()));
        this.unfinished = !exact && !loose.isEmpty() && loose.get(loose.size() - 1).end() == rest.length()
                && loose.get(loose.size() - 1).plain().length() >= SHORTEST;
    }

    /**
     * @param query at most {@link #LONGEST} characters; what is longer is cut off
     * @param exact only what carries the same accents ("đúng dấu")
     */
    public static Wanted of(String query, boolean exact) {
        return new Wanted(query.length() > LONGEST ? query.substring(0, LONGEST) : query, exact);
    }

    /** Whether there is enough of it to be looked for. */
    public boolean isEnough() {
        return loose.stream().mapToInt(word -> word.plain().length()).sum()
                + phrases.stream().flatMap(List::stream).mapToInt(word -> word.plain().length()).sum() >= SHORTEST;
    }

    public boolean exact() {
        return exact;
    }

    /** Whether it may stand in a text, by that text folded once: a quick no saves the long look. */
    public boolean mayStandIn(String folded) {
        return loose.stream().allMatch(word -> folded.contains(word.plain()))
                && phrases.stream().flatMap(List::stream).allMatch(word -> folded.contains(word.plain()));
    }

    boolean marked() {
        return marked;
    }

    List<List<Syllable>> phrases() {
        return phrases;
    }

    List<Syllable> loose() {
        return loose;
    }

    boolean isPrefix(int looseIndex) {
        return unfinished && looseIndex == loose.size() - 1;
    }

    /**
     * Where it stands in a text; empty unless all of it does.
     *
     * @return stretches in the text's order that don't overlap
     */
    public List<Stretch> in(String text) {
        List<Syllable> there = Syllable.of(text);
        boolean[] hit = new boolean[there.size()];
        for (List<Syllable> phrase : phrases) {
            if (!mark(there, phrase, hit)) {
                return List.of();
            }
        }
        for (int i = 0; i < loose.size(); i++) {
            boolean found = false;
            for (int j = 0; j < there.size(); j++) {
                if (isSame(there.get(j), loose.get(i), isPrefix(i))) {
                    hit[j] = true;
                    found = true;
                }
            }
            if (!found) {
                return List.of();
            }
        }
        return stretches(there, hit);
    }

    /** Whether a text that has all of it has it with the same accents. */
    public boolean isMarkedIn(String text) {
        return !marked || !new Wanted(this).in(text).isEmpty();
    }

    private Wanted(Wanted same) {
        this.exact = true;
        this.marked = true;
        this.unfinished = false;
        this.loose = same.loose;
        this.phrases.addAll(same.phrases);
    }

    private boolean mark(List<Syllable> there, List<Syllable> phrase, boolean[] hit) {
        boolean found = false;
        for (int at = 0; at + phrase.size() <= there.size(); at++) {
            int n = 0;
            while (n < phrase.size() && isSame(there.get(at + n), phrase.get(n), false)) {
                n++;
            }
            if (n == phrase.size()) {
                Arrays.fill(hit, at, at + n, true);
                found = true;
            }
        }
        return found;
    }

    private boolean isSame(Syllable there, Syllable wanted, boolean prefix) {
        return exact ? there.marked().equals(wanted.marked())
                : prefix ? there.plain().startsWith(wanted.plain()) : there.plain().equals(wanted.plain());
    }

    private static List<Stretch> stretches(List<Syllable> there, boolean[] hit) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < hit.length; i++) {
            if (hit[i]) {
                int from = i;
                while (i + 1 < hit.length && hit[i + 1]) {
                    i++;
                }
                found.add(new Stretch(there.get(from).start(), there.get(i).end(), i - from + 1));
            }
        }
        return found;
    }

    private static List<Syllable> few(List<Syllable> words) {
        return words.size() > WORDS ? words.subList(0, WORDS) : words;
    }

    /** @param words how many words stand in it side by side */
    public record Stretch(int start, int end, int words) {}
}
