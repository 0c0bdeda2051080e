package vn.nghisu.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.notes.NoteDesk.MEETING;
import static vn.nghisu.notes.NoteDesk.on;
import static vn.nghisu.notes.NoteDesk.put;
import static vn.nghisu.notes.NoteDesk.remove;
import static vn.nghisu.notes.NoteDesk.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Database;

/** Copies that the server makes of notes when their paper gets a revision. */
class CarriedCopiesTest {
    private final Database database = Database.memory();
    private final NoteDesk desk = new NoteDesk(new NoteStore(database));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void copies_on_a_revision_take_no_room_away_from_new_notes() {
        List<Note> notes = IntStream.range(0, NoteLimits.NOTES - 1).mapToObj(n -> text("x")).toList();
        for (int i = 0; i < notes.size(); i += 200) {
            List<Note> some = notes.subList(i, Math.min(notes.size(), i + 200));
            desk.take("an01", some.stream().map(note -> put(note, 0)).toArray(NoteOp[]::new));
            assertThat(desk.store.carry(MEETING, "an01", some.stream().map(CarriedCopiesTest::carried).toList()).toCompletableFuture().join()).hasSameSizeAs(some);
        }
        assertThat(codes(desk.take("an01", put(text("còn chỗ"), 0)))).isEmpty();
        assertThat(codes(desk.take("an01", put(text("hết chỗ"), 0)))).containsExactly("TOO_MANY_NOTES");
        Note copy = carried(notes.get(0));
        assertThat(codes(desk.take("an01", put(on(text(copy.id(), "sửa"), "paper2", 1), Long.MAX_VALUE)))).isEmpty();
        desk.take("an01", remove(copy.id(), Long.MAX_VALUE));
        assertThat(codes(desk.take("an01", put(text("vẫn hết chỗ"), 0)))).containsExactly("TOO_MANY_NOTES");
        desk.take("an01", remove(notes.get(0).id(), Long.MAX_VALUE));
        assertThat(codes(desk.take("an01", put(text("lại còn chỗ"), 0)))).isEmpty();
    }

    @Test
    void what_is_carried_over_comes_once_and_only_while_its_original_stands() {
        Note first = text("một");
        Note second = text("hai");
        desk.take("an01", put(first, 0), put(second, 0), remove(second.id(), 0));
        List<NoteStore.Owned> heard = new ArrayList<>();
        desk.store.onTaken((meeting, notes) -> heard.addAll(notes));
        List<Note> copies = List.of(carried(first), carried(second));
        assertThat(desk.store.carry(MEETING, "an01", copies).toCompletableFuture().join()).hasSize(1);
        assertThat(desk.store.carry(MEETING, "an01", copies).toCompletableFuture().join()).isEmpty();
        assertThat(desk.all("an01").notes()).extracting(Note::paper).containsExactly("paper1", "paper2");
        assertThat(heard).isEmpty();
        Note late = text("muộn");
        desk.take("an01", put(late, 0));
        assertThat(heard).extracting(owned -> owned.note().id()).containsExactly(late.id());
    }

    @Test
    void a_device_can_not_say_of_a_new_note_that_it_came_over_or_is_another_ones_half() {
        Note note = text("một");
        Note forged = new Note(note.id(), note.paper(), 1, note.body(), Note.PRIVATE, false, note.madeAt(), 0, carried(note).carried(), Optional.of(UUID.randomUUID()));
        assertThat(desk.take("an01", put(forged, 0)).notes()).containsExactly(note.at(1));
        // one that its owner has removed and brings back by undoing is what it was
        Note original = text("hai");
        desk.take("an01", put(original, 0));
        Note copy = desk.store.carry(MEETING, "an01", List.of(carried(original))).toCompletableFuture().join().get(0);
        desk.take("an01", remove(copy.id(), copy.version()));
        assertThat(desk.take("an01", put(copy, copy.version() + 1)).notes()).extracting(Note::carried).containsExactly(copy.carried());
    }

    private static Note carried(Note note) {
        return new Note(NoteStore.carriedId(note.id(), "paper2"), "paper2", 1, note.body(), Note.PRIVATE, false, note.madeAt(), 0,
                Optional.of(new Note.Carried(note.id(), note.paper(), note.page(), Note.Fate.KEPT, false)), Optional.empty());
    }

    private static List<String> codes(NoteAnswers answers) {
        return answers.refused().stream().map(NoteAnswers.RefusedOp::code).toList();
    }
}
