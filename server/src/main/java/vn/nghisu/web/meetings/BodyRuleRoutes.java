package vn.nghisu.web.meetings;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.franchise.BodyRules;
import vn.nghisu.meeting.franchise.Practice.NamedRule;
import vn.nghisu.meeting.vote.RuleTemplate;
import vn.nghisu.people.Body;
import vn.nghisu.people.Directory;
import vn.nghisu.people.WrittenRules;
import vn.nghisu.room.Json;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/** How a body votes (product V2): read by its members, written by an administrator or those who prepare its meetings; meetings that are there keep theirs. */
final class BodyRuleRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(BodyRuleRoutes.class);
    private static final String RULES = "/api/bodies/:body/voting-rules";
    private static final Text RULE_NAME = new Text("tên quy tắc biểu quyết", "the rule's name");

    private final Directory directory;
    private final WrittenRules written;

    BodyRuleRoutes(Directory directory, WrittenRules written) {
        this.directory = directory;
        this.written = written;
    }

    void declare(Api api) {
        api.atOnce(HttpMethod.GET, RULES, Right.MEMBER_OF_BODY, call -> new Shown(of(body(call)), written.of(body(call).id()).isPresent()))
                .blocking(HttpMethod.PUT, RULES, Right.PREPARES_MEETINGS, this::write)
                .blocking(HttpMethod.DELETE, RULES, Right.PREPARES_MEETINGS, this::drop);
    }

    /** @param own whether the body has written them; else they are those of its template */
    record Shown(BodyRules rules, boolean own) {}

    BodyRules of(Body body) {
        return written.of(body.id()).map(BodyRuleRoutes::read).orElseGet(() -> BodyRules.of(RuleTemplate.orUsual(body.rules())));
    }

    private static BodyRules read(String json) {
        try {
            return Json.MAPPER.readValue(json, BodyRules.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the rules of a body can't be read", e);
        }
    }

    private Object write(Call call) {
        Body body = kept(call);
        BodyRules rules = call.body(BodyRules.class);
        List<String> names = rules.practice().rules().stream().map(NamedRule::name).toList();
        boolean good = names.stream().allMatch(name -> !name.isBlank() && name.length() <= Limits.NAME_CHARACTERS) && names.stream().distinct().count() == names.size();
        String json = Json.write(rules);
        if (!good || json.length() > WrittenRules.CHARACTERS) {
            throw Problem.FIELD_WRONG.with(RULE_NAME);
        }
        written.write(body.id(), json);
        LOG.info("Body {} has new rules for votes, by {}", body.id(), call.who().person().id());
        return new Shown(rules, true);
    }

    private Object drop(Call call) {
        Body body = kept(call);
        written.drop(body.id());
        LOG.info("Body {} goes by its template, by {}", body.id(), call.who().person().id());
        return new Shown(of(body), false);
    }

    private Body body(Call call) {
        return directory.body(call.path("body")).orElseThrow(Problem.NO_SUCH_BODY::with);
    }

    /** The body in the path, for those who prepare its meetings and administrators. */
    private Body kept(Call call) {
        Body body = body(call);
        if (!call.who().isAdministrator() && !call.who().caller(directory).prepares().contains(body.id())) {
            throw Problem.NO_SUCH_BODY.with();
        }
        return body;
    }
}
