package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.tasks.Backlog;
import vn.nghisu.meeting.tasks.Task;
import vn.nghisu.meeting.tasks.TaskCommand;
import vn.nghisu.meeting.tasks.TaskRights;
import vn.nghisu.meeting.tasks.Tasks;
import vn.nghisu.people.Directory;
import vn.nghisu.people.RandomIds;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.Attachment;
import vn.nghisu.web.HeavyWork;
import vn.nghisu.web.RoomAnswers;
import vn.nghisu.web.Spreadsheet;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RequestLanguage;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Guard;
import vn.nghisu.web.signin.Right;

/**
 * Tasks read across meetings: one's own, those of one's unit, those one decides on; and what a meeting reviews (product M6). Commands about
 * them go where all commands go, also those of people who are not on the meeting's list.
 */
public final class TaskRoutes {
    /** The longest list; what has ended comes last and is left off first. */
    private static final int LINES = 1_000;
    private static final int FILE_LINES = 10_000;

    private final HeavyWork tables;
    private final Rooms rooms;
    private final Directory directory;
    private final Clock clock;
    private final RandomIds ids = new RandomIds();

    public TaskRoutes(Vertx vertx, Rooms rooms, Directory directory, Clock clock) {
        this.tables = new HeavyWork(vertx, "tables");
        this.rooms = rooms;
        this.directory = directory;
        this.clock = clock;
    }

    public void declare(Api api, Router router) {
        router.get("/api/tasks/file").handler(this::file);
        api.atOnce(HttpMethod.GET, "/api/tasks", Right.SIGNED_IN, this::list)
                .atOnce(HttpMethod.GET, "/api/meetings/:meeting/tasks/:task", Right.SIGNED_IN, this::one)
                .atOnce(HttpMethod.GET, "/api/meetings/:meeting/task-review", Right.SIGNED_IN, this::review)
                .later(HttpMethod.POST, "/api/meetings/:meeting/task-review", Right.SIGNED_IN, this::takeUp);
    }

    /** @param unit of the reader, may be empty @param oversees whether there is a list of a body's tasks for this reader @param leftOff how many more there are */
    private record Listed(List<TaskLines.Line> tasks, TaskLines.Counts counts, String unit, boolean oversees, int leftOff, long now) {}

    /** {@code of}: me, unit or body. */
    private Object list(Call call) {
        Caller caller = call.who().caller(directory);
        Backlog backlog = backlog();
        LocalDate today = Task.day(clock.instant());
        List<Backlog.Given> found = found(call.ctx(), backlog, caller, today);
        return new Listed(found.stream().limit(LINES).map(given -> TaskLines.line(given, caller, today)).toList(), TaskLines.counts(found, today, caller),
                call.who().person().unit(), !caller.prepares().isEmpty() || backlog.overseenBy(caller).findAny().isPresent(),
                Math.max(0, found.size() - LINES), clock.millis());
    }

    private static List<Backlog.Given> found(RoutingContext ctx, Backlog backlog, Caller caller, LocalDate today) {
        return (switch (Optional.ofNullable(ctx.request().getParam("of")).orElse("me")) {
            case "me" -> backlog.of(caller);
            case "unit" -> backlog.ofUnit(caller);
            case "body" -> backlog.overseenBy(caller);
            default -> throw Problem.BAD_REQUEST.with();
        }).sorted(Backlog.order(today)).toList();
    }

    /** The same list as a file, {@code kind} csv or xlsx, up to {@value #FILE_LINES} tasks. */
    private void file(RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        LocalDate today = Task.day(clock.instant());
        boolean workbook = "xlsx".equals(ctx.request().getParam("kind"));
        List<Backlog.Given> found = found(ctx, backlog(), caller, today);
        Language language = RequestLanguage.of(ctx);
        tables.give(caller.person(), () -> {
            Spreadsheet.Table table = TaskTables.of(found.stream().limit(FILE_LINES).map(given -> TaskLines.line(given, caller, today)).toList(), language);
            return workbook ? new Spreadsheet(language).xlsx(List.of(table)) : new Spreadsheet(language).csv(table);
        }).onSuccess(bytes -> {
            Attachment.head(ctx.response(), "nhiem-vu-" + today + (workbook ? ".xlsx" : ".csv"), workbook ? Spreadsheet.XLSX : Spreadsheet.CSV);
            ctx.response().end(Buffer.buffer(bytes));
        }).onFailure(failure -> Answers.failure(ctx, failure));
    }

    private record One(TaskLines.Line task, List<TaskLines.StepLine> steps) {}

    private Object one(Call call) {
        Caller caller = call.who().caller(directory);
        Meeting meeting = rooms.find(call.path("meeting")).map(Room::meeting).orElseThrow(Problem.NOT_FOUND::with);
        Task task = meeting.tasks().find(call.path("task")).filter(found -> TaskRights.of(meeting, found, caller).see()).orElseThrow(Problem.NOT_FOUND::with);
        return new One(TaskLines.line(Backlog.Given.now(meeting, task), caller, Task.day(clock.instant())), TaskLines.steps(task));
    }

    /** @param at when they stood so: now, or when the meeting was closed */
    private record Review(List<TaskLines.Line> tasks, TaskLines.Counts counts, long at) {}

    /** For the people of the body who see the item of this meeting that reviews earlier tasks. */
    private Object review(Call call) {
        Caller caller = call.who().caller(directory);
        Meeting meeting = rooms.find(call.path("meeting")).map(Room::meeting).orElseThrow(Problem.NOT_FOUND::with);
        Rights rights = Rights.of(meeting, caller);
        if (Tasks.reviewOf(meeting).filter(item -> rights.isInside() && rights.maySeeAbout(meeting, Optional.of(item))).isEmpty()) {
            throw Problem.NOT_FOUND.with();
        }
        List<Backlog.Given> reviewed = backlog().reviewedBy(meeting, clock.instant());
        LocalDate day = Task.day(meeting.session().closedAt().orElse(clock.instant()));
        return new Review(reviewed.stream().limit(LINES).map(given -> TaskLines.line(given, caller, day)).toList(), TaskLines.counts(reviewed, day),
                meeting.session().closedAt().orElse(clock.instant()).toEpochMilli());
    }

    private record Wanted(Optional<String> reason) {}

    private record TakenUp(String item) {}

    /** Puts the review back, or into a meeting that is no draft any more. */
    private Future<?> takeUp(Call call) {
        Caller caller = call.who().caller(directory);
        Room room = rooms.find(call.path("meeting")).orElseThrow(Problem.NOT_FOUND::with);
        String item = ids.get();
        return RoomAnswers.give(call.ctx(), room, caller, UUID.randomUUID(), new TaskCommand.TakeUpTasks(item, call.body(Wanted.class).reason()), done -> new TakenUp(item));
    }

    private Backlog backlog() {
        return Backlog.among(rooms.all().map(Room::meeting));
    }
}
