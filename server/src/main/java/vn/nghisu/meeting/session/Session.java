package vn.nghisu.meeting.session;

import java.time.Instant;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The course of the meeting as a whole: its phase and the times of its turns.
 *
 * @param withoutQuorum opened although the quorum was not met, which the minutes must say
 * @param resumesAt announced end of the running recess
 */
public record Session(
        Phase phase,
        Optional<Instant> issuedAt,
        Optional<Instant> openedAt,
        Optional<Instant> closedAt,
        boolean withoutQuorum,
        Optional<String> cancelledBecause,
        Optional<Instant> cancelledAt,
        Optional<Instant> resumesAt,
        PVector<Recess> recesses) {

    /** A pause of the session; {@code to} is absent while it lasts. */
    public record Recess(Instant from, Optional<Instant> to) {}

    public static Session draft() {
        return new Session(Phase.DRAFT, Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty(),
                TreePVector.empty());
    }

    /** From issue on, participants see the meeting; a draft that was cancelled stays a draft to them. */
    public boolean isVisibleToParticipants() {
        return issuedAt.isPresent();
    }

    /** When it was closed or cancelled. */
    public Optional<Instant> endedAt() {
        return closedAt.or(() -> cancelledAt);
    }

    public Session issued(Instant at) {
        return new Session(Phase.ISSUED, Optional.of(at), openedAt, closedAt, withoutQuorum, cancelledBecause, cancelledAt, resumesAt, recesses);
    }

    public Session cancelled(String reason, Instant at) {
        return new Session(Phase.CANCELLED, issuedAt, openedAt, closedAt, withoutQuorum, Optional.of(reason), Optional.of(at), resumesAt, recesses);
    }

    Session opened(Instant at, boolean lacksQuorum) {
        return new Session(Phase.IN_SESSION, issuedAt, Optional.of(at), closedAt, lacksQuorum, cancelledBecause, cancelledAt, resumesAt, recesses);
    }

    Session recessed(Instant at, Optional<Instant> until) {
        return new Session(Phase.RECESS, issuedAt, openedAt, closedAt, withoutQuorum, cancelledBecause, cancelledAt, until,
                recesses.plus(new Recess(at, Optional.empty())));
    }

    Session resumed(Instant at) {
        return new Session(Phase.IN_SESSION, issuedAt, openedAt, closedAt, withoutQuorum, cancelledBecause, cancelledAt, Optional.empty(), endRecess(at));
    }

    Session closed(Instant at) {
        return new Session(Phase.CLOSED, issuedAt, openedAt, Optional.of(at), withoutQuorum, cancelledBecause, cancelledAt, Optional.empty(), endRecess(at));
    }

    private PVector<Recess> endRecess(Instant at) {
        if (phase != Phase.RECESS) {
            return recesses;
        }
        int last = recesses.size() - 1;
        return recesses.with(last, new Recess(recesses.get(last).from(), Optional.of(at)));
    }
}
