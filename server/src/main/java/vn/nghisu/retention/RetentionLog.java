package vn.nghisu.retention;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.nghisu.journal.Database;

/** Carryings out of the rules of retention, and what each took. What goes and its count are one transaction, so a repeat counts nothing twice. Blocks. */
public final class RetentionLog {
    private final Database database;

    public RetentionLog(Database database) {
        this.database = database;
    }

    /** @param certificate absent while not all of it is done */
    public record Run(String id, String body, String person, long atMs, String plan, Optional<String> certificate) {}

    /** What files of papers came to: gone, kept since another meeting has them too, still there since they could not be removed, or since it is not known who needs them; gone but for their words in search. */
    public static final String PAPERS = "PAPERS";
    public static final String PAPERS_KEPT = "PAPERS_KEPT";
    public static final String PAPERS_FAILED = "PAPERS_FAILED";
    public static final String PAPERS_UNKNOWN = "PAPERS_UNKNOWN";
    public static final String PAPERS_WORDS = "PAPERS_WORDS";

    /** @param hashes of the files, separated by blanks; of notes and readings there are none */
    public record Gone(String meeting, String rule, long many, String hashes) {}

    /** How many notes of people, or readings, a meeting has. */
    public long notes(String meeting) {
        return database.read(handle -> notes(handle, meeting));
    }

    public long readings(String meeting) {
        return database.read(handle -> readings(handle, meeting));
    }

    private static long notes(Handle handle, String meeting) {
        return handle.createQuery("select count(*) from note where meeting = ? and note is not null").bind(0, meeting).mapTo(Long.class).one();
    }

    private static long readings(Handle handle, String meeting) {
        return handle.createQuery("select count(*) from reading where meeting = ?").bind(0, meeting).mapTo(Long.class).one();
    }

    public void begin(Run run) {
        database.durably(handle -> handle.execute("insert into retention_run (id, body, person, at_ms, plan) values (?, ?, ?, ?, ?)", run.id(), run.body(), run.person(), run.atMs(), run.plan()));
    }

    public void finish(String run, String certificate) {
        database.durably(handle -> handle.execute("update retention_run set certificate = ? where id = ?", certificate, run));
    }

    /** All notes of a meeting go; what tablets still bring of them is refused, as after their owners' own destroying. */
    public void destroyNotes(String run, String meeting) {
        once(run, meeting, "NOTES", handle -> {
            long many = notes(handle, meeting);
            handle.execute("delete from note where meeting = ?", meeting);
            handle.execute("delete from note_op where meeting = ?", meeting);
            handle.execute("update note_stream set epoch = epoch + 1, version = version + 1, ops = 0, live = 0, ids = 0, chars = 0, carried_live = 0, carried_ids = 0, carried_chars = 0 where meeting = ?", meeting);
            return many;
        });
    }

    public void destroyReadings(String run, String meeting) {
        once(run, meeting, "READINGS", handle -> {
            long many = readings(handle, meeting);
            handle.execute("delete from reading where meeting = ?", meeting);
            return many;
        });
    }

    private interface Work {
        long in(Handle handle);
    }

    private void once(String run, String meeting, String rule, Work work) {
        database.durably((Handle handle) -> has(handle, run, meeting, rule) ? 0 : put(handle, run, new Gone(meeting, rule, work.in(handle), "")));
    }

    /** What became of a meeting's papers that went by the journal, {@link #PAPERS} among it; said again it changes nothing. */
    public void notePapers(String run, String meeting, List<Gone> papers) {
        database.durably((Handle handle) -> has(handle, run, meeting, PAPERS) ? 0 : papers.stream().mapToInt(gone -> put(handle, run, gone)).sum());
    }

    private static boolean has(Handle handle, String run, String meeting, String rule) {
        return handle.createQuery("select count(*) from retention_gone where run = ? and meeting = ? and rule = ?").bind(0, run).bind(1, meeting).bind(2, rule).mapTo(Long.class).one() > 0;
    }

    private static int put(Handle handle, String run, Gone gone) {
        return handle.execute("insert into retention_gone (run, meeting, rule, many, hashes) values (?, ?, ?, ?, ?)", run, gone.meeting(), gone.rule(), gone.many(), gone.hashes());
    }

    public List<Gone> gone(String run) {
        return database.read(handle -> handle.createQuery("select meeting, rule, many, hashes from retention_gone where run = ? order by meeting, rule").bind(0, run)
                .map((row, context) -> new Gone(row.getString(1), row.getString(2), row.getLong(3), row.getString(4))).list());
    }

    /** The newest first. */
    public List<Run> runs(String body, int most) {
        return runs("where body = ? order by at_ms desc fetch first " + most + " rows only", body);
    }

    public Optional<Run> run(String id) {
        return runs("where id = ?", id).stream().findFirst();
    }

    public List<Run> unfinished() {
        return database.read(handle -> handle.createQuery("select id, body, person, at_ms, plan, certificate from retention_run where certificate is null order by at_ms").map((row, context) -> run(row)).list());
    }

    private List<Run> runs(String where, String value) {
        return database.read(handle -> handle.createQuery("select id, body, person, at_ms, plan, certificate from retention_run " + where).bind(0, value).map((row, context) -> run(row)).list());
    }

    private static Run run(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Run(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5), Optional.ofNullable(row.getString(6)));
    }
}
