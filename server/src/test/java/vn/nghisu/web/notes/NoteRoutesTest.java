package vn.nghisu.web.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.people.Person;
import vn.nghisu.people.SystemRole;
import vn.nghisu.room.Json;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

@ExtendWith(FreshServer.class)
class NoteRoutesTest {
    private static final String NOTES = "/api/meetings/" + MeetingServer.MEETING + "/notes";
    private static final String OPINIONS = "/api/meetings/" + MeetingServer.MEETING + "/papers/giay-mot/opinions";
    private static final List<String> OTHERS = List.of("chair1", "thuky1", "member2", "guest1", "other1", "admin1");

    @TempDir
    private Path folder;

    private MeetingServer server;

    @BeforeEach
    void start() throws Exception {
        server.accounts.directory().save(new Person("admin1", "Quản trị", "", "", Optional.empty(), "admin1", SystemRole.ADMINISTRATOR, Language.VI, true));
        paper("giay-mot", Access.EVERYONE);
        paper("giay-hai", Access.MEMBERS);
        server.issue();
    }

    private void paper(String id, Access access) {
        server.give("thuky1", new PaperCommand.AddPaper(id, "mot-mot", "Báo cáo", "a.pdf", "0f", 2, 9, access, List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
        server.give(Caller.system(), new PaperCommand.PreparePaper(id, List.of()));
    }

    @Test
    void a_note_is_kept_for_its_owner_and_found_again() throws Exception {
        String id = UUID.randomUUID().toString();
        JsonNode answer = post("member1", put(id, "giay-mot", "Cần làm rõ", "NOBODY", false, ""));
        assertThat(answer.at("/notes/0/id").asText()).isEqualTo(id);
        assertThat(answer.at("/notes/0/version").asInt()).isEqualTo(1);
        JsonNode mine = get("member1", NOTES + "?since=0");
        assertThat(mine.at("/notes/0/body/text").asText()).isEqualTo("Cần làm rõ");
        assertThat(mine.at("/notes/0/body/kind").asText()).isEqualTo("text");
        assertThat(mine.at("/notes/0").fieldNames()).toIterable()
                .containsExactlyInAnyOrder("id", "paper", "page", "body", "share", "opinion", "madeAt", "version");
        assertThat(get("member1", NOTES + "?since=1").get("notes")).isEmpty();
        assertThat(status("member1", NOTES + "?since=-1")).isEqualTo(400);
        assertThat(status("member1", NOTES + "?since=x")).isEqualTo(400);
    }

    @Test
    void nobody_else_reads_or_counts_private_notes_by_any_route_administrators_and_secretaries_included() throws Exception {
        post("member1", put(UUID.randomUUID().toString(), "giay-mot", "Chỉ của tôi", "NOBODY", false, ""));
        for (String person : OTHERS) {
            for (String path : List.of(NOTES, NOTES + "?since=0", NOTES + "/shared", OPINIONS)) {
                HttpResponse<byte[]> answer = server.get(server.cookie(person), path);
                assertThat(answer.statusCode()).as(person + " " + path).isIn(200, 404);
                String body = new String(answer.body(), StandardCharsets.UTF_8);
                assertThat(body).as(person + " " + path).doesNotContain("Chỉ của tôi", "member1");
                if (answer.statusCode() == 200) {
                    assertThat(Json.MAPPER.readTree(body).get("notes")).isEmpty();
                }
            }
            String everything = new String(server.get(server.cookie(person), "/api/meetings").body(), StandardCharsets.UTF_8);
            assertThat(everything).doesNotContain("Chỉ của tôi");
        }
        for (String person : OTHERS) { // nor do they destroy them
            server.send(server.cookie(person), "DELETE", NOTES, new byte[0]);
            server.send(server.cookie(person), "DELETE", "/api/notes", new byte[0]);
        }
        assertThat(get("member1", NOTES).get("notes")).hasSize(1);
        assertThat(server.get("", NOTES).statusCode()).isEqualTo(401);
        assertThat(server.get(server.screenCookie(), NOTES).statusCode()).isEqualTo(401);
        assertThat(server.get(server.screenCookie(), NOTES + "/shared").statusCode()).isEqualTo(401);
    }

    @Test
    void who_is_not_in_the_meeting_or_may_not_open_the_paper_puts_nothing() throws Exception {
        String op = put(UUID.randomUUID().toString(), "giay-hai", "x", "NOBODY", false, "");
        for (String person : List.of("other1", "admin1")) {
            assertThat(send(person, "1.1", op).statusCode()).as(person).isEqualTo(404);
        }
        JsonNode refused = post("guest1", op).get("refused").get(0);
        assertThat(refused.get("code").asText()).isEqualTo("PAPER_CLOSED");
        assertThat(refused.get("text").asText()).startsWith("Tài liệu này không còn mở đối với đồng chí");
        assertThat(get("guest1", NOTES).get("notes")).isEmpty();
        assertThat(post("member1", op).get("refused")).isEmpty();
    }

    @Test
    void a_shared_note_comes_with_its_authors_name_to_those_it_is_for_until_it_is_taken_back_or_the_paper_is() throws Exception {
        String id = UUID.randomUUID().toString();
        post("member1", put(id, "giay-mot", "Cho hai người", "PEOPLE", false, "\"member2\",\"guest1\""));
        JsonNode seen = get("member2", NOTES + "/shared").get("notes");
        assertThat(seen).hasSize(1);
        assertThat(seen.at("/0/name").asText()).isEqualTo("Nguyễn member1");
        assertThat(seen.at("/0/title").asText()).isEqualTo("Chức vụ");
        assertThat(seen.at("/0/note/share/people")).as("with whom else").isEmpty();
        assertThat(get("guest1", NOTES + "/shared").get("notes")).hasSize(1);
        assertThat(get("thuky1", NOTES + "/shared").get("notes")).isEmpty();
        assertThat(get("chair1", NOTES + "/shared").get("notes")).isEmpty();

        server.give("thuky1", new PaperCommand.OpenPaperTo("giay-mot", Access.MEMBERS, List.of(), Optional.of("Đổi")));
        assertThat(get("guest1", NOTES + "/shared").get("notes")).isEmpty();
        assertThat(get("member2", NOTES + "/shared").get("notes")).hasSize(1);
        post("member1", "{\"op\":\"" + UUID.randomUUID() + "\",\"note\":\"" + id + "\",\"base\":1,\"put\":" + note(id, "giay-mot", "Cho hai người", "NOBODY", false, "") + "}");
        assertThat(get("member2", NOTES + "/shared").get("notes")).isEmpty();
    }

    @Test
    void what_is_shared_is_sent_again_only_when_it_or_the_rights_to_it_have_changed() throws Exception {
        String id = UUID.randomUUID().toString();
        JsonNode none = get("guest1", NOTES + "/shared");
        post("member1", put(id, "giay-mot", "Cho phiên họp", "MEETING", false, ""));
        JsonNode first = get("guest1", NOTES + "/shared?tag=" + none.get("tag").asText());
        assertThat(first.get("notes")).hasSize(1);
        String again = NOTES + "/shared?tag=" + first.get("tag").asText();
        assertThat(get("guest1", again).fieldNames()).toIterable().containsExactly("tag");
        post("member1", put(UUID.randomUUID().toString(), "giay-mot", "Riêng tôi", "NOBODY", false, ""));
        assertThat(get("guest1", again).fieldNames()).toIterable().as("a note of nobody else's").containsExactly("tag");
        assertThat(get("member2", again).get("notes")).as("another's tag").hasSize(1);
        assertThat(get("guest1", NOTES + "/shared?after=1.member1").get("notes")).as("behind the first").isEmpty();
        assertThat(status("guest1", NOTES + "/shared?after=member1")).isEqualTo(400);

        server.give("thuky1", new PaperCommand.OpenPaperTo("giay-mot", Access.MEMBERS, List.of(), Optional.of("Đổi")));
        assertThat(get("guest1", again).get("notes")).isEmpty();
    }

    @Test
    void opinions_are_for_those_who_prepare() throws Exception {
        post("member1", put(UUID.randomUUID().toString(), "giay-mot", "Đề nghị bổ sung số liệu", "NOBODY", true, ""));
        assertThat(get("thuky1", OPINIONS).at("/notes/0/note/body/text").asText()).isEqualTo("Đề nghị bổ sung số liệu");
        assertThat(get("chair1", OPINIONS).get("notes")).hasSize(1);
        for (String person : List.of("member1", "member2", "guest1", "other1", "admin1")) {
            assertThat(status(person, OPINIONS)).as(person).isEqualTo(404);
        }
        assertThat(status("thuky1", OPINIONS.replace("giay-mot", "khong-co"))).isEqualTo(404);
    }

    @Test
    void destroyed_notes_are_gone_and_an_older_batch_is_refused() throws Exception {
        String op = put(UUID.randomUUID().toString(), "giay-mot", "Sẽ hủy", "MEETING", false, "");
        post("member1", op);
        HttpResponse<byte[]> destroyed = server.send(server.cookie("member1"), "DELETE", NOTES, new byte[0]);
        String epoch = Json.MAPPER.readTree(destroyed.body()).get("epoch").asText();
        assertThat(get("member1", NOTES).get("notes")).isEmpty();
        assertThat(get("member2", NOTES + "/shared").get("notes")).isEmpty();
        assertThat(post("member1", op).at("/refused/0/code").asText()).isEqualTo("OLD_EPOCH");
        assertThat(Json.MAPPER.readTree(send("member1", epoch, op).body()).get("notes")).hasSize(1);
        HttpResponse<byte[]> everywhere = server.send(server.cookie("member1"), "DELETE", "/api/notes", new byte[0]);
        assertThat(get("member1", NOTES).get("epoch").asText()).isEqualTo(Json.MAPPER.readTree(everywhere.body()).get("epoch").asText()).isNotEqualTo(epoch);
    }

    @Test
    void an_outsider_learns_nothing_of_a_meeting_by_destroying_notes_in_it() {
        assertThat(server.send(server.cookie("other1"), "DELETE", NOTES, new byte[0]).statusCode()).isEqualTo(404);
        assertThat(server.send(server.cookie("other1"), "DELETE", "/api/meetings/khong-co-phien-hop/notes", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(server.notes.has(MeetingServer.MEETING, "other1")).as("no row is written").isFalse();
        assertThat(server.send(server.cookie("member1"), "DELETE", NOTES, new byte[0]).statusCode()).isEqualTo(200);
    }

    @Test
    void a_batch_is_read_strictly_and_has_its_bounds() throws Exception {
        String good = put(UUID.randomUUID().toString(), "giay-mot", "x", "NOBODY", false, "");
        for (String bad : List.of(good.replace("\"base\":0", "\"base\":\"0\""), good.replace("\"base\":0,", ""), good.replace("\"base\":0", "\"base\":0,\"more\":1"),
                good.replace("\"kind\":\"text\"", "\"kind\":\"sound\""), good.replace("\"kind\":\"text\",", ""), good.replace("\"BLUE\"", "\"PINK\""),
                good.replace("[200,300]", "[200,null]"), good.replace("[200,300]", "[200.5,300]"))) {
            assertThat(send("member1", "1.1", bad).statusCode()).as(bad).isEqualTo(400);
        }
        String many = IntStream.range(0, 201).mapToObj(i -> put(UUID.randomUUID().toString(), "giay-mot", "x", "NOBODY", false, "")).collect(Collectors.joining(","));
        assertThat(send("member1", "1.1", many).statusCode()).isEqualTo(400);
        assertThat(send("member1", "1.1", good.replace("\"x\"", "\"" + "x".repeat(2_100_000) + "\"")).statusCode()).isEqualTo(413);
        assertThat(get("member1", NOTES).get("notes")).isEmpty();
    }

    @Test
    void a_flood_of_batches_waits_and_a_page_of_another_person_is_refused() throws Exception {
        HttpResponse<byte[]> answer = null;
        String cookie = server.cookie("member1");
        byte[] batch = "{\"epoch\":\"1.1\",\"ops\":[]}".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 300 && (answer == null || answer.statusCode() != 429); i++) {
            answer = server.send(cookie, "POST", NOTES, batch, "Content-Type", "application/json");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(send("member2", "1.1", "").statusCode()).isEqualTo(200);
        assertThat(server.send(server.cookie("member2"), "POST", NOTES, batch, "Content-Type", "application/json", "X-Nghisu-As", "member1").statusCode())
                .as("what an older page of a lent tablet still sends").isEqualTo(401);
    }

    @Test
    void on_a_full_disk_nothing_is_answered_as_kept() throws Exception {
        String cookie = server.cookie("member1");
        server.breakDisk();
        byte[] batch = ("{\"epoch\":\"1.1\",\"ops\":[" + put(UUID.randomUUID().toString(), "giay-mot", "x", "NOBODY", false, "") + "]}").getBytes(StandardCharsets.UTF_8);
        assertThat(server.send(cookie, "POST", NOTES, batch, "Content-Type", "application/json").statusCode()).isEqualTo(503);
    }

    private JsonNode get(String person, String path) throws IOException {
        HttpResponse<byte[]> answer = server.get(server.cookie(person), path);
        assertThat(answer.statusCode()).as(person + " " + path).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private int status(String person, String path) {
        return server.get(server.cookie(person), path).statusCode();
    }

    private JsonNode post(String person, String ops) throws IOException {
        HttpResponse<byte[]> answer = send(person, "1.1", ops);
        assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private HttpResponse<byte[]> send(String person, String epoch, String ops) {
        return server.send(server.cookie(person), "POST", NOTES, ("{\"epoch\":\"" + epoch + "\",\"ops\":[" + ops + "]}").getBytes(StandardCharsets.UTF_8),
                "Content-Type", "application/json");
    }

    static String put(String id, String paper, String text, String reach, boolean opinion, String people) {
        return "{\"op\":\"" + UUID.randomUUID() + "\",\"note\":\"" + id + "\",\"base\":0,\"put\":" + note(id, paper, text, reach, opinion, people) + "}";
    }

    static String note(String id, String paper, String text, String reach, boolean opinion, String people) {
        return "{\"id\":\"" + id + "\",\"paper\":\"" + paper + "\",\"page\":1,\"body\":{\"kind\":\"text\",\"colour\":\"BLUE\",\"at\":[200,300],\"text\":\"" + text
                + "\"},\"share\":{\"reach\":\"" + reach + "\",\"people\":[" + people + "]},\"opinion\":" + opinion + ",\"madeAt\":1764000000000,\"version\":0}";
    }
}
