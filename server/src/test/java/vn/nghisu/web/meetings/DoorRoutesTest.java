package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.attendance.Seating;
import vn.nghisu.meeting.attendance.SeatingCommand;
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.room.Json;
import vn.nghisu.room.Room;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** Checking in at the door with a personal code: by the secretary, and by a device that was set up for it. */
@ExtendWith(FreshServer.class)
class DoorRoutesTest {
    private static final String MEETING = "/api/meetings/" + MeetingServer.MEETING;
    private static final String KEYS = "/api/bodies/" + MeetingServer.BODY + "/reception-keys";

    @TempDir
    private Path folder;

    private MeetingServer server;

    private HttpResponse<byte[]> post(String cookie, String path, String body) {
        return server.send(cookie, "POST", path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    private JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return Json.MAPPER.readTree(answer.body());
    }

    private String own(String person) throws IOException {
        HttpResponse<byte[]> made = post(server.cookie(person), MEETING + "/door-code", "{}");
        assertThat(made.statusCode()).isEqualTo(201);
        return json(made).get("token").asText();
    }

    private JsonNode scanned(String cookie, String path, String code) throws IOException {
        HttpResponse<byte[]> answer = post(cookie, path, "{\"code\":\"" + code + "\"}");
        assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        return json(answer);
    }

    private JsonNode bySecretary(String code) throws IOException {
        return scanned(server.cookie("thuky1"), MEETING + "/arrivals", code);
    }

    private String stateOf(String code) {
        try {
            return bySecretary(code).get("state").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isHere(String person) {
        return server.room().meeting().attendance().isPresent(person);
    }

    @Test
    void a_members_own_code_checks_them_in_once_and_then_says_so() throws Exception {
        server.issue();
        String code = own("member1");
        JsonNode first = bySecretary(code);
        assertThat(first.get("state").asText()).isEqualTo("CHECKED_IN");
        assertThat(first.get("name").asText()).isEqualTo("Nguyễn member1");
        assertThat(first.at("/counts/present").asInt()).isEqualTo(1);
        assertThat(first.get("late").asBoolean()).isFalse();
        assertThat(isHere("member1")).isTrue();
        JsonNode again = bySecretary(code);
        assertThat(again.get("state").asText()).isEqualTo("ALREADY_IN");
        assertThat(again.get("since")).isEqualTo(first.get("since"));
    }

    @Test
    void who_was_there_from_afar_is_in_the_room_after_the_door_and_who_comes_after_the_grace_is_late() throws Exception {
        server.issue();
        server.give("member1", new AttendanceCommand.CheckIn(Manner.REMOTE));
        server.give("thuky1", new AttendanceCommand.SetGrace(0));
        server.give("thuky1", new SessionCommand.OpenMeeting(true));
        assertThat(bySecretary(own("member1")).get("state").asText()).isEqualTo("CHECKED_IN");
        assertThat(server.room().meeting().attendance().of("member1").now()).contains(Manner.IN_ROOM);
        assertThat(bySecretary(own("member2")).get("late").asBoolean()).isTrue();
    }

    @Test
    void every_code_that_does_not_fit_has_its_own_answer_and_checks_nobody_in() throws Exception {
        server.issue();
        String elsewhere = server.accounts.doorCodes().issue("phien-hop-9", "member1", "thuky1").token();
        String stranger = server.accounts.doorCodes().issue(MeetingServer.MEETING, "other1", "thuky1").token();
        String withdrawn = own("member2");
        assertThat(server.send(server.cookie("thuky1"), "DELETE", MEETING + "/door-codes/member2", new byte[0]).statusCode()).isEqualTo(204);
        assertThat(List.of(elsewhere, stranger, withdrawn, "ABCD-EFGH")).extracting(this::stateOf)
                .containsExactly("OTHER_MEETING", "NOT_LISTED", "WITHDRAWN", "UNKNOWN");
        for (String code : List.of(elsewhere, stranger, withdrawn)) {
            assertThat(bySecretary(code).has("name")).isFalse();
        }
        assertThat(List.of("member1", "member2", "other1")).noneMatch(this::isHere);
        assertThat(bySecretary(own("member2")).get("state").asText()).isEqualTo("CHECKED_IN");
    }

    @Test
    void codes_are_for_people_of_an_issued_meeting_and_the_door_for_those_who_lead() throws Exception {
        assertThat(post(server.cookie("thuky1"), MEETING + "/door-code", "{}").statusCode()).as("a draft").isEqualTo(404);
        server.issue();
        assertThat(post(server.cookie("other1"), MEETING + "/door-code", "{}").statusCode()).isEqualTo(404);
        String code = own("member1");
        assertThat(post(server.cookie("member2"), MEETING + "/arrivals", "{\"code\":\"" + code + "\"}").statusCode()).isEqualTo(403);
        assertThat(post(server.cookie("other1"), MEETING + "/arrivals", "{\"code\":\"" + code + "\"}").statusCode()).isEqualTo(404);
        assertThat(post(server.cookie("member2"), MEETING + "/door-codes/member1", "{}").statusCode()).isEqualTo(403);
        assertThat(server.get(server.cookie("member2"), MEETING + "/arrivals").statusCode()).isEqualTo(403);
        assertThat(json(server.get(server.cookie("thuky1"), MEETING + "/arrivals")).at("/meeting/title").asText()).isEqualTo("Phiên họp thử");
        assertThat(server.send(server.cookie("member1"), "DELETE", MEETING + "/door-codes/member1", new byte[0]).statusCode()).isEqualTo(403);
        JsonNode card = json(post(server.cookie("thuky1"), MEETING + "/door-codes/member1", "{}"));
        assertThat(bySecretary(card.get("typed").asText().toLowerCase()).get("state").asText()).isEqualTo("CHECKED_IN");
        server.give("thuky1", new SessionCommand.OpenMeeting(true));
        server.give("thuky1", new SessionCommand.CloseMeeting());
        assertThat(post(server.cookie("thuky1"), MEETING + "/door-code", "{}").statusCode()).as("a closed meeting gives no codes").isEqualTo(404);
        String known = server.accounts.doorCodes().issue(MeetingServer.MEETING, "member2", "thuky1").token();
        HttpResponse<byte[]> late = post(server.cookie("thuky1"), MEETING + "/arrivals", "{\"code\":\"" + known + "\"}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).get("code").asText()).isEqualTo("MEETING_OVER");
    }

    @Test
    void a_device_at_the_door_takes_people_in_until_the_secretary_ends_it() throws Exception {
        server.issue();
        assertThat(post(server.cookie("member1"), KEYS, "{}").statusCode()).isIn(403, 404);
        String path = json(post(server.cookie("thuky1"), KEYS, "{}")).get("path").asText();
        assertThat(path).startsWith("/web/reception.html#key=");
        String key = path.substring(path.indexOf('=') + 1);
        assertThat(post("", "/api/reception", "{\"key\":\"wrong\"}").statusCode()).isEqualTo(401);
        HttpResponse<byte[]> entered = post("", "/api/reception", "{\"key\":\"" + key + "\"}");
        assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow()).contains("HTTPOnly", "SameSite=Strict", "Path=/api/reception");
        assertThat(json(entered).at("/meeting/title").asText()).isEqualTo("Phiên họp thử");
        String cookie = "nghisu-reception=" + key;
        String code = own("member1");
        assertThat(post("", "/api/reception/arrivals", "{\"code\":\"" + code + "\"}").statusCode()).isEqualTo(401);
        assertThat(scanned(cookie, "/api/reception/arrivals", code).get("state").asText()).isEqualTo("CHECKED_IN");
        assertThat(isHere("member1")).isTrue();
        assertThat(json(server.get(cookie, "/api/reception")).at("/meeting/counts/present").asInt()).isEqualTo(1);
        assertThat(server.get(cookie, MEETING + "/readings").statusCode()).as("it opens nothing else").isEqualTo(401);
        JsonNode listed = json(server.get(server.cookie("thuky1"), KEYS)).get("devices");
        assertThat(listed.get(0).get("lastSeen").asLong()).isPositive();
        assertThat(server.send(server.cookie("thuky1"), "DELETE", KEYS + "/" + listed.get(0).get("id").asText(), new byte[0]).statusCode()).isEqualTo(204);
        assertThat(server.get(cookie, "/api/reception").statusCode()).isEqualTo(401);
    }

    /** A form that is out counts as a meeting that has begun, and nobody comes to it. */
    @Test
    void an_opinion_form_that_is_out_does_not_stand_in_the_door_of_the_meeting() throws Exception {
        server.issue();
        Room form = server.rooms.find(made("OPINION_FORM", "Phiếu lấy ý kiến", Instant.now().plusSeconds(3_600))).orElseThrow();
        MeetingServer.give(form, Caller.person("thuky1"), new VoteCommand.PrepareVote("cau-hoi-1", new Vote.Motion("Đồng ý?", Optional.empty(), Mode.OPEN,
                new Form.Answers(ChoiceSet.OPINION), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS)));
        MeetingServer.give(form, Caller.person("thuky1"), new PreparationCommand.IssueMeeting());
        assertThat(Circulation.isOut(form.meeting())).isTrue();

        String path = json(post(server.cookie("thuky1"), KEYS, "{}")).get("path").asText();
        String key = path.substring(path.indexOf('=') + 1);
        assertThat(json(post("", "/api/reception", "{\"key\":\"" + key + "\"}")).at("/meeting/title").asText()).isEqualTo("Phiên họp thử");
        assertThat(scanned("nghisu-reception=" + key, "/api/reception/arrivals", own("member1")).get("state").asText()).isEqualTo("CHECKED_IN");
    }

    @Test
    void codes_are_not_tried_without_end() {
        server.issue();
        assertThat(IntStream.range(0, 500).map(i -> post(server.cookie("thuky1"), MEETING + "/arrivals", "{\"code\":\"ABCD-EFGH\"}").statusCode())
                .filter(status -> status != 200).findFirst()).hasValue(429);
    }

    @Test
    void a_new_meeting_of_the_body_has_the_seats_of_the_last_one() throws Exception {
        server.give("thuky1", new SeatingCommand.LaySeats(List.of(new Seating.Seat("s001", 10, 10, "", Optional.of("member1")),
                new Seating.Seat("s002", 20, 10, "A2", Optional.empty()))));
        assertThat(laterMeeting().attendance().seating()).isEqualTo(server.room().meeting().attendance().seating());
    }

    @Test
    void a_new_meeting_of_the_body_counts_as_late_who_was_late_in_the_last_one_though_no_seats_were_laid() throws Exception {
        server.give("thuky1", new AttendanceCommand.SetGrace(15));
        assertThat(laterMeeting().attendance().graceMinutes()).isEqualTo(15);
        assertThat(laterMeeting().attendance().graceMinutes()).isEqualTo(15);
    }

    private Meeting laterMeeting() throws Exception {
        return server.rooms.find(made("REGULAR", "Phiên sau", Instant.parse("2027-01-05T03:00:00Z"))).orElseThrow().meeting();
    }

    private String made(String kind, String title, Instant endsAt) throws IOException {
        return json(post(server.cookie("thuky1"), "/api/meetings", "{\"bodyId\":\"" + MeetingServer.BODY + "\",\"title\":\"" + title + "\",\"kind\":\"" + kind
                + "\",\"room\":\"\",\"startsAt\":\"" + endsAt.minusSeconds(7_200) + "\",\"endsAt\":\"" + endsAt + "\"}")).get("id").asText();
    }
}
