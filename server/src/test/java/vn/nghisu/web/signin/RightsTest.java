package vn.nghisu.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.web.signin.RightsTest.Who.ADMINISTRATOR;
import static vn.nghisu.web.signin.RightsTest.Who.ADMINISTRATOR_BY_CODE;
import static vn.nghisu.web.signin.RightsTest.Who.CHAIR;
import static vn.nghisu.web.signin.RightsTest.Who.MEMBER;
import static vn.nghisu.web.signin.RightsTest.Who.NOBODY;
import static vn.nghisu.web.signin.RightsTest.Who.SECRETARY;
import static vn.nghisu.web.signin.RightsTest.Who.SECRETARY_ELSEWHERE;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.nghisu.people.BodyRole;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Membership;
import vn.nghisu.people.Persons;
import vn.nghisu.people.Session;
import vn.nghisu.web.TestServer;

/** The table of who may use which route, tried out: each route by each kind of person. */
class RightsTest {
    enum Who {
        NOBODY,
        MEMBER,
        SECRETARY,
        CHAIR,
        SECRETARY_ELSEWHERE,
        ADMINISTRATOR,
        ADMINISTRATOR_BY_CODE
    }

    private static final Set<Who> ANYONE = EnumSet.allOf(Who.class);
    private static final Set<Who> SIGNED_IN = EnumSet.complementOf(EnumSet.of(NOBODY));
    private static final Set<Who> ADMINISTRATORS = EnumSet.of(ADMINISTRATOR);
    private static final Set<Who> OF_THE_BODY = EnumSet.of(MEMBER, SECRETARY, CHAIR, ADMINISTRATOR);
    private static final Map<String, Set<Who>> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put("POST /api/sign-in", ANYONE);
        TABLE.put("POST /api/sign-in/code", ANYONE);
        TABLE.put("POST /api/sign-out", ANYONE);
        TABLE.put("GET /api/me", SIGNED_IN);
        TABLE.put("GET /api/setup", ANYONE);
        TABLE.put("POST /api/setup", ANYONE);
        TABLE.put("POST /api/me/password", SIGNED_IN);
        TABLE.put("POST /api/me/language", SIGNED_IN);
        TABLE.put("GET /api/me/sessions", SIGNED_IN);
        TABLE.put("DELETE /api/me/sessions/:session", SIGNED_IN);
        TABLE.put("GET /api/people", EnumSet.of(SECRETARY, CHAIR, SECRETARY_ELSEWHERE, ADMINISTRATOR));
        TABLE.put("POST /api/people", ADMINISTRATORS);
        TABLE.put("GET /api/people/:person", ADMINISTRATORS);
        TABLE.put("PUT /api/people/:person", ADMINISTRATORS);
        TABLE.put("POST /api/people/:person/password", ADMINISTRATORS);
        TABLE.put("POST /api/people/:person/codes", EnumSet.of(SECRETARY, ADMINISTRATOR));
        TABLE.put("GET /api/people/:person/sessions", ADMINISTRATORS);
        TABLE.put("DELETE /api/people/:person/sessions", ADMINISTRATORS);
        TABLE.put("GET /api/rule-templates", SIGNED_IN);
        TABLE.put("GET /api/bodies", SIGNED_IN);
        TABLE.put("POST /api/bodies", ADMINISTRATORS);
        TABLE.put("GET /api/bodies/:body", OF_THE_BODY);
        TABLE.put("PUT /api/bodies/:body", ADMINISTRATORS);
        TABLE.put("GET /api/bodies/:body/members", OF_THE_BODY);
        TABLE.put("PUT /api/bodies/:body/members/:person", ADMINISTRATORS);
        TABLE.put("DELETE /api/bodies/:body/members/:person", ADMINISTRATORS);
    }

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
        Directory directory = server.accounts.directory();
        directory.savePersons(List.of(
                Persons.person("member", "An"),
                Persons.person("secretary", "Bình"),
                Persons.person("chair", "Chủ"),
                Persons.person("elsewhere", "Dũng"),
                Persons.person("subject", "Đức"),
                Persons.administrator("admin", "Giang")));
        directory.save(Persons.body("body", "Ban"));
        directory.save(Persons.body("other", "Hội đồng"));
        directory.saveMemberships(List.of(
                new Membership("body", "member", BodyRole.MEMBER, 0, true),
                new Membership("body", "secretary", BodyRole.SECRETARY, 0, false),
                new Membership("body", "chair", BodyRole.CHAIR, 0, true),
                new Membership("body", "subject", BodyRole.MEMBER, 0, true),
                new Membership("other", "elsewhere", BodyRole.SECRETARY, 0, false)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_table_names_every_route_and_no_other() {
        assertThat(TABLE.keySet())
                .containsExactlyInAnyOrderElementsOf(server.door.api().declared().stream().map(d -> d.method() + " " + d.path()).toList());
    }

    @TestFactory
    Stream<DynamicTest> each_route_lets_in_whom_the_table_names() {
        return TABLE.entrySet().stream().map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
            Map<Who, Integer> statuses = Stream.of(Who.values()).collect(Collectors.toMap(who -> who, who -> status(row.getKey(), who)));
            Set<Who> letIn = statuses.entrySet().stream()
                    .filter(e -> e.getValue() != 401 && e.getValue() != 403)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            assertThat(letIn).as(statuses.toString()).isEqualTo(row.getValue());
            if (!row.getValue().contains(NOBODY)) {
                assertThat(statuses.get(NOBODY)).isEqualTo(401);
            }
            assertThat(statuses.values()).allMatch(status -> status < 500);
        }));
    }

    @Test
    void members_see_their_own_bodies_only_and_an_unknown_body_looks_like_a_foreign_one() {
        assertThat(browser(MEMBER).get("/api/bodies").body()).contains("\"id\":\"body\"").doesNotContain("other");
        assertThat(browser(ADMINISTRATOR).get("/api/bodies").body()).contains("\"id\":\"body\"", "\"id\":\"other\"");
        assertThat(browser(MEMBER).get("/api/bodies/other/members").body()).isEqualTo(browser(MEMBER).get("/api/bodies/unknown/members").body());
    }

    @Test
    void who_prepares_meetings_sees_names_and_posts_but_no_accounts() {
        assertThat(browser(SECRETARY).get("/api/people").body()).contains("Giang").doesNotContain("signInName", "email", "systemRole");
        assertThat(browser(ADMINISTRATOR).get("/api/people").body()).contains("Giang", "signInName", "admin@example.vn");
    }

    private static int status(String route, Who who) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1).replace(":person", "subject").replace(":body", "body").replace(":session", "none");
        return browser(who).send(method, path, method.equals("GET") || method.equals("DELETE") ? "" : "{}").statusCode();
    }

    private static TestServer.Browser browser(Who who) {
        return switch (who) {
            case NOBODY -> server.browser();
            case MEMBER -> server.signedIn("member");
            case SECRETARY -> server.signedIn("secretary");
            case CHAIR -> server.signedIn("chair");
            case SECRETARY_ELSEWHERE -> server.signedIn("elsewhere");
            case ADMINISTRATOR -> server.signedIn("admin");
            case ADMINISTRATOR_BY_CODE -> server.signedIn("admin", Session.Manner.CODE);
        };
    }
}
