package vn.nghisu.meeting.floor;

import java.time.Instant;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Who speaks, who waits, who has spoken.
 *
 * @param listOpen whether requests are taken
 * @param queue those waiting, in calling order
 * @param speaker the turn under way
 * @param turns finished turns, oldest first
 */
public record Floor(boolean listOpen, PVector<Request> queue, Optional<Turn> speaker, PVector<Turn> turns) {

    /** Wish to speak. Its id is given by the journal ({@code r} and the entry's number). */
    public record Request(String id, String person, SpeechKind kind, String about, Optional<String> item, Instant at) {}

    /**
     * One turn to speak; the time used is {@code spentMs} plus the time since {@code runningSince}.
     *
     * @param limitMs time allowed, 0 for no limit
     * @param to end of the turn, absent while it lasts
     */
    public record Turn(
            String person,
            SpeechKind kind,
            String about,
            Optional<String> item,
            Instant from,
            long limitMs,
            long spentMs,
            Optional<Instant> runningSince,
            Optional<Instant> to) {

        Turn paused(Instant at) {
            return runningSince
                    .map(since -> new Turn(person, kind, about, item, from, limitMs, spentMs + at.toEpochMilli() - since.toEpochMilli(),
                            Optional.empty(), to))
                    .orElse(this);
        }

        Turn continued(Instant at) {
            return runningSince.isPresent() ? this : new Turn(person, kind, about, item, from, limitMs, spentMs, Optional.of(at), to);
        }

        Turn ended(Instant at) {
            Turn stopped = paused(at);
            return new Turn(person, kind, about, item, from, limitMs, stopped.spentMs, Optional.empty(), Optional.of(at));
        }
    }

    public static Floor empty() {
        return new Floor(true, TreePVector.empty(), Optional.empty(), TreePVector.empty());
    }

    public Optional<Request> find(String request) {
        return queue.stream().filter(waiting -> waiting.id().equals(request)).findFirst();
    }

    public Optional<Request> waiting(String person, SpeechKind kind) {
        return queue.stream().filter(request -> request.person().equals(person) && request.kind() == kind).findFirst();
    }

    Floor plus(Request request) {
        int at = 0;
        while (at < queue.size() && !request.kind().before(queue.get(at).kind())) {
            at++;
        }
        return new Floor(listOpen, queue.plus(at, request), speaker, turns);
    }

    Floor minus(String request) {
        return find(request).map(found -> new Floor(listOpen, queue.minus(found), speaker, turns)).orElse(this);
    }

    public Floor withoutRequestsOf(String person) {
        return new Floor(listOpen, queue.minusAll(queue.stream().filter(request -> request.person().equals(person)).toList()), speaker, turns);
    }

    public Floor withoutQueue() {
        return new Floor(listOpen, TreePVector.empty(), speaker, turns);
    }

    Floor listed(boolean open) {
        return new Floor(open, queue, speaker, turns);
    }

    Floor given(Turn turn) {
        return new Floor(listOpen, queue, Optional.of(turn), turns);
    }

    /** Ends the turn under way, if there is one. */
    public Floor ended(Instant at) {
        return speaker.map(turn -> new Floor(listOpen, queue, Optional.empty(), turns.plus(turn.ended(at)))).orElse(this);
    }

    public Floor paused(Instant at) {
        return new Floor(listOpen, queue, speaker.map(turn -> turn.paused(at)), turns);
    }

    Floor continued(Instant at) {
        return new Floor(listOpen, queue, speaker.map(turn -> turn.continued(at)), turns);
    }
}
