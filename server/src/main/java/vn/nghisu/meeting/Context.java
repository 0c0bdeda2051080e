package vn.nghisu.meeting;

import java.time.Instant;
import java.util.Map;

/** Everything a decision may use besides the meeting itself: who asks, when, and the sums of urns kept outside the journal. */
public record Context(Caller caller, Instant now, Urns urns) {

    /** Sums of the choices in an unnamed vote's urn: option id to count. */
    @FunctionalInterface
    public interface Urns {
        Map<String, Integer> count(String voteId);
    }

    public static Context of(Caller caller, Instant now) {
        return new Context(caller, now, voteId -> Map.of());
    }
}
