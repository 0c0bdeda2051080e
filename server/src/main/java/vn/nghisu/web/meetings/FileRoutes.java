package vn.nghisu.web.meetings;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.security.Problem;

/** Page images, words, manifests and originals, to those who may open the paper now. */
public final class FileRoutes {
    private static final Map<String, String> TYPES = Map.of(
            "webp", "image/webp", "png", "image/png", "jpg", "image/jpeg", "json", "application/json; charset=utf-8");

    private final Rooms rooms;
    private final PaperStore store;
    private final Function<RoutingContext, Optional<Caller>> callers;

    /** @param callers who asks: a person or a room screen */
    public FileRoutes(Rooms rooms, PaperStore store, Function<RoutingContext, Optional<Caller>> callers) {
        this.rooms = rooms;
        this.store = store;
        this.callers = callers;
    }

    public void mount(Router router) {
        router.get("/files/:meeting/:paper/manifest").handler(this::manifest);
        router.get("/files/:meeting/:paper/original").handler(this::original);
        router.get("/files/:meeting/:paper/:file").handler(this::file);
    }

    private void manifest(RoutingContext ctx) {
        Path file = store.manifestFile(paper(ctx, Rights::maySee).sha256()).orElseThrow(Problem.NOT_FOUND::with);
        send(ctx, file, "json");
    }

    private void file(RoutingContext ctx) {
        String name = ctx.pathParam("file");
        Path file = store.file(paper(ctx, Rights::maySee).sha256(), name).orElseThrow(Problem.NOT_FOUND::with);
        send(ctx, file, name.substring(name.lastIndexOf('.') + 1));
    }

    /** The file as it came, as a download. */
    private void original(RoutingContext ctx) {
        Paper paper = paper(ctx, Rights::mayTake);
        Path file = store.original(paper.sha256()).orElseThrow(Problem.NOT_FOUND::with);
        String name = URLEncoder.encode(paper.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        ctx.response().putHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/pdf")
                .putHeader("Content-Security-Policy", "sandbox");
        ctx.response().sendFile(file.toString()).onFailure(ctx::fail);
    }

    private interface Reach {
        boolean reaches(Rights rights, Meeting meeting, Paper paper);
    }

    private Paper paper(RoutingContext ctx, Reach reach) {
        Caller caller = callers.apply(ctx).orElseThrow(Problem.NOT_SIGNED_IN::with);
        Meeting meeting = rooms.find(ctx.pathParam("meeting")).map(Room::meeting).orElseThrow(Problem.NOT_FOUND::with);
        Rights rights = Rights.of(meeting, caller);
        return meeting.papers().find(ctx.pathParam("paper"))
                .filter(paper -> rights.maySeeMeeting() && reach.reaches(rights, meeting, paper))
                .orElseThrow(Problem.NOT_FOUND::with);
    }

    private static void send(RoutingContext ctx, Path file, String extension) {
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, TYPES.get(extension));
        ctx.response().sendFile(file.toString()).onFailure(ctx::fail);
    }
}
