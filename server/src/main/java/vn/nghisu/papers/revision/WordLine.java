package vn.nghisu.papers.revision;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.nghisu.papers.TextFold;
import vn.nghisu.papers.Words;

/**
 * All words of a paper in reading order as numbers, page after page, without page numbers and running heads, which change place
 * whenever text flows anew. A word is three ints here, so that a paper of a thousand pages takes a few megabytes.
 */
final class WordLine {
    /** "12", "- 12 -", "Trang 3/12", "iv". */
    private static final Pattern PAGE_NUMBER = Pattern.compile("(trang|page|tr\\.)?[-–—\\s]*(\\d{1,4}|[ivxl]{1,6})([/\\s]+\\d{1,4})?[-–—\\s]*");
    private static final int RUNNING_HEAD_PAGES = 3;
    private static final double RUNNING_HEAD_SHARE = 0.5;

    /** Gives equal words of both papers the same number. */
    static final class Vocabulary {
        private final Map<String, Integer> numbers = new HashMap<>();

        int of(String word) {
            return numbers.computeIfAbsent(Normalizer.normalize(word, Normalizer.Form.NFC), w -> numbers.size());
        }
    }

    final int[] word;
    /** Page of each word, from 1. */
    final int[] page;
    /** Number of each word on its page, as in {@link Words#words()}. */
    final int[] place;
    /** For page p, from 1, its first word here is {@code first[p]}; {@code first[pages + 1]} is the end. */
    final int[] first;

    private WordLine(int[] word, int[] page, int[] place, int[] first) {
        this.word = word;
        this.page = page;
        this.place = place;
        this.first = first;
    }

    int length() {
        return word.length;
    }

    int pages() {
        return first.length - 2;
    }

    static WordLine of(List<Optional<Words>> pages, Vocabulary vocabulary) {
        Set<String> running = runningHeads(pages);
        Ints word = new Ints();
        Ints page = new Ints();
        Ints place = new Ints();
        int[] first = new int[pages.size() + 2];
        for (int number = 1; number <= pages.size(); number++) {
            first[number] = word.size();
            Optional<Words> words = pages.get(number - 1);
            if (words.isPresent()) {
                Set<Integer> left = leftOut(words.get(), running);
                for (int i = 0; i < count(words.get()); i++) {
                    if (!left.contains(i)) {
                        word.add(vocabulary.of(text(words.get(), i)));
                        page.add(number);
                        place.add(i);
                    }
                }
            }
        }
        first[pages.size() + 1] = word.size();
        return new WordLine(word.all(), page.all(), place.all(), first);
    }

    static int count(Words words) {
        return words.words().size() / Words.STRIDE;
    }

    static String text(Words words, int index) {
        int start = words.words().get(index * Words.STRIDE);
        return words.text().substring(start, start + words.words().get(index * Words.STRIDE + 1));
    }

    /** First and last lines that come again on at least half of the pages, digits aside. */
    private static Set<String> runningHeads(List<Optional<Words>> pages) {
        Map<String, Integer> seen = new HashMap<>();
        for (Optional<Words> words : pages) {
            words.ifPresent(w -> new HashSet<>(edges(w)).forEach(line -> seen.merge(plain(lineText(w, line)), 1, Integer::sum)));
        }
        Set<String> running = new HashSet<>();
        seen.forEach((line, times) -> {
            if (times >= RUNNING_HEAD_PAGES && times >= pages.size() * RUNNING_HEAD_SHARE) {
                running.add(line);
            }
        });
        return running;
    }

    private static Set<Integer> leftOut(Words words, Set<String> running) {
        Set<Integer> left = new HashSet<>();
        for (int line : edges(words)) {
            String text = lineText(words, line);
            if (PAGE_NUMBER.matcher(TextFold.fold(text).strip()).matches() || running.contains(plain(text))) {
                for (int i = words.lines().get(line); i < lineEnd(words, line); i++) {
                    left.add(i);
                }
            }
        }
        return left;
    }

    private static List<Integer> edges(Words words) {
        int lines = words.lines().size();
        List<Integer> edges = new ArrayList<>();
        if (lines > 0) {
            edges.add(0);
        }
        if (lines > 1) {
            edges.add(lines - 1);
        }
        return edges;
    }

    private static int lineEnd(Words words, int line) {
        return line + 1 < words.lines().size() ? words.lines().get(line + 1) : count(words);
    }

    private static String lineText(Words words, int line) {
        StringBuilder text = new StringBuilder();
        for (int i = words.lines().get(line); i < lineEnd(words, line); i++) {
            text.append(text.isEmpty() ? "" : " ").append(text(words, i));
        }
        return text.toString();
    }

    private static String plain(String line) {
        return TextFold.fold(line).replaceAll("\\d+", "").strip();
    }

    /** A growing row of ints. */
    private static final class Ints {
        private static final int BEGIN = 1024;
        private int[] row = new int[BEGIN];
        private int size;

        void add(int n) {
            if (size == row.length) {
                row = java.util.Arrays.copyOf(row, size * 2);
            }
            row[size++] = n;
        }

        int size() {
            return size;
        }

        int[] all() {
            return java.util.Arrays.copyOf(row, size);
        }
    }
}
