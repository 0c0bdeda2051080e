package vn.nghisu.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.web.TestServer;
import vn.nghisu.web.TestServer.Browser;

class SetUpTest {
    private final TestServer server = new TestServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static String form(String token, String signInName) {
        return "{\"token\":\"" + token + "\",\"person\":{\"name\":\"Trần Thị Giang\",\"title\":\"Chánh Văn phòng\",\"signInName\":\"" + signInName
                + "\",\"password\":\"mưa trên phố Huế\"},\"body\":{\"name\":\"Ban Chỉ đạo chuyển đổi số\",\"place\":\"Đắk Lắk\"}}";
    }

    @Test
    void whoever_has_the_token_becomes_the_first_administrator_and_can_go_on_at_once() {
        String token = server.door.setUpToken().orElseThrow();
        Browser browser = server.browser();
        assertThat(browser.get("/api/setup").body()).isEqualTo("{\"empty\":true}");
        HttpResponse<String> answer = browser.post("/api/setup", form(token, "giang"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"administrator\":true", "Ban Chỉ đạo chuyển đổi số", "\"role\":\"SECRETARY\"").doesNotContain("phố Huế");
        assertThat(browser.get("/api/me").body()).isEqualTo(answer.body());
        assertThat(browser.get("/api/setup").body()).isEqualTo("{\"empty\":false}");
        assertThat(server.browser().post("/api/sign-in", "{\"name\":\"giang\",\"password\":\"mưa trên phố Huế\"}").statusCode()).isEqualTo(200);
        assertThat(server.door.setUpToken()).isEmpty();
    }

    @Test
    void set_up_happens_once_even_when_two_try_at_the_same_moment() {
        String token = server.door.setUpToken().orElseThrow();
        List<Integer> statuses = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> server.browser().post("/api/setup", form(token, "giang" + i)).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(server.accounts.directory().persons()).hasSize(1);
        assertThat(server.accounts.directory().bodies()).hasSize(1);
        assertThat(server.browser().post("/api/setup", form(token, "late")).body()).contains("SET_UP_DONE");
    }

    @Test
    void without_the_token_nothing_happens_and_guessing_is_slow() {
        String right = server.door.setUpToken().orElseThrow();
        for (String token : List.of("", "x", right.substring(1), right + "x")) {
            HttpResponse<String> answer = server.browser().post("/api/setup", form(token, "giang"));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("WRONG_SET_UP_TOKEN");
        }
        for (int i = 0; i < 6; i++) {
            server.browser().post("/api/setup", form("x", "giang"));
        }
        assertThat(server.browser().post("/api/setup", form("x", "giang")).statusCode()).isEqualTo(429);
        assertThat(server.accounts.directory().isEmpty()).isTrue();
    }

    @Test
    void a_bad_form_leaves_the_server_empty_so_that_it_can_be_mended() {
        String token = server.door.setUpToken().orElseThrow();
        assertThat(server.browser().post("/api/setup", form(token, "giang").replace("mưa trên phố Huế", "1234567890")).body()).contains("PASSWORD_TOO_COMMON");
        assertThat(server.browser().post("/api/setup", form(token, "g")).body()).contains("BAD_SIGN_IN_NAME");
        assertThat(server.browser().post("/api/setup", form(token, "giang").replace("Trần Thị Giang", " ")).body()).contains("FIELD_MISSING");
        assertThat(server.accounts.directory().isEmpty()).isTrue();
        assertThat(server.browser().post("/api/setup", form(token, "giang")).statusCode()).isEqualTo(200);
    }
}
