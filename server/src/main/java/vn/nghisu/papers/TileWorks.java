package vn.nghisu.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.papers.child.ChildReply;
import vn.nghisu.papers.child.ChildRequest;
import vn.nghisu.papers.child.PageTiled;

/**
 * Draws pages larger than for reading when somebody looks closer (reading.md 3.1): one page at a time in a child, which stays a
 * while for the next one. Each page is drawn once in the life of a paper; all who ask meanwhile wait for the same drawing.
 * Thread-safe.
 */
public final class TileWorks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TileWorks.class);
    /** A room turns to a few pages at a time, however many tablets it has. */
    private static final int WAITING = 40;
    /** A deep level is drawn in strips, each of which may take as long as a page. */
    private static final int PAGE_TIMES = 4;
    private static final int HOPELESS_LIMIT = 1_000;
    private static final int MOST_TILES = 400;
    private static final int MOST_SIDE_PX = 2_048;
    private static final long IDLE_CHILD_MS = 30_000;
    private static final long END_TIME_MS = 10_000;
    private static final Set<String> KINDS = Set.of("webp", "png", "jpg");

    private final PaperStore store;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), TileWorks::thread);
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, TileWorks::thread);
    private final Map<String, CompletableFuture<Path>> jobs = new ConcurrentHashMap<>();
    /** Pages that can't be drawn larger are not tried again until the next start. */
    private final Set<String> hopeless = Collections.synchronizedSet(new LinkedHashSet<>());
    /** Guards the child and its end. */
    private final Object childLock = new Object();
    private Optional<ChildJvm> child = Optional.empty();
    private Optional<ScheduledFuture<?>> ending = Optional.empty();

    public TileWorks(PaperStore store) {
        this.store = store;
        worker.allowCoreThreadTimeOut(true);
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * The file with the {@link TileSheet} of a page, drawn now when it is not there.
     *
     * @param page from 1, a page that has a reading image
     * @param level from 1; a deeper one than the page has gives its deepest
     * @return fails with {@link PaperRefusal.Refused}: failed when there is no such page or it can't be drawn, busy when too many
     *     wait, disk_full
     */
    public CompletionStage<Path> tiles(String sha256, int page, int level) {
        Optional<Path> there = store.tileSheet(sha256, page, level);
        if (there.isPresent()) {
            return CompletableFuture.completedFuture(there.get());
        }
        Optional<Path> original = store.original(sha256);
        String name = sha256 + "/" + page + "/" + level;
        if (original.isEmpty() || page < 1 || level < 1 || level > TileSheet.MOST_LEVELS || hopeless.contains(name)) {
            return CompletableFuture.failedFuture(new PaperRefusal.Refused(Refusals.failed()));
        }
        CompletableFuture<Path> fresh = new CompletableFuture<>();
        CompletableFuture<Path> job = jobs.computeIfAbsent(name, key -> fresh);
        if (job == fresh) {
            try {
                worker.execute(() -> run(name, sha256, original.get(), page, level, fresh));
            } catch (RejectedExecutionException e) {
                jobs.remove(name);
                fresh.completeExceptionally(new PaperRefusal.Refused(Refusals.busy()));
            }
        }
        return job.copy();
    }

    @Override
    public void close() {
        worker.shutdownNow();
        clock.shutdownNow();
        try {
            worker.awaitTermination(END_TIME_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endChild();
    }

    private void run(String name, String sha256, Path original, int page, int level, CompletableFuture<Path> result) {
        Optional<PaperRefusal> refusal = Optional.empty();
        Optional<Path> made = Optional.empty();
        try {
            refusal = isThere(sha256, page) ? store.room(0) : Optional.of(Refusals.failed());
            if (refusal.isEmpty()) {
                made = Optional.of(draw(sha256, original, page, level));
            }
        } catch (ChildFailure | IOException | RuntimeException e) {
            endChild();
            refusal = Optional.of(Refusals.failed());
            if (!worker.isShutdown()) {
                LOG.info("page {} of paper {} can't be drawn larger: {}", page, sha256.substring(0, 12), e.getMessage());
                giveUp(name);
            }
        } finally {
            jobs.remove(name);
            made.ifPresent(result::complete);
            if (made.isEmpty()) {
                result.completeExceptionally(new PaperRefusal.Refused(refusal.orElseGet(Refusals::failed)));
            }
        }
    }

    private void giveUp(String name) {
        synchronized (hopeless) {
            hopeless.add(name);
            if (hopeless.size() > HOPELESS_LIMIT) {
                hopeless.remove(hopeless.iterator().next());
            }
        }
    }

    /** Another page than those of a paper that is ready costs no child, and one that is still to be made may be asked for again. */
    private boolean isThere(String sha256, int page) {
        return store.manifest(sha256).filter(manifest -> page <= manifest.pages().size() && manifest.pages().get(page - 1).fit().isPresent()).isPresent();
    }

    private Path draw(String sha256, Path original, int page, int level) throws IOException, ChildFailure {
        long from = System.nanoTime();
        ChildJvm drawing = child();
        long timeMs = PAGE_TIMES * store.limits().pageTimeMs();
        PageTiled tiled = ask(drawing, original, page, level, Optional.empty(), timeMs);
        if (tiled.trouble().isPresent()) {
            Optional<Path> raster = Poppler.isHere() ? Poppler.draw(original, page, drawing.folder(), timeMs, tiled.w()) : Optional.empty();
            tiled = ask(drawing, original, page, level, Optional.of(raster.orElseThrow(() -> new IOException("its pictures can't be read"))), timeMs);
        }
        Path sheet = keep(sha256, page, level, tiled, drawing.folder());
        rest();
        LOG.debug("page {} of paper {} drawn at level {} in {} ms", page, sha256.substring(0, 12), level, (System.nanoTime() - from) / 1_000_000);
        return sheet;
    }

    private PageTiled ask(ChildJvm drawing, Path original, int page, int level, Optional<Path> raster, long timeMs) throws IOException, ChildFailure {
        PaperLimits limits = store.limits();
        ChildReply reply = drawing.ask(
                new ChildRequest(ChildRequest.Act.TILES, original.toString(), page, raster.map(Path::toString), limits.pages(), limits.imagePixels(), level),
                timeMs);
        return Intake.body(reply, PageTiled.class);
    }

    /** What a child says is checked: it may be talking for the PDF. */
    private Path keep(String sha256, int page, int level, PageTiled tiled, Path folder) throws IOException {
        int across = ceil(tiled.w(), tiled.side());
        int down = ceil(tiled.h(), tiled.side());
        if (tiled.w() < 1 || tiled.h() < 1 || tiled.side() < 1 || tiled.side() > MOST_SIDE_PX || (long) across * down > MOST_TILES
                || tiled.ext().size() != across * down || !KINDS.containsAll(tiled.ext())) {
            throw new IOException("tiles of impossible kind or size");
        }
        List<String> files = new ArrayList<>();
        for (int i = 0; i < tiled.ext().size(); i++) {
            files.add(store.keepTile(sha256, folder.resolve(PageTiled.file(page, i, tiled.ext().get(i))), tiled.ext().get(i)));
        }
        int deepest = Math.min(Math.max(1, tiled.deepest()), TileSheet.MOST_LEVELS);
        return store.keepTileSheet(sha256, page, level,
                new TileSheet(TileSheet.VERSION, tiled.w(), tiled.h(), tiled.side(), Math.min(level, deepest), deepest, files));
    }

    private static int ceil(int length, int side) {
        return side < 1 ? 0 : (int) (((long) length + side - 1) / side);
    }

    private ChildJvm child() throws IOException {
        synchronized (childLock) {
            ending.ifPresent(end -> end.cancel(false));
            ending = Optional.empty();
            if (child.isEmpty()) {
                child = Optional.of(ChildJvm.start(store));
            }
            return child.get();
        }
    }

    /** Who zooms once zooms again: the child waits a while for the next page. */
    private void rest() {
        synchronized (childLock) {
            if (!clock.isShutdown()) {
                ending = Optional.of(clock.schedule(this::endIdleChild, IDLE_CHILD_MS, TimeUnit.MILLISECONDS));
            }
        }
    }

    private void endIdleChild() {
        synchronized (childLock) {
            if (ending.isPresent()) {
                endChild();
            }
        }
    }

    private void endChild() {
        synchronized (childLock) {
            ending.ifPresent(end -> end.cancel(false));
            ending = Optional.empty();
            child.ifPresent(ChildJvm::close);
            child = Optional.empty();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "paper-tiles");
        thread.setDaemon(true);
        return thread;
    }
}
