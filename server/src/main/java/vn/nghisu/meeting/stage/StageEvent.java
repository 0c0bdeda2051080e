package vn.nghisu.meeting.stage;

import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;

/** What was put before the room. */
public sealed interface StageEvent extends Event {

    record PresentingStarted(String paper, String presenter) implements StageEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.stage().presenting(paper, presenter));
        }
    }

    record PresentingStopped() implements StageEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.stage().notPresenting());
        }
    }

    record ResultShown(String vote) implements StageEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.stage().showing(vote));
        }
    }

    record ResultCleared() implements StageEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.stage().withoutResult());
        }
    }

    record SeatsShown(boolean shown) implements StageEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.stage().withSeats(shown));
        }
    }
}
