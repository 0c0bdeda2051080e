package vn.nghisu.papers;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Files that were taken in anew and that their meeting then refused. They are removed after a while, unless the same file is brought
 * again: until then somebody who asks for the same outcome once more may still lay it. Thread-safe.
 */
final class Unlaid {
    static final Duration AGE = Duration.ofHours(1);

    private final PaperStore store;
    private final Map<String, Instant> since = new HashMap<>();

    Unlaid(PaperStore store) {
        this.store = store;
    }

    synchronized void add(String sha256, Instant now) {
        since.put(sha256, now);
    }

    /**
     * The file is brought again; what becomes of it is to be seen anew.
     *
     * @return whether no meeting had taken it before either, so that it is to go when this one refuses it too
     */
    synchronized boolean broughtAgain(String sha256) {
        return since.remove(sha256) != null;
    }

    /** @param laid whether any meeting has a paper of this content */
    synchronized void sweep(Predicate<String> laid, Instant now) {
        since.entrySet().stream().filter(one -> one.getValue().plus(AGE).isBefore(now)).map(Map.Entry::getKey).toList().forEach(sha256 -> {
            since.remove(sha256);
            if (!laid.test(sha256)) {
                store.drop(sha256);
            }
        });
    }
}
