package vn.nghisu.meeting.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;

/**
 * What came of a meeting's items, for the people of the body; and where it reviews earlier tasks.
 *
 * @param tasks in the order of assigning
 * @param review id of the item on which earlier meetings' tasks are reviewed
 */
public record TasksView(List<TaskView> tasks, Optional<String> review) {

    /** A task without its history. @param asked the later day that waits for a decision */
    public record TaskView(String id, Optional<String> item, Assignment assignment, Task.State state, int percent, Optional<LocalDate> asked) {}

    public static TasksView of(Meeting meeting, Rights rights) {
        return new TasksView(
                rights.isInside() ? meeting.tasks().all().filter(task -> rights.maySeeAbout(meeting, task.item())).map(TasksView::view).toList() : List.of(),
                Tasks.reviewOf(meeting).filter(item -> rights.isInside() && rights.maySeeAbout(meeting, Optional.of(item))));
    }

    private static TaskView view(Task task) {
        return new TaskView(task.id(), task.item(), task.assignment(), task.state(), task.standing().percent(), task.asked().map(Task.Ask::until));
    }
}
