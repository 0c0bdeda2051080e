package vn.nghisu.meeting.floor;

import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;

/** What happened on the floor. */
public sealed interface FloorEvent extends Event {

    record SpeechRequested(String person, SpeechKind kind, String about, Optional<String> item) implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.floor().plus(new Floor.Request("r" + stamp.seq(), person, kind, about, item, stamp.at())));
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

    record FloorGiven(String person, SpeechKind kind, String about, Optional<String> item, Optional<String> request, long limitMs)
            implements FloorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Floor floor = meeting.floor().ended(stamp.at());
            Floor without = request.map(floor::minus).orElse(floor);
            return meeting.with(without.given(new Floor.Turn(person, kind, about, item, stamp.at(), limitMs, 0, Optional.of(stamp.at()),
                    Optional.empty())));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return Stream.of(person);
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
            return meeting.with(meeting.floor().listed(open));
        }
    }
}
