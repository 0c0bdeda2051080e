package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.papers.MarkedPage;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.room.Json;
import vn.nghisu.web.MeetingServer;

/** What a paper's handling keeps from its readers, over HTTP. */
class MarkedPagesTest {
    private static final byte[] SAMPLE = SamplePdf.make().page("Phương án nhân sự").bytes();

    @TempDir
    private Path folder;

    private MeetingServer server;
    private String paper;

    @BeforeEach
    void start() throws Exception {
        server = new MeetingServer(folder, Clock.fixed(Instant.parse("2026-11-26T02:30:15Z"), ZoneOffset.UTC), Optional.empty());
        HttpResponse<byte[]> added = server.lay("thuky1", "item=mot-mot&fileName=a.pdf", SAMPLE);
        paper = Json.MAPPER.readTree(added.body()).get("paper").asText();
        Until.holds(() -> server.room().meeting().papers().find(paper).orElseThrow().isPrepared());
        server.issue();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private HttpResponse<byte[]> get(String cookie, String file) {
        return server.get(cookie, "/files/" + MeetingServer.MEETING + "/" + paper + "/" + file);
    }

    private JsonNode page(String cookie) throws IOException {
        return Json.MAPPER.readTree(get(cookie, "manifest").body()).at("/pages/0");
    }

    private static BufferedImage picture(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("image/");
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private void handle(Handling handling) {
        server.give("thuky1", new PaperCommand.ProtectPaper(paper, handling, Optional.of("x")));
    }

    @Test
    void what_is_for_viewing_only_is_not_given_as_a_file() {
        assertThat(get(server.cookie("member1"), "original").statusCode()).isEqualTo(200);
        handle(Handling.VIEW_ONLY);
        assertThat(get(server.cookie("member1"), "original").statusCode()).isEqualTo(404);
        assertThat(get(server.cookie("guest1"), "original").statusCode()).isEqualTo(404);
        assertThat(get(server.cookie("thuky1"), "original").statusCode()).isEqualTo(200);
        assertThat(get(server.cookie("member1"), "manifest").statusCode()).isEqualTo(200);
    }

    @Test
    void each_reader_gets_pages_with_his_own_mark_and_no_plain_ones() throws Exception {
        String member1 = server.cookie("member1");
        String plainName = page(member1).at("/fit/file").asText();
        BufferedImage plain = picture(get(member1, plainName));
        handle(Handling.MARKED);

        String mine = page(member1).at("/fit/file").asText();
        String others = page(server.cookie("member2")).at("/fit/file").asText();
        assertThat(mine).startsWith(plainName.substring(0, 32)).hasSameSizeAs(others).isNotEqualTo(others);
        HttpResponse<byte[]> marked = get(member1, mine);
        assertThat(marked.headers().allValues("cache-control")).containsExactly("no-store");
        assertThat(share(plain, picture(marked))).as("share of pixels darkened by the mark").isBetween(0.02, 0.4);
        for (String person : new String[] {"member1", "member2", "thuky1", "chair1"}) {
            assertThat(get(server.cookie(person), plainName).statusCode()).as("plain, for " + person).isEqualTo(404);
        }
        assertThat(get(member1, others).statusCode()).as("another's page").isEqualTo(404);
        assertThat(get(member1, "original").statusCode()).isEqualTo(404);
        assertThat(get(member1, page(member1).at("/thumb/file").asText()).statusCode()).isEqualTo(200);
        assertThat(get(member1, page(member1).at("/words").asText()).statusCode()).isEqualTo(200);
        assertThat(page(member1).at("/fit/bytes").asLong()).isZero();
        assertThat(picture(get(server.screenCookie(), page(server.screenCookie()).at("/fit/file").asText())).getWidth()).isEqualTo(plain.getWidth());

        handle(Handling.FREE);
        assertThat(get(member1, mine).statusCode()).isEqualTo(404);
        assertThat(page(member1).at("/fit/file").asText()).isEqualTo(plainName);
    }

    @Test
    void the_mark_is_the_name_of_who_reads_and_the_time() throws Exception {
        String plainName = page(server.cookie("member1")).at("/fit/file").asText();
        Path plain = server.store.file(server.room().meeting().papers().find(paper).orElseThrow().sha256(), plainName).orElseThrow();
        handle(Handling.MARKED);
        for (String person : new String[] {"member1", "member2"}) {
            String cookie = server.cookie(person);
            byte[] served = get(cookie, page(cookie).at("/fit/file").asText()).body();
            assertThat(served).as(person).isEqualTo(MarkedPage.of(plain, "Nguyễn " + person + " · 09:30 26/11/2026").bytes())
                    .isNotEqualTo(MarkedPage.of(plain, "Nguyễn " + person + " · 09:31 26/11/2026").bytes());
        }
        byte[] walls = get(server.screenCookie(), page(server.screenCookie()).at("/fit/file").asText()).body();
        assertThat(walls).as("on a screen the room's").isEqualTo(MarkedPage.of(plain, "Phòng 1 · 09:30 26/11/2026").bytes());
    }

    @Test
    void a_mark_is_seen_on_white_and_on_dark_pages_and_lets_one_read() throws IOException {
        for (int shade : new int[] {255, 120, 20}) {
            BufferedImage page = new BufferedImage(1600, 2263, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = page.createGraphics();
            pen.setColor(new Color(shade, shade, shade));
            pen.fillRect(0, 0, 1600, 2263);
            Path file = folder.resolve(shade + ".png");
            ImageIO.write(page, "png", file.toFile());
            BufferedImage marked = ImageIO.read(new ByteArrayInputStream(MarkedPage.of(file, "Nguyễn Thị Ánh Nguyệt · 09:30 26/11/2026").bytes()));
            assertThat(share(page, marked)).as("on shade " + shade).isBetween(0.02, 0.4);
            for (int quarter = 0; quarter < 4; quarter++) {
                int x = quarter % 2 * 800;
                int y = quarter / 2 * 1131;
                assertThat(share(page.getSubimage(x, y, 800, 1131), marked.getSubimage(x, y, 800, 1131))).as("everywhere").isGreaterThan(0.01);
            }
        }
    }

    /** Share of pixels that clearly differ. */
    private static double share(BufferedImage one, BufferedImage other) {
        long differ = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (Math.abs((one.getRGB(x, y) >> 8 & 255) - (other.getRGB(x, y) >> 8 & 255)) > 12) {
                    differ++;
                }
            }
        }
        return (double) differ / one.getWidth() / one.getHeight();
    }
}
