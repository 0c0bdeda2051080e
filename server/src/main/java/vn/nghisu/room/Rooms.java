package vn.nghisu.room;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Head;
import vn.nghisu.journal.Journal;
import vn.nghisu.journal.JournalBroken;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.vote.Secrecy;

/** All meetings of this server, each in its room; rooms are folded from the journal when the server starts and after a failure. */
public final class Rooms implements AutoCloseable {
    /** Streams of meetings are named by this and the meeting's id. */
    public static final String STREAMS = "meeting/";

    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);
    private static final long BEAT_MS = 5_000;
    private static final long REBUILD_AGAIN_MS = 5_000;

    private final Vertx vertx;
    private final Journal journal;
    private final Supplier<Instant> clock;
    private final SecureRandom random = new SecureRandom();
    private final Secrecy secrecy;
    private final WorkerExecutor foreseeing;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private final long beats;
    private volatile boolean closed;
    private volatile Consumer<String> adjourned = meetingId -> {};
    private volatile Consumer<Room> rebuilt = room -> {};
    private volatile BiConsumer<Meeting, Meeting> written = (before, after) -> {};

    /** Hears what became durable in a room. */
    @FunctionalInterface
    interface Written {
        void tell(Meeting before, Meeting after, List<Event> events);
    }

    /** Reads every meeting; blocks while it does. */
    public Rooms(Vertx vertx, Journal journal, Supplier<Instant> clock) {
        this(vertx, journal, clock, new SealedVotes());
    }

    Rooms(Vertx vertx, Journal journal, Supplier<Instant> clock, Secrecy secrecy) {
        this.vertx = vertx;
        this.secrecy = secrecy;
        this.foreseeing = vertx.createSharedWorkerExecutor("foresight", Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        this.journal = journal;
        this.clock = clock;
        for (Head head : journal.heads(STREAMS).values()) {
            try {
                open(head.stream().substring(STREAMS.length()));
            } catch (EventCodec.UnknownEvent e) {
                LOG.error("meeting {} stays closed: {}", head.stream(), e.getMessage(), e);
            }
        }
        beats = vertx.setPeriodic(BEAT_MS, timer -> {
            Frame beat = Frame.shared(new FromServer.Beat(clock.get().toEpochMilli()));
            rooms.values().forEach(room -> room.beat(beat));
        });
    }

    /** Hears the id of each meeting whose recess or end has become durable. Runs on the room's thread: be short. */
    public void onAdjourned(Consumer<String> listener) {
        adjourned = listener;
    }

    /** Hears each room that was folded anew after a failure; commands whose givers heard nothing may be in it. */
    public void onRebuilt(Consumer<Room> listener) {
        rebuilt = listener;
    }

    /**
     * Hears each meeting before and after something that has become durable; one that was folded anew after a failure as if it had just been made.
     * Runs on the room's thread: be short.
     */
    public void onWritten(BiConsumer<Meeting, Meeting> listener) {
        written = listener;
    }

    public Optional<Room> find(String meetingId) {
        return Optional.ofNullable(rooms.get(meetingId));
    }

    /** A room for a meeting that does not exist yet; its first command must create it. */
    public Room create(String meetingId) {
        return rooms.computeIfAbsent(meetingId, this::read);
    }

    /** Lets go of a room whose meeting was never made, since its first command was refused. */
    public void forget(Room unmade) {
        rooms.computeIfPresent(unmade.meetingId(), (id, room) -> room == unmade && !room.meeting().exists() ? null : room);
    }

    public Stream<Room> all() {
        return rooms.values().stream();
    }

    /** Whether a meeting is in the journal that no room could be made of, so that nobody knows which files it needs. Reads the journal. */
    public boolean lackOne() {
        return journal.heads(STREAMS).keySet().stream().anyMatch(stream -> !rooms.containsKey(stream.substring(STREAMS.length())));
    }

    private void open(String meetingId) {
        rooms.put(meetingId, read(meetingId));
    }

    private Room read(String meetingId) {
        return new Room(vertx, new Foresight(foreseeing), journal, clock, random, Ledger.read(journal, clock, random, secrecy, meetingId), this::rebuild, this::tell);
    }

    private void tell(Meeting before, Meeting after, List<Event> events) {
        written.accept(before, after);
        if (events.stream().anyMatch(Event::adjourns)) {
            adjourned.accept(after.id());
        }
    }

    private void rebuild(Room failed) {
        vertx.executeBlocking(() -> {
            Room anew = read(failed.meetingId());
            // only the journal knows whether a meeting was made by a first command whose giver heard nothing
            Room there = rooms.computeIfPresent(failed.meetingId(), (id, room) -> room != failed ? room : anew.meeting().exists() ? anew : null);
            if (there == anew) {
                rebuilt.accept(anew);
                written.accept(Meeting.none(anew.meetingId()), anew.meeting());
            }
            return null;
        }, false).onFailure(e -> {
            if (JournalBroken.isBehind(e)) {
                LOG.error("meeting {} stays closed until the server is started again: {}", failed.meetingId(), e.toString());
                forget(failed);
                return;
            }
            LOG.error("meeting {} could not be rebuilt and is tried again: {}", failed.meetingId(), e.toString());
            if (!closed) {
                vertx.setTimer(REBUILD_AGAIN_MS, timer -> rebuild(failed));
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        vertx.cancelTimer(beats);
    }
}
