package vn.nghisu.meeting.tasks;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;

/** What happened to the tasks of a meeting. {@code by} is a name, since who acts need not be on the meeting's list. */
public sealed interface TaskEvent extends Event {

    private static Meeting changed(Meeting meeting, String task, UnaryOperator<Task> change) {
        return meeting.with(meeting.tasks().with(change.apply(meeting.tasks().find(task).orElseThrow())));
    }

    record TaskAssigned(String task, Optional<String> item, Assignment assignment, String by) implements TaskEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.tasks().with(Task.assigned(task, item, assignment, by, stamp)));
        }
    }

    record TaskEdited(String task, Assignment assignment, Optional<String> reason, String by) implements TaskEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return changed(meeting, task, found -> found.edited(assignment, reason.orElse(""), by, stamp));
        }
    }

    record ProgressReported(String task, int percent, String words, String by) implements TaskEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return changed(meeting, task, found ->
                    found.after(Task.What.REPORTED, found.standing().in(Task.State.IN_PROGRESS).at(percent), words, by, stamp));
        }
    }

    record ExtensionAsked(String task, LocalDate until, String reason, String by) implements TaskEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return changed(meeting, task, found -> found.asking(new Task.Ask(stamp.at(), by, until, reason), stamp));
        }
    }

    /** @param until the new last day, when it was granted */
    record ExtensionDecided(String task, Optional<LocalDate> until, String words, String by) implements TaskEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return changed(meeting, task, found -> until.map(day -> found.extended(day, words, by, stamp))
                    .orElseGet(() -> found.withoutAsk().after(Task.What.EXTENSION_REFUSED, found.standing(), words, by, stamp)));
        }
    }

    /** A later day that was asked for is needed no more. */
    record CompletionClaimed(String task, String words, String by) implements TaskEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return changed(meeting, task, found ->
                    found.withoutAsk().after(Task.What.CLAIMED, found.standing().in(Task.State.WAITING_FOR_APPROVAL).at(100), words, by, stamp));
        }
    }

    record CompletionDecided(String task, boolean approved, String words, String by) implements TaskEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return changed(meeting, task, found -> approved
                    ? found.after(Task.What.APPROVED, found.standing().in(Task.State.DONE).at(100), words, by, stamp)
                    : found.after(Task.What.SENT_BACK, found.standing().in(Task.State.IN_PROGRESS).at(found.reported()), words, by, stamp));
        }
    }

    record TaskCancelled(String task, String reason, String by) implements TaskEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return changed(meeting, task, found ->
                    found.withoutAsk().after(Task.What.CANCELLED, found.standing().in(Task.State.CANCELLED), reason, by, stamp));
        }
    }

    record TaskFileAdded(String task, Task.Evidence file, String by) implements TaskEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return changed(meeting, task, found -> found.bringing(file, by, stamp));
        }
    }

    /** @param item on which this meeting reviews the tasks of earlier ones */
    record TasksTakenUp(String item) implements TaskEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.tasks().reviewing(item));
        }
    }
}
