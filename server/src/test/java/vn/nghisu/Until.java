package vn.nghisu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;

/** Waiting for something that tells nobody when it happens, without taking the processor from what is waited for. */
public final class Until {
    private static final long LOOK_EVERY_NS = 2_000_000;
    private static final long LONGEST_NS = 60_000_000_000L;

    private Until() {}

    /** Something to look at, which may be a file or an answer of a server. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws IOException;
    }

    /** Returns as soon as this holds; fails when it does not within a minute. */
    public static void holds(Condition condition) {
        long end = System.nanoTime() + LONGEST_NS;
        try {
            while (!condition.holds()) {
                assertThat(System.nanoTime()).as("still waiting after a minute").isLessThan(end);
                LockSupport.parkNanos(LOOK_EVERY_NS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
