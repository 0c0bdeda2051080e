package vn.nghisu.web.https;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.tls.OwnCertificate;
import vn.nghisu.tls.RoomAuthority;
import vn.nghisu.tls.ServerNames;
import vn.nghisu.web.MeetingServer;

/** Plain HTTP beside HTTPS: a table of everything the server knows, of which only the trust page and the health of the machine are served. */
class PlainDoorTest {
    private static final Pattern ROUTE = Pattern.compile("\"(/(?:api|files|health|web|tablet)[A-Za-z0-9/:.*_-]*)\"");

    @TempDir
    static Path folder;

    private static MeetingServer room;
    private static MeetingServer own;
    private static String member;

    @BeforeAll
    static void start() throws Exception {
        RoomAuthority authority = RoomAuthority.make(folder.resolve("data"), ServerNames.of(List.of("hop.lan")), ServerNames.ofThisMachine(), Instant.now());
        room = new MeetingServer(folder.resolve("room"), Clock.systemUTC(), Optional.of(authority));
        Path tls = folder.resolve("data/tls");
        own = new MeetingServer(folder.resolve("own"), Clock.systemUTC(),
                Optional.of(OwnCertificate.ofPem(tls.resolve("server.pem"), tls.resolve("server.key"), ServerNames.of(List.of()), Instant.now())));
        member = room.cookie("member1");
    }

    @AfterAll
    static void stop() throws Exception {
        room.close();
        own.close();
    }

    /** Every address that stands in the sources of the routes, with something in the place of its parts. */
    private static List<String> known() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path web = (here.endsWith("server") ? here : here.resolve("server")).resolve("src/main/java/vn/nghisu/web");
        TreeSet<String> found = new TreeSet<>(List.of("/web/", "/web/index.html", "/web/screen.html", "/tablet/", "/tablet/sw.js", "/nowhere", "//nowhere", "/api/socket",
                "/files/phien-hop-1/x/manifest"));
        try (Stream<Path> files = Files.walk(web)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher route = ROUTE.matcher(Files.readString(file));
                while (route.find()) {
                    found.add(route.group(1).replace(":meeting", MeetingServer.MEETING).replaceAll(":[a-z]+", "x").replace("*", "x"));
                }
            }
        }
        found.remove("/health");
        return new ArrayList<>(found);
    }

    @TestFactory
    Stream<DynamicTest> nothing_of_a_meeting_is_served() throws IOException {
        List<String> known = known();
        assertThat(known).hasSizeGreaterThan(40).contains("/api/me", "/api/sign-in", "/api/meetings/" + MeetingServer.MEETING + "/commands");
        return known.stream().flatMap(path -> Stream.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS").map(method -> DynamicTest.dynamicTest(method + " " + path, () -> {
            for (MeetingServer server : List.of(room, own)) {
                String answer = raw(server, method, path, "127.0.0.1:" + server.port());
                if (method.equals("GET") || method.equals("HEAD")) {
                    assertThat(answer).startsWith("HTTP/1.1 307").contains("location: https://127.0.0.1:" + server.httpsPort() + "/").endsWith("\r\n\r\n");
                } else {
                    assertThat(answer).startsWith("HTTP/1.1 403").contains("HTTPS_ONLY").doesNotContain("set-cookie");
                }
            }
        })));
    }

    @Test
    void the_trust_page_is_served_for_a_room_only() throws IOException {
        for (String path : List.of("/trust/room.json", "/trust/seen.svg", "/trust/nghi-su.crt", "/trust/nghi-su.der", "/trust/nghi-su.pem", "/trust/nghi-su.mobileconfig")) {
            assertThat(raw(room, "GET", path, "127.0.0.1:" + room.port())).as(path).startsWith("HTTP/1.1 200");
            assertThat(raw(own, "GET", path, "127.0.0.1:" + own.port())).as(path).startsWith("HTTP/1.1 307");
        }
        assertThat(raw(room, "GET", "/", "127.0.0.1:" + room.port())).startsWith("HTTP/1.1 307").contains("location: /trust/\r\n");
        assertThat(raw(own, "GET", "/", "127.0.0.1:" + own.port())).contains("location: https://127.0.0.1:" + own.httpsPort() + "/\r\n");
    }

    @Test
    void no_way_leads_round_about() throws IOException {
        for (String path : List.of("/trust/../api/me", "/trust/%2e%2e/api/me", "/trust/..%2fapi/me", "/trust/../../../server.key", "/trust/./root.key", "/trust/server.key")) {
            assertThat(raw(room, "GET", path, "127.0.0.1:" + room.port())).as(path).doesNotContain("member1", "PRIVATE KEY", "signInName");
        }
    }

    @Test
    void health_is_told_to_programs_on_the_machine() throws IOException {
        assertThat(raw(room, "GET", "/health", "127.0.0.1:" + room.port())).startsWith("HTTP/1.1 200").contains("UP");
    }

    @Test
    void the_way_to_https_keeps_the_name_that_was_asked_for_and_never_leads_to_a_stranger() throws IOException {
        String port = ":" + room.httpsPort();
        assertThat(raw(room, "GET", "/tablet/?m=1", "hop.lan:" + room.port())).contains("location: https://hop.lan" + port + "/tablet/?m=1\r\n");
        assertThat(raw(room, "GET", "/tablet/", "evil.example")).contains("location: https://127.0.0.1" + port + "/tablet/\r\n");
        assertThat(raw(room, "GET", "@evil.example/", "127.0.0.1")).doesNotContain("@evil");
        assertThat(raw(room, "GET", "/x", "evil.example\"><b>")).startsWith("HTTP/1.1 400");
    }

    @Test
    void nothing_plain_says_for_ever() throws IOException {
        String answer = raw(own, "GET", "/web/", "hop.lan");
        assertThat(answer).contains("cache-control: no-store").doesNotContain("Strict-Transport-Security");
    }

    /** As it is, with the cookie of a member, up to the answer's end. */
    private static String raw(MeetingServer server, String method, String path, String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(8_000);
            socket.getOutputStream().write((method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nX-Nghisu: 1\r\nCookie: nghisu=" + member.replaceFirst(".*=", "")
                    + "; " + member + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
