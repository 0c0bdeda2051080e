package vn.nghisu.notes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the persons of a meeting share, read in parts: by owner, and of each owner the oldest change first. */
public final class SharedNotes {
    private SharedNotes() {}

    /** Where a part ends. */
    public record Place(String person, long version) {
        public static final Place START = new Place("", 0);

        /** As {@link #of} reads it. */
        @Override
        public String toString() {
            return version + "." + person;
        }

        /** Empty when the text names no place. */
        public static Optional<Place> of(String text) {
            int dot = text.indexOf('.');
            try {
                return dot < 0 ? Optional.empty() : Optional.of(new Place(text.substring(dot + 1), Long.parseLong(text.substring(0, dot))));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /** @param more where the next part begins; absent after the last */
    public record Part(List<NoteStore.Owned> notes, Optional<Place> more) {}

    /**
     * A text that is another whenever anything is shared, changed or taken back. Whoever changes a note gives it a version above all
     * that person's others, so the same newest version of as many notes means the same notes.
     */
    static String mark(Connection connection, String meeting) throws SQLException {
        StringBuilder mark = new StringBuilder();
        try (PreparedStatement select = connection.prepareStatement(
                "select person, count(*), max(version) from note where meeting = ? and shared = true group by person order by person")) {
            select.setString(1, meeting);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    mark.append(found.getString(1)).append(' ').append(found.getLong(2)).append(' ').append(found.getLong(3)).append('\n');
                }
            }
        }
        return mark.toString();
    }

    /** The database holds whole results in memory, so the lengths are asked for before the notes. */
    static Part part(Connection connection, String meeting, Place after, int mostNotes, int mostCharacters) throws SQLException {
        Place last = after;
        boolean more = false;
        try (PreparedStatement select = connection.prepareStatement("select person, version, char_length(note) from note "
                + "where meeting = ? and shared = true and (person > ? or (person = ? and version > ?)) order by person, version fetch first " + (mostNotes + 1) + " rows only")) {
            set(select, meeting, after);
            try (ResultSet found = select.executeQuery()) {
                int notes = 0;
                for (long characters = 0; !more && found.next(); characters += found.getInt(3)) {
                    more = notes++ == mostNotes || characters >= mostCharacters;
                    last = more ? last : new Place(found.getString(1), found.getLong(2));
                }
            }
        }
        return new Part(between(connection, meeting, after, last), more ? Optional.of(last) : Optional.empty());
    }

    private static List<NoteStore.Owned> between(Connection connection, String meeting, Place after, Place last) throws SQLException {
        List<NoteStore.Owned> notes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select person, version, note from note "
                + "where meeting = ? and shared = true and (person > ? or (person = ? and version > ?)) and (person < ? or (person = ? and version <= ?)) order by person, version")) {
            set(select, meeting, after);
            select.setString(5, last.person());
            select.setString(6, last.person());
            select.setLong(7, last.version());
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    notes.add(new NoteStore.Owned(found.getString(1), NoteJson.read(found.getString(3), found.getLong(2))));
                }
            }
        }
        return List.copyOf(notes);
    }

    private static void set(PreparedStatement select, String meeting, Place after) throws SQLException {
        select.setString(1, meeting);
        select.setString(2, after.person());
        select.setString(3, after.person());
        select.setLong(4, after.version());
    }
}
