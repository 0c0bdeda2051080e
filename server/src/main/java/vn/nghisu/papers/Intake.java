package vn.nghisu.papers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.papers.child.ChildReply;
import vn.nghisu.papers.child.ChildRequest;
import vn.nghisu.papers.child.FirstPage;

/** Takes uploads into the store or refuses them with a sentence. One at a time is checked; a bounded number waits. */
public final class Intake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int WAITING = 64;

    private final PaperStore store;
    private final ThreadPoolExecutor checkers;
    private volatile boolean closed;

    public Intake(PaperStore store) {
        this.store = store;
        this.checkers = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), task -> {
            Thread thread = new Thread(task, "paper-intake");
            thread.setDaemon(true);
            return thread;
        });
        checkers.allowCoreThreadTimeOut(true);
    }

    /**
     * Checks a file and stores it.
     *
     * @param quarantined a path from {@link PaperStore#quarantine()}, written to the end; it is gone when the stage completes
     * @param fileName as the uploader named it; only used for sentences
     * @return never fails: every trouble is a {@link PaperRefusal}
     */
    public CompletionStage<IntakeOutcome> accept(Path quarantined, String fileName) {
        CompletableFuture<IntakeOutcome> outcome = new CompletableFuture<>();
        try {
            checkers.execute(() -> outcome.complete(checkAndClear(quarantined, fileName)));
        } catch (RejectedExecutionException e) {
            clear(quarantined);
            outcome.complete(Refusals.busy());
        }
        return outcome;
    }

    @Override
    public void close() {
        closed = true;
        checkers.shutdownNow();
    }

    private IntakeOutcome checkAndClear(Path quarantined, String fileName) {
        try {
            return check(quarantined, fileName);
        } catch (IOException | RuntimeException e) {
            LOG.warn("intake of a paper failed", e);
            return Refusals.failed();
        } finally {
            clear(quarantined);
        }
    }

    private IntakeOutcome check(Path quarantined, String fileName) throws IOException {
        long bytes = Files.size(quarantined);
        if (bytes == 0) {
            return Refusals.empty();
        }
        if (bytes > store.limits().fileBytes()) {
            return Refusals.tooLarge(bytes, store.limits().fileBytes());
        }
        Optional<PaperRefusal> early = FileKind.check(quarantined, fileName).or(() -> store.room(0));
        if (early.isPresent()) {
            return early.get();
        }
        String sha256 = Sha256.of(quarantined);
        Optional<Preflight> known = store.original(sha256).flatMap(there -> store.report(sha256));
        if (known.isPresent()) {
            return new Accepted(sha256, known.get().pages(), bytes, known.get());
        }
        try (ChildJvm child = ChildJvm.start(store)) {
            return inspect(child, quarantined, sha256, bytes);
        } catch (ChildFailure e) {
            if (closed) {
                return Refusals.failed(); // by us; it says nothing of the paper
            }
            LOG.info("paper {} refused, its child ended: {}", sha256, e.kind());
            return e.kind() == ChildFailure.Kind.TIMEOUT ? Refusals.tooSlow() : Refusals.tooComplex();
        }
    }

    private IntakeOutcome inspect(ChildJvm child, Path file, String sha256, long bytes) throws ChildFailure, IOException {
        ChildReply checked = child.ask(request(ChildRequest.Act.CHECK, file), store.limits().checkTimeMs());
        if (checked.refused().isPresent()) {
            return refusal(checked);
        }
        ChildReply first = child.ask(request(ChildRequest.Act.FIRST_PAGE, file), store.limits().firstPageTimeMs());
        if (first.refused().isPresent()) {
            return refusal(first);
        }
        Optional<String> mark = body(first, FirstPage.class).secretMark();
        if (mark.isPresent()) {
            return Refusals.secret(mark.get());
        }
        Preflight report = body(checked, Preflight.class);
        store.keep(file, sha256, report);
        return new Accepted(sha256, report.pages(), bytes, report);
    }

    private ChildRequest request(ChildRequest.Act act, Path file) {
        return new ChildRequest(act, file.toString(), 0, Optional.empty(), store.limits().pages(), store.limits().imagePixels(), 0);
    }

    private PaperRefusal refusal(ChildReply reply) {
        return switch (reply.refused().orElse("")) {
            case "encrypted" -> Refusals.encrypted();
            case "no_pages" -> Refusals.noPages();
            case "too_many_pages" -> Refusals.tooManyPages(reply.number(), store.limits().pages());
            case "image_too_large" -> Refusals.imageTooLarge(reply.number());
            case "damaged" -> Refusals.damaged();
            default -> Refusals.tooComplex();
        };
    }

    static <T> T body(ChildReply reply, Class<T> type) throws IOException {
        JsonNode body = reply.body().orElseThrow(() -> new IOException("an answer without a body"));
        return PaperJson.read(PaperJson.write(body), type);
    }

    private static void clear(Path quarantined) {
        try {
            Files.deleteIfExists(quarantined);
        } catch (IOException e) {
            // swept at the next start
        }
    }
}
