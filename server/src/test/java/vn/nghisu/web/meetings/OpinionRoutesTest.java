package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.beforehand.BeforehandCommand;
import vn.nghisu.meeting.beforehand.Stance;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.web.MeetingServer;

/** The compilation of the opinions on an item becomes a paper of it. */
class OpinionRoutesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private MeetingServer server;

    @BeforeEach
    void start() throws Exception {
        server = new MeetingServer(folder);
        server.issue();
        server.give("member1", new BeforehandCommand.GiveOpinion("mot-mot", Stance.OTHER, "Thêm kinh phí"));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private HttpResponse<byte[]> lay(String person, UUID upload, boolean share) {
        return server.send(server.cookie(person), "POST", "/api/meetings/" + MeetingServer.MEETING + "/items/mot-mot/opinions-paper",
                ("{\"upload\":\"" + upload + "\",\"share\":" + share + ",\"reason\":\"Gửi tổng hợp\"}").getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    private List<Paper> papers() {
        return server.room().meeting().papers().of("mot-mot").toList();
    }

    @Test
    void once_for_each_laying_and_a_later_one_takes_its_place() throws Exception {
        assertThat(lay("thuky1", UUID.randomUUID(), true).statusCode()).as("nothing is compiled").isEqualTo(409);
        server.give("thuky1", new BeforehandCommand.CompileOpinions("mot-mot", "Một ý kiến khác.\nNguyễn member1: Thêm kinh phí"));
        UUID upload = UUID.randomUUID();
        assertThat(lay("thuky1", upload, false).statusCode()).isEqualTo(200);
        assertThat(lay("thuky1", upload, false).statusCode()).isEqualTo(200);
        assertThat(papers()).singleElement().satisfies(paper -> assertThat(paper.access()).as("for chair and secretary only").isEqualTo(Access.NAMED));
        server.give("thuky1", new BeforehandCommand.CompileOpinions("mot-mot", "Bản sửa của thư ký"));
        server.give("member2", new BeforehandCommand.GiveOpinion("mot-mot", Stance.AGREE, "sau bản tổng hợp"));
        String second = MAPPER.readTree(lay("thuky1", UUID.randomUUID(), true).body()).get("paper").asText();
        Paper paper = server.room().meeting().papers().find(second).orElseThrow();
        assertThat(paper.supersedes()).contains(papers().get(0).id());
        assertThat(paper.access()).isEqualTo(Access.MEMBERS);
        try (var document = Loader.loadPDF(server.store.original(paper.sha256()).orElseThrow().toFile())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("/BC-", "BÁO CÁO", "Tổng hợp ý kiến về nội dung", "thư ký nhận được 1 ý kiến: 0 đồng ý, 0 không đồng ý, 1 ý kiến khác.", "Bản sửa của thư ký./.", "THƯ KÝ");
        }
    }

    @Test
    void by_who_prepares_the_meeting_only() {
        server.give("thuky1", new BeforehandCommand.CompileOpinions("mot-mot", "Một"));
        assertThat(lay("member1", UUID.randomUUID(), true).statusCode()).isEqualTo(403);
        assertThat(lay("other1", UUID.randomUUID(), true).statusCode()).isEqualTo(404);
        assertThat(papers()).isEmpty();
    }
}
