package vn.nghisu.meeting.tasks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.InternalCommand;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.session.Leading;
import vn.nghisu.meeting.session.Phase;

/** A task from its assigning to its approved completion, also when the meeting is closed; who may what is {@link TaskRights}' to say (product M6). */
public sealed interface TaskCommand extends Command {

    /** The item of a later meeting that reviews what came of earlier conclusions. */
    Item.Outline REVIEW = new Item.Outline("Kiểm điểm việc thực hiện kết luận các phiên họp trước", ItemKind.REPORT, "", "", 0, Visibility.MEMBERS);

    /**
     * During the meeting or after it, by those who lead it.
     *
     * @param task a new id chosen by the client
     */
    record AssignTask(String task, Optional<String> item, Assignment assignment) implements TaskCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.check(meeting, context)
                    .or(() -> meeting.phase() == Phase.CANCELLED ? Optional.of(Decision.refuse(Reason.MEETING_OVER)) : Optional.empty())
                    .or(() -> meeting.phase().hasStarted() || meeting.phase() == Phase.CLOSED ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_IN_SESSION)))
                    .or(() -> Limits.isId(task) ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_ID)))
                    .or(() -> meeting.tasks().find(task).map(there -> Decision.refuse(Reason.TASK_EXISTS)))
                    .or(() -> meeting.tasks().order().size() < Limits.TASKS ? Optional.empty() : Optional.of(Decision.refuse(Reason.TOO_MANY, Limits.TASKS)))
                    .or(() -> item.filter(id -> meeting.agenda().find(id).isEmpty()).map(gone -> Decision.refuse(Reason.NO_SUCH_ITEM)))
                    .or(() -> assignment.check(meeting))
                    .orElseGet(() -> Decision.accept(new TaskEvent.TaskAssigned(task, item, assignment.stripped(), name(meeting, context))));
        }
    }

    /** @param reason needed once those who carry it out have been told */
    record EditTask(String task, Assignment assignment, Optional<String> reason) implements TaskCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Optional<String> given = reason.map(String::strip).filter(text -> !text.isEmpty());
            return on(meeting, context, task, TaskRights::oversee, (found, by) -> running(found)
                    .or(() -> Tasks.areTold(meeting) && given.isEmpty() ? Optional.of(Decision.refuse(Reason.TASK_TOLD_REASON)) : Optional.empty())
                    .or(() -> given.flatMap(text -> Limits.optional(text, Fields.REASON, Limits.LINE_CHARACTERS)))
                    .or(() -> assignment.check(meeting))
                    .orElseGet(() -> assignment.stripped().equals(found.assignment())
                            ? Decision.accept()
                            : Decision.accept(new TaskEvent.TaskEdited(task, assignment.stripped(), given, by))));
        }
    }

    record ReportProgress(String task, int percent, String words) implements TaskCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return reporting(meeting, context, task, (found, by) ->
                    (percent < 0 || percent > 100 ? Optional.of(Decision.refuse(Reason.BAD_NUMBER, Fields.PERCENT, 0, 100)) : Optional.<Decision>empty())
                    .or(() -> Limits.needed(words, Fields.REPORT, Limits.OPINION_CHARACTERS))
                    .orElseGet(() -> Decision.accept(new TaskEvent.ProgressReported(task, percent, words.strip(), by))));
        }
    }

    record AskExtension(String task, LocalDate until, String reason) implements TaskCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return reporting(meeting, context, task, (found, by) -> found.standing().due().isEmpty()
                    ? Decision.refuse(Reason.TASK_WITHOUT_DUE)
                    : found.asked().map(waiting -> Decision.refuse(Reason.EXTENSION_WAITS))
                    .or(() -> Limits.time(until.atStartOfDay(VietnamTime.ZONE).toInstant()))
                    .or(() -> until.isAfter(found.standing().due().get()) && !until.isBefore(Task.day(context.now()))
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.EXTENSION_NOT_LATER, Assignment.day(found.standing().due().get()))))
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .orElseGet(() -> Decision.accept(new TaskEvent.ExtensionAsked(task, until, reason.strip(), by))));
        }
    }

    /** @param words needed where it is refused */
    record DecideExtension(String task, boolean granted, String words) implements TaskCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return on(meeting, context, task, TaskRights::oversee, (found, by) -> found.asked().isEmpty()
                    ? Decision.refuse(Reason.EXTENSION_NOT_ASKED)
                    : deciding(granted, words).orElseGet(() -> Decision.accept(
                            new TaskEvent.ExtensionDecided(task, found.asked().filter(ask -> granted).map(Task.Ask::until), words.strip(), by))));
        }
    }

    record ClaimCompletion(String task, String words) implements TaskCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return reporting(meeting, context, task, (found, by) -> Limits.needed(words, Fields.REPORT, Limits.OPINION_CHARACTERS)
                    .orElseGet(() -> Decision.accept(new TaskEvent.CompletionClaimed(task, words.strip(), by))));
        }
    }

    /** @param words needed where it is sent back */
    record DecideCompletion(String task, boolean approved, String words) implements TaskCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return on(meeting, context, task, TaskRights::oversee, (found, by) -> found.state() != Task.State.WAITING_FOR_APPROVAL
                    ? Decision.refuse(Reason.TASK_NOT_CLAIMED)
                    : deciding(approved, words).orElseGet(() -> Decision.accept(new TaskEvent.CompletionDecided(task, approved, words.strip(), by))));
        }
    }

    /** Said by the server for somebody whose file it has taken in; bringing the same again is done already. */
    record AddTaskFile(String task, Task.Evidence file) implements TaskCommand, InternalCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return on(meeting, context, task, TaskRights::bring, (found, by) -> found.file(file.id())
                    .map(there -> there.equals(file) ? Decision.accept() : Decision.refuse(Reason.OTHER_FILE))
                    .or(() -> running(found))
                    .or(() -> Tasks.areTold(meeting) ? Optional.empty() : Optional.of(Decision.refuse(Reason.TASK_NOT_TOLD)))
                    .or(() -> found.files().count() < Limits.TASK_FILES ? Optional.empty() : Optional.of(Decision.refuse(Reason.TOO_MANY, Limits.TASK_FILES)))
                    .or(() -> Limits.needed(file.fileName(), Fields.FILE_NAME, Limits.TITLE_CHARACTERS))
                    .orElseGet(() -> Decision.accept(new TaskEvent.TaskFileAdded(task, file, by))));
        }
    }

    record CancelTask(String task, String reason) implements TaskCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return on(meeting, context, task, TaskRights::oversee, (found, by) -> running(found)
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .orElseGet(() -> Decision.accept(new TaskEvent.TaskCancelled(task, reason.strip(), by))));
        }
    }

    /** Puts the review of earlier meetings' tasks at the head of this agenda. Said by the server, also for somebody who prepares it; it knows whether there are any. */
    record TakeUpTasks(String item, Optional<String> reason) implements TaskCommand, InternalCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Optional<Decision> refused = Leading.check(meeting, context).or(() -> Leading.withSession(meeting))
                    .or(() -> Tasks.reviewOf(meeting).map(there -> Decision.refuse(Reason.TASKS_TAKEN_UP)));
            if (refused.isPresent()) {
                return refused.get();
            }
            Optional<String> first = meeting.agenda().all().filter(there -> !there.wasInHand()).map(Item::id).findFirst()
                    .filter(id -> meeting.agenda().find(id).orElseThrow().parent().isEmpty());
            Decision added = new AgendaCommand.AddItem(item, Optional.empty(), first, REVIEW, reason).decide(meeting, context);
            if (!(added instanceof Decision.Accepted accepted)) {
                return added;
            }
            List<Event> events = new ArrayList<>(accepted.events());
            events.add(new TaskEvent.TasksTakenUp(item));
            return Decision.accept(events);
        }
    }

    private static Decision reporting(Meeting meeting, Context context, String task, BiFunction<Task, String, Decision> then) {
        return on(meeting, context, task, TaskRights::report, (found, by) -> running(found)
                .or(() -> found.steps().size() < Limits.TASK_STEPS ? Optional.empty() : Optional.of(Decision.refuse(Reason.TOO_MANY, Limits.TASK_STEPS)))
                .or(() -> Tasks.areTold(meeting) ? Optional.empty() : Optional.of(Decision.refuse(Reason.TASK_NOT_TOLD)))
                .or(() -> found.state() == Task.State.WAITING_FOR_APPROVAL ? Optional.of(Decision.refuse(Reason.TASK_WAITS)) : Optional.empty())
                .orElseGet(() -> then.apply(found, by)));
    }

    /** Finds the task for somebody who has this right in it; {@code then} gets it with the name of who acts. */
    private static Decision on(Meeting meeting, Context context, String id, Predicate<TaskRights> right, BiFunction<Task, String, Decision> then) {
        Optional<Task> found = meeting.tasks().find(id);
        Optional<TaskRights> rights = found.map(task -> TaskRights.of(meeting, task, context.caller())).filter(TaskRights::see);
        if (rights.isEmpty()) {
            return Decision.refuse(Rights.of(meeting, context.caller()).maySeeMeeting() ? Reason.NO_SUCH_TASK : Reason.NO_SUCH_MEETING);
        }
        if (!right.test(rights.get())) {
            return Decision.refuse(Reason.TASK_NOT_YOURS);
        }
        int most = Limits.TASK_STEPS + (rights.get().oversee() ? Limits.TASK_STEPS_OVERSEEING : 0);
        return found.get().steps().size() < most ? then.apply(found.get(), name(meeting, context)) : Decision.refuse(Reason.TOO_MANY, most);
    }

    private static Optional<Decision> running(Task task) {
        return task.state().hasEnded() ? Optional.of(Decision.refuse(Reason.TASK_ENDED)) : Optional.empty();
    }

    private static Optional<Decision> deciding(boolean granted, String words) {
        return granted ? Limits.optional(words, Fields.DECISION, Limits.OPINION_CHARACTERS) : Limits.needed(words, Fields.DECISION, Limits.OPINION_CHARACTERS);
    }

    private static String name(Meeting meeting, Context context) {
        return context.caller().post().map(Caller.Post::name).orElseGet(() -> meeting.roster().name(context.caller().person()));
    }
}
