package vn.nghisu.papers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes page images, thumbs and words of stored papers in the background, first come first served. What is unfinished when the
 * server ends is taken up where it was when it is asked for again. Thread-safe.
 */
public final class PaperWorks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PaperWorks.class);
    private static final int WAITING = 500;
    private static final long END_TIME_MS = 10_000;

    private final PaperStore store;
    private final ThreadPoolExecutor workers;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private volatile Consumer<String> finished = sha256 -> {};

    /** @param workers papers made at the same time, each in a child process of its own; 1 is usual */
    public PaperWorks(PaperStore store, int workers) {
        this.store = store;
        this.workers = new ThreadPoolExecutor(workers, workers, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), task -> {
            Thread thread = new Thread(task, "paper-works");
            thread.setDaemon(true);
            return thread;
        });
        this.workers.allowCoreThreadTimeOut(true);
    }

    /** Hears the content hash of each paper whose pages have become ready. Runs on a worker's thread: be short. */
    public void onFinished(Consumer<String> listener) {
        finished = listener;
    }

    /**
     * Makes the pages of a stored paper, or hands out those that are there. Asking again while it is being made joins in.
     *
     * @param listener hears each page that is done
     * @return fails with {@link PaperRefusal.Refused} when the paper can't be read at all, when too many wait (code busy), or when the
     *     disk is full (code disk_full)
     */
    public CompletionStage<Manifest> prepare(String sha256, PaperProgress listener) {
        if (store.manifestFile(sha256).isPresent()) {
            return CompletableFuture.supplyAsync(() -> store.manifest(sha256).orElseThrow()); // the caller may be an event loop
        }
        Optional<Path> original = store.original(sha256);
        if (original.isEmpty()) {
            return CompletableFuture.failedFuture(new PaperRefusal.Refused(Refusals.failed()));
        }
        Job fresh = new Job(sha256, original.get());
        Job job = jobs.computeIfAbsent(sha256, name -> fresh);
        job.listeners.add(listener);
        if (job == fresh) {
            try {
                workers.execute(job);
            } catch (RejectedExecutionException e) {
                jobs.remove(sha256);
                job.result.completeExceptionally(new PaperRefusal.Refused(Refusals.busy()));
            }
        }
        return job.result.copy();
    }

    /** Stops where it is. */
    @Override
    public void close() {
        workers.shutdownNow();
        try {
            workers.awaitTermination(END_TIME_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Job implements Runnable {
        private final String sha256;
        private final Path original;
        private final List<PaperProgress> listeners = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Manifest> result = new CompletableFuture<>();

        Job(String sha256, Path original) {
            this.sha256 = sha256;
            this.original = original;
        }

        @Override
        public void run() {
            List<Runnable> endings = new ArrayList<>();
            try {
                long from = System.nanoTime();
                Manifest manifest = new Press(store, sha256, original, this::tell).print();
                store.finish(manifest);
                finished.accept(sha256);
                LOG.info("paper {}: {} pages in {} ms, {} failed", sha256.substring(0, 12), manifest.pages().size(),
                        (System.nanoTime() - from) / 1_000_000, manifest.failedPages().size());
                endings.add(() -> result.complete(manifest));
            } catch (ChildFailure e) {
                endings.add(() -> result.completeExceptionally(new PaperRefusal.Refused(Refusals.tooComplex())));
            } catch (InterruptedException e) {
                endings.add(() -> result.completeExceptionally(e));
            } catch (Throwable e) { // whoever waits must be answered, whatever it was
                if (!workers.isShutdown()) { // else our own interrupt ended it
                    LOG.warn("pages of paper {} could not be made", sha256, e);
                }
                PaperRefusal why = store.fullDisk().orElseGet(Refusals::failed);
                endings.add(() -> result.completeExceptionally(new PaperRefusal.Refused(why)));
            } finally {
                jobs.remove(sha256);
                endings.forEach(Runnable::run);
            }
        }

        private void tell(String name, int done, int total) {
            for (PaperProgress listener : listeners) {
                try {
                    listener.pages(name, done, total);
                } catch (RuntimeException e) {
                    LOG.warn("a listener of paper progress failed", e);
                }
            }
        }
    }
}
