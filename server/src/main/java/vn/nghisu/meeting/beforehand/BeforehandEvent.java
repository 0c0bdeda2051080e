package vn.nghisu.meeting.beforehand;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;

/** What members said before the meeting, and what the secretary made of it. */
public sealed interface BeforehandEvent extends Event {

    record OpinionGiven(String item, String person, Stance stance, String text) implements BeforehandEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.beforehand().with(item, person, new Beforehand.Opinion(stance, text, stamp.at())));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return Stream.of(person);
        }
    }

    record OpinionWithdrawn(String item, String person) implements BeforehandEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.beforehand().without(item, person));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return Stream.of(person);
        }
    }

    /** @param until absent for the opening */
    record OpinionCutOffSet(Optional<Instant> until) implements BeforehandEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.beforehand().until(until));
        }
    }

    /** @param text empty for none */
    /** @param asOf up to when the text knows of opinions; absent for all there were */
    record OpinionsCompiled(String item, String text, Optional<Instant> asOf) implements BeforehandEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(Beforehand.compiled(meeting, item, text, asOf.orElse(stamp.at())));
        }
    }
}
