package vn.nghisu.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.room.Json;
import vn.nghisu.web.MeetingServer;

/** A paper that somebody has signed is laid on the table: the secretary reads who, and whether it holds. */
class SignedUploadTest {
    @TempDir
    Path folder;

    private static byte[] paper() throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
                ink.addRect(100, 100, 200, 50);
                ink.fill();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String remarks(MeetingServer server, byte[] pdf) throws Exception {
        JsonNode laid = Json.MAPPER.readTree(server.lay("thuky1", "item=mot-mot&fileName=a.pdf", pdf).body());
        String path = "/api/meetings/" + MeetingServer.MEETING + "/papers/" + laid.get("paper").asText() + "/report";
        return new String(server.get(server.cookie("thuky1"), path).body(), StandardCharsets.UTF_8);
    }

    @Test
    void those_who_read_it_are_told_too() throws Exception {
        try (LocalAuthority authority = new LocalAuthority("CA thử"); MeetingServer server = new MeetingServer(folder)) {
            byte[] signed = new Signing(Authorities.none(), Anchors.none())
                    .sign(paper(), authority.signer(folder, "Trần Văn Ký", "EC"), Look.unseen(), Instant.now()).pdf();
            String paper = Json.MAPPER.readTree(server.lay("thuky1", "item=mot-mot&fileName=a.pdf", signed).body()).get("paper").asText();
            String address = "/files/" + MeetingServer.MEETING + "/" + paper + "/manifest";
            Until.holds(() -> server.room().meeting().papers().find(paper).orElseThrow().isPrepared());
            server.issue();
            JsonNode manifest = Json.MAPPER.readTree(server.get(server.cookie("member1"), address).body());
            assertThat(manifest.at("/signed/0/signer").asText()).isEqualTo("Trần Văn Ký");
            assertThat(manifest.at("/signed/0/holds").asBoolean()).isTrue();
            assertThat(manifest.at("/signed/0/trusted").asBoolean()).isFalse();
        }
    }

    @Test
    void its_report_says_who_signed_and_whether_it_holds() throws Exception {
        try (LocalAuthority authority = new LocalAuthority("CA thử"); MeetingServer server = new MeetingServer(folder)) {
            Path certificate = Files.createDirectories(folder.resolve("trust")).resolve("root.pem");
            Files.writeString(certificate, "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(authority.root().getEncoded())
                    + "\n-----END CERTIFICATE-----\n");
            byte[] signed = new Signing(Authorities.none(), Anchors.none())
                    .sign(paper(), authority.signer(folder, "Trần Văn Ký", "EC"), Look.unseen(), Instant.now()).pdf();

            assertThat(remarks(server, signed)).contains("Chữ ký số của Trần Văn Ký: nội dung toàn vẹn.");
            byte[] changed = signed.clone();
            changed[new String(signed, StandardCharsets.ISO_8859_1).indexOf("612.0")] = '5';
            assertThat(remarks(server, changed)).contains("\"remarks\":[{\"code\":\"broken_signature\"").contains("KHÔNG toàn vẹn").contains("Nội dung đã bị thay đổi").doesNotContain("Sau đó chỉ có");
            Files.delete(certificate);
            byte[] later = new Signing(Authorities.none(), Anchors.none())
                    .sign(paper(), authority.signer(folder, "Lê Thị Mới", "EC"), Look.unseen(), Instant.now()).pdf();
            assertThat(remarks(server, later)).contains("Chữ ký số của Lê Thị Mới: nội dung toàn vẹn; chưa rõ chứng thư");
        }
    }
}
