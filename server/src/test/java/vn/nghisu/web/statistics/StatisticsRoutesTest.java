package vn.nghisu.web.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.tasks.Assignment;
import vn.nghisu.meeting.tasks.Entrusted;
import vn.nghisu.meeting.tasks.TaskCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.people.Person;
import vn.nghisu.people.SystemRole;
import vn.nghisu.web.Spreadsheet;
import vn.nghisu.web.MeetingServer;

/** What a body's meetings come to, for those who lead them; an administrator hears nothing of what is hidden. */
class StatisticsRoutesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String STATISTICS = "/api/bodies/" + MeetingServer.BODY + "/statistics";

    @TempDir
    Path folder;

    private MeetingServer server;

    @BeforeEach
    void meeting() throws Exception {
        server = new MeetingServer(folder);
        server.accounts.directory().save(new Person("quantri", "Quản trị", "", "", Optional.empty(), "quantri", SystemRole.ADMINISTRATOR, Language.VI, true));
        server.give("thuky1", MeetingServer.item("formula", "=HYPERLINK(\"x\")", Visibility.EVERYONE));
        server.issue();
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        server.give("thuky1", new AttendanceCommand.MarkPresent("member1", Manner.IN_ROOM));
        server.give("thuky1", new AttendanceCommand.MarkPresent("chair1", Manner.IN_ROOM));
        for (String item : new String[] {"mot-mot", "hai-hai", "formula"}) {
            server.give("chair1", new AgendaCommand.TakeUpItem(item));
            server.give("chair1", new FloorCommand.AppointSpeaker("member1", Optional.empty(), true));
            server.give("chair1", new FloorCommand.EndTurn());
        }
        server.give("thuky1", new VoteCommand.PrepareVote("bq-1", new Vote.Motion("Thông qua báo cáo", Optional.of("mot-mot"), Mode.OPEN, new Form.Answers(ChoiceSet.LEGAL),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS)));
        server.give("chair1", new VoteCommand.OpenVote("bq-1", 0, true));
        server.give("member1", new BallotCommand.CastBallot("bq-1", List.of(ChoiceSet.LEGAL.choices().get(0).id()), ""));
        server.give("chair1", new VoteCommand.CloseVote("bq-1"));
        server.give("thuky1", new TaskCommand.AssignTask("task1", Optional.of("hai-hai"), new Assignment("Rà soát", "", "Sở Nội vụ", List.of(), Optional.empty(), Optional.empty(),
                new Entrusted("other1", "Nguyễn other1", "", ""), Optional.empty())));
        server.give("chair1", new SessionCommand.CloseMeeting());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private HttpResponse<byte[]> get(String person, String path) {
        return server.get(server.cookie(person), path);
    }

    private JsonNode told(String person) throws IOException {
        return MAPPER.readTree(get(person, STATISTICS).body()).get("statistics");
    }

    @Test
    void those_who_lead_are_told_and_others_find_nothing() throws Exception {
        JsonNode told = told("thuky1");
        assertThat(told.at("/meetings/0/members").asInt()).isEqualTo(4);
        assertThat(told.at("/meetings/0/present").asInt()).isEqualTo(2);
        assertThat(told.at("/meetings/0/turns").asInt()).isEqualTo(3);
        assertThat(told.at("/tasks/given").asInt()).isEqualTo(1);
        assertThat(told.get("items")).hasSize(3);
        for (String person : new String[] {"member1", "guest1", "other1"}) {
            assertThat(get(person, STATISTICS).statusCode()).as(person).isEqualTo(404);
            assertThat(get(person, STATISTICS + "/file?kind=xlsx").statusCode()).as(person).isEqualTo(404);
        }
        assertThat(get("chair1", STATISTICS + "?from=2001-01-01&to=2001-12-31").body()).asString(StandardCharsets.UTF_8).contains("\"meetings\":[]");
        assertThat(get("chair1", STATISTICS + "?from=gestern").statusCode()).isEqualTo(400);
    }

    @Test
    void an_administrator_is_told_nothing_of_a_hidden_item() throws Exception {
        JsonNode told = told("quantri");
        assertThat(told.at("/meetings/0/turns").asInt()).isEqualTo(2);
        assertThat(told.get("tasks")).as("a guest is told of none").isNull();
        assertThat(told.toString()).doesNotContain("Việc nội bộ");
    }

    @Test
    void what_a_table_leaves_out_is_counted_and_said() throws Exception {
        Statistics told = Statistics.of(Collections.nCopies(Statistics.VOTES + 5, server.room().meeting()), meeting -> Rights.of(meeting, Caller.system()), Instant.now());
        assertThat(told.votes()).hasSize(Statistics.VOTES);
        Statistics.ModeSum open = told.modes().get(0);
        assertThat(List.of(open.mode(), open.votes(), open.passed(), open.cast())).containsExactly(Mode.OPEN, Statistics.VOTES + 5, 0, Statistics.VOTES + 5L);
        assertThat(told.items()).hasSize(Statistics.ITEMS);
        assertThat(told.discussed()).isEqualTo(3 * (Statistics.VOTES + 5));
        StatisticsTables tables = new StatisticsTables(told, Language.VI);
        assertThat(new String(tables.csv(StatisticsTables.Which.VOTES), StandardCharsets.UTF_8)).endsWith("Chỉ gồm 1000 biểu quyết gần nhất trong 1005 biểu quyết\r\n");
        assertThat(new String(tables.csv(StatisticsTables.Which.ITEMS), StandardCharsets.UTF_8)).endsWith("Chỉ gồm 200 nội dung thảo luận lâu nhất trong 3015 nội dung\r\n");
        Statistics one = Statistics.of(List.of(server.room().meeting()), meeting -> Rights.of(meeting, Caller.system()), Instant.now());
        Statistics newest = new Statistics(one.meetings(), List.of(new Statistics.PersonLine("guest1", "Khách", "", 0, 0, 0, 60_000, 1)), one.items(), one.discussed(), one.votes(), one.modes(), one.paper(), one.tasks());
        assertThat(new String(new StatisticsTables(newest, Language.VI).csv(StatisticsTables.Which.PEOPLE), StandardCharsets.UTF_8)).as("of no meeting there is no share").contains("Khách;;0;0;;0;1,0;1");
    }

    @Test
    void files_open_in_a_spreadsheet_and_run_nothing() throws Exception {
        String csv = new String(get("thuky1", STATISTICS + "/file?kind=csv&table=ITEMS").body(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFNội dung;Ngày;").contains("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(Spreadsheet.harmless("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(Spreadsheet.harmless("Nguyễn Văn A")).isEqualTo("Nguyễn Văn A");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(get("thuky1", STATISTICS + "/file?kind=xlsx").body()))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(4);
            assertThat(book.getSheetAt(0).getRow(1).getCell(3).getNumericCellValue()).isEqualTo(2);
            assertThat(book.getSheetAt(0).getRow(1).getCell(1).getCellStyle().getDataFormatString()).as("a day, so that it can be sorted").isEqualTo("dd/mm/yyyy");
            assertThat(book.getSheetAt(2).getRow(3).getCell(0).getCellType().name()).isEqualTo("STRING");
        }
        assertThat(get("thuky1", STATISTICS + "/file?table=NONE").statusCode()).isEqualTo(400);
    }
}
