package vn.nghisu.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.Language;
import vn.nghisu.papers.child.Marks;

class NoteMarksTest {
    private static List<Marks.Stroke> strokes(NoteBody.Tool tool, Optional<List<Integer>> pressure, boolean swelling) {
        NoteBody ink = new NoteBody.Ink(tool, NoteBody.Colour.BLUE, 100, List.of(10, 20, 5, -5), pressure);
        Note note = new Note(UUID.randomUUID(), "paper1", 1, ink, Note.PRIVATE, false, 0, 0, Optional.empty(), Optional.empty());
        return NoteMarks.of(List.of(note), "Lan", true, swelling, Language.VI).inks().get(0).strokes();
    }

    @Test
    void a_pen_is_as_wide_as_it_was_pressed_where_that_is_asked_for_and_a_marker_never() {
        Optional<List<Integer>> pressure = Optional.of(List.of(0, 255));
        assertThat(strokes(NoteBody.Tool.PEN, pressure, true)).containsExactly(new Marks.Stroke(List.of(10, 20, 15, 15), List.of(40, 160)));
        assertThat(strokes(NoteBody.Tool.PEN, pressure, false).get(0).widths()).isEmpty();
        assertThat(strokes(NoteBody.Tool.PEN, Optional.empty(), true).get(0).widths()).isEmpty();
        assertThat(strokes(NoteBody.Tool.MARKER, pressure, true).get(0).widths()).isEmpty();
    }
}
