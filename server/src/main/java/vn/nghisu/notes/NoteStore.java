package vn.nghisu.notes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.HandleCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Database;
import vn.nghisu.meeting.Language;

/**
 * The notes of all persons, in tables of their own beside the journal. What is answered is durable: all batches that wait share one
 * transaction and one sync with whatever else the database's writer has. Thread-safe. Reads block; writes answer on the writer's thread.
 */
public final class NoteStore {
    private static final Logger LOG = LoggerFactory.getLogger(NoteStore.class);

    private final Database database;
    private volatile BiConsumer<String, List<Owned>> taken = (meeting, notes) -> {};

    public NoteStore(Database database) {
        this.database = database;
    }

    /**
     * Hears the meeting's id and each batch of notes that devices have put, once it is durable: a note may come late, on a paper that
     * has a revision by then. Runs on the database's writer: be short, and {@link #carry} from there.
     */
    public void onTaken(BiConsumer<String, List<Owned>> listener) {
        taken = listener;
    }

    /** A note and whose it is. */
    public record Owned(String person, Note note) {}

    /** What a note was and is; absent before it was made and after it was removed. */
    public record Change(Optional<Note> was, Optional<Note> is) {
        public static Change made(Note note) {
            return new Change(Optional.empty(), Optional.of(note));
        }
    }

    /** @param changes what was written; nothing for operations that came again */
    public record Taken(NoteAnswers answers, List<Change> changes) {}

    /** @param others notes that somebody else was shown, by meeting: they have to be told */
    public record Destroyed(String epoch, Map<String, List<Note>> others) {}

    /**
     * Takes operations of one device in the order given; those that came before change nothing.
     *
     * @param epoch under which the device made them; of an older one nothing is taken
     */
    public CompletionStage<Taken> take(Sitting sitting, String epoch, List<NoteOp> ops, Language language) {
        CompletionStage<Taken> written = write(sitting, epoch, ops, language);
        return written.whenComplete((done, failure) -> {
            if (failure == null) {
                List<Owned> put = done.changes().stream().flatMap(change -> change.is().stream()).map(note -> new Owned(sitting.person(), note)).toList();
                if (!put.isEmpty()) {
                    tell(sitting.meeting().id(), put);
                }
            }
        });
    }

    /** What is durable is answered, whatever becomes of the telling. */
    private void tell(String meeting, List<Owned> put) {
        try {
            taken.accept(meeting, put);
        } catch (RuntimeException e) {
            LOG.error("a listener to notes of meeting {} failed", meeting, e);
        }
    }

    private CompletionStage<Taken> write(Sitting sitting, String epoch, List<NoteOp> ops, Language language) {
        return database.durablySoon(handle -> {
            try (NoteRows rows = new NoteRows(handle.getConnection(), sitting.meeting().id(), sitting.person())) {
                if (!epoch.equals(rows.epoch())) {
                    return new Taken(new NoteAnswers(rows.epoch(), rows.version(), List.of(), List.of(), ops.stream()
                            .map(op -> new NoteAnswers.RefusedOp(op.op(), NoteFault.OLD_EPOCH.name(), NoteFault.OLD_EPOCH.sentence(language)))
                            .toList(), false), List.of());
                }
                NoteBatch batch = new NoteBatch(rows, sitting, language);
                batch.take(ops);
                rows.save();
                return new Taken(batch.answers(), batch.changes());
            }
        });
    }

    /** A person's notes in a meeting that changed after a version, oldest change first and no more than one answer holds; 0 asks for all. */
    public NoteAnswers since(String meeting, String person, long version) {
        return since(meeting, person, version, NoteLimits.ANSWER_NOTES, NoteLimits.ANSWER_CHARACTERS);
    }

    NoteAnswers since(String meeting, String person, long version, int mostNotes, int mostCharacters) {
        return read(handle -> {
            Connection connection = handle.getConnection();
            try (NoteRows rows = new NoteRows(connection, meeting, person)) {
                Page page = page(connection, meeting, person, version, mostNotes, mostCharacters);
                Changed changed = changed(connection, meeting, person, version, page.last);
                return new NoteAnswers(rows.epoch(), page.more ? page.last : rows.version(), List.copyOf(changed.notes), List.copyOf(changed.gone), List.of(),
                        page.more);
            }
        });
    }

    /** Whether a person has ever noted anything in a meeting. */
    public boolean has(String meeting, String person) {
        return read(handle -> {
            try (NoteRows rows = new NoteRows(handle.getConnection(), meeting, person)) {
                return rows.version() > 0;
            }
        });
    }

    /** The notes of a meeting that are shared with anybody, no more of them than one answer holds. */
    public SharedNotes.Part shared(String meeting, SharedNotes.Place after) {
        return read(handle -> SharedNotes.part(handle.getConnection(), meeting, after, NoteLimits.ANSWER_NOTES, NoteLimits.ANSWER_CHARACTERS));
    }

    /** The same text as long as the same notes are shared in a meeting; see {@link SharedNotes#mark}. */
    public String sharedMark(String meeting) {
        return read(handle -> SharedNotes.mark(handle.getConnection(), meeting));
    }

    /** What is handed in as opinions on a paper. */
    public List<Owned> opinions(String meeting, String paper) {
        return read(handle -> owned(handle.getConnection(), "meeting = ? and paper = ? and opinion = true", meeting, paper));
    }

    /** Who has notes on a paper: for carrying them over to its revision, and never to be told to anybody. */
    public List<String> writers(String meeting, String paper) {
        return read(handle -> handle.createQuery("select distinct person from note where meeting = ? and paper = ? order by person")
                .bind(0, meeting).bind(1, paper).mapTo(String.class).list());
    }

    /** One person's notes on a paper. */
    public List<Note> onPaper(String meeting, String paper, String person) {
        return read(handle -> owned(handle.getConnection(), "meeting = ? and paper = ? and person = ? and note is not null", meeting, paper, person))
                .stream().map(Owned::note).toList();
    }

    /** Those of a person's notes that stand. */
    public List<Note> standing(String meeting, String person, Collection<UUID> ids) {
        return read(handle -> {
            try (NoteRows rows = new NoteRows(handle.getConnection(), meeting, person)) {
                List<Note> notes = new ArrayList<>();
                for (UUID id : ids) {
                    rows.find(id).flatMap(NoteRows.Row::note).ifPresent(notes::add);
                }
                return notes;
            }
        });
    }

    /** Those of a person's notes that have no copy on a paper yet; one that its owner has removed there counts as had. */
    public List<Note> without(String meeting, String person, List<Note> notes, String copyOn) {
        return read(handle -> {
            try (PreparedStatement select = handle.getConnection().prepareStatement("select 1 from note where person = ? and meeting = ? and id = ?")) {
                List<Note> left = new ArrayList<>();
                for (Note note : notes) {
                    select.setString(1, person);
                    select.setString(2, meeting);
                    select.setObject(3, carriedId(note.id(), copyOn));
                    try (ResultSet found = select.executeQuery()) {
                        if (!found.next()) {
                            left.add(note);
                        }
                    }
                }
                return left;
            }
        });
    }

    /** The id of the copy of a note on another paper: the same whenever it is asked for. */
    public static UUID carriedId(UUID note, String toPaper) {
        return NoteBatch.derived(note, toPaper);
    }

    /**
     * Adds copies of a person's notes on a paper's revision: not more than a few hundred, since votes wait behind them. A copy whose id
     * is known is left as its owner has it, removed ones too; one whose original ({@code carried.from}) is gone is not made, since its
     * owner has destroyed or removed it meanwhile.
     *
     * @return what was added
     */
    public CompletionStage<List<Note>> carry(String meeting, String person, List<Note> copies) {
        return database.durablySoon(handle -> {
            try (NoteRows rows = new NoteRows(handle.getConnection(), meeting, person)) {
                List<Note> added = new ArrayList<>();
                for (Note copy : copies) {
                    boolean stands = rows.find(copy.carried().orElseThrow().from()).flatMap(NoteRows.Row::note).isPresent();
                    if (stands && rows.find(copy.id()).isEmpty()) {
                        added.add(copy.at(rows.put(copy)));
                    }
                }
                rows.save();
                return List.copyOf(added);
            }
        });
    }

    /** Destroys all notes of a person in a meeting; what a tablet still brings of them is refused. */
    public CompletionStage<Destroyed> destroy(String meeting, String person) {
        return database.durablySoon(handle -> {
            Connection connection = handle.getConnection();
            Map<String, List<Note>> others = others(connection, person, Optional.of(meeting));
            try (NoteRows rows = new NoteRows(connection, meeting, person)) {
                rows.destroy();
                return new Destroyed(rows.epoch(), others);
            }
        });
    }

    /** Destroys all notes of a person everywhere, and that there were any. */
    public CompletionStage<Destroyed> destroy(String person) {
        return database.durablySoon(handle -> {
            Connection connection = handle.getConnection();
            Map<String, List<Note>> others = others(connection, person, Optional.empty());
            long epoch = NoteRows.personEpoch(connection, person) + 1;
            try (PreparedStatement merge = connection.prepareStatement("merge into note_person (person, epoch) key (person) values (?, ?)")) {
                merge.setString(1, person);
                merge.setLong(2, epoch);
                merge.executeUpdate();
            }
            for (String table : List.of("note", "note_op", "note_stream")) {
                try (PreparedStatement delete = connection.prepareStatement("delete from " + table + " where person = ?")) {
                    delete.setString(1, person);
                    delete.executeUpdate();
                }
            }
            return new Destroyed(NoteRows.epoch(epoch, 1), others);
        });
    }

    private <T> T read(HandleCallback<T, SQLException> work) {
        try {
            return database.read(work);
        } catch (SQLException e) {
            throw new IllegalStateException("notes can't be read", e);
        }
    }

    /** @param last version that goes into one answer */
    private record Page(long last, boolean more) {}

    /** The database holds whole results in memory, so the lengths are asked for before the notes. */
    private static Page page(Connection connection, String meeting, String person, long since, int mostNotes, int mostCharacters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select version, char_length(note) from note "
                + "where person = ? and meeting = ? and version > ? order by person, meeting, version fetch first " + (mostNotes + 1) + " rows only")) {
            select.setString(1, person);
            select.setString(2, meeting);
            select.setLong(3, since);
            try (ResultSet found = select.executeQuery()) {
                long last = since;
                int notes = 0;
                for (long characters = 0; found.next(); characters += found.getInt(2)) {
                    if (notes++ == mostNotes || characters >= mostCharacters) {
                        return new Page(last, true);
                    }
                    last = found.getLong(1);
                }
                return new Page(last, false);
            }
        }
    }

    private record Changed(List<Note> notes, List<UUID> gone) {}

    private static Changed changed(Connection connection, String meeting, String person, long since, long last) throws SQLException {
        List<Note> notes = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select id, version, note from note where person = ? and meeting = ? and version > ? and version <= ? order by person, meeting, version")) {
            select.setString(1, person);
            select.setString(2, meeting);
            select.setLong(3, since);
            select.setLong(4, last);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    String json = found.getString(3);
                    if (json != null) {
                        notes.add(NoteJson.read(json, found.getLong(2)));
                    } else if (since > 0) { // who asks for all has nothing that could be gone
                        gone.add(found.getObject(1, UUID.class));
                    }
                }
            }
        }
        return new Changed(notes, gone);
    }

    private static List<Owned> owned(Connection connection, String where, String... values) throws SQLException {
        List<Owned> notes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select person, version, note from note where " + where + " order by person, version")) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    notes.add(new Owned(found.getString(1), NoteJson.read(found.getString(3), found.getLong(2))));
                }
            }
        }
        return notes;
    }

    private static Map<String, List<Note>> others(Connection connection, String person, Optional<String> meeting) throws SQLException {
        Map<String, List<Note>> shared = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement("select meeting, version, note from note where person = ? and (shared = true or opinion = true)"
                + (meeting.isPresent() ? " and meeting = ?" : ""))) {
            select.setString(1, person);
            if (meeting.isPresent()) {
                select.setString(2, meeting.get());
            }
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    shared.computeIfAbsent(found.getString(1), m -> new ArrayList<>()).add(NoteJson.read(found.getString(3), found.getLong(2)));
                }
            }
        }
        return shared;
    }
}
