package vn.nghisu.meeting.attendance;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.session.Leading;

/** Making the seat map and giving people their places (product A3): by those who prepare, until the meeting is over. */
public sealed interface SeatingCommand extends Command {

    /** Replaces the map whole; without a seat there is none. */
    record LaySeats(List<Seating.Seat> seats) implements SeatingCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return open(meeting, context)
                    .or(() -> check(meeting, seats))
                    .orElseGet(() -> meeting.attendance().seating().seats().equals(seats)
                            ? Decision.accept()
                            : Decision.accept(new SeatingEvent.SeatsLaid(seats)));
        }
    }

    /** One person's place, or none; who had it gives it up. */
    record SeatPerson(String person, Optional<String> seat) implements SeatingCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Seating seating = meeting.attendance().seating();
            return open(meeting, context)
                    .or(() -> meeting.roster().find(person).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_PERSON)))
                    .or(() -> seat.filter(wanted -> seating.find(wanted).isEmpty()).map(missing -> Decision.refuse(Reason.NO_SUCH_SEAT)))
                    .orElseGet(() -> seating.of(person).map(Seating.Seat::id).equals(seat)
                            ? Decision.accept()
                            : Decision.accept(new SeatingEvent.PersonSeated(person, seat)));
        }
    }

    private static Optional<Decision> open(Meeting meeting, Context context) {
        return Leading.check(meeting, context)
                .or(() -> meeting.phase().isOver() ? Optional.of(Decision.refuse(Reason.MEETING_OVER)) : Optional.empty());
    }

    private static Optional<Decision> check(Meeting meeting, List<Seating.Seat> seats) {
        if (seats.size() > Seating.SEATS) {
            return Optional.of(Decision.refuse(Reason.TOO_MANY, Seating.SEATS));
        }
        Set<String> ids = new HashSet<>();
        Set<String> people = new HashSet<>();
        for (int i = 0; i < seats.size(); i++) {
            Seating.Seat seat = seats.get(i);
            Optional<Decision> bad = Limits.first(
                    Limits.isId(seat.id()) && ids.add(seat.id()) ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_ID)),
                    within(seat.x()),
                    within(seat.y()),
                    Limits.optional(seat.label(), Fields.SEAT_LABEL, Seating.LABEL_CHARACTERS),
                    seat.person().filter(person -> meeting.roster().find(person).isEmpty()).map(person -> Decision.refuse(Reason.NO_SUCH_PERSON)),
                    seat.person().filter(person -> !people.add(person)).map(person -> Decision.refuse(Reason.SEATED_TWICE, meeting.roster().name(person))),
                    seats.subList(0, i).stream().filter(seat::touches).findFirst().map(other -> Decision.refuse(Reason.SEATS_TOUCH)));
            if (bad.isPresent()) {
                return bad;
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision> within(int place) {
        return place >= 0 && place <= Seating.SIDE ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_NUMBER, Fields.SEAT_PLACE, 0, Seating.SIDE));
    }
}
