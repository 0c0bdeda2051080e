package vn.nghisu.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.papers.Accepted;
import vn.nghisu.papers.Manifest;
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.papers.PaperWorks;

/** Brings accepted files into meetings: the paper enters the journal, its pages are prepared, then it is said to be ready. */
public final class PaperDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PaperDesk.class);
    private static final int ID_CHARACTERS = 12;
    /** Refusals that say nothing of the paper: it is taken up again at the next start. */
    private static final Set<String> PASSING = Set.of("busy", "failed");
    private static final long SAID_AGAIN_S = 2;

    private final Rooms rooms;
    private final PaperWorks works;
    private volatile boolean closed;

    public PaperDesk(Rooms rooms, PaperWorks works) {
        this.rooms = rooms;
        this.works = works;
    }

    /** Where and for whom a paper is laid. */
    public record Placing(
            String item,
            String title,
            String fileName,
            Access access,
            List<String> namedReaders,
            Optional<String> supersedes,
            Optional<String> reason) {}

    /**
     * Adds a paper for a person; the reply tells whether the meeting took it.
     *
     * @param upload chosen by the uploader; the same one again gets the first answer and the same paper, and lays nothing
     * @return the paper's id in the meeting
     */
    public String add(Room room, Caller caller, UUID upload, Accepted file, Placing placing, Consumer<Answer> reply) {
        String id = Hash.sha256(room.meetingId() + "/" + caller.person() + "/" + upload).hex().substring(0, ID_CHARACTERS);
        PaperCommand.AddPaper command = new PaperCommand.AddPaper(id, placing.item(), placing.title(), placing.fileName(), file.sha256(),
                file.pages(), file.bytes(), placing.access(), placing.namedReaders(), placing.supersedes(), placing.reason());
        room.give(caller, upload, command, answer -> {
            reply.accept(answer);
            if (answer instanceof Answer.Done) {
                prepare(room.meetingId(), id, file.sha256());
            }
        });
        return id;
    }

    /** Takes up, after a start, what was not ready when the server stopped. */
    public void resume() {
        rooms.all().forEach(room -> room.meeting().papers().all()
                .filter(paper -> !paper.isPrepared() && !paper.isWithdrawn())
                .forEach(paper -> prepare(room.meetingId(), paper.id(), paper.sha256())));
    }

    private void prepare(String meeting, String paper, String sha256) {
        works.prepare(sha256, (name, done, total) -> rooms.find(meeting).ifPresent(room -> room.progress(new Live.Progress(paper, done, total))))
                .whenComplete((manifest, failure) -> {
                    if (closed) {
                        LOG.info("paper {} of meeting {} is taken up again at the next start", paper, meeting);
                    } else if (failure != null) {
                        failed(meeting, paper, failure);
                    } else {
                        ready(meeting, paper, manifest);
                    }
                });
    }

    /** A paper that can't be prepared at all must not hold up the issue of the meeting: it is withdrawn, and the secretary reads why. */
    private void failed(String meeting, String paper, Throwable failure) {
        LOG.error("pages of paper {} of meeting {} could not be made", paper, meeting, failure);
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof PaperRefusal.Refused refused && !PASSING.contains(refused.refusal().code())) {
            rooms.find(meeting).ifPresent(room -> room.give(Caller.system(), UUID.randomUUID(),
                    new PaperCommand.WithdrawPaper(paper, refused.refusal().vi()), answer -> {
                        if (!(answer instanceof Answer.Done)) {
                            LOG.warn("paper {} of meeting {} can't be prepared, and the meeting says {}", paper, meeting, answer);
                        }
                    }));
        }
    }

    /** The server stops: what is not ready is left for the next start. */
    @Override
    public void close() {
        closed = true;
    }

    private void ready(String meeting, String paper, Manifest manifest) {
        rooms.find(meeting).ifPresent(room -> room.give(Caller.system(), UUID.randomUUID(),
                new PaperCommand.PreparePaper(paper, manifest.failedPages()), answer -> {
                    if (!(answer instanceof Answer.Done)) {
                        LOG.warn("paper {} of meeting {} is ready but the meeting says {}", paper, meeting, answer);
                    }
                    if (answer instanceof Answer.Unknown && !closed) {
                        CompletableFuture.delayedExecutor(SAID_AGAIN_S, TimeUnit.SECONDS).execute(() -> ready(meeting, paper, manifest));
                    }
                }));
    }
}
