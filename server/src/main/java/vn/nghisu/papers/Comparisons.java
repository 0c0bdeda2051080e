package vn.nghisu.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.papers.child.ChildRequest;
import vn.nghisu.papers.child.PictureDifference;
import vn.nghisu.papers.revision.Changes;
import vn.nghisu.papers.revision.PairOfPapers;

/** Compares revisions of papers, one pair at a time, and keeps what it found beside the newer one. Thread-safe. */
public final class Comparisons implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Comparisons.class);
    private static final int WAITING = 100;
    /** Page images compared for one pair; later ones count as the same when their words are. */
    private static final int PICTURES = 400;

    private final PaperStore store;
    private final ThreadPoolExecutor worker;
    private final Map<String, CompletableFuture<Path>> underWay = new ConcurrentHashMap<>();
    /** Pairs that can't be compared are not tried again until the next start. */
    private final Set<String> hopeless = ConcurrentHashMap.newKeySet();
    /** The last pair: matching the words of long papers is the work, and who carries notes asks right after a comparison. */
    private volatile SoftReference<Opened> last = new SoftReference<>(null);

    private record Opened(String key, PairOfPapers pair) {}

    public Comparisons(PaperStore store) {
        this.store = store;
        this.worker = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), task -> {
            Thread thread = new Thread(task, "paper-comparisons");
            thread.setDaemon(true);
            return thread;
        });
        worker.allowCoreThreadTimeOut(true);
    }

    /**
     * @return a file with {@link Changes} as JSON; fails with {@link PaperRefusal.Refused} when a paper is not ready (code failed), too
     *     many wait (code busy), or the two can't be compared at all (code incomparable)
     */
    public CompletionStage<Path> between(String olderSha256, String newerSha256) {
        Optional<Path> there = store.changesFile(newerSha256, olderSha256);
        if (there.isPresent()) {
            return CompletableFuture.completedFuture(there.get());
        }
        String key = olderSha256 + newerSha256;
        if (hopeless.contains(key)) {
            return CompletableFuture.failedFuture(new PaperRefusal.Refused(Refusals.incomparable()));
        }
        CompletableFuture<Path> fresh = new CompletableFuture<>();
        CompletableFuture<Path> result = underWay.computeIfAbsent(key, k -> fresh);
        if (result == fresh) {
            try {
                worker.execute(() -> compare(olderSha256, newerSha256, key, fresh));
            } catch (RejectedExecutionException e) {
                underWay.remove(key);
                fresh.completeExceptionally(new PaperRefusal.Refused(Refusals.busy()));
            }
        }
        return result.copy();
    }

    /**
     * Two papers with their words matched; the last pair is kept as long as there is memory.
     *
     * @throws IOException when one of them is not ready
     */
    public PairOfPapers pair(String olderSha256, String newerSha256) throws IOException {
        String key = olderSha256 + newerSha256;
        Opened there = last.get();
        if (there != null && there.key.equals(key)) {
            return there.pair;
        }
        PairOfPapers pair = PairOfPapers.open(store, olderSha256, newerSha256).orElseThrow(() -> new IOException("a paper is not ready"));
        last = new SoftReference<>(new Opened(key, pair));
        return pair;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void compare(String older, String newer, String key, CompletableFuture<Path> result) {
        Optional<PaperRefusal> refusal = Optional.of(Refusals.failed());
        try {
            refusal = store.room(0);
            if (refusal.isEmpty() && (store.manifest(older).isEmpty() || store.manifest(newer).isEmpty())) {
                refusal = Optional.of(Refusals.failed());
            }
            if (refusal.isEmpty()) {
                try (Eye eye = new Eye(older, newer)) {
                    result.complete(store.keepChanges(pair(older, newer).changes(eye::difference)));
                }
            }
        } catch (Throwable e) { // whoever waits must be answered, whatever it was
            refusal = Optional.of(Refusals.incomparable());
            if (!worker.isShutdown()) {
                LOG.warn("papers {} and {} could not be compared", older, newer, e);
                hopeless.add(key);
            }
        } finally {
            underWay.remove(key);
            refusal.ifPresent(why -> result.completeExceptionally(new PaperRefusal.Refused(why)));
        }
    }

    /** Page images are looked at in a child, as everything that decodes pictures. */
    private final class Eye implements AutoCloseable {
        private final String older;
        private final String newer;
        private Optional<ChildJvm> child = Optional.empty();
        private int looked;

        Eye(String older, String newer) {
            this.older = older;
            this.newer = newer;
        }

        List<List<Integer>> difference(Manifest.Page before, Manifest.Page now) {
            Optional<Path> a = before.fit().flatMap(picture -> store.file(older, picture.file()));
            Optional<Path> b = now.fit().flatMap(picture -> store.file(newer, picture.file()));
            if (a.isEmpty() || b.isEmpty() || before.fit().get().file().equals(now.fit().get().file()) || ++looked > PICTURES) {
                return List.of();
            }
            try {
                if (child.isEmpty()) {
                    child = Optional.of(ChildJvm.start(store));
                }
                ChildRequest request = new ChildRequest(ChildRequest.Act.COMPARE, a.get().toString(), 0, Optional.of(b.get().toString()), 0, 0, 0);
                return Intake.body(child.get().ask(request, store.limits().pageTimeMs()), PictureDifference.class).boxes();
            } catch (ChildFailure e) {
                child.ifPresent(ChildJvm::close);
                child = Optional.empty();
                return List.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            child.ifPresent(ChildJvm::close);
        }
    }
}
