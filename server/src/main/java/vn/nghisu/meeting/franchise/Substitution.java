package vn.nghisu.meeting.franchise;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who comes in the place of a member (người dự thay, product A4).
 *
 * @param member who does not come
 * @param substitute who comes instead
 * @param votes whether the substitute casts the member's vote, and counts in the quorum in the member's place
 * @param to when it ended; absent while it holds
 */
public record Substitution(String member, String substitute, boolean votes, Instant from, Optional<Instant> to) {

    public boolean holds() {
        return to.isEmpty();
    }

    /** Whether it held at an instant, ends included. */
    public boolean at(Instant instant) {
        return !instant.isBefore(from) && to.map(end -> !instant.isAfter(end)).orElse(true);
    }

    Substitution ended(Instant at) {
        return new Substitution(member, substitute, votes, from, Optional.of(at));
    }
}
