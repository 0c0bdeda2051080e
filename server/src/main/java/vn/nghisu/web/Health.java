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
import vn.nghisu.papers.Disk;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.room.Json;
import vn.nghisu.web.security.Problem;

/**
 * Says whether a vote could be taken now: by a real write that is synced, and by what the disk has left, since a database on a full disk goes on for a
 * while with what it holds in reserve. {@code UP} with {@code warning} where the disk takes no new papers any more.
 */
final class Health implements Handler<RoutingContext> {
    private static final long TIMEOUT_S = 3;
    /** A probe is a write: many askers share one in this time. */
    private static final long SHARED_MS = 1_000;

    private final Journal journal;
    private final PaperStore store;
    private Future<Left> probe;
    private long probedAtMs;

    Health(Journal journal, PaperStore store) {
        this.journal = journal;
        this.store = store;
    }

    /** Of the disk. */
    private enum Left {
        ENOUGH,
        LITTLE,
        NOTHING
    }

    @Override
    public void handle(RoutingContext ctx) {
        probe(ctx).timeout(TIMEOUT_S, TimeUnit.SECONDS).onComplete(result -> {
            boolean up = result.succeeded() && result.result() != Left.NOTHING;
            ctx.response()
                    .setStatusCode(up ? 200 : 503)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(up ? up(result.result()) : Json.write(told("DOWN", "code", result.succeeded() ? Problem.DISK_FULL : problem(result.cause()))));
        });
    }

    private static String up(Left left) {
        return left == Left.ENOUGH ? "{\"status\":\"UP\"}" : Json.write(told("UP", "warning", Problem.DISK_LOW));
    }

    private static Problem problem(Throwable cause) {
        return JournalBroken.isBehind(cause) ? Problem.NOT_RECORDING : Problem.BUSY;
    }

    private static Map<String, String> told(String status, String what, Problem problem) {
        return new TreeMap<>(Map.of("status", status, what, problem.name(), "text", problem.sentence(Language.VI), "textEn", problem.sentence(Language.EN)));
    }

    private synchronized Future<Left> probe(RoutingContext ctx) {
        long nowMs = System.nanoTime() / 1_000_000;
        if (probe == null || nowMs - probedAtMs > SHARED_MS) {
            probedAtMs = nowMs;
            probe = Future.fromCompletionStage(journal.probe(), ctx.vertx().getOrCreateContext()).compose(written -> ctx.vertx().executeBlocking(this::left, false));
        }
        return probe;
    }

    private Left left() {
        return store.freeBytes() < Disk.FULL_BYTES ? Left.NOTHING : store.room(0).isPresent() ? Left.LITTLE : Left.ENOUGH;
    }
}
