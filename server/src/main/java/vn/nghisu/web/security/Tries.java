package vn.nghisu.web.security;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Failed tries to sign in under one name: the first few are free, then each costs a longer wait. A try counts as failed from its
 * begin, so that many at once gain nothing; success clears the name. Knows a bounded number of names.
 */
public final class Tries {
    public static final int FREE = 5;
    public static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** After so long without a try the name starts afresh. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private static final int NAMES = 20_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > NAMES;
        }
    };

    private record Failures(int count, long lastMs, long notBeforeMs) {}

    public Tries(Clock clock) {
        this.clock = clock;
    }

    /** Begins a try. @return how long to wait before the next one is let through, or empty when this one is */
    public synchronized Optional<Duration> begin(String name) {
        long now = clock.millis();
        Failures before = failures.get(name);
        if (before == null || now - before.lastMs > FORGOTTEN_AFTER.toMillis()) {
            before = new Failures(0, now, now);
        }
        if (now < before.notBeforeMs) {
            return Optional.of(Duration.ofMillis(before.notBeforeMs - now));
        }
        int count = before.count + 1;
        failures.put(name, new Failures(count, now, now + waitMs(count)));
        return Optional.empty();
    }

    /** The try was right. */
    public synchronized void succeeded(String name) {
        failures.remove(name);
    }

    /** The try was neither right nor wrong, for instance because the server was busy. */
    public synchronized void undone(String name) {
        Failures now = failures.get(name);
        if (now != null) {
            failures.put(name, new Failures(now.count - 1, now.lastMs, now.lastMs));
        }
    }

    private static long waitMs(int count) {
        if (count < FREE) {
            return 0;
        }
        long doubled = FIRST_WAIT.toMillis() << Math.min(20, count - FREE);
        return Math.min(doubled, LONGEST_WAIT.toMillis());
    }
}
