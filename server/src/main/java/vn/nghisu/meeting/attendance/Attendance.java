package vn.nghisu.meeting.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Presence of everybody, by person id (product A1), and where they sit.
 *
 * @param graceMinutes who first comes later than this after the opening is late
 */
public record Attendance(PMap<String, Presence> presences, Seating seating, int graceMinutes) {
    /** What the minutes have always told from; bodies set their own. */
    public static final int USUAL_GRACE_MINUTES = 1;

    public static Attendance empty() {
        return new Attendance(HashTreePMap.empty(), Seating.none(), USUAL_GRACE_MINUTES);
    }

    public Presence of(String person) {
        return presences.getOrDefault(person, Presence.UNKNOWN);
    }

    public boolean isPresent(String person) {
        return of(person).now().isPresent();
    }

    public boolean hasHistory(String person) {
        return !of(person).stays().isEmpty();
    }

    Attendance with(String person, Presence presence) {
        return new Attendance(presences.plus(person, presence), seating, graceMinutes);
    }

    Attendance with(Seating newSeating) {
        return new Attendance(presences, newSeating, graceMinutes);
    }

    Attendance withGrace(int minutes) {
        return new Attendance(presences, seating, minutes);
    }

    /** Whether somebody first came to the session later than the grace allows; never told before the opening. */
    public boolean isLate(String person, Optional<Instant> openedAt) {
        return openedAt.flatMap(opened -> of(person).stays().stream()
                .filter(stay -> stay.to().map(opened::isBefore).orElse(true)).findFirst()
                .map(stay -> !stay.from().isBefore(opened.plus(Duration.ofMinutes(graceMinutes))))).orElse(false);
    }
}
