package vn.nghisu.meeting.floor;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import vn.nghisu.meeting.Stamp;

/**
 * Who speaks, who waits, who has spoken, and what was handed in in writing.
 *
 * @param list whether requests are taken
 * @param queue those waiting, in calling order
 * @param speaker the turn under way
 * @param turns finished turns, oldest first
 * @param asked persons who ever asked to speak on an item, by its id
 * @param opinions in writing, by item id and person id
 */
public record Floor(
        FloorRules rules,
        ListState list,
        PVector<Request> queue,
        Optional<Turn> speaker,
        PVector<Turn> turns,
        PMap<String, PSet<String>> asked,
        PMap<String, PMap<String, Opinion>> opinions) {

    /**
     * Wish to speak. Its id is given by the journal ({@code r} and the entry's number).
     *
     * @param to who is asked by a question, or whose question is replied to
     * @param placed put to its place by hand: later requests don't pass it, but for points of order
     */
    public record Request(String id, String person, SpeechKind kind, String about, Optional<String> item, Instant at, Optional<String> to, boolean placed) {
        private Request placedByHand() {
            return new Request(id, person, kind, about, item, at, to, true);
        }

        private boolean goesBefore(Request waiting) {
            return kind == SpeechKind.POINT_OF_ORDER ? waiting.kind != kind : !waiting.placed && kind.before(waiting.kind);
        }
    }

    /** An opinion in writing. */
    public record Opinion(String text, Instant at) {}

    /**
     * One turn to speak; the time used is {@code spentMs} plus the time since {@code runningSince}.
     *
     * @param limitMs time allowed, 0 for no limit
     * @param to end of the turn, absent while it lasts
     * @param with who is asked by a question, or whose question is replied to
     * @param beyond the rule that who leads went beyond
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
            Optional<Instant> to,
            Optional<String> with,
            Optional<Beyond> beyond) {

        Turn paused(Instant at) {
            return runningSince.isPresent() ? clocked(spentMsAt(at), Optional.empty(), to) : this;
        }

        Turn continued(Instant at) {
            return runningSince.isPresent() ? this : clocked(spentMs, Optional.of(at), to);
        }

        Turn ended(Instant at) {
            return clocked(spentMsAt(at), Optional.empty(), Optional.of(at));
        }

        long spentMsAt(Instant now) {
            return spentMs + runningSince.map(since -> now.toEpochMilli() - since.toEpochMilli()).orElse(0L);
        }

        private Turn clocked(long spent, Optional<Instant> since, Optional<Instant> end) {
            return new Turn(person, kind, about, item, from, limitMs, spent, since, end, with, beyond);
        }
    }

    public static Floor empty() {
        return new Floor(FloorRules.FREE, ListState.OPEN, TreePVector.empty(), Optional.empty(), TreePVector.empty(), HashTreePMap.empty(), HashTreePMap.empty());
    }

    static String requestId(Stamp stamp) {
        return "r" + stamp.seq();
    }

    /** Whether a speaker's time runs. */
    public boolean isTimed() {
        return speaker.flatMap(Turn::runningSince).isPresent();
    }

    public Optional<Request> find(String request) {
        return queue.stream().filter(waiting -> waiting.id().equals(request)).findFirst();
    }

    public Optional<Request> waiting(String person, SpeechKind kind) {
        return queue.stream().filter(request -> request.person().equals(person) && request.kind() == kind).findFirst();
    }

    /** Turns on an item, the one under way included. */
    Stream<Turn> turnsOn(Optional<String> item) {
        return Stream.concat(turns.stream(), speaker.stream()).filter(turn -> turn.item().equals(item));
    }

    public boolean hasAsked(String person, String item) {
        return asked.getOrDefault(item, HashTreePSet.empty()).contains(person);
    }

    public PMap<String, Opinion> opinions(String item) {
        return opinions.getOrDefault(item, HashTreePMap.empty());
    }

    Floor ruled(FloorRules newRules) {
        return new Floor(newRules, list, queue, speaker, turns, asked, opinions);
    }

    Floor plus(Request request) {
        int at = queue.size();
        while (at > 0 && request.goesBefore(queue.get(at - 1))) {
            at--;
        }
        PMap<String, PSet<String>> nowAsked = request.item()
                .map(item -> asked.plus(item, asked.getOrDefault(item, HashTreePSet.empty()).plus(request.person())))
                .orElse(asked);
        return new Floor(rules, list, queue.plus(at, request), speaker, turns, nowAsked, opinions);
    }

    /** The reply that a question calls for comes next, behind points of order only; who waited to reply anyway waits there. */
    Floor withReply(Request reply) {
        Request own = waiting(reply.person(), SpeechKind.REPLY).filter(waiting -> waiting.to().map(reply.to().orElseThrow()::equals).orElse(true))
                .map(waiting -> new Request(waiting.id(), waiting.person(), waiting.kind(), waiting.about(), waiting.item(), waiting.at(), reply.to(), true))
                .orElse(reply);
        Floor rest = minus(own.id());
        int at = 0;
        while (at < rest.queue.size() && rest.queue.get(at).kind() == SpeechKind.POINT_OF_ORDER) {
            at++;
        }
        return rest.queued(rest.queue.plus(at, own));
    }

    /** @param before the request that then comes next; absent for the end */
    Floor moved(String request, Optional<String> before) {
        return find(request).map(found -> {
            PVector<Request> rest = queue.minus(found);
            int at = before.flatMap(this::find).map(rest::indexOf).orElse(rest.size());
            return queued(rest.plus(at, found.placedByHand()));
        }).orElse(this);
    }

    Floor minus(String request) {
        return find(request).map(found -> queued(queue.minus(found))).orElse(this);
    }

    public Floor withoutRequestsOf(String person) {
        return queued(queue.minusAll(queue.stream().filter(request -> request.person().equals(person)).toList()));
    }

    public Floor withoutQueue() {
        return queued(TreePVector.empty());
    }

    Floor listed(ListState newList) {
        return new Floor(rules, newList, queue, speaker, turns, asked, opinions);
    }

    Floor given(Turn turn) {
        return spoken(Optional.of(turn));
    }

    /** Ends the turn under way, if there is one. */
    public Floor ended(Instant at) {
        return speaker.map(turn -> new Floor(rules, list, queue, Optional.empty(), turns.plus(turn.ended(at)), asked, opinions)).orElse(this);
    }

    public Floor paused(Instant at) {
        return spoken(speaker.map(turn -> turn.paused(at)));
    }

    Floor continued(Instant at) {
        return spoken(speaker.map(turn -> turn.continued(at)));
    }

    /** @param text blank takes back what was handed in */
    Floor handedIn(String item, String person, String text, Instant at) {
        PMap<String, Opinion> onItem = text.isBlank() ? opinions(item).minus(person) : opinions(item).plus(person, new Opinion(text, at));
        return new Floor(rules, list, queue, speaker, turns, asked, onItem.isEmpty() ? opinions.minus(item) : opinions.plus(item, onItem));
    }

    /** Whether somebody has had a turn, or has one. */
    public boolean hasSpoken(String person) {
        return Stream.concat(turns.stream(), speaker.stream()).anyMatch(turn -> turn.person().equals(person));
    }

    private Floor queued(PVector<Request> newQueue) {
        return new Floor(rules, list, newQueue, speaker, turns, asked, opinions);
    }

    private Floor spoken(Optional<Turn> turn) {
        return new Floor(rules, list, queue, turn, turns, asked, opinions);
    }
}
