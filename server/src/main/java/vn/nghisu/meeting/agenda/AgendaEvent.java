package vn.nghisu.meeting.agenda;

import java.util.Optional;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.preparation.Revisions;

/** What happened to the agenda. */
public sealed interface AgendaEvent extends Event {

    record ItemAdded(String item, Optional<String> parent, Optional<String> before, Item.Outline outline, Optional<String> reason)
            implements AgendaEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return Revisions.note(meeting.with(meeting.agenda().plus(Item.of(item, parent, outline), before)), stamp, reason);
        }
    }

    record ItemEdited(String item, Item.Outline outline, Optional<String> reason) implements AgendaEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return Revisions.note(meeting.with(meeting.agenda().change(item, old -> old.written(outline))), stamp, reason);
        }
    }

    record ItemMoved(String item, Optional<String> parent, Optional<String> before, Optional<String> reason) implements AgendaEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return Revisions.note(meeting.with(meeting.agenda().moved(item, parent, before)), stamp, reason);
        }
    }

    record ItemRemoved(String item, Optional<String> reason) implements AgendaEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return Revisions.note(meeting.with(meeting.agenda().minus(item)), stamp, reason);
        }
    }

    record ItemTakenUp(String item) implements AgendaEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.agenda().takenUp(item, stamp.at()))
                    .with(meeting.floor().ended(stamp.at()))
                    .with(meeting.stage().cleared());
        }
    }
}
