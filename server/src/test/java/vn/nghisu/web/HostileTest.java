package vn.nghisu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.room.Json;

/** What a hostile client, or an unlucky server, must not lead to. */
@ExtendWith(FreshServer.class)
class HostileTest {
    private static final String MEETING = "/api/meetings/" + MeetingServer.MEETING;
    private static final byte[] SAMPLE = SamplePdf.make().page("Báo cáo", "Kết quả").bytes();

    @TempDir
    private Path folder;

    private MeetingServer server;

    @Test
    void a_server_that_cannot_record_says_so_and_acknowledges_nothing() throws Exception {
        server.issue();
        String member = server.cookie("member1");
        assertThat(server.get("", "/health").statusCode()).isEqualTo(200);
        server.breakDisk();

        for (int again = 0; again < 2; again++) {
            HttpResponse<byte[]> refused = checkIn(member);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(code(refused)).isEqualTo("NOT_RECORDING");
        }
        assertThat(code(post("", "/api/sign-in", "{\"name\":\"member1\",\"password\":\"khong-can-biet\"}"))).isEqualTo("NOT_RECORDING");
        assertThat(server.room().meeting().attendance().isPresent("member1")).isFalse();
        HttpResponse<byte[]> health = server.awaitHealth(503);
        assertThat(code(health)).isEqualTo("NOT_RECORDING");
        assertThat(new String(health.body(), StandardCharsets.UTF_8))
                .contains("giải phóng dung lượng ổ đĩa, rồi khởi động lại máy chủ", "free space on the disk, then restart the server");
    }

    @Test
    void a_command_without_a_body_or_not_in_utf_8_is_refused_in_words() throws Exception {
        server.issue();
        String member = server.cookie("member1");
        assertThat(code(post(member, MEETING + "/commands", ""))).isEqualTo("BAD_JSON");
        assertThat(code(post(member, MEETING + "/commands", new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'}))).isEqualTo("BAD_JSON");
        HttpResponse<byte[]> long_ = post(member, MEETING + "/commands", "x".repeat(600 * 1024));
        assertThat(long_.statusCode()).isEqualTo(413);
        assertThat(new String(long_.body(), StandardCharsets.UTF_8)).contains("512 KB");
    }

    @Test
    void what_is_refused_beside_the_router_has_the_headers_of_all_answers() throws Exception {
        HttpResponse<byte[]> refused = server.get("", "/api/socket");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void a_meeting_that_was_refused_leaves_nothing_in_memory() throws Exception {
        long before = server.rooms.all().count();
        String secretary = server.cookie("thuky1");
        String wanted = "{\"bodyId\":\"" + MeetingServer.BODY + "\",\"title\":\" \",\"kind\":\"REGULAR\",\"room\":\"\","
                + "\"startsAt\":\"2026-12-01T01:00:00Z\",\"endsAt\":\"2026-12-01T04:00:00Z\"}";
        for (int i = 0; i < 3; i++) {
            assertThat(post(secretary, "/api/meetings", wanted).statusCode()).isEqualTo(409);
        }
        assertThat(server.rooms.all().count()).isEqualTo(before);
    }

    @Test
    void a_screen_shows_a_paper_but_is_not_given_its_file() throws Exception {
        String paper = upload("item=mot-mot&fileName=bao-cao.pdf");
        server.issue();
        String files = "/files/" + MeetingServer.MEETING + "/" + paper;
        assertThat(server.get(server.screenCookie(), files + "/manifest").statusCode()).isEqualTo(200);
        assertThat(server.get(server.screenCookie(), files + "/original").statusCode()).isEqualTo(404);
        assertThat(server.get(server.cookie("guest1"), files + "/original").statusCode()).isEqualTo(200);
    }

    @Test
    void names_given_with_an_upload_are_plain_text() throws Exception {
        upload("item=mot-mot&fileName=bao%0D%0Acao%E2%80%AEfdp.pdf&title=B%C3%A1o%00%20c%C3%A1o");
        assertThat(server.room().meeting().papers().all()).singleElement().satisfies(paper -> {
            assertThat(paper.fileName()).doesNotContain("\r", "\u202E").endsWith("caofdp.pdf");
            assertThat(paper.title()).isEqualTo("Báo cáo");
        });
    }

    @Test
    void a_flood_of_commands_over_http_is_stopped_for_its_sender_alone() throws Exception {
        server.issue();
        String hostile = server.cookie("other1");
        int status = 0;
        for (int i = 0; i < 2_000 && status != 429; i++) {
            status = checkIn(hostile).statusCode();
        }
        assertThat(status).isEqualTo(429);
        assertThat(checkIn(server.cookie("member1")).statusCode()).isEqualTo(200);
    }

    private HttpResponse<byte[]> checkIn(String cookie) {
        return post(cookie, MEETING + "/commands", "{\"id\":\"" + UUID.randomUUID() + "\",\"command\":{\"type\":\"checkIn\",\"manner\":\"IN_ROOM\"}}");
    }

    private HttpResponse<byte[]> post(String cookie, String path, String json) {
        return post(cookie, path, json.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> post(String cookie, String path, byte[] body) {
        return server.send(cookie, "POST", path, body, "Content-Type", "application/json");
    }

    private String upload(String query) throws IOException {
        JsonNode added = Json.MAPPER.readTree(server.lay("thuky1", query, SAMPLE).body());
        String paper = added.path("paper").asText();
        assertThat(paper).as(added.toString()).isNotEmpty();
        Until.holds(() -> server.room().meeting().papers().find(paper).orElseThrow().isPrepared());
        return paper;
    }

    private static String code(HttpResponse<byte[]> answer) throws IOException {
        return Json.MAPPER.readTree(answer.body()).path("code").asText();
    }
}
