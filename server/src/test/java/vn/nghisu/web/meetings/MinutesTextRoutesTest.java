package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.minutes.MinutesCommand;
import vn.nghisu.meeting.minutes.RichBlock;
import vn.nghisu.meeting.minutes.RichText;
import vn.nghisu.meeting.minutes.TextPart;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.room.Json;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** Texts of the minutes, their steps, their history and the facts beside them over HTTP. */
@ExtendWith(FreshServer.class)
class MinutesTextRoutesTest {
    private static final String MINUTES = "/api/meetings/" + MeetingServer.MEETING + "/minutes";
    private static final String TEXT = MINUTES + "/texts/mot-mot/PUBLIC";

    @TempDir
    private Path folder;

    private MeetingServer server;

    private void write(String person, int version, String text, String... steps) {
        server.give(person, new MinutesCommand.WriteMinutes("mot-mot", TextPart.PUBLIC, version, "writer-" + person, List.of(steps),
                new RichText(List.of(new RichBlock.RichParagraph(RichBlock.Tone.NORMAL, List.of(new RichBlock.RichRun(text, false, false, false)))))));
    }

    private JsonNode get(String path) throws IOException {
        return Json.MAPPER.readTree(server.get(server.cookie("thuky1"), path).body());
    }

    private int status(String person, String path) {
        return server.get(server.cookie(person), path).statusCode();
    }

    @Test
    void are_for_those_who_lead_from_the_opening_on() {
        server.issue();
        assertThat(status("thuky1", MINUTES + "/texts")).isEqualTo(404);
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        write("thuky1", 0, "Một", "{}");
        for (String path : List.of(MINUTES + "/texts", MINUTES + "/facts", TEXT + "/steps?from=0", TEXT + "/history")) {
            assertThat(status("thuky1", path)).as(path).isEqualTo(200);
            assertThat(status("chair1", path)).as(path).isEqualTo(200);
            for (String person : List.of("member1", "guest1", "other1")) {
                assertThat(status(person, path)).as(path).isEqualTo(404);
            }
        }
        assertThat(status("thuky1", TEXT + "/steps?from=x")).isEqualTo(400);
        assertThat(status("thuky1", MINUTES + "/texts/mot-mot/SECRET/steps?from=0")).isEqualTo(404);
        assertThat(status("thuky1", TEXT + "/at/1")).as("an entry of another kind").isEqualTo(404);
    }

    @Test
    void keep_in_their_history_what_was_there_before_most_of_it_was_taken_out() throws Exception {
        server.issue();
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        write("thuky1", 0, "Thảo luận", "{}");
        write("thuky1", 1, "Thảo luận về kinh phí cho các xã vùng cao", "{}");
        assertThat(get(TEXT + "/history").at("/sittings")).as("one sitting").hasSize(1);
        write("thuky1", 2, "Thảo luận về kinh phí cho các xã", "{}");
        assertThat(get(TEXT + "/history").at("/sittings")).as("a few words out").hasSize(1);
        write("thuky1", 3, "", "{}");
        JsonNode sittings = get(TEXT + "/history").at("/sittings");
        assertThat(sittings).hasSize(2);
        assertThat(get(TEXT + "/at/" + sittings.at("/0/seq").asText()).at("/document/blocks/0/runs/0/text").asText()).isEqualTo("Thảo luận về kinh phí cho các xã");
    }

    @Test
    void give_the_steps_since_any_version_with_their_writers() throws Exception {
        server.issue();
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        write("thuky1", 0, "Một", "{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
        server.give("chair1", new ConclusionCommand.RecordConclusion("mot-mot", "Thống nhất"));
        write("chair1", 3, "Một hai", "{\"a\":4}");
        assertThat(get(TEXT + "/steps?from=0").at("/version").asInt()).isEqualTo(4);
        assertThat(get(TEXT + "/steps?from=2").at("/batches").toString()).isEqualTo("[{\"steps\":[\"{\\\"a\\\":3}\"],\"writer\":\"writer-thuky1\"},{\"steps\":[\"{\\\"a\\\":4}\"],\"writer\":\"writer-chair1\"}]");
        assertThat(get(TEXT + "/steps?from=4").at("/batches")).isEmpty();
        JsonNode history = get(TEXT + "/history").at("/sittings");
        assertThat(history).hasSize(2);
        assertThat(get(TEXT + "/at/" + history.at("/0/seq").asText()).at("/document/blocks/0/runs/0/text").asText()).isEqualTo("Một");
        assertThat(get(MINUTES + "/texts").at("/texts/mot-mot~1PUBLIC/document/blocks/0/runs/0/text").asText()).isEqualTo("Một hai");
        assertThat(get(MINUTES + "/facts").at("/facts")).anySatisfy(fact -> {
            assertThat(fact.get("place").asText()).isEqualTo("mot-mot");
            assertThat(fact.get("text").asText()).contains("Ghi kết luận");
        });
    }
}
