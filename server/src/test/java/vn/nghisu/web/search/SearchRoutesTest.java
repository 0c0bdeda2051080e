package vn.nghisu.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.people.Invitees;
import vn.nghisu.room.Answer;
import vn.nghisu.room.Json;
import vn.nghisu.room.Room;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** Search over HTTP: nobody learns of what he may not open. */
@ExtendWith(FreshServer.class)
class SearchRoutesTest {
    private static final byte[] OPEN = SamplePdf.make().page("Công tác giải phóng mặt bằng").page("Tiến độ giải ngân").bytes();
    private static final byte[] CLOSED = SamplePdf.make().page("Phương án giải phóng nhân sự, mật danh Hoa Sữa").bytes();

    @TempDir
    private Path folder;

    private MeetingServer server;

    private String upload(String query, byte[] pdf) throws IOException {
        HttpResponse<byte[]> added = server.lay("thuky1", query, pdf);
        String paper = Json.MAPPER.readTree(added.body()).get("paper").asText();
        Until.holds(() -> server.room().meeting().papers().find(paper).filter(p -> p.isPrepared()).isPresent());
        return paper;
    }

    private HttpResponse<byte[]> ask(String person, String query, String in) {
        return server.get(server.cookie(person), "/api/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&in=" + in);
    }

    private JsonNode search(String person, String query) throws IOException {
        return Json.MAPPER.readTree(ask(person, query, "all").body());
    }

    private List<String> papers(String person, String query) throws IOException {
        JsonNode answer = search(person, query);
        return answer.findValues("papers").stream().flatMap(list -> list.findValuesAsText("id").stream()).toList();
    }

    @Test
    void a_hit_is_told_with_its_meeting_paper_page_and_line() throws Exception {
        String paper = upload("item=mot-mot&fileName=a.pdf&title=Quy%20ho%E1%BA%A1ch", OPEN);
        server.issue();
        Until.holds(this::isRead);
        JsonNode found = search("member1", "GIAI PHONG").get("meetings").get(0);
        assertThat(found.get("id").asText()).isEqualTo(MeetingServer.MEETING);
        JsonNode hit = found.get("papers").get(0);
        assertThat(hit.get("id").asText()).isEqualTo(paper);
        assertThat(hit.get("item").asText()).isEqualTo("1");
        assertThat(hit.get("pages").asInt()).isEqualTo(1);
        assertThat(hit.get("hits").get(0).get("number").asInt()).isEqualTo(1);
        JsonNode line = hit.get("hits").get(0).get("snippet");
        assertThat(line.get("text").asText()).isEqualTo("Công tác giải phóng mặt bằng");
        assertThat(line.get("marks").toString()).isEqualTo("[9,10]");

        assertThat(hit.get("handling").asText()).isEqualTo("FREE");
        server.give("thuky1", new PaperCommand.ProtectPaper(paper, Handling.MARKED, Optional.of("mật")));
        assertThat(search("member1", "giai phong").at("/meetings/0/papers/0/handling").asText()).isEqualTo("MARKED");

        assertThat(papers("member1", "quy hoach")).as("by its title").containsExactly(paper);
        JsonNode byItem = search("member1", "bao cao").get("meetings").get(0).get("items").get(0);
        assertThat(byItem.get("id").asText()).isEqualTo("mot-mot");
        assertThat(byItem.get("number").asText()).isEqualTo("1");
        assertThat(Json.MAPPER.readTree(ask("member1", "giai", paper).body()).at("/meetings/0/papers/0/hits")).hasSize(2);
        assertThat(Json.MAPPER.readTree(ask("member1", "giai", MeetingServer.MEETING).body()).at("/meetings/0/papers/0/pages").asInt()).isEqualTo(2);
    }

    private boolean isRead() {
        try {
            return search("thuky1", "giai").get("unread").asInt(1) == 0;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothing_of_what_a_person_may_not_open_comes_out() throws Exception {
        String open = upload("item=mot-mot&fileName=a.pdf&title=Chung", OPEN);
        String closed = upload("item=mot-mot&fileName=b.pdf&title=Rieng%20Hoa%20Sua&access=NAMED&named=member2", CLOSED);
        Until.holds(this::isRead);
        assertThat(ask("member1", "giai phong", "all").body()).as("before it is issued").asString().doesNotContain("giải");
        server.issue();

        assertThat(papers("member2", "hoa sua")).containsExactly(closed);
        assertThat(papers("member2", "giai phong")).containsExactlyInAnyOrder(open, closed);
        for (String other : List.of("member1", "guest1")) {
            assertThat(papers(other, "giai phong")).containsExactly(open);
            assertThat(search(other, "hoa sua").toString()).isEqualTo("{\"meetings\":[],\"more\":false,\"unread\":0}");
            assertThat(ask(other, "hoa sua", closed).statusCode()).as("as if it were not").isEqualTo(404);
        }
        assertThat(papers("thuky1", "hoa sua")).containsExactly(closed);
        assertThat(search("guest1", "noi bo").get("meetings")).as("an item for members").isEmpty();
        assertThat(search("member1", "noi bo").get("meetings")).hasSize(1);
        assertThat(search("other1", "giai phong").toString()).isEqualTo("{\"meetings\":[],\"more\":false,\"unread\":0}");
        assertThat(ask("other1", "giai phong", MeetingServer.MEETING).statusCode()).isEqualTo(404);

        server.give("thuky1", new PaperCommand.OpenPaperTo(open, Access.NAMED, List.of("member2"), Optional.of("đóng lại")));
        assertThat(papers("member1", "giai phong")).isEmpty();
        server.give("thuky1", new PaperCommand.WithdrawPaper(closed, "có sai sót"));
        assertThat(papers("member2", "hoa sua")).isEmpty();
        assertThat(papers("thuky1", "hoa sua")).isEmpty();
    }

    /** The same file is open in one meeting and closed in another. */
    @Test
    void rights_are_those_of_each_meeting_though_the_file_is_one() throws Exception {
        String first = upload("item=mot-mot&fileName=a.pdf&access=NAMED&named=member2", OPEN);
        String sha256 = server.room().meeting().papers().find(first).orElseThrow().sha256();
        server.issue();
        Room second = server.rooms.create("phien-hop-2");
        Caller secretary = new Caller("thuky1", java.util.Set.of(MeetingServer.BODY));
        give(second, secretary, new PreparationCommand.CreateMeeting("Phiên hai", Kind.REGULAR, MeetingServer.BODY, "BAN", "", "Lam Sơn", "Phòng 2",
                Instant.now().plusSeconds(900), Instant.now().plusSeconds(9_000), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS,
                Invitees.of(server.accounts.directory(), MeetingServer.BODY)));
        give(second, secretary, MeetingServer.item("hai-mot", "Việc khác", Visibility.EVERYONE));
        give(second, secretary, new PaperCommand.AddPaper("paper-hai-01", "hai-mot", "Bản hai", "b.pdf", sha256, 2, 1, Access.EVERYONE, List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
        give(second, Caller.system(), new PaperCommand.PreparePaper("paper-hai-01", List.of()));
        give(second, secretary, new PreparationCommand.IssueMeeting());
        Until.holds(this::isRead);
        assertThat(papers("member1", "giai phong")).containsExactly("paper-hai-01");
        assertThat(papers("member2", "giai phong")).containsExactlyInAnyOrder(first, "paper-hai-01");
    }

    private static void give(Room room, Caller caller, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        room.give(caller, UUID.randomUUID(), command, answer::complete);
        assertThat(answer.orTimeout(20, TimeUnit.SECONDS).join()).isInstanceOf(Answer.Done.class);
    }

    @Test
    void how_many_papers_are_still_to_be_read_is_counted_among_those_that_a_person_may_open() throws Exception {
        String missing = "/api/search/missing?in=";
        server.issue();
        server.give("thuky1", unread("giay-chung", Access.EVERYONE, List.of()));
        server.give("thuky1", unread("giay-rieng", Access.NAMED, List.of("member2")));
        for (String paper : List.of("giay-chung", "giay-rieng")) {
            server.give(Caller.system(), new PaperCommand.PreparePaper(paper, List.of()));
        }
        for (String in : List.of("all", MeetingServer.MEETING)) {
            assertThat(counted("member1", missing + in)).isEqualTo(1);
            assertThat(counted("member2", missing + in)).isEqualTo(2);
        }
        assertThat(counted("other1", missing + "all")).isZero();
        assertThat(server.get(server.cookie("other1"), missing + MeetingServer.MEETING).statusCode()).isEqualTo(404);
        assertThat(server.get(server.cookie("member1"), missing + "giay-rieng").statusCode()).isEqualTo(404);
        assertThat(server.get("", missing + "all").statusCode()).isEqualTo(401);
        HttpResponse<byte[]> answer = server.get(server.cookie("member1"), missing + "all");
        for (int i = 0; i < 200 && answer.statusCode() == 200; i++) {
            answer = server.get(server.cookie("member1"), missing + "all");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
    }

    /** A paper whose file has no words in the index. */
    private static PaperCommand.AddPaper unread(String id, Access access, List<String> named) {
        return new PaperCommand.AddPaper(id, "mot-mot", id, "a.pdf", Hash.sha256(id).hex(), 1, 1, access, named, Optional.empty(), Optional.of("Bổ sung"), Optional.empty());
    }

    private int counted(String person, String path) throws IOException {
        HttpResponse<byte[]> answer = server.get(server.cookie(person), path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body()).get("missing").asInt();
    }

    @Test
    void of_a_replaced_paper_the_newest_version_is_searched() throws Exception {
        String old = upload("item=mot-mot&fileName=a.pdf", OPEN);
        String fresh = upload("item=mot-mot&fileName=b.pdf&supersedes=" + old, CLOSED);
        server.issue();
        Until.holds(this::isRead);
        assertThat(papers("member1", "giai")).containsExactly(fresh);
    }

    @Test
    void what_can_t_be_looked_for_is_told_in_a_sentence() throws Exception {
        server.issue();
        assertThat(server.get("", "/api/search?q=giai").statusCode()).isEqualTo(401);
        assertThat(server.get(server.screenCookie(), "/api/search?q=giai").statusCode()).isEqualTo(401);
        assertThat(text(ask("member1", "a", "all"))).isEqualTo("Hãy nhập ít nhất 2 chữ cái để tìm.");
        assertThat(text(ask("member1", "a".repeat(101), "all"))).isEqualTo("Nội dung cần tìm dài quá 100 ký tự; hãy rút ngắn.");
        HttpResponse<byte[]> answer = ask("member1", "giai", "all");
        for (int i = 0; i < 200 && answer.statusCode() == 200; i++) {
            answer = ask("member1", "giai", "all");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(ask("member2", "giai", "all").statusCode()).isEqualTo(200);
    }

    @Test
    void how_many_are_unread_is_counted_of_what_one_may_see_and_not_without_end() throws Exception {
        String closed = upload("item=mot-mot&fileName=b.pdf&access=NAMED&named=member2", CLOSED);
        server.issue();
        Until.holds(this::isRead);
        assertThat(server.get("", "/api/search/missing").statusCode()).isEqualTo(401);
        assertThat(missing("member2", closed).body()).asString().isEqualTo("{\"missing\":0}");
        assertThat(missing("member1", closed).statusCode()).as("as if it were not").isEqualTo(404);
        HttpResponse<byte[]> answer = missing("guest1", "all");
        for (int i = 0; i < 200 && answer.statusCode() == 200; i++) {
            answer = missing("guest1", "all");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(ask("guest1", "giai", "all").statusCode()).as("searching is counted apart").isEqualTo(200);
    }

    private HttpResponse<byte[]> missing(String person, String in) {
        return server.get(server.cookie(person), "/api/search/missing?in=" + in);
    }

    private static String text(HttpResponse<byte[]> refused) throws IOException {
        assertThat(refused.statusCode()).isEqualTo(400);
        return Json.MAPPER.readTree(refused.body()).get("text").asText();
    }
}
