package vn.nghisu.notes;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.nghisu.meeting.Language;
import vn.nghisu.notes.NoteFault.Found;
import vn.nghisu.notes.NoteRows.Answered;
import vn.nghisu.notes.NoteRows.Row;
import vn.nghisu.notes.NoteStore.Change;

/**
 * The rules of docs/notes.md on one batch: what each operation does to the notes that are there. The operations of a batch come from
 * one device in the order in which it acted, so each is taken to have seen what those before it did to the same note.
 */
final class NoteBatch {
    private final NoteRows rows;
    private final Sitting sitting;
    private final Language language;
    /** The version of a note that this device knows of by its own earlier operations. */
    private final Map<UUID, Long> seen = new HashMap<>();
    /** Where a note's place was taken by another device's change, this device's goes on in the copy. */
    private final Map<UUID, UUID> copies = new HashMap<>();
    /** Notes that this device takes for shared and that are not any more: it has not said so of them as they are now. */
    private final Set<UUID> quiet = new HashSet<>();
    private final Set<UUID> touched = new LinkedHashSet<>();
    private final List<NoteAnswers.RefusedOp> refused = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    NoteBatch(NoteRows rows, Sitting sitting, Language language) {
        this.rows = rows;
        this.sitting = sitting;
        this.language = language;
    }

    /** The id of a note that comes of another one by something that may happen twice and must count once. */
    static UUID derived(UUID from, String by) {
        return UUID.nameUUIDFromBytes((from + "/" + by).getBytes(StandardCharsets.UTF_8));
    }

    void take(List<NoteOp> ops) throws SQLException {
        for (NoteOp op : ops) {
            Optional<Answered> before = rows.answered(op.op());
            if (before.isPresent()) {
                follow(op, before.get());
            } else {
                Optional<Found> fault = NoteLimits.fault(op);
                if (fault.isEmpty()) {
                    fault = act(op);
                }
                fault.ifPresent(found -> refused.add(new NoteAnswers.RefusedOp(op.op(), found.fault().name(), found.sentence(language))));
            }
        }
    }

    private void follow(NoteOp op, Answered answered) {
        seen.merge(answered.note(), answered.version(), Math::max);
        touched.add(op.note());
        touched.add(answered.note());
        if (!answered.note().equals(op.note())) {
            copies.put(op.note(), answered.note());
            quiet.add(answered.note());
        }
    }

    private Optional<Found> act(NoteOp op) throws SQLException {
        UUID id = copies.getOrDefault(op.note(), op.note());
        long base = Math.max(id.equals(op.note()) ? op.base() : 0, seen.getOrDefault(id, 0L));
        Optional<Row> row = rows.find(id);
        if (op.put().isEmpty()) {
            answer(op, new Answered(id, remove(row, id, base)));
            return Optional.empty();
        }
        Note put = op.put().get();
        Optional<Note> there = row.flatMap(Row::note);
        Note given = there.map(put::over).orElseGet(() -> row.isEmpty() ? put.asNew() : put);
        // a note that comes back after a removal which this device has not seen comes back for nobody but its owner
        if (row.isPresent() && there.isEmpty() && base < row.get().version()) {
            quiet.add(id);
        }
        Note wanted = quiet.contains(id) ? given.kept() : given;
        Optional<Found> fault = there.flatMap(was -> changed(was, put)).or(() -> allowed(wanted, there));
        if (fault.isPresent()) {
            return fault;
        }
        if (there.isPresent() && there.get().says(wanted)) {
            answer(op, new Answered(id, row.get().version()));
            return Optional.empty();
        }
        if (there.isPresent() && base < row.get().version()) {
            return copy(op, wanted, id);
        }
        return write(op, renamed(wanted, id), there);
    }

    private long remove(Optional<Row> row, UUID id, long base) throws SQLException {
        if (row.isEmpty() || row.get().note().isEmpty()) {
            return row.map(Row::version).orElse(0L);
        }
        if (base < row.get().version()) {
            return base; // it was changed since: the change stays
        }
        changes.add(new Change(row.get().note(), Optional.empty()));
        return rows.remove(id);
    }

    private Optional<Found> copy(NoteOp op, Note wanted, UUID of) throws SQLException {
        UUID id = derived(of, op.op().toString());
        Optional<Row> made = rows.find(id);
        if (made.isPresent()) { // by the same operation, so long ago that it was forgotten
            answer(op, new Answered(id, made.get().version()));
            return Optional.empty();
        }
        return write(op, wanted.asCopy(id, of), Optional.empty());
    }

    private Optional<Found> write(NoteOp op, Note note, Optional<Note> was) throws SQLException {
        int characters = NoteJson.write(note).length();
        Optional<Found> fault = room(note.carried().isPresent(), was.isPresent(), rows.find(note.id()).isPresent(), characters);
        if (fault.isEmpty()) {
            changes.add(new Change(was, Optional.of(note)));
            answer(op, new Answered(note.id(), rows.put(note)));
        }
        return fault;
    }

    private void answer(NoteOp op, Answered answered) throws SQLException {
        rows.remember(op.op(), answered);
        follow(op, answered);
    }

    private static Optional<Found> changed(Note was, Note put) {
        return was.paper().equals(put.paper()) && was.body().getClass() == put.body().getClass()
                ? Optional.empty()
                : Optional.of(NoteFault.KIND_CHANGED.found());
    }

    /** On a paper that is closed to the owner nothing is added; what is there may be taken back from others, mended and removed. */
    private Optional<Found> allowed(Note wanted, Optional<Note> there) {
        var paper = sitting.open(wanted.paper());
        if (paper.isEmpty()) {
            return there.isPresent() && !wanted.goesToOthers() && !wanted.opinion() ? Optional.empty() : Optional.of(NoteFault.PAPER_CLOSED.found());
        }
        if (wanted.page() > paper.get().pages()) {
            return Optional.of(NoteFault.NO_SUCH_PAGE.found(wanted.page()));
        }
        List<String> before = there.map(was -> was.share().people()).orElse(List.of());
        return wanted.share().people().stream().allMatch(person -> before.contains(person) || sitting.sits(person))
                ? Optional.empty()
                : Optional.of(NoteFault.NOT_IN_MEETING.found());
    }

    private Optional<Found> room(boolean copy, boolean live, boolean known, int characters) {
        NoteRows.Count there = copy ? rows.copies() : rows.own();
        int times = copy ? NoteLimits.COPIES : 1;
        if (characters > NoteLimits.NOTE_CHARACTERS) {
            return Optional.of(NoteFault.NOTE_TOO_LARGE.found());
        }
        if (!live && there.live() >= NoteLimits.NOTES * times || !known && there.ids() >= NoteLimits.IDS * times) {
            return Optional.of(NoteFault.TOO_MANY_NOTES.found(there.live()));
        }
        return there.characters() + characters > NoteLimits.CHARACTERS * times ? Optional.of(NoteFault.NOTES_TOO_LARGE.found()) : Optional.empty();
    }

    private static Note renamed(Note note, UUID id) {
        return new Note(id, note.paper(), note.page(), note.body(), note.share(), note.opinion(), note.madeAt(), note.version(), note.carried(), note.copyOf());
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    NoteAnswers answers() throws SQLException {
        List<Note> notes = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        for (UUID id : touched) {
            Optional<Note> note = rows.find(id).flatMap(Row::note);
            note.ifPresentOrElse(notes::add, () -> gone.add(id));
        }
        return new NoteAnswers(rows.epoch(), rows.version(), List.copyOf(notes), List.copyOf(gone), List.copyOf(refused), false);
    }
}
