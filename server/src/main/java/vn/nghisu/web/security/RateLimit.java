package vn.nghisu.web.security;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A bucket of tokens for each key, such as a network address: a burst at once, then so many a second. Knows a bounded number of keys. */
public final class RateLimit {
    private static final int KEYS = 20_000;

    private final int burst;
    private final double perSecond;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEYS;
        }
    };

    private record Bucket(double tokens, long atMs) {}

    public RateLimit(int burst, double perSecond, Clock clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Takes a token. @return how long to wait for one, or empty when it was there */
    public synchronized Optional<Duration> take(String key) {
        long now = clock.millis();
        Bucket before = buckets.getOrDefault(key, new Bucket(burst, now));
        double tokens = Math.min(burst, before.tokens + Math.max(0, now - before.atMs) * perSecond / 1000);
        boolean enough = tokens >= 1;
        buckets.put(key, new Bucket(enough ? tokens - 1 : tokens, now));
        return enough ? Optional.empty() : Optional.of(Duration.ofMillis((long) Math.ceil((1 - tokens) / perSecond * 1000)));
    }
}
