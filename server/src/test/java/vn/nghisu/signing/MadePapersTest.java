package vn.nghisu.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentCommand;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.minutes.MinutesCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.room.Json;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** How official papers get their numbers and dates over HTTP, and what the console shows of those that are made (product M3). */
@ExtendWith(FreshServer.class)
class MadePapersTest {
    private static final String DOCUMENTS = "/api/meetings/" + MeetingServer.MEETING + "/documents";
    private static final LocalDate TODAY = LocalDate.now(VietnamTime.ZONE);
    private static final String MINUTES = wanted("MINUTES", TODAY.toString());

    @TempDir
    private Path folder;

    private MeetingServer server;

    private void closed() {
        server.issue();
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        server.give("chair1", new SessionCommand.CloseMeeting());
        server.give("chair1", new MinutesCommand.ApproveMinutes(Map.of()));
    }

    private static String wanted(String kind, String date) {
        return "{\"kind\":\"" + kind + "\",\"date\":\"" + date + "\",\"capacity\":[],\"signatory\":\"\",\"recipients\":[]}";
    }

    private HttpResponse<byte[]> make(String person, String document, String wanted) {
        return server.send(server.cookie(person), "PUT", DOCUMENTS + "/" + document, wanted.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    private HttpResponse<byte[]> bring(String person, String document, String slot, byte[] file) {
        return server.send(server.cookie(person), "POST", DOCUMENTS + "/" + document + "/signed?slot=" + slot + "&another=yes&from=" + paper(document).file(), file);
    }

    private Document paper(String document) {
        return server.room().meeting().documents().find(document).orElseThrow();
    }

    private byte[] pdf(String person, String document) {
        return server.get(server.cookie(person), "/files/" + MeetingServer.MEETING + "/documents/" + document + "/paper.pdf").body();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private byte[] signed(LocalAuthority authority, byte[] pdf, String person, String field) {
        Look look = new Look(Optional.empty(), Optional.of(field), Optional.empty(), Optional.empty());
        return new Signing(Authorities.none(), Anchors.none()).sign(pdf, authority.signer(folder, person, "EC"), look, Instant.now()).pdf();
    }

    @Test
    void numbers_follow_one_another_and_none_is_given_twice() throws IOException {
        closed();
        assertThat(make("thuky1", "paper-0", wanted("OPINIONS", TODAY.toString())).statusCode()).as("nothing to make takes no number").isEqualTo(422);
        CompletableFuture<HttpResponse<byte[]>> one = CompletableFuture.supplyAsync(() -> make("thuky1", "minutes-1", MINUTES));
        CompletableFuture<HttpResponse<byte[]>> two = CompletableFuture.supplyAsync(() -> make("chair1", "minutes-2", MINUTES));
        assertThat(List.of(one.join().statusCode(), two.join().statusCode())).containsExactlyInAnyOrder(201, 409);
        assertThat(register()).as("nothing to make takes none").noneMatch(line -> line.contains("/BC-"));
        String first = paperOf("MINUTES").id();
        assertThat(printed(first)).as("the other one may have been first").matches("Số: 0[12]/BB-BCĐ");

        server.give("thuky1", new DocumentCommand.RecallDocument(first, "Sai tên"));
        List<CompletableFuture<HttpResponse<byte[]>>> three = Stream.of("again-1", "again-2", "again-3")
                .map(id -> CompletableFuture.supplyAsync(() -> make("thuky1", id, MINUTES))).toList();
        assertThat(three.stream().map(each -> each.join().statusCode())).containsExactlyInAnyOrder(201, 409, 409);
        String second = paperOf("MINUTES").id();
        String loser = Stream.of("again-1", "again-2", "again-3").filter(id -> !id.equals(second)).findFirst().orElseThrow();
        HttpResponse<byte[]> otherKind = make("thuky1", loser, wanted("CONCLUSION_NOTICE", TODAY.toString()));
        assertThat(text(otherKind)).as("nothing to give notice of, and no number of another kind").doesNotContain("/TB-BCĐ");
        int taken = register().size();

        server.give("thuky1", new DocumentCommand.RecallDocument(second, "Sai tên"));
        assertThat(make("thuky1", "anew-1", MINUTES).statusCode()).isEqualTo(201);
        List<String> printed = List.of(printed(first), printed(second), printed("anew-1"));
        assertThat(printed).doesNotHaveDuplicates().allMatch(number -> number.matches("Số: 0[0-9]/BB-BCĐ"));
        assertThat(register()).as("what two losers had taken goes to the next").hasSize(Math.max(taken, 3)).doesNotHaveDuplicates();
        assertThat(server.get(server.cookie("member1"), "/api/bodies/" + MeetingServer.BODY + "/paper-numbers/2026").statusCode()).isEqualTo(403);
    }

    private Document paperOf(String kind) {
        return server.room().meeting().documents().standing(DocumentKind.valueOf(kind), Optional.empty()).orElseThrow();
    }

    /** Numbers taken this year, as printed. */
    private List<String> register() throws IOException {
        return Json.MAPPER.readTree(server.get(server.cookie("thuky1"), "/api/bodies/" + MeetingServer.BODY + "/paper-numbers/" + TODAY.getYear()).body())
                .at("/numbers").findValuesAsText("number");
    }

    /** The line of the file itself. */
    private String printed(String document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf("thuky1", document))) {
            return new PDFTextStripper().getText(pdf).lines().filter(line -> line.contains("Số:")).map(line -> line.replaceFirst(".*(Số: [^ ]+).*", "$1")).findFirst().orElse("");
        }
    }

    @Test
    void a_date_far_away_or_in_another_year_than_the_number_is_refused() throws IOException {
        closed();
        for (String far : List.of("+999999999-12-31", "-0001-01-01", TODAY.plusYears(1).plusDays(2).toString())) {
            assertThat(text(make("thuky1", "paper-1", wanted("MINUTES", far)))).contains("DOCUMENT_DATE_WRONG");
            assertThat(text(server.send(server.cookie("thuky1"), "POST", DOCUMENTS + "/preview", wanted("MINUTES", far).getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json")))
                    .contains("DOCUMENT_DATE_WRONG");
        }
        assertThat(register()).isEmpty();
        assertThat(make("thuky1", "paper-1", MINUTES).statusCode()).isEqualTo(201);
        LocalDate newYear = LocalDate.of(TODAY.getYear() + 1, 1, 1);
        assertThat(text(make("thuky1", "paper-1", wanted("MINUTES", newYear.toString())))).contains("DOCUMENT_YEAR_OTHER", "01/BB-BCĐ");
        server.give("thuky1", new DocumentCommand.RecallDocument("paper-1", "Sang năm"));
        assertThat(text(make("thuky1", "paper-2", wanted("MINUTES", newYear.toString())))).contains("01/BB-BCĐ");
        assertThat(printed("paper-2")).isEqualTo("Số: 01/BB-BCĐ");
        assertThat(text(make("thuky1", "paper-1", MINUTES))).contains("DOCUMENT_RECALLED");
    }

    @Test
    void an_invitation_is_shown_as_it_was_made_stays_in_the_list_and_reaches_those_whom_it_asks() throws Exception {
        String cookie = server.cookie("thuky1");
        assertThat(make("thuky1", "moi-1", wanted("INVITATION", TODAY.toString())).statusCode()).isEqualTo(201);
        JsonNode kept = kept("moi-1");
        assertThat(kept.at("/differs").asBoolean()).isFalse();
        assertThat(kept.at("/blocks/0/type").asText()).isEqualTo("header");
        assertThat(kept.toString()).contains("01/GM-BCĐ", "Báo cáo");
        server.give("thuky1", MeetingServer.item("ba-ba", "Nội dung thêm sau", Visibility.EVERYONE));
        assertThat(kept("moi-1").get("blocks")).as("what is in the file").isEqualTo(kept.get("blocks"));
        assertThat(kept("moi-1").at("/differs").asBoolean()).isTrue();
        make("thuky1", "moi-1", wanted("INVITATION", TODAY.toString()));
        assertThat(kept("moi-1").at("/differs").asBoolean()).isFalse();
        assertThat(kept("moi-1").toString()).contains("Nội dung thêm sau");
        assertThat(server.get(server.cookie("member1"), DOCUMENTS + "/moi-1/text").statusCode()).isEqualTo(404);
        assertThat(server.get(cookie, DOCUMENTS + "/moi-9/text").statusCode()).isEqualTo(404);

        server.issue();
        try (LocalAuthority authority = new LocalAuthority("CA thử")) {
            assertThat(bring("chair1", "moi-1", "CHAIR", signed(authority, pdf("chair1", "moi-1"), "Nguyễn chair1", "CHAIR")).statusCode()).isEqualTo(200);
        }
        String file = "/files/" + MeetingServer.MEETING + "/documents/moi-1/paper.pdf";
        assertThat(server.get(server.cookie("guest1"), file).statusCode()).isEqualTo(404);
        server.give("thuky1", new DocumentCommand.IssueDocument("moi-1"));
        assertThat(server.get(server.cookie("guest1"), file).statusCode()).isEqualTo(200);
        var headers = server.get(server.cookie("guest1"), file).headers();
        assertThat(headers.firstValue("Content-Disposition").orElseThrow()).startsWith("inline; filename*=UTF-8''Gi%E1%BA%A5y%20m%E1%BB%9Di");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).as("Chromium shows nothing in a sandbox").startsWith("default-src 'none'").doesNotContain("sandbox");
        assertThat(text(server.get(server.cookie("guest1"), DOCUMENTS + "/issued"))).contains("moi-1");
        assertThat(server.get(server.cookie("other1"), file).statusCode()).isEqualTo(404);

        server.give("chair1", new SessionCommand.OpenMeeting(true));
        assertThat(line("INVITATION").at("/makeable").asBoolean()).isFalse();
        server.give("chair1", new SessionCommand.CloseMeeting());
        assertThat(line("INVITATION").at("/usual/date").asText()).isEqualTo(TODAY.toString());
        assertThat(line("MINUTES").at("/makeable").asBoolean()).isTrue();
        assertThat(line("CONCLUSION_NOTICE").at("/usual/capacity").toString()).isEqualTo("[\"TM. BAN CHỈ ĐẠO\",\"Chức vụ\"]");
        assertThat(line("MINUTES").at("/usual/capacity")).isEmpty();
    }

    @Test
    void a_first_making_may_be_repeated_and_takes_nothing_from_another_one() {
        String wish = wanted("INVITATION", TODAY.toString());
        String other = wanted("INVITATION", TODAY.plusDays(1).toString());
        assertThat(make("thuky1", "moi-2?first=yes", wish).statusCode()).isEqualTo(201);
        assertThat(make("thuky1", "moi-2?first=yes", wish).statusCode()).as("after a lost answer").isEqualTo(201);
        HttpResponse<byte[]> second = make("chair1", "moi-2?first=yes", other);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(text(second)).contains("DOCUMENT_EXISTS");
        assertThat(paper("moi-2").content().date()).isEqualTo(TODAY);
        assertThat(make("thuky1", "moi-2", other).statusCode()).as("made again, knowingly").isEqualTo(201);
    }

    @Test
    void of_two_who_make_the_same_paper_at_once_one_is_told() {
        List<CompletableFuture<HttpResponse<byte[]>>> both = Stream.of(TODAY, TODAY.plusDays(1))
                .map(day -> CompletableFuture.supplyAsync(() -> make("thuky1", "moi-3?first=yes", wanted("INVITATION", day.toString())))).toList();
        assertThat(both.stream().map(each -> each.join().statusCode())).containsExactlyInAnyOrder(201, 409);
    }

    private JsonNode kept(String document) throws IOException {
        return Json.MAPPER.readTree(server.get(server.cookie("thuky1"), DOCUMENTS + "/" + document + "/text").body());
    }

    private JsonNode line(String kind) throws IOException {
        for (JsonNode line : Json.MAPPER.readTree(server.get(server.cookie("thuky1"), DOCUMENTS).body()).at("/kinds")) {
            if (line.at("/kind").asText().equals(kind)) {
                return line;
            }
        }
        throw new AssertionError("no " + kind);
    }
}
