package vn.nghisu.web.security;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.JournalBroken;
import vn.nghisu.journal.JournalFull;
import vn.nghisu.papers.DiskFull;
import vn.nghisu.people.DirectoryClash;
import vn.nghisu.people.Passwords;
import vn.nghisu.room.Json;

/** How every request is answered: JSON when it went well, else a status with {@code {"code","text"}} in the user's language. */
public final class Answers {
    private static final String BODY_KB = "bodyKb";
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final int BUSY_S = 3;
    private static final List<Integer> STATUSES =
            List.of(400, 401, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 429, 431, 500, 501, 502, 503, 504);

    private Answers() {}

    /** Answers with JSON, or with 204 and no content for null. */
    public static void json(RoutingContext ctx, Object value) {
        if (value == null) {
            ctx.response().setStatusCode(204).end();
        } else {
            ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8").end(Buffer.buffer(Json.bytes(value)));
        }
    }

    /** Answers with a file of JSON, which goes out as fast as its reader takes it. */
    public static void file(RoutingContext ctx, Path file) {
        BodyMemory.letGo(ctx); // what the request brought has been read
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8").sendFile(file.toString())
                .onFailure(failure -> failure(ctx, failure));
    }

    /** Answers with the sentence of whatever went wrong; what is not an answer itself is logged and told as our fault. */
    public static void failure(RoutingContext ctx, Throwable failure) {
        refuse(ctx, refusal(failure));
    }

    public static void refuse(RoutingContext ctx, Refused refused) {
        if (ctx.response().ended() || ctx.response().headWritten()) {
            ctx.request().connection().close();
            return;
        }
        if (refused.retryAfterS() > 0) {
            ctx.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refused.retryAfterS()));
        }
        ctx.response().setStatusCode(refused.problem().status());
        json(ctx, Map.of("code", refused.problem().name(), "text", refused.sentence(RequestLanguage.of(ctx))));
    }

    /** Makes the router answer its own failures (no such page, wrong method, a handler that threw) in the same way. */
    public static void install(Router router) {
        Handler<RoutingContext> answer = ctx -> {
            if (ctx.failure() != null) {
                failure(ctx, ctx.failure());
            } else {
                refuse(ctx, ofStatus(ctx.statusCode(), bodyKb(ctx)));
            }
        };
        STATUSES.forEach(status -> router.errorHandler(status, status == 500 ? answer : ctx -> refuse(ctx, ofStatus(status, bodyKb(ctx)))));
    }

    /** Says how long a body a route takes when that is not the usual. */
    public static void bodyMayBe(RoutingContext ctx, int kb) {
        ctx.put(BODY_KB, kb);
    }

    private static int bodyKb(RoutingContext ctx) {
        return ctx.get(BODY_KB, StrictJson.BODY_KB);
    }

    private static Refused refusal(Throwable failure) {
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return refusal(failure.getCause());
        }
        if (failure instanceof Refused refused) {
            return refused;
        }
        if (failure instanceof Passwords.TooBusy || failure instanceof JournalFull) {
            return Problem.BUSY.with().retryAfter(BUSY_S);
        }
        if (JournalBroken.isBehind(failure)) {
            return Problem.NOT_RECORDING.with();
        }
        if (DiskFull.isBehind(failure)) {
            LOG.warn("The disk is full: {}", failure.toString());
            return Problem.DISK_FULL.with();
        }
        if (failure instanceof DirectoryClash clash) {
            return switch (clash.kind()) {
                case SIGN_IN_NAME_TAKEN -> Problem.SIGN_IN_NAME_TAKEN.with();
                case NO_SUCH_PERSON -> Problem.NO_SUCH_PERSON.with();
                case NO_SUCH_BODY -> Problem.NO_SUCH_BODY.with();
                case FULL -> Problem.DIRECTORY_FULL.with();
            };
        }
        if (!(failure instanceof HttpClosedException)) { // who breaks a connection off is no fault
            LOG.error("A request failed", failure);
        }
        return Problem.OUR_FAULT.with();
    }

    private static Refused ofStatus(int status, int bodyKb) {
        return switch (status) {
            case 401 -> Problem.NOT_SIGNED_IN.with();
            case 403 -> Problem.NOT_ALLOWED.with();
            case 404 -> Problem.NOT_FOUND.with();
            case 405 -> Problem.WRONG_METHOD.with();
            case 413 -> Problem.TOO_LARGE.with(bodyKb);
            case 415 -> Problem.NOT_JSON.with();
            case 503 -> Problem.BUSY.with().retryAfter(BUSY_S);
            default -> status >= 500 ? Problem.OUR_FAULT.with() : Problem.BAD_REQUEST.with();
        };
    }
}
