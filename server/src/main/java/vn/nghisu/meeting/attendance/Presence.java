package vn.nghisu.meeting.attendance;

import java.time.Instant;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * One person's coming and going.
 *
 * @param stays the times of presence, the last open while the person is here
 * @param absence reported reason for being away, when there is one
 * @param changes how often the person came anew, or in another manner, by their own word
 * @param changedAt the last time that they did
 */
public record Presence(PVector<Stay> stays, Optional<String> absence, int changes, Optional<Instant> changedAt) {

    public record Stay(Instant from, Manner manner, Optional<Instant> to) {}

    static final Presence UNKNOWN = new Presence(TreePVector.empty(), Optional.empty(), 0, Optional.empty());

    /** How the person is present now. */
    public Optional<Manner> now() {
        return last().filter(stay -> stay.to().isEmpty()).map(Stay::manner);
    }

    /** Present at an instant, ends included. */
    public boolean at(Instant instant) {
        return stays.stream().anyMatch(stay ->
                !instant.isBefore(stay.from()) && stay.to().map(to -> !instant.isAfter(to)).orElse(true));
    }

    public Optional<Instant> arrivedAt() {
        return stays.isEmpty() ? Optional.empty() : Optional.of(stays.get(0).from());
    }

    /** Begin of this stay, when the person is here and was away before; another manner is no return. */
    public Optional<Instant> returnedAt() {
        if (now().isEmpty()) {
            return Optional.empty();
        }
        for (int i = stays.size() - 1; i > 0; i--) {
            if (stays.get(i - 1).to().filter(stays.get(i).from()::isAfter).isPresent()) {
                return Optional.of(stays.get(i).from());
            }
        }
        return Optional.empty();
    }

    public Optional<Stay> last() {
        return stays.isEmpty() ? Optional.empty() : Optional.of(stays.get(stays.size() - 1));
    }

    /** @param oneself whether by the person's own word; the first coming is no change */
    Presence came(Instant at, Manner manner, boolean oneself) {
        boolean change = oneself && !stays.isEmpty();
        return new Presence(left(at).stays.plus(new Stay(at, manner, Optional.empty())), Optional.empty(),
                change ? changes + 1 : changes, change ? Optional.of(at) : changedAt);
    }

    Presence left(Instant at) {
        return now().isEmpty()
                ? this
                : new Presence(stays.with(stays.size() - 1, new Stay(last().orElseThrow().from(), last().orElseThrow().manner(), Optional.of(at))),
                        absence, changes, changedAt);
    }

    /** What the secretary says afterwards, in the place of all that was noted: one stay, or none and why. */
    Presence corrected(Optional<Stay> stay, Optional<String> why) {
        return new Presence(stay.map(TreePVector::singleton).orElseGet(TreePVector::empty), why, changes, changedAt);
    }

    Presence away(String reason) {
        return new Presence(stays, Optional.of(reason), changes, changedAt);
    }
}
