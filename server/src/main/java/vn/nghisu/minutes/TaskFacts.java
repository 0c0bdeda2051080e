package vn.nghisu.minutes;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.tasks.TaskEvent;

/** What happens with tasks, in words. */
final class TaskFacts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private TaskFacts() {}

    static Text of(TaskEvent event, Meeting before) {
        if (event instanceof TaskEvent.TaskAssigned e) {
            Text given = new Text("Giao nhiệm vụ “{0}” cho {1}, người báo cáo {2}", "Task “{0}” given to {1}, reported on by {2}")
                    .fill(e.assignment().title(), e.assignment().leadUnit(), e.assignment().handler().name());
            return e.assignment().due().map(day -> new Text("{0}, thời hạn {1}", "{0}, due {1}").fill(given, DAY.format(day))).orElse(given);
        }
        if (event instanceof TaskEvent.TaskEdited e) {
            Text changed = new Text("Sửa nhiệm vụ “{0}”", "Task “{0}” changed").fill(e.assignment().title());
            return e.reason().map(reason -> new Text("{0}; lý do: {1}", "{0}; reason: {1}").fill(changed, reason)).orElse(changed);
        }
        if (event instanceof TaskEvent.ProgressReported e) {
            return new Text("{0} báo cáo nhiệm vụ “{1}” đạt {2}%: {3}", "{0} reported {2}% of the task “{1}”: {3}").fill(e.by(), title(before, e.task()), e.percent(), e.words());
        }
        if (event instanceof TaskEvent.ExtensionAsked e) {
            return new Text("{0} đề nghị gia hạn nhiệm vụ “{1}” đến {2}; lý do: {3}", "{0} asked to extend the task “{1}” until {2}; reason: {3}")
                    .fill(e.by(), title(before, e.task()), DAY.format(e.until()), e.reason());
        }
        if (event instanceof TaskEvent.ExtensionDecided e) {
            return e.until().map(day -> extended(before, e, day))
                    .orElseGet(() -> new Text("Không gia hạn nhiệm vụ “{0}”: {1}", "More time for the task “{0}” refused: {1}").fill(title(before, e.task()), e.words()));
        }
        if (event instanceof TaskEvent.CompletionClaimed e) {
            return new Text("{0} báo cáo hoàn thành nhiệm vụ “{1}”: {2}", "{0} reported the task “{1}” as completed: {2}").fill(e.by(), title(before, e.task()), e.words());
        }
        if (event instanceof TaskEvent.CompletionDecided e) {
            return e.approved() ? new Text("Duyệt hoàn thành nhiệm vụ “{0}”", "Completion of the task “{0}” approved").fill(title(before, e.task()))
                    : new Text("Trả lại nhiệm vụ “{0}”: {1}", "Task “{0}” sent back: {1}").fill(title(before, e.task()), e.words());
        }
        if (event instanceof TaskEvent.TaskCancelled e) {
            return new Text("Hủy nhiệm vụ “{0}”; lý do: {1}", "Task “{0}” cancelled; reason: {1}").fill(title(before, e.task()), e.reason());
        }
        if (event instanceof TaskEvent.TaskFileAdded e) {
            return new Text("{0} gửi tệp “{1}” kèm nhiệm vụ “{2}”", "{0} added the file “{1}” to the task “{2}”").fill(e.by(), e.file().fileName(), title(before, e.task()));
        }
        return new Text("Đưa mục kiểm điểm nhiệm vụ vào chương trình", "The review of earlier tasks is put on the agenda");
    }

    private static Text extended(Meeting before, TaskEvent.ExtensionDecided event, LocalDate day) {
        return new Text("Gia hạn nhiệm vụ “{0}” đến {1}", "Task “{0}” extended until {1}").fill(title(before, event.task()), DAY.format(day));
    }

    private static String title(Meeting meeting, String task) {
        return meeting.tasks().find(task).map(found -> found.assignment().title()).orElse(task);
    }
}
