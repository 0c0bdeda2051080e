package vn.nghisu.web.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.documents.Content;
import vn.nghisu.meeting.documents.DocumentCommand;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.documents.SignatureSlot;
import vn.nghisu.meeting.minutes.MinutesCommand;
import vn.nghisu.meeting.retention.RetentionCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.readings.Reading;
import vn.nghisu.retention.RetentionLog;
import vn.nghisu.room.Json;
import vn.nghisu.web.MeetingServer;

/** Rules of retention over HTTP, six years after the meeting: preview, hold, carrying out once, certificate. */
class RetentionRoutesTest {
    private static final String RULES = "/api/bodies/" + MeetingServer.BODY + "/retention";
    private static final String ALL = "{\"notesDays\":30,\"readingsDays\":90,\"paperYears\":5,\"nightly\":false}";

    @TempDir
    private Path folder;

    /** Goes on from wherever it is set. */
    private static final class Ahead extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    private final Ahead clock = new Ahead();
    private MeetingServer server;
    private String paper;
    private String sha256;

    @BeforeEach
    void hold() throws Exception {
        server = new MeetingServer(folder, clock, Optional.empty());
        paper = Json.MAPPER.readTree(server.lay("thuky1", "item=mot-mot&fileName=a.pdf&title=B%C3%A1o%20c%C3%A1o", SamplePdf.make().page("Mật danh Hoa Sữa").bytes()).body()).get("paper").asText();
        Until.holds(() -> server.room().meeting().papers().find(paper).filter(p -> p.isPrepared()).isPresent());
        sha256 = server.room().meeting().papers().find(paper).orElseThrow().sha256();
        server.issue();
        note("member1");
        note("member2");
        server.readings.note(List.of(new Reading(MeetingServer.MEETING, paper, "member1", 1, 2, 1)));
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        server.give("chair1", new SessionCommand.CloseMeeting());
        clock.ahead = Duration.ofDays(6 * 366);
    }

    @AfterEach
    void close() throws TimeoutException {
        server.close();
    }

    private void note(String person) throws IOException {
        String cookie = server.cookie(person);
        String notes = "/api/meetings/" + MeetingServer.MEETING + "/notes";
        String epoch = Json.MAPPER.readTree(server.get(cookie, notes + "?since=0").body()).get("epoch").asText();
        String id = UUID.randomUUID().toString();
        String op = "{\"epoch\":\"" + epoch + "\",\"ops\":[{\"op\":\"" + UUID.randomUUID() + "\",\"note\":\"" + id + "\",\"base\":0,\"put\":{\"id\":\"" + id + "\",\"paper\":\"" + paper
                + "\",\"page\":1,\"body\":{\"kind\":\"text\",\"colour\":\"BLUE\",\"at\":[200,300],\"text\":\"x\"},\"share\":{\"reach\":\"NOBODY\",\"people\":[]},\"opinion\":false,\"madeAt\":1764000000000,\"version\":0}}]}";
        HttpResponse<byte[]> put = server.send(cookie, "POST", notes, op.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
        assertThat(put.statusCode()).as(new String(put.body(), StandardCharsets.UTF_8)).isEqualTo(200);
    }

    private HttpResponse<byte[]> send(String person, String method, String path, String json) {
        return server.send(server.cookie(person), method, path, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    private JsonNode told() throws IOException {
        return Json.MAPPER.readTree(server.get(server.cookie("thuky1"), RULES).body());
    }

    private static String agreed(JsonNode preview) {
        return "{\"mark\":\"" + preview.get("mark").asText() + "\"}";
    }

    /** Four people at once: one of them carries it out. */
    private HttpResponse<byte[]> carryOutAtOnce(String json) {
        List<HttpResponse<byte[]>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> send("thuky1", "POST", RULES + "/runs", json))).limit(4).toList().stream().map(CompletableFuture::join).toList();
        assertThat(answers.stream().map(HttpResponse::statusCode).sorted()).containsExactly(200, 409, 409, 409);
        return answers.stream().filter(answer -> answer.statusCode() == 200).findFirst().orElseThrow();
    }

    @Test
    void what_is_over_goes_once_with_a_certificate_and_what_stays_says_so() throws Exception {
        assertThat(told().at("/preview/lines")).as("off by default").isEmpty();
        assertThat(send("thuky1", "PUT", RULES, ALL.replace("\"paperYears\":5", "\"paperYears\":0")).statusCode()).isEqualTo(400);
        assertThat(send("thuky1", "PUT", RULES, ALL).statusCode()).isEqualTo(200);
        JsonNode preview = told().get("preview");
        JsonNode line = told().at("/preview/lines/0");
        assertThat(List.of(line.get("notes").asInt(), line.get("readings").asInt(), line.get("papers").asInt())).containsExactly(2, 1, 1);
        assertThat(line.toString()).doesNotContain("member");

        Until.holds(() -> server.pages.missing(Set.of(sha256)) == 0);
        send("thuky1", "PUT", RULES, ALL.replace("30", "31"));
        assertThat(send("thuky1", "POST", RULES + "/runs", agreed(preview)).statusCode()).as("the rules are others").isEqualTo(409);
        send("thuky1", "PUT", RULES, ALL);
        note("member1");
        assertThat(send("thuky1", "POST", RULES + "/runs", agreed(preview)).statusCode()).as("a note more").isEqualTo(409);
        assertThat(server.log.notes(MeetingServer.MEETING)).isEqualTo(3);
        HttpResponse<byte[]> carried = carryOutAtOnce(agreed(told().get("preview")));
        String run = Json.MAPPER.readTree(carried.body()).get("run").asText();
        Until.holds(() -> server.log.run(run).flatMap(RetentionLog.Run::certificate).isPresent());
        assertThat(server.log.notes(MeetingServer.MEETING)).isZero();
        assertThat(server.log.readings(MeetingServer.MEETING)).isZero();
        assertThat(server.store.original(sha256)).isEmpty();
        assertThat(server.pages.missing(Set.of(sha256))).as("its words are out of the index before the certificate is there").isEqualTo(1);
        assertThat(told().at("/preview/lines")).isEmpty();
        HttpResponse<byte[]> page = server.get(server.cookie("member1"), "/files/" + MeetingServer.MEETING + "/" + paper + "/manifest");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("tiêu hủy theo thời hạn lưu trữ");
        assertThat(new String(server.get(server.cookie("member1"), "/api/search?q=hoa+sua").body(), StandardCharsets.UTF_8)).contains("\"meetings\":[]");

        String certificate = "/files/body/" + MeetingServer.BODY + "/certificate/" + run;
        JsonNode data = Json.MAPPER.readTree(server.get(server.cookie("thuky1"), certificate + "?as-json").body());
        assertThat(data.get("lines").findValuesAsText("what")).containsExactly("NOTES", "PAPERS", "READINGS");
        assertThat(data.at("/lines/1/hashes/0").asText()).isEqualTo(sha256);
        assertThat(data.toString()).doesNotContain("member1");
        try (PDDocument pdf = Loader.loadPDF(server.get(server.cookie("thuky1"), certificate).body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("CHỨNG NHẬN TIÊU HỦY", "Ghi chú riêng: 30 ngày", sha256.substring(0, 32));
        }
        assertThat(server.get(server.cookie("member1"), certificate).statusCode()).isEqualTo(404);
    }

    @Test
    void who_may_write_notes_is_told_how_long_they_are_kept() throws Exception {
        String time = "/api/meetings/" + MeetingServer.MEETING + "/notes-time";
        assertThat(Json.MAPPER.readTree(server.get(server.cookie("member1"), time).body()).has("days")).as("kept").isFalse();
        send("thuky1", "PUT", RULES, ALL);
        JsonNode told = Json.MAPPER.readTree(server.get(server.cookie("member1"), time).body());
        assertThat(told.get("days").asInt()).isEqualTo(30);
        Instant closed = server.room().meeting().session().closedAt().orElseThrow();
        assertThat(told.get("until").asLong()).isEqualTo(closed.plus(Duration.ofDays(30)).toEpochMilli());
        assertThat(told.get("held").asBoolean()).isFalse();
        assertThat(server.get(server.cookie("member1"), "/api/meetings/khong-co/notes-time").statusCode()).isEqualTo(404);
    }

    @Test
    void notes_may_be_kept_until_the_signed_minutes_are_issued() throws Exception {
        assertThat(send("thuky1", "PUT", RULES, "{\"notesDays\":0,\"nightly\":false,\"notesFrom\":\"MINUTES\"}").statusCode()).isEqualTo(200);
        String time = "/api/meetings/" + MeetingServer.MEETING + "/notes-time";
        assertThat(told().at("/preview/lines")).isEmpty();
        assertThat(Json.MAPPER.readTree(server.get(server.cookie("member1"), time).body()).has("until")).isFalse();
        assertThat(Json.MAPPER.readTree(server.get(server.cookie("member1"), time).body()).get("afterMinutes").asBoolean()).isTrue();
        server.give("chair1", new MinutesCommand.ApproveMinutes(Map.of()));
        give(new DocumentCommand.AddDocument("bien-ban", new Content(DocumentKind.MINUTES, Optional.empty(), Optional.of(new Content.Number(1, LocalDate.now().getYear(), "BB-BAN")), LocalDate.now(), List.of(), "",
                List.of(), List.of(SignatureSlot.CHAIR), "ab".repeat(32), Optional.empty(), server.room().standing().head().seq(), "cd".repeat(32), Optional.empty())));
        give(new DocumentCommand.AddSignature("bien-ban", SignatureSlot.CHAIR, "ab".repeat(32), "Lê An", "01", clock.instant(), "PAdES-BASELINE-B", "ef".repeat(32)));
        assertThat(told().at("/preview/lines")).as("signed, not issued").isEmpty();
        server.give("thuky1", new DocumentCommand.IssueDocument("bien-ban"));
        assertThat(told().at("/preview/lines/0/notes").asInt()).isEqualTo(2);
        assertThat(Json.MAPPER.readTree(server.get(server.cookie("member1"), time).body()).has("until")).isTrue();
    }

    private void give(DocumentCommand command) {
        MeetingServer.give(server.room(), new Caller("thuky1", Set.of(MeetingServer.BODY)), command);
    }

    @Test
    void a_held_meeting_keeps_all() throws Exception {
        send("thuky1", "PUT", RULES, ALL);
        server.give("thuky1", new RetentionCommand.SetHold("Phục vụ thanh tra"));
        assertThat(told().at("/preview/lines/0/held").asText()).isEqualTo("Phục vụ thanh tra");
        assertThat(send("thuky1", "POST", RULES + "/runs", agreed(told().get("preview"))).statusCode()).as("nothing to do").isEqualTo(409);
        assertThat(server.log.notes(MeetingServer.MEETING)).isEqualTo(2);
        server.give("thuky1", new RetentionCommand.LiftHold("Đã xong"));
        assertThat(told().at("/preview/lines/0").has("held")).isFalse();
    }

    @Test
    void rules_are_for_those_who_prepare_the_body_s_meetings() {
        assertThat(server.get(server.cookie("member1"), RULES).statusCode()).isEqualTo(403);
        assertThat(server.get(server.cookie("thuky1"), "/api/bodies/ban-khac/retention").statusCode()).isEqualTo(404);
        assertThat(server.get("", RULES).statusCode()).isEqualTo(401);
    }
}
