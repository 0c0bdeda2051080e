package vn.nghisu.web.signin;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import vn.nghisu.people.Body;
import vn.nghisu.people.BodyRole;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Membership;
import vn.nghisu.people.RandomIds;
import vn.nghisu.web.security.Problem;

/** Bodies and who sits in them: members see their own, administrators see and keep all. */
final class Bodies {
    private static final int LAST_PLACE = 10_000;

    private final Directory directory;
    private final RandomIds ids = new RandomIds();

    Bodies(Directory directory) {
        this.directory = directory;
    }

    /** A body as entered. */
    record Entered(String name, Optional<String> parent, Optional<String> place, Optional<String> rules) {
        Body body(String id) {
            return new Body(
                    id,
                    Fields.needed(name, Fields.BODY_NAME),
                    Fields.optional(parent, Fields.PARENT),
                    Fields.optional(place, Fields.PLACE),
                    Fields.rules(rules));
        }
    }

    /** A member as entered; without {@code order} the person keeps the place, or comes last. */
    private record EnteredMember(BodyRole role, Optional<Integer> order, boolean votes) {}

    void declare(Api api) {
        api.atOnce(HttpMethod.GET, "/api/rule-templates", Right.SIGNED_IN, call -> Shown.RuleTemplates.all())
                .atOnce(HttpMethod.GET, "/api/bodies", Right.SIGNED_IN, this::list)
                .blocking(HttpMethod.POST, "/api/bodies", Right.ADMINISTRATOR, this::add)
                .atOnce(HttpMethod.GET, "/api/bodies/:body", Right.MEMBER_OF_BODY, call -> shown(call, body(call)))
                .blocking(HttpMethod.PUT, "/api/bodies/:body", Right.ADMINISTRATOR, this::edit)
                .atOnce(HttpMethod.GET, "/api/bodies/:body/members", Right.MEMBER_OF_BODY, this::members)
                .blocking(HttpMethod.PUT, "/api/bodies/:body/members/:person", Right.ADMINISTRATOR, this::seat)
                .blocking(HttpMethod.DELETE, "/api/bodies/:body/members/:person", Right.ADMINISTRATOR, this::unseat);
    }

    private Object list(Call call) {
        return new Shown.Bodies(directory.bodies().stream()
                .filter(body -> call.who().isAdministrator() || mine(call, body).isPresent())
                .map(body -> shown(call, body))
                .toList());
    }

    private Object add(Call call) {
        Body body = call.body(Entered.class).body(ids.get());
        directory.save(body);
        return shown(call, body);
    }

    private Object edit(Call call) {
        Body body = call.body(Entered.class).body(body(call).id());
        directory.save(body);
        return shown(call, body);
    }

    private Object members(Call call) {
        return new Shown.Members(directory.members(body(call).id()).stream()
                .map(m -> Shown.member(m, directory.person(m.person()).orElseThrow()))
                .toList());
    }

    private Object seat(Call call) {
        EnteredMember entered = call.body(EnteredMember.class);
        String person = call.path("person");
        List<Membership> all = directory.members(body(call).id());
        int last = all.stream().mapToInt(Membership::order).max().orElse(-1) + 1;
        int kept = directory.membership(call.path("body"), person).map(Membership::order).orElse(last);
        int order = entered.order().orElse(kept);
        if (order < 0 || order > LAST_PLACE) {
            throw Problem.BAD_REQUEST.with();
        }
        Membership membership = new Membership(call.path("body"), person, entered.role(), order, entered.votes());
        directory.save(membership);
        return Shown.member(membership, directory.person(person).orElseThrow());
    }

    private Object unseat(Call call) {
        directory.remove(body(call).id(), call.path("person"));
        return null;
    }

    private Body body(Call call) {
        return directory.body(call.path("body")).orElseThrow(Problem.NO_SUCH_BODY::with);
    }

    private Shown.BodyOfMine shown(Call call, Body body) {
        return Shown.body(body, mine(call, body));
    }

    private Optional<Membership> mine(Call call, Body body) {
        return directory.membership(body.id(), call.who().person().id()).filter(membership -> call.who().reaches(membership.body()));
    }
}
