package vn.nghisu.meeting.circulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.preparation.Revisions;

/** What happened to an opinion form besides its being sent, answered and closed. */
public sealed interface CirculationEvent extends Event {

    /** @param until the new deadline */
    record FormExtended(Instant until, String reason) implements CirculationEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Circulation.Extension extension = new Circulation.Extension(stamp.at(), stamp.actor(), meeting.head().endsAt(), until, reason);
            return Revisions.note(meeting.with(meeting.head().endingAt(until)).with(meeting.circulation().extended(extension)), stamp, Optional.of(reason));
        }
    }

    /** @param people whose answer was waited for */
    record MembersReminded(List<String> people) implements CirculationEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.circulation().reminded(people, stamp.at()));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return people.stream();
        }
    }

    /** @param form id of the form, a meeting without a session */
    record FormTakenUp(String item, String form) implements CirculationEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.circulation().takenUp(item, form));
        }
    }
}
