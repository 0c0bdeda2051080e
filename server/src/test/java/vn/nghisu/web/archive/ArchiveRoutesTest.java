package vn.nghisu.web.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.minutes.MinutesCommand;
import vn.nghisu.meeting.minutes.MinutesTexts;
import vn.nghisu.meeting.minutes.RichBlock;
import vn.nghisu.meeting.minutes.RichText;
import vn.nghisu.meeting.minutes.TextPart;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.retention.RetentionCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.people.Invitees;
import vn.nghisu.room.Json;
import vn.nghisu.room.Room;
import vn.nghisu.search.Wanted;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** The archive over HTTP: closed meetings only, each as its reader may see it. */
@ExtendWith(FreshServer.class)
class ArchiveRoutesTest {
    private static final Caller SECRETARY = new Caller("thuky1", Set.of(MeetingServer.BODY));

    @TempDir
    private Path folder;

    private MeetingServer server;

    private JsonNode ask(String person, String query) throws IOException {
        return Json.MAPPER.readTree(server.get(server.cookie(person), "/api/archive?" + query).body());
    }

    private static String words(String text) {
        return "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void hold() throws IOException {
        server.lay("thuky1", "item=hai-hai&fileName=b.pdf&title=Ph%C6%B0%C6%A1ng%20%C3%A1n&access=NAMED&named=member2", SamplePdf.make().page("Mật danh Hoa Sữa").bytes());
        Until.holds(() -> server.room().meeting().papers().all().allMatch(paper -> paper.isPrepared()) && !server.room().meeting().papers().order().isEmpty());
        server.issue();
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        server.give("thuky1", new ConclusionCommand.RecordConclusion("mot-mot", "Thống nhất chủ trương.\nGiao Sở Nội vụ rà soát thủ tục cấp phép."));
        server.give("thuky1", new ConclusionCommand.RecordConclusion("hai-hai", "Bổ nhiệm theo tờ trình."));
    }

    @Test
    void closed_meetings_are_found_by_what_their_reader_may_see_and_by_nothing_else() throws Exception {
        hold();
        assertThat(ask("thuky1", "").get("found").asInt()).as("while it runs").isZero();
        assertThat(server.get(server.cookie("thuky1"), "/api/archive/" + MeetingServer.MEETING).statusCode()).isEqualTo(404);
        server.give("chair1", new SessionCommand.CloseMeeting());
        write("mot-mot", TextPart.PUBLIC, "Đại biểu đề nghị bổ sung kinh phí.");
        write(MinutesTexts.GENERAL, TextPart.PUBLIC, "Ý kiến ngoài chương trình.");
        write("mot-mot", TextPart.CONFIDENTIAL, "Kín: giá khởi điểm.");

        JsonNode all = ask("member1", "");
        int year = all.at("/bodies/0/years/0/year").asInt();
        assertThat(all.at("/bodies/0/id").asText()).isEqualTo(MeetingServer.BODY);
        assertThat(all.at("/meetings/0/items").asInt()).isEqualTo(2);
        assertThat(all.at("/meetings/0/papers").asInt()).as("named for another").isZero();
        assertThat(ask("member2", "").at("/meetings/0/papers").asInt()).isEqualTo(1);
        assertThat(ask("guest1", "").at("/meetings/0/items").asInt()).as("the second is for members").isEqualTo(1);
        assertThat(ask("guest1", "").at("/meetings/0/conclusions").asInt()).isEqualTo(1);
        assertThat(ask("member1", "year=" + year).get("found").asInt()).isEqualTo(1);
        assertThat(ask("member1", "year=1999").get("found").asInt()).isZero();
        assertThat(ask("member1", "body=khac").get("found").asInt()).isZero();

        JsonNode hit = ask("guest1", words("ra soat thu tuc")).at("/meetings/0/hits/0");
        assertThat(hit.get("what").asText()).isEqualTo("CONCLUSION");
        assertThat(hit.get("number").asText()).isEqualTo("1");
        assertThat(hit.at("/text/text").asText()).contains("rà soát thủ tục");
        assertThat(ask("member1", words("bổ nhiệm")).get("found").asInt()).isEqualTo(1);
        Until.holds(() -> unread("member2") == 0);
        assertThat(ask("member2", words("hoa sua")).at("/meetings/0/inPapers/0/hits/0/number").asInt()).isEqualTo(1);

        assertThat(ask("member1", words("bổ sung kinh phí")).at("/meetings/0/hits/0/what").asText()).isEqualTo("MINUTES");
        assertThat(ask("member1", words("ngoài chương trình")).at("/meetings/0/hits/0/number").asText()).isEmpty();

        String nothing = "\"cut\":false,\"found\":0,\"from\":0,\"meetings\":[],\"unread\":0}";
        assertThat(ask("guest1", words("bổ nhiệm")).toString()).as("a hidden item leaves no trace").endsWith(nothing);
        assertThat(ask("guest1", words("bổ sung kinh phí")).toString()).as("guests read no minutes").endsWith(nothing);
        assertThat(ask("member1", words("giá khởi điểm")).toString()).as("what is kept apart from members").endsWith(nothing);
        assertThat(ask("member1", words("hoa sua")).toString()).as("a paper for another").endsWith(nothing);
        assertThat(ask("other1", "").toString()).isEqualTo("{\"bodies\":[]," + nothing);
        assertThat(server.get(server.cookie("other1"), "/api/archive/" + MeetingServer.MEETING).statusCode()).isEqualTo(404);
        assertThat(server.get("", "/api/archive").statusCode()).isEqualTo(401);
        assertThat(server.get(server.cookie("member1"), "/api/archive?q=a").statusCode()).isEqualTo(400);
        assertThat(server.get(server.cookie("member1"), "/api/archive?year=x").statusCode()).isEqualTo(400);

        JsonNode one = Json.MAPPER.readTree(server.get(server.cookie("guest1"), "/api/archive/" + MeetingServer.MEETING).body());
        assertThat(one.at("/view/agenda/order")).hasSize(1);
        assertThat(one.get("mayReadMinutes").asBoolean()).isFalse();
        assertThat(one.get("prepares").asBoolean()).isFalse();
    }

    private void write(String place, TextPart part, String text) {
        server.give("thuky1", new MinutesCommand.WriteMinutes(place, part, 0, "writer-1", List.of("{}"),
                new RichText(List.of(new RichBlock.RichParagraph(RichBlock.Tone.NORMAL, List.of(new RichBlock.RichRun(text, false, false, false)))))));
    }

    @Test
    void what_is_remembered_of_minutes_has_its_bound_and_what_is_beyond_is_found_too() throws Exception {
        hold();
        server.give("chair1", new SessionCommand.CloseMeeting());
        write("mot-mot", TextPart.PUBLIC, "Đại biểu đề nghị bổ sung kinh phí. ".repeat(100));
        Meeting meeting = server.room().meeting();
        Rights rights = Rights.of(meeting, SECRETARY);
        Wanted wanted = Wanted.of("bo sung kinh phi", false);
        ArchivedWords roomy = new ArchivedWords(1_000_000);
        ArchivedWords narrow = new ArchivedWords(1_000);
        for (ArchivedWords words : List.of(roomy, narrow, roomy, narrow)) {
            assertThat(words.find(meeting, rights, wanted, Map.of())).extracting(ArchivedWords.Hit::what).containsExactly(ArchivedWords.What.MINUTES);
        }
        assertThat(narrow.kept()).isZero();
        long kept = roomy.kept();
        assertThat(kept).isBetween(3_000L, 5_000L);
        server.give("thuky1", new RetentionCommand.SetHold("Thanh tra"));
        roomy.find(server.room().meeting(), rights, wanted, Map.of());
        assertThat(roomy.kept()).as("a changed meeting is there once").isEqualTo(kept);
    }

    private int unread(String person) {
        try {
            return ask(person, words("hoa sua")).get("unread").asInt(1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void many_meetings_come_by_the_page() throws Exception {
        int many = 300;
        for (int i = 0; i < many; i++) {
            Room room = server.rooms.create("cuoc-" + i);
            MeetingServer.give(room, SECRETARY, new PreparationCommand.CreateMeeting("Phiên thứ " + i, Kind.REGULAR, MeetingServer.BODY, "BAN", "", "Lam Sơn", "Phòng 2",
                    Instant.parse("2020-01-06T01:00:00Z").plusSeconds(7 * 86_400L * i), Instant.parse("2020-01-06T04:00:00Z").plusSeconds(7 * 86_400L * i),
                    MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, Invitees.of(server.accounts.directory(), MeetingServer.BODY)));
            MeetingServer.give(room, SECRETARY, MeetingServer.item("muc-mot", "Việc thứ " + i, Visibility.EVERYONE));
            MeetingServer.give(room, SECRETARY, new PreparationCommand.IssueMeeting());
            MeetingServer.give(room, SECRETARY, new SessionCommand.OpenMeeting(true));
            MeetingServer.give(room, SECRETARY, new ConclusionCommand.RecordConclusion("muc-mot", "Thống nhất kết quả rà soát. ".repeat(60) + "Mã số " + i + "."));
            MeetingServer.give(room, SECRETARY, new SessionCommand.CloseMeeting());
        }
        JsonNode first = ask("member1", "");
        assertThat(first.get("found").asInt()).isEqualTo(many);
        assertThat(first.get("meetings")).hasSize(ArchiveRoutes.PAGE);
        assertThat(first.at("/meetings/0/title").asText()).isEqualTo("Phiên thứ " + (many - 1));
        assertThat(ask("member1", "from=" + (many - 10)).get("meetings")).hasSize(10);
        assertThat(ask("member1", "from=9999").get("meetings")).isEmpty();
        assertThat(List.of(ask("member1", words("ma so 123")).at("/meetings/0/id").asText(), ask("member1", words("ma so 123")).get("found").asText())).isEqualTo(List.of("cuoc-123", "1"));
        assertThat(Optional.of(ask("member1", words("ra soat")).get("found").asInt())).contains(many);
    }
}
