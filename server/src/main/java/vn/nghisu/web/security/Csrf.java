package vn.nghisu.web.security;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses what a foreign page could make a browser send. Whatever changes something needs the header {@code X-Nghisu: 1}, which other
 * origins can't set without asking, and an Origin of ours when it has one (programs have none). A socket is opened by a GET without
 * such a header, so there the Origin is required.
 */
public final class Csrf implements Handler<RoutingContext> {
    public static final String HEADER = "X-Nghisu";

    private final Origins origins;

    public Csrf(Origins origins) {
        this.origins = origins;
    }

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        boolean socket = request.headers().contains(HttpHeaders.UPGRADE, "websocket", true);
        boolean reads = !socket && (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD || request.method() == HttpMethod.OPTIONS);
        boolean foreign = (socket || request.headers().contains(HttpHeaders.ORIGIN)) && !origins.allows(request);
        if (reads) {
            ctx.next();
        } else if (foreign) {
            Answers.refuse(ctx, Problem.FOREIGN_ORIGIN.with());
        } else if (!socket && !"1".equals(request.getHeader(HEADER))) {
            Answers.refuse(ctx, Problem.HEADER_MISSING.with());
        } else {
            ctx.next();
        }
    }
}
