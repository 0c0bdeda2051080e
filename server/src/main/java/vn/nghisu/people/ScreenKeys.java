package vn.nghisu.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import vn.nghisu.journal.Database;

/**
 * Which room screens may show which body's meetings, or which devices at the door take people in. A screen keeps its key and comes back with it after a power cut, until it is
 * ended; finding never blocks, all that changes something does.
 */
public final class ScreenKeys {
    /** Keys of one body. */
    public static final int PER_BODY = 20;

    private static final int ID_CHARACTERS = 16;
    private static final Duration NOTE_EVERY = Duration.ofMinutes(10);

    private final String table;
    private final Database database;
    private final Clock clock;
    private final Map<String, Live> byHash = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /**
     * A screen that has a key.
     *
     * @param id for lists; no key
     * @param lastSeen absent until somebody has opened its address
     */
    public record Screen(String id, String body, String issuedBy, Instant issued, Optional<Instant> lastSeen) {}

    private static final class Live {
        private final String hash;
        private final Screen first;
        private volatile Optional<Instant> lastSeen;
        private volatile Instant noted;

        Live(String hash, Screen first) {
            this.hash = hash;
            this.first = first;
            this.lastSeen = first.lastSeen();
            this.noted = lastSeen.orElse(Instant.EPOCH);
        }

        Screen screen() {
            return new Screen(first.id(), first.body(), first.issuedBy(), first.issued(), lastSeen);
        }
    }

    public ScreenKeys(Database database, Clock clock) {
        this(database, clock, "screen_key");
    }

    /** Keys of the devices at the door, which are handled the same way. */
    static ScreenKeys ofReceptions(Database database, Clock clock) {
        return new ScreenKeys(database, clock, "reception_key");
    }

    private ScreenKeys(Database database, Clock clock, String table) {
        this.table = table;
        this.database = database;
        this.clock = clock;
        database.read(handle -> handle.createQuery("select key_hash, body, issued_by, issued_ms, last_seen_ms from " + table)
                        .map((row, context) -> new Live(row.getString(1), new Screen(id(row.getString(1)), row.getString(2), row.getString(3),
                                Instant.ofEpochMilli(row.getLong(4)), Optional.ofNullable(row.getObject(5, Long.class)).map(Instant::ofEpochMilli))))
                        .list())
                .forEach(live -> byHash.put(live.hash, live));
    }

    private static String id(String hash) {
        return hash.substring(0, ID_CHARACTERS);
    }

    /** Hears the id of each screen that is ended. Runs on the ending thread: be short. */
    public void onEnded(Consumer<String> listener) {
        listeners.add(listener);
    }

    /**
     * A new key for a body; told once. Where there are too many, the oldest that no screen has ever used makes room.
     *
     * @return empty when so many screens are in use already: none of them is switched off for a new one
     */
    public synchronized Optional<String> issue(String body, String issuedBy) {
        List<Live> there = live(body);
        List<Live> unused = there.stream().filter(live -> live.lastSeen.isEmpty()).toList();
        if (there.size() >= PER_BODY && unused.isEmpty()) {
            return Optional.empty();
        }
        String key = Secrets.token();
        String hash = Secrets.hash(key);
        Live fresh = new Live(hash, new Screen(id(hash), body, issuedBy, Instant.ofEpochMilli(clock.millis()), Optional.empty()));
        List<Live> gone = there.size() >= PER_BODY ? unused.subList(unused.size() - 1, unused.size()) : List.of();
        database.durably(handle -> {
            gone.forEach(live -> delete(handle, live));
            return handle.execute("insert into " + table + " (key_hash, body, issued_by, issued_ms) values (?, ?, ?, ?)", hash, body, issuedBy,
                    fresh.first.issued().toEpochMilli());
        });
        gone.forEach(this::forget);
        byHash.put(hash, fresh);
        return Optional.of(key);
    }

    /** The screen that has this key; this counts as a sign of life. */
    public Optional<Screen> find(String key) {
        Live live = byHash.get(Secrets.hash(key));
        if (live == null) {
            return Optional.empty();
        }
        live.lastSeen = Optional.of(clock.instant());
        return Optional.of(live.screen());
    }

    /** A body's screens, the newest first. */
    public List<Screen> of(String body) {
        return live(body).stream().map(Live::screen).toList();
    }

    /** Ends a screen of a body for good. @return whether there was one */
    public synchronized boolean end(String body, String id) {
        Optional<Live> found = live(body).stream().filter(live -> live.first.id().equals(id)).findAny();
        found.ifPresent(live -> {
            database.durably(handle -> delete(handle, live));
            forget(live);
        });
        return found.isPresent();
    }

    /** Notes signs of life in the database; call every minute or so, on a worker. */
    public synchronized void tidy() {
        List<Live> changed = byHash.values().stream()
                .filter(live -> live.lastSeen.filter(seen -> seen.isAfter(live.noted.plus(NOTE_EVERY))).isPresent())
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        database.durably(handle -> {
            for (Live live : changed) {
                live.noted = live.lastSeen.orElseThrow();
                handle.execute("update " + table + " set last_seen_ms = ? where key_hash = ?", live.noted.toEpochMilli(), live.hash);
            }
            return null;
        });
    }

    private List<Live> live(String body) {
        return byHash.values().stream()
                .filter(live -> live.first.body().equals(body))
                .sorted(Comparator.comparing((Live live) -> live.first.issued()).reversed().thenComparing(live -> live.hash))
                .toList();
    }

    private int delete(Handle handle, Live live) {
        return handle.execute("delete from " + table + " where key_hash = ?", live.hash);
    }

    private void forget(Live live) {
        byHash.remove(live.hash);
        listeners.forEach(listener -> listener.accept(live.first.id()));
    }
}
