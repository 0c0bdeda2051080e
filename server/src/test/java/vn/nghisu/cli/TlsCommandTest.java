package vn.nghisu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.cli.UserCommandTest.said;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.tls.RoomAuthority;
import vn.nghisu.tls.ServerNames;

/** {@code nghisu tls} as an operator uses it: make, show, add names, renew, replace. */
class TlsCommandTest {
    private static final Pattern FINGERPRINT = Pattern.compile("SHA-256: (([0-9A-F]{2}:){31}[0-9A-F]{2})\n");

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void dataFolder() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
    }

    private String tls(int expected, String... options) {
        String[] line = new String[options.length + 3];
        line[0] = "tls";
        line[1] = "--data";
        line[2] = data.toString();
        System.arraycopy(options, 0, line, 3, options.length);
        String said = said(expected, line);
        assertThat(said).doesNotContain("\tat ", "PRIVATE KEY");
        return said;
    }

    private static String fingerprint(String said) {
        Matcher found = FINGERPRINT.matcher(said);
        assertThat(found.find()).as(said).isTrue();
        return found.group(1);
    }

    private static String line(String said, String begin) {
        return said.lines().filter(line -> line.strip().startsWith(begin)).findFirst().orElseThrow();
    }

    @Test
    void makes_an_authority_that_only_its_own_user_reads_and_shows_it_again() throws IOException {
        String made = tls(0, "--name", "hop.lamson.gov.vn");
        assertThat(made).contains("Đã tạo chứng thư gốc", "was made", "root.key");
        assertThat(line(made, "Tên / names:")).contains("hop.lamson.gov.vn", "localhost", "127.0.0.1");
        for (String file : List.of("root.key", "server.key", "root.pem", "server.pem", "names")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tls").resolve(file)))).as(file).isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tls")))).isEqualTo("rwx------");
        byte[] leaf = Files.readAllBytes(data.resolve("tls/server.pem"));
        String shown = tls(0);
        assertThat(shown).doesNotContain("was made");
        assertThat(fingerprint(shown)).isEqualTo(fingerprint(made));
        assertThat(Files.readAllBytes(data.resolve("tls/server.pem"))).as("nothing is due").isEqualTo(leaf);
    }

    @Test
    void further_names_come_into_the_certificate_and_stay() {
        String made = tls(0);
        String more = tls(0, "--name", "hop.lan", "--name", "192.168.77.7");
        assertThat(line(more, "Tên / names:")).contains("hop.lan", "192.168.77.7");
        assertThat(fingerprint(more)).as("devices need not trust anew").isEqualTo(fingerprint(made));
        assertThat(line(tls(0), "Tên / names:")).contains("hop.lan", "192.168.77.7");
    }

    @Test
    void names_that_are_none_or_not_permitted_are_refused_in_a_sentence_and_change_nothing() throws IOException {
        assertThat(tls(1, "--name", "hop lan")).contains("không phải là tên máy", "neither a host name");
        assertThat(data.resolve("tls")).as("nothing was begun").doesNotExist();
        tls(0);
        byte[] leaf = Files.readAllBytes(data.resolve("tls/server.pem"));
        assertThat(tls(1, "--name", "hop.lan", "--name", "vietcombank.com.vn")).contains("không cho phép tên vietcombank.com.vn", "does not permit", "--new-root");
        assertThat(tls(1, "--name", "-x-")).contains("neither a host name");
        assertThat(Files.readAllBytes(data.resolve("tls/server.pem"))).isEqualTo(leaf);
        assertThat(line(tls(0), "Tên / names:")).doesNotContain("hop.lan");
    }

    @Test
    void a_certificate_near_its_end_is_renewed_under_the_same_root() {
        Instant lastYear = Instant.now().minus(Duration.ofDays(380));
        RoomAuthority old = RoomAuthority.make(data, ServerNames.of(List.of("hop.lan")), ServerNames.ofThisMachine(), lastYear);
        String said = tls(0);
        assertThat(fingerprint(said)).isEqualTo(old.fingerprint());
        assertThat(line(said, "Tên / names:")).contains("hop.lan");
        Instant now = Instant.now();
        RoomAuthority opened = RoomAuthority.open(data, ServerNames.of(List.of()), now);
        assertThat(opened.identity().leaf()).isNotEqualTo(old.identity().leaf());
        assertThat(opened.identity().until()).isAfter(now.plus(Duration.ofDays(300)));
    }

    @Test
    void a_new_root_is_made_only_when_asked_for_and_the_root_is_copied_without_its_key() throws IOException {
        String first = fingerprint(tls(0));
        Path out = folder.resolve("goc.pem");
        assertThat(tls(0, "--root-out", out.toString())).contains(out.toString());
        assertThat(Files.readString(out)).contains("BEGIN CERTIFICATE").doesNotContain("KEY").isEqualTo(Files.readString(data.resolve("tls/root.pem")));
        assertThat(fingerprint(tls(0, "--new-root"))).isNotEqualTo(first);
        assertThat(tls(1, "--root-out", folder.resolve("nowhere/goc.pem").toString())).contains("Không ghi được chứng thư gốc", "can't be written");
    }

    @Test
    void a_damaged_authority_is_said_and_left_for_the_operator() throws IOException {
        tls(0);
        Files.writeString(data.resolve("tls/root.key"), "hỏng");
        assertThat(tls(1)).contains("bị hỏng hoặc thiếu tệp", "is damaged or incomplete");
        assertThat(Files.readString(data.resolve("tls/root.key"))).isEqualTo("hỏng");
    }
}
