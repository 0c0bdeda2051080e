package vn.nghisu.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** The number of a paper: the one it has, or the next of the series. No two papers get the same, also at the same time. */
    public synchronized Taken take(Series series, String meeting, String document, Instant now) {
        return of(meeting, document).orElseGet(() -> database.durably(handle -> {
            int ordinal = 1 + last(handle, series);
            handle.execute("insert into paper_number values (?, ?, ?, ?, ?, ?, ?)", series.body(), series.year(), series.code(), ordinal, meeting, document, now.toEpochMilli());
            return new Taken(series.code(), series.year(), ordinal, meeting, document, now);
        }));
    }

    private static int last(Handle handle, Series series) {
        return handle.select("select coalesce(max(ordinal), 0) from paper_number where body = ? and in_year = ? and code = ?", series.body(), series.year(), series.code())
                .mapTo(Integer.class).one();
    }

    public Optional<Taken> of(String meeting, String document) {
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
