package vn.nghisu.people;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.nghisu.journal.Database;

/**
 * Which room screens may show which body's meetings. A screen keeps its key and comes back with it after a power cut; finding
 * never blocks, issuing does.
 */
public final class ScreenKeys {
    /** Keys of one body; issuing more takes the oldest away. */
    public static final int PER_BODY = 20;

    private final Database database;
    private final Clock clock;
    private final Map<String, String> bodyByHash = new ConcurrentHashMap<>();

    public ScreenKeys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        database.read(handle -> handle.createQuery("select key_hash, body from screen_key")
                        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                        .list())
                .forEach(key -> bodyByHash.put(key.getKey(), key.getValue()));
    }

    /** A new key for a body; told once. */
    public synchronized String issue(String body, String issuedBy) {
        String key = Secrets.token();
        String hash = Secrets.hash(key);
        Iterable<String> gone = database.durably(handle -> {
            handle.execute("insert into screen_key (key_hash, body, issued_by, issued_ms) values (?, ?, ?, ?)", hash, body, issuedBy, clock.millis());
            var old = handle.createQuery("select key_hash from screen_key where body = :body order by issued_ms desc, key_hash offset :kept rows")
                    .bind("body", body).bind("kept", PER_BODY).mapTo(String.class).list();
            old.forEach(each -> handle.execute("delete from screen_key where key_hash = ?", each));
            return old;
        });
        gone.forEach(bodyByHash::remove);
        bodyByHash.put(hash, body);
        return key;
    }

    /** The body whose meetings this key shows. */
    public Optional<String> body(String key) {
        return Optional.ofNullable(bodyByHash.get(Secrets.hash(key)));
    }
}
