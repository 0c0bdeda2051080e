package vn.nghisu.web.signin;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import vn.nghisu.people.Directory;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.BodyMemory;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.StrictJson;

/** Declares JSON routes, each with the right it needs. The right is checked before the body is read; every failure is a sentence. */
public final class Api {

    /** The longest JSON of somebody whom nobody knows, in kilobytes. */
    private static final int OUTSIDE_KB = 4;

    private final Router router;
    private final BodyMemory memory = new BodyMemory(Runtime.getRuntime().maxMemory(), ctx -> Guard.found(ctx).map(who -> who.person().id()));
    private final Directory directory;
    private final List<Declared> declared = new ArrayList<>();

    /** A route as declared, for the table of rights. */
    public record Declared(HttpMethod method, String path, Right right) {}

    public Api(Router router, Directory directory) {
        this.router = router;
        this.directory = directory;
    }

    /** A route whose work may block; what it returns is the answer, null for none (204). */
    public Api blocking(HttpMethod method, String path, Right right, Function<Call, Object> work) {
        return blocking(method, path, right, usualKb(right), work);
    }

    /** @param bodyKb the longest body */
    public Api blocking(HttpMethod method, String path, Right right, int bodyKb, Function<Call, Object> work) {
        return later(method, path, right, bodyKb, call -> call.ctx().vertx().executeBlocking(() -> work.apply(call), false));
    }

    /** A route whose work never blocks and answers at once. */
    public Api atOnce(HttpMethod method, String path, Right right, Function<Call, Object> work) {
        return later(method, path, right, call -> Future.succeededFuture(work.apply(call)));
    }

    /** A route whose work never blocks and answers later. */
    public Api later(HttpMethod method, String path, Right right, Function<Call, Future<?>> work) {
        return later(method, path, right, usualKb(right), work);
    }

    /** @param bodyKb the longest body, for the few requests that may be longer than most */
    public Api later(HttpMethod method, String path, Right right, int bodyKb, Function<Call, Future<?>> work) {
        return route(method, path, right, bodyKb, ctx -> run(ctx, work, Answers::json));
    }

    /** A route that answers with a file of JSON. */
    public Api file(HttpMethod method, String path, Right right, Function<Call, Future<Path>> work) {
        return route(method, path, right, StrictJson.BODY_KB, ctx -> run(ctx, work, Answers::file));
    }

    private Api route(HttpMethod method, String path, Right right, int bodyKb, Handler<RoutingContext> then) {
        declared.add(new Declared(method, path, right));
        router.route(method, path)
                .handler(ctx -> {
                    Answers.bodyMayBe(ctx, bodyKb);
                    admit(ctx, right);
                })
                .handler(memory.upTo(bodyKb))
                .handler(then);
        return this;
    }

    private static int usualKb(Right right) {
        return right == Right.ANYONE ? OUTSIDE_KB : StrictJson.BODY_KB;
    }

    /** For routes that take other bodies than JSON. */
    public BodyMemory memory() {
        return memory;
    }

    /** All routes of this interface. */
    public List<Declared> declared() {
        return List.copyOf(declared);
    }

    private void admit(RoutingContext ctx, Right right) {
        right.check(ctx, directory);
        String type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw Problem.NOT_JSON.with();
        }
        ctx.next();
    }

    private static <T> void run(RoutingContext ctx, Function<Call, ? extends Future<? extends T>> work, BiConsumer<RoutingContext, T> answering) {
        Future<? extends T> answer;
        try {
            answer = work.apply(new Call(ctx));
        } catch (RuntimeException e) {
            answer = Future.failedFuture(e);
        }
        answer.onSuccess(value -> answering.accept(ctx, value)).onFailure(failure -> Answers.failure(ctx, failure));
    }
}
