package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.room.Json;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

@ExtendWith(FreshServer.class)
class ReadingRoutesTest {
    private static final String READINGS = "/api/meetings/" + MeetingServer.MEETING + "/readings";

    @TempDir
    private Path folder;

    private MeetingServer server;

    @BeforeEach
    void start() throws Exception {
        add("paper-chung-1", Access.EVERYONE, List.of(), Optional.empty());
        add("paper-rieng-1", Access.NAMED, List.of("member2"), Optional.empty());
        server.issue();
    }

    private void add(String id, Access access, List<String> named, Optional<String> supersedes) {
        server.give("thuky1", new PaperCommand.AddPaper(id, "mot-mot", id, id + ".pdf", "0f".repeat(32), 12, 1, access, named, supersedes, Optional.of("x"), Optional.empty()));
        server.give(Caller.system(), new PaperCommand.PreparePaper(id, List.of()));
    }

    private int tell(String person, String paper, long first, long last, int pages) {
        String body = "{\"readings\":[{\"paper\":\"" + paper + "\",\"firstMs\":" + first + ",\"lastMs\":" + last + ",\"pages\":" + pages + "}]}";
        return server.send(server.cookie(person), "POST", READINGS, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json").statusCode();
    }

    private JsonNode shown(String person) throws IOException {
        HttpResponse<byte[]> answer = server.get(server.cookie(person), READINGS);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    @Test
    void who_asks_without_end_is_told_to_wait() {
        assertThat(IntStream.range(0, 500).map(i -> server.get(server.cookie("thuky1"), READINGS).statusCode()).filter(status -> status != 200).findFirst()).hasValue(429);
        assertThat(server.get(server.cookie("member1"), READINGS).statusCode()).as("others are not hindered").isEqualTo(200);
    }

    @Test
    void nothing_is_kept_unless_the_body_has_chosen_so_and_everybody_may_know() throws Exception {
        long now = System.currentTimeMillis();
        assertThat(shown("member1").toString()).isEqualTo("{\"kept\":false}");
        assertThat(tell("member1", "paper-chung-1", now, now, 3)).isEqualTo(204);
        assertThat(server.readings.of(MeetingServer.MEETING)).isEmpty();
        server.readings.keep(MeetingServer.BODY, true);
        assertThat(shown("member1").toString()).as("but not who").isEqualTo("{\"kept\":true,\"mine\":[]}");
        HttpResponse<byte[]> choice = server.send(server.cookie("thuky1"), "PUT", "/api/bodies/" + MeetingServer.BODY + "/readings",
                "{\"kept\":false}".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
        assertThat(choice.statusCode()).as("the administrator's to choose").isEqualTo(403);
    }

    @Test
    void the_secretary_sees_who_of_those_who_may_has_opened_what() throws Exception {
        server.readings.keep(MeetingServer.BODY, true);
        long now = System.currentTimeMillis();
        assertThat(tell("member1", "paper-chung-1", now - 1_000_000_000L, now + 1_000_000_000L, 99)).isEqualTo(204);
        assertThat(tell("member1", "paper-rieng-1", now, now, 1)).as("not open to him, so not noted").isEqualTo(204);
        assertThat(tell("other1", "paper-chung-1", now, now, 1)).isEqualTo(404);
        JsonNode papers = shown("thuky1").get("papers");
        assertThat(papers.at("/paper-chung-1/readers").toString()).isEqualTo("[\"chair1\",\"member1\",\"member2\",\"guest1\"]");
        assertThat(papers.at("/paper-rieng-1/readers").toString()).isEqualTo("[\"chair1\",\"member2\"]");
        assertThat(papers.at("/paper-rieng-1/opened")).isEmpty();
        JsonNode opened = papers.at("/paper-chung-1/opened/0");
        assertThat(opened.get("person").asText()).isEqualTo("member1");
        assertThat(opened.get("pages").asInt()).as("no more than it has").isEqualTo(12);
        long added = server.room().meeting().papers().find("paper-chung-1").orElseThrow().addedAt().toEpochMilli();
        assertThat(opened.get("firstMs").asLong()).as("not before it was there").isEqualTo(added);
        assertThat(opened.get("lastMs").asLong()).as("not in the future").isBetween(added, System.currentTimeMillis());
    }

    @Test
    void a_reader_is_told_on_each_device_what_was_read_on_any_of_them() throws Exception {
        server.readings.keep(MeetingServer.BODY, true);
        add("paper-chung-2", Access.EVERYONE, List.of(), Optional.of("paper-chung-1"));
        long now = System.currentTimeMillis();
        assertThat(tell("member1", "paper-chung-2", now - 5, now - 4, 0)).as("opened, but no page came").isEqualTo(204);
        tell("member1", "paper-chung-1", now - 3, now + 10, 2);
        tell("member1", "paper-chung-1", now - 3, now - 3, 1);
        assertThat(server.readings.of(MeetingServer.MEETING)).hasSize(2).anySatisfy(reading -> assertThat(reading.pages()).isEqualTo(2));
        assertThat(shown("member1").toString()).isEqualTo("{\"kept\":true,\"mine\":[\"paper-chung-1\"]}");
        assertThat(shown("member2").get("mine")).as("nobody else's").isEmpty();
        server.give("thuky1", new PaperCommand.OpenPaperTo("paper-chung-1", Access.NAMED, List.of("member2"), Optional.of("x")));
        assertThat(shown("member1").get("mine")).as("what may not be opened any more is not named").isEmpty();
        server.readings.keep(MeetingServer.BODY, false);
        assertThat(shown("member1").toString()).isEqualTo("{\"kept\":false}");
    }
}
