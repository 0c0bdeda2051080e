package vn.nghisu.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import vn.nghisu.journal.Journal;
import vn.nghisu.journal.JournalBroken;
import vn.nghisu.meeting.Language;
import vn.nghisu.room.Json;
import vn.nghisu.web.security.Problem;

/** Says whether a vote could be taken now: by a real write that is synced, since a full disk still looks healthy to the database. */
final class Health implements Handler<RoutingContext> {
    private static final long TIMEOUT_S = 3;
    /** A probe is a write: many askers share one in this time. */
    private static final long SHARED_MS = 1_000;

    private final Journal journal;
    private Future<Void> probe;
    private long probedAtMs;

    Health(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void handle(RoutingContext ctx) {
        probe(ctx).timeout(TIMEOUT_S, TimeUnit.SECONDS).onComplete(result -> ctx.response()
                .setStatusCode(result.succeeded() ? 200 : 503)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(result.succeeded() ? "{\"status\":\"UP\"}" : Json.write(down(result.cause()))));
    }

    private static Map<String, String> down(Throwable cause) {
        Problem problem = JournalBroken.isBehind(cause) ? Problem.NOT_RECORDING : Problem.BUSY;
        return new TreeMap<>(Map.of("status", "DOWN", "code", problem.name(), "text", problem.sentence(Language.VI), "textEn", problem.sentence(Language.EN)));
    }

    private synchronized Future<Void> probe(RoutingContext ctx) {
        long nowMs = System.nanoTime() / 1_000_000;
        if (probe == null || nowMs - probedAtMs > SHARED_MS) {
            probedAtMs = nowMs;
            probe = Future.fromCompletionStage(journal.probe(), ctx.vertx().getOrCreateContext());
        }
        return probe;
    }
}
