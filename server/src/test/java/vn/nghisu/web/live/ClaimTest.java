package vn.nghisu.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** A browser's cookie has become another person's, or the secretary's browser also shows the wall: pages say for whom they ask. */
@ExtendWith(FreshServer.class)
class ClaimTest {
    @TempDir
    private Path folder;

    private MeetingServer server;

    @BeforeEach
    void start() throws Exception {
        server.issue();
    }

    @Test
    void a_page_of_the_last_person_gets_no_socket_under_the_next_persons_cookie() throws Exception {
        String next = server.cookie("member2");
        assertThat(status(next, "?as=member1")).contains("401");
        assertThat(status(next + "; " + server.screenCookie(), "?as=member1")).contains("401");
        assertThat(status(next, "?as=member2")).contains("101");
    }

    @Test
    void nor_does_a_command_or_a_list_over_http_go_through() throws Exception {
        String next = server.cookie("member2");
        assertThat(get(next, "member1", "/api/meetings")).isEqualTo(401);
        assertThat(get(next, "member2", "/api/meetings")).isEqualTo(200);
        assertThat(get(next, "member1", "/api/me")).isEqualTo(401);
    }

    @Test
    void the_wall_in_a_secretarys_browser_sees_what_a_screen_sees() throws Exception {
        String both = server.cookie("thuky1") + "; " + server.screenCookie();
        try (RawSocket socket = new RawSocket(server, both, server.origin(), "?as=screen")) {
            assertThat(socket.hello().awaitFrame("view").at("/view/agenda/items/hai-hai").isMissingNode()).isTrue();
        }
        try (RawSocket socket = new RawSocket(server, both, server.origin(), "?as=thuky1")) {
            assertThat(socket.hello().awaitFrame("view").at("/view/agenda/items/hai-hai").isMissingNode()).isFalse();
        }
        assertThat(status(server.cookie("thuky1"), "?as=screen")).contains("401");
    }

    private String status(String cookie, String query) throws IOException {
        try (RawSocket socket = new RawSocket(server, cookie, server.origin(), query)) {
            return socket.status();
        }
    }

    private int get(String cookie, String as, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.origin() + path)).header("Cookie", cookie).header("X-Nghisu-As", as).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
