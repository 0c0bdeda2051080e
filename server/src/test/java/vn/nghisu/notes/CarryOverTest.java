package vn.nghisu.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nghisu.notes.Note.Carried;
import vn.nghisu.notes.Note.Fate;
import vn.nghisu.papers.Words;
import vn.nghisu.papers.revision.Script;

/** Papers are set by {@link Script}: a head of four words, then ten words a line at 0.1 pt (500 + 450 i, 400 + 180 line). */
class CarryOverTest {
    private static final int PAGE = Script.WORDS_A_LINE * Script.LINES_A_PAGE;

    private final List<String> before = numbered(3 * PAGE);
    private final List<String> after = new ArrayList<>(before);

    @Test
    void marked_text_goes_with_its_words_and_keeps_its_quote() {
        after.addAll(0, List.of("một", "câu", "mới", "ở", "đầu", "văn", "bản", "này", "rồi", "thôi"));
        Note carried = carry(highlight(1, 42, 45));
        assertThat(carried.carried()).hasValueSatisfying(by -> assertThat(by.fate()).isEqualTo(Fate.KEPT));
        assertThat(quote(carried)).isEqualTo("từ42 từ43 từ44");
        NoteBody.Highlight body = (NoteBody.Highlight) carried.body();
        // one line lower than before: line 5 became line 6 of the page, counted from the head, in 1/20 pt
        assertThat(body.quads()).containsExactly(List.of(2 * (500 + 2 * 450), 2 * (400 + 6 * 180), 2 * (2 * 450 + 400), 260));
        assertThat(newer().words().get(0).orElseThrow().text().substring(body.start(), body.end())).isEqualTo("từ42 từ43 từ44");
    }

    @Test
    void marked_text_that_went_over_to_the_next_page_was_moved() {
        after.addAll(0, numbered("mới", 20));
        Note carried = carry(highlight(1, PAGE - 5, PAGE - 2));
        assertThat(carried.page()).isEqualTo(2);
        assertThat(fate(carried)).isEqualTo(Fate.MOVED);
    }

    @Test
    void a_number_that_changed_inside_the_marked_text_asks_for_the_owners_eye_and_shows_the_old_words() {
        after.set(43, "92%");
        Note carried = carry(highlight(1, 40, 50));
        assertThat(fate(carried)).isEqualTo(Fate.CHECK);
        assertThat(quote(carried)).contains("từ43");
        NoteBody.Highlight body = (NoteBody.Highlight) carried.body();
        assertThat(newer().words().get(0).orElseThrow().text().substring(body.start(), body.end())).contains("92%").startsWith("từ40").endsWith("từ49");
    }

    @Test
    void what_was_marked_and_is_gone_is_kept_in_the_list_without_a_place() {
        after.subList(30, 130).clear();
        Note carried = carry(highlight(1, 60, 66));
        assertThat(fate(carried)).isEqualTo(Fate.ORPHAN);
        assertThat(quote(carried)).isEqualTo("từ60 từ61 từ62 từ63 từ64 từ65");
        assertThat(carried.carried().orElseThrow().page()).isEqualTo(1);
    }

    @Test
    void a_drawing_goes_with_the_line_beside_it_and_asks_for_the_owners_eye() {
        after.addAll(0, numbered("mới", 30));
        int y = 2 * (400 + 6 * 180 + 60);
        Note carried = carry(ink(1, List.of(2 * 5100, y, 20, 10, -30, 40)));
        assertThat(fate(carried)).isEqualTo(Fate.CHECK);
        assertThat(((NoteBody.Ink) carried.body()).points()).containsExactly(2 * 5100, y + 2 * 3 * 180, 20, 10, -30, 40);
    }

    @Test
    void everything_on_a_page_that_looks_the_same_stays_where_it_is() {
        after.set(PAGE + 3, "khác");
        for (int page : List.of(1, 3)) {
            Note drawn = ink(page, List.of(100, 100, 5, 5));
            assertThat(carry(drawn).body()).isEqualTo(drawn.body());
            assertThat(fate(carry(drawn))).isEqualTo(Fate.KEPT);
        }
        assertThat(fate(carry(ink(2, List.of(100, 100, 5, 5))))).isEqualTo(Fate.CHECK);
    }

    @Test
    void a_copy_is_shared_as_before_and_its_id_is_always_the_same() {
        Note note = NoteDesk.opinion(NoteDesk.shared(highlight(1, 1, 3), Note.Reach.PEOPLE, "bao1"));
        assertThat(carry(note).id()).isEqualTo(carry(note).id()).isNotEqualTo(note.id());
        assertThat(carry(note).share()).isEqualTo(note.share());
        assertThat(carry(note).opinion()).as("handed in once").isFalse();
        assertThat(carry(note).carried()).contains(new Carried(note.id(), "paper1", 1, Fate.KEPT, false));
    }

    @Test
    void what_its_owner_has_not_looked_at_stays_doubtful_in_the_next_revision_too() {
        Note doubtful = carried(highlight(1, 10, 12), Fate.CHECK, false);
        assertThat(fate(carry(doubtful))).isEqualTo(Fate.CHECK);
        assertThat(fate(carry(carried(highlight(1, 10, 12), Fate.CHECK, true)))).isEqualTo(Fate.KEPT);
        assertThat(fate(carry(carried(highlight(1, 10, 12), Fate.ORPHAN, false)))).isEqualTo(Fate.ORPHAN);
    }

    @Test
    void a_shared_note_that_is_doubtful_in_the_revision_becomes_its_owners_alone() {
        after.set(43, "92%");
        for (Note.Reach reach : List.of(Note.Reach.MEETING, Note.Reach.PEOPLE)) {
            String[] people = reach == Note.Reach.PEOPLE ? new String[] {"bao1"} : new String[0];
            Note doubtful = carry(NoteDesk.shared(highlight(1, 40, 50), reach, people));
            assertThat(fate(doubtful)).isEqualTo(Fate.CHECK);
            assertThat(doubtful.share()).isEqualTo(Note.PRIVATE);
            assertThat(carry(NoteDesk.shared(highlight(1, 60, 66), reach, people)).share().reach()).as("sure").isEqualTo(reach);
        }
        after.subList(30, 130).clear();
        assertThat(carry(NoteDesk.shared(highlight(1, 60, 66), Note.Reach.MEETING)).share()).as("without a place").isEqualTo(Note.PRIVATE);
    }

    @Test
    void a_sure_copy_stays_shared_only_where_that_shows_it_to_nobody_who_could_not_open_the_old_revision() {
        Note forAll = NoteDesk.shared(highlight(1, 60, 66), Note.Reach.MEETING);
        Note forTwo = NoteDesk.shared(highlight(1, 60, 66), Note.Reach.PEOPLE, "bao1", "khach");
        Note forOne = NoteDesk.shared(highlight(1, 60, 66), Note.Reach.PEOPLE, "bao1");
        CarryOver over = new CarryOver("paper9", 3, Script.bearings(older(), newer()), Set.of("khach"));
        assertThat(over.carry(forAll).share()).isEqualTo(Note.PRIVATE);
        assertThat(over.carry(forTwo).share()).isEqualTo(Note.PRIVATE);
        assertThat(over.carry(forOne).share()).isEqualTo(forOne.share());
    }

    /** A1: whatever happens to a paper, as many notes come over as there were. */
    @Test
    void none_is_ever_dropped() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            after.clear();
            after.addAll(before);
            for (int edits = random.nextInt(30); edits > 0 && after.size() > 100; edits--) {
                int at = random.nextInt(after.size() - 80);
                if (random.nextBoolean()) {
                    after.subList(at, at + random.nextInt(80)).clear();
                } else {
                    after.addAll(at, numbered("x" + edits + "-", random.nextInt(200)));
                }
            }
            List<Note> notes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int page = 1 + random.nextInt(3);
                int from = random.nextInt(PAGE - 12);
                Note note = random.nextBoolean() ? highlight(page, from, from + 1 + random.nextInt(10))
                        : ink(page, List.of(random.nextInt(11_000), random.nextInt(16_000), 10, 10));
                notes.add(note);
            }
            Script.Paper newer = newer();
            List<Note> copies = over(newer).carry(notes);
            assertThat(copies).hasSameSizeAs(notes);
            assertThat(copies).allSatisfy(copy -> {
                assertThat(copy.page()).isBetween(1, newer.manifest().pages().size());
                assertThat(copy.carried()).isPresent();
            });
        }
    }

    private CarryOver over(Script.Paper newer) {
        return new CarryOver("paper9", newer.manifest().pages().size(), Script.bearings(older(), newer), Set.of());
    }

    private Note carry(Note note) {
        return over(newer()).carry(note);
    }

    private Script.Paper older() {
        return Script.flow("a", String.join(" ", before));
    }

    private Script.Paper newer() {
        return Script.flow("b", String.join(" ", after));
    }

    private Note highlight(int page, int from, int to) {
        Words words = older().words().get(page - 1).orElseThrow();
        int head = 4;
        int start = words.words().get((head + from) * Words.STRIDE);
        int last = (head + to - 1) * Words.STRIDE;
        int end = words.words().get(last) + words.words().get(last + 1);
        return NoteDesk.on(NoteDesk.note(UUID.randomUUID(), new NoteBody.Highlight(NoteBody.Colour.RED, List.of(List.of(1, 1, 1, 1)),
                new NoteBody.Quote(words.text().substring(start, end), "", ""), start, end)), "paper1", page);
    }

    private static Note ink(int page, List<Integer> points) {
        return NoteDesk.on(NoteDesk.note(UUID.randomUUID(), new NoteBody.Ink(NoteBody.Tool.PEN, NoteBody.Colour.BLUE, 30, points, Optional.empty())), "paper1", page);
    }

    private static Note carried(Note note, Fate fate, boolean seen) {
        return new Note(note.id(), note.paper(), note.page(), note.body(), note.share(), note.opinion(), note.madeAt(), 3,
                Optional.of(new Carried(UUID.randomUUID(), "paper0", 1, fate, seen)), Optional.empty());
    }

    private static Fate fate(Note note) {
        return note.carried().orElseThrow().fate();
    }

    private static String quote(Note note) {
        return ((NoteBody.Highlight) note.body()).quote().exact().replace('\n', ' ');
    }

    private static List<String> numbered(int count) {
        return numbered("từ", count);
    }

    private static List<String> numbered(String stem, int count) {
        return IntStream.range(0, count).mapToObj(i -> stem + i).collect(Collectors.toCollection(ArrayList::new));
    }
}
