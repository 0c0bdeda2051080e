package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.room.Json;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

@ExtendWith(FreshServer.class)
class ChangesRoutesTest {
    private static final String FILES = "/files/" + MeetingServer.MEETING + "/";

    @TempDir
    Path data;

    MeetingServer server;

    @Test
    void who_may_open_both_revisions_reads_what_changed_between_them() throws Exception {
        String first = lay("item=mot-mot&fileName=a.pdf", paper("Đã hoàn thành 87 dịch vụ công."));
        String second = lay("item=mot-mot&fileName=b.pdf&supersedes=" + first, paper("Đã hoàn thành 92 dịch vụ công."));
        server.issue();
        JsonNode changes = Json.MAPPER.readTree(server.get(server.cookie("guest1"), FILES + second + "/changes-" + first).body());
        assertThat(changes.at("/pages/0/kind").asText()).isEqualTo("SAME");
        assertThat(changes.at("/pages/1/kind").asText()).as(changes.toString()).isEqualTo("CHANGED");
        assertThat(changes.at("/pages/1/spans/0/text").asText()).isEqualTo("87");
        assertThat(changes.at("/pages/1/spans/1/text").asText()).isEqualTo("92");
        // 92 is the fourth word of a line at 72 pt from the left, its base line 82 pt from the top
        JsonNode box = changes.at("/pages/1/spans/1/boxes/0");
        assertThat(box.get(0).asInt()).isBetween(1500, 2000);
        assertThat(box.get(1).asInt() + box.get(3).asInt()).isBetween(800, 880);
    }

    @Test
    void a_drawing_that_changed_is_found_by_its_picture() throws Exception {
        String first = lay("item=mot-mot&fileName=a.pdf", drawing("0 0 200 100"));
        String second = lay("item=mot-mot&fileName=b.pdf&supersedes=" + first, drawing("300 400 200 100"));
        server.issue();
        JsonNode page = Json.MAPPER.readTree(server.get(server.cookie("member1"), FILES + second + "/changes-" + first).body()).at("/pages/0");
        assertThat(page.path("kind").asText()).isEqualTo("PICTURE");
        assertThat(page.path("regions")).as(page.toString()).anySatisfy(region -> {
            assertThat(region.get(0).asInt()).isBetween(2900, 3050);
            assertThat(region.get(1).asInt()).isBetween(3350, 3450);
            assertThat(region.get(2).asInt()).isBetween(1950, 2100);
            assertThat(region.get(3).asInt()).isBetween(950, 1100);
        });
    }

    @Test
    void nobody_learns_of_a_revision_that_is_not_for_them() throws Exception {
        String first = lay("item=mot-mot&fileName=a.pdf&access=MEMBERS", paper("bí mật cũ"));
        String second = lay("item=mot-mot&fileName=b.pdf&supersedes=" + first, paper("bản cho mọi người"));
        String other = lay("item=mot-mot&fileName=c.pdf", paper("một tài liệu khác"));
        server.issue();
        assertThat(status("member1", second, first)).isEqualTo(200);
        assertThat(status("guest1", second, first)).as("the older one is for members").isEqualTo(404);
        assertThat(status("member1", first, second)).as("backwards").isEqualTo(404);
        assertThat(status("member1", other, first)).as("no revision of it").isEqualTo(404);
        assertThat(status("member1", second, "aaaaaaaaaaaa")).isEqualTo(404);
        assertThat(status("other1", second, first)).isEqualTo(404);
        assertThat(server.get("", FILES + second + "/changes-" + first).statusCode()).isEqualTo(401);
    }

    private int status(String person, String newer, String older) {
        return server.get(server.cookie(person), FILES + newer + "/changes-" + older).statusCode();
    }

    private static byte[] paper(String sentence) {
        return SamplePdf.make().page("Trang đầu giữ nguyên như bản trước.").page(sentence, "Các đơn vị tiếp tục thực hiện kế hoạch đã giao.").bytes();
    }

    private static byte[] drawing(String rectangle) {
        return SamplePdf.make().rawPage("0.2 0.2 0.6 rg " + rectangle + " re f").bytes();
    }

    private String lay(String query, byte[] pdf) throws IOException {
        JsonNode added = Json.MAPPER.readTree(server.lay("thuky1", query, pdf).body());
        String paper = added.path("paper").asText();
        assertThat(paper).as(added.toString()).isNotEmpty();
        Until.holds(() -> server.room().meeting().papers().find(paper).orElseThrow().isPrepared());
        return paper;
    }
}
