package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.circulation.CirculationCommand;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.preparation.HeadView;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.papers.PaperWorks;
import vn.nghisu.room.FormKeeper;
import vn.nghisu.room.OwnPapers;
import vn.nghisu.room.PaperDesk;
import vn.nghisu.room.Room;
import vn.nghisu.web.MeetingServer;

/** From a form over its result to the next meeting, over HTTP: by itself, taken out, put in again. */
class ClosedFormsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private final Instant now = Instant.now();
    private MeetingServer server;
    private PaperWorks works;
    private Vertx vertx;

    @BeforeEach
    void start() throws Exception {
        server = new MeetingServer(folder);
        works = new PaperWorks(server.store, 1);
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stop() throws Exception {
        works.close();
        vertx.close().await(20, TimeUnit.SECONDS);
        server.close();
    }

    private FormKeeper keeper() {
        return new FormKeeper(vertx, server.rooms, new OwnPapers(vertx, server.store, server.intake, new PaperDesk(server.rooms, works)), Instant::now);
    }

    private HttpResponse<byte[]> send(String person, String method, String path, String body) {
        return server.send(server.cookie(person), method, path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    private JsonNode json(String person, String path) throws IOException {
        HttpResponse<byte[]> answer = server.get(server.cookie(person), path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    private String create(String kind, String title, Instant endsAt) throws IOException {
        HttpResponse<byte[]> made = send("thuky1", "POST", "/api/meetings", "{\"bodyId\":\"" + MeetingServer.BODY + "\",\"title\":\"" + title + "\",\"kind\":\"" + kind
                + "\",\"room\":\"\",\"startsAt\":\"" + endsAt.minusSeconds(3_600) + "\",\"endsAt\":\"" + endsAt + "\"}");
        assertThat(made.statusCode()).as(new String(made.body(), StandardCharsets.UTF_8)).isEqualTo(201);
        return MAPPER.readTree(made.body()).get("id").asText();
    }

    private void give(String meeting, String person, Command command) {
        MeetingServer.give(server.rooms.find(meeting).orElseThrow(), Caller.person(person), command);
    }

    private Meeting meeting(String id) {
        return server.rooms.find(id).map(Room::meeting).orElseThrow();
    }

    /** Sent to chair1, member1 and member2, answered by member1, not closed. */
    private String formSent(String title) throws IOException {
        String form = create("OPINION_FORM", title, now.plusSeconds(7_200));
        give(form, "thuky1", new VoteCommand.PrepareVote("cau-hoi-1", new Vote.Motion("Đồng ý với dự toán?", Optional.empty(), Mode.OPEN, new Form.Answers(ChoiceSet.OPINION),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS)));
        give(form, "thuky1", new PreparationCommand.IssueMeeting());
        give(form, "member1", new BallotCommand.CastBallot("cau-hoi-1", List.of("other"), "Tăng cho cấp xã"));
        return form;
    }

    @Test
    void a_form_is_shown_with_what_its_reader_has_answered() throws IOException {
        String form = formSent("Dự toán");
        JsonNode mine = line(json("member1", "/api/meetings"), form);
        assertThat(mine.at("/form/answered").asInt()).isEqualTo(1);
        assertThat(mine.at("/form/waitingFor").isMissingNode()).isTrue();
        assertThat(meeting(form).roster().find("guest1")).as("guests are not asked").isEmpty();
        give(form, "thuky1", new CirculationCommand.RemindMembers());
        assertThat(line(json("member2", "/api/meetings"), form).at("/form/remindedAt").asLong()).isPositive();
        assertThat(line(json("member1", "/api/meetings"), form).at("/form/remindedAt").isMissingNode()).isTrue();
        assertThat(line(json("thuky1", "/api/meetings"), form).at("/form/waitingFor").asInt()).isEqualTo(2);
    }

    private static JsonNode line(JsonNode list, String meeting) {
        for (JsonNode line : list.get("meetings")) {
            if (line.get("id").asText().equals(meeting)) {
                return line;
            }
        }
        throw new AssertionError("no line of " + meeting);
    }

    @Test
    void its_result_goes_into_the_next_meeting_by_itself_once() throws IOException {
        String form = formSent("Dự toán năm sau");
        assertThat(create("REGULAR", "Phiên trước khi kết thúc phiếu", now.plusSeconds(9_000))).satisfies(early -> assertThat(meeting(early).agenda().order()).isEmpty());
        give(form, "thuky1", new CirculationCommand.CloseForm());
        String next = create("REGULAR", "Phiên tiếp theo", now.plusSeconds(90_000));
        String item = Circulation.itemOf(meeting(next), form).orElseThrow();
        assertThat(meeting(next).agenda().find(item).orElseThrow().title()).isEqualTo("Kết quả lấy ý kiến bằng phiếu: Dự toán năm sau");
        assertThat(meeting(create("REGULAR", "Phiên sau nữa", now.plusSeconds(99_000))).agenda().order()).as("one meeting is enough").isEmpty();

        try (FormKeeper keeper = keeper()) {
            Until.holds(() -> meeting(next).papers().of(item).anyMatch(Paper::isPrepared));
            Paper paper = meeting(next).papers().of(item).findFirst().orElseThrow();
            assertThat(paper.access()).isEqualTo(Access.MEMBERS);
            try (var document = Loader.loadPDF(server.store.original(paper.sha256()).orElseThrow().toFile())) {
                String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
                assertThat(text).contains("/BC-", "BÁO CÁO", "Tổng hợp phiếu lấy ý kiến “Dự toán năm sau”", "Số phiếu phát ra: 3; số phiếu thu về: 1.", "Tăng cho cấp xã", "phát ra 3 phiếu, thu về 1 phiếu", "Không trả lời");
            }
            assertThat(server.get(server.cookie("member1"), "/files/" + form + "/minutes.pdf").statusCode()).isEqualTo(200);
        }

        JsonNode offered = json("thuky1", "/api/meetings/" + next + "/forms").get("forms");
        assertThat(offered).hasSize(1);
        assertThat(offered.get(0).get("item").asText()).isEqualTo(item);
        give(next, "thuky1", new CirculationCommand.LeaveOutForm(form, Optional.empty()));
        assertThat(json("thuky1", "/api/meetings/" + next + "/forms").at("/forms/0/item").isMissingNode()).isTrue();
        assertThat(send("thuky1", "POST", "/api/meetings/" + next + "/forms/" + form, "{}").statusCode()).isEqualTo(200);
        assertThat(Circulation.itemOf(meeting(next), form)).isPresent();
        assertThat(send("thuky1", "POST", "/api/meetings/" + next + "/forms/" + form, "{}").statusCode()).as("it is there already").isEqualTo(409);

        String after = create("REGULAR", "Phiên cuối năm", now.plusSeconds(120_000));
        HttpResponse<byte[]> second = send("thuky1", "POST", "/api/meetings/" + after + "/forms/" + form, "{}");
        assertThat(second.statusCode()).as("another meeting has it").isEqualTo(409);
        assertThat(new String(second.body(), StandardCharsets.UTF_8)).contains("phiên họp khác");
        assertThat(Circulation.itemOf(meeting(after), form)).isEmpty();
    }

    @Test
    void forms_are_offered_only_to_who_prepares_a_meeting_of_their_body() throws IOException {
        String form = formSent("Dự toán");
        give(form, "thuky1", new CirculationCommand.CloseForm());
        assertThat(send("member1", "GET", "/api/meetings/" + MeetingServer.MEETING + "/forms", "").statusCode()).isEqualTo(404);
        server.issue();
        assertThat(send("member1", "GET", "/api/meetings/" + MeetingServer.MEETING + "/forms", "").statusCode()).isEqualTo(403);
        assertThat(send("other1", "POST", "/api/meetings/" + MeetingServer.MEETING + "/forms/" + form, "{}").statusCode()).isEqualTo(404);
        assertThat(send("thuky1", "POST", "/api/meetings/" + MeetingServer.MEETING + "/forms/nowhere", "{}").statusCode()).isEqualTo(404);
        assertThat(send("thuky1", "POST", "/api/meetings/" + MeetingServer.MEETING + "/forms/" + form, "{}").statusCode()).as("an issued meeting wants the reason").isEqualTo(409);
        assertThat(send("thuky1", "POST", "/api/meetings/" + MeetingServer.MEETING + "/forms/" + form, "{\"reason\":\"Báo cáo kết quả\"}").statusCode()).isEqualTo(200);
        try (FormKeeper keeper = keeper()) {
            Until.holds(() -> meeting(MeetingServer.MEETING).papers().all().findAny().isPresent());
        }
        assertThat(HeadView.of(meeting(MeetingServer.MEETING), Rights.of(meeting(MeetingServer.MEETING), Caller.person("thuky1"))).revisions())
                .extracting(HeadView.RevisionView::by).containsExactly("Nguyễn thuky1", "Nghị Sự");
    }

    @Test
    void the_report_of_a_form_that_is_out_tells_no_answer() throws IOException {
        String form = formSent("Dự toán");
        JsonNode page = json("thuky1", "/api/meetings/" + form + "/minutes");
        assertThat(page.get("kind").asText()).isEqualTo("OPINION_FORM");
        assertThat(page.toString()).contains("kết quả có khi kết thúc").doesNotContain("Tăng cho cấp xã");
        assertThat(server.get(server.cookie("member1"), "/api/meetings/" + form + "/minutes").statusCode()).isEqualTo(404);
    }
}
