package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.tasks.Assignment;
import vn.nghisu.meeting.tasks.Entrusted;
import vn.nghisu.meeting.tasks.Task;
import vn.nghisu.meeting.tasks.TaskCommand;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.people.Person;
import vn.nghisu.people.SystemRole;
import vn.nghisu.room.Room;
import vn.nghisu.web.MeetingServer;

/** Tasks over HTTP: each sees the own, those of the own unit, or all of a body; commands come from people outside the meeting too. */
class TaskRoutesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final LocalDate today = Task.day(Instant.now());

    @TempDir
    Path folder;

    private MeetingServer server;

    @BeforeEach
    void start() throws Exception {
        server = new MeetingServer(folder);
        person("colleague", "Sở Nội vụ");
        person("neighbour", "Sở Tài chính");
        person("watcher", "Văn phòng");
        server.issue();
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        assign("task-late", "other1", today.plusDays(30));
        assign("task-soon", "other1", today.plusDays(2));
        assign("task-none", "other1", null);
        server.give("thuky1", new TaskCommand.AssignTask("task-hid", Optional.of("hai-hai"), assignment("guest1", today.plusDays(9))));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private void person(String id, String unit) {
        server.accounts.directory().save(new Person(id, "Trần " + id, "", unit, Optional.empty(), id, SystemRole.NONE, Language.VI, true));
    }

    private static Assignment assignment(String handler, LocalDate due) {
        return new Assignment("Rà soát", "", "Sở Nội vụ", List.of("Sở Tài chính"), Optional.empty(), Optional.of(new Entrusted("watcher", "Trần watcher", "", "")),
                new Entrusted(handler, "Nguyễn " + handler, "", ""), Optional.ofNullable(due));
    }

    private void assign(String task, String handler, LocalDate due) {
        server.give("thuky1", new TaskCommand.AssignTask(task, Optional.of("mot-mot"), assignment(handler, due)));
    }

    private void close() {
        server.give("chair1", new SessionCommand.CloseMeeting());
    }

    private HttpResponse<byte[]> get(String person, String path) {
        return server.get(server.cookie(person), path);
    }

    private JsonNode json(String person, String path) throws IOException {
        HttpResponse<byte[]> answer = get(person, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    private List<String> ids(String person, String of) throws IOException {
        return StreamSupport.stream(json(person, "/api/tasks?of=" + of).get("tasks").spliterator(), false).map(task -> task.get("id").asText()).toList();
    }

    private HttpResponse<byte[]> command(String person, String command) {
        return server.send(server.cookie(person), "POST", "/api/meetings/" + MeetingServer.MEETING + "/commands",
                ("{\"id\":\"" + UUID.randomUUID() + "\",\"command\":" + command + "}").getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    @Test
    void each_sees_what_is_theirs_once_the_meeting_is_closed() throws IOException {
        assertThat(ids("other1", "me")).as("not told yet").isEmpty();
        assertThat(ids("thuky1", "body")).hasSize(4);
        close();
        assertThat(ids("other1", "me")).containsExactly("task-soon", "task-late", "task-none");
        assertThat(ids("guest1", "me")).containsExactly("task-hid");
        assertThat(ids("watcher", "me")).hasSize(4);
        assertThat(ids("colleague", "me")).isEmpty();
        assertThat(ids("colleague", "unit")).hasSize(4);
        assertThat(ids("neighbour", "unit")).as("coordinating").hasSize(4);
        assertThat(ids("other1", "unit")).as("another unit").isEmpty();
        assertThat(ids("other1", "body")).isEmpty();
        assertThat(ids("chair1", "body")).hasSize(4);
        assertThat(ids("member1", "body")).isEmpty();
        assertThat(get("other1", "/api/tasks?of=all").statusCode()).isEqualTo(400);
        assertThat(get("other1", "/api/tasks/file?of=all").statusCode()).isEqualTo(400);
        assertThat(new String(get("watcher", "/api/tasks/file?of=me&kind=csv").body(), StandardCharsets.UTF_8).lines()).as("titles and tasks").hasSize(5);
        assertThat(new String(get("other1", "/api/tasks/file?of=unit&kind=csv").body(), StandardCharsets.UTF_8).lines()).as("nobody else's").hasSize(1);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(get("watcher", "/api/tasks/file?of=me&kind=xlsx").body()))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(4);
        }
        assertThat(json("chair1", "/api/tasks?of=body").get("oversees").asBoolean()).isTrue();
        assertThat(json("other1", "/api/tasks").get("oversees").asBoolean()).isFalse();
        assertThat(json("thuky1", "/api/tasks?of=body").at("/counts/soon").asInt()).isEqualTo(1);
    }

    private HttpResponse<byte[]> bring(String person, String task, UUID id, byte[] file) {
        return server.send(server.cookie(person), "POST", "/api/meetings/" + MeetingServer.MEETING + "/tasks/" + task + "/files?file=" + id + "&fileName=anh.pdf", file,
                "Content-Type", "application/octet-stream");
    }

    @Test
    void a_file_comes_with_a_report_once_and_is_read_by_those_who_see_the_task() throws IOException {
        person("stranger", "Sở Y tế");
        byte[] file = SamplePdf.make().page("Kết quả").bytes();
        UUID id = UUID.randomUUID();
        assertThat(bring("other1", "task-soon", id, file).statusCode()).as("not told yet").isEqualTo(404);
        close();
        assertThat(bring("other1", "task-soon", id, file).statusCode()).isEqualTo(200);
        assertThat(bring("other1", "task-soon", id, file).statusCode()).as("sent again").isEqualTo(200);
        assertThat(bring("other1", "task-soon", id, SamplePdf.make().page("Khác").bytes()).statusCode()).as("another one under its name").isEqualTo(409);
        JsonNode steps = json("colleague", "/api/meetings/" + MeetingServer.MEETING + "/tasks/task-soon").get("steps");
        assertThat(steps).hasSize(2);
        assertThat(steps.at("/1/file/fileName").asText()).isEqualTo("anh.pdf");
        String address = "/files/" + MeetingServer.MEETING + "/tasks/task-soon/" + id;
        assertThat(get("neighbour", address).body()).isEqualTo(file);
        assertThat(get("neighbour", address).headers().firstValue("Content-Disposition").orElseThrow()).contains("anh.pdf");
        assertThat(get("neighbour", "/files/" + MeetingServer.MEETING + "/tasks/task-late/" + id).statusCode()).as("another task").isEqualTo(404);
        assertThat(bring("neighbour", "task-soon", UUID.randomUUID(), file).statusCode()).as("coordinates only").isEqualTo(403);
        assertThat(get("stranger", address).statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_that_is_none_or_too_long_is_refused_and_leaves_nothing() throws IOException {
        close();
        assertThat(bring("other1", "task-soon", UUID.randomUUID(), "MZ không phải tài liệu".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(422);
        assertThat(bring("other1", "task-soon", UUID.randomUUID(), new byte[0]).statusCode()).isEqualTo(422);
        HttpResponse<byte[]> long1 = bring("other1", "task-soon", UUID.randomUUID(), new byte[(int) TaskFileRoutes.FILE_BYTES + 1]);
        assertThat(long1.statusCode()).isEqualTo(413);
        assertThat(MAPPER.readTree(long1.body()).get("text").asText()).contains("20480");
        assertThat(json("other1", "/api/meetings/" + MeetingServer.MEETING + "/tasks/task-soon").get("steps")).hasSize(1);
    }

    @Test
    void an_items_title_is_told_to_those_who_may_see_it_only() throws IOException {
        close();
        JsonNode guest = json("guest1", "/api/tasks?of=me").at("/tasks/0");
        assertThat(guest.has("about")).as("an item for members only").isFalse();
        assertThat(guest.toString()).doesNotContain("Việc nội bộ");
        assertThat(json("member1", "/api/meetings/" + MeetingServer.MEETING + "/tasks/task-hid").at("/task/about").asText()).isEqualTo("Việc nội bộ");
    }

    @Test
    void somebody_outside_the_meeting_reports_and_claims_and_the_chair_approves() throws IOException {
        close();
        String one = "/api/meetings/" + MeetingServer.MEETING + "/tasks/task-soon";
        assertThat(command("other1", "{\"type\":\"reportProgress\",\"task\":\"task-soon\",\"percent\":40,\"words\":\"Đã xong ba sở\"}").statusCode()).isEqualTo(200);
        assertThat(command("colleague", "{\"type\":\"askExtension\",\"task\":\"task-soon\",\"until\":\"" + today.plusDays(9) + "\",\"reason\":\"Chờ\"}").statusCode()).isEqualTo(200);
        assertThat(command("neighbour", "{\"type\":\"claimCompletion\",\"task\":\"task-soon\",\"words\":\"x\"}").statusCode()).isEqualTo(409);
        assertThat(command("other1", "{\"type\":\"askExtension\",\"task\":\"task-soon\",\"until\":\"2026-02-30\",\"reason\":\"x\"}").statusCode()).as("no such day").isEqualTo(400);
        assertThat(json("chair1", "/api/meetings").at("/tasks/waiting").asInt()).isEqualTo(1);
        assertThat(json("chair1", one).at("/task/ask/by").asText()).isEqualTo("Trần colleague");
        assertThat(command("other1", "{\"type\":\"claimCompletion\",\"task\":\"task-soon\",\"words\":\"Xong\"}").statusCode()).isEqualTo(200);
        assertThat(command("other1", "{\"type\":\"decideCompletion\",\"task\":\"task-soon\",\"approved\":true,\"words\":\"\"}").statusCode()).isEqualTo(409);
        assertThat(command("chair1", "{\"type\":\"decideCompletion\",\"task\":\"task-soon\",\"approved\":true,\"words\":\"\"}").statusCode()).isEqualTo(200);
        JsonNode steps = json("watcher", one).get("steps");
        assertThat(StreamSupport.stream(steps.spliterator(), false).map(step -> step.get("what").asText() + " " + step.get("by").asText()))
                .containsExactly("ASSIGNED Nguyễn thuky1", "REPORTED Nguyễn other1", "EXTENSION_ASKED Trần colleague", "CLAIMED Nguyễn other1", "APPROVED Nguyễn chair1");
        assertThat(ids("other1", "me")).as("what has ended comes last").containsExactly("task-late", "task-none", "task-soon");
        assertThat(get("member2", "/api/meetings/" + MeetingServer.MEETING + "/tasks/task-no").statusCode()).isEqualTo(404);
        assertThat(json("thuky1", "/api/meetings/" + MeetingServer.MEETING + "/minutes").toString()).as("told by name").contains("\"actor\":\"Nguyễn other1\"", "\"actor\":\"Trần colleague\"");
    }

    @Test
    void handler_and_monitor_are_reminded_beside_their_meetings() throws IOException {
        assertThat(json("other1", "/api/meetings").at("/tasks/open").asInt()).isZero();
        close();
        assertThat(json("other1", "/api/meetings").get("tasks")).isEqualTo(MAPPER.readTree("{\"open\":3,\"overdue\":0,\"soon\":1,\"waiting\":0}"));
        assertThat(json("watcher", "/api/meetings").at("/tasks/soon").asInt()).isEqualTo(1);
        assertThat(json("colleague", "/api/meetings").at("/tasks/soon").asInt()).isZero();
        assertThat(get("colleague", "/api/meetings/" + MeetingServer.MEETING + "/tasks/task-soon").statusCode()).isEqualTo(200);
        assertThat(get("other1", "/api/meetings/" + MeetingServer.MEETING + "/tasks/task-hid").statusCode()).as("somebody else's").isEqualTo(404);
    }

    @Test
    void the_next_meeting_shows_them_live_to_the_people_of_the_body() throws IOException {
        close();
        Room next = server.rooms.create("phien-hop-2");
        Caller secretary = new Caller("thuky1", java.util.Set.of(MeetingServer.BODY));
        PreparationCommand.CreateMeeting made = create(next);
        MeetingServer.give(next, secretary, made);
        String review = "/api/meetings/phien-hop-2/task-review";
        assertThat(get("thuky1", review).statusCode()).as("not on the agenda").isEqualTo(404);
        assertThat(server.send(server.cookie("member1"), "POST", review, "{}".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json").statusCode()).isEqualTo(409);
        assertThat(server.send(server.cookie("thuky1"), "POST", review, "{}".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json").statusCode()).isEqualTo(200);
        assertThat(get("member1", review).statusCode()).as("a draft").isEqualTo(404);
        MeetingServer.give(next, secretary, new PreparationCommand.IssueMeeting());
        assertThat(json("member1", review).at("/tasks/0/id").asText()).isEqualTo("task-soon");
        assertThat(get("guest1", review).statusCode()).isEqualTo(404);
        assertThat(get("other1", review).statusCode()).isEqualTo(404);
        command("other1", "{\"type\":\"reportProgress\",\"task\":\"task-soon\",\"percent\":80,\"words\":\"x\"}");
        assertThat(json("member1", review).at("/tasks/0/percent").asInt()).isEqualTo(80);
        assertThat(json("member1", review).at("/tasks/0/mayOversee").asBoolean()).isFalse();
    }

    private PreparationCommand.CreateMeeting create(Room next) {
        var head = server.room().meeting().head();
        return new PreparationCommand.CreateMeeting("Phiên họp " + next.meetingId(), head.kind(), head.bodyId(), head.bodyName(), "", "", "", head.startsAt().plusSeconds(86_400),
                head.endsAt().plusSeconds(86_400), head.rule(), head.quorum(), server.room().meeting().roster().all().toList());
    }
}
