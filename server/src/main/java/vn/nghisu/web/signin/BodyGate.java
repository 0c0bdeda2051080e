package vn.nghisu.web.signin;

import vn.nghisu.people.Body;
import vn.nghisu.people.BodyRole;
import vn.nghisu.people.Directory;
import vn.nghisu.web.security.Problem;

/** Who may do what with what belongs to a body; to everybody else there is no such body. */
public final class BodyGate {
    private final Directory directory;

    public BodyGate(Directory directory) {
        this.directory = directory;
    }

    /** The body in the path, for those who sit in it; guests do not. */
    public Body read(Call call) {
        Body body = body(call.path("body"));
        boolean inside = call.who().reaches(body.id())
                && directory.membership(body.id(), call.who().person().id()).filter(membership -> membership.role() != BodyRole.GUEST).isPresent();
        return allowed(body, inside);
    }

    /** For its chair and secretaries. */
    public Body write(Call call) {
        Body body = body(call.path("body"));
        return allowed(body, prepares(call.who(), body));
    }

    /** For those and administrators. */
    public Body keep(Call call) {
        return keep(call.who(), call.path("body"));
    }

    /** The same, where the body is known by its id. */
    public Body keep(SignedIn who, String id) {
        Body body = body(id);
        return allowed(body, who.isAdministrator() || prepares(who, body));
    }

    public boolean prepares(SignedIn who, Body body) {
        return who.caller(directory).prepares().contains(body.id());
    }

    private Body body(String id) {
        return directory.body(id).orElseThrow(Problem.NO_SUCH_BODY::with);
    }

    private static Body allowed(Body body, boolean allowed) {
        if (!allowed) {
            throw Problem.NO_SUCH_BODY.with();
        }
        return body;
    }
}
