package vn.nghisu.web.signin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import vn.nghisu.people.Sessions;
import vn.nghisu.web.security.Origins;

/**
 * The cookie that carries a session's token. Over https and on the machine itself it is {@code __Host-nghisu}, which no other host
 * and no plain connection can read or set (Chromium 156 keeps it on http://127.0.0.1 and http://localhost and sends it with requests
 * and sockets; Safari does not, there use https). Over plain http in a LAN browsers would drop that one, so a plain {@code nghisu} takes its
 * place: good for a trial, not for a meeting.
 */
final class SessionCookie {
    static final String SECURE_NAME = "__Host-nghisu";
    static final String PLAIN_NAME = "nghisu";

    private final Origins origins;

    SessionCookie(Origins origins) {
        this.origins = origins;
    }

    Optional<String> token(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(name(request))).map(Cookie::getValue);
    }

    void give(HttpServerRequest request, HttpServerResponse response, String token) {
        response.addCookie(cookie(request, token).setMaxAge(Sessions.ABSOLUTE_LIMIT.toSeconds()));
    }

    void take(HttpServerRequest request, HttpServerResponse response) {
        response.addCookie(cookie(request, "").setMaxAge(0));
    }

    private Cookie cookie(HttpServerRequest request, String value) {
        return Cookie.cookie(name(request), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(origins.isTrustworthy(request));
    }

    private String name(HttpServerRequest request) {
        return origins.isTrustworthy(request) ? SECURE_NAME : PLAIN_NAME;
    }
}
