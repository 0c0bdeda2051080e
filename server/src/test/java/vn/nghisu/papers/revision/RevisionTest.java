package vn.nghisu.papers.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nghisu.papers.Words;
import vn.nghisu.papers.revision.Changes.Kind;
import vn.nghisu.papers.revision.Changes.Op;

class RevisionTest {
    private static final String[] STOCK = ("ủy ban nhân dân tỉnh giao sở thông tin và truyền thông chủ trì phối hợp với các sở ban ngành triển khai "
            + "thực hiện kế hoạch chuyển đổi số năm bảo đảm tiến độ chất lượng theo quy định báo cáo kết quả trước ngày").split(" ");

    @Test
    void the_same_paper_has_no_changes() {
        String text = prose(new Random(1), 1500);
        Changes changes = changes(text, text);
        assertThat(changes.pages()).extracting(Changes.PageChange::kind).containsOnly(Kind.SAME);
        assertThat(changes.added() + changes.removed() + changes.moved()).isZero();
        assertThat(changes.removedPages()).isEmpty();
    }

    @Test
    void one_changed_number_is_named_on_its_page_and_nothing_else() {
        List<String> words = words(prose(new Random(2), 1500));
        List<String> after = new ArrayList<>(words);
        words.set(700, "85%");
        after.set(700, "92%");
        Changes changes = changes(String.join(" ", words), String.join(" ", after));
        assertThat(changes.pages()).extracting(Changes.PageChange::kind).containsExactly(Kind.SAME, Kind.CHANGED, Kind.SAME, Kind.SAME);
        assertThat(changes.pages().get(1).spans()).extracting(Changes.Span::op, Changes.Span::text)
                .containsExactly(tuple(Op.REMOVED, "85%"), tuple(Op.ADDED, "92%"));
        // the box of the added word: word 700 is the first of line 30 of page 2
        assertThat(changes.pages().get(1).spans().get(1).boxes()).containsExactly(List.of(500, 400 + 31 * 180, 400, 130));
    }

    @Test
    void an_inserted_sentence_shifts_the_pages_after_it_without_marking_them() {
        List<String> words = words(prose(new Random(3), 1900));
        List<String> after = new ArrayList<>(words);
        after.addAll(430, List.of("Bổ", "sung", "kinh", "phí", "cho", "cấp", "xã."));
        Changes changes = changes(String.join(" ", words), String.join(" ", after));
        assertThat(changes.pages()).extracting(Changes.PageChange::kind)
                .containsExactly(Kind.SAME, Kind.CHANGED, Kind.SHIFTED, Kind.SHIFTED, Kind.SHIFTED);
        assertThat(changes.added()).isEqualTo(7);
        assertThat(changes.removed()).isZero();
        assertThat(changes.pages().get(1).spans()).extracting(Changes.Span::text).containsExactly("Bổ sung kinh phí cho cấp xã.");
    }

    @Test
    void an_inserted_page_is_new_and_the_others_are_where_they_were() {
        List<List<String>> pages = IntStream.range(0, 6).mapToObj(i -> words(prose(new Random(10 + i), 380))).collect(Collectors.toList());
        Script.Paper older = Script.pages("a", pages);
        List<List<String>> more = new ArrayList<>(pages);
        more.add(2, words(unlike(300)));
        Changes changes = Script.pair(older, Script.pages("b", more)).changes((a, b) -> List.of());
        assertThat(changes.pages().get(2).kind()).isEqualTo(Kind.NEW);
        assertThat(changes.pages()).filteredOn(page -> page.kind() != Kind.SAME && page.kind() != Kind.SHIFTED).hasSize(1);
        assertThat(changes.pages()).extracting(page -> page.before().orElse(0)).startsWith(1, 2).endsWith(3, 4, 5, 6);
    }

    @Test
    void a_removed_page_is_listed() {
        List<List<String>> pages = new ArrayList<>(IntStream.range(0, 5).mapToObj(i -> words(prose(new Random(20 + i), 380))).toList());
        pages.add(3, words(unlike(300)));
        Script.Paper older = Script.pages("a", pages);
        pages.remove(3);
        Changes changes = Script.pair(older, Script.pages("b", pages)).changes((a, b) -> List.of());
        assertThat(changes.removedPages()).containsExactly(4);
        assertThat(changes.removed()).isEqualTo(300);
    }

    @Test
    void a_paragraph_carried_elsewhere_counts_as_moved() {
        List<String> words = words(prose(new Random(4), 1600));
        List<String> paragraph = words(unlike(60));
        List<String> before = new ArrayList<>(words);
        before.addAll(100, paragraph);
        List<String> after = new ArrayList<>(words);
        after.addAll(1400, paragraph);
        Changes changes = changes(String.join(" ", before), String.join(" ", after));
        assertThat(changes.moved()).isEqualTo(60);
        assertThat(changes.added() + changes.removed()).isZero();
    }

    @Test
    void a_scan_is_judged_by_its_pictures() {
        Script.Paper older = Script.pages("a", List.of(List.of(), List.of(), List.of()));
        Script.Paper newer = renamed(older);
        Changes changes = Script.pair(older, newer).changes((a, b) -> a == older.manifest().pages().get(1) ? List.of(List.of(100, 200, 50, 30)) : List.of());
        assertThat(changes.pages()).extracting(Changes.PageChange::kind).containsExactly(Kind.SAME, Kind.PICTURE, Kind.SAME);
        assertThat(changes.pages().get(1).regions()).containsExactly(List.of(595, 1684, 297, 252));
    }

    @Test
    void every_word_of_both_papers_is_accounted_for() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> before = words(prose(random, 20 + random.nextInt(2500)));
            List<String> after = edited(before, random, random.nextInt(60));
            PairOfPapers pair = Script.pair(Script.flow("a", String.join(" ", before)), Script.flow("b", String.join(" ", after)));
            int last = -1;
            int kept = 0;
            for (int i = 0; i < pair.olderLine.length(); i++) {
                int to = pair.alignment.newOf(i);
                if (to != Alignment.NONE) {
                    kept++;
                    assertThat(to).as("order, seed %d", seed).isGreaterThan(last);
                    assertThat(pair.newerLine.word[to]).isEqualTo(pair.olderLine.word[i]);
                    assertThat(pair.alignment.oldOf(to)).isEqualTo(i);
                    assertThat(pair.alignment.movedTo(i)).isEqualTo(Alignment.NONE);
                    last = to;
                }
            }
            Changes changes = pair.changes((a, b) -> List.of());
            int moved = changes.moved();
            assertThat(kept + moved + changes.removed()).as("old words, seed %d", seed).isEqualTo(pair.olderLine.length());
            assertThat(kept + moved + changes.added()).as("new words, seed %d", seed).isEqualTo(pair.newerLine.length());
        }
    }

    /** A1 of the reading tests: what is called sure must be the very words the reader marked. */
    @Test
    void marked_text_is_carried_to_the_very_words_or_called_doubtful() {
        int total = 0;
        int sure = 0;
        int wrong = 0;
        int none = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(1000 + seed);
            List<Tagged> before = tagged(prose(random, 6000));
            List<Tagged> after = rewritten(before, random);
            PairOfPapers pair = Script.pair(flow("a", before), flow("b", after));
            Bearings bearings = new Bearings(pair, pair.changes((a, b) -> List.of()));
            for (int k = 0; k < 100; k++) {
                int length = 3 + random.nextInt(12);
                int from = random.nextInt(before.size() - length);
                int page = pair.olderLine.page[from];
                if (pair.olderLine.page[from + length - 1] != page) {
                    continue;
                }
                Words words = pair.olderWords.get(page - 1).orElseThrow();
                int start = words.words().get(pair.olderLine.place[from] * Words.STRIDE);
                int lastAt = pair.olderLine.place[from + length - 1] * Words.STRIDE;
                Optional<Bearings.Stretch> found = bearings.stretch(page, start, words.words().get(lastAt) + words.words().get(lastAt + 1));
                total++;
                if (found.isEmpty()) {
                    none++;
                } else if (found.get().sure()) {
                    sure++;
                    int at = position(pair, found.get());
                    for (int i = 0; i < length; i++) {
                        if (at + i >= after.size() || after.get(at + i).tag != before.get(from + i).tag) {
                            wrong++;
                            break;
                        }
                    }
                }
            }
        }
        assertThat(total).isGreaterThan(1500);
        assertThat((double) sure / total).as("sure: %d of %d, none: %d", sure, total, none).isGreaterThan(0.75);
        assertThat((double) wrong / sure).as("wrong: %d of %d sure ones", wrong, sure).isLessThanOrEqualTo(0.005);
    }

    @Test
    void a_drawing_follows_the_line_beside_it_and_is_doubtful_there() {
        List<String> before = words(prose(new Random(5), 900));
        List<String> after = new ArrayList<>(before);
        after.addAll(0, Arrays.asList(unlike(20).split(" ")));
        PairOfPapers pair = Script.pair(Script.flow("a", String.join(" ", before)), Script.flow("b", String.join(" ", after)));
        Bearings bearings = new Bearings(pair, pair.changes((a, b) -> List.of()));
        // beside line 5 of page 1, two lines lower now
        assertThat(bearings.region(1, List.of(5100, 400 + 6 * 180, 300, 130))).contains(new Bearings.Shift(1, 0, 360, false));
        // the last line has gone over to page 2
        assertThat(bearings.region(1, List.of(5100, 400 + 40 * 180, 300, 130)).map(Bearings.Shift::page)).contains(2);
    }

    @Test
    void a_drawing_on_a_page_that_looks_the_same_stays() {
        List<List<String>> pages = new ArrayList<>(IntStream.range(0, 4).mapToObj(i -> words(prose(new Random(30 + i), 380))).toList());
        Script.Paper older = Script.pages("a", pages);
        pages.set(0, words(unlike(380)));
        PairOfPapers pair = Script.pair(older, Script.pages("b", pages));
        Bearings bearings = new Bearings(pair, pair.changes((a, b) -> List.of()));
        assertThat(bearings.region(3, List.of(100, 100, 10, 10))).contains(new Bearings.Shift(3, 0, 0, true));
        assertThat(bearings.region(1, List.of(100, 100, 10, 10)).map(Bearings.Shift::sure).orElse(false)).isFalse();
    }

    // ---- setting papers

    private record Tagged(String word, int tag) {}

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static Changes changes(String before, String after) {
        return Script.pair(Script.flow("a", before), Script.flow("b", after)).changes((a, b) -> List.of());
    }

    private static Script.Paper renamed(Script.Paper paper) {
        var pages = paper.manifest().pages().stream().map(page -> new vn.nghisu.papers.Manifest.Page(page.label(), page.w(), page.h(),
                page.fit().map(fit -> new vn.nghisu.papers.Manifest.Picture("other-" + fit.file(), fit.w(), fit.h(), 1)), page.thumb(), page.words(), page.failed())).toList();
        return new Script.Paper(new vn.nghisu.papers.Manifest(1, "b", pages, List.of(), Optional.empty(), Optional.empty()), paper.words());
    }

    private static String prose(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> random.nextInt(12) == 0 ? String.valueOf(random.nextInt(500)) : STOCK[random.nextInt(STOCK.length)])
                .collect(Collectors.joining(" "));
    }

    private static String unlike(int count) {
        return IntStream.range(0, count).mapToObj(i -> "riêng" + i).collect(Collectors.joining(" "));
    }

    private static List<String> words(String text) {
        return new ArrayList<>(Arrays.asList(text.split(" ")));
    }

    private static List<String> edited(List<String> words, Random random, int edits) {
        List<String> after = new ArrayList<>(words);
        for (int i = 0; i < edits && after.size() > 12; i++) {
            int at = random.nextInt(after.size() - 10);
            int length = 1 + random.nextInt(9);
            switch (random.nextInt(4)) {
                case 0 -> after.subList(at, at + length).clear();
                case 1 -> after.addAll(at, words(prose(random, length)));
                case 2 -> after.set(at, STOCK[random.nextInt(STOCK.length)]);
                default -> {
                    List<String> cut = new ArrayList<>(after.subList(at, at + length));
                    after.subList(at, at + length).clear();
                    after.addAll(random.nextInt(after.size()), cut);
                }
            }
        }
        return after;
    }

    private static List<Tagged> tagged(String text) {
        List<String> words = words(text);
        return IntStream.range(0, words.size()).mapToObj(i -> new Tagged(words.get(i), i)).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Sentences of twenty words: 12 % edited, 3 % deleted, 6 % inserted, and a block of three hundred words carried elsewhere. */
    private static List<Tagged> rewritten(List<Tagged> before, Random random) {
        List<Tagged> after = new ArrayList<>();
        for (int at = 0; at < before.size(); at += 20) {
            List<Tagged> sentence = new ArrayList<>(before.subList(at, Math.min(before.size(), at + 20)));
            int dice = random.nextInt(100);
            if (dice < 3) {
                continue;
            }
            if (dice < 15) {
                sentence.set(random.nextInt(sentence.size()), new Tagged(STOCK[random.nextInt(STOCK.length)] + "x", -1));
            }
            after.addAll(sentence);
            if (dice > 93) {
                words(prose(random, 20)).forEach(word -> after.add(new Tagged(word, -1)));
            }
        }
        int block = random.nextInt(after.size() - 400);
        List<Tagged> cut = new ArrayList<>(after.subList(block, block + 300));
        after.subList(block, block + 300).clear();
        after.addAll(random.nextInt(after.size()), cut);
        return after;
    }

    private static Script.Paper flow(String sha256, List<Tagged> words) {
        return Script.flow(sha256, words.stream().map(Tagged::word).collect(Collectors.joining(" ")));
    }

    private static int position(PairOfPapers pair, Bearings.Stretch stretch) {
        Words words = pair.newerWords.get(stretch.page() - 1).orElseThrow();
        for (int i = pair.newerLine.first[stretch.page()]; i < pair.newerLine.first[stretch.page() + 1]; i++) {
            if (words.words().get(pair.newerLine.place[i] * Words.STRIDE) == stretch.start()) {
                return i;
            }
        }
        throw new AssertionError("no word begins there");
    }
}
