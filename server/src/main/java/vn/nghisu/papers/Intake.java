package vn.nghisu.papers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.papers.child.ChildReply;
import vn.nghisu.papers.child.ChildRequest;
import vn.nghisu.papers.child.FirstPage;

/** Takes uploads into the store or refuses them with a sentence. One at a time is checked; a bounded number waits. */
public final class Intake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int WAITING = 64;

    private final SignedFiles signatures;
    private final PaperStore store;
    private final Supplier<Optional<Office>> office;
    private final ThreadPoolExecutor checkers;
    private final Unlaid unlaid;
    private volatile boolean closed;

    /** A check's own end: what was brought can't be taken. */
    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;
        private final transient PaperRefusal refusal;

        Unfit(PaperRefusal refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }
    }

    public Intake(PaperStore store) {
        this(store, Office::find);
    }

    /** @param office how office files are made PDFs; asked each time, since it may be installed while the server runs */
    public Intake(PaperStore store, Supplier<Optional<Office>> office) {
        this.store = store;
        this.signatures = new SignedFiles(store);
        this.office = office;
        this.unlaid = new Unlaid(store);
        this.checkers = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), task -> {
            Thread thread = new Thread(task, "paper-intake");
            thread.setDaemon(true);
            return thread;
        });
        checkers.allowCoreThreadTimeOut(true);
    }

    /**
     * Checks a file and stores it, or the PDF that is made of it.
     *
     * @param quarantined a file of {@link PaperStore#quarantine()} or {@link Arrivals#part}, written to the end; it is gone when the
     *     stage completes, but for a refusal that {@link PaperRefusal#passes}
     * @return never fails: every trouble is a {@link PaperRefusal}
     */
    public CompletionStage<IntakeOutcome> accept(Path quarantined) {
        CompletableFuture<IntakeOutcome> outcome = new CompletableFuture<>();
        try {
            checkers.execute(() -> outcome.complete(checkAndClear(quarantined)));
        } catch (RejectedExecutionException e) {
            outcome.complete(Refusals.busy());
        }
        return outcome;
    }

    /** No meeting took what was accepted: a file that came with it is removed after a while. */
    public void notLaid(Accepted file) {
        if (file.fresh()) {
            unlaid.add(file.sha256(), Instant.now());
        }
    }

    /**
     * Removes what no meeting took.
     *
     * @param laid whether any meeting has a paper of this content
     */
    public void sweep(Predicate<String> laid, Instant now) {
        unlaid.sweep(laid, now);
    }

    /**
     * The file of a paper as a reader may take it along: as it is, or without what could act on his device; that rendition is made
     * here for papers that came before there were any, and only then are the checks of uploads waited for. Reads from the disk.
     *
     * @return empty for a signed paper that holds such parts: it is not rewritten. Fails with {@link PaperRefusal.Refused}
     */
    public CompletionStage<Optional<Path>> download(String sha256) {
        Optional<Preflight> found = store.report(sha256);
        if (found.isEmpty()) { // destroyed in this moment
            return CompletableFuture.failedFuture(new PaperRefusal.Refused(Refusals.busy()));
        }
        Preflight report = found.get();
        Optional<Path> there = report.isActive() ? store.clean(sha256) : store.original(sha256);
        if (there.isPresent() || report.isSigned()) {
            return CompletableFuture.completedFuture(there);
        }
        CompletableFuture<Optional<Path>> file = new CompletableFuture<>();
        try {
            checkers.execute(() -> {
                try {
                    file.complete(harmless(sha256));
                } catch (IOException | ChildFailure | Unfit | RuntimeException e) {
                    LOG.warn("no clean rendition of paper {} could be made", sha256, e);
                    file.completeExceptionally(new PaperRefusal.Refused(Refusals.failed()));
                }
            });
        } catch (RejectedExecutionException e) {
            file.completeExceptionally(new PaperRefusal.Refused(Refusals.busy()));
        }
        return file;
    }

    @Override
    public void close() {
        closed = true;
        checkers.shutdownNow();
    }

    private Optional<Path> harmless(String sha256) throws IOException, ChildFailure, Unfit {
        Optional<Path> made = store.clean(sha256);
        Optional<Path> original = store.original(sha256);
        if (made.isPresent() || original.isEmpty()) {
            return made; // another who asked has had it made meanwhile
        }
        try (ChildJvm child = ChildJvm.start(store)) {
            return Optional.of(store.keepClean(sha256, made(child, ChildRequest.Act.CLEAN, original.orElseThrow(), Optional.empty())));
        }
    }

    private IntakeOutcome checkAndClear(Path quarantined) {
        IntakeOutcome outcome = outcome(quarantined);
        if (!(outcome instanceof PaperRefusal refusal && refusal.passes())) {
            clear(quarantined);
        }
        return outcome;
    }

    private IntakeOutcome outcome(Path quarantined) {
        try {
            return check(quarantined);
        } catch (Unfit e) {
            return e.refusal;
        } catch (ChildFailure e) {
            if (closed) {
                return Refusals.failed(); // by us; it says nothing of the paper
            }
            LOG.info("a paper was refused, its child ended: {}", e.kind());
            return e.kind() == ChildFailure.Kind.TIMEOUT ? Refusals.tooSlow() : Refusals.tooComplex();
        } catch (IOException | RuntimeException e) {
            LOG.warn("intake of a paper failed", e);
            return Refusals.failed();
        }
    }

    private IntakeOutcome check(Path quarantined) throws IOException, ChildFailure, Unfit {
        long bytes = Files.size(quarantined);
        if (bytes == 0) {
            return Refusals.empty();
        }
        if (bytes > store.limits().fileBytes()) {
            return Refusals.tooLarge(bytes, store.limits().fileBytes());
        }
        Recognition recognition = Recognition.of(quarantined);
        Optional<PaperRefusal> early = recognition.refusal().or(() -> store.room(0));
        if (early.isPresent()) {
            return early.get();
        }
        FileKind kind = recognition.kind().orElseThrow();
        String sha256 = Sha256.of(quarantined);
        Optional<Accepted> known = known(kind == FileKind.PDF ? Optional.of(sha256) : store.madeOf(sha256));
        if (known.isPresent()) {
            return known.get();
        }
        if (kind == FileKind.PDF) {
            try (ChildJvm child = ChildJvm.start(store)) {
                return inspect(child, quarantined, Optional.empty(), Optional.empty());
            }
        }
        Preflight.Source source = new Preflight.Source(kind, sha256, bytes, recognition.macros());
        return kind.isPicture() ? ofPicture(quarantined, source) : ofOffice(quarantined, source);
    }

    private Optional<Accepted> known(Optional<String> paper) throws IOException {
        boolean fresh = paper.filter(unlaid::broughtAgain).isPresent();
        Optional<Path> there = paper.flatMap(store::original);
        Optional<Preflight> report = there.flatMap(file -> store.report(paper.get()));
        return report.isPresent() ? Optional.of(new Accepted(paper.get(), report.get().pages(), Files.size(there.get()), report.get(), fresh)) : Optional.empty();
    }

    private IntakeOutcome ofPicture(Path picture, Preflight.Source source) throws IOException, ChildFailure, Unfit {
        try (ChildJvm child = ChildJvm.start(store)) {
            Path pdf = made(child, ChildRequest.Act.PICTURE, picture, Optional.of(source.sha256()));
            return inspect(child, pdf, Optional.of(source), Optional.of(picture));
        }
    }

    private IntakeOutcome ofOffice(Path file, Preflight.Source source) throws IOException, ChildFailure, Unfit {
        Office with = office.get().orElseThrow(() -> new Unfit(Refusals.noOffice(source.kind())));
        if (!with.opens(source.kind())) {
            throw new Unfit(Refusals.noOffice(source.kind()));
        }
        Path folder = store.work().create();
        try (ChildJvm child = ChildJvm.start(store)) {
            Office.Outcome outcome = with.convert(file, source.kind(), folder);
            if (outcome.trouble().isPresent()) {
                return switch (outcome.trouble().get()) {
                    case TOO_SLOW -> Refusals.officeTooSlow(source.kind(), with.limits().timeMs() / 1000);
                    case TOO_LARGE -> Refusals.officeTooLarge(source.kind(), with.limits().pdfBytes());
                    case FAILED -> closed ? Refusals.failed() : Refusals.officeFailed(source.kind());
                };
            }
            Path pdf = made(child, ChildRequest.Act.IMPRINT, outcome.pdf().orElseThrow(), Optional.of(source.sha256()));
            return inspect(child, pdf, Optional.of(source), Optional.of(file));
        } finally {
            WorkFolders.remove(folder);
        }
    }

    /** @param source the file of which the PDF was made */
    private IntakeOutcome inspect(ChildJvm child, Path pdf, Optional<Preflight.Source> made, Optional<Path> source)
            throws ChildFailure, IOException, Unfit {
        Preflight found = body(ask(child, ChildRequest.Act.CHECK, pdf, Optional.empty(), store.limits().checkTimeMs()), Preflight.class);
        Preflight seen = found.isSigned() ? signatures.look(pdf).map(found::signedBy).orElse(found) : found;
        Preflight report = made.map(seen::madeFrom).orElse(seen);
        ChildReply first = ask(child, ChildRequest.Act.FIRST_PAGE, pdf, Optional.empty(), store.limits().firstPageTimeMs());
        Optional<String> mark = body(first, FirstPage.class).secretMark();
        if (mark.isPresent()) {
            return Refusals.secret(mark.get());
        }
        Optional<Path> clean = report.isActive() && !report.isSigned()
                ? Optional.of(made(child, ChildRequest.Act.CLEAN, pdf, Optional.empty()))
                : Optional.empty();
        String sha256 = Sha256.of(pdf);
        long bytes = Files.size(pdf);
        store.keep(pdf, sha256, report, clean, source);
        return new Accepted(sha256, report.pages(), bytes, report, true);
    }

    /** A PDF that the child has made in its folder; what it says is checked, as it may be talking for the file. */
    private Path made(ChildJvm child, ChildRequest.Act act, Path of, Optional<String> source) throws ChildFailure, IOException, Unfit {
        ask(child, act, of, source, store.limits().checkTimeMs());
        Path pdf = child.folder().resolve(act.product());
        if (!Files.isRegularFile(pdf, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("a child has made no file");
        }
        if (Files.size(pdf) > 2 * store.limits().fileBytes()) {
            throw new Unfit(Refusals.tooLarge(Files.size(pdf), store.limits().fileBytes()));
        }
        return pdf;
    }

    private ChildReply ask(ChildJvm child, ChildRequest.Act act, Path file, Optional<String> source, long timeMs) throws ChildFailure, Unfit {
        ChildReply reply = child.ask(
                new ChildRequest(act, file.toString(), 0, source, store.limits().pages(), store.limits().imagePixels(), 0), timeMs);
        if (reply.refused().isPresent()) {
            throw new Unfit(refusal(reply, act));
        }
        return reply;
    }

    private PaperRefusal refusal(ChildReply reply, ChildRequest.Act act) {
        return switch (reply.refused().orElse("")) {
            case "encrypted" -> Refusals.encrypted();
            case "no_pages" -> Refusals.noPages();
            case "too_many_pages" -> Refusals.tooManyPages(reply.number(), store.limits().pages());
            case "image_too_large" -> Refusals.imageTooLarge(reply.number());
            case "damaged" -> act == ChildRequest.Act.PICTURE ? Refusals.damagedPicture() : Refusals.damaged();
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
