package vn.nghisu.notes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of one person's notes in one meeting inside one transaction of the database's writer; statements are prepared once for all of a batch. */
final class NoteRows implements AutoCloseable {
    private final Connection connection;
    private final String meeting;
    private final String person;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>();
    private final Map<UUID, Row> known = new HashMap<>();
    private final long personEpoch;
    private Stream stream;

    /** @param note absent when removed */
    record Row(UUID id, long version, Optional<Note> note) {}

    /** @param note the one that an operation made or changed, in this version */
    record Answered(UUID note, long version) {}

    /** How much there is: notes that are not removed, ids ever used, characters of JSON. */
    record Count(int live, int ids, long characters) {
        static final Count NONE = new Count(0, 0, 0);

        private Count plus(Optional<Integer> was, Optional<Integer> is, boolean fresh) {
            return new Count(live + (is.isPresent() ? 1 : 0) - (was.isPresent() ? 1 : 0), ids + (fresh ? 1 : 0), characters + is.orElse(0) - was.orElse(0));
        }
    }

    /** @param copies how much of all are copies that came over from earlier revisions */
    private record Stream(long epoch, long version, long ops, Count all, Count copies) {}

    NoteRows(Connection connection, String meeting, String person) throws SQLException {
        this.connection = connection;
        this.meeting = meeting;
        this.person = person;
        this.personEpoch = personEpoch(connection, person);
        PreparedStatement select = mine("select epoch, version, ops, live, ids, chars, carried_live, carried_ids, carried_chars from note_stream where person = ? and meeting = ?");
        try (ResultSet found = select.executeQuery()) {
            stream = found.next()
                    ? new Stream(found.getLong(1), found.getLong(2), found.getLong(3), new Count(found.getInt(4), found.getInt(5), found.getLong(6)),
                            new Count(found.getInt(7), found.getInt(8), found.getLong(9)))
                    : new Stream(1, 0, 0, Count.NONE, Count.NONE);
        }
    }

    static long personEpoch(Connection connection, String person) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select epoch from note_person where person = ?")) {
            select.setString(1, person);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getLong(1) : 1;
            }
        }
    }

    /** Changes when the person has destroyed all notes of the meeting, or of all meetings. */
    String epoch() {
        return epoch(personEpoch, stream.epoch);
    }

    static String epoch(long personEpoch, long streamEpoch) {
        return personEpoch + "." + streamEpoch;
    }

    long version() {
        return stream.version;
    }

    /** What the owner has made. */
    Count own() {
        return new Count(stream.all.live - stream.copies.live, stream.all.ids - stream.copies.ids, stream.all.characters - stream.copies.characters);
    }

    /** What came over from earlier revisions of papers. */
    Count copies() {
        return stream.copies;
    }

    Optional<Row> find(UUID id) throws SQLException {
        if (!known.containsKey(id)) {
            PreparedStatement select = mine("select version, note from note where person = ? and meeting = ? and id = ?");
            select.setObject(3, id);
            try (ResultSet found = select.executeQuery()) {
                if (found.next()) {
                    long version = found.getLong(1);
                    known.put(id, new Row(id, version, Optional.ofNullable(found.getString(2)).map(json -> NoteJson.read(json, version))));
                } else {
                    known.put(id, null);
                }
            }
        }
        return Optional.ofNullable(known.get(id));
    }

    Optional<Answered> answered(UUID op) throws SQLException {
        PreparedStatement select = mine("select note, version from note_op where person = ? and meeting = ? and op = ?");
        select.setObject(3, op);
        try (ResultSet found = select.executeQuery()) {
            return found.next() ? Optional.of(new Answered(found.getObject(1, UUID.class), found.getLong(2))) : Optional.empty();
        }
    }

    void remember(UUID op, Answered answered) throws SQLException {
        stream = new Stream(stream.epoch, stream.version, stream.ops + 1, stream.all, stream.copies);
        PreparedStatement insert = mine("insert into note_op (person, meeting, op, serial, note, version) values (?, ?, ?, ?, ?, ?)");
        insert.setObject(3, op);
        insert.setLong(4, stream.ops);
        insert.setObject(5, answered.note());
        insert.setLong(6, answered.version());
        insert.executeUpdate();
    }

    /** Writes a note, new or changed, as the stream's newest change. @return its version */
    long put(Note note) throws SQLException {
        return write(note.id(), Optional.of(note));
    }

    /** Leaves nothing of a note but its id. @return version of the removal */
    long remove(UUID id) throws SQLException {
        return write(id, Optional.empty());
    }

    private long write(UUID id, Optional<Note> note) throws SQLException {
        Optional<Row> before = find(id);
        long version = stream.version + 1;
        Optional<String> json = note.map(now -> NoteJson.write(now.at(0)));
        PreparedStatement merge = mine("merge into note (person, meeting, id, version, paper, shared, opinion, note) key (person, meeting, id) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?)");
        merge.setObject(3, id);
        merge.setLong(4, version);
        merge.setString(5, note.map(Note::paper).orElse(null));
        merge.setBoolean(6, note.map(Note::goesToOthers).orElse(false));
        merge.setBoolean(7, note.map(Note::opinion).orElse(false));
        merge.setString(8, json.orElse(null));
        merge.executeUpdate();
        Optional<Note> was = before.flatMap(Row::note);
        Optional<Integer> characters = json.map(String::length);
        Optional<Integer> charactersBefore = was.map(old -> NoteJson.write(old.at(0)).length());
        boolean copy = note.flatMap(Note::carried).isPresent();
        boolean wasCopy = was.flatMap(Note::carried).isPresent();
        stream = new Stream(stream.epoch, version, stream.ops, stream.all.plus(charactersBefore, characters, before.isEmpty()),
                stream.copies.plus(charactersBefore.filter(n -> wasCopy), characters.filter(n -> copy), before.isEmpty() && copy));
        known.put(id, new Row(id, version, note.map(now -> now.at(version))));
        return version;
    }

    /** Writes the stream's own row; to be called once, at the end. */
    void save() throws SQLException {
        PreparedStatement merge = mine("merge into note_stream (person, meeting, epoch, version, ops, live, ids, chars, carried_live, carried_ids, "
                + "carried_chars) key (person, meeting) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        merge.setLong(3, stream.epoch);
        merge.setLong(4, stream.version);
        merge.setLong(5, stream.ops);
        merge.setInt(6, stream.all.live);
        merge.setInt(7, stream.all.ids);
        merge.setLong(8, stream.all.characters);
        merge.setInt(9, stream.copies.live);
        merge.setInt(10, stream.copies.ids);
        merge.setLong(11, stream.copies.characters);
        merge.executeUpdate();
        PreparedStatement forget = mine("delete from note_op where person = ? and meeting = ? and serial <= ?");
        forget.setLong(3, stream.ops - NoteLimits.OPS_REMEMBERED);
        forget.executeUpdate();
    }

    /** Deletes everything but the count of destructions and the version, so that versions go on growing. */
    void destroy() throws SQLException {
        mine("delete from note where person = ? and meeting = ?").executeUpdate();
        mine("delete from note_op where person = ? and meeting = ?").executeUpdate();
        known.clear();
        stream = new Stream(stream.epoch + 1, stream.version + 1, 0, Count.NONE, Count.NONE);
        save();
    }

    private PreparedStatement mine(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        statement.setString(1, person);
        statement.setString(2, meeting);
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }
}
