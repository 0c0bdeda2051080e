package vn.nghisu.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.people.Body;
import vn.nghisu.people.BodyRole;
import vn.nghisu.people.Invitees;
import vn.nghisu.people.Membership;
import vn.nghisu.people.Person;
import vn.nghisu.people.SystemRole;
import vn.nghisu.room.Answer;
import vn.nghisu.room.Json;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** The secretary of one body gives a code to a member who chairs another: the code opens no door that is not the secretary's. */
@ExtendWith(FreshServer.class)
class CodeReachTest {
    private static final String OTHER_BODY = "hoi-dong";
    private static final String OTHER_MEETING = "phien-hop-2";
    private static final String WANTED = "{\"bodyId\":\"" + OTHER_BODY + "\",\"title\":\"Phiên lạ\",\"kind\":\"REGULAR\",\"room\":\"\","
            + "\"startsAt\":\"2026-12-24T01:00:00Z\",\"endsAt\":\"2026-12-24T02:00:00Z\"}";

    @TempDir
    private Path folder;

    private MeetingServer server;

    @BeforeEach
    void two_bodies() throws Exception {
        server.issue();
        person("admin1", SystemRole.ADMINISTRATOR);
        server.accounts.directory().save(new Body(OTHER_BODY, "HỘI ĐỒNG", "", "", ""));
        server.accounts.directory().save(new Membership(OTHER_BODY, "member1", BodyRole.CHAIR, 0, true));
        server.accounts.directory().save(new Membership(OTHER_BODY, "other1", BodyRole.SECRETARY, 1, false));
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        server.rooms.create(OTHER_MEETING).give(new Caller("other1", Set.of(OTHER_BODY)), UUID.randomUUID(),
                new PreparationCommand.CreateMeeting("Việc riêng của hội đồng", Kind.REGULAR, OTHER_BODY, "HỘI ĐỒNG", "", "", "", Instant.now().plusSeconds(600),
                        Instant.now().plusSeconds(7_800), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS,
                        Invitees.of(server.accounts.directory(), OTHER_BODY)), answer::complete);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void a_secretarys_code_shows_and_moves_nothing_of_a_body_that_is_not_theirs() throws Exception {
        String cookie = byCode("thuky1", "member1");
        assertThat(text(server.get(cookie, "/api/meetings"))).contains(MeetingServer.MEETING).doesNotContain(OTHER_MEETING, "riêng");
        assertThat(text(server.get(cookie, "/api/me"))).contains(MeetingServer.BODY).doesNotContain(OTHER_BODY);
        assertThat(text(server.get(cookie, "/api/bodies"))).contains(MeetingServer.BODY).doesNotContain(OTHER_BODY);
        assertThat(server.get(cookie, "/api/bodies/" + OTHER_BODY + "/members").statusCode()).isEqualTo(403);
        assertThat(server.get(cookie, "/api/people").statusCode()).isEqualTo(403);
        assertThat(text(cancel(cookie))).contains("NO_SUCH_MEETING");
        assertThat(post(cookie, "/api/meetings", WANTED).statusCode()).isIn(403, 404);
    }

    @Test
    void what_an_administrator_gives_or_the_person_opens_by_a_password_reaches_everything_of_the_person() throws Exception {
        for (String cookie : List.of(byCode("admin1", "member1"), server.cookie("member1"))) {
            assertThat(text(server.get(cookie, "/api/meetings"))).contains(MeetingServer.MEETING, OTHER_MEETING);
            assertThat(text(server.get(cookie, "/api/me"))).contains(MeetingServer.BODY, OTHER_BODY);
        }
        assertThat(cancel(byCode("admin1", "member1")).statusCode()).isEqualTo(200);
    }

    @Test
    void who_came_in_by_a_code_gives_no_code_beyond_it() throws Exception {
        server.accounts.directory().save(new Membership(OTHER_BODY, "thuky1", BodyRole.SECRETARY, 2, false));
        person("la1", SystemRole.NONE);
        person("thuky2", SystemRole.NONE);
        server.accounts.directory().save(new Membership(OTHER_BODY, "la1", BodyRole.MEMBER, 3, true));
        server.accounts.directory().save(new Membership(MeetingServer.BODY, "thuky2", BodyRole.SECRETARY, 9, false));
        String cookie = byCode("thuky2", "thuky1");
        assertThat(post(cookie, "/api/people/la1/codes", "{}").statusCode()).isEqualTo(403);
        String narrow = signIn(Json.MAPPER.readTree(post(cookie, "/api/people/member1/codes", "{}").body()).get("code").asText());
        assertThat(text(server.get(narrow, "/api/meetings"))).contains(MeetingServer.MEETING).doesNotContain(OTHER_MEETING);
    }

    private void person(String id, SystemRole role) {
        server.accounts.directory().save(new Person(id, "Nguyễn " + id, "", "", Optional.empty(), id, role, Language.VI, true));
    }

    /** The cookie of a tablet that signs in for a person by a code that another gave. */
    private String byCode(String issuer, String person) throws Exception {
        HttpResponse<byte[]> given = post(server.cookie(issuer), "/api/people/" + person + "/codes", "{}");
        assertThat(given.statusCode()).isEqualTo(200);
        return signIn(Json.MAPPER.readTree(given.body()).get("code").asText());
    }

    private String signIn(String code) {
        HttpResponse<byte[]> in = post("", "/api/sign-in/code", "{\"code\":\"" + code + "\"}");
        assertThat(in.statusCode()).isEqualTo(200);
        return in.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    }

    private HttpResponse<byte[]> cancel(String cookie) {
        return post(cookie, "/api/meetings/" + OTHER_MEETING + "/commands",
                "{\"id\":\"" + UUID.randomUUID() + "\",\"command\":{\"type\":\"cancelMeeting\",\"reason\":\"bão\"}}");
    }

    private HttpResponse<byte[]> post(String cookie, String path, String json) {
        return server.send(cookie, "POST", path, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
