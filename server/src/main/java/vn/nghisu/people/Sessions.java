package vn.nghisu.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Database;

/**
 * Who is signed in. Looked up in memory at every request and every command, so finding never blocks; opening and closing write to
 * the database and block. Sessions survive a restart. Those who hold a socket listen through {@link #onClosed}.
 */
public final class Sessions {
    /** Longest life of a session: a working day and its evening. */
    public static final Duration ABSOLUTE_LIMIT = Duration.ofHours(12);
    /** Longest silence of a session. A meeting lasts a day, and a tablet that sleeps through its lunch must not be thrown out. */
    public static final Duration IDLE_LIMIT = Duration.ofHours(12);
    /** Devices of one person; the oldest makes room. */
    public static final int PER_PERSON = 20;

    public static final int TOTAL = 50_000;
    public static final int DEVICE_CHARACTERS = 200;

    /** How far the database's sign of life may lag behind the one in memory. */
    private static final Duration NOTE_EVERY = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final Database database;
    private final Clock clock;
    private final RandomIds ids = new RandomIds();
    private final Map<String, Live> byTokenHash = new ConcurrentHashMap<>();
    private final Map<String, Live> byId = new ConcurrentHashMap<>();
    /** Ended, but their rows are still to be deleted. */
    private final Set<Live> ended = ConcurrentHashMap.newKeySet();
    private final SessionsMark mark;
    private final List<Consumer<Session>> listeners = new CopyOnWriteArrayList<>();

    public Sessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.mark = new SessionsMark(database.folder());
        if (!mark.isSet()) {
            int dropped = database.<Integer, RuntimeException>durably(SessionTable::deleteAll);
            if (dropped > 0) {
                LOG.info("{} sessions are not taken over: they may have ended", dropped);
            }
            mark.set();
        }
        database.read(SessionTable::load).forEach(this::keep);
        tidy();
    }

    /** A session and its token, which is told to the device and nobody else. */
    public record Opened(Session session, String token) {}

    /** Opens a session that reaches every body of the person. @throws IllegalStateException when {@link #TOTAL} sessions are open */
    public Opened open(String person, Session.Manner manner, Optional<String> meeting, String device) {
        return open(person, manner, meeting, Optional.empty(), device);
    }

    /** @param reach see {@link Session}. @throws IllegalStateException when {@link #TOTAL} sessions are open */
    public Opened open(String person, Session.Manner manner, Optional<String> meeting, Optional<Set<String>> reach, String device) {
        if (byId.size() >= TOTAL) {
            throw new IllegalStateException("more than " + TOTAL + " sessions");
        }
        String token = Secrets.token();
        Session session = new Session(ids.get(), person, manner, meeting, reach, cut(device), Instant.ofEpochMilli(clock.millis()));
        Live live = new Live(session, Secrets.hash(token), session.opened());
        write(handle -> SessionTable.insert(handle, live));
        keep(live);
        of(person).stream()
                .filter(other -> !other.id().equals(session.id()))
                .skip(PER_PERSON - 1)
                .forEach(oldest -> close(oldest.id()));
        return new Opened(session, token);
    }

    /** The session of a token, if it is open; this counts as a sign of life. */
    public Optional<Session> find(String token) {
        Live live = byTokenHash.get(Secrets.hash(token));
        if (live == null || isOver(live)) {
            return Optional.empty();
        }
        live.lastSeen = clock.instant();
        return Optional.of(live.session);
    }

    /** Whether a session is still open; asked before every command of a socket, and a sign of life too. */
    public boolean isOpen(String id) {
        Live live = byId.get(id);
        if (live == null || isOver(live)) {
            return false;
        }
        live.lastSeen = clock.instant();
        return true;
    }

    /** When a session ends at the latest. */
    public Instant end(Session session) {
        return session.opened().plus(ABSOLUTE_LIMIT);
    }

    /** The last sign of life, for lists. */
    public Optional<Instant> lastSeen(String id) {
        return Optional.ofNullable(byId.get(id)).map(live -> live.lastSeen);
    }

    /** A person's open sessions, the newest first. */
    public List<Session> of(String person) {
        return byId.values().stream()
                .filter(live -> live.session.person().equals(person) && !isOver(live))
                .map(live -> live.session)
                .sorted(Comparator.comparing(Session::opened).reversed())
                .toList();
    }

    /** Closes a session for good; nothing happens if it is closed. */
    public void close(String id) {
        closeWhere(live -> live.session.id().equals(id));
    }

    /** Closes all sessions of a person, except one to keep (as when the password is changed there). */
    public void closeAll(String person, Optional<String> keep) {
        closeWhere(live -> live.session.person().equals(person) && !keep.equals(Optional.of(live.session.id())));
    }

    /** Hears of every session that ends, whatever the reason, so that its sockets can be closed. Runs on the closing thread: be short. */
    public AutoCloseable onClosed(Consumer<Session> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Ends sessions that are over and notes signs of life in the database; call every minute or so, on a worker. */
    public void tidy() {
        closeWhere(this::isOver);
        List<Live> changed = byId.values().stream()
                .filter(live -> live.lastSeen.isAfter(live.noted.plus(NOTE_EVERY)))
                .toList();
        if (!changed.isEmpty()) {
            write(handle -> SessionTable.noteLastSeen(handle, changed));
        }
        changed.forEach(live -> live.noted = live.lastSeen);
    }

    private void closeWhere(Predicate<Live> condition) {
        List<Live> closing = byId.values().stream().filter(condition).filter(this::forget).toList();
        ended.addAll(closing);
        try {
            deleteEnded();
        } finally { // whatever becomes of the rows, no socket outlives its session
            for (Live live : closing) {
                for (Consumer<Session> listener : listeners) {
                    tell(listener, live.session);
                }
            }
        }
    }

    /** Deletes the rows of what has ended, and tries those again that could not be deleted before. */
    private synchronized void deleteEnded() {
        List<Live> rows = List.copyOf(ended);
        if (rows.isEmpty()) {
            return;
        }
        try {
            write(handle -> SessionTable.delete(handle, rows));
        } catch (RuntimeException e) {
            if (rows.stream().allMatch(this::isOver) || !mark.takeAway()) {
                throw e;
            }
            LOG.error("{} ended sessions can't be deleted; should the server be started before they are, everybody has to sign in anew", rows.size(), e);
            return;
        }
        rows.forEach(ended::remove);
        if (ended.isEmpty()) {
            mark.set();
        }
    }

    private void write(Consumer<Handle> work) {
        database.durably(handle -> {
            work.accept(handle);
            return null;
        });
    }

    private static void tell(Consumer<Session> listener, Session session) {
        try {
            listener.accept(session);
        } catch (RuntimeException e) {
            LOG.error("A listener failed when session {} was closed", session.id(), e);
        }
    }

    private boolean isOver(Live live) {
        Instant now = clock.instant();
        return !now.isBefore(end(live.session)) || !now.isBefore(live.lastSeen.plus(IDLE_LIMIT));
    }

    private void keep(Live live) {
        byTokenHash.put(live.tokenHash, live);
        byId.put(live.session.id(), live);
    }

    /** @return whether it was still open: of two that close it at once, one tells the listeners */
    private boolean forget(Live live) {
        byTokenHash.remove(live.tokenHash);
        return byId.remove(live.session.id()) != null;
    }

    private static String cut(String device) {
        return device.length() <= DEVICE_CHARACTERS ? device : device.substring(0, DEVICE_CHARACTERS);
    }

    /** A session with what changes about it. */
    static final class Live {
        final Session session;
        final String tokenHash;
        volatile Instant lastSeen;
        volatile Instant noted;

        Live(Session session, String tokenHash, Instant lastSeen) {
            this.session = session;
            this.tokenHash = tokenHash;
            this.lastSeen = lastSeen;
            this.noted = lastSeen;
        }
    }
}
