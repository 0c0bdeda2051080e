package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.PaperJson;
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.TileWorks;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.Attachment;
import vn.nghisu.web.Gzip;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Problem;

/** Page images, words, manifests and originals, to those who may open the paper now. */
public final class FileRoutes {
    private static final Map<String, String> TYPES = Map.of(
            "webp", "image/webp", "png", "image/png", "jpg", "image/jpeg", "json", "application/json; charset=utf-8");

    private static final int RETRY_S = 5;

    private final Vertx vertx;
    private final Rooms rooms;
    private final PaperStore store;
    private final Intake intake;
    private final TileWorks tiles;
    private final Function<RoutingContext, Optional<Caller>> callers;
    private final Function<String, Optional<String>> names;
    private final MarkedPages marked;

    /**
     * @param callers who asks: a person or a room screen
     * @param names a person's name by the id, for pages that bear it
     */
    public FileRoutes(Vertx vertx, Rooms rooms, PaperStore store, TileWorks tiles, Intake intake, Clock clock, Function<RoutingContext, Optional<Caller>> callers,
            Function<String, Optional<String>> names) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.store = store;
        this.intake = intake;
        this.tiles = tiles;
        this.callers = callers;
        this.names = names;
        this.marked = new MarkedPages(vertx, store, clock);
    }

    public void mount(Router router) {
        router.get("/files/:meeting/:paper/manifest").handler(this::manifest);
        router.get("/files/:meeting/:paper/original").handler(this::original);
        router.get("/files/:meeting/:paper/source").handler(this::source);
        router.get("/files/:meeting/:paper/tiles/:page/:level").handler(this::tiles);
        router.get("/files/:meeting/:paper/:file").handler(this::file);
    }

    private void manifest(RoutingContext ctx) {
        Asked asked = asked(ctx, Rights::maySee);
        if (asked.paper().handling() == Handling.MARKED) {
            marked.manifest(asked.paper().sha256(), reader(asked)).onFailure(failure -> Answers.failure(ctx, failure))
                    .onSuccess(manifest -> send(ctx, Buffer.buffer(PaperJson.write(manifest)), "json"));
            return;
        }
        Path file = store.manifestFile(asked.paper().sha256()).orElseThrow(Problem.NOT_FOUND::with);
        send(ctx, file, "json");
    }

    private void file(RoutingContext ctx) {
        String name = ctx.pathParam("file");
        Asked asked = asked(ctx, Rights::maySee);
        if (asked.paper().handling() == Handling.MARKED) {
            marked.file(asked.paper().sha256(), name, reader(asked)).onFailure(failure -> Answers.failure(ctx, failure))
                    .onSuccess(answer -> send(ctx, answer.bytes(), answer.ext()));
            return;
        }
        Path file = store.file(asked.paper().sha256(), name).orElseThrow(Problem.NOT_FOUND::with);
        send(ctx, file, MarkedPages.extension(name));
    }

    /** A screen in the room bears the room's name. */
    private MarkedPages.Reader reader(Asked asked) {
        String person = asked.caller().person();
        String name = person.equals(Caller.SCREEN) ? asked.meeting().head().room() : names.apply(person).orElse("");
        return new MarkedPages.Reader(person + "/" + asked.meeting().id() + "/" + asked.paper().id(), name.isBlank() ? asked.meeting().head().bodyName() : name);
    }

    /** Which squares show a page larger; they are files of the paper like its pages. Drawn now if they are not there. */
    private void tiles(RoutingContext ctx) {
        Paper paper = asked(ctx, Rights::maySee).paper();
        if (paper.handling() == Handling.MARKED) {
            throw Problem.NOT_FOUND.with(); // squares bear no name
        }
        int page = number(ctx.pathParam("page"));
        int level = number(ctx.pathParam("level"));
        Future.fromCompletionStage(tiles.tiles(paper.sha256(), page, level), ctx.vertx().getOrCreateContext())
                .onSuccess(sheet -> send(ctx, sheet, "json"))
                .onFailure(e -> ctx.fail(e instanceof PaperRefusal.Refused refused && !refused.refusal().code().equals("failed")
                        ? Problem.BUSY.with() : Problem.NOT_FOUND.with()));
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw Problem.NOT_FOUND.with();
        }
        return Integer.parseInt(text);
    }

    /**
     * The paper as a download: as it is, or without scripts, actions and attached files when it has any. A signed file that has some is
     * not rewritten, so it is given to nobody here; those who prepare have {@link #source}.
     */
    private void original(RoutingContext ctx) {
        Paper paper = asked(ctx, Rights::mayTake).paper();
        vertx.executeBlocking(() -> intake.download(paper.sha256()), false)
                .compose(file -> Future.fromCompletionStage(file, vertx.getOrCreateContext()))
                .onFailure(e -> ctx.fail(e instanceof PaperRefusal.Refused refused && refused.refusal().passes() ? Problem.BUSY.with().retryAfter(RETRY_S) : e))
                .onSuccess(file -> file.ifPresentOrElse(
                        found -> attach(ctx, found, withEnding(paper.fileName(), ".pdf"), "application/pdf"),
                        () -> Answers.refuse(ctx, Problem.SIGNED_AND_ACTIVE.with())));
    }

    /** The file as it was uploaded, for those who prepare: the evidence. */
    private void source(RoutingContext ctx) {
        Paper paper = asked(ctx, (rights, meeting, wanted) -> rights.mayPrepare()).paper();
        Path file = store.source(paper.sha256()).or(() -> store.original(paper.sha256())).orElseThrow(Problem.NOT_FOUND::with);
        attach(ctx, file, paper.fileName(), "application/octet-stream");
    }

    private static void attach(RoutingContext ctx, Path file, String name, String type) {
        Attachment.head(ctx.response(), name, type);
        ctx.response().sendFile(file.toString()).onFailure(ctx::fail);
    }

    /** A paper that was made of an office file is downloaded as the PDF that it is. */
    static String withEnding(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? name : name + ending;
    }

    private interface Reach {
        boolean reaches(Rights rights, Meeting meeting, Paper paper);
    }

    private record Asked(Caller caller, Meeting meeting, Paper paper) {}

    private Asked asked(RoutingContext ctx, Reach reach) {
        Caller caller = callers.apply(ctx).orElseThrow(Problem.NOT_SIGNED_IN::with);
        Meeting meeting = rooms.find(ctx.pathParam("meeting")).map(Room::meeting).orElseThrow(Problem.NOT_FOUND::with);
        Rights rights = Rights.of(meeting, caller);
        return meeting.papers().find(ctx.pathParam("paper"))
                .filter(paper -> rights.maySeeMeeting() && reach.reaches(rights, meeting, paper))
                .map(paper -> {
                    if (meeting.retention().isDestroyed(paper.id())) {
                        throw Problem.PAPER_DESTROYED.with();
                    }
                    return new Asked(caller, meeting, paper);
                })
                .orElseThrow(Problem.NOT_FOUND::with);
    }

    private static void send(RoutingContext ctx, Buffer bytes, String extension) {
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, TYPES.get(extension)).end(bytes).onFailure(ctx::fail);
    }

    /** Words and manifests are a third of a text paper's pack, and a quarter of that when they travel compressed. */
    private void send(RoutingContext ctx, Path file, String extension) {
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, TYPES.get(extension));
        if (extension.equals("json") && Gzip.isTakenBy(ctx.request().getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            vertx.executeBlocking(() -> Buffer.buffer(Gzip.of(Files.readAllBytes(file))), false).onFailure(ctx::fail)
                    .onSuccess(bytes -> ctx.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(bytes).onFailure(ctx::fail));
            return;
        }
        ctx.response().sendFile(file.toString()).onFailure(ctx::fail);
    }
}
