package vn.nghisu.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentCommand;
import vn.nghisu.meeting.minutes.MinutesCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.room.Json;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** Official papers over HTTP: made with a number, signed by file and by key, issued, and what is refused on the way (product M3, M4). */
@ExtendWith(FreshServer.class)
class SignedPapersTest {
    private static final String DOCUMENTS = "/api/meetings/" + MeetingServer.MEETING + "/documents";
    private static final String MINUTES = "{\"kind\":\"MINUTES\",\"date\":\"" + LocalDate.now() + "\",\"capacity\":[],\"signatory\":\"\",\"recipients\":[]}";
    private static final String LIST = "{\"kind\":\"ATTENDANCE_LIST\",\"date\":\"" + LocalDate.now() + "\",\"capacity\":[],\"signatory\":\"\",\"recipients\":[]}";

    @TempDir
    private Path folder;

    private MeetingServer server;

    private void closed() {
        server.issue();
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        server.give("chair1", new SessionCommand.CloseMeeting());
        server.give("chair1", new MinutesCommand.ApproveMinutes(Map.of()));
    }

    private HttpResponse<byte[]> make(String person, String document, String wanted) {
        return server.send(server.cookie(person), "PUT", DOCUMENTS + "/" + document, wanted.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    private HttpResponse<byte[]> bring(String person, String document, String slot, byte[] file) {
        return server.send(server.cookie(person), "POST", DOCUMENTS + "/" + document + "/signed?slot=" + slot + "&another=yes&from=" + paper(document).file(), file);
    }

    private HttpResponse<byte[]> key(String person, String document, String slot, byte[] key, String password) {
        return server.send(server.cookie(person), "POST", DOCUMENTS + "/" + document + "/key?slot=" + slot + "&another=yes&from=" + paper(document).file(), parts(key, password));
    }

    private static byte[] parts(byte[] key, String password) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : List.of(key, password.getBytes(StandardCharsets.UTF_8), new byte[0], new byte[0])) {
            out.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
            out.writeBytes(part);
        }
        return out.toByteArray();
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

    private List<byte[]> inDossier() throws IOException {
        server.send(server.cookie("thuky1"), "PUT", "/api/meetings/" + MeetingServer.MEETING + "/dossier",
                "{\"organId\":\"1\",\"fileCatalog\":\"2026\",\"fileNotation\":\"07\",\"maintenance\":\"20 năm\",\"rights\":\"\"}".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
        List<byte[]> files = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(server.get(server.cookie("thuky1"), "/files/" + MeetingServer.MEETING + "/dossier.zip").body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.add(zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void a_certificate_of_somebody_else_is_named_first_and_taken_only_all_the_same() throws Exception {
        closed();
        try (LocalAuthority authority = new LocalAuthority("CA thử")) {
            make("thuky1", "minutes-1", MINUTES);
            byte[] strange = signed(authority, pdf("thuky1", "minutes-1"), "Người Lạ", "SECRETARY");
            String path = DOCUMENTS + "/minutes-1/signed?slot=SECRETARY&from=" + paper("minutes-1").file();
            HttpResponse<byte[]> asked = server.send(server.cookie("thuky1"), "POST", path, strange);
            assertThat(asked.statusCode()).isEqualTo(409);
            String secretary = server.room().meeting().roster().secretaries().findFirst().orElseThrow().name();
            assertThat(text(asked)).contains("SIGNED_BY_ANOTHER", "Người Lạ", secretary);
            assertThat(paper("minutes-1").signatures()).isEmpty();
            assertThat(server.send(server.cookie("thuky1"), "POST", path, signed(authority, pdf("thuky1", "minutes-1"), "Ông " + secretary.toUpperCase(), "SECRETARY")).statusCode()).isEqualTo(200);
            byte[] chair = signed(authority, pdf("thuky1", "minutes-1"), "Người Lạ", "CHAIR");
            assertThat(bring("thuky1", "minutes-1", "CHAIR", chair).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void minutes_are_numbered_signed_by_key_and_by_file_issued_and_read_by_members() throws Exception {
        closed();
        try (LocalAuthority authority = new LocalAuthority("CA thử")) {
            HttpResponse<byte[]> made = make("thuky1", "minutes-1", MINUTES);
            assertThat(made.statusCode()).as(text(made)).isEqualTo(201);
            assertThat(text(made)).contains("01/BB-BCĐ");
            assertThat(text(make("thuky1", "minutes-1", MINUTES))).as("again, with the same number").contains("01/BB-BCĐ");

            byte[] secretary = Files.readAllBytes(authority.pkcs12(folder, "Nguyễn thuky1", "EC", -1, 365));
            assertThat(text(key("thuky1", "minutes-1", "SECRETARY", secretary, "wrong"))).contains("Mật khẩu của tệp khóa không đúng");
            HttpResponse<byte[]> signed = key("thuky1", "minutes-1", "SECRETARY", secretary, "secret");
            assertThat(signed.statusCode()).as(text(signed)).isEqualTo(200);
            assertThat(server.room().meeting().minutes().locked()).isTrue();
            assertThat(text(key("thuky1", "minutes-1", "SECRETARY", secretary, "secret"))).as("the same again").contains("SLOT_TAKEN");

            byte[] given = pdf("chair1", "minutes-1");
            byte[] chair = signed(authority, given, "Nguyễn chair1", "CHAIR");
            byte[] changed = chair.clone();
            changed[given.length / 2] ^= 1;
            assertThat(text(bring("chair1", "minutes-1", "CHAIR", changed))).contains("không bắt đầu bằng đúng tệp");
            byte[] inside = chair.clone();
            inside[chair.length - 40] ^= 1;
            assertThat(text(bring("chair1", "minutes-1", "CHAIR", inside))).contains("Không nhận chữ ký này");
            assertThat(text(bring("chair1", "minutes-1", "CHAIR", given))).contains("chưa được ký");
            assertThat(text(bring("chair1", "minutes-1", "CHAIR", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))).contains("không phải tệp PDF");
            assertThat(text(bring("chair1", "minutes-1", "CHAIR", signed(authority, given, "Nguyễn chair1", "AGENCY")))).contains("AGENCY").contains("SIGNED_ELSEWHERE");
            assertThat(text(bring("chair1", "minutes-1", "AGENCY", chair))).contains("SLOT_NOT_NEXT");
            assertThat(bring("chair1", "minutes-1", "CHAIR", chair).statusCode()).isEqualTo(200);
            assertThat(paper("minutes-1").signatures()).extracting(Document.Signature::subject).containsExactly("Nguyễn thuky1", "Nguyễn chair1");

            assertThat(server.get(server.cookie("member1"), "/files/" + MeetingServer.MEETING + "/documents/minutes-1/paper.pdf").statusCode()).isEqualTo(404);
            server.give("thuky1", new DocumentCommand.IssueDocument("minutes-1"));
            assertThat(pdf("member1", "minutes-1")).isEqualTo(chair);
            assertThat(server.get(server.cookie("guest1"), "/files/" + MeetingServer.MEETING + "/documents/minutes-1/paper.pdf").statusCode()).isEqualTo(404);
            assertThat(inDossier()).as("as it was signed").anySatisfy(file -> assertThat(file).isEqualTo(chair))
                    .anySatisfy(file -> assertThat(new String(file, StandardCharsets.UTF_8)).contains("<CodeNumber>01</CodeNumber>", "<CodeNotation>BB-BCĐ</CodeNotation>", "<DocTotal>1</DocTotal>"));
            byte[] book = server.get(server.cookie("member1"), "/files/" + MeetingServer.MEETING + "/proceedings.pdf").body();
            try (PDDocument bound = Loader.loadPDF(book)) {
                assertThat(bound.getDocumentCatalog().getDocumentOutline().getFirstChild().getNextSibling().getTitle()).isEqualTo("Biên bản số 01/BB-BCĐ");
            }
            JsonNode worth = Json.MAPPER.readTree(server.get(server.cookie("member1"), DOCUMENTS + "/minutes-1/signatures").body());
            assertThat(worth.at("/holds").asBoolean()).as(worth.toString()).isTrue();
            assertThat(worth.at("/signatures")).hasSize(2);

            server.give("thuky1", new DocumentCommand.RecallDocument("minutes-1", "Sai ngày"));
            assertThat(server.get(server.cookie("member1"), "/files/" + MeetingServer.MEETING + "/documents/minutes-1/paper.pdf").statusCode()).isEqualTo(404);
            assertThat(pdf("thuky1", "minutes-1")).isEqualTo(chair);
            try (Rooms anew = server.readAnew()) {
                assertThat(anew.find(MeetingServer.MEETING).orElseThrow().meeting().documents()).isEqualTo(server.room().meeting().documents());
            }
        }
    }

    @Test
    void a_forged_file_or_signer_is_not_taken_and_refusals_lock_nobody_out() throws Exception {
        closed();
        make("thuky1", "minutes-1", MINUTES);
        try (LocalAuthority authority = new LocalAuthority("CA thử")) {
            byte[] given = pdf("thuky1", "minutes-1");
            byte[] painted = signed(authority, Forgery.painted(given, "27/27 TAN THANH"), "Nguyễn thuky1", "SECRETARY");
            assertThat(text(bring("thuky1", "minutes-1", "SECRETARY", painted))).contains("trang 1 bị sửa");

            byte[] chairs = Files.readAllBytes(authority.pkcs12(folder, "Nguyễn chair1", "EC", -1, 365));
            for (int i = 0; i < 7; i++) {
                assertThat(text(key("chair1", "minutes-1", "CHAIR", chairs, "secret"))).as("told by the rules each time").contains("SLOT_NOT_NEXT");
                assertThat(text(key("thuky1", "minutes-1", "SECRETARY", "no key".getBytes(StandardCharsets.UTF_8), "secret"))).contains("Không đọc được tệp khóa");
            }
            Path trust = Files.createDirectories(folder.resolve("trust"));
            Files.writeString(trust.resolve("zz.pem"), "junk");
            Files.write(trust.resolve("root.der"), authority.root().getEncoded());
            KeySigner selfMade = Forgery.selfMade("Nguyễn thuky1");
            Look look = new Look(Optional.empty(), Optional.of("SECRETARY"), Optional.empty(), Optional.empty());
            byte[] stranger = new Signing(Authorities.none(), Anchors.none()).sign(given, selfMade, look, Instant.now()).pdf();
            assertThat(text(bring("thuky1", "minutes-1", "SECRETARY", stranger))).contains("không do cơ quan được khai báo tin cậy cấp");
            assertThat(bring("thuky1", "minutes-1", "SECRETARY", signed(authority, given, "Nguyễn thuky1", "SECRETARY")).statusCode()).isEqualTo(200);
            JsonNode worth = Json.MAPPER.readTree(server.get(server.cookie("thuky1"), DOCUMENTS + "/minutes-1/signatures").body());
            assertThat(worth.at("/signatures/0/trust").asText()).isEqualTo("TRUSTED");
            assertThat(worth.at("/remarks/0").asText()).contains("zz.pem");
            assertThat(key("chair1", "minutes-1", "CHAIR", chairs, "secret").statusCode()).isEqualTo(200);

            JsonNode checked = Json.MAPPER.readTree(server.send(server.cookie("thuky1"), "POST", "/api/check", pdf("thuky1", "minutes-1")).body());
            assertThat(checked.at("/holds").asBoolean()).as(checked.toString()).isTrue();
            assertThat(checked.at("/remarks").toString()).contains("Tệp này đúng là “Biên bản số 01/BB-BCĐ”, đã ký");
            JsonNode forged = Json.MAPPER.readTree(server.send(server.cookie("thuky1"), "POST", "/api/check", painted).body());
            assertThat(forged.at("/holds").asBoolean()).as(forged.toString()).isFalse();
            assertThat(forged.at("/faults").toString()).contains("không phải là tệp nào");
            Files.delete(trust.resolve("root.der"));
            worth = Json.MAPPER.readTree(server.get(server.cookie("thuky1"), DOCUMENTS + "/minutes-1/signatures").body());
            assertThat(worth.at("/signatures/0/trust").asText()).as("looked at again").isEqualTo("UNKNOWN");

            server.give("thuky1", new DocumentCommand.IssueDocument("minutes-1"));
            server.give("thuky1", new DocumentCommand.RecallDocument("minutes-1", "Sai ngày"));
            JsonNode recalled = Json.MAPPER.readTree(server.send(server.cookie("thuky1"), "POST", "/api/check", pdf("thuky1", "minutes-1")).body());
            assertThat(recalled.at("/faults").toString()).contains("đã bị thu hồi", "Sai ngày");
        }
    }

    @Test
    void are_for_those_who_lead_and_of_this_meeting() {
        closed();
        for (String person : List.of("member1", "guest1", "other1")) {
            assertThat(make(person, "paper-1", LIST).statusCode()).as(person).isEqualTo(404);
            assertThat(server.get(server.cookie(person), DOCUMENTS).statusCode()).as(person).isEqualTo(404);
        }
        assertThat(make("thuky1", "paper-1", LIST).statusCode()).isEqualTo(201);
        for (String person : List.of("member1", "guest1", "other1")) {
            assertThat(bring(person, "paper-1", "CHAIR", new byte[] {1}).statusCode()).as(person).isEqualTo(404);
            assertThat(key(person, "paper-1", "CHAIR", new byte[] {1}, "x").statusCode()).as(person).isEqualTo(404);
            assertThat(server.get(server.cookie(person), DOCUMENTS + "/paper-1/signatures").statusCode()).as(person).isEqualTo(404);
        }
        String cookie = server.cookie("thuky1");
        assertThat(server.send(cookie, "POST", "/api/meetings/other-meeting/documents/paper-1/signed?slot=CHAIR&from=x", new byte[] {1}).statusCode()).isEqualTo(404);
        assertThat(server.send(cookie, "POST", DOCUMENTS + "/paper-9/signed?slot=CHAIR&from=x", new byte[] {1}).statusCode()).isEqualTo(404);
        assertThat(server.send(cookie, "POST", DOCUMENTS + "/paper-1/signed?slot=NOBODY&from=x", new byte[] {1}).statusCode()).isEqualTo(400);
        assertThat(server.send(cookie, "POST", DOCUMENTS + "/paper-1/key?slot=CHAIR&from=" + paper("paper-1").file(), new byte[] {0, 0, 0, 9, 1}).statusCode()).isEqualTo(400);
        assertThat(server.send(cookie, "POST", DOCUMENTS + "/paper-1/key?slot=CHAIR&from=x", new byte[3 * 1024 * 1024]).statusCode()).isEqualTo(413);
        assertThat(text(make("thuky1", "paper-2", LIST))).contains("DOCUMENT_EXISTS");
    }

    @Test
    void a_wrong_password_costs_time_after_some_tries() throws Exception {
        closed();
        make("thuky1", "paper-1", LIST);
        try (LocalAuthority authority = new LocalAuthority("CA thử")) {
            byte[] key = Files.readAllBytes(authority.pkcs12(folder, "Nguyễn chair1", "EC", -1, 365));
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                statuses.add(key("thuky1", "paper-1", "CHAIR", key, "wrong" + i).statusCode());
            }
            assertThat(statuses.get(0)).isEqualTo(422);
            assertThat(statuses).contains(429);
        }
    }

    @Test
    void a_body_has_its_own_head_and_templates() throws IOException {
        closed();
        String cookie = server.cookie("thuky1");
        String body = "/api/bodies/" + MeetingServer.BODY;
        String sheet = "{\"parentAgency\":\"UBND TỈNH\",\"agency\":\"BAN CHỈ ĐẠO\",\"notation\":\"BCĐCCHC\",\"place\":\"Lam Sơn\",\"capacity\":[],\"signatory\":\"\",\"recipients\":[\"Như trên\"]}";
        String[] json = {"Content-Type", "application/json"};
        assertThat(server.send(cookie, "PUT", body + "/paper-sheet", sheet.getBytes(StandardCharsets.UTF_8), json).statusCode()).isEqualTo(200);
        assertThat(server.send(cookie, "PUT", body + "/paper-sheet", sheet.replace("BCĐCCHC", "B/C").getBytes(StandardCharsets.UTF_8), json).statusCode()).isEqualTo(400);
        assertThat(server.send(server.cookie("member1"), "PUT", body + "/paper-sheet", sheet.getBytes(StandardCharsets.UTF_8), json).statusCode()).isEqualTo(403);
        assertThat(text(make("thuky1", "minutes-1", MINUTES))).contains("01/BB-BCĐCCHC");

        String own = Json.MAPPER.readTree(server.get(cookie, body + "/paper-templates/ATTENDANCE_LIST").body()).at("/text").asText();
        byte[] faulty = Json.bytes(Map.of("text", own + "\n{{nobody}}"));
        HttpResponse<byte[]> refused = server.send(cookie, "PUT", body + "/paper-templates/ATTENDANCE_LIST", faulty, json);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("nobody");
        assertThat(server.send(cookie, "PUT", body + "/paper-templates/ATTENDANCE_LIST", Json.bytes(Map.of("text", own)), json).statusCode()).isEqualTo(200);
        assertThat(text(server.get(cookie, body + "/paper-sheet"))).contains("\"own\":true");
        for (String without : List.of("", "@header\n@title A | B", own + "\n@sign")) {
            assertThat(text(server.send(cookie, "PUT", body + "/paper-templates/ATTENDANCE_LIST", Json.bytes(Map.of("text", without)), json))).contains("Dòng ", "của mẫu");
        }
        assertThat(server.send(cookie, "DELETE", body + "/paper-templates/ATTENDANCE_LIST", new byte[0]).statusCode()).isEqualTo(200);
    }
}
