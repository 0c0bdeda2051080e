package vn.nghisu.web.security;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Failed tries to sign in under one name from one network address: the first few are free, then each costs a longer wait. Who
 * guesses keeps nobody else's address waiting; all addresses together have a much looser bound. A try counts as failed from its
 * begin, so that many at once gain nothing; success clears the name. Knows a bounded number of names.
 */
public final class Tries {
    public static final int FREE = 5;
    /** Free under one name from all addresses together: more than forty devices' worth. */
    public static final int FREE_ANYWHERE = 200;
    public static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** Still few guesses a day, but the name's owner gets in between them. */
    public static final Duration LONGEST_WAIT_ANYWHERE = Duration.ofSeconds(30);
    /** After so long without a try the name starts afresh. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private static final int KEYS = 40_000;

    private final Clock clock;
    private final Map<Key, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
            return size() > KEYS;
        }
    };

    /** @param network absent for all together */
    private record Key(String name, Optional<String> network) {
        long waitMs(int count) {
            int free = network.isPresent() ? FREE : FREE_ANYWHERE;
            if (count < free) {
                return 0;
            }
            Duration longest = network.isPresent() ? LONGEST_WAIT : LONGEST_WAIT_ANYWHERE;
            return Math.min(FIRST_WAIT.toMillis() << Math.min(20, count - free), longest.toMillis());
        }
    }

    private record Failures(int count, long lastMs, long notBeforeMs) {
        /** As if the last try had been now: when the clock was set back, its wait would last longer by all of that. */
        Failures movedTo(long now) {
            return new Failures(count, now, now + (notBeforeMs - lastMs));
        }
    }

    public Tries(Clock clock) {
        this.clock = clock;
    }

    /** Begins a try. @return how long to wait before the next one is let through, or empty when this one is */
    public synchronized Optional<Duration> begin(String name, String network) {
        long now = clock.millis();
        long notBefore = keys(name, network).mapToLong(key -> before(key, now).notBeforeMs).max().orElseThrow();
        if (now < notBefore) {
            return Optional.of(Duration.ofMillis(notBefore - now));
        }
        keys(name, network).forEach(key -> {
            int count = before(key, now).count + 1;
            failures.put(key, new Failures(count, now, now + key.waitMs(count)));
        });
        return Optional.empty();
    }

    /** The try was right. */
    public synchronized void succeeded(String name, String network) {
        keys(name, network).forEach(failures::remove);
    }

    /** The try was neither right nor wrong, for instance because the server was busy. */
    public synchronized void undone(String name, String network) {
        keys(name, network).forEach(key -> failures.computeIfPresent(key, (same, now) -> new Failures(now.count - 1, now.lastMs, now.lastMs)));
    }

    private Failures before(Key key, long now) {
        Failures before = failures.computeIfPresent(key, (same, there) -> now < there.lastMs ? there.movedTo(now) : there);
        return before == null || now - before.lastMs > FORGOTTEN_AFTER.toMillis() ? new Failures(0, now, now) : before;
    }

    private static Stream<Key> keys(String name, String network) {
        return Stream.of(new Key(name, Optional.of(network)), new Key(name, Optional.empty()));
    }
}
