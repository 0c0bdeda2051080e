package vn.nghisu.meeting.attendance;

import java.time.Instant;
import java.util.Optional;
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

    /**
     * Who was there in truth, said after the closing in the place of what was noted. Votes keep the presence that was noted when they were taken.
     *
     * @param manner none for who was not there
     * @param from begin of the presence, there with a manner
     * @param until end of it; none when it lasted to the closing
     * @param absence why the person was away; may be blank
     */
    record AttendanceCorrected(String person, Optional<Manner> manner, Optional<Instant> from, Optional<Instant> until, String absence, String reason) implements AttendanceEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Attendance attendance = meeting.attendance();
            Optional<Presence.Stay> stay = manner.map(how -> new Presence.Stay(from.orElseThrow(), how, until));
            return meeting.with(attendance.with(person, attendance.of(person).corrected(stay, Optional.of(absence).filter(why -> !why.isBlank()))))
                    .with(meeting.minutes().factsCorrected(stamp.seq()));
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
