package vn.nghisu.web.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** The dossier for the archive: its files, and fields within the lengths of Decree 30/2020/NĐ-CP, appendix VI. */
@ExtendWith(FreshServer.class)
class DossierTest {
    private static final String DOSSIER = "/api/meetings/" + MeetingServer.MEETING + "/dossier";
    private static final String FILE = "/files/" + MeetingServer.MEETING + "/dossier.zip";
    private static final String GOOD = "{\"organId\":\"000.00.18.H29\",\"fileCatalog\":\"2026\",\"fileNotation\":\"07.BCĐ\",\"maintenance\":\"Vĩnh viễn\",\"rights\":\"Không hạn chế\"}";

    @TempDir
    private Path folder;

    private MeetingServer server;

    private HttpResponse<byte[]> choose(String person, String json) {
        return server.send(server.cookie(person), "PUT", DOSSIER, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    private void hold() {
        server.lay("thuky1", "item=mot-mot&fileName=a.pdf&title=T%E1%BB%9D%20tr%C3%ACnh", SamplePdf.make().page("Một").page("Hai").bytes());
        Until.holds(() -> server.room().meeting().papers().all().filter(paper -> paper.isPrepared()).count() == 1);
        server.issue();
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        server.give("chair1", new SessionCommand.CloseMeeting());
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(server.get(server.cookie("thuky1"), FILE).body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static void validate(byte[] xml) throws Exception {
        Path here = Paths.get("").toAbsolutePath();
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema((here.endsWith("server") ? here.getParent() : here).resolve("docs/schemas/dossier.xsd").toFile());
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    @Test
    void a_dossier_fits_its_schema_and_its_files_their_hashes() throws Exception {
        hold();
        assertThat(server.get(server.cookie("thuky1"), FILE).statusCode()).as("without the agency's number").isEqualTo(400);
        assertThat(choose("thuky1", GOOD).statusCode()).isEqualTo(204);
        Map<String, byte[]> files = files();
        String xml = new String(files.get("hoso.xml"), StandardCharsets.UTF_8);
        assertThatCode(() -> validate(files.get("hoso.xml"))).doesNotThrowAnyException();
        assertThat(xml).contains("<OrganId>000.00.18.H29</OrganId>", "<Maintenance>Vĩnh viễn</Maintenance>", "<DocTotal>2</DocTotal>", "<TypeName>Biên bản</TypeName>", "<TypeName>Tờ trình</TypeName>", "<Subject>Tờ trình</Subject>", "<PageAmount>2</PageAmount>");
        assertThat(xml).as("nobody has signed").doesNotContain("SignerInfo").contains("chưa có người ký");
        assertThat(files).hasSize(4);
        new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8).lines().forEach(line -> assertThat(Hash.sha256(files.get(line.substring(66))).hex()).isEqualTo(line.substring(0, 64)));
        assertThatThrownBy(() -> validate(xml.replace("000.00.18.H29", "0".repeat(14)).getBytes(StandardCharsets.UTF_8))).hasMessageContaining("maxLength");
        assertThat(new String(server.get(server.cookie("thuky1"), DOSSIER).body(), StandardCharsets.UTF_8)).as("remembered").contains("07.BCĐ");
    }

    @Test
    void a_paper_without_its_file_is_named() throws Exception {
        hold();
        String sha256 = server.room().meeting().papers().all().findFirst().orElseThrow().sha256();
        choose("thuky1", GOOD);
        server.store.destroy(sha256);
        Map<String, byte[]> files = files();
        assertThat(new String(files.get("hoso.xml"), StandardCharsets.UTF_8)).contains("<DocTotal>1</DocTotal>");
        assertThat(new String(files.get("TAI-LIEU-THIEU.txt"), StandardCharsets.UTF_8)).contains("Tờ trình", sha256);
    }

    @Test
    void what_is_too_long_is_named_and_never_cut() {
        server.give("thuky1", new AgendaCommand.EditItem("mot-mot", new Item.Outline("Báo cáo", ItemKind.DISCUSSION, "", "Sở ".repeat(66) + "Xây dựng", 10, Visibility.EVERYONE), java.util.Optional.empty()));
        hold();
        assertThat(choose("thuky1", GOOD.replace("2026", "20266")).statusCode()).isEqualTo(400);
        HttpResponse<byte[]> refused = choose("thuky1", GOOD);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("OrganName", "Tờ trình", "206", "200");
        assertThat(server.get(server.cookie("thuky1"), FILE).statusCode()).isEqualTo(422);
    }

    @Test
    void issued_minutes_are_in_it_as_they_were_signed_and_named_when_they_are_lost() throws Exception {
        hold();
        byte[] pdf = SamplePdf.make().page("Bản đã ký số").bytes();
        Path signed = SignedMinutes.issue(server, folder, pdf);
        // whoever opens the minutes gets that very file too
        assertThat(server.get(server.cookie("member1"), "/files/" + MeetingServer.MEETING + "/minutes.pdf").body()).isEqualTo(pdf);
        assertThat(choose("thuky1", GOOD).statusCode()).isEqualTo(204);
        Map<String, byte[]> whole = files();
        assertThat(whole).hasSize(4).containsKey("001-" + Hash.sha256(pdf).hex().substring(0, 12) + ".pdf");
        assertThat(new String(whole.get("hoso.xml"), StandardCharsets.UTF_8)).contains("<CodeNumber>01</CodeNumber>", "<DocTotal>2</DocTotal>");
        Files.delete(signed);
        assertThat(server.get(server.cookie("member1"), "/files/" + MeetingServer.MEETING + "/minutes.pdf").statusCode()).isEqualTo(404);
        Map<String, byte[]> without = files();
        assertThat(new String(without.get("TAI-LIEU-THIEU.txt"), StandardCharsets.UTF_8)).contains("Biên bản số 01/BB-BAN: đã ban hành");
        assertThat(new String(without.get("hoso.xml"), StandardCharsets.UTF_8)).contains("<DocTotal>1</DocTotal>").doesNotContain("<TypeName>Biên bản</TypeName>");
        assertThatCode(() -> validate(without.get("hoso.xml"))).doesNotThrowAnyException();
    }

    @Test
    void it_is_for_those_who_prepare_a_closed_meeting() {
        assertThat(choose("thuky1", GOOD).statusCode()).isEqualTo(409);
        hold();
        assertThat(choose("member1", GOOD).statusCode()).isEqualTo(404);
        assertThat(server.get(server.cookie("member1"), FILE).statusCode()).isEqualTo(404);
        assertThat(server.get("", FILE).statusCode()).isEqualTo(401);
    }
}
