package vn.nghisu.room;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Refusal;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.papers.Accepted;
import vn.nghisu.papers.Manifest;
import vn.nghisu.papers.PaperProgress;
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.papers.PaperWorks;
import vn.nghisu.papers.Refusals;

/** Brings accepted files into meetings: the paper enters the journal, its pages are prepared, then it is said to be ready. */
public final class PaperDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PaperDesk.class);
    private static final int ID_CHARACTERS = 12;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** A paper on which the server has failed so often, over a quarter of an hour, is not made by trying once more. */
    static final int TRIES = 10;

    private final Rooms rooms;
    private final BiFunction<String, PaperProgress, CompletionStage<Manifest>> works;
    private final Later later;
    /** Papers that somebody here goes on with: a room that is rebuilt doesn't begin a second row of tries. */
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile BiConsumer<String, String> prepared = (meeting, paper) -> {};

    /** Runs something after a pause. */
    @FunctionalInterface
    interface Later {
        void run(Duration pause, Runnable work);
    }

    public PaperDesk(Rooms rooms, PaperWorks works) {
        this(rooms, works::prepare, (pause, work) -> CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS).execute(work));
    }

    PaperDesk(Rooms rooms, BiFunction<String, PaperProgress, CompletionStage<Manifest>> works, Later later) {
        this.rooms = rooms;
        this.works = works;
        this.later = later;
    }

    /** Hears the meeting's id and the paper's when its meeting knows that its pages are ready. Runs on the room's thread: be short. */
    public void onPrepared(BiConsumer<String, String> listener) {
        prepared = listener;
    }

    /** Where and for whom a paper is laid. */
    public record Placing(
            String item,
            String title,
            String fileName,
            Access access,
            List<String> namedReaders,
            Optional<String> supersedes,
            Optional<String> reason,
            Optional<Handling> handling) {}

    /** The id of the paper that an upload of this person brings, or has brought, into a meeting. */
    public static String idOf(Room room, Caller caller, UUID upload) {
        return Hash.sha256(room.meetingId() + "/" + caller.person() + "/" + upload).hex().substring(0, ID_CHARACTERS);
    }

    /**
     * Adds a paper for a person; the reply tells whether the meeting took it.
     *
     * @param upload chosen by the uploader; the same one again with the same file gets the first answer and the same paper, and lays nothing
     * @return the paper's id in the meeting
     */
    public String add(Room room, Caller caller, UUID upload, Accepted file, Placing placing, Consumer<Answer> reply) {
        String id = idOf(room, caller, upload);
        PaperCommand.AddPaper command = new PaperCommand.AddPaper(id, placing.item(), placing.title(), placing.fileName(), file.sha256(),
                file.pages(), file.bytes(), placing.access(), placing.namedReaders(), placing.supersedes(), placing.reason(), placing.handling());
        room.give(caller, upload, command, answer -> {
            Optional<Paper> held = answer instanceof Answer.Unknown ? Optional.empty() : room.meeting().papers().find(id);
            boolean other = held.filter(paper -> !paper.sha256().equals(file.sha256())).isPresent();
            reply.accept(other ? new Answer.Refused(Refusal.of(Reason.OTHER_FILE)) : answer);
            held.filter(PaperDesk::isUnprepared).ifPresent(paper -> takeUp(new Laid(room.meetingId(), id, paper.sha256())));
        });
        return id;
    }

    /** Takes up what is not ready: after a start, and whenever a room was rebuilt, since it may hold papers whose adding nobody here heard of. */
    public void resume() {
        rooms.onRebuilt(this::takeUp);
        rooms.all().forEach(this::takeUp);
    }

    private void takeUp(Room room) {
        room.meeting().papers().all()
                .filter(PaperDesk::isUnprepared)
                .forEach(paper -> takeUp(new Laid(room.meetingId(), paper.id(), paper.sha256())));
    }

    private static boolean isUnprepared(Paper paper) {
        return !paper.isPrepared() && !paper.isWithdrawn();
    }

    /** A paper that lies in a meeting. */
    private record Laid(String meeting, String paper, String sha256) {
        String key() {
            return meeting + "/" + paper;
        }
    }

    private void takeUp(Laid laid) {
        if (inHand.add(laid.key())) {
            prepare(laid, 1);
        }
    }

    private void prepare(Laid laid, int tried) {
        works.apply(laid.sha256(), (name, done, total) -> rooms.find(laid.meeting()).ifPresent(room -> room.progress(new Live.Progress(laid.paper(), done, total))))
                .whenComplete((manifest, failure) -> {
                    if (closed) {
                        LOG.debug("paper {} is taken up again at the next start", laid.key());
                    } else if (failure != null) {
                        failed(laid, failure, tried);
                    } else {
                        give(laid, new PaperCommand.PreparePaper(laid.paper(), manifest.failedPages()), 1);
                    }
                });
    }

    /**
     * A failure that says nothing of the paper is tried again, as long as too many wait or the disk is full. A paper that can't be prepared at all must not hold up the issue of
     * the meeting: it is withdrawn, and the secretary reads why.
     */
    private void failed(Laid laid, Throwable failure, int tried) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        PaperRefusal why = cause instanceof PaperRefusal.Refused refused ? refused.refusal() : Refusals.failed();
        if (why.passes() && (tried < TRIES || !why.code().equals("failed"))) {
            LOG.warn("pages of paper {} could not be made and are tried again: {}", laid.key(), cause.toString());
            again(tried, () -> prepare(laid, tried + 1));
        } else {
            LOG.error("pages of paper {} could not be made; it is withdrawn", laid.key(), cause);
            give(laid, new PaperCommand.WithdrawPaper(laid.paper(), why.vi()), 1);
        }
    }

    /** Tells the meeting how a paper's making ended; again when the room could not say whether it took that. */
    private void give(Laid laid, PaperCommand command, int tried) {
        Optional<Room> found = rooms.find(laid.meeting());
        if (found.isEmpty()) {
            inHand.remove(laid.key());
            return;
        }
        found.get().give(Caller.system(), UUID.randomUUID(), command, answer -> {
            if (answer instanceof Answer.Unknown unknown && unknown.why() != Answer.Why.NOT_RECORDING) {
                again(tried, () -> give(laid, command, tried + 1));
                return;
            }
            inHand.remove(laid.key());
            if (answer instanceof Answer.Done) {
                prepared.accept(laid.meeting(), laid.paper());
            } else {
                LOG.warn("paper {}: to {} the meeting says {}", laid.key(), command.getClass().getSimpleName(), answer);
            }
        });
    }

    private void again(int tried, Runnable work) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(20, tried - 1));
        later.run(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE, () -> {
            if (!closed) {
                work.run();
            }
        });
    }

    /** The server stops: what is not ready is left for the next start. */
    @Override
    public void close() {
        closed = true;
    }
}
