package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.journal.Database;
import vn.nghisu.meeting.franchise.BodyRules;
import vn.nghisu.meeting.franchise.Practice;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.RuleTemplate;
import vn.nghisu.people.WrittenRules;
import vn.nghisu.room.Json;
import vn.nghisu.web.MeetingServer;

class BodyRuleRoutesTest {
    private static final String RULES = "/api/bodies/" + MeetingServer.BODY + "/voting-rules";
    private static final MajorityRule TWO_THIRDS = new MajorityRule(MajorityRule.Base.ALL_MEMBERS, 2, 3, false, MajorityRule.Tie.FALLS);
    private static final BodyRules OWN = new BodyRules(TWO_THIRDS, new Quorum(3, 4), new Practice(
            List.of(Mode.OPEN), true, 1, Practice.ChairAnswers.FIRST, List.of(new Practice.NamedRule("Miễn nhiệm", TWO_THIRDS, Quorum.TWO_THIRDS)),
            new Practice.SecretSize(5, 12), Practice.Substitutes.WITHOUT_VOTE));

    @TempDir
    private Path folder;

    private static HttpResponse<byte[]> put(MeetingServer server, String person, String json) {
        return server.send(server.cookie(person), "PUT", RULES, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    @Test
    void are_those_of_the_template_until_the_body_writes_its_own_with_which_new_meetings_start() throws Exception {
        try (MeetingServer server = new MeetingServer(folder)) {
            BodyRuleRoutes.Shown before = Json.MAPPER.readValue(server.get(server.cookie("member1"), RULES).body(), BodyRuleRoutes.Shown.class);
            assertThat(before).isEqualTo(new BodyRuleRoutes.Shown(BodyRules.of(RuleTemplate.STEERING_COMMITTEE), false));
            assertThat(put(server, "thuky1", Json.write(OWN)).statusCode()).isEqualTo(200);
            BodyRuleRoutes.Shown after = Json.MAPPER.readValue(server.get(server.cookie("member1"), RULES).body(), BodyRuleRoutes.Shown.class);
            assertThat(after).isEqualTo(new BodyRuleRoutes.Shown(OWN, true));
            byte[] wanted = ("{\"bodyId\":\"" + MeetingServer.BODY + "\",\"title\":\"Phiên họp mới\",\"kind\":\"REGULAR\",\"room\":\"\","
                    + "\"startsAt\":\"2026-12-01T01:00:00Z\",\"endsAt\":\"2026-12-01T04:00:00Z\"}").getBytes(StandardCharsets.UTF_8);
            HttpResponse<byte[]> made = server.send(server.cookie("thuky1"), "POST", "/api/meetings", wanted, "Content-Type", "application/json");
            var meeting = server.rooms.find(Json.MAPPER.readTree(made.body()).get("id").asText()).orElseThrow().meeting();
            assertThat(meeting.head().rule()).isEqualTo(TWO_THIRDS);
            assertThat(meeting.head().quorum()).isEqualTo(new Quorum(3, 4));
            assertThat(meeting.franchise().practice()).isEqualTo(OWN.practice());
            assertThat(server.send(server.cookie("thuky1"), "DELETE", RULES, new byte[0]).statusCode()).isEqualTo(200);
            assertThat(Json.MAPPER.readValue(server.get(server.cookie("member1"), RULES).body(), BodyRuleRoutes.Shown.class)).isEqualTo(before);
        }
    }

    @Test
    void written_before_secret_votes_had_a_size_are_completed_when_the_server_is_renewed() throws Exception {
        String old = Json.write(OWN).replace("\"secrecy\":{\"few\":12,\"fewest\":5},", "");
        assertThat(old).doesNotContain("secrecy");
        JdbcDataSource before = new JdbcDataSource();
        before.setURL("jdbc:h2:file:" + folder.resolve("nghisu"));
        before.setUser("sa");
        before.setPassword("");
        Flyway.configure().dataSource(before).locations("classpath:db/migration").target("14").load().migrate();
        try (Connection connection = before.getConnection(); PreparedStatement body = connection.prepareStatement("insert into body values (?, 'BAN CHỈ ĐẠO', '', '', '')");
                PreparedStatement rules = connection.prepareStatement("insert into body_rules values (?, ?)")) {
            body.setString(1, MeetingServer.BODY);
            body.executeUpdate();
            rules.setString(1, MeetingServer.BODY);
            rules.setString(2, old);
            rules.executeUpdate();
        }
        try (Database renewed = Database.file(folder)) {
            Practice practice = Json.MAPPER.readValue(new WrittenRules(renewed).of(MeetingServer.BODY).orElseThrow(), BodyRules.class).practice();
            assertThat(practice.secrecy()).isEqualTo(Practice.SecretSize.USUAL);
            assertThat(practice.substitutes()).isEqualTo(OWN.practice().substitutes());
        }
    }

    @Test
    void are_written_by_those_who_prepare_and_only_whole() throws Exception {
        try (MeetingServer server = new MeetingServer(folder)) {
            assertThat(put(server, "member1", Json.write(OWN)).statusCode()).isEqualTo(403);
            assertThat(put(server, "thuky1", Json.write(OWN).replace("Miễn nhiệm", " ")).statusCode()).isEqualTo(400);
            assertThat(put(server, "thuky1", Json.write(OWN).replace("\"delegations\":1", "\"delegations\":11")).statusCode()).isEqualTo(400);
            assertThat(put(server, "thuky1", Json.write(OWN).replace("\"modes\":[\"OPEN\"]", "\"modes\":[]")).statusCode()).isEqualTo(400);
            assertThat(put(server, "thuky1", Json.write(OWN).replace("\"denominator\":4", "\"denominator\":0")).statusCode()).isEqualTo(400);
            assertThat(put(server, "thuky1", Json.write(OWN).replace("\"fewest\":5", "\"fewest\":2")).statusCode()).isEqualTo(400);
            assertThat(put(server, "thuky1", Json.write(OWN).replace("\"few\":12", "\"few\":4")).statusCode()).isEqualTo(400);
            assertThat(put(server, "thuky1", "{}").statusCode()).isEqualTo(400);
            assertThat(Json.MAPPER.readTree(server.get(server.cookie("thuky1"), RULES).body()).get("own").asBoolean()).isFalse();
        }
    }
}
