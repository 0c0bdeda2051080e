package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.people.Body;
import vn.nghisu.people.BodyRole;
import vn.nghisu.people.Membership;
import vn.nghisu.people.Person;
import vn.nghisu.people.SystemRole;
import vn.nghisu.room.Json;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** New meetings from earlier ones and from the body's template, over HTTP. */
@ExtendWith(FreshServer.class)
class EarlierMeetingsTest {
    private static final String EARLIER = "/api/bodies/" + MeetingServer.BODY + "/earlier-meetings";
    private static final String TEMPLATE = "/api/bodies/" + MeetingServer.BODY + "/template";
    private static final String NAMED = "{\"meeting\":\"" + MeetingServer.MEETING + "\"}";

    @TempDir
    private Path folder;

    private MeetingServer server;

    @Test
    void the_secretary_starts_from_an_earlier_meeting_of_the_body() throws Exception {
        JsonNode offered = offered("thuky1");
        assertThat(offered.findValuesAsText("id")).containsExactly(MeetingServer.MEETING);
        assertThat(offered.get(0).get("items").asInt()).isEqualTo(2);
        Meeting made = made("thuky1", MeetingServer.MEETING);
        assertThat(made.head().title()).isEqualTo("Phiên họp mới");
        assertThat(made.agenda().all().map(Item::title)).containsExactly("Báo cáo", "Việc nội bộ");
        assertThat(made.roster()).isEqualTo(server.room().meeting().roster());
    }

    @Test
    void who_may_not_prepare_a_meeting_does_not_start_from_it() throws Exception {
        newSecretary();
        assertThat(offered("other1")).isEmpty();
        assertThat(create("other1", MeetingServer.MEETING).statusCode()).isEqualTo(404);
        assertThat(server.get(server.cookie("member1"), EARLIER).statusCode()).isEqualTo(403);
        assertThat(create("member1", MeetingServer.MEETING).statusCode()).isEqualTo(403);
    }

    @Test
    void a_meeting_of_another_body_is_no_source() throws Exception {
        server.accounts.directory().save(new Body("ban-khac", "BAN KHÁC", "", "", ""));
        server.accounts.directory().save(new Membership("ban-khac", "thuky1", BodyRole.SECRETARY, 0, false));
        assertThat(server.get(server.cookie("thuky1"), "/api/bodies/ban-khac/earlier-meetings").body()).asString().isEqualTo("{\"meetings\":[]}");
        assertThat(send("thuky1", "POST", "/api/meetings", wanted("ban-khac", MeetingServer.MEETING)).statusCode()).isEqualTo(404);
    }

    @Test
    void the_template_is_open_to_whoever_prepares_for_the_body_and_its_maker_is_among_the_secretaries() throws Exception {
        newSecretary();
        assertThat(send("thuky1", "PUT", TEMPLATE, NAMED).statusCode()).isEqualTo(204);
        JsonNode offered = offered("other1");
        assertThat(offered.get(0).get("template").asBoolean()).isTrue();
        Meeting made = made("other1", MeetingServer.MEETING);
        assertThat(made.roster().find("other1")).map(Participant::role).contains(Role.SECRETARY);
        assertThat(made.roster().find("thuky1")).map(Participant::role).contains(Role.SECRETARY);
        assertThat(Rights.of(made, Caller.person("other1")).mayPrepare()).isTrue();
        assertThat(Rights.of(server.room().meeting(), Caller.person("other1")).maySeeMeeting()).isFalse();

        assertThat(send("other1", "DELETE", TEMPLATE, "").statusCode()).isEqualTo(204);
        assertThat(offered("other1").findValuesAsText("id")).doesNotContain(MeetingServer.MEETING);
    }

    @Test
    void only_who_prepares_a_meeting_makes_it_the_template() throws Exception {
        newSecretary();
        assertThat(send("other1", "PUT", TEMPLATE, NAMED).statusCode()).isEqualTo(404);
        assertThat(send("member1", "PUT", TEMPLATE, NAMED).statusCode()).isEqualTo(403);
        assertThat(send("thuky1", "PUT", "/api/bodies/unknown/template", NAMED).statusCode()).isEqualTo(404);
        assertThat(offered("thuky1").get(0).get("template").asBoolean()).isFalse();
    }

    @Test
    void people_come_with_their_names_and_posts_of_now_and_without_who_has_left() throws Exception {
        server.accounts.directory().edit("chair1", p -> person("chair1", "Bà chủ tọa mới", true));
        server.accounts.directory().edit("guest1", p -> person("guest1", "Khách", false));
        server.accounts.directory().remove(MeetingServer.BODY, "member2");
        Meeting made = made("thuky1", MeetingServer.MEETING);
        assertThat(made.roster().order()).containsExactly("chair1", "thuky1", "member1");
        assertThat(made.roster().name("chair1")).isEqualTo("Bà chủ tọa mới");
    }

    @Test
    void a_chair_who_has_left_gives_way_to_the_bodys_chair_of_now() throws Exception {
        server.accounts.directory().remove(MeetingServer.BODY, "chair1");
        server.accounts.directory().save(new Membership(MeetingServer.BODY, "member1", BodyRole.CHAIR, 0, true));
        Meeting made = made("thuky1", MeetingServer.MEETING);
        assertThat(made.roster().chair()).map(Participant::id).contains("member1");
        assertThat(made.roster().find("chair1")).isEmpty();
    }

    /** A secretary of the body who was not at the earlier meeting. */
    private void newSecretary() {
        server.accounts.directory().save(new Membership(MeetingServer.BODY, "other1", BodyRole.SECRETARY, 9, false));
    }

    private static Person person(String id, String name, boolean active) {
        return new Person(id, name, "Chức vụ mới", "Đơn vị", Optional.empty(), id, SystemRole.NONE, Language.VI, active);
    }

    private JsonNode offered(String person) throws IOException {
        return Json.MAPPER.readTree(server.get(server.cookie(person), EARLIER).body()).get("meetings");
    }

    private Meeting made(String person, String from) throws IOException {
        HttpResponse<byte[]> answer = create(person, from);
        assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(201);
        return server.rooms.find(Json.MAPPER.readTree(answer.body()).get("id").asText()).orElseThrow().meeting();
    }

    private HttpResponse<byte[]> create(String person, String from) {
        return send(person, "POST", "/api/meetings", wanted(MeetingServer.BODY, from));
    }

    private static String wanted(String body, String from) {
        return "{\"bodyId\":\"" + body + "\",\"title\":\"Phiên họp mới\",\"kind\":\"REGULAR\",\"room\":\"\",\"startsAt\":\"2026-12-01T01:00:00Z\","
                + "\"endsAt\":\"2026-12-01T04:00:00Z\",\"from\":\"" + from + "\"}";
    }

    private HttpResponse<byte[]> send(String person, String method, String path, String body) {
        return server.send(server.cookie(person), method, path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }
}
