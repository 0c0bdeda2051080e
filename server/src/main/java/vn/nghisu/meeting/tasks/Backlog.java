package vn.nghisu.meeting.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.circulation.Results;
import vn.nghisu.meeting.session.Phase;

/**
 * The tasks of all meetings of a server, read across them.
 *
 * @param all meetings that exist
 */
public record Backlog(List<Meeting> all) {

    /** A task with the meeting that gave it, and where it stands at the moment that is asked about. */
    public record Given(Meeting meeting, Task task, Task.Standing standing, Instant moment) {
        /** As it stands now. */
        public static Given now(Meeting meeting, Task task) {
            return new Given(meeting, task, task.standing(), Instant.MAX);
        }
    }

    public static Backlog among(Stream<Meeting> meetings) {
        return new Backlog(meetings.filter(Meeting::exists).toList());
    }

    /** What names this person: to handle, direct or monitor. */
    public Stream<Given> of(Caller caller) {
        return seen(caller, task -> task.assignment().names(caller.person()));
    }

    /** What a person's unit leads or takes part in. */
    public Stream<Given> ofUnit(Caller caller) {
        String unit = caller.post().map(Caller.Post::unit).orElse("");
        return seen(caller, task -> task.assignment().isLedBy(unit) || task.assignment().isCoordinatedBy(unit));
    }

    /** What this person decides on. */
    public Stream<Given> overseenBy(Caller caller) {
        return all.stream().filter(meeting -> !meeting.tasks().order().isEmpty() && TaskRights.oversees(meeting, caller))
                .flatMap(meeting -> meeting.tasks().all().map(task -> Given.now(meeting, task)));
    }

    /** What was told, for its people have no task before. Rights are asked of few, since every list of meetings comes here. */
    private Stream<Given> seen(Caller caller, Predicate<Task> which) {
        return all.stream().filter(Tasks::areTold).flatMap(meeting -> meeting.tasks().all().filter(which).filter(task -> TaskRights.of(meeting, task, caller).see())
                .map(task -> Given.now(meeting, task)));
    }

    /**
     * What a meeting reviews: the tasks of its body's earlier meetings as they stand now, or stood when it was closed; those that were open,
     * and those that ended since the body met last.
     */
    public List<Given> reviewedBy(Meeting meeting, Instant now) {
        Instant moment = meeting.session().closedAt().orElse(now);
        Instant since = earlier(meeting, moment).filter(other -> other.head().kind().hasSession())
                .map(other -> other.session().closedAt().orElseThrow()).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        return earlier(meeting, moment)
                .flatMap(other -> other.tasks().all().flatMap(task -> task.at(moment).stream().map(standing -> new Given(other, task, standing, moment))))
                .filter(given -> !given.standing().state().hasEnded() || endedAt(given.task(), moment).isAfter(since))
                .sorted(order(Task.day(moment))).toList();
    }

    private static Instant endedAt(Task task, Instant moment) {
        return task.steps().stream().filter(step -> !step.at().isAfter(moment) && step.standing().state().hasEnded()).findFirst().orElseThrow().at();
    }

    private Stream<Meeting> earlier(Meeting meeting, Instant moment) {
        return all.stream().filter(other -> !other.id().equals(meeting.id()) && other.head().bodyId().equals(meeting.head().bodyId())
                && Tasks.areTold(other) && !other.session().closedAt().orElseThrow().isAfter(moment));
    }

    /** Whether a body has told tasks that have not ended. */
    private boolean hasOpen(String body) {
        return all.stream().filter(meeting -> meeting.head().bodyId().equals(body) && Tasks.areTold(meeting))
                .anyMatch(meeting -> meeting.tasks().all().anyMatch(task -> !task.state().hasEnded()));
    }

    /** The next drafts of bodies that have open tasks, and so something to review. */
    public List<Meeting> drafts(Instant now) {
        Results meetings = new Results(all);
        return all.stream().map(meeting -> meeting.head().bodyId()).distinct().filter(this::hasOpen).flatMap(body -> meetings.next(body, now).stream()).toList();
    }

    /** Whether a draft may have got something to review by what happened to a meeting; rather once too often than once too seldom. */
    public static boolean mayMove(Meeting before, Meeting after) {
        return after.phase() == Phase.CLOSED && before.tasks().order() != after.tasks().order();
    }

    /** Overdue first, then by the last day, then what has none; what has ended comes last, the newest first. */
    public static Comparator<Given> order(LocalDate today) {
        return Comparator.comparing((Given given) -> given.standing().state().hasEnded())
                .thenComparing(given -> !given.standing().isOverdue(today))
                .thenComparing((a, b) -> a.standing().state().hasEnded()
                        ? b.task().lastStep().at().compareTo(a.task().lastStep().at())
                        : Comparator.comparing((Given given) -> given.standing().due().orElse(LocalDate.MAX)).thenComparing(given -> given.task().assignedAt()).compare(a, b));
    }
}
