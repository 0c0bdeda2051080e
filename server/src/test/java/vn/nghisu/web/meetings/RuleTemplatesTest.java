package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.vote.RuleTemplate;
import vn.nghisu.people.Body;
import vn.nghisu.room.Json;
import vn.nghisu.web.MeetingServer;

class RuleTemplatesTest {
    @Test
    void a_new_meeting_starts_with_the_rules_that_its_body_has_chosen(@TempDir Path folder) throws Exception {
        try (MeetingServer server = new MeetingServer(folder)) {
            Body body = server.accounts.directory().body(MeetingServer.BODY).orElseThrow();
            server.accounts.directory().save(new Body(body.id(), body.name(), body.parent(), body.place(), RuleTemplate.SIMPLE_MAJORITY.name()));
            byte[] wanted = ("{\"bodyId\":\"" + MeetingServer.BODY + "\",\"title\":\"Phiên họp mới\",\"kind\":\"REGULAR\",\"room\":\"\","
                    + "\"startsAt\":\"2026-12-01T01:00:00Z\",\"endsAt\":\"2026-12-01T04:00:00Z\"}").getBytes(StandardCharsets.UTF_8);
            HttpResponse<byte[]> made = server.send(server.cookie("thuky1"), "POST", "/api/meetings", wanted, "Content-Type", "application/json");
            var head = server.rooms.find(Json.MAPPER.readTree(made.body()).get("id").asText()).orElseThrow().meeting().head();
            assertThat(head.rule()).isEqualTo(RuleTemplate.SIMPLE_MAJORITY.rule());
            assertThat(head.quorum()).isEqualTo(RuleTemplate.SIMPLE_MAJORITY.quorum());
        }
    }
}
