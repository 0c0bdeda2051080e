package vn.nghisu.web.security;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Headers of every response, also of refusals: what a page of ours may load, and that nobody may frame, sniff or be told about it. */
public final class SecurityHeaders implements Handler<RoutingContext> {
    private static final long HSTS_S = 30L * 24 * 3600;
    private static final String PERMISSIONS = "camera=(self), fullscreen=(self), screen-wake-lock=(self), microphone=(), geolocation=(), payment=(),"
            + " usb=(), serial=(), midi=(), display-capture=(), accelerometer=(), gyroscope=(), magnetometer=()";

    private final Origins origins;

    public SecurityHeaders(Origins origins) {
        this.origins = origins;
    }

    @Override
    public void handle(RoutingContext ctx) {
        set(ctx.request());
        if (Origins.host(ctx.request()).isEmpty()) {
            Answers.refuse(ctx, Problem.BAD_HOST.with());
        } else {
            ctx.next();
        }
    }

    /** For what is answered beside the router too. */
    public void set(HttpServerRequest request) {
        Optional<String> host = Origins.host(request);
        MultiMap headers = request.response().headers();
        headers.set("Content-Security-Policy", policy(host.orElse(""), origins.isHttps(request)));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Permissions-Policy", PERMISSIONS);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("X-Frame-Options", "DENY");
        if (origins.isHttpsForGood(request)) {
            headers.set("Strict-Transport-Security", "max-age=" + HSTS_S);
        }
        String path = String.valueOf(request.path());
        if (path.startsWith("/api/") || path.startsWith("/files/")) {
            // the browser's own cache asks nobody, so it would go on showing a withdrawn paper, or one person's to the next; who may
            // keep papers is a tablet's service worker, in a store that is emptied at withdrawal and at sign-out
            headers.set("Cache-Control", "no-store");
            headers.set("Vary", "Cookie");
        }
    }

    /** Safari before 15.6 does not count a socket as 'self', so sockets are named with the host. */
    private static String policy(String host, boolean https) {
        String sockets = host.isEmpty() ? "" : https ? " wss://" + host : " ws://" + host + " wss://" + host;
        return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; manifest-src 'self';"
                + " worker-src 'self'; connect-src 'self'" + sockets + "; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    }
}
