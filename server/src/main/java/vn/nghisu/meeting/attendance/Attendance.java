package vn.nghisu.meeting.attendance;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Presence of everybody, by person id (product A1). */
public record Attendance(PMap<String, Presence> presences) {

    public static Attendance empty() {
        return new Attendance(HashTreePMap.empty());
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
        return new Attendance(presences.plus(person, presence));
    }
}
