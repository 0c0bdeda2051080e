package vn.nghisu.web.indicators;

import vn.nghisu.people.Body;
import vn.nghisu.people.BodyRole;
import vn.nghisu.people.Directory;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Call;

/** Who may do what with a body's indicators; to everybody else there is no such body. */
final class BodyGate {
    private final Directory directory;

    BodyGate(Directory directory) {
        this.directory = directory;
    }

    /** The body in the path, for those who sit in it; guests do not. */
    Body read(Call call) {
        Body body = body(call);
        boolean inside = call.who().reaches(body.id())
                && directory.membership(body.id(), call.who().person().id()).filter(membership -> membership.role() != BodyRole.GUEST).isPresent();
        return allowed(body, inside);
    }

    /** For its chair and secretaries. */
    Body write(Call call) {
        Body body = body(call);
        return allowed(body, prepares(call, body));
    }

    /** For those and administrators. */
    Body keep(Call call) {
        Body body = body(call);
        return allowed(body, call.who().isAdministrator() || prepares(call, body));
    }

    boolean prepares(Call call, Body body) {
        return call.who().caller(directory).prepares().contains(body.id());
    }

    private Body body(Call call) {
        return directory.body(call.path("body")).orElseThrow(Problem.NOT_FOUND::with);
    }

    private static Body allowed(Body body, boolean allowed) {
        if (!allowed) {
            throw Problem.NOT_FOUND.with();
        }
        return body;
    }
}
