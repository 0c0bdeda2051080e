package vn.nghisu.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.tasks.Assignment;
import vn.nghisu.meeting.tasks.Entrusted;
import vn.nghisu.meeting.tasks.TaskCommand;

/** What went before in stories of tasks. */
final class TaskSteps {
    /** The day of the stories' meeting is 24 November. */
    static final LocalDate DUE = LocalDate.parse("2026-12-01");
    static final LocalDate LATER = LocalDate.parse("2026-12-20");

    private TaskSteps() {}

    static Entrusted entrusted(String id) {
        return new Entrusted(id, "Bà " + id, "Trưởng phòng", "Sở Nội vụ");
    }

    static Assignment assignment(String handler) {
        return assignment(handler, Optional.of(DUE));
    }

    static Assignment assignment(String handler, Optional<LocalDate> due) {
        return new Assignment("Rà soát thủ tục", "Báo cáo từng sở", "Sở Nội vụ", List.of("Sở Tài chính"), Optional.of(entrusted("chair")),
                Optional.of(entrusted("watcher")), entrusted(handler), due);
    }

    static Scenario.Step assigned(String task, String handler) {
        return story -> story.does("secretary", new TaskCommand.AssignTask(task, Optional.of("item1"), assignment(handler)));
    }
}
