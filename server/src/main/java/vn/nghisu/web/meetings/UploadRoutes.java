package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.papers.Accepted;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.IntakeOutcome;
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Answer;
import vn.nghisu.room.Json;
import vn.nghisu.room.PaperDesk;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.RoomAnswers;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RequestLanguage;
import vn.nghisu.web.signin.Guard;

/** Uploads of papers: streamed into quarantine within a limit, checked in a child process, then laid on the meeting's table. */
public final class UploadRoutes {
    private static final int UNPROCESSABLE = 422;
    private static final Text ITEM = new Text("nội dung họp", "the item");
    private static final Text UPLOAD = new Text("mã lần tải lên", "the upload's id");
    private static final Text ACCESS = new Text("quyền đọc", "the access");

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final PaperStore store;
    private final Intake intake;
    private final PaperDesk desk;

    public UploadRoutes(Vertx vertx, Rooms rooms, Directory directory, PaperStore store, Intake intake, PaperDesk desk) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.store = store;
        this.intake = intake;
        this.desk = desk;
    }

    public void mount(Router router) {
        router.post("/api/meetings/:meeting/papers").handler(this::upload);
    }

    /** @param remarks what the secretary should know of the file, such as pages that are only pictures; most important first */
    record Added(String paper, List<Remark> remarks) {}

    record Remark(String code, String text) {}

    private void upload(RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        Room room = rooms.find(ctx.pathParam("meeting")).orElseThrow(Problem.NOT_FOUND::with);
        Rights rights = Rights.of(room.meeting(), caller);
        if (!rights.maySeeMeeting()) {
            throw Problem.NOT_FOUND.with();
        }
        if (!rights.mayPrepare()) {
            throw Problem.NOT_ALLOWED.with();
        }
        PaperDesk.Placing placing = placing(ctx);
        UUID upload = uploadId(ctx);
        long announced = announced(ctx.request());
        Optional<PaperRefusal> full = store.room(Math.max(0, announced));
        if (full.isPresent()) {
            Answers.json(ctx, refusal(ctx, full.get()));
            return;
        }
        Path quarantined = store.quarantine();
        receive(ctx.request(), quarantined, store.limits().fileBytes())
                .compose(received -> Future.fromCompletionStage(intake.accept(quarantined), vertx.getOrCreateContext()))
                .compose(outcome -> take(ctx, room, caller, upload, placing, outcome))
                .onSuccess(answer -> Answers.json(ctx, answer))
                .onFailure(e -> {
                    Optional<PaperRefusal> fullBy = e instanceof Reception.NotWritten ? store.room(0) : Optional.empty();
                    vertx.executeBlocking(() -> Files.deleteIfExists(quarantined));
                    if (fullBy.isPresent()) {
                        Answers.json(ctx, refusal(ctx, fullBy.get()));
                    } else {
                        Answers.failure(ctx, e);
                    }
                });
    }

    private Future<Object> take(RoutingContext ctx, Room room, Caller caller, UUID upload, PaperDesk.Placing placing, IntakeOutcome outcome) {
        if (!(outcome instanceof Accepted accepted)) {
            return Future.succeededFuture(refusal(ctx, (PaperRefusal) outcome));
        }
        Promise<Answer> answer = Promise.promise();
        String paper = desk.add(room, caller, upload, accepted, placing, given -> vertx.runOnContext(v -> answer.tryComplete(given)));
        return RoomAnswers.body(ctx, upload, answer.future(), done -> {
            ctx.response().setStatusCode(201);
            return new Added(paper, accepted.report().remarks().stream()
                    .map(remark -> new Remark(remark.code(), inLanguage(ctx, remark.vi(), remark.en()))).toList());
        });
    }

    /** Chosen by the client, so that a repeat after a lost answer lays the paper once; who names none lays one with each request. */
    private static UUID uploadId(RoutingContext ctx) {
        try {
            return parameter(ctx, "upload").map(UUID::fromString).orElseGet(UUID::randomUUID);
        } catch (IllegalArgumentException e) {
            throw Problem.FIELD_WRONG.with(UPLOAD);
        }
    }

    private static PaperDesk.Placing placing(RoutingContext ctx) {
        String item = parameter(ctx, "item").orElseThrow(() -> Problem.FIELD_MISSING.with(ITEM));
        String fileName = parameter(ctx, "fileName").orElseThrow(() -> Problem.FIELD_MISSING.with(Fields.FILE_NAME));
        Access access;
        try {
            access = Access.valueOf(parameter(ctx, "access").orElse(Access.EVERYONE.name()));
        } catch (IllegalArgumentException e) {
            throw Problem.FIELD_WRONG.with(ACCESS);
        }
        List<String> named = parameter(ctx, "named").map(text -> Arrays.asList(text.split(","))).orElse(List.of());
        return new PaperDesk.Placing(item, parameter(ctx, "title").orElse(fileName), fileName, access, named, parameter(ctx, "supersedes"),
                parameter(ctx, "reason"));
    }

    private static Optional<String> parameter(RoutingContext ctx, String name) {
        List<String> values = ctx.queryParam(name);
        return values.isEmpty() || Json.plain(values.get(0)).isBlank() ? Optional.empty() : Optional.of(Json.plain(values.get(0)).strip());
    }

    private static long announced(HttpServerRequest request) {
        try {
            return Long.parseLong(Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_LENGTH)).orElse("-1"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Streams the body into a file; stops reading when it is larger than allowed. */
    private Future<Long> receive(HttpServerRequest request, Path file, long limitBytes) {
        request.pause();
        return vertx.fileSystem().open(file.toString(), new OpenOptions().setCreateNew(true).setWrite(true))
                .compose(out -> new Reception(request, out, limitBytes).begin().eventually(out::close));
    }

    private static Map<String, String> refusal(RoutingContext ctx, PaperRefusal refusal) {
        ctx.response().setStatusCode(UNPROCESSABLE);
        return Map.of("code", refusal.code(), "text", inLanguage(ctx, refusal.vi(), refusal.en()));
    }

    private static String inLanguage(RoutingContext ctx, String vi, String en) {
        return RequestLanguage.of(ctx) == Language.VI ? vi : en;
    }
}
