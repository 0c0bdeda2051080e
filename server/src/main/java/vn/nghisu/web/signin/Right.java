package vn.nghisu.web.signin;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import vn.nghisu.people.Directory;
import vn.nghisu.web.security.Problem;

/** Who may use a route. Rights inside a meeting are the meeting's own affair. */
public enum Right {
    ANYONE,
    SIGNED_IN,
    ADMINISTRATOR,
    /** Chair or secretary of some body, or an administrator. */
    PREPARES_MEETINGS,
    /** A member of the body in the path ({@code :body}), or an administrator. */
    MEMBER_OF_BODY,
    /** Secretary of a body to which the person in the path ({@code :person}) belongs, or an administrator. */
    SECRETARY_OF_PERSON;

    /** @throws vn.nghisu.web.security.Refused (401 or 403) when the request's maker lacks the right */
    void check(RoutingContext ctx, Directory directory) {
        if (this == ANYONE) {
            return;
        }
        if (!has(Guard.signedIn(ctx), ctx, directory)) {
            throw Problem.NOT_ALLOWED.with();
        }
    }

    private boolean has(SignedIn who, RoutingContext ctx, Directory directory) {
        String id = who.person().id();
        return switch (this) {
            case ANYONE, SIGNED_IN -> true;
            case ADMINISTRATOR -> who.isAdministrator();
            case PREPARES_MEETINGS -> who.isAdministrator() || !who.caller(directory).prepares().isEmpty();
            case MEMBER_OF_BODY -> who.isAdministrator()
                    || Optional.ofNullable(ctx.pathParam("body")).filter(who::reaches).flatMap(body -> directory.membership(body, id)).isPresent();
            case SECRETARY_OF_PERSON -> who.isAdministrator()
                    || Optional.ofNullable(ctx.pathParam("person")).filter(person -> keepsBodyOf(who, person, directory)).isPresent();
        };
    }

    private static boolean keepsBodyOf(SignedIn who, String person, Directory directory) {
        return who.keeps(directory).stream().anyMatch(body -> directory.membership(body, person).isPresent());
    }
}
