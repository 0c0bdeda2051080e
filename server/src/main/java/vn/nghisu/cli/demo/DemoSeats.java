package vn.nghisu.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.attendance.Seating.Seat;
import vn.nghisu.meeting.attendance.SeatingCommand;

/** The hall of the demo: the chair with the secretary at the head, members in rows before them, guests at the back. */
final class DemoSeats {
    private static final int PITCH = 10;
    private static final int ABREAST = 8;

    private DemoSeats() {}

    static SeatingCommand.LaySeats of(Meeting meeting) {
        List<String> head = ids(meeting, role -> role == Role.CHAIR || role == Role.SECRETARY);
        List<String> members = ids(meeting, role -> role == Role.MEMBER);
        List<String> guests = ids(meeting, role -> role == Role.GUEST);
        List<Seat> seats = new ArrayList<>();
        row(seats, head, 0);
        int row = 2;
        for (int from = 0; from < members.size(); from += ABREAST) {
            row(seats, members.subList(from, Math.min(from + ABREAST, members.size())), row++);
        }
        row(seats, guests, row + 1);
        return new SeatingCommand.LaySeats(seats);
    }

    private static List<String> ids(Meeting meeting, Predicate<Role> role) {
        return meeting.roster().all().filter(person -> role.test(person.role())).map(Participant::id).toList();
    }

    /** In the middle of the hall. */
    private static void row(List<Seat> seats, List<String> people, int row) {
        int left = PITCH + (ABREAST - people.size()) * PITCH / 2;
        for (int i = 0; i < people.size(); i++) {
            seats.add(new Seat("ghe-%02d-%02d".formatted(row, i), left + i * PITCH, PITCH + row * PITCH, "", Optional.of(people.get(i))));
        }
    }
}
