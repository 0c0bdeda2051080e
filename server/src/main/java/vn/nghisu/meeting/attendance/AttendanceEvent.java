package vn.nghisu.meeting.attendance;

import java.util.stream.Stream;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;

/** Comings and goings. Whoever leaves also leaves the queue of speakers and the floor; who comes takes the own place back from a substitute. */
public sealed interface AttendanceEvent extends Event {

    record PersonArrived(String person, Manner manner) implements AttendanceEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Attendance attendance = meeting.attendance();
            return meeting.with(attendance.with(person, attendance.of(person).came(stamp.at(), manner, stamp.actor().equals(person))))
                    .with(meeting.franchise().unsubstituted(person, stamp.at()));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return Stream.of(person);
        }
    }

    /** Who comes later than so many minutes after the opening is late. */
    record GraceSet(int minutes) implements AttendanceEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.attendance().withGrace(minutes));
        }
    }

    record PersonLeft(String person) implements AttendanceEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Attendance attendance = meeting.attendance();
            boolean speaks = meeting.floor().speaker().filter(turn -> turn.person().equals(person)).isPresent();
            return meeting.with(attendance.with(person, attendance.of(person).left(stamp.at())))
                    .with((speaks ? meeting.floor().ended(stamp.at()) : meeting.floor()).withoutRequestsOf(person));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return Stream.of(person);
        }
    }

    record AbsenceReported(String person, String reason) implements AttendanceEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Attendance attendance = meeting.attendance();
            return meeting.with(attendance.with(person, attendance.of(person).away(reason)));
        }
    }
}
