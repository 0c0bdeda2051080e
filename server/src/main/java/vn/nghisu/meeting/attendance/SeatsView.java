package vn.nghisu.meeting.attendance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.vote.Vote;

/**
 * The seat map as everybody in the room sees it; how each one stands is in {@link PeopleView} and in the floor's view.
 *
 * @param order ids of the seats
 * @param voted who has voted in the vote under way, for those who lead; never how, and nothing once it is closed
 */
public record SeatsView(List<String> order, Map<String, SeatView> seats, Optional<List<String>> voted) {

    /** Its middle in tenths of a place from the left and from the front. @param person who has it, when still on the list */
    public record SeatView(int x, int y, String label, Optional<String> person) {}

    public static SeatsView of(Meeting meeting, Rights rights) {
        Map<String, SeatView> seats = new LinkedHashMap<>();
        meeting.attendance().seating().seats().forEach(seat -> seats.put(seat.id(),
                new SeatView(seat.x(), seat.y(), seat.label(), seat.person().filter(person -> meeting.roster().find(person).isPresent()))));
        return new SeatsView(List.copyOf(seats.keySet()), seats, voted(meeting, rights));
    }

    /** This view, of an earlier state and the same rights, moved on: a map that stands is not drawn anew. */
    public SeatsView after(Meeting before, Meeting now, Rights rights) {
        if (before.roster() != now.roster() || before.attendance().seating() != now.attendance().seating()) {
            return of(now, rights);
        }
        return before.votes() == now.votes() ? this : new SeatsView(order, seats, voted(now, rights));
    }

    private static Optional<List<String>> voted(Meeting meeting, Rights rights) {
        return meeting.votes().running().filter(vote -> rights.mayLead() && vote.state() == Vote.State.OPEN)
                .map(vote -> vote.electorate().stream().filter(vote.ballots()::containsKey).toList());
    }
}
