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
            return Revisions.noteItem(meeting.with(meeting.agenda().plus(Item.of(item, parent, outline), before)), stamp, reason, item);
        }
    }

    record ItemEdited(String item, Item.Outline outline, Optional<String> reason) implements AgendaEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return Revisions.noteItem(meeting.with(meeting.agenda().change(item, old -> old.written(outline))), stamp, reason, item);
        }
    }

    record ItemMoved(String item, Optional<String> parent, Optional<String> before, Optional<String> reason) implements AgendaEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return Revisions.noteItem(meeting.with(meeting.agenda().moved(item, parent, before)), stamp, reason, item);
        }
    }

    record ItemRemoved(String item, Optional<String> reason) implements AgendaEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Meeting noted = Revisions.noteItem(meeting, stamp, reason, item);
            return noted.with(noted.agenda().minus(item));
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
