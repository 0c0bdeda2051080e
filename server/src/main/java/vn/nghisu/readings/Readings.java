package vn.nghisu.readings;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import vn.nghisu.journal.Database;

/**
 * Who has opened which paper, kept only for bodies that have chosen so; nothing is kept of others. Beside the journal, since it is
 * no act of the meeting. Everything but {@link #areKept} waits for the database.
 */
public final class Readings {
    private static final RowMapper<Reading> READING = (row, context) -> new Reading(row.getString("meeting"), row.getString("paper"),
            row.getString("person"), row.getLong("first_ms"), row.getLong("last_ms"), row.getInt("pages"));

    private final Database database;
    private final Set<String> bodies = ConcurrentHashMap.newKeySet();

    public Readings(Database database) {
        this.database = database;
        bodies.addAll(database.read(handle -> handle.createQuery("select body from body_with_readings").mapTo(String.class).list()));
    }

    /** Whether this body keeps who opens its papers; it does not unless it has chosen to. */
    public boolean areKept(String body) {
        return bodies.contains(body);
    }

    /** The body's choice. What was kept before it was dropped stays. */
    public synchronized void keep(String body, boolean kept) {
        database.durably(handle -> {
            handle.execute("delete from body_with_readings where body = ?", body);
            return kept ? handle.execute("insert into body_with_readings (body) values (?)", body) : 0;
        });
        if (kept) {
            bodies.add(body);
        } else {
            bodies.remove(body);
        }
    }

    /** Notes what a tablet tells; telling it again changes nothing. */
    public synchronized void note(Collection<Reading> told) {
        if (told.isEmpty()) {
            return;
        }
        database.durably(handle -> {
            told.forEach(reading -> note(handle, reading));
            return null;
        });
    }

    private static void note(Handle handle, Reading told) {
        Optional<Reading> before = handle.createQuery("select * from reading where meeting = :meeting and paper = :paper and person = :person")
                .bindMethods(told).map(READING).findOne();
        Reading now = before.map(told::with).orElse(told);
        handle.createUpdate(before.isPresent()
                        ? "update reading set first_ms = :firstMs, last_ms = :lastMs, pages = :pages where meeting = :meeting and paper = :paper and person = :person"
                        : "insert into reading (meeting, paper, person, first_ms, last_ms, pages) values (:meeting, :paper, :person, :firstMs, :lastMs, :pages)")
                .bindMethods(now).execute();
    }

    /** All readings of a meeting's papers, the earliest first. */
    public List<Reading> of(String meeting) {
        return database.read(handle -> handle.createQuery("select * from reading where meeting = ? order by first_ms, person")
                .bind(0, meeting).map(READING).list());
    }

    /** The papers of a meeting of which somebody has had at least one page before the eyes, on whatever device. */
    public Set<String> readBy(String person, String meeting) {
        return database.read(handle -> handle.createQuery("select paper from reading where meeting = ? and person = ? and pages > 0")
                .bind(0, meeting).bind(1, person).mapTo(String.class).set());
    }
}
