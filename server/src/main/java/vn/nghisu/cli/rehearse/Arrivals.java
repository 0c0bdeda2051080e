package vn.nghisu.cli.rehearse;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** When each of a number of tablets first heard of something, since a beginning. Marked on the client loop, awaited elsewhere. */
final class Arrivals {
    private static final long NEVER = -1;

    private final long[] nanos;
    private final CompletableFuture<Void> all = new CompletableFuture<>();
    private volatile int missing;
    private volatile long beganNs;

    /** @param tablets in the crowd, and how many of them are {@code awaited} */
    Arrivals(int tablets, int awaited) {
        nanos = new long[tablets];
        missing = awaited;
        Arrays.fill(nanos, NEVER);
        if (awaited == 0) {
            all.complete(null);
        }
    }

    void begin(long nowNs) {
        beganNs = nowNs;
    }

    void mark(int tablet, long nowNs) {
        if (nanos[tablet] == NEVER) {
            nanos[tablet] = nowNs - beganNs;
            missing--;
            if (missing == 0) {
                all.complete(null);
            }
        }
    }

    /** Whether all have arrived in time. */
    boolean await(long timeoutMs) {
        try {
            all.get(timeoutMs, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    int missing() {
        return missing;
    }

    Spread spread() {
        return Spread.of(Arrays.stream(nanos).filter(time -> time != NEVER).toArray());
    }
}
