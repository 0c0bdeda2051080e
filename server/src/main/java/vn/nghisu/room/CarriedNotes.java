package vn.nghisu.room;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.notes.CarryOver;
import vn.nghisu.notes.NoteStore;
import vn.nghisu.papers.Comparisons;
import vn.nghisu.papers.PaperJson;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.revision.Bearings;
import vn.nghisu.papers.revision.Changes;
import vn.nghisu.papers.revision.PairOfPapers;

/**
 * Brings everybody's notes over to the new revision of a paper: when it is ready, when a tablet that was offline brings a note on the
 * old one later, and at the start what an earlier process left undone. A copy is made once, however often it is tried.
 */
public final class CarriedNotes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CarriedNotes.class);
    private static final int TRIES = 20;
    private static final long PAUSE_MS = 5_000;

    private final Rooms rooms;
    private final NoteStore notes;
    private final PaperStore store;
    private final Comparisons comparisons;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor worker;
    private volatile BiConsumer<String, List<NoteStore.Owned>> carried = (meeting, copies) -> {};

    public CarriedNotes(Rooms rooms, NoteStore notes, PaperStore store, Comparisons comparisons) {
        this.rooms = rooms;
        this.notes = notes;
        this.store = store;
        this.comparisons = comparisons;
        this.worker = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "carried-notes");
            thread.setDaemon(true);
            return thread;
        });
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Hears the meeting's id and what was carried in it, to tell the owners' tablets; runs on a thread of its own. */
    public void onCarried(BiConsumer<String, List<NoteStore.Owned>> listener) {
        carried = listener;
    }

    /** Takes up what an earlier process left undone. */
    public void resume() {
        rooms.all().forEach(room -> room.meeting().papers().all()
                .filter(Paper::isPrepared)
                .forEach(paper -> paper.supersedes().ifPresent(older -> soon(new Job(room.meetingId(), older, 1), 0))));
    }

    /** A paper's pages are ready. */
    public void prepared(String meeting, String paper) {
        rooms.find(meeting).flatMap(room -> room.meeting().papers().find(paper)).flatMap(Paper::supersedes)
                .ifPresent(older -> soon(new Job(meeting, older, 1), 0));
    }

    /** Notes were put, perhaps on a paper that has a revision by now. */
    public void put(String meeting, List<NoteStore.Owned> put) {
        rooms.find(meeting).map(Room::meeting).ifPresent(there -> put.stream().map(owned -> owned.note().paper()).distinct()
                .filter(paper -> there.papers().successor(paper).isPresent())
                .forEach(paper -> soon(new Job(meeting, paper, 1), 0)));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private record Job(String meeting, String older, int tried) {
        String key() {
            return meeting + "/" + older;
        }
    }

    private void soon(Job job, long pauseMs) {
        if (!worker.isShutdown() && waiting.add(job.key())) {
            worker.schedule(() -> work(job), pauseMs, TimeUnit.MILLISECONDS);
        }
    }

    /** Whatever goes wrong, be it the database or a paper, nothing is lost: the old notes are there, and it is tried again. */
    private void work(Job job) {
        waiting.remove(job.key());
        try {
            carry(job);
        } catch (Exception e) {
            if (worker.isShutdown()) {
                LOG.debug("notes on paper {} are carried at the next start", job.key());
            } else if (job.tried < TRIES) {
                LOG.warn("notes on paper {} could not be carried over and are tried again: {}", job.key(), e.toString());
                soon(new Job(job.meeting, job.older, job.tried + 1), PAUSE_MS * job.tried);
            } else {
                LOG.error("notes on paper {} were not carried over; the next start tries again", job.key(), e);
            }
        }
    }

    private void carry(Job job) throws Exception {
        Optional<Room> room = rooms.find(job.meeting);
        Optional<Paper> newer = room.flatMap(found -> found.meeting().papers().successor(job.older)).filter(Paper::isPrepared);
        if (newer.isEmpty()) {
            return;
        }
        Paper older = room.get().meeting().papers().find(job.older).orElseThrow();
        List<NoteStore.Owned> left = notes.without(job.meeting, notes.onPaper(job.meeting, older.id()), newer.get().id());
        if (!left.isEmpty()) {
            List<NoteStore.Owned> copies = over(older, newer.get()).carry(left);
            List<NoteStore.Owned> added = notes.carry(job.meeting, copies).toCompletableFuture().join();
            LOG.info("paper {}: {} notes carried to its revision {}", older.id(), added.size(), newer.get().id());
            if (!added.isEmpty()) {
                carried.accept(job.meeting, added);
            }
        }
        if (room.get().meeting().papers().successor(newer.get().id()).isPresent()) {
            soon(new Job(job.meeting, newer.get().id(), 1), 0);
        }
    }

    private CarryOver over(Paper older, Paper newer) throws IOException {
        Changes changes = PaperJson.read(Files.readAllBytes(comparisons.between(older.sha256(), newer.sha256()).toCompletableFuture().join()), Changes.class);
        PairOfPapers pair = PairOfPapers.open(store, older.sha256(), newer.sha256()).orElseThrow(() -> new IOException("a paper is not ready"));
        return new CarryOver(newer.id(), newer.pages(), new Bearings(pair, changes));
    }
}
