package vn.nghisu.meeting;

import java.time.Instant;
import java.util.Map;
import vn.nghisu.meeting.vote.Secrecy;

/** Everything a decision may use besides the meeting itself: who asks, when, the sums of urns kept outside the journal, and the mathematics of secret votes. */
public record Context(Caller caller, Instant now, Urns urns, Secrecy secrecy) {

    /** Sums of the choices in an unnamed vote's urn: option id to count. */
    @FunctionalInterface
    public interface Urns {
        Map<String, Integer> count(String voteId);
    }

    public static Context of(Caller caller, Instant now, Secrecy secrecy) {
        return new Context(caller, now, voteId -> Map.of(), secrecy);
    }
}
