package vn.nghisu.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Database;
import vn.nghisu.people.Persons;
import vn.nghisu.people.TestClock;
import vn.nghisu.web.TestServer;

class FrontDoorTest {
    private TestServer server = new TestServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static Map<String, String> ours() {
        return Map.of("X-Nghisu", "1", "Content-Type", "application/json");
    }

    private String[] headers(String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        ours().forEach((name, value) -> {
            all.add(name);
            all.add(value);
        });
        return all.toArray(String[]::new);
    }

    private void administrator() {
        server.accounts.directory().save(Persons.administrator("qt", "Quản Trị"));
    }

    @Test
    void every_answer_has_the_headers_of_safety() {
        List<HttpResponse<String>> answers = List.of(
                server.browser().get("/web/"),
                server.browser().get("/no/such/page"),
                server.browser().get("/api/me"),
                server.browser().get("/api/broken"),
                server.browser().bare("POST", "/api/sign-in", "{}"),
                server.browser().send("PUT", "/api/me", "{}"));
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 404, 401, 500, 403, 405);
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'", "connect-src 'self' ws://127.0.0.1:" + server.port())
                    .doesNotContain("unsafe", "*");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
            assertThat(answer.headers().firstValue("Permissions-Policy").orElseThrow()).contains("microphone=()");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
        assertThat(server.browser().get("/api/me").headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void our_fault_is_told_without_its_details() {
        assertThat(server.browser().get("/api/broken").body()).contains("OUR_FAULT", "Máy chủ gặp lỗi").doesNotContain("on purpose");
    }

    @Test
    void a_change_without_our_header_is_refused_whoever_asks() {
        administrator();
        TestServer.Browser browser = server.signedIn("qt");
        assertThat(browser.bare("POST", "/api/bodies", "{\"name\":\"Ban\"}", "Content-Type", "application/json").body()).contains("HEADER_MISSING");
        assertThat(browser.bare("POST", "/api/bodies", "{\"name\":\"Ban\"}", headers()).statusCode()).isEqualTo(200);
        assertThat(server.accounts.directory().bodies()).hasSize(1);
    }

    @Test
    void a_change_from_a_foreign_page_is_refused_and_one_from_ours_is_not() {
        administrator();
        TestServer.Browser browser = server.signedIn("qt");
        for (String foreign : List.of("https://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1", "https://127.0.0.1:" + server.port(), "http://127.0.0.1:" + server.port() + ".evil.example")) {
            HttpResponse<String> answer = browser.bare("POST", "/api/bodies", "{\"name\":\"Ban\"}", headers("Origin", foreign));
            assertThat(answer.statusCode()).as(foreign).isEqualTo(403);
            assertThat(answer.body()).contains("FOREIGN_ORIGIN");
        }
        assertThat(browser.bare("POST", "/api/bodies", "{\"name\":\"Ban\"}", headers("Origin", server.origin())).statusCode()).isEqualTo(200);
        assertThat(server.accounts.directory().bodies()).hasSize(1);
    }

    @Test
    void a_socket_is_opened_for_pages_of_ours_only() throws IOException {
        String upgrade = "GET /api/socket HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                + "\r\nConnection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
        assertThat(server.raw(upgrade + "\r\n")).contains(" 403 ");
        assertThat(server.raw(upgrade + "Origin: https://evil.example\r\n\r\n")).contains(" 403 ");
        assertThat(server.raw(upgrade + "Origin: " + server.origin() + "\r\n\r\n")).contains(" 404 ");
    }

    @Test
    void behind_a_proxy_its_https_name_counts_as_https() throws IOException {
        server.close();
        server = new TestServer(Database.memory(), new TestClock(), Set.of("https://hop.example.vn"));
        String proxied = server.raw("GET /api/setup HTTP/1.1\r\nHost: hop.example.vn\r\n\r\n");
        assertThat(proxied).contains(" 200 ", "Strict-Transport-Security: max-age=");
        String post = "POST /api/sign-out HTTP/1.1\r\nX-Nghisu: 1\r\nContent-Length: 0\r\nHost: ";
        assertThat(server.raw(post + "hop.example.vn\r\nOrigin: https://hop.example.vn\r\n\r\n")).contains(" 204 ", "__Host-nghisu=;");
        assertThat(server.raw(post + "hop.example.vn\r\nOrigin: http://hop.example.vn\r\n\r\n")).contains(" 403 ");
        assertThat(server.raw(post + "other.example.vn\r\nOrigin: http://other.example.vn\r\n\r\n")).contains(" 204 ", "nghisu=;").doesNotContain("Secure");
    }

    @Test
    void a_host_that_is_none_is_refused_and_not_repeated() throws IOException {
        for (String host : List.of("evil;script-src *", "a b", "x'y", "")) {
            String answer = server.raw("GET /api/setup HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            assertThat(answer).as(host).contains(" 400 ").doesNotContain("script-src *");
        }
        assertThat(server.raw("GET /api/setup HTTP/1.1\r\nHost: [::1]:80\r\n\r\n")).contains(" 200 ");
    }

    @Test
    void cookies_that_are_none_are_no_sign_in() {
        for (String cookie : List.of("__Host-nghisu=", "__Host-nghisu=\"", "=;=;;", "__Host-nghisu=" + "x".repeat(5_000), "nghisu=abc")) {
            assertThat(server.browser().get("/api/me", "Cookie", cookie).statusCode()).as(cookie).isEqualTo(401);
        }
    }

    @Test
    void what_is_not_good_json_is_answered_with_a_sentence_that_names_the_place() {
        administrator();
        TestServer.Browser browser = server.signedIn("qt");
        Map<String, String> faults = Map.of(
                "{\"name\":", "sai cú pháp",
                "[]", "sai cấu trúc",
                "null", "thiếu nội dung",
                "{\"name\":null}", "trường “name”",
                "{}", "trường “name”",
                "{\"name\":{}}", "trường “name”",
                "{\"name\":\"Ban\",\"x\":1}", "trường “x”",
                "{\"name\":\"Ban\"} {}", "sai c",
                "{\"name\":\"Ban\",\"name\":\"B\"}", "sai c",
                "{\"name\":\"  \"}", "Chưa nhập tên ban");
        faults.forEach((json, sentence) -> {
            HttpResponse<String> answer = browser.post("/api/bodies", json);
            assertThat(answer.statusCode()).as(json).isEqualTo(400);
            assertThat(answer.body()).as(json).contains(sentence).contains("\"code\":");
        });
        assertThat(browser.post("/api/bodies", "{\"name\":\"" + "x".repeat(201) + "\"}").body()).contains("dài quá 200 ký tự");
        assertThat(browser.post("/api/bodies", "{\"name\":null}", "X-Lang", "en").body()).contains("the field “name” is missing or wrong");
        assertThat(browser.bare("POST", "/api/bodies", "name=Ban", "X-Nghisu", "1", "Content-Type", "application/x-www-form-urlencoded").statusCode()).isEqualTo(415);
        assertThat(server.accounts.directory().bodies()).isEmpty();
    }

    @Test
    void json_that_is_too_long_is_refused_and_the_server_goes_on() {
        administrator();
        TestServer.Browser browser = server.signedIn("qt");
        HttpResponse<String> answer = browser.post("/api/bodies", "{\"name\":\"" + "x".repeat(70_000) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("TOO_LARGE", "64 KB");
        assertThat(browser.post("/api/bodies", "{\"name\":\"Ban\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void names_are_kept_composed_and_without_control_characters() {
        administrator();
        String json = "{\"name\":\"  Le\u0302  Văn\\u0000 An \",\"signInName\":\"LeVanAn\",\"email\":\"an@example.vn\",\"language\":\"en\"}";
        assertThat(server.signedIn("qt").post("/api/people", json).body()).contains("\"name\":\"Lê Văn An\"", "\"signInName\":\"levanan\"");
        assertThat(server.signedIn("qt").post("/api/people", json).body()).contains("SIGN_IN_NAME_TAKEN");
        assertThat(server.signedIn("qt").post("/api/people", "{\"name\":\"An\",\"signInName\":\"văn an\"}").body()).contains("BAD_SIGN_IN_NAME");
        assertThat(server.signedIn("qt").post("/api/people", "{\"name\":\"An\",\"signInName\":\"an\",\"email\":\"x y@z\"}").body()).contains("FIELD_WRONG");
    }
}
