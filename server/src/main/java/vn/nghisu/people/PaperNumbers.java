package vn.nghisu.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import vn.nghisu.journal.Database;

/** Numbers of official papers: one series a body, year and type code, from 1 (Decree 30/2020/NĐ-CP, Art. 15). Blocks. */
public final class PaperNumbers {
    private static final int LISTED = 2_000;

    private final Database database;

    public PaperNumbers(Database database) {
        this.database = database;
    }

    /** @param code letters of the kind, "BB" */
    public record Series(String body, int year, String code) {}

    /** A number that is taken; also one whose paper was never finished. */
    public record Taken(String code, int year, int ordinal, String meeting, String document, Instant at) {}

    /**
     * The number of a paper: the one it has, else one of the series that its meeting has taken and no paper ever came to bear, else the next.
     * No two papers get the same, also at the same time.
     *
     * @param unborne whether another paper of the meeting, by its id, was never made and isn't being made
     * @return nothing where the paper has a number of another series
     */
    public synchronized Optional<Taken> take(Series series, String meeting, String document, Predicate<String> unborne, Instant now) {
        List<Taken> inMeeting = ofMeeting(series, meeting);
        Optional<Taken> own = inMeeting.stream().filter(taken -> taken.document().equals(document)).findFirst();
        if (own.isPresent() || of(meeting, document).isPresent()) {
            return own;
        }
        Optional<Taken> left = inMeeting.stream().filter(taken -> unborne.test(taken.document())).findFirst();
        return Optional.of(database.durably(handle -> {
            int ordinal = left.map(Taken::ordinal).orElseGet(() -> 1 + last(handle, series));
            left.ifPresent(taken -> handle.execute("delete from paper_number where body = ? and in_year = ? and code = ? and ordinal = ?", series.body(), series.year(), series.code(), ordinal));
            handle.execute("insert into paper_number values (?, ?, ?, ?, ?, ?, ?)", series.body(), series.year(), series.code(), ordinal, meeting, document, now.toEpochMilli());
            return new Taken(series.code(), series.year(), ordinal, meeting, document, now);
        }));
    }

    private List<Taken> ofMeeting(Series series, String meeting) {
        return database.read(handle -> handle.select("select code, in_year, ordinal, meeting, document, taken_at from paper_number"
                        + " where body = ? and in_year = ? and code = ? and meeting = ? order by ordinal", series.body(), series.year(), series.code(), meeting)
                .map((row, context) -> taken(row)).list());
    }

    private static int last(Handle handle, Series series) {
        return handle.select("select coalesce(max(ordinal), 0) from paper_number where body = ? and in_year = ? and code = ?", series.body(), series.year(), series.code())
                .mapTo(Integer.class).one();
    }

    private Optional<Taken> of(String meeting, String document) {
        return database.read(handle -> handle.select("select code, in_year, ordinal, meeting, document, taken_at from paper_number where meeting = ? and document = ?", meeting, document)
                .map((row, context) -> taken(row)).findFirst());
    }

    /** The newest numbers of a year, by code and number. */
    public List<Taken> ofYear(String body, int year) {
        return database.read(handle -> handle.select("select code, in_year, ordinal, meeting, document, taken_at from paper_number where body = ? and in_year = ? order by code, ordinal desc limit " + LISTED, body, year)
                .map((row, context) -> taken(row)).list());
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(row.getString(1), row.getInt(2), row.getInt(3), row.getString(4), row.getString(5), Instant.ofEpochMilli(row.getLong(6)));
    }
}
