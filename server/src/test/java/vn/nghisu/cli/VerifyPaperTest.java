package vn.nghisu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.room.Json;
import vn.nghisu.signing.Anchors;
import vn.nghisu.signing.Authorities;
import vn.nghisu.signing.Forgery;
import vn.nghisu.signing.Look;
import vn.nghisu.signing.Signing;
import vn.nghisu.web.MeetingServer;

/** A third party checks the minutes of a meeting against its exported journal, and somebody changes one or the other. */
class VerifyPaperTest {
    @TempDir
    static Path folder;

    private static Path minutes;
    private static Path bundle;
    private static JsonNode checkedByMember;
    private static JsonNode checkedByStranger;
    private static JsonNode changedChecked;
    private static int rubbish;
    private static int unknown;
    private final StringWriter said = new StringWriter();

    @BeforeAll
    static void meet() throws Exception {
        try (MeetingServer server = new MeetingServer(Files.createDirectory(folder.resolve("server")))) {
            server.issue();
            server.give("member1", new AttendanceCommand.CheckIn(Manner.IN_ROOM));
            server.give("chair1", new SessionCommand.OpenMeeting(true));
            assertThat(server.get(server.cookie("thuky1"), "/files/" + MeetingServer.MEETING + "/bundle").statusCode()).isEqualTo(409);
            server.give("chair1", new SessionCommand.CloseMeeting());
            assertThat(server.get(server.cookie("member1"), "/files/" + MeetingServer.MEETING + "/bundle").statusCode()).isEqualTo(404);
            bundle = save("bundle.jsonl", server.get(server.cookie("thuky1"), "/files/" + MeetingServer.MEETING + "/bundle"));
            minutes = save("minutes.pdf", server.get(server.cookie("thuky1"), "/files/" + MeetingServer.MEETING + "/minutes.pdf"));
            byte[] good = Files.readAllBytes(minutes);
            checkedByMember = answer(server, "member1", good);
            checkedByStranger = answer(server, "other1", good);
            changedChecked = answer(server, "member1", Files.readAllBytes(withRecord(record -> record.replaceFirst("\"title\":\"[^\"]*\"", "\"title\":\"Khác\""))));
            rubbish = server.send(server.cookie("member1"), "POST", "/api/check", "no PDF".getBytes(StandardCharsets.UTF_8)).statusCode();
            unknown = server.send("", "POST", "/api/check", good).statusCode();
        }
    }

    private static JsonNode answer(MeetingServer server, String person, byte[] pdf) throws IOException {
        HttpResponse<byte[]> answer = server.send(server.cookie(person), "POST", "/api/check", pdf);
        assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private static Path save(String name, HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Files.write(folder.resolve(name), answer.body());
    }

    private int verify(Path... arguments) {
        said.getBuffer().setLength(0);
        List<String> line = new ArrayList<>(List.of("--data", folder.resolve("nothing").toString()));
        for (int i = 0; i < arguments.length; i++) {
            line.addAll(i == 0 ? List.of(arguments[0].toString()) : List.of("--bundle", arguments[1].toString()));
        }
        return new CommandLine(new VerifyCommand()).setOut(new PrintWriter(said, true)).execute(line.toArray(String[]::new));
    }

    @Test
    void minutes_and_bundle_of_one_meeting_fit() {
        assertThat(verify(minutes, bundle)).as(said.toString()).isEqualTo(Nghisu.UNVOUCHED);
        assertThat(said.toString()).contains("The record in the minutes is what the journal says.", "nothing vouches for this paper", "The paper is not signed").doesNotContain("Everything is intact.");
    }

    @Test
    void an_empty_bundle_is_no_good_one() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.jsonl"));
        assertThat(verify(minutes, empty)).isEqualTo(Nghisu.FAILED);
        assertThat(said.toString()).contains("The file of the journal is empty.").doesNotContain("Everything is intact.");
        assertThat(script(empty)).isEqualTo(1);
    }

    @Test
    void a_record_longer_than_any_of_ours_is_damaged_and_not_absent() throws IOException {
        Path huge = withRecord(record -> record.replaceFirst("\\{", "{\"more\":\"" + "x".repeat(9_000_000) + "\","));
        assertThat(verify(huge, bundle)).isEqualTo(Nghisu.FAILED);
        assertThat(said.toString()).contains("is damaged or was changed");
    }

    @Test
    void the_server_says_the_same_of_a_file_that_is_dropped_on_its_page() {
        assertThat(checkedByMember.get("holds").asBoolean()).as(checkedByMember.toString()).isTrue();
        assertThat(checkedByMember.get("compared").asBoolean()).isTrue();
        assertThat(changedChecked.get("holds").asBoolean()).isFalse();
        assertThat(changedChecked.get("faults").toString()).contains("Khác");
        assertThat(rubbish).isEqualTo(422);
        assertThat(unknown).isEqualTo(401);
    }

    @Test
    void who_may_not_read_the_minutes_learns_nothing_of_the_journal() {
        assertThat(checkedByStranger.get("compared").asBoolean()).isFalse();
        assertThat(checkedByStranger.get("faults")).isEmpty();
    }

    @Test
    void without_a_journal_it_is_said_that_none_is_at_hand() {
        assertThat(verify(minutes)).isEqualTo(Nghisu.UNVOUCHED);
        assertThat(said.toString()).contains("is not at hand to be compared");
    }

    @Test
    void words_painted_over_the_pages_and_signed_by_anybody_are_not_the_minutes() throws IOException {
        byte[] painted = Forgery.painted(Files.readAllBytes(minutes), "27/27 TAN THANH");
        byte[] signed = new Signing(Authorities.none(), Anchors.none()).sign(painted, Forgery.selfMade("Nguyen chair1"), Look.unseen(), Instant.now()).pdf();
        assertThat(verify(Files.write(folder.resolve("painted.pdf"), signed), bundle)).as(said.toString()).isEqualTo(1);
        assertThat(said.toString()).contains("The journal does not name this file");
    }

    @Test
    void a_number_changed_in_the_record_is_named_by_its_field() throws IOException {
        Path changed = withRecord(record -> record.replace("\"seq\":", "\"seq\": ").replaceFirst("\"title\":\"[^\"]*\"", "\"title\":\"Khác\""));
        assertThat(verify(changed, bundle)).isEqualTo(1);
        assertThat(said.toString()).contains("the file has \"Khác\"").contains("title");
    }

    @Test
    void a_head_changed_in_the_record_is_found() throws IOException {
        Path changed = withRecord(record -> record.replaceFirst("\"hash\":\"[0-9a-f]{4}", "\"hash\":\"0000"));
        assertThat(verify(changed, bundle)).isEqualTo(1);
        assertThat(said.toString()).contains("differs from the one printed in the minutes", "The hash printed on the page differs");
    }

    @Test
    void a_bundle_cut_before_the_head_of_the_minutes_is_found() throws IOException {
        List<String> lines = Files.readAllLines(bundle);
        Path cut = Files.writeString(folder.resolve("cut.jsonl"), String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
        assertThat(verify(minutes, cut)).isEqualTo(1);
        assertThat(said.toString()).contains("has no entry " + lines.size());
    }

    @Test
    void each_changed_byte_of_a_bundle_is_found_here_and_by_the_script() throws Exception {
        byte[] whole = Files.readAllBytes(bundle);
        assertThat(script(bundle)).isZero();
        Random dice = new Random(3);
        for (int i = 0; i < 25; i++) {
            byte[] changed = whole.clone();
            int at = dice.nextInt(whole.length);
            changed[at] ^= (byte) (1 << dice.nextInt(8));
            Path file = Files.write(folder.resolve("changed.jsonl"), changed);
            assertThat(script(file)).as("byte " + at).isEqualTo(1);
            assertThat(verify(minutes, file)).as("byte " + at).isEqualTo(1);
        }
    }

    private static int script(Path file) throws Exception {
        Process python = new ProcessBuilder("python3", "../scripts/verify-bundle.py", file.toString())
                .redirectErrorStream(true).start();
        python.getInputStream().readAllBytes();
        return python.waitFor();
    }

    private static Path withRecord(UnaryOperator<String> change) throws IOException {
        try (PDDocument document = Loader.loadPDF(minutes.toFile())) {
            COSDictionary entry = (COSDictionary) document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF")).getObject(0);
            PDComplexFileSpecification file = new PDComplexFileSpecification(entry);
            String record = new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(change.apply(record).getBytes(StandardCharsets.UTF_8))));
            Path changed = folder.resolve("changed.pdf");
            document.save(changed.toFile());
            return changed;
        }
    }
}
