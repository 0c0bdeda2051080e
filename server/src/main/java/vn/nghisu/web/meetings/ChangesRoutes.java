package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.papers.Comparisons;
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Problem;

/** What changed between two revisions of a paper, to those who may open both. */
public final class ChangesRoutes {
    private static final int RETRY_S = 5;

    private final Vertx vertx;
    private final Rooms rooms;
    private final Comparisons comparisons;
    private final Function<RoutingContext, Optional<Caller>> callers;

    public ChangesRoutes(Vertx vertx, Rooms rooms, Comparisons comparisons, Function<RoutingContext, Optional<Caller>> callers) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.comparisons = comparisons;
        this.callers = callers;
    }

    /** Before the routes of files, whose pattern would take these for the name of one. */
    public void mount(Router router) {
        router.get("/files/:meeting/:paper/changes-:older").handler(this::changes);
    }

    private void changes(RoutingContext ctx) {
        Caller caller = callers.apply(ctx).orElseThrow(Problem.NOT_SIGNED_IN::with);
        Meeting meeting = rooms.find(ctx.pathParam("meeting")).map(Room::meeting).orElseThrow(Problem.NOT_FOUND::with);
        Rights rights = Rights.of(meeting, caller);
        Paper newer = paper(meeting, rights, ctx.pathParam("paper"));
        Paper older = paper(meeting, rights, ctx.pathParam("older"));
        if (!isEarlier(meeting, older, newer)) {
            throw Problem.NOT_FOUND.with();
        }
        Future.fromCompletionStage(comparisons.between(older.sha256(), newer.sha256()), vertx.getOrCreateContext())
                .onSuccess(file -> ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                        .sendFile(file.toString()).onFailure(ctx::fail))
                .onFailure(e -> Answers.failure(ctx, problem(e)));
    }

    private static Throwable problem(Throwable failure) {
        if (!(failure instanceof PaperRefusal.Refused refused)) {
            return failure;
        }
        return refused.refusal().code().equals("incomparable") ? Problem.INCOMPARABLE.with() : Problem.BUSY.with().retryAfter(RETRY_S);
    }

    private static Paper paper(Meeting meeting, Rights rights, String id) {
        return meeting.papers().find(id).filter(paper -> rights.maySeeMeeting() && rights.maySee(meeting, paper) && paper.isPrepared())
                .orElseThrow(Problem.NOT_FOUND::with);
    }

    /** Revisions only: any two papers compared would be work that anybody could order. */
    private static boolean isEarlier(Meeting meeting, Paper older, Paper newer) {
        Optional<Paper> at = newer.supersedes().flatMap(meeting.papers()::find);
        for (int steps = 0; at.isPresent() && steps < meeting.papers().order().size(); steps++) {
            if (at.get().id().equals(older.id())) {
                return true;
            }
            at = at.get().supersedes().flatMap(meeting.papers()::find);
        }
        return false;
    }
}
