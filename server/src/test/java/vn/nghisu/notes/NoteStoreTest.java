package vn.nghisu.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.notes.NoteDesk.MEETING;
import static vn.nghisu.notes.NoteDesk.ink;
import static vn.nghisu.notes.NoteDesk.on;
import static vn.nghisu.notes.NoteDesk.opinion;
import static vn.nghisu.notes.NoteDesk.put;
import static vn.nghisu.notes.NoteDesk.remove;
import static vn.nghisu.notes.NoteDesk.shared;
import static vn.nghisu.notes.NoteDesk.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Database;
import vn.nghisu.journal.H2Journal;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand;

class NoteStoreTest {
    private final Database database = Database.memory();
    private final NoteDesk desk = new NoteDesk(new NoteStore(database));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_put_is_there_as_it_was_given_and_versions_grow() {
        Note text = text("Cần làm rõ");
        Note ink = ink(50);
        Note highlight = NoteDesk.note(UUID.randomUUID(), new NoteBody.Highlight(NoteBody.Colour.GREEN, List.of(List.of(1, 2, 30, 40)),
                new NoteBody.Quote("tiến độ", "về ", " còn"), 4, 11));
        NoteAnswers first = desk.take("an01", put(text, 0));
        NoteAnswers then = desk.take("an01", put(ink, 0), put(highlight, 0));
        assertThat(first.notes()).containsExactly(text.at(1));
        assertThat(then.version()).isEqualTo(3);
        assertThat(desk.all("an01").notes()).containsExactly(text.at(1), ink.at(2), highlight.at(3));
        assertThat(desk.all("bao1").notes()).isEmpty();
    }

    @Test
    void an_operation_that_comes_again_changes_nothing_and_is_answered_with_what_is_there_now() {
        Note note = text("một");
        NoteOp op = put(note, 0);
        desk.take("an01", op);
        desk.take("an01", put(text(note.id(), "hai"), 1));
        NoteAnswers again = desk.take("an01", op);
        assertThat(again.version()).isEqualTo(2);
        assertThat(again.notes()).extracting(NoteDesk::words).containsExactly("hai");
        desk.take("an01", remove(note.id(), 2));
        assertThat(desk.take("an01", op).gone()).containsExactly(note.id());
    }

    @Test
    void two_devices_that_changed_one_note_make_two_of_it_and_a_repeat_makes_no_third() {
        Note note = text("đầu");
        desk.take("an01", put(note, 0));
        desk.take("an01", put(text(note.id(), "máy một"), 1));
        NoteOp late = put(shared(text(note.id(), "máy hai"), Note.Reach.MEETING), 1);
        NoteAnswers answer = desk.take("an01", late);
        desk.take("an01", late);
        assertThat(desk.all("an01").notes()).extracting(NoteDesk::words).containsExactlyInAnyOrder("máy một", "máy hai");
        Note copy = answer.notes().stream().filter(made -> made.copyOf().isPresent()).findFirst().orElseThrow();
        assertThat(copy.copyOf()).contains(note.id());
        assertThat(copy.goesToOthers()).as("nobody has said that this half is for others").isFalse();
        // the device that made the copy goes on writing in it, and takes it away
        NoteOp on = put(shared(text(note.id(), "máy hai, tiếp"), Note.Reach.MEETING), 1);
        desk.take("an01", late, on);
        assertThat(desk.all("an01").notes()).extracting(NoteDesk::words).containsExactlyInAnyOrder("máy một", "máy hai, tiếp");
        assertThat(desk.all("an01").notes()).noneMatch(Note::goesToOthers);
        desk.take("an01", late, on, remove(note.id(), 1));
        assertThat(desk.all("an01").notes()).extracting(NoteDesk::words).containsExactly("máy một");
    }

    @Test
    void the_same_change_on_two_devices_is_one_note() {
        Note note = text("đầu");
        desk.take("an01", put(note, 0));
        desk.take("an01", put(text(note.id(), "như nhau"), 1));
        assertThat(desk.take("an01", put(text(note.id(), "như nhau"), 1)).version()).isEqualTo(2);
        assertThat(desk.all("an01").notes()).hasSize(1);
    }

    @Test
    void a_change_beats_a_removal_whichever_comes_first() {
        Note note = text("đầu");
        desk.take("an01", put(note, 0));
        desk.take("an01", put(text(note.id(), "sửa"), 1));
        assertThat(desk.take("an01", remove(note.id(), 1)).notes()).extracting(NoteDesk::words).containsExactly("sửa");

        Note other = shared(text("đầu"), Note.Reach.MEETING);
        long seen = desk.take("an01", put(other, 0)).version();
        desk.take("an01", remove(other.id(), seen));
        desk.take("an01", put(shared(text(other.id(), "sửa sau"), Note.Reach.MEETING), seen));
        assertThat(desk.all("an01").notes()).extracting(NoteDesk::words).containsExactly("sửa", "sửa sau");
        assertThat(desk.all("an01").notes()).noneMatch(Note::goesToOthers);
    }

    @Test
    void operations_of_one_batch_have_seen_those_before_them_also_when_they_come_again() {
        Note note = text("đầu");
        NoteOp made = put(note, 0);
        desk.take("an01", made);
        NoteAnswers answer = desk.take("an01", made, put(text(note.id(), "hai"), 0), put(text(note.id(), "ba"), 0), remove(note.id(), 0));
        assertThat(answer.gone()).containsExactly(note.id());
        assertThat(desk.all("an01").notes()).isEmpty();
        assertThat(desk.take("an01", put(note, answer.version())).notes()).as("undone").hasSize(1);
    }

    @Test
    void destroyed_notes_never_come_back_and_nothing_is_left_of_them() {
        desk.take("an01", put(shared(text("chung"), Note.Reach.MEETING), 0), put(text("riêng"), 0));
        desk.take("bao1", put(text("của người khác"), 0));
        NoteStore.Destroyed destroyed = desk.store.destroy(MEETING, "an01").toCompletableFuture().join();
        assertThat(destroyed.others().get(MEETING)).hasSize(1);
        assertThat(desk.all("an01").notes()).isEmpty();
        assertThat(rows("note", "an01") + rows("note_op", "an01")).isZero();

        NoteAnswers late = desk.take("an01", put(text("từ máy chưa nối mạng"), 0));
        assertThat(late.refused()).extracting(NoteAnswers.RefusedOp::code).containsExactly("OLD_EPOCH");
        assertThat(late.epoch()).isEqualTo(destroyed.epoch()).isNotEqualTo(NoteDesk.FIRST_EPOCH);
        assertThat(desk.take("an01", late.epoch(), put(text("mới"), 0)).notes()).hasSize(1);
        assertThat(desk.all("bao1").notes()).hasSize(1);

        String everywhere = desk.store.destroy("an01").toCompletableFuture().join().epoch();
        assertThat(desk.take("an01", late.epoch(), put(text("cũ"), 0)).refused()).hasSize(1);
        assertThat(desk.all("an01").epoch()).isEqualTo(everywhere);
        assertThat(rows("note", "an01") + rows("note_op", "an01") + rows("note_stream", "an01")).isZero();
        assertThat(desk.all("bao1").notes()).hasSize(1);
    }

    @Test
    void nothing_is_put_on_a_paper_that_is_closed_but_what_is_there_stays_its_owners() {
        assertThat(codes(desk.take("khach", put(on(text("x"), "paper2", 1), 0)))).containsExactly("PAPER_CLOSED");
        assertThat(codes(desk.take("an01", put(on(text("x"), "paper3", 1), 0), put(on(text("x"), "khong-co", 1), 0)))).containsExactly("PAPER_CLOSED", "PAPER_CLOSED");
        assertThat(codes(desk.take("bao1", put(on(text("x"), "paper3", 1), 0)))).isEmpty();
        Note mine = on(shared(text("của tôi"), Note.Reach.MEETING), "paper2", 1);
        desk.take("an01", put(mine, 0));
        desk.does(new PaperCommand.WithdrawPaper("paper2", "Nhầm"));
        assertThat(desk.all("an01").notes()).hasSize(1);
        assertThat(codes(desk.take("an01", put(on(text("thêm"), "paper2", 1), 0), put(on(shared(text(mine.id(), "sửa"), Note.Reach.MEETING), "paper2", 1), 1))))
                .containsExactly("PAPER_CLOSED", "PAPER_CLOSED");
        assertThat(codes(desk.take("an01", put(on(text(mine.id(), "sửa"), "paper2", 1), 1), remove(mine.id(), 1)))).isEmpty();
        assertThat(desk.all("an01").notes()).isEmpty();
    }

    @Test
    void what_is_shared_is_seen_by_those_it_is_for_while_the_paper_is_open_to_them() {
        desk.take("bao1", put(shared(text("cho mọi người"), Note.Reach.MEETING), 0), put(shared(text("cho an"), Note.Reach.PEOPLE, "an01"), 0),
                put(on(shared(text("trên tài liệu nội bộ"), Note.Reach.MEETING), "paper2", 1), 0), put(text("riêng"), 0),
                put(on(shared(text("tài liệu của bao"), Note.Reach.MEETING), "paper3", 1), 0));
        assertThat(seenBy("an01")).containsExactlyInAnyOrder("cho mọi người", "cho an", "trên tài liệu nội bộ");
        assertThat(seenBy("khach")).containsExactly("cho mọi người");
        assertThat(seenBy("bao1")).isEmpty();
        assertThat(seenBy("thuky")).doesNotContain("cho an", "riêng");
        desk.does(new PaperCommand.OpenPaperTo("paper1", Access.NAMED, List.of("bao1", "khach"), Optional.of("Đổi")));
        assertThat(seenBy("an01")).containsExactly("trên tài liệu nội bộ");
        desk.does(new PaperCommand.WithdrawPaper("paper1", "Nhầm"));
        assertThat(seenBy("khach")).isEmpty();
        assertThat(codes(desk.take("bao1", put(shared(text("x"), Note.Reach.PEOPLE, "la-mat"), 0)))).hasSize(1);
    }

    @Test
    void what_is_shared_is_told_in_parts_and_each_note_in_one_of_them() {
        int each = NoteLimits.ANSWER_CHARACTERS / 100;
        for (String person : List.of("an01", "bao1", "chu1")) {
            for (int i = 0; i < 20; i++) {
                desk.take(person, IntStream.range(0, 5).mapToObj(n -> put(shared(text("x".repeat(NoteLimits.TEXT_CHARACTERS)), Note.Reach.MEETING), 0)).toArray(NoteOp[]::new));
            }
            desk.take(person, put(text("riêng"), 0));
        }
        List<UUID> told = new ArrayList<>();
        int parts = 0;
        for (Optional<SharedNotes.Place> from = Optional.of(SharedNotes.Place.START); from.isPresent(); parts++) {
            SharedNotes.Part part = desk.store.shared(MEETING, from.get());
            assertThat(part.notes().stream().mapToInt(owned -> NoteDesk.words(owned.note()).length()).sum()).isLessThan(NoteLimits.ANSWER_CHARACTERS + each);
            part.notes().forEach(owned -> told.add(owned.note().id()));
            from = part.more();
        }
        assertThat(parts).isEqualTo(2);
        assertThat(told).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void the_mark_of_what_is_shared_is_another_whenever_that_is() {
        Note note = text("một");
        Note other = text("hai");
        List<String> marks = new ArrayList<>();
        marks.add(desk.store.sharedMark(MEETING));
        for (NoteOp op : List.of(put(shared(note, Note.Reach.MEETING), 0), put(shared(other, Note.Reach.PEOPLE, "bao1"), 0), put(shared(text(note.id(), "ba"), Note.Reach.MEETING), 1),
                put(other, 2), put(shared(other, Note.Reach.MEETING), 4), remove(note.id(), 3))) {
            assertThat(codes(desk.take("an01", op))).isEmpty();
            marks.add(desk.store.sharedMark(MEETING));
        }
        assertThat(marks).doesNotHaveDuplicates();
        desk.take("an01", put(text("riêng"), 0));
        assertThat(desk.store.sharedMark(MEETING)).isEqualTo(marks.get(marks.size() - 1));
    }

    @Test
    void opinions_are_found_by_their_paper() {
        desk.take("an01", put(opinion(text("Đề nghị bổ sung")), 0), put(text("riêng"), 0), put(on(opinion(text("khác")), "paper2", 1), 0));
        assertThat(desk.store.opinions(MEETING, "paper1")).extracting(owned -> NoteDesk.words(owned.note())).containsExactly("Đề nghị bổ sung");
    }

    @Test
    void each_limit_is_refused_by_its_name() {
        Note note = text("x");
        assertThat(code(text(" "))).isEqualTo("TEXT_MISSING");
        assertThat(code(text("x".repeat(NoteLimits.TEXT_CHARACTERS + 1)))).isEqualTo("TEXT_TOO_LONG");
        assertThat(code(text("x".repeat(NoteLimits.TEXT_CHARACTERS)))).isEqualTo("");
        assertThat(code(ink(NoteLimits.POINTS + 1))).isEqualTo("STROKE_TOO_LONG");
        assertThat(code(ink(NoteLimits.POINTS))).isEqualTo("");
        assertThat(code(stroke(List.of(1, 2, 3), Optional.empty()))).isEqualTo("BAD_FORM");
        assertThat(code(stroke(List.of(), Optional.empty()))).isEqualTo("BAD_FORM");
        assertThat(code(stroke(List.of(1, 2), Optional.of(List.of(256))))).isEqualTo("BAD_FORM");
        assertThat(code(stroke(List.of(1, 2), Optional.of(List.of(1, 1))))).isEqualTo("BAD_FORM");
        assertThat(code(stroke(List.of(100_000, 100_000, 100_000, 0, 100_000, 0), Optional.empty()))).isEqualTo("BAD_PLACE");
        assertThat(code(stroke(List.of(Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 0), Optional.empty()))).isEqualTo("BAD_PLACE");
        assertThat(code(marked(NoteLimits.QUADS + 1, 5))).isEqualTo("TOO_MANY_LINES");
        assertThat(code(marked(NoteLimits.QUADS, 5))).isEqualTo("");
        assertThat(code(marked(1, NoteLimits.QUOTE_CHARACTERS + 1))).isEqualTo("QUOTE_TOO_LONG");
        assertThat(code(on(note, "paper1", 4))).isEqualTo("NO_SUCH_PAGE");
        assertThat(code(on(note, "paper1", 0))).isEqualTo("BAD_FORM");
        assertThat(code(shared(note, Note.Reach.PEOPLE))).isEqualTo("BAD_FORM");
        assertThat(code(shared(note, Note.Reach.MEETING, "an01"))).isEqualTo("BAD_FORM");
        assertThat(code(shared(note, Note.Reach.PEOPLE, "la-mat"))).isEqualTo("NOT_IN_MEETING");
        assertThat(code(shared(note, Note.Reach.PEOPLE, IntStream.range(0, 201).mapToObj(i -> "nguoi" + i).toArray(String[]::new)))).isEqualTo("TOO_MANY_PEOPLE");
        assertThat(code(new Note(note.id(), "paper1", 1, note.body(), Note.PRIVATE, false, 0, 0, Optional.empty(), Optional.empty()))).isEqualTo("BAD_TIME");
        Note kept = text("loại");
        desk.take("an01", put(kept, 0));
        assertThat(codes(desk.take("an01", put(on(NoteDesk.note(kept.id(), ink(3).body()), "paper1", 1), 1)))).containsExactly("KIND_CHANGED");
        assertThat(codes(desk.take("an01", put(on(text(kept.id(), "x"), "paper2", 1), 1)))).containsExactly("KIND_CHANGED");
    }

    @Test
    void a_refused_operation_leaves_those_beside_it_alone_and_may_be_sent_again() {
        Note good = text("tốt");
        NoteOp bad = put(on(text("xấu"), "paper1", 9), 0);
        NoteAnswers answer = desk.take("an01", bad, put(good, 0));
        assertThat(answer.notes()).hasSize(1);
        assertThat(answer.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.op()).isEqualTo(bad.op());
            assertThat(refused.text()).isEqualTo("The paper has no page 9; please open it again.");
        });
        assertThat(desk.take("an01", bad).refused()).hasSize(1);
    }

    @Test
    void there_is_room_for_so_many_notes_and_no_more() {
        for (int i = 0; i < NoteLimits.NOTES; i += 200) {
            assertThat(codes(desk.take("an01", IntStream.range(0, 200).mapToObj(n -> put(text("x"), 0)).toArray(NoteOp[]::new)))).isEmpty();
        }
        assertThat(codes(desk.take("an01", put(text("x"), 0)))).containsExactly("TOO_MANY_NOTES");
        desk.take("an01", remove(desk.all("an01").notes().get(0).id(), Long.MAX_VALUE));
        assertThat(codes(desk.take("an01", put(text("x"), 0)))).isEmpty();
        assertThat(codes(desk.take("bao1", put(text("x"), 0)))).isEmpty();
        assertThat(database.<Long, RuntimeException>read(handle -> handle.createQuery("select count(*) from note_op").mapTo(Long.class).one()))
                .as("answered operations that are remembered").isEqualTo(NoteLimits.OPS_REMEMBERED + 1L);
    }

    @Test
    void a_full_notebook_is_told_in_parts_and_each_change_in_one_of_them() {
        int each = NoteLimits.ANSWER_CHARACTERS / 100;
        for (int i = 0; i < 50; i++) {
            desk.take("an01", IntStream.range(0, 5).mapToObj(n -> put(text("x".repeat(NoteLimits.TEXT_CHARACTERS)), 0)).toArray(NoteOp[]::new));
        }
        desk.take("an01", remove(desk.all("an01").notes().get(3).id(), Long.MAX_VALUE));
        List<Note> told = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        NoteAnswers answer;
        long asked = 0;
        int parts = 0;
        do {
            answer = desk.store.since(MEETING, "an01", asked);
            assertThat(answer.notes().stream().mapToInt(note -> NoteDesk.words(note).length()).sum()).isLessThan(NoteLimits.ANSWER_CHARACTERS + each);
            told.addAll(answer.notes());
            gone.addAll(answer.gone());
            asked = answer.version();
            parts++;
        } while (answer.more());
        assertThat(parts).isEqualTo(2);
        assertThat(told).hasSize(249).doesNotHaveDuplicates();
        assertThat(gone).hasSize(1);
        assertThat(asked).isEqualTo(251);
        assertThat(desk.store.since(MEETING, "an01", asked)).isEqualTo(new NoteAnswers(NoteDesk.FIRST_EPOCH, 251, List.of(), List.of(), List.of(), false));
    }

    @Test
    void what_was_read_after_a_batch_counts_more_than_what_the_batch_has_left() {
        Note kept = text("một");
        Note changed = text("hai");
        Note removed = text("ba");
        NoteAnswers batch = desk.take("an01", put(kept, 0), put(changed, 0), put(removed, 0));
        desk.take("an01", put(text(changed.id(), "hai, sửa"), 2), remove(removed.id(), 3));
        NoteAnswers answer = batch.with(desk.store.since(MEETING, "an01", 3));
        assertThat(answer.notes()).extracting(NoteDesk::words).containsExactlyInAnyOrder("một", "hai, sửa");
        assertThat(answer.gone()).containsExactly(removed.id());
        assertThat(answer.version()).isEqualTo(5);
        String epoch = desk.store.destroy(MEETING, "an01").toCompletableFuture().join().epoch();
        assertThat(batch.with(desk.store.since(MEETING, "an01", 3)).epoch()).isEqualTo(epoch);
    }

    @Test
    void all_batches_that_wait_share_a_transaction_and_a_sync() {
        try (H2Journal journal = new H2Journal(database)) {
            long before = journal.counters().syncs();
            List<CompletableFuture<NoteStore.Taken>> answers = new ArrayList<>();
            CompletableFuture<Void> held = new CompletableFuture<>();
            database.durablySoon(handle -> held.join());
            for (int i = 0; i < 100; i++) {
                answers.add(desk.store.take(desk.sitting(i % 2 == 0 ? "an01" : "bao1"), NoteDesk.FIRST_EPOCH, List.of(put(text("x"), 0)), Language.VI)
                        .toCompletableFuture());
            }
            held.complete(null);
            answers.forEach(CompletableFuture::join);
            assertThat(journal.counters().syncs() - before).isLessThanOrEqualTo(2);
        }
        assertThat(desk.all("an01").notes()).hasSize(50);
    }

    private List<String> seenBy(String person) {
        Sitting sitting = desk.sitting(person);
        return desk.store.shared(MEETING, SharedNotes.Place.START).notes().stream().filter(sitting::maySee).map(owned -> NoteDesk.words(owned.note())).toList();
    }

    private long rows(String table, String person) {
        return database.read(handle -> handle.createQuery("select count(*) from " + table + " where person = ?").bind(0, person).mapTo(Long.class).one());
    }

    private String code(Note note) {
        return String.join(",", codes(desk.take("an01", put(note, 0))));
    }

    private static List<String> codes(NoteAnswers answers) {
        return answers.refused().stream().map(NoteAnswers.RefusedOp::code).toList();
    }

    private static Note stroke(List<Integer> points, Optional<List<Integer>> pressure) {
        return NoteDesk.note(UUID.randomUUID(), new NoteBody.Ink(NoteBody.Tool.PEN, NoteBody.Colour.RED, 30, points, pressure));
    }

    private static Note marked(int lines, int characters) {
        return NoteDesk.note(UUID.randomUUID(), new NoteBody.Highlight(NoteBody.Colour.RED, IntStream.range(0, lines).mapToObj(i -> List.of(0, i, 9, 9)).toList(),
                new NoteBody.Quote("x".repeat(characters), "", ""), 0, characters));
    }
}
