package vn.nghisu.meeting.attendance;

import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;

/** What happened to the seat map. */
public sealed interface SeatingEvent extends Event {

    record SeatsLaid(List<Seating.Seat> seats) implements SeatingEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Meeting laid = meeting.with(meeting.attendance().with(Seating.laid(seats)));
            return seats.isEmpty() ? laid.with(laid.stage().withSeats(false)) : laid;
        }
    }

    record PersonSeated(String person, Optional<String> seat) implements SeatingEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.attendance().with(meeting.attendance().seating().with(person, seat)));
        }
    }
}
