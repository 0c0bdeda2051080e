package vn.nghisu.web.https;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Consumer;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Origins;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.SecurityHeaders;

/**
 * What plain HTTP serves when the server speaks HTTPS: the way there, for a room authority the page on which devices learn to trust
 * it, and {@code /health} for programs on the machine itself. Nobody signs in here and nothing of a meeting is told.
 */
public final class PlainDoor implements Handler<HttpServerRequest> {
    private static final int ELSEWHERE = 307;

    private final Router router;
    private final Addresses addresses;

    /**
     * @param trust the routes of the trust page, where there is a room authority
     * @param page serves the files of the trust page
     */
    public PlainDoor(Vertx vertx, Origins origins, Addresses addresses, Optional<TrustRoutes> trust, Consumer<Router> page, Handler<RoutingContext> health) {
        this.router = Router.router(vertx);
        this.addresses = addresses;
        Answers.install(router);
        router.route().handler(new SecurityHeaders(origins));
        router.get("/health").handler(ctx -> {
            if (isOnThisMachine(ctx.request().remoteAddress())) {
                health.handle(ctx);
            } else {
                ctx.next();
            }
        });
        trust.ifPresent(routes -> {
            // a device that doesn't trust the room yet would meet a warning over HTTPS; one that does is led on by the page
            router.get("/").handler(ctx -> send(ctx, TrustRoutes.PAGE));
            routes.mount(router);
            page.accept(router);
        });
        router.route().handler(this::elsewhere);
    }

    @Override
    public void handle(HttpServerRequest request) {
        router.handle(request);
    }

    private void elsewhere(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
            Answers.refuse(ctx, Problem.HTTPS_ONLY.with(addresses.secure(request)));
            return;
        }
        String path = String.valueOf(request.path());
        // what does not begin with a slash would become part of the host
        send(ctx, addresses.secure(request) + (path.startsWith("/") ? path : "/") + (request.query() == null ? "" : "?" + request.query()));
    }

    /** Not for ever: encryption may be switched off again. */
    private static void send(RoutingContext ctx, String to) {
        ctx.response().setStatusCode(ELSEWHERE).putHeader(HttpHeaders.LOCATION, to).putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end();
    }

    private static boolean isOnThisMachine(SocketAddress address) {
        String host = address == null ? "" : String.valueOf(address.hostAddress());
        return host.startsWith("127.") || host.equals("0:0:0:0:0:0:0:1") || host.equals("::1");
    }
}
