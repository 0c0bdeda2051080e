package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.meeting.minutes.MinutesCommand;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.room.Json;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

@ExtendWith(FreshServer.class)
class MeetingRoutesTest {
    private static final String UPLOADS = "/api/meetings/" + MeetingServer.MEETING + "/uploads";
    private static final byte[] SAMPLE = SamplePdf.make().page("Báo cáo sáu tháng", "Kết quả và kiến nghị").bytes();
    private static final String COMMANDS = "/api/meetings/" + MeetingServer.MEETING + "/commands";

    @TempDir
    private Path folder;

    private MeetingServer server;

    @Test
    void everybody_lists_only_the_meetings_they_may_see() throws Exception {
        assertThat(meetings("thuky1")).containsExactly(MeetingServer.MEETING);
        assertThat(meetings("member1")).isEmpty();
        server.issue();
        assertThat(meetings("member1")).containsExactly(MeetingServer.MEETING);
        assertThat(meetings("guest1")).containsExactly(MeetingServer.MEETING);
        assertThat(meetings("other1")).isEmpty();
    }

    @Test
    void the_secretary_makes_a_meeting_of_the_body_and_a_member_does_not() throws Exception {
        byte[] wanted = ("{\"bodyId\":\"" + MeetingServer.BODY + "\",\"title\":\"Phiên họp mới\",\"kind\":\"REGULAR\",\"room\":\"\","
                + "\"startsAt\":\"2026-12-01T01:00:00Z\",\"endsAt\":\"2026-12-01T04:00:00Z\"}").getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> made = json("thuky1", "/api/meetings", wanted);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(meetings("thuky1")).contains(Json.MAPPER.readTree(made.body()).get("id").asText());
        assertThat(json("member1", "/api/meetings", wanted).statusCode()).isEqualTo(403);
    }

    @Test
    void a_meeting_that_was_refused_leaves_nothing_behind() throws Exception {
        byte[] endsBeforeItStarts = ("{\"bodyId\":\"" + MeetingServer.BODY + "\",\"title\":\"Phiên họp mới\",\"kind\":\"REGULAR\",\"room\":\"\","
                + "\"startsAt\":\"2026-12-01T04:00:00Z\",\"endsAt\":\"2026-12-01T01:00:00Z\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(json("thuky1", "/api/meetings", endsBeforeItStarts).statusCode()).isEqualTo(409);
        assertThat(server.rooms.all()).hasSize(1);
    }

    @Test
    void a_flood_of_commands_over_http_is_told_to_wait() throws Exception {
        server.issue();
        HttpResponse<byte[]> answer = null;
        for (int i = 0; i < 500 && (answer == null || answer.statusCode() != 429); i++) {
            answer = json("member1", COMMANDS, ("{\"id\":\"" + UUID.randomUUID() + "\",\"command\":{\"type\":\"endTurn\"}}").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(json("member2", COMMANDS, ("{\"id\":\"" + UUID.randomUUID() + "\",\"command\":{\"type\":\"endTurn\"}}").getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_command_that_is_not_understood_is_told_so_without_words_for_developers() throws Exception {
        String command = "{\"id\":\"" + UUID.randomUUID() + "\",\"command\":{\"type\":\"checkIn\",\"manner\":\"FLYING\"}}";
        HttpResponse<byte[]> refused = json("thuky1", COMMANDS, command.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Json.MAPPER.readTree(refused.body()).get("text").asText()).isEqualTo("Dữ liệu gửi lên không đọc được: sai cấu trúc.");
    }

    @Test
    void a_command_over_http_is_done_once_however_often_it_is_sent() throws Exception {
        server.issue();
        String command = "{\"id\":\"" + UUID.randomUUID() + "\",\"command\":{\"type\":\"checkIn\",\"manner\":\"REMOTE\"}}";
        HttpResponse<byte[]> first = json("member1", COMMANDS, command.getBytes(StandardCharsets.UTF_8));
        HttpResponse<byte[]> second = json("member1", COMMANDS, command.getBytes(StandardCharsets.UTF_8));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(server.room().meeting().attendance().of("member1").stays()).hasSize(1);
    }

    @Test
    void a_refusal_over_http_is_a_sentence_in_the_language_asked_for() throws Exception {
        server.issue();
        String command = "{\"id\":\"" + UUID.randomUUID() + "\",\"command\":{\"type\":\"closeMeeting\"}}";
        HttpResponse<byte[]> refused = server.send(server.cookie("member1"), "POST", COMMANDS, command.getBytes(StandardCharsets.UTF_8),
                "Content-Type", "application/json", "X-Lang", "en");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Json.MAPPER.readTree(refused.body()).get("text").asText()).isEqualTo("You are not allowed to do this in this meeting.");
    }

    @Test
    void commands_of_the_server_alone_are_not_taken_from_anybody() throws Exception {
        String command = "{\"id\":\"" + UUID.randomUUID() + "\",\"command\":{\"type\":\"preparePaper\",\"paper\":\"abcdef\",\"failedPages\":[]}}";
        assertThat(json("thuky1", COMMANDS, command.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
    }

    @Test
    void an_uploaded_paper_becomes_ready_and_is_read_by_those_it_is_for() throws Exception {
        String all = upload("thuky1", "item=mot-mot&fileName=bao-cao.pdf&title=B%C3%A1o%20c%C3%A1o");
        String members = upload("thuky1", "item=mot-mot&fileName=noi-bo.pdf&access=MEMBERS");
        String named = upload("thuky1", "item=mot-mot&fileName=rieng.pdf&access=NAMED&named=member2");
        awaitPrepared();
        server.issue();

        assertThat(manifestStatus("guest1", all)).isEqualTo(200);
        assertThat(manifestStatus("guest1", members)).isEqualTo(404);
        assertThat(manifestStatus("member1", members)).isEqualTo(200);
        assertThat(manifestStatus("member1", named)).isEqualTo(404);
        assertThat(manifestStatus("member2", named)).isEqualTo(200);
        assertThat(manifestStatus("other1", all)).isEqualTo(404);
        assertThat(server.get("", "/files/" + MeetingServer.MEETING + "/" + all + "/manifest").statusCode()).isEqualTo(401);
        assertThat(server.get(server.screenCookie(), "/files/" + MeetingServer.MEETING + "/" + all + "/manifest").statusCode()).isEqualTo(200);
        assertThat(server.get(server.screenCookie(), "/files/" + MeetingServer.MEETING + "/" + members + "/manifest").statusCode()).isEqualTo(404);
        assertThat(server.get(server.cookie("guest1"), "/files/" + MeetingServer.MEETING + "/" + all + "/original").statusCode()).isEqualTo(200);
        assertThat(server.get(server.screenCookie(), "/files/" + MeetingServer.MEETING + "/" + all + "/original").statusCode()).isEqualTo(404);

        JsonNode manifest = Json.MAPPER.readTree(server.get(server.cookie("guest1"), "/files/" + MeetingServer.MEETING + "/" + all + "/manifest").body());
        String image = manifest.at("/pages/0/fit/file").asText();
        HttpResponse<byte[]> page = server.get(server.cookie("guest1"), "/files/" + MeetingServer.MEETING + "/" + all + "/" + image);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).hasSize(manifest.at("/pages/0/fit/bytes").asInt());
        assertThat(page.headers().firstValue("Content-Encoding")).as("a picture is small already").isEmpty();

        String words = "/files/" + MeetingServer.MEETING + "/" + all + "/" + manifest.at("/pages/0/words").asText();
        byte[] plain = server.get(server.cookie("guest1"), words).body();
        HttpResponse<byte[]> small = server.send(server.cookie("guest1"), "GET", words, new byte[0], "Accept-Encoding", "br, gzip");
        assertThat(small.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes()).isEqualTo(plain);
        HttpResponse<byte[]> refused = server.send(server.cookie("guest1"), "GET", words, new byte[0], "Accept-Encoding", "gzip;q=0");
        assertThat(refused.body()).isEqualTo(plain);
    }

    @Test
    void a_page_is_drawn_larger_for_those_only_who_may_see_it() throws Exception {
        String members = "/files/" + MeetingServer.MEETING + "/" + upload("thuky1", "item=mot-mot&fileName=noi-bo.pdf&access=MEMBERS");
        awaitPrepared();
        server.issue();
        HttpResponse<byte[]> answer = server.get(server.cookie("member1"), members + "/tiles/1/1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("cache-control")).containsExactly("no-store");
        JsonNode sheet = Json.MAPPER.readTree(answer.body());
        assertThat(sheet.path("w").asInt()).isEqualTo(3200);
        String tile = members + "/" + sheet.at("/files/0").asText();
        assertThat(server.get(server.cookie("member1"), tile).statusCode()).isEqualTo(200);
        for (String file : List.of(members + "/tiles/1/1", tile)) {
            assertThat(server.get(server.cookie("guest1"), file).statusCode()).isEqualTo(404);
            assertThat(server.get(server.screenCookie(), file).statusCode()).isEqualTo(404);
            assertThat(server.get("", file).statusCode()).isEqualTo(401);
        }
        for (String wrong : List.of("99/1", "0/1", "1/9", "x/1", "1/-1", "123456/1")) {
            assertThat(server.get(server.cookie("member1"), members + "/tiles/" + wrong).statusCode()).as(wrong).isEqualTo(404);
        }
    }

    @Test
    void an_upload_sent_again_after_a_lost_answer_lays_its_paper_once() throws Exception {
        String query = "item=mot-mot&fileName=bao-cao.pdf";
        String upload = UUID.randomUUID().toString();
        HttpResponse<byte[]> first = server.lay("thuky1", upload, query, SAMPLE);
        HttpResponse<byte[]> again = server.lay("thuky1", upload, query, SAMPLE);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(server.room().meeting().papers().order()).hasSize(1);

        awaitPrepared();
        server.give("thuky1", new PaperCommand.WithdrawPaper(server.room().meeting().papers().order().get(0), "có sai sót"));
        assertThat(server.lay("thuky1", upload, query, SAMPLE).body()).as("however late").isEqualTo(first.body());
        assertThat(server.lay("chair1", upload, query, SAMPLE).body()).as("another person's upload is another").isNotEqualTo(first.body());
        assertThat(server.room().meeting().papers().order()).hasSize(2);
    }

    @Test
    void an_upload_that_was_refused_is_another_one_when_it_comes_with_what_was_missing() throws Exception {
        server.issue();
        String query = "item=mot-mot&fileName=bao-cao.pdf";
        assertThat(post("thuky1", query, SAMPLE).statusCode()).isEqualTo(409);
        assertThat(post("thuky1", query + "&reason=b%E1%BB%95%20sung", SAMPLE).statusCode()).isEqualTo(201);
    }

    @Test
    void nothing_of_a_paper_stays_in_a_browsers_own_cache() throws Exception {
        String paper = "/files/" + MeetingServer.MEETING + "/" + upload("thuky1", "item=mot-mot&fileName=bao-cao.pdf");
        awaitPrepared();
        JsonNode manifest = Json.MAPPER.readTree(server.get(server.cookie("thuky1"), paper + "/manifest").body());
        for (String file : List.of("manifest", "original", manifest.at("/pages/0/fit/file").asText(), "nowhere.webp")) {
            HttpResponse<byte[]> answer = server.get(server.cookie("thuky1"), paper + "/" + file);
            assertThat(answer.headers().allValues("cache-control")).as(file).containsExactly("no-store");
            assertThat(answer.headers().allValues("vary")).as(file).containsExactly("Cookie");
        }
    }

    @Test
    void a_withdrawn_paper_is_closed_for_its_readers_at_once() throws Exception {
        String paper = upload("thuky1", "item=mot-mot&fileName=bao-cao.pdf");
        awaitPrepared();
        server.issue();
        assertThat(manifestStatus("member1", paper)).isEqualTo(200);
        server.give("thuky1", new PaperCommand.WithdrawPaper(paper, "có sai sót"));
        assertThat(manifestStatus("member1", paper)).isEqualTo(404);
    }

    @Test
    void what_is_not_a_sound_pdf_is_refused_with_a_sentence_and_leaves_nothing() throws Exception {
        for (byte[] bad : List.of("không phải PDF".getBytes(StandardCharsets.UTF_8), "%PDF-1.7\nhỏng".getBytes(StandardCharsets.UTF_8), new byte[] {1})) {
            HttpResponse<byte[]> refused = post("thuky1", "item=mot-mot&fileName=hong.pdf", bad);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(Json.MAPPER.readTree(refused.body()).get("text").asText()).isNotBlank();
        }
        assertThat(server.room().meeting().papers().order()).isEmpty();
        // what is refused is removed beside the answer
        Until.holds(() -> {
            try (var left = Files.list(folder.resolve("papers").resolve("arriving"))) {
                return left.findAny().isEmpty();
            }
        });
    }

    @Test
    void only_those_who_prepare_the_meeting_bring_papers() throws Exception {
        server.issue();
        assertThat(post("member1", "item=mot-mot&fileName=a.pdf", new byte[] {1}).statusCode()).isEqualTo(403);
        assertThat(post("other1", "item=mot-mot&fileName=a.pdf", new byte[] {1}).statusCode()).isEqualTo(404);
        assertThat(server.send("", "POST", UPLOADS, new byte[] {1}).statusCode()).isEqualTo(401);
    }

    @Test
    void a_file_name_that_climbs_out_of_its_folder_finds_nothing() throws Exception {
        String paper = upload("thuky1", "item=mot-mot&fileName=bao-cao.pdf");
        for (String name : List.of("..%2foriginal", "..%2f..%2freport.json", "%2e%2e", "original.json", "report.json")) {
            assertThat(server.get(server.cookie("thuky1"), "/files/" + MeetingServer.MEETING + "/" + paper + "/" + name).statusCode()).isIn(400, 404);
        }
    }

    @Test
    void the_minutes_are_for_the_people_of_the_body_once_the_meeting_is_closed() throws Exception {
        server.issue();
        assertThat(minutesStatus("thuky1")).isEqualTo(404);
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        assertThat(minutesStatus("thuky1")).isEqualTo(200);
        assertThat(minutesStatus("member1")).isEqualTo(404);
        server.give("chair1", new SessionCommand.CloseMeeting());
        assertThat(minutesStatus("member1")).isEqualTo(200);
        assertThat(minutesStatus("guest1")).isEqualTo(404);
        assertThat(minutesStatus("other1")).isEqualTo(404);

        JsonNode page = Json.MAPPER.readTree(server.get(server.cookie("thuky1"), "/api/meetings/" + MeetingServer.MEETING + "/minutes").body());
        assertThat(page.get("facts")).isNotEmpty();
        HttpResponse<byte[]> pdf = server.get(server.cookie("member1"), "/files/" + MeetingServer.MEETING + "/minutes.pdf");
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("BIÊNBẢN").contains(page.at("/head/hash").asText());
        }
    }

    @Test
    void until_the_chair_approves_them_minutes_are_a_draft_on_the_page_and_on_each_page_of_the_pdf() throws Exception {
        server.issue();
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        server.give("chair1", new SessionCommand.CloseMeeting());
        assertThat(minutes("member1", "").get("draft").asBoolean()).isTrue();
        assertThat(pagesOfMinutes()).isNotEmpty().allMatch(page -> page.contains("DỰ THẢO – chưa phê duyệt / DRAFT – not approved"));
        server.give("chair1", new MinutesCommand.ApproveMinutes(Map.of()));
        assertThat(minutes("member1", "").get("draft").asBoolean()).isFalse();
        assertThat(pagesOfMinutes()).isNotEmpty().noneMatch(page -> page.contains("DỰ THẢO"));
    }

    private List<String> pagesOfMinutes() throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(server.get(server.cookie("member1"), "/files/" + MeetingServer.MEETING + "/minutes.pdf").body())) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    @Test
    void the_console_is_given_only_the_facts_it_does_not_have_and_no_paper_with_them() throws Exception {
        server.issue();
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        JsonNode whole = minutes("thuky1", "");
        long seen = whole.at("/head/seq").asLong();
        server.give("member1", new AttendanceCommand.CheckIn(Manner.IN_ROOM));
        JsonNode fresh = minutes("thuky1", "?after=" + seen);
        assertThat(fresh.has("paper")).isFalse();
        assertThat(fresh.get("facts")).singleElement().satisfies(fact -> {
            assertThat(fact.get("seq").asLong()).isEqualTo(seen + 1);
            assertThat(fact.get("type").asText()).isEqualTo("PersonArrived");
        });
        assertThat(minutes("thuky1", "?after=0").get("facts")).containsAll(whole.get("facts"));
        server.give("chair1", new SessionCommand.CloseMeeting());
        assertThat(minutes("member1", "?after=0").get("facts")).isEmpty();
        assertThat(server.get(server.cookie("thuky1"), "/api/meetings/" + MeetingServer.MEETING + "/minutes?after=x").statusCode()).isEqualTo(400);
    }

    private JsonNode minutes(String person, String query) throws IOException {
        return Json.MAPPER.readTree(server.get(server.cookie(person), "/api/meetings/" + MeetingServer.MEETING + "/minutes" + query).body());
    }

    private List<String> meetings(String person) throws IOException {
        JsonNode list = Json.MAPPER.readTree(server.get(server.cookie(person), "/api/meetings").body());
        return list.get("meetings").findValuesAsText("id");
    }

    private HttpResponse<byte[]> json(String person, String path, byte[] body) {
        return server.send(server.cookie(person), "POST", path, body, "Content-Type", "application/json");
    }

    private HttpResponse<byte[]> post(String person, String query, byte[] body) {
        return server.lay(person, query, body);
    }

    private String upload(String person, String query) throws IOException {
        HttpResponse<byte[]> added = post(person, query, SAMPLE);
        assertThat(new String(added.body(), StandardCharsets.UTF_8)).contains("paper");
        return Json.MAPPER.readTree(added.body()).get("paper").asText();
    }

    private void awaitPrepared() {
        Until.holds(() -> server.room().meeting().papers().all().allMatch(paper -> paper.isPrepared()));
    }

    private int manifestStatus(String person, String paper) {
        return server.get(server.cookie(person), "/files/" + MeetingServer.MEETING + "/" + paper + "/manifest").statusCode();
    }

    private int minutesStatus(String person) {
        return server.get(server.cookie(person), "/api/meetings/" + MeetingServer.MEETING + "/minutes").statusCode();
    }
}
