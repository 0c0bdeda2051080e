package vn.nghisu.meeting.floor;

import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;

/** What happened on the floor. */
public sealed interface FloorEvent extends Event {

    /** @param to who is asked by a question */
    record SpeechRequested(String person, SpeechKind kind, String about, Optional<String> item, Optional<String> to) implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.floor().plus(new Floor.Request(Floor.requestId(stamp), person, kind, about, item, stamp.at(), to, false)));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return Stream.of(person);
        }
    }

    record RequestWithdrawn(String request) implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.floor().minus(request));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return before.floor().find(request).map(Floor.Request::person).stream();
        }
    }

    record RequestDismissed(String request) implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.floor().minus(request));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return before.floor().find(request).map(Floor.Request::person).stream();
        }
    }

    /**
     * A question calls for a reply: who is asked, and is there, is then the next in the queue.
     *
     * @param with who is asked by a question, or whose question is replied to
     * @param beyond the rule of the floor that who leads has gone beyond
     */
    record FloorGiven(
            String person, SpeechKind kind, String about, Optional<String> item, Optional<String> request, long limitMs, Optional<String> with,
            Optional<Beyond> beyond)
            implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Floor floor = meeting.floor().ended(stamp.at());
            Floor without = request.map(floor::minus).orElse(floor);
            Floor given = without.given(new Floor.Turn(person, kind, about, item, stamp.at(), limitMs, 0, Optional.of(stamp.at()),
                    Optional.empty(), with, beyond));
            return meeting.with(asked(meeting)
                    .map(other -> given.withReply(new Floor.Request(Floor.requestId(stamp), other, SpeechKind.REPLY, "", item, stamp.at(),
                            Optional.of(person), true)))
                    .orElse(given));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return Stream.concat(Stream.of(person), asked(before).stream());
        }

        private Optional<String> asked(Meeting meeting) {
            return with.filter(other -> kind == SpeechKind.QUESTION && meeting.attendance().isPresent(other));
        }
    }

    record FloorPaused() implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.floor().paused(stamp.at()));
        }
    }

    record FloorContinued() implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.floor().continued(stamp.at()));
        }
    }

    record FloorEnded() implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.floor().ended(stamp.at()));
        }
    }

    record SpeakersListOpened(boolean open) implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.floor().listed(open ? ListState.OPEN : ListState.CLOSED));
        }
    }

    record SpeakersListPaused() implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.floor().listed(ListState.PAUSED));
        }
    }

    /** @param before the request that then comes next; absent for the end */
    record RequestMoved(String request, Optional<String> before) implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.floor().moved(request, before));
        }

        @Override
        public Stream<String> concerns(Meeting earlier) {
            return earlier.floor().queue().stream().map(Floor.Request::person);
        }
    }

    record FloorRulesSet(FloorRules rules) implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.floor().ruled(rules));
        }
    }

    /** @param text in place of what the person handed in before; empty takes it back */
    record OpinionHandedIn(String item, String person, String text) implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.floor().handedIn(item, person, text, stamp.at()));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return Stream.of(person);
        }
    }
}
