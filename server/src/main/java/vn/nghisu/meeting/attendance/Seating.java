package vn.nghisu.meeting.attendance;

import java.util.List;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Where the chairs stand and who has which (product A3). */
public record Seating(PVector<Seat> seats) {
    /** The largest hall that is drawn as one map. */
    public static final int SEATS = 600;

    /** Both ways; a hundred places abreast. */
    public static final int SIDE = 1_000;

    /** Neighbours stand this far apart at least, in one of the two ways. */
    public static final int APART = 8;

    public static final int LABEL_CHARACTERS = 12;

    /**
     * One place. Its middle is {@code x} from the left and {@code y} from the front of the room, in tenths of a place.
     *
     * @param label what is written on it, may be empty
     * @param person who has it
     */
    public record Seat(String id, int x, int y, String label, Optional<String> person) {
        Seat of(Optional<String> newPerson) {
            return new Seat(id, x, y, label, newPerson);
        }

        boolean touches(Seat other) {
            return Math.abs(x - other.x) < APART && Math.abs(y - other.y) < APART;
        }
    }

    public static Seating none() {
        return new Seating(TreePVector.empty());
    }

    public boolean isEmpty() {
        return seats.isEmpty();
    }

    public Optional<Seat> find(String seat) {
        return seats.stream().filter(each -> each.id().equals(seat)).findFirst();
    }

    public Optional<Seat> of(String person) {
        return seats.stream().filter(seat -> seat.person().filter(person::equals).isPresent()).findFirst();
    }

    static Seating laid(List<Seat> seats) {
        return new Seating(TreePVector.from(seats));
    }

    /** The person on another place, or on none; whoever had that place has none then. */
    Seating with(String person, Optional<String> place) {
        return laid(seats.stream().map(seat -> place.filter(seat.id()::equals).isPresent() ? seat.of(Optional.of(person))
                : seat.person().filter(person::equals).isPresent() ? seat.of(Optional.empty()) : seat).toList());
    }
}
