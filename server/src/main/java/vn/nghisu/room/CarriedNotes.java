package vn.nghisu.room;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.notes.CarryOver;
import vn.nghisu.notes.Note;
import vn.nghisu.notes.NoteStore;
import vn.nghisu.papers.Comparisons;
import vn.nghisu.papers.PaperJson;
import vn.nghisu.papers.revision.Bearings;
import vn.nghisu.papers.revision.Changes;

/**
 * Brings everybody's notes over to the new revision of a paper, person by person and a few hundred at a time: when it is ready, when a
 * tablet that was offline brings a note on the old one later, and at the start what an earlier process left undone. A copy is made
 * once, however often it is tried.
 */
public final class CarriedNotes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CarriedNotes.class);
    private static final int TRIES = 20;
    private static final long PAUSE_MS = 5_000;
    /** Late notes come batch after batch. */
    private static final long GATHER_MS = 3_000;
    /** Votes wait behind one piece of work of the database. */
    private static final int AT_ONCE = 200;
    private static final long COMPARISON_LIMIT_MS = 600_000;
    private static final long WRITE_LIMIT_MS = 60_000;

    private final Rooms rooms;
    private final NoteStore notes;
    private final Comparisons comparisons;
    private final Set<Where> waiting = ConcurrentHashMap.newKeySet();
    /** Late notes by paper and owner, guarded by itself. */
    private final Map<Where, Map<String, Set<UUID>>> late = new HashMap<>();
    private final ScheduledThreadPoolExecutor worker;

    public CarriedNotes(Rooms rooms, NoteStore notes, Comparisons comparisons) {
        this.rooms = rooms;
        this.notes = notes;
        this.comparisons = comparisons;
        this.worker = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "carried-notes");
            thread.setDaemon(true);
            return thread;
        });
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** A paper whose notes are to go on. */
    private record Where(String meeting, String older) {}

    /** Takes up what an earlier process left undone. */
    public void resume() {
        rooms.all().forEach(room -> room.meeting().papers().all()
                .filter(older -> room.meeting().papers().heir(older.id()).filter(Paper::isPrepared).isPresent())
                .forEach(older -> soon(new Where(room.meetingId(), older.id()), 1, 0)));
    }

    /** A paper's pages are ready: notes of the one it replaces come over, and those of earlier replacements that were withdrawn. */
    public void prepared(String meeting, String paper) {
        rooms.find(meeting).map(Room::meeting).ifPresent(there -> there.papers().all()
                .filter(older -> there.papers().heir(older.id()).filter(newer -> newer.id().equals(paper)).isPresent())
                .forEach(older -> soon(new Where(meeting, older.id()), 1, 0)));
    }

    /** Notes were put, perhaps on a paper that has a revision by now. */
    public void put(String meeting, List<NoteStore.Owned> put) {
        rooms.find(meeting).map(Room::meeting).ifPresent(there -> put.stream()
                .collect(Collectors.groupingBy(owned -> owned.note().paper()))
                .forEach((paper, notesOn) -> {
                    if (there.papers().heir(paper).isPresent()) {
                        gather(new Where(meeting, paper), notesOn);
                    }
                }));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void gather(Where where, List<NoteStore.Owned> put) {
        boolean first;
        synchronized (late) {
            first = !late.containsKey(where);
            Map<String, Set<UUID>> owners = late.computeIfAbsent(where, w -> new LinkedHashMap<>());
            put.forEach(owned -> owners.computeIfAbsent(owned.person(), person -> new LinkedHashSet<>()).add(owned.note().id()));
        }
        if (first && !worker.isShutdown()) {
            worker.schedule(() -> work(where, 1, () -> carryLate(where)), GATHER_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void soon(Where where, int tried, long pauseMs) {
        if (!worker.isShutdown() && waiting.add(where)) {
            worker.schedule(() -> {
                waiting.remove(where);
                work(where, tried, () -> carryAll(where));
            }, pauseMs, TimeUnit.MILLISECONDS);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Whatever goes wrong, be it the database or a paper, nothing is lost: the old notes are there, and all of them are tried again. */
    private void work(Where where, int tried, Work work) {
        try {
            work.run();
        } catch (Throwable e) { // an error that is swallowed by the pool would strand the notes without a word
            if (worker.isShutdown()) {
                LOG.debug("notes on {} are carried at the next start", where);
            } else if (tried < TRIES) {
                LOG.warn("notes on {} could not be carried over and are tried again: {}", where, e.toString());
                soon(where, tried + 1, PAUSE_MS * tried);
            } else {
                LOG.error("notes on {} were not carried over; the next start tries again", where, e);
            }
        }
    }

    private void carryAll(Where where) throws Exception {
        Optional<Pair> pair = pair(where);
        if (pair.isPresent()) {
            for (String person : notes.writers(where.meeting, where.older)) {
                pair.get().carry(person, notes.onPaper(where.meeting, where.older, person));
            }
            if (pair.get().goesOn()) {
                soon(new Where(where.meeting, pair.get().newer.id()), 1, 0);
            }
        }
    }

    private void carryLate(Where where) throws Exception {
        Map<String, Set<UUID>> owners;
        synchronized (late) {
            owners = late.remove(where);
        }
        Optional<Pair> pair = pair(where);
        if (pair.isPresent()) {
            for (Map.Entry<String, Set<UUID>> each : owners.entrySet()) {
                List<Note> added = pair.get().carry(each.getKey(), notes.standing(where.meeting, each.getKey(), each.getValue()));
                if (pair.get().goesOn() && !added.isEmpty()) {
                    gather(new Where(where.meeting, pair.get().newer.id()), added.stream().map(note -> new NoteStore.Owned(each.getKey(), note)).toList());
                }
            }
        }
    }

    private Optional<Pair> pair(Where where) {
        Optional<Room> room = rooms.find(where.meeting);
        return room.flatMap(found -> found.meeting().papers().heir(where.older)).filter(Paper::isPrepared)
                .map(newer -> new Pair(room.get(), room.get().meeting().papers().find(where.older).orElseThrow(), newer));
    }

    /** An older paper and the one to which its notes go; they are compared when there is a note to be carried. */
    private final class Pair {
        private final Room room;
        private final Paper older;
        private final Paper newer;
        private Optional<CarryOver> over = Optional.empty();

        Pair(Room room, Paper older, Paper newer) {
            this.room = room;
            this.older = older;
            this.newer = newer;
        }

        boolean goesOn() {
            return room.meeting().papers().heir(newer.id()).isPresent();
        }

        /** @return copies that were made now; the owner's tablets are told once */
        List<Note> carry(String person, List<Note> there) throws Exception {
            List<Note> left = notes.without(room.meetingId(), person, there, newer.id());
            List<Note> added = new ArrayList<>();
            try {
                for (int at = 0; at < left.size(); at += AT_ONCE) {
                    List<Note> copies = over().carry(left.subList(at, Math.min(left.size(), at + AT_ONCE)));
                    added.addAll(notes.carry(room.meetingId(), person, copies).toCompletableFuture().get(WRITE_LIMIT_MS, TimeUnit.MILLISECONDS));
                }
            } finally {
                if (!added.isEmpty()) {
                    LOG.info("paper {}: {} notes of a person carried to its revision {}", older.id(), added.size(), newer.id());
                    room.notesChanged(person, added.stream().map(NoteStore.Change::made).toList());
                }
            }
            return added;
        }

        private CarryOver over() throws IOException, InterruptedException, ExecutionException, TimeoutException {
            if (over.isEmpty()) {
                Changes changes = PaperJson.read(Files.readAllBytes(comparisons.between(older.sha256(), newer.sha256()).toCompletableFuture()
                        .get(COMPARISON_LIMIT_MS, TimeUnit.MILLISECONDS)), Changes.class);
                Bearings bearings = new Bearings(comparisons.pair(older.sha256(), newer.sha256()), changes);
                over = Optional.of(new CarryOver(newer.id(), newer.pages(), bearings, newcomers(room.meeting())));
            }
            return over.get();
        }

        /** Before the meeting is issued nobody may open anything, so whoever is on the list counts as one. */
        private Set<String> newcomers(Meeting meeting) {
            return meeting.roster().all().map(Participant::id).filter(person -> {
                Rights rights = Rights.of(meeting, Caller.person(person));
                return !rights.maySeeMeeting() || rights.isFor(meeting, newer) && !rights.isFor(meeting, older);
            }).collect(Collectors.toSet());
        }
    }
}
