package vn.nghisu.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import vn.nghisu.web.security.Problem;

/**
 * Work that may take long and much memory, such as setting a paper: two of a kind at a time, whoever asks, so that other requests keep their threads.
 * The others wait, a few for each person. Thread-safe.
 */
public final class HeavyWork {
    private static final int AT_ONCE = 2;
    /** Of one person, with what is being done. */
    static final int OF_ONE = 8;
    private static final int OF_ALL = 200;
    private static final int RETRY_S = 5;
    /** Work that takes longer is named in the log. */
    private static final long LONGEST_S = 120;

    private final WorkerExecutor workers;
    private final Map<String, Integer> inHand = new HashMap<>();
    private int all;

    /** @param kind work of one name shares its two places */
    public HeavyWork(Vertx vertx, String kind) {
        this.workers = vertx.createSharedWorkerExecutor(kind, AT_ONCE, LONGEST_S, TimeUnit.SECONDS);
    }

    /** Does it as soon as there is a place. Fails with {@code BUSY} at once where too much is waiting. */
    public <T> Future<T> give(String person, Callable<T> work) {
        synchronized (this) {
            if (all >= OF_ALL || inHand.getOrDefault(person, 0) >= OF_ONE) {
                return Future.failedFuture(Problem.BUSY.with().retryAfter(RETRY_S));
            }
            all++;
            inHand.merge(person, 1, Integer::sum);
        }
        return workers.executeBlocking(work, false).andThen(done -> letGo(person));
    }

    private synchronized void letGo(String person) {
        all--;
        inHand.computeIfPresent(person, (known, count) -> count > 1 ? count - 1 : null);
    }
}
