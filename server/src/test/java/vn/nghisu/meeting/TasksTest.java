package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;
import static vn.nghisu.meeting.TaskSteps.DUE;
import static vn.nghisu.meeting.TaskSteps.LATER;
import static vn.nghisu.meeting.TaskSteps.assigned;
import static vn.nghisu.meeting.TaskSteps.assignment;
import static vn.nghisu.meeting.TaskSteps.entrusted;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.agenda.AgendaCommand.RemoveItem;
import vn.nghisu.meeting.preparation.Plan;
import vn.nghisu.meeting.session.SessionCommand.CloseMeeting;
import vn.nghisu.meeting.tasks.Assignment;
import vn.nghisu.meeting.tasks.Backlog;
import vn.nghisu.meeting.tasks.Task;
import vn.nghisu.meeting.tasks.Task.State;
import vn.nghisu.meeting.tasks.TaskCommand.AskExtension;
import vn.nghisu.meeting.tasks.TaskCommand.AssignTask;
import vn.nghisu.meeting.tasks.TaskCommand.AddTaskFile;
import vn.nghisu.meeting.tasks.TaskCommand.CancelTask;
import vn.nghisu.meeting.tasks.TaskCommand.ClaimCompletion;
import vn.nghisu.meeting.tasks.TaskCommand.DecideCompletion;
import vn.nghisu.meeting.tasks.TaskCommand.DecideExtension;
import vn.nghisu.meeting.tasks.TaskCommand.EditTask;
import vn.nghisu.meeting.tasks.TaskCommand.ReportProgress;
import vn.nghisu.meeting.tasks.TaskCommand.TakeUpTasks;
import vn.nghisu.meeting.tasks.TaskEvent;
import vn.nghisu.meeting.tasks.TaskRights;
import vn.nghisu.meeting.tasks.Tasks;

/** From a conclusion to an approved completion (product M6). {@code outsider} is on nobody's list. */
class TasksTest {
    private static final Optional<String> ITEM = Optional.of("item1");

    /** Closed, with a task of the outsider's. */
    private static Scenario told() {
        return given(inSession(), assigned("task1", "outsider")).does("chair", new CloseMeeting());
    }

    private static Task task(Scenario story) {
        return story.meeting().tasks().find("task1").orElseThrow();
    }

    private static Caller of(String person, String unit) {
        return new Caller(person, Set.of(), Optional.empty(), Optional.of(new Caller.Post("Bà " + person, unit)));
    }

    @Nested
    class Assigning {
        @Test
        void follows_from_an_item_and_is_kept_in_order() {
            Scenario story = given(inSession());
            story.when("secretary", new AssignTask("task1", ITEM, new Assignment(" Rà soát ", "", " Sở Nội vụ ", List.of("Sở A ", "Sở A"), Optional.empty(),
                            Optional.empty(), entrusted("outsider"), Optional.empty())))
                    .then(new TaskEvent.TaskAssigned("task1", ITEM, new Assignment("Rà soát", "", "Sở Nội vụ", List.of("Sở A"), Optional.empty(), Optional.empty(),
                            entrusted("outsider"), Optional.empty()), "Ông secretary"));
            story.does("chair", new AssignTask("task2", NONE, assignment("member1"))).does("chair", new AssignTask("task3", ITEM, assignment("member1")));
            story.does("chair", new CancelTask("task3", "Giao nhầm")).and(assigned("task4", "outsider"));
            assertThat(Tasks.concluded(story.meeting(), ITEM)).extracting(Assignment::title).hasSize(2);
            assertThat(Tasks.concluded(story.meeting(), NONE)).hasSize(1);
            assertThat(story.meeting().tasks().all().map(Task::id)).containsExactly("task1", "task2", "task3", "task4");
        }

        @Test
        void is_refused_with_what_is_missing() {
            Scenario story = given(inSession(), assigned("task1", "outsider"));
            refuses(story, "task1", assignment("x-person"), Reason.TASK_EXISTS);
            refuses(story, "t", assignment("x-person"), Reason.BAD_ID);
            story.when("chair", new AssignTask("task2", Optional.of("item77"), assignment("outsider"))).refuses(Reason.NO_SUCH_ITEM);
            refuses(story, "task2", worded(" ", "Sở", List.of()), Reason.TEXT_MISSING);
            refuses(story, "task2", worded("x".repeat(501), "Sở", List.of()), Reason.TEXT_TOO_LONG);
            refuses(story, "task2", worded("x", "", List.of()), Reason.TEXT_MISSING);
            refuses(story, "task2", worded("x", "Sở", List.of(" ")), Reason.TEXT_MISSING);
            refuses(story, "task2", worded("x", "Sở", Collections.nCopies(31, "Sở")), Reason.TOO_MANY);
            refuses(story, "task2", assignment("?"), Reason.BAD_ID);
            refuses(story, "task2", assignment("outsider", Optional.of(LocalDate.parse("2300-01-01"))), Reason.TIME_OUT_OF_RANGE);
            story.when("chair", new AssignTask("task2", ITEM, assignment("outsider", Optional.of(LocalDate.parse("2026-11-23"))))).refuses(Reason.TASK_DUE_TOO_EARLY, "24/11/2026");
            story.does("chair", new AssignTask("task2", ITEM, assignment("outsider", Optional.of(LocalDate.parse("2026-11-24")))));
        }

        private void refuses(Scenario story, String task, Assignment assignment, Reason reason) {
            story.when("chair", new AssignTask(task, ITEM, assignment)).refuses(reason);
        }

        private Assignment worded(String title, String unit, List<String> coordinating) {
            return new Assignment(title, "", unit, coordinating, Optional.empty(), Optional.empty(), entrusted("outsider"), Optional.empty());
        }

        @Test
        void is_for_those_who_lead_during_or_after_the_meeting() {
            given(issued()).when("chair", new AssignTask("task1", ITEM, assignment("outsider"))).refuses(Reason.NOT_IN_SESSION);
            given(cancelled()).when("chair", new AssignTask("task1", ITEM, assignment("outsider"))).refuses(Reason.MEETING_OVER);
            given(inSession()).when("member1", new AssignTask("task1", ITEM, assignment("outsider"))).refuses(Reason.NOT_YOURS);
            given(closed()).and(assigned("task1", "outsider"));
        }

        @Test
        void keeps_the_item_that_it_follows_from() {
            given(inSession(), subItem("item9", "item1")).does("chair", new AssignTask("task1", Optional.of("item9"), assignment("outsider")))
                    .when("chair", new RemoveItem("item9", because("x"))).refuses(Reason.ITEM_HAS_HISTORY);
        }
    }

    @Nested
    class Wording {
        @Test
        void is_put_right_in_session_and_wants_a_reason_once_told() {
            Scenario story = given(inSession(), assigned("task1", "outsider")).does("secretary", new EditTask("task1", assignment("member1"), NONE));
            story.when("secretary", new EditTask("task1", assignment("member1"), NONE)).changesNothing();
            story.does("chair", new CloseMeeting());
            story.when("secretary", new EditTask("task1", assignment("member2"), Optional.of(" "))).refuses(Reason.TASK_TOLD_REASON);
            story.when("member1", new EditTask("task1", assignment("member2"), because("x"))).refuses(Reason.TASK_NOT_YOURS);
            story.does("secretary", new EditTask("task1", assignment("member2"), because("Chuyển người")));
            assertThat(task(story).lastStep().words()).isEqualTo("Chuyển người");
            assertThat(task(story).assignment().handler().id()).isEqualTo("member2");
            Task.Step closing = task(story).steps().get(task(story).steps().size() - 2);
            assertThat(task(story).assignmentAt(closing.at()).handler().id()).as("as it was then").isEqualTo("member1");
        }

        @Test
        void of_a_later_day_answers_what_was_asked() {
            Scenario story = told().does("outsider", new AskExtension("task1", LATER, "Chờ số liệu"));
            story.does("secretary", new EditTask("task1", assignment("outsider", Optional.of(LATER)), because("Gia hạn")));
            assertThat(task(story).asked()).isEmpty();
            assertThat(task(story).standing().due()).contains(LATER);
        }
    }

    @Nested
    class Reporting {
        @Test
        void is_for_the_handler_and_the_lead_units_people_once_the_meeting_is_over() {
            Scenario story = given(inSession(), assigned("task1", "member1"));
            story.when("member1", new ReportProgress("task1", 10, "x")).refuses(Reason.TASK_NOT_TOLD);
            story.does("chair", new CloseMeeting());
            story.when("member1", new ReportProgress("task1", 101, "x")).refuses(Reason.BAD_NUMBER);
            story.when("member1", new ReportProgress("task1", -1, "x")).refuses(Reason.BAD_NUMBER);
            story.when("member1", new ReportProgress("task1", 10, " ")).refuses(Reason.TEXT_MISSING);
            story.when("member2", new ReportProgress("task1", 10, "x")).refuses(Reason.TASK_NOT_YOURS);
            story.when("chair", new ReportProgress("task1", 10, "x")).refuses(Reason.TASK_NOT_YOURS);
            story.when("stranger", new ReportProgress("task1", 10, "x")).refuses(Reason.NO_SUCH_MEETING);
            story.when("member1", new ReportProgress("task7", 10, "x")).refuses(Reason.NO_SUCH_TASK);
            story.when("member1", new ReportProgress("task1", 40, " Đã xong ba sở ")).then(new TaskEvent.ProgressReported("task1", 40, "Đã xong ba sở", "Ông member1"));
            assertThat(task(story).standing()).isEqualTo(new Task.Standing(State.IN_PROGRESS, 40, Optional.of(DUE)));
        }

        @Test
        void comes_from_people_who_are_not_on_the_list() {
            Scenario story = told().does("outsider", new ReportProgress("task1", 30, "x"));
            assertThat(task(story).state()).isEqualTo(State.IN_PROGRESS);
            assertThat(story.mayEnter("outsider")).as("the meeting stays closed to them").isFalse();
        }

        @Test
        void asks_for_more_time_once_and_for_a_later_day() {
            Scenario story = told();
            story.when("outsider", new AskExtension("task1", DUE, "x")).refuses(Reason.EXTENSION_NOT_LATER, "01/12/2026");
            story.when("outsider", new AskExtension("task1", LATER, " ")).refuses(Reason.TEXT_MISSING);
            story.when("secretary", new DecideExtension("task1", true, "")).refuses(Reason.EXTENSION_NOT_ASKED);
            story.does("outsider", new AskExtension("task1", LATER, "Chờ số liệu"));
            story.when("outsider", new AskExtension("task1", LATER.plusDays(1), "x")).refuses(Reason.EXTENSION_WAITS);
            story.when("outsider", new DecideExtension("task1", true, "")).refuses(Reason.TASK_NOT_YOURS);
            story.when("chair", new DecideExtension("task1", false, "")).refuses(Reason.TEXT_MISSING);
            story.does("chair", new DecideExtension("task1", false, "Không gia hạn"));
            assertThat(task(story).standing().due()).contains(DUE);
            story.does("outsider", new AskExtension("task1", LATER, "Chờ số liệu")).does("chair", new DecideExtension("task1", true, ""));
            assertThat(task(story).standing().due()).contains(LATER);
            assertThat(task(story).assignment().due()).contains(LATER);
            assertThat(task(story).asked()).isEmpty();
        }

        @Test
        void asks_for_no_more_time_where_there_is_no_last_day_or_it_is_over_long_ago() {
            Scenario story = given(inSession()).does("chair", new AssignTask("task1", ITEM, assignment("outsider", Optional.empty()))).and(assigned("task2", "outsider"))
                    .does("chair", new CloseMeeting());
            story.when("outsider", new AskExtension("task1", LATER, "x")).refuses(Reason.TASK_WITHOUT_DUE);
            story.at(Instant.parse("2027-01-05T00:00:00Z"));
            story.when("outsider", new AskExtension("task2", LATER, "x")).refuses(Reason.EXTENSION_NOT_LATER);
        }
    }

    @Nested
    class Completion {
        @Test
        void is_claimed_sent_back_claimed_again_and_approved() {
            Scenario story = told().does("outsider", new ReportProgress("task1", 60, "x"));
            story.when("chair", new DecideCompletion("task1", true, "")).refuses(Reason.TASK_NOT_CLAIMED);
            story.does("outsider", new AskExtension("task1", LATER, "x")).does("outsider", new ClaimCompletion("task1", "Đã xong"));
            assertThat(task(story).asked()).as("nothing is asked for any more").isEmpty();
            story.when("outsider", new ReportProgress("task1", 70, "x")).refuses(Reason.TASK_WAITS);
            story.when("outsider", new ClaimCompletion("task1", "x")).refuses(Reason.TASK_WAITS);
            story.when("outsider", new DecideCompletion("task1", true, "")).refuses(Reason.TASK_NOT_YOURS);
            story.when("chair", new DecideCompletion("task1", false, " ")).refuses(Reason.TEXT_MISSING);
            story.does("chair", new DecideCompletion("task1", false, "Thiếu phụ lục"));
            assertThat(task(story).standing()).isEqualTo(new Task.Standing(State.IN_PROGRESS, 60, Optional.of(DUE)));
            story.does("outsider", new ClaimCompletion("task1", "Đã bổ sung")).does("secretary", new DecideCompletion("task1", true, ""));
            assertThat(task(story).standing()).isEqualTo(new Task.Standing(State.DONE, 100, Optional.of(DUE)));
            assertThat(task(story).steps()).extracting(Task.Step::what).containsExactly(Task.What.ASSIGNED, Task.What.REPORTED, Task.What.EXTENSION_ASKED, Task.What.CLAIMED,
                    Task.What.SENT_BACK, Task.What.CLAIMED, Task.What.APPROVED);
            for (Command late : List.of(new EditTask("task1", assignment("member2"), because("x")), new CancelTask("task1", "x"))) {
                story.when("chair", late).refuses(Reason.TASK_ENDED);
            }
            story.when("outsider", new ReportProgress("task1", 70, "x")).refuses(Reason.TASK_ENDED);
        }

        @Test
        void is_not_waited_for_once_the_task_is_cancelled() {
            Scenario story = told();
            story.when("outsider", new CancelTask("task1", "x")).refuses(Reason.TASK_NOT_YOURS);
            story.when("chair", new CancelTask("task1", "")).refuses(Reason.TEXT_MISSING);
            story.does("chair", new CancelTask("task1", "Không còn cần"));
            assertThat(task(story).state()).isEqualTo(State.CANCELLED);
        }
    }

    @Nested
    class Files {
        private final Task.Evidence file = new Task.Evidence("file1", "Ảnh chụp.png", "ab".repeat(32), 1_200);

        private AddTaskFile bring(Task.Evidence evidence) {
            return new AddTaskFile("task1", evidence);
        }

        @Test
        void are_brought_by_those_who_carry_it_out_and_those_who_decide() {
            Scenario story = told();
            story.when("outsider", bring(file)).then(new TaskEvent.TaskFileAdded("task1", file, "outsider"));
            story.when("outsider", bring(file)).changesNothing();
            story.when("outsider", bring(new Task.Evidence("file1", "Ảnh chụp.png", "cd".repeat(32), 1_200))).refuses(Reason.OTHER_FILE);
            story.does("secretary", bring(new Task.Evidence("file2", "Công văn.pdf", "cd".repeat(32), 9)));
            story.when("member2", bring(new Task.Evidence("file3", "x.pdf", "cd".repeat(32), 9))).refuses(Reason.TASK_NOT_YOURS);
            assertThat(task(story).files()).extracting(Task.Evidence::id).containsExactly("file1", "file2");
            assertThat(task(story).standing().percent()).isZero();
        }

        @Test
        void are_bounded_and_end_with_the_task() {
            Scenario story = told();
            for (int i = 0; i < Limits.TASK_FILES; i++) {
                story.does("outsider", bring(new Task.Evidence("file" + i, "x.pdf", "ab".repeat(32), 1)));
            }
            story.when("outsider", bring(new Task.Evidence("more", "x.pdf", "ab".repeat(32), 1))).refuses(Reason.TOO_MANY, Limits.TASK_FILES);
            Scenario ended = told();
            ended.when("outsider", bring(new Task.Evidence("file1", " ", "ab".repeat(32), 1))).refuses(Reason.TEXT_MISSING);
            ended.does("chair", new CancelTask("task1", "x"));
            ended.when("outsider", bring(file)).refuses(Reason.TASK_ENDED);
            given(inSession(), assigned("task1", "member1")).when("member1", bring(file)).refuses(Reason.TASK_NOT_TOLD);
        }
    }

    @Test
    void a_task_has_an_end_of_its_history() {
        Scenario story = told();
        for (int i = 2; i < Limits.TASK_STEPS; i++) {
            story.does("outsider", new ReportProgress("task1", i % 100, "x"));
        }
        story.does("outsider", new ClaimCompletion("task1", "Xong")).does("chair", new DecideCompletion("task1", false, "Chưa đủ"));
        story.when("outsider", new ReportProgress("task1", 1, "x")).refuses(Reason.TOO_MANY, Limits.TASK_STEPS);
        story.does("chair", new CancelTask("task1", "Thôi"));
    }

    @Nested
    class Seeing {
        @Test
        void follows_the_part_that_one_has() {
            Meeting meeting = told().meeting();
            assertThat(rights(meeting, Caller.person("outsider"))).isEqualTo(new TaskRights(true, true, false));
            assertThat(rights(meeting, Caller.person("watcher"))).as("monitor").isEqualTo(new TaskRights(true, false, false));
            assertThat(rights(meeting, of("other", "sở nội  vụ"))).as("lead unit").isEqualTo(new TaskRights(true, true, false));
            assertThat(rights(meeting, of("other", "Sở Tài chính"))).as("coordinating unit").isEqualTo(new TaskRights(true, false, false));
            assertThat(rights(meeting, of("other", ""))).isEqualTo(new TaskRights(false, false, false));
            assertThat(rights(meeting, Caller.person("secretary"))).isEqualTo(new TaskRights(true, false, true));
            assertThat(rights(meeting, new Caller("new-secretary", Set.of("body-1")))).isEqualTo(new TaskRights(true, false, true));
            assertThat(rights(meeting, new Caller("outsider", Set.of(), Optional.of(Set.of("body-2")), Optional.empty()))).as("a code of another body").isEqualTo(new TaskRights(false, false, false));
            assertThat(rights(meeting, Caller.person("guest"))).isEqualTo(new TaskRights(false, false, false));
            assertThat(rights(meeting, Caller.screen())).isEqualTo(new TaskRights(false, false, false));
        }

        private TaskRights rights(Meeting meeting, Caller caller) {
            return TaskRights.of(meeting, meeting.tasks().find("task1").orElseThrow(), caller);
        }

        @Test
        void begins_outside_the_meeting_with_its_end() {
            Scenario story = given(inSession(), assigned("task1", "outsider"));
            assertThat(Backlog.among(Stream.of(story.meeting())).of(Caller.person("outsider"))).isEmpty();
            story.does("chair", new CloseMeeting());
            assertThat(Backlog.among(Stream.of(story.meeting())).of(Caller.person("outsider"))).hasSize(1);
        }

        @Test
        void leaves_no_trace_for_guests_and_screens_nor_of_hidden_items_tasks() {
            Scenario story = given(inSession(), hiddenItem("hidden1"));
            String guest = story.everythingFor("guest");
            String screen = story.everythingFor(Caller.SCREEN);
            story.does("chair", new AssignTask("task1", ITEM, assignment("outsider"))).does("chair", new AssignTask("task2", Optional.of("hidden1"), assignment("outsider")))
                    .does("chair", new TakeUpTasks("item-r", because("Kiểm điểm")));
            assertThat(story.everythingFor("guest").replaceAll("planned(Start|End)\":\\d+", "")).isEqualTo(guest.replaceAll("planned(Start|End)\":\\d+", ""));
            assertThat(story.everythingFor(Caller.SCREEN)).doesNotContain("task1", "task2", "item-r");
            assertThat(screen).isNotEmpty();
            assertThat(story.view("member1").tasks().tasks()).hasSize(2);
            assertThat(story.view("member1").tasks().review()).contains("item-r");
        }
    }

    @Test
    void is_seen_the_same_moved_on_and_made_anew() {
        Scenario story = given(inSession());
        story.movesOn("secretary", new AssignTask("task1", ITEM, assignment("member1")), new EditTask("task1", assignment("member2"), NONE), new TakeUpTasks("item-r", because("x")),
                new CloseMeeting());
        story.movesOn("member2", new ReportProgress("task1", 40, "x"), new AskExtension("task1", LATER, "x"), new ClaimCompletion("task1", "x"));
        story.movesOn("secretary", new DecideCompletion("task1", false, "x"), new CancelTask("task1", "x"));
    }

    @Nested
    class The_next_meeting {
        private final Scenario earlier = told();
        private final Meeting draft = other("m-next", given(drafted(), withAgenda()));

        private Meeting other(String id, Scenario story) {
            Meeting meeting = story.meeting();
            return new Meeting(id, meeting.seq(), meeting.head(), meeting.session(), meeting.roster(), meeting.agenda(), meeting.papers(), meeting.attendance(), meeting.floor(),
                    meeting.votes(), meeting.stage(), meeting.conclusions(), meeting.recusals(), meeting.franchise(), meeting.circulation(), meeting.beforehand(), meeting.tasks(), meeting.minutes(), meeting.indicators(), meeting.retention(), meeting.documents());
        }

        private Backlog backlog() {
            return Backlog.among(Stream.of(earlier.meeting(), draft));
        }

        @Test
        void is_given_a_review_while_there_is_something_open() {
            assertThat(backlog().drafts(Scenario.EIGHT)).extracting(Meeting::id).containsExactly("m-next");
            earlier.does("chair", new CancelTask("task1", "x"));
            assertThat(backlog().drafts(Scenario.EIGHT)).isEmpty();
        }

        @Test
        void takes_it_up_first_once_and_does_without_it_when_it_was_left_out() {
            Scenario story = given(drafted(), withAgenda());
            story.does(Caller.SYSTEM, new TakeUpTasks("item-r", NONE));
            assertThat(story.meeting().agenda().order()).startsWith("item-r");
            assertThat(story.view("secretary").tasks().review()).contains("item-r");
            story.when("secretary", new TakeUpTasks("item-s", NONE)).refuses(Reason.TASKS_TAKEN_UP);
            assertThat(Plan.of(story.meeting()).items()).extracting(Plan.Line::item).as("a meeting that starts from this one gets its own").doesNotContain("item-r");
            story.does("secretary", new RemoveItem("item-r", NONE));
            assertThat(story.meeting().tasks().review()).as("it was there").isPresent();
            assertThat(Tasks.reviewOf(story.meeting())).isEmpty();
            story.does("secretary", new TakeUpTasks("item-s", NONE));
            assertThat(Tasks.reviewOf(story.meeting())).contains("item-s");
        }

        @Test
        void sees_each_task_as_it_stands_overdue_first_and_as_it_stood_when_the_meeting_ended() {
            earlier.does("chair", new AssignTask("task2", ITEM, assignment("outsider", Optional.of(LocalDate.parse("2026-11-25")))))
                    .does("chair", new AssignTask("task3", ITEM, assignment("outsider", Optional.empty())));
            Instant later = Scenario.EIGHT.plus(3, ChronoUnit.DAYS);
            assertThat(backlog().reviewedBy(draft, later)).extracting(given -> given.task().id()).containsExactly("task2", "task1", "task3");
            assertThat(backlog().reviewedBy(draft, later).get(0).standing().isOverdue(Task.day(later))).isTrue();
            earlier.does("outsider", new ClaimCompletion("task2", "Xong")).does("chair", new DecideCompletion("task2", true, ""));
            assertThat(backlog().reviewedBy(draft, later)).extracting(given -> given.standing().state()).containsExactly(State.ASSIGNED, State.ASSIGNED, State.DONE);

            Scenario second = given(inSession()).does("chair", new CloseMeeting());
            Backlog all = Backlog.among(Stream.of(earlier.meeting(), other("m-second", second)));
            Meeting closed = all.all().get(1);
            Instant end = closed.session().closedAt().orElseThrow();
            earlier.at(end.plusSeconds(5));
            earlier.does("outsider", new ReportProgress("task1", 90, "x"));
            assertThat(Backlog.among(Stream.of(earlier.meeting(), closed)).reviewedBy(closed, later)).allSatisfy(given ->
                    assertThat(given.standing().percent()).as(given.task().id()).isIn(0, 100));
        }
    }

    @Test
    void what_has_ended_stands_last_and_overdue_first() {
        Task.Standing running = new Task.Standing(State.IN_PROGRESS, 10, Optional.of(DUE));
        assertThat(running.isOverdue(DUE)).as("the last day is a day to work").isFalse();
        assertThat(running.isOverdue(DUE.plusDays(1))).isTrue();
        assertThat(running.isDueWithin(3, DUE.minusDays(3))).isTrue();
        assertThat(running.isDueWithin(3, DUE.minusDays(4))).isFalse();
        assertThat(running.isDueWithin(3, DUE.plusDays(1))).isFalse();
        assertThat(new Task.Standing(State.WAITING_FOR_APPROVAL, 10, Optional.of(DUE)).isOverdue(DUE.plusDays(1))).isFalse();
        assertThat(new Task.Standing(State.DONE, 100, Optional.of(DUE)).isOverdue(DUE.plusDays(1))).isFalse();
    }
}
