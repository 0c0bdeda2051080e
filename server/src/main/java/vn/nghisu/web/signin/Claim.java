package vn.nghisu.web.signin;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * Whom a page believes to act for, in the header {@code X-Nghisu-As} or, where a page can't set headers, the address's {@code as}: a
 * person's id, or {@code screen}. All pages of a browser share its cookie, and on a lent tablet it becomes another person's while an
 * older page stands open: what that page still sends must not count as the other person's.
 */
public record Claim(Optional<String> who) {
    private static final String HEADER = "X-Nghisu-As";
    private static final String PARAMETER = "as";
    private static final String NOBODY = "";

    public static Claim of(HttpServerRequest request) {
        return new Claim(Optional.ofNullable(request.getHeader(HEADER)).or(() -> parameter(request)));
    }

    private static Optional<String> parameter(HttpServerRequest request) {
        try {
            return Optional.ofNullable(request.getParam(PARAMETER));
        } catch (IllegalArgumentException brokenEscape) {
            return Optional.of(NOBODY);
        }
    }

    /** Whether somebody may answer to it; who claims nothing takes what the cookie says. */
    public boolean fits(String person) {
        return who.isEmpty() || who.get().equals(person);
    }
}
