package vn.nghisu.web.archive;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.people.Invitees;
import vn.nghisu.room.Json;
import vn.nghisu.room.Room;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** The open exports over HTTP: formats by their standards, rights, and nothing in them that is not for everybody. */
@ExtendWith(FreshServer.class)
class ExportRoutesTest {
    private static final Caller SECRETARY = new Caller("thuky1", Set.of(MeetingServer.BODY));
    private static final String FILES = "/files/" + MeetingServer.MEETING + "/";

    @TempDir
    private Path folder;

    private MeetingServer server;

    private void vote(String id, Mode mode, String item) {
        server.give("thuky1", new VoteCommand.PrepareVote(id, new Vote.Motion("Thông qua " + id, Optional.of(item), mode, new Form.Answers(ChoiceSet.LEGAL), MajorityRule.MORE_THAN_HALF_OF_ALL,
                Quorum.TWO_THIRDS)));
        server.give("chair1", new VoteCommand.OpenVote(id, 0, true));
        server.give("chair1", new BallotCommand.CastBallot(id, List.of(ChoiceSet.LEGAL.choices().get(0).id()), ""));
        server.give("member1", new BallotCommand.CastBallot(id, List.of(ChoiceSet.LEGAL.choices().get(1).id()), ""));
        server.give("chair1", new VoteCommand.CloseVote(id));
    }

    private void hold() throws IOException {
        server.lay("thuky1", "item=mot-mot&fileName=a.pdf&title=B%C3%A1o%20c%C3%A1o", SamplePdf.make().page("Một").bytes());
        server.lay("thuky1", "item=mot-mot&fileName=b.pdf&title=Ri%C3%AAng&access=MEMBERS", SamplePdf.make().page("Hai").bytes());
        Until.holds(() -> server.room().meeting().papers().all().filter(paper -> paper.isPrepared()).count() == 2);
        server.issue();
        server.give("thuky1", new AttendanceCommand.MarkAllPresent(List.of("chair1", "member1", "member2"), Manner.IN_ROOM));
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        server.give("thuky1", new ConclusionCommand.RecordConclusion("mot-mot", "Thống nhất."));
        server.give("thuky1", new ConclusionCommand.RecordConclusion("hai-hai", "Mật."));
        vote("phieu-cong-khai", Mode.OPEN, "mot-mot");
        vote("phieu-khong-ten", Mode.UNNAMED, "mot-mot");
        vote("phieu-noi-bo", Mode.OPEN, "hai-hai");
        assertThat(server.get(server.cookie("thuky1"), FILES + "oparl.json").statusCode()).as("while it runs").isEqualTo(409);
        server.give("chair1", new SessionCommand.CloseMeeting());
    }

    private JsonNode json(String name) throws IOException {
        HttpResponse<byte[]> answer = server.get(server.cookie("thuky1"), FILES + name);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    @Test
    void the_journal_fits_its_published_schema() throws Exception {
        hold();
        Path here = Paths.get("").toAbsolutePath();
        String schema = Files.readString((here.endsWith("server") ? here.getParent() : here).resolve("docs/schemas/journal.schema.json"));
        JsonNode journal = json("journal.json");
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema).validate(journal)).isEmpty();
        assertThat(journal.get("entries")).hasSize((int) server.room().meeting().seq());
    }

    @Test
    void oparl_has_its_objects_and_nothing_that_is_not_for_everybody() throws Exception {
        hold();
        JsonNode document = json("oparl.json");
        assertThat(document.at("/system/type").asText()).isEqualTo("https://schema.oparl.org/1.1/System");
        JsonNode lists = document.get("lists");
        JsonNode body = lists.get(document.at("/system/body").asText()).at("/data/0");
        for (String member : List.of("id", "type", "name", "organization", "person", "meeting", "paper", "agendaItem", "consultation", "file", "membership", "locationList", "legislativeTermList", "legislativeTerm")) {
            assertThat(body.has(member)).as(member).isTrue();
        }
        JsonNode meeting = lists.get(body.get("meeting").asText()).at("/data/0");
        assertThat(meeting.get("agendaItem")).hasSize(1);
        JsonNode item = meeting.at("/agendaItem/0");
        assertThat(item.get("type").asText()).isEqualTo("https://schema.oparl.org/1.1/AgendaItem");
        assertThat(item.get("resolutionText").asText()).isEqualTo("Thống nhất.");
        assertThat(item.get("result").asText()).isNotEmpty();
        assertThat(meeting.get("participant")).hasSize(3);
        JsonNode papers = lists.get(body.get("paper").asText()).get("data");
        assertThat(papers).hasSize(1);
        assertThat(papers.at("/0/mainFile/accessUrl").asText()).startsWith("http").endsWith("/original");
        assertThat(papers.at("/0/consultation/0/agendaItem").asText()).isEqualTo(item.get("id").asText());
        assertThat(document.toString()).doesNotContain("nội bộ", "Mật.", "Riêng", "phieu-noi-bo");
        lists.forEach(list -> list.get("data").forEach(each -> assertThat(each.get("type").asText()).startsWith("https://schema.oparl.org/1.1/")));
    }

    @Test
    void popolo_tells_who_voted_how_of_open_votes_only() throws Exception {
        hold();
        JsonNode document = json("popolo.json");
        assertThat(document.get("motions")).hasSize(2);
        JsonNode open = document.at("/motions/0/vote_events/0");
        assertThat(open.get("counts").toString()).isEqualTo("[{\"option\":\"yes\",\"value\":1},{\"option\":\"no\",\"value\":1},{\"option\":\"abstain\",\"value\":0},{\"option\":\"not voting\",\"value\":1},{\"option\":\"absent\",\"value\":0}]");
        assertThat(open.get("votes").findValuesAsText("option")).containsExactly("yes", "no", "not voting");
        JsonNode unnamed = document.at("/motions/1/vote_events/0");
        assertThat(unnamed.has("votes")).isFalse();
        assertThat(unnamed.get("counts")).hasSize(5);
        assertThat(document.toString()).doesNotContain("noi-bo");
    }

    @Test
    void calendars_keep_their_ids() throws Exception {
        hold();
        String text = new String(server.get(server.cookie("guest1"), FILES + "calendar.ics").body(), StandardCharsets.UTF_8);
        assertThat(text).contains("TZID:Asia/Ho_Chi_Minh", "DTSTART;TZID=Asia/Ho_Chi_Minh:", "STATUS:CONFIRMED", "SEQUENCE:1");
        ICalendar read = Biweekly.parse(text).first();
        assertThat(read.getEvents().get(0).getUid().getValue()).isEqualTo(MeetingServer.MEETING + "@nghisu");
        assertThat(read.getEvents().get(0).getDateStart().getValue().toInstant().getEpochSecond()).as("when it was held, not when it was to be").isEqualTo(server.room().meeting().session().openedAt().orElseThrow().getEpochSecond());
        int year = LocalDate.now(VietnamTime.ZONE).getYear();
        assertThat(server.get(server.cookie("member1"), "/files/body/" + MeetingServer.BODY + "/calendar.ics?year=" + year).statusCode()).isEqualTo(200);
        assertThat(server.get(server.cookie("other1"), "/files/body/" + MeetingServer.BODY + "/calendar.ics?year=" + year).statusCode()).isEqualTo(404);
    }

    private String calendar(String meeting) {
        return new String(server.get(server.cookie("thuky1"), "/files/" + meeting + "/calendar.ics").body(), StandardCharsets.UTF_8);
    }

    private Room make(String id, Kind kind) {
        Room room = server.rooms.create(id);
        MeetingServer.give(room, SECRETARY, new PreparationCommand.CreateMeeting("Phiên họp thường kỳ lần thứ chín của Ban Chỉ đạo cải cách hành chính và chuyển đổi số; đánh giá, kết quả chín tháng", kind, MeetingServer.BODY, "BAN", "", "Lam Sơn",
                "Phòng họp số 2, tầng 3, trụ sở Ủy ban nhân dân tỉnh", Instant.now().plusSeconds(90_000), Instant.now().plusSeconds(99_000), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS,
                Invitees.of(server.accounts.directory(), MeetingServer.BODY)));
        MeetingServer.give(room, SECRETARY, MeetingServer.item("hai-mot", "Việc khác", Visibility.EVERYONE));
        MeetingServer.give(room, SECRETARY, MeetingServer.item("hai-hai", "Việc nội bộ", Visibility.MEMBERS));
        return room;
    }

    @Test
    void a_calendar_is_folded_by_octets_and_its_sequence_tells_what_everybody_sees() {
        Room room = make("phien-hop-2", Kind.REGULAR);
        MeetingServer.give(room, SECRETARY, new PreparationCommand.IssueMeeting());
        assertThat(calendar("phien-hop-2")).contains("SEQUENCE:0", "TRANSP:OPAQUE");
        assertThat(calendar("phien-hop-2").lines()).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75));
        assertThat(Biweekly.parse(calendar("phien-hop-2")).first().getEvents().get(0).getSummary().getValue()).isEqualTo(room.meeting().head().title());
        MeetingServer.give(room, SECRETARY, new AgendaCommand.RemoveItem("hai-hai", Optional.of("Để sau")));
        assertThat(calendar("phien-hop-2")).as("a change that is not for everybody").contains("SEQUENCE:0");
        MeetingServer.give(room, SECRETARY, new PreparationCommand.EditMeeting("Phiên họp", Kind.REGULAR, "Phòng 1", room.meeting().head().startsAt(), room.meeting().head().endsAt(), Optional.of("Đổi phòng")));
        assertThat(calendar("phien-hop-2")).contains("SEQUENCE:1");
        MeetingServer.give(room, SECRETARY, new PreparationCommand.CancelMeeting("Hoãn"));
        assertThat(calendar("phien-hop-2")).contains("SEQUENCE:2", "STATUS:CANCELLED");
    }

    @Test
    void who_does_not_prepare_takes_nothing_out_and_a_body_s_years_come_in_one_file() throws Exception {
        hold();
        for (String name : List.of("journal.json", "oparl.json", "popolo.json")) {
            assertThat(server.get(server.cookie("member1"), FILES + name).statusCode()).as(name).isEqualTo(404);
            assertThat(server.get("", FILES + name).statusCode()).as(name).isEqualTo(401);
        }
        String all = "/files/body/" + MeetingServer.BODY + "/exports.zip?from=2020&to=2090";
        assertThat(server.get(server.cookie("member1"), all).statusCode()).isEqualTo(404);
        assertThat(server.get(server.cookie("thuky1"), "/files/body/" + MeetingServer.BODY + "/exports.zip?from=x").statusCode()).isEqualTo(400);
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(server.get(server.cookie("thuky1"), all).body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactly("oparl.json", "popolo.json", "calendar.ics", "journal/" + MeetingServer.MEETING + ".json");
    }
}
