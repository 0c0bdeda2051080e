package vn.nghisu.cli.rehearse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Commands that wait for their answer on one line. What is given twice is answered twice, in the order in which it was given; an answer
 * beyond that is one too many. Belongs to the client loop.
 */
final class Unanswered {
    private final Map<String, Deque<Given>> waiting = new HashMap<>();
    private final Set<String> answered = new HashSet<>();

    record Given(long atNs, CompletableFuture<Tablet.Answered> answer) {}

    CompletableFuture<Tablet.Answered> give(String id, long atNs) {
        Given given = new Given(atNs, new CompletableFuture<>());
        waiting.computeIfAbsent(id, key -> new ArrayDeque<>()).add(given);
        return given.answer();
    }

    /** The giving that this answer is for; absent when nothing waits for it. */
    Optional<Given> take(String id) {
        Deque<Given> given = waiting.get(id);
        if (given == null) {
            return Optional.empty();
        }
        Given first = given.remove();
        if (given.isEmpty()) {
            waiting.remove(id);
        }
        answered.add(id);
        return Optional.of(first);
    }

    boolean wasAnswered(String id) {
        return answered.contains(id);
    }

    /** The line is gone, and with it whatever was to be answered on it. */
    void lineLost() {
        waiting.clear();
    }
}
