package vn.nghisu.meeting.session;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;

/** The turns of the session. A recess stops the clocks of the item in hand and of the speaker. */
public sealed interface SessionEvent extends Event {

    record MeetingOpened(boolean withoutQuorum) implements SessionEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.session().opened(stamp.at(), withoutQuorum));
        }
    }

    record MeetingRecessed(Optional<Instant> until) implements SessionEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.session().recessed(stamp.at(), until))
                    .with(meeting.agenda().paused(stamp.at()))
                    .with(meeting.floor().paused(stamp.at()));
        }

        @Override
        public boolean adjourns() {
            return true;
        }
    }

    record MeetingResumed() implements SessionEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.session().resumed(stamp.at())).with(meeting.agenda().continued(stamp.at()));
        }
    }

    record MeetingClosed() implements SessionEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.session().closed(stamp.at()))
                    .with(meeting.agenda().paused(stamp.at()).nothingInHand())
                    .with(meeting.floor().ended(stamp.at()).withoutQueue())
                    .with(meeting.stage().cleared());
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return before.floor().queue().stream().map(request -> request.person());
        }

        @Override
        public boolean adjourns() {
            return true;
        }
    }
}
