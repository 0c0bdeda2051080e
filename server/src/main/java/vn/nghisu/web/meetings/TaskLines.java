package vn.nghisu.web.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.tasks.Assignment;
import vn.nghisu.meeting.tasks.Backlog;
import vn.nghisu.meeting.tasks.Task;
import vn.nghisu.meeting.tasks.TaskRights;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;

/** Tasks as lines of a list, with what their reader may do. Times are ms since 1970, days YYYY-MM-DD in Việt Nam's time. */
final class TaskLines {
    /** From so many days before the last one on, those who carry it out are reminded. */
    static final int REMINDED_DAYS = 3;

    private TaskLines() {}

    /**
     * @param title of the meeting that gave it
     * @param about title of the item, for those who may see it
     * @param overdue with the next two, of a task that is still to be done
     * @param ask the later day that waits for a decision
     * @param report the newest
     */
    record Line(String meeting, String title, long metAt, String bodyName, String id, Optional<String> about, Assignment assignment, Task.State state, int percent,
            Optional<LocalDate> due, boolean overdue, boolean soon, long assignedAt, Optional<Asked> ask, Optional<Said> report, boolean mayReport, boolean mayOversee, boolean mayBring) {}

    record Asked(long at, String by, LocalDate until, String reason) {}

    record Said(long at, String by, String words) {}

    /** @param state with the next two, after it @param until the later day that it asked for */
    record StepLine(long at, String by, Task.What what, String words, Task.State state, int percent, Optional<LocalDate> due, Optional<FileLine> file, Optional<LocalDate> until) {}

    record FileLine(String id, String fileName, long bytes) {}

    /** @param waiting for approval, or for a decision on its last day: for who decides, in a list of theirs */
    record Counts(long open, long overdue, long soon, long waiting) {}

    /** @param open tasks that name the reader @param overdue with the next one, of those that the reader handles or monitors @param waiting for the reader's decision */
    record Reminder(long open, long overdue, long soon, long waiting) {}

    static Line line(Backlog.Given given, Caller caller, LocalDate today) {
        Meeting meeting = given.meeting();
        Task task = given.task();
        Rights rights = Rights.of(meeting, caller);
        TaskRights may = TaskRights.of(meeting, task, caller);
        return new Line(meeting.id(), meeting.head().title(), meeting.heldAt().toEpochMilli(), meeting.head().bodyName(), task.id(),
                task.item().flatMap(meeting.agenda()::find).filter(item -> rights.maySee(meeting, item)).map(Item::title), task.assignmentAt(given.moment()), given.standing().state(),
                given.standing().percent(), given.standing().due(), given.standing().isOverdue(today), given.standing().isDueWithin(REMINDED_DAYS, today),
                task.assignedAt().toEpochMilli(),
                task.asked().filter(ask -> !ask.at().isAfter(given.moment())).map(ask -> new Asked(ask.at().toEpochMilli(), ask.by(), ask.until(), ask.reason())),
                task.lastReport(given.moment()).map(step -> new Said(step.at().toEpochMilli(), step.by(), step.words())), may.report(), may.oversee(), may.bring());
    }

    static List<StepLine> steps(Task task) {
        return task.steps().stream().map(step -> new StepLine(step.at().toEpochMilli(), step.by(), step.what(), step.words(), step.standing().state(),
                step.standing().percent(), step.standing().due(), step.file().map(file -> new FileLine(file.id(), file.fileName(), file.bytes())), step.until())).toList();
    }

    static Counts counts(List<Backlog.Given> tasks, LocalDate today) {
        return new Counts(tasks.stream().filter(TaskLines::isOpen).count(), tasks.stream().filter(given -> given.standing().isOverdue(today)).count(),
                tasks.stream().filter(given -> given.standing().isDueWithin(REMINDED_DAYS, today)).count(), tasks.stream().filter(TaskLines::waits).count());
    }

    /** The same for one reader: what waits for others is not counted as waiting. */
    static Counts counts(List<Backlog.Given> tasks, LocalDate today, Caller caller) {
        Counts all = counts(tasks, today);
        return new Counts(all.open(), all.overdue(), all.soon(), tasks.stream().filter(TaskLines::waits).filter(given -> TaskRights.of(given.meeting(), given.task(), caller).oversee()).count());
    }

    static Reminder reminder(Rooms rooms, Caller caller, Instant now) {
        Backlog backlog = Backlog.among(rooms.all().map(Room::meeting));
        List<Backlog.Given> own = backlog.of(caller).toList();
        Counts reminded = counts(own.stream().filter(given -> given.task().assignment().reminds(caller.person())).toList(), Task.day(now));
        return new Reminder(own.stream().filter(TaskLines::isOpen).count(), reminded.overdue(), reminded.soon(), backlog.overseenBy(caller).filter(TaskLines::waits).count());
    }

    private static boolean isOpen(Backlog.Given given) {
        return !given.standing().state().hasEnded();
    }

    private static boolean waits(Backlog.Given given) {
        return given.standing().state() == Task.State.WAITING_FOR_APPROVAL || given.task().asked().isPresent();
    }
}
