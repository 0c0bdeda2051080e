package vn.nghisu.papers.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.nghisu.papers.Manifest;
import vn.nghisu.papers.Words;

/** Papers set from plain sentences: ten words a line, forty lines a page, one picture a page that is named by the page's text. */
public final class Script {
    public static final int WORDS_A_LINE = 10;
    public static final int LINES_A_PAGE = 40;
    private static final int WORD_W = 450;
    private static final int LINE_H = 180;

    private Script() {}

    public record Paper(Manifest manifest, List<Optional<Words>> words) {}

    /** One flowing text, with a running head and a page number on each page. */
    public static Paper flow(String sha256, String text) {
        List<String> all = Arrays.stream(text.trim().split("\\s+")).toList();
        List<List<String>> pages = new ArrayList<>();
        int perPage = WORDS_A_LINE * LINES_A_PAGE;
        for (int at = 0; at < all.size(); at += perPage) {
            pages.add(all.subList(at, Math.min(all.size(), at + perPage)));
        }
        return pages(sha256, pages);
    }

    public static Paper pages(String sha256, List<List<String>> pages) {
        List<Manifest.Page> made = new ArrayList<>();
        List<Optional<Words>> words = new ArrayList<>();
        for (int number = 1; number <= pages.size(); number++) {
            List<List<String>> lines = new ArrayList<>();
            lines.add(List.of("BÁO", "CÁO", "SƠ", "KẾT"));
            List<String> body = pages.get(number - 1);
            for (int at = 0; at < body.size(); at += WORDS_A_LINE) {
                lines.add(body.subList(at, Math.min(body.size(), at + WORDS_A_LINE)));
            }
            lines.add(List.of(String.valueOf(number)));
            Words page = words(lines);
            words.add(body.isEmpty() ? Optional.empty() : Optional.of(page));
            String image = body.isEmpty() ? "picture" + number : "i" + page.text().hashCode();
            made.add(new Manifest.Page(String.valueOf(number), 5950, 8420, Optional.of(new Manifest.Picture(image, 1600, 2264, 1)), Optional.empty(),
                    Optional.empty(), Optional.empty()));
        }
        return new Paper(new Manifest(1, sha256, made, List.of(), Optional.empty(), Optional.empty()), words);
    }

    static PairOfPapers pair(Paper older, Paper newer) {
        return PairOfPapers.of(older.manifest(), newer.manifest(), older.words(), newer.words());
    }

    public static Bearings bearings(Paper older, Paper newer) {
        PairOfPapers pair = pair(older, newer);
        return new Bearings(pair, pair.changes((a, b) -> List.of()));
    }

    private static Words words(List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        List<Integer> numbers = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            starts.add(numbers.size() / Words.STRIDE);
            for (int i = 0; i < lines.get(line).size(); i++) {
                if (!text.isEmpty()) {
                    text.append(i == 0 ? '\n' : ' ');
                }
                String word = lines.get(line).get(i);
                numbers.addAll(List.of(text.length(), word.length(), 500 + i * WORD_W, 400 + line * LINE_H, WORD_W - 50, 130));
                text.append(word);
            }
        }
        return new Words(1, text.toString(), numbers, starts);
    }
}
