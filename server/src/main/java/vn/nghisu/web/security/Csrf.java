package vn.nghisu.web.security;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Refuses what a foreign page could make a browser send. Whatever changes something needs the header {@code X-Nghisu: 1}, which other
 * origins can't set without asking, and an Origin of ours when it has one (programs have none). A socket is opened by a GET without
 * such a header, so there the Origin is required. Programs with a token go to one address, which looks at the token alone; a browser can't send one unasked either.
 */
public final class Csrf implements Handler<RoutingContext> {
    public static final String HEADER = "X-Nghisu";

    /** Where programs bring values with a token. */
    public static final String FOR_PROGRAMS = "/api/indicators/values";
    private static final String BEARER = "Bearer ";
    private static final int TOKEN_CHARACTERS = 100;

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
        } else if (!socket && !"1".equals(request.getHeader(HEADER)) && !isProgram(request)) {
            Answers.refuse(ctx, Problem.HEADER_MISSING.with());
        } else {
            ctx.next();
        }
    }

    private static boolean isProgram(HttpServerRequest request) {
        return FOR_PROGRAMS.equals(request.path()) && bearer(request.getHeader(HttpHeaders.AUTHORIZATION)).isPresent();
    }

    /** The token in a header Authorization. */
    public static Optional<String> bearer(String header) {
        return Optional.ofNullable(header).filter(text -> text.startsWith(BEARER) && text.length() <= BEARER.length() + TOKEN_CHARACTERS)
                .map(text -> text.substring(BEARER.length()).strip()).filter(token -> !token.isEmpty());
    }
}
