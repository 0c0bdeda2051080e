package vn.nghisu.web.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.minutes.Templates;
import vn.nghisu.room.Json;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** Templates that an earlier build took. */
@ExtendWith(FreshServer.class)
class StoredTemplatesTest {
    @TempDir
    private Path folder;

    private MeetingServer server;

    private List<String> faults() throws IOException {
        JsonNode sheet = Json.MAPPER.readTree(server.get(server.cookie("thuky1"), "/api/bodies/" + MeetingServer.BODY + "/paper-sheet").body());
        List<String> faults = new ArrayList<>();
        sheet.get("kinds").forEach(kind -> {
            if (kind.has("fault")) {
                faults.add(kind.get("kind").asText() + ": " + kind.get("fault").asText());
            }
        });
        return faults;
    }

    @Test
    void one_that_can_t_be_used_any_more_is_named_before_a_paper_is_made() throws IOException {
        String good = Templates.builtIn().of(DocumentKind.ATTENDANCE_LIST);
        server.sheets.setTemplate(MeetingServer.BODY, "ATTENDANCE_LIST", good);
        assertThat(faults()).isEmpty();
        server.sheets.setTemplate(MeetingServer.BODY, "ATTENDANCE_LIST", good + "\n@sign");
        assertThat(faults()).singleElement().asString().startsWith("ATTENDANCE_LIST: ").contains("Dòng ");
    }
}
