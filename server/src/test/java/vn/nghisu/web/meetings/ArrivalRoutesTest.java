package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.room.Json;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** Uploads in pieces, and what is given out of what came. */
@ExtendWith(FreshServer.class)
class ArrivalRoutesTest {
    private static final String UPLOADS = "/api/meetings/" + MeetingServer.MEETING + "/uploads";
    private static final byte[] SAMPLE = SamplePdf.make().page("Báo cáo", "Kết quả").bytes();
    private static final int HALF = SAMPLE.length / 2;

    @TempDir
    private Path folder;

    private MeetingServer server;
    private final String upload = UUID.randomUUID().toString();

    HttpResponse<byte[]> ask(String person, String method, String path, byte[] body, String... headers) {
        return server.send(server.cookie(person), method, path, body, headers);
    }

    HttpResponse<byte[]> begin(String person, String id, long bytes) {
        return ask(person, "POST", UPLOADS + "?upload=" + id + "&fileName=bao-cao.pdf&bytes=" + bytes + "&mark=m1&item=mot-mot", new byte[0]);
    }

    HttpResponse<byte[]> piece(int from, int to) {
        return ask("thuky1", "PATCH", UPLOADS + "/" + upload, Arrays.copyOfRange(SAMPLE, from, to), "Upload-Offset", "" + from);
    }

    HttpResponse<byte[]> lay() {
        return ask("thuky1", "POST", UPLOADS + "/" + upload + "/paper?item=mot-mot&fileName=bao-cao.pdf", new byte[0]);
    }

    static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return Json.MAPPER.readTree(answer.body());
    }

    long offset() throws IOException {
        return json(ask("thuky1", "GET", UPLOADS + "/" + upload, new byte[0])).get("offset").asLong();
    }

    @Test
    void a_file_that_comes_in_pieces_is_laid_once_however_often_it_is_asked_for() throws Exception {
        assertThat(begin("thuky1", upload, SAMPLE.length).statusCode()).isEqualTo(201);
        assertThat(json(piece(0, HALF)).get("offset").asInt()).isEqualTo(HALF);
        HttpResponse<byte[]> wrong = piece(0, HALF);
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(json(wrong).get("text").asText()).contains("byte " + HALF);
        assertThat(lay().statusCode()).as("half a file").isEqualTo(409);
        assertThat(json(begin("thuky1", upload, SAMPLE.length)).get("offset").asInt()).as("begun again").isEqualTo(HALF);
        assertThat(json(piece(HALF, SAMPLE.length)).get("offset").asInt()).isEqualTo(SAMPLE.length);
        HttpResponse<byte[]> laid = lay();
        assertThat(laid.statusCode()).isEqualTo(201);
        assertThat(lay().body()).isEqualTo(laid.body());
        assertThat(server.room().meeting().papers().order()).containsExactly(json(laid).get("paper").asText());
        assertThat(json(ask("thuky1", "GET", UPLOADS, new byte[0])).get("uploads")).isEmpty();
    }

    /** Writes half of a piece by hand and cuts the line. */
    @Test
    void what_came_before_the_line_broke_is_kept() throws Exception {
        begin("thuky1", upload, SAMPLE.length);
        try (Socket line = new Socket("127.0.0.1", server.port())) {
            OutputStream out = line.getOutputStream();
            out.write(("PATCH " + UPLOADS + "/" + upload + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nX-Nghisu: 1\r\nCookie: " + server.cookie("thuky1")
                    + "\r\nUpload-Offset: 0\r\nContent-Length: " + SAMPLE.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(SAMPLE, 0, HALF);
            out.flush();
            Until.holds(() -> offset() >= HALF);
            assertThat(json(piece(HALF, SAMPLE.length)).get("offset").asInt()).as("while the first line is still open").isEqualTo(SAMPLE.length);
        }
        assertThat(lay().statusCode()).isEqualTo(201);
    }

    @Test
    void an_upload_is_its_uploaders_own() throws Exception {
        begin("thuky1", upload, SAMPLE.length);
        assertThat(ask("chair1", "GET", UPLOADS + "/" + upload, new byte[0]).statusCode()).isEqualTo(404);
        assertThat(ask("chair1", "DELETE", UPLOADS + "/" + upload, new byte[0]).statusCode()).isEqualTo(404);
        assertThat(begin("member1", upload, 10).statusCode()).isIn(403, 404);
        assertThat(begin("other1", upload, 10).statusCode()).isEqualTo(404);
        assertThat(server.send("", "GET", UPLOADS, new byte[0]).statusCode()).isEqualTo(401);
        assertThat(ask("thuky1", "DELETE", UPLOADS + "/" + upload, new byte[0]).statusCode()).isEqualTo(204);
        assertThat(ask("thuky1", "GET", UPLOADS + "/" + upload, new byte[0]).statusCode()).isEqualTo(404);
        try (Stream<Path> left = Files.list(folder.resolve("papers/arriving"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void more_than_was_announced_or_allowed_is_refused() throws Exception {
        begin("thuky1", upload, HALF);
        assertThat(piece(0, SAMPLE.length).statusCode()).isEqualTo(413);
        assertThat(offset()).isZero();
        assertThat(begin("thuky1", UUID.randomUUID().toString(), 900L << 20).statusCode()).isEqualTo(422);
        assertThat(begin("thuky1", UUID.randomUUID().toString(), 0).statusCode()).isEqualTo(422);
        assertThat(begin("thuky1", "mot", 10).statusCode()).isEqualTo(400);
        assertThat(begin("thuky1", upload, HALF + 1).statusCode()).as("another length under the same id").isEqualTo(422);
        int status = 0;
        for (int i = 0; i < 60 && status != 422; i++) {
            status = begin("thuky1", UUID.randomUUID().toString(), 10).statusCode();
        }
        assertThat(status).as("too many at once").isEqualTo(422);
    }

    @Test
    void a_piece_that_is_too_long_is_told_how_long_it_may_be_and_nothing_of_it_is_kept() throws Exception {
        int announced = 200_000;
        begin("thuky1", upload, announced);
        HttpResponse<byte[]> refused = ask("thuky1", "PATCH", UPLOADS + "/" + upload, new byte[4 * announced], "Upload-Offset", "0");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(json(refused).get("text").asText()).contains("200000 byte", "byte 0");
        assertThat(offset()).isZero();
    }

    @Test
    void a_file_that_was_checked_already_is_not_sent_again() throws Exception {
        begin("thuky1", upload, SAMPLE.length);
        piece(0, SAMPLE.length);
        HttpResponse<byte[]> laid = lay();
        HttpResponse<byte[]> again = begin("thuky1", upload, SAMPLE.length);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json(again).get("offset").asInt()).isEqualTo(SAMPLE.length);
        assertThat(lay().body()).isEqualTo(laid.body());
        assertThat(json(ask("thuky1", "GET", UPLOADS, new byte[0])).get("uploads")).as("no second upload is begun").isEmpty();
    }

    @Test
    void a_file_that_cannot_be_checked_now_is_kept_and_need_not_be_sent_again() throws Exception {
        begin("thuky1", upload, SAMPLE.length);
        piece(0, SAMPLE.length);
        server.intake.close(); // takes nothing more, as when all its places are full or the server stops
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> refused = lay();
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(json(refused).get("code").asText()).isEqualTo("busy");
            assertThat(offset()).isEqualTo(SAMPLE.length);
        }
    }

    /** The file's place is a device of Linux on which every write fails as on a full disk. */
    @Test
    void a_piece_that_the_disk_does_not_take_is_refused_with_a_sentence() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(Files.isWritable(full)).isTrue();
        begin("thuky1", upload, SAMPLE.length);
        try (Stream<Path> arriving = Files.list(folder.resolve("papers/arriving"))) {
            Path begun = arriving.findFirst().orElseThrow();
            Files.createSymbolicLink(begun.resolveSibling(begun.getFileName().toString().replace(".json", ".part")), full);
        }
        HttpResponse<byte[]> refused = piece(0, HALF);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("code").asText()).isIn("not_written", "disk_full");
        assertThat(json(refused).get("text").asText()).contains("quản trị hệ thống");
    }

    @Test
    void a_file_that_its_meeting_refuses_is_removed_after_a_while_unless_another_paper_was_made_of_it() throws Exception {
        server.issue();
        HttpResponse<byte[]> refused = server.lay("thuky1", upload, "item=mot-mot&fileName=a.pdf", SAMPLE);
        assertThat(refused.statusCode()).as("without a reason").isEqualTo(409);
        byte[] other = SamplePdf.make().page("Bản khác").bytes();
        assertThat(server.lay("thuky1", "item=mot-mot&fileName=a.pdf", other).statusCode()).isEqualTo(409);
        assertThat(server.lay("thuky1", "item=mot-mot&fileName=a.pdf&reason=thieu", other).statusCode()).isEqualTo(201);
        String laid = server.room().meeting().papers().all().findFirst().orElseThrow().sha256();
        assertThat(stored()).hasSize(2);
        server.intake.sweep(sha256 -> false, Instant.now().plus(Duration.ofHours(2)));
        assertThat(stored()).containsExactly(laid);
        assertThat(begin("thuky1", upload, SAMPLE.length).statusCode()).isEqualTo(201);
        assertThat(offset()).as("its file is gone, so it begins anew").isZero();
    }

    private List<String> stored() throws IOException {
        try (Stream<Path> files = Files.find(folder.resolve("papers"), 3, (file, what) -> file.endsWith("original"))) {
            return files.map(file -> file.getParent().getFileName().toString()).toList();
        }
    }

    @Test
    void who_may_read_a_paper_and_what_may_be_done_with_it_is_said_when_it_is_laid() throws Exception {
        assertThat(server.lay("thuky1", upload, "item=mot-mot&fileName=a.pdf&handling=LOCKED", SAMPLE).statusCode()).isEqualTo(400);
        String paper = json(server.lay("thuky1", upload, "item=mot-mot&fileName=a.pdf&access=NAMED&named=member1&handling=MARKED", SAMPLE)).get("paper").asText();
        Paper laid = server.room().meeting().papers().find(paper).orElseThrow();
        assertThat(laid.access()).isEqualTo(Access.NAMED);
        assertThat(laid.namedReaders()).containsExactly("member1");
        assertThat(laid.handling()).isEqualTo(Handling.MARKED);
    }

    @Test
    void the_secretary_reads_what_was_found_and_members_download_it_without_what_acts() throws Exception {
        SamplePdf pdf = SamplePdf.make().page("Báo cáo có mã lệnh");
        pdf.document().getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('MA-LENH')"));
        byte[] acting = pdf.bytes();
        String paper = json(server.lay("thuky1", "item=mot-mot&fileName=ma-lenh.pdf", acting)).get("paper").asText();
        String report = "/api/meetings/" + MeetingServer.MEETING + "/papers/" + paper + "/report";
        JsonNode found = json(ask("thuky1", "GET", report, new byte[0]));
        assertThat(found.at("/sizes/0/name").asText()).isEqualTo("A4 dọc");
        assertThat(found.get("remarks").findValuesAsText("code")).containsExactly("scripts", "cleaned");
        Until.holds(() -> server.room().meeting().papers().all().allMatch(one -> one.isPrepared()));
        server.issue();
        assertThat(ask("member1", "GET", report, new byte[0]).statusCode()).isEqualTo(403);
        String files = "/files/" + MeetingServer.MEETING + "/" + paper;
        HttpResponse<byte[]> taken = ask("member1", "GET", files + "/original", new byte[0]);
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(new String(taken.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF").doesNotContain("JavaScript", "MA-LENH");
        assertThat(ask("member1", "GET", files + "/source", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(ask("thuky1", "GET", files + "/source", new byte[0]).body()).isEqualTo(acting);
    }
}
