package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.papers.Accepted;
import vn.nghisu.papers.Arrivals;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.IntakeOutcome;
import vn.nghisu.papers.PageSizes;
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.Preflight;
import vn.nghisu.papers.Refusals;
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

/**
 * From a file that has come ({@link ArrivalRoutes}) to a paper on the meeting's table, and what was found in it:
 *
 * <pre>
 * GET /api/meetings/{meeting}/papers/{paper}/report   {@link Report}, for those who prepare
 * </pre>
 */
public final class UploadRoutes {
    private static final int UNPROCESSABLE = 422;
    static final Text ITEM = new Text("nội dung họp", "the item");
    static final Text UPLOAD = new Text("mã lần tải lên", "the upload's id");
    private static final Text ACCESS = new Text("quyền đọc", "the access");
    private static final Text HANDLING = new Text("cách dùng tài liệu", "the handling");

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final PaperStore store;
    private final Arrivals arrivals;
    private final Intake intake;
    private final PaperDesk desk;

    public UploadRoutes(Vertx vertx, Rooms rooms, Directory directory, PaperStore store, Arrivals arrivals, Intake intake, PaperDesk desk) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.store = store;
        this.arrivals = arrivals;
        this.intake = intake;
        this.desk = desk;
    }

    public void mount(Router router) {
        new ArrivalRoutes(vertx, arrivals, intake, this).mount(router);
        router.get("/api/meetings/:meeting/papers/:paper/report").handler(this::report);
    }

    /** @param remarks what the secretary should know of the file, such as pages that are only pictures; most important first */
    record Added(String paper, List<Remark> remarks) {}

    record Remark(String code, String text) {}

    /**
     * What was found in a paper's file.
     *
     * @param bytes of the PDF
     * @param made the kind of the file of which the PDF was made, as code
     */
    record Report(int pages, long bytes, List<Sizes> sizes, List<Remark> remarks, Optional<String> made) {}

    /** @param pages "3, 5–9" */
    record Sizes(String name, int count, String pages, boolean big) {}

    private void report(RoutingContext ctx) {
        Paper paper = bringer(ctx).room().meeting().papers().find(ctx.pathParam("paper")).orElseThrow(Problem.NOT_FOUND::with);
        vertx.executeBlocking(() -> store.report(paper.sha256()))
                .map(found -> found.orElseThrow(Problem.NOT_FOUND::with))
                .onFailure(e -> Answers.failure(ctx, e))
                .onSuccess(found -> Answers.json(ctx, new Report(found.pages(), paper.bytes(), PageSizes.of(found.sizes()).stream()
                        .map(group -> new Sizes(RequestLanguage.of(ctx).either(group.vi(), group.en()), group.count(), group.numbers(), group.big())).toList(),
                        remarks(ctx, found), found.madeFrom().map(source -> source.kind().code()))));
    }

    private static List<Remark> remarks(RoutingContext ctx, Preflight found) {
        return found.remarks().stream().map(remark -> new Remark(remark.code(), RequestLanguage.of(ctx).either(remark.vi(), remark.en()))).toList();
    }

    /** Who brings papers, and where to. */
    record Bringer(Caller caller, Room room) {}

    Bringer bringer(RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        Room room = rooms.find(ctx.pathParam("meeting")).orElseThrow(Problem.NOT_FOUND::with);
        Rights rights = Rights.of(room.meeting(), caller);
        if (!rights.maySeeMeeting()) {
            throw Problem.NOT_FOUND.with();
        }
        if (!rights.mayPrepare()) {
            throw Problem.NOT_ALLOWED.with();
        }
        return new Bringer(caller, room);
    }

    /** @param forget called when the meeting did not take the file, so that the same upload begins anew */
    Future<Object> take(RoutingContext ctx, Bringer bringer, UUID upload, PaperDesk.Placing placing, IntakeOutcome outcome, Runnable forget) {
        if (!(outcome instanceof Accepted accepted)) {
            return Future.succeededFuture(refusal(ctx, (PaperRefusal) outcome));
        }
        if (store.original(accepted.sha256()).isEmpty()) { // removed long after another request was refused
            forget.run();
            return Future.failedFuture(Problem.NOT_FOUND.with());
        }
        Promise<Answer> answer = Promise.promise();
        String paper = desk.add(bringer.room(), bringer.caller(), upload, accepted, placing, given -> {
            if (given instanceof Answer.Refused) {
                intake.notLaid(accepted);
                forget.run();
            }
            vertx.runOnContext(v -> answer.tryComplete(given));
        });
        return RoomAnswers.body(ctx, upload, answer.future(), done -> {
            ctx.response().setStatusCode(201);
            return new Added(paper, remarks(ctx, accepted.report()));
        });
    }

    /** Chosen by the client, so that a repeat after a lost answer lays the paper once. */
    static UUID uploadId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.FIELD_WRONG.with(UPLOAD);
        }
    }

    static PaperDesk.Placing placing(RoutingContext ctx) {
        String item = parameter(ctx, "item").orElseThrow(() -> Problem.FIELD_MISSING.with(ITEM));
        String fileName = parameter(ctx, "fileName").orElseThrow(() -> Problem.FIELD_MISSING.with(Fields.FILE_NAME));
        Access access = chosen(ctx, "access", Access.class, ACCESS).orElse(Access.EVERYONE);
        List<String> named = parameter(ctx, "named").map(text -> Arrays.asList(text.split(","))).orElse(List.of());
        return new PaperDesk.Placing(item, parameter(ctx, "title").orElse(fileName), fileName, access, named, parameter(ctx, "supersedes"),
                parameter(ctx, "reason"), chosen(ctx, "handling", Handling.class, HANDLING));
    }

    private static <T extends Enum<T>> Optional<T> chosen(RoutingContext ctx, String name, Class<T> among, Text what) {
        try {
            return parameter(ctx, name).map(text -> Enum.valueOf(among, text));
        } catch (IllegalArgumentException e) {
            throw Problem.FIELD_WRONG.with(what);
        }
    }

    static Optional<String> parameter(RoutingContext ctx, String name) {
        List<String> values = ctx.queryParam(name);
        return values.isEmpty() || Json.plain(values.get(0)).isBlank() ? Optional.empty() : Optional.of(Json.plain(values.get(0)).strip());
    }

    /** Why a piece could not be written. */
    PaperRefusal notWritten() {
        return store.room(0).orElseGet(Refusals::notWritten);
    }

    /** What no meeting took is removed. */
    void sweep() {
        if (rooms.lackOne()) {
            return; // it may need them
        }
        intake.sweep(sha256 -> rooms.all().map(Room::meeting).anyMatch(meeting -> meeting.needsFile(sha256)), Instant.now());
    }

    static Map<String, String> refusal(RoutingContext ctx, PaperRefusal refusal) {
        ctx.response().setStatusCode(UNPROCESSABLE);
        return Map.of("code", refusal.code(), "text", RequestLanguage.of(ctx).either(refusal.vi(), refusal.en()));
    }
}
