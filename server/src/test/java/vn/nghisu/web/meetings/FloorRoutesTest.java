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
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.floor.FloorRules;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.room.Answer;
import vn.nghisu.room.Json;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** A body's rules of the floor and its speaking times over HTTP. */
@ExtendWith(FreshServer.class)
class FloorRoutesTest {
    private static final String FLOOR = "/api/bodies/" + MeetingServer.BODY + "/floor";
    private static final String SPEAKING = "/api/meetings/" + MeetingServer.MEETING + "/speaking";
    private static final FloorRules ASSEMBLY = new FloorRules(new FloorRules.Times(7, 3), FloorRules.Times.FREE, FloorRules.Times.FREE,
            FloorRules.Times.FREE, 2, 0, 45);

    @TempDir
    private Path folder;

    private MeetingServer server;

    @Test
    void a_body_without_rules_limits_nothing() throws Exception {
        assertThat(Json.MAPPER.readValue(server.get(server.cookie("thuky1"), FLOOR).body(), FloorRules.class)).isEqualTo(FloorRules.FREE);
        assertThat(made().floor().rules()).isEqualTo(FloorRules.FREE);
    }

    @Test
    void later_meetings_start_with_the_bodys_rules_and_earlier_ones_keep_theirs() throws Exception {
        assertThat(set("thuky1", ASSEMBLY).statusCode()).isEqualTo(200);
        assertThat(made().floor().rules()).isEqualTo(ASSEMBLY);
        assertThat(server.room().meeting().floor().rules()).isEqualTo(FloorRules.FREE);
        assertThat(set("thuky1", FloorRules.FREE).statusCode()).isEqualTo(200);
        assertThat(made().floor().rules()).isEqualTo(FloorRules.FREE);
    }

    @Test
    void rules_are_set_by_those_who_prepare_the_bodys_meetings_within_sensible_numbers() {
        assertThat(set("member1", ASSEMBLY).statusCode()).isEqualTo(403);
        assertThat(send("thuky1", "PUT", "/api/bodies/nowhere/floor", Json.write(ASSEMBLY)).statusCode()).isEqualTo(404);
        FloorRules endless = new FloorRules(new FloorRules.Times(241, 0), FloorRules.Times.FREE, FloorRules.Times.FREE, FloorRules.Times.FREE, 0, 0, 60);
        assertThat(set("thuky1", endless).statusCode()).isEqualTo(400);
        assertThat(server.get(server.cookie("thuky1"), FLOOR).body()).asString().isEqualTo(Json.write(FloorRules.FREE));
    }

    @Test
    void speaking_times_of_the_year_are_for_those_who_lead() throws Exception {
        server.issue();
        given("chair1", new AttendanceCommand.CheckIn(Manner.IN_ROOM));
        given("member1", new AttendanceCommand.CheckIn(Manner.IN_ROOM));
        given("chair1", new SessionCommand.OpenMeeting(true));
        for (String person : new String[] {"member1", "chair1", "member1"}) {
            given("chair1", new FloorCommand.AppointSpeaker(person, Optional.empty(), false));
        }
        given("chair1", new FloorCommand.EndTurn());
        JsonNode year = Json.MAPPER.readTree(server.get(server.cookie("thuky1"), SPEAKING).body());
        assertThat(year.get("meetings").asInt()).isEqualTo(1);
        assertThat(year.at("/people/member1/turns").asInt()).isEqualTo(2);
        assertThat(year.at("/people/member1/meetings").asInt()).isEqualTo(1);
        assertThat(year.at("/people/chair1/turns").asInt()).isEqualTo(1);
        assertThat(year.at("/people/member2").isMissingNode()).isTrue();
        assertThat(server.get(server.cookie("member1"), SPEAKING).statusCode()).isEqualTo(404);
        assertThat(server.get("", SPEAKING).statusCode()).isEqualTo(401);
    }

    private void given(String person, vn.nghisu.meeting.Command command) {
        assertThat(server.give(person, command)).isInstanceOf(Answer.Done.class);
    }

    private HttpResponse<byte[]> set(String person, FloorRules rules) {
        return send(person, "PUT", FLOOR, Json.write(rules));
    }

    private Meeting made() throws IOException {
        HttpResponse<byte[]> answer = send("thuky1", "POST", "/api/meetings", "{\"bodyId\":\"" + MeetingServer.BODY + "\",\"title\":\"Phiên họp mới\",\"kind\":\"REGULAR\","
                + "\"room\":\"\",\"startsAt\":\"2026-12-01T01:00:00Z\",\"endsAt\":\"2026-12-01T04:00:00Z\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        return server.rooms.find(Json.MAPPER.readTree(answer.body()).get("id").asText()).orElseThrow().meeting();
    }

    private HttpResponse<byte[]> send(String person, String method, String path, String body) {
        return server.send(server.cookie(person), method, path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }
}
