package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.tasks.Task;
import vn.nghisu.meeting.tasks.TaskCommand;
import vn.nghisu.meeting.tasks.TaskRights;
import vn.nghisu.papers.Accepted;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Answer;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.Attachment;
import vn.nghisu.web.RoomAnswers;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RateLimit;
import vn.nghisu.web.security.Waiting;
import vn.nghisu.web.signin.Guard;

/**
 * Files that show what came of a task (product M6), checked and kept like papers:
 *
 * <pre>
 * POST /api/meetings/{meeting}/tasks/{task}/files?file={UUID}&fileName=   the file as it is; 422 with a sentence when it can't be taken
 * GET  /files/{meeting}/tasks/{task}/{file}                               as a download, without what could act on a device
 * </pre>
 */
public final class TaskFileRoutes {
    private static final Text FILE = new Text("mã tệp", "the file's id");
    static final long FILE_BYTES = 20L << 20;
    private static final int BURST = 10;
    private static final double PER_SECOND = 0.1;
    private static final int RETRY_S = 5;

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final PaperStore store;
    private final Intake intake;
    private final RateLimit rate;

    public TaskFileRoutes(Vertx vertx, Rooms rooms, Directory directory, PaperStore store, Intake intake, Clock clock) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.store = store;
        this.intake = intake;
        this.rate = new RateLimit(BURST, PER_SECOND, clock);
    }

    public void mount(Router router) {
        router.post("/api/meetings/:meeting/tasks/:task/files").handler(this::bring);
        router.get("/files/:meeting/tasks/:task/:file").handler(this::file);
    }

    record Added(String file) {}

    private record Asked(Caller caller, Room room, Task task, TaskRights rights) {}

    private Asked asked(RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        Room room = rooms.find(ctx.pathParam("meeting")).orElseThrow(Problem.NOT_FOUND::with);
        Meeting meeting = room.meeting();
        Task task = meeting.tasks().find(ctx.pathParam("task")).orElseThrow(Problem.NOT_FOUND::with);
        TaskRights rights = TaskRights.of(meeting, task, caller);
        if (!rights.see()) {
            throw Problem.NOT_FOUND.with();
        }
        return new Asked(caller, room, task, rights);
    }

    private void bring(RoutingContext ctx) {
        Asked asked = asked(ctx);
        if (!asked.rights().bring()) {
            throw Problem.NOT_ALLOWED.with();
        }
        UUID id = id(UploadRoutes.parameter(ctx, "file").orElseThrow(() -> Problem.FIELD_MISSING.with(FILE)));
        String name = UploadRoutes.parameter(ctx, "fileName").orElseThrow(() -> Problem.FIELD_MISSING.with(Fields.FILE_NAME));
        if (name.length() > Limits.TITLE_CHARACTERS) {
            throw Problem.FIELD_TOO_LONG.with(Fields.FILE_NAME, Limits.TITLE_CHARACTERS);
        }
        rate.take(asked.caller().person()).ifPresent(wait -> {
            throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, wait);
        });
        Optional<PaperRefusal> full = store.room(Math.max(0, announced(ctx)));
        if (full.isPresent()) {
            Answers.json(ctx, UploadRoutes.refusal(ctx, full.get()));
            return;
        }
        Path file = store.quarantine();
        Reception.into(file, ctx, FILE_BYTES).compose(bytes -> Future.fromCompletionStage(intake.accept(file), vertx.getOrCreateContext()))
                .compose(outcome -> outcome instanceof Accepted accepted
                        ? add(ctx, asked, new Task.Evidence(id.toString(), name, accepted.sha256(), accepted.bytes()), accepted)
                        : Future.succeededFuture(UploadRoutes.refusal(ctx, (PaperRefusal) outcome)))
                .eventually(() -> vertx.executeBlocking(() -> Files.deleteIfExists(file), false))
                .onSuccess(body -> Answers.json(ctx, body))
                .onFailure(failure -> {
                    Optional<PaperRefusal> noRoom = failure instanceof Reception.NotWritten ? store.room(0) : Optional.empty();
                    if (noRoom.isPresent()) {
                        Answers.json(ctx, UploadRoutes.refusal(ctx, noRoom.get()));
                    } else if (!ctx.response().closed()) {
                        Answers.failure(ctx, failure);
                    }
                });
    }

    private Future<Object> add(RoutingContext ctx, Asked asked, Task.Evidence file, Accepted accepted) {
        return RoomAnswers.give(ctx, asked.room(), asked.caller(), UUID.randomUUID(), new TaskCommand.AddTaskFile(asked.task().id(), file), given -> {
            if (given instanceof Answer.Refused) {
                intake.notLaid(accepted);
            }
        }, done -> new Added(file.id()));
    }

    private static long announced(RoutingContext ctx) {
        try {
            return Long.parseLong(Optional.ofNullable(ctx.request().getHeader("Content-Length")).orElse("0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void file(RoutingContext ctx) {
        Task.Evidence file = asked(ctx).task().file(ctx.pathParam("file")).orElseThrow(Problem.NOT_FOUND::with);
        vertx.executeBlocking(() -> intake.download(file.sha256()), false)
                .compose(found -> Future.fromCompletionStage(found, vertx.getOrCreateContext()))
                .onFailure(e -> ctx.fail(e instanceof PaperRefusal.Refused refused && refused.refusal().passes() ? Problem.BUSY.with().retryAfter(RETRY_S) : e))
                .onSuccess(found -> found.ifPresentOrElse(path -> {
                    Attachment.head(ctx.response(), FileRoutes.withEnding(file.fileName(), ".pdf"), "application/pdf");
                    ctx.response().sendFile(path.toString()).onFailure(ctx::fail);
                }, () -> Answers.refuse(ctx, Problem.SIGNED_AND_ACTIVE.with())));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.FIELD_WRONG.with(FILE);
        }
    }
}
