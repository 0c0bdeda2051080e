package vn.nghisu.meeting.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.minutes.MinutesCommand;
import vn.nghisu.meeting.session.Leading;
import vn.nghisu.meeting.session.Phase;

/** Checking in and out, by oneself or by the secretary (product A1). From issue until the meeting closes; afterwards the secretary puts right what was noted. */
public sealed interface AttendanceCommand extends Command {
    /** Each change is an entry of the journal and a line of the minutes, and nobody comes and goes so often. */
    int CHANGES_MAX = 30;

    int GRACE_MINUTES_MAX = 120;

    Duration BETWEEN_CHANGES = Duration.ofMinutes(1);

    /** The caller is here. */
    record CheckIn(Manner manner) implements AttendanceCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            String person = context.caller().person();
            Presence presence = meeting.attendance().of(person);
            return open(meeting, context, person)
                    .or(() -> presence.now().filter(manner::equals).map(same -> Decision.accept()))
                    .or(() -> tooOften(presence, context.now()))
                    .orElseGet(() -> Decision.accept(new AttendanceEvent.PersonArrived(person, manner)));
        }

        private static Optional<Decision> tooOften(Presence presence, Instant now) {
            if (presence.changes() >= CHANGES_MAX) {
                return Optional.of(Decision.refuse(Reason.MANNER_CHANGED_OFTEN, CHANGES_MAX));
            }
            return presence.changedAt().filter(last -> now.isBefore(last.plus(BETWEEN_CHANGES)))
                    .map(last -> Decision.refuse(Reason.MANNER_JUST_CHANGED));
        }
    }

    /** The secretary sees somebody arrive. */
    record MarkPresent(String person, Manner manner) implements AttendanceCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.check(meeting, context)
                    .or(() -> open(meeting, context, person))
                    .orElseGet(() -> meeting.attendance().of(person).now().filter(manner::equals).isPresent()
                            ? Decision.accept()
                            : Decision.accept(new AttendanceEvent.PersonArrived(person, manner)));
        }
    }

    /** The secretary sees several arrive, or all: those who are there in this manner already stay as they are. */
    record MarkAllPresent(List<String> people, Manner manner) implements AttendanceCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.check(meeting, context)
                    .or(() -> people.size() > Limits.PARTICIPANTS ? Optional.of(Decision.refuse(Reason.TOO_MANY, Limits.PARTICIPANTS)) : Optional.empty())
                    .or(() -> open(meeting, context))
                    .or(() -> people.stream().filter(person -> meeting.roster().find(person).isEmpty()).findFirst()
                            .map(stranger -> Decision.refuse(Reason.NO_SUCH_PERSON)))
                    .orElseGet(() -> Decision.accept(people.stream().distinct()
                            .filter(person -> meeting.attendance().of(person).now().filter(manner::equals).isEmpty())
                            .<Event>map(person -> new AttendanceEvent.PersonArrived(person, manner))
                            .toList()));
        }
    }

    /** From how many minutes after the opening on somebody is late. */
    record SetGrace(int minutes) implements AttendanceCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.check(meeting, context)
                    .or(() -> meeting.phase().isOver() ? Optional.of(Decision.refuse(Reason.MEETING_OVER)) : Optional.empty())
                    .or(() -> minutes < 0 || minutes > GRACE_MINUTES_MAX
                            ? Optional.of(Decision.refuse(Reason.BAD_NUMBER, Fields.MINUTES, 0, GRACE_MINUTES_MAX))
                            : Optional.empty())
                    .orElseGet(() -> meeting.attendance().graceMinutes() == minutes
                            ? Decision.accept()
                            : Decision.accept(new AttendanceEvent.GraceSet(minutes)));
        }
    }

    /** Somebody leaves: the person, or the secretary for them. */
    record MarkLeft(String person) implements AttendanceCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return byOneselfOrLeader(meeting, context, person)
                    .or(() -> open(meeting, context, person))
                    .orElseGet(() -> meeting.attendance().isPresent(person)
                            ? Decision.accept(new AttendanceEvent.PersonLeft(person))
                            : Decision.refuse(Reason.NOT_PRESENT, meeting.roster().name(person)));
        }
    }

    /** Notes that somebody will not come, with the reason. */
    record ReportAbsence(String person, String reason) implements AttendanceCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return byOneselfOrLeader(meeting, context, person)
                    .or(() -> open(meeting, context, person))
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .or(() -> meeting.attendance().isPresent(person)
                            ? Optional.of(Decision.refuse(Reason.ALREADY_PRESENT, meeting.roster().name(person)))
                            : Optional.empty())
                    .orElseGet(() -> Decision.accept(new AttendanceEvent.AbsenceReported(person, reason.strip())));
        }
    }

    /**
     * The secretary puts right, after the closing and before the minutes are signed, who was there (M1). It takes the place of all that was noted of that person.
     *
     * @param manner none for who was not there
     * @param from begin of the presence; none for the opening
     * @param until end of it; none for the closing
     * @param absence why the person was away; may be blank
     */
    record CorrectAttendance(String person, Optional<Manner> manner, Optional<Instant> from, Optional<Instant> until, String absence, String reason) implements AttendanceCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.check(meeting, context)
                    .or(() -> Leading.withSession(meeting))
                    .or(() -> MinutesCommand.facts(meeting))
                    .or(() -> meeting.roster().find(person).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_PERSON)))
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .or(() -> Limits.optional(absence, Fields.REASON, Limits.LINE_CHARACTERS))
                    .or(() -> manner.isPresent() ? within(meeting) : tookPart(meeting))
                    .orElseGet(() -> Decision.accept(corrected(meeting)));
        }

        private AttendanceEvent.AttendanceCorrected corrected(Meeting meeting) {
            return manner.isEmpty()
                    ? new AttendanceEvent.AttendanceCorrected(person, manner, Optional.empty(), Optional.empty(), absence.strip(), reason.strip())
                    : new AttendanceEvent.AttendanceCorrected(person, manner, Optional.of(from.orElseGet(() -> opened(meeting))), until, "", reason.strip());
        }

        private static Instant opened(Meeting meeting) {
            return meeting.session().openedAt().orElseThrow();
        }

        private Optional<Decision> within(Meeting meeting) {
            Instant opened = opened(meeting);
            Instant closed = meeting.session().closedAt().orElseThrow();
            Instant begins = from.orElse(opened);
            Instant ends = until.orElse(closed);
            return begins.isBefore(opened) || ends.isAfter(closed) || !begins.isBefore(ends)
                    ? Optional.of(Decision.refuse(Reason.STAY_OUTSIDE, VietnamTime.clock(opened), VietnamTime.clock(closed)))
                    : Optional.empty();
        }

        private Optional<Decision> tookPart(Meeting meeting) {
            return meeting.floor().hasSpoken(person) || meeting.votes().hasVoted(person)
                    ? Optional.of(Decision.refuse(Reason.TOOK_PART, meeting.roster().name(person)))
                    : Optional.empty();
        }
    }

    private static Optional<Decision> byOneselfOrLeader(Meeting meeting, Context context, String person) {
        return context.caller().person().equals(person) ? Optional.empty() : Leading.check(meeting, context);
    }

    private static Optional<Decision> open(Meeting meeting, Context context, String person) {
        return open(meeting, context)
                .or(() -> meeting.roster().find(person).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_PERSON)));
    }

    private static Optional<Decision> open(Meeting meeting, Context context) {
        if (!meeting.exists() || !Rights.of(meeting, context.caller()).maySeeMeeting()) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_MEETING));
        }
        if (meeting.phase() == Phase.DRAFT || meeting.phase().isOver()) {
            return Optional.of(Decision.refuse(meeting.phase() == Phase.DRAFT ? Reason.NOT_ISSUED : Reason.MEETING_OVER));
        }
        return Leading.withSession(meeting);
    }
}
