package vn.nghisu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StaticClientsTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return server.browser().get(path, headers);
    }

    @Test
    void an_address_within_a_client_gets_its_page_which_is_asked_for_again() {
        for (String path : List.of("/web/", "/web/meetings/abc", "/web/index.html")) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).contains("console of the test");
            assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        }
        assertThat(get("/tablet/").body()).contains("tablet of the test");
    }

    @Test
    void the_root_leads_to_the_console_and_a_missing_slash_is_added() {
        assertThat(get("/").headers().firstValue("Location")).contains("/web/");
        assertThat(get("/web").headers().firstValue("Location")).contains("/web/");
        assertThat(get("/tablet").headers().firstValue("Location")).contains("/tablet/");
    }

    @Test
    void files_named_by_their_content_are_kept_for_ever_and_have_their_types() {
        HttpResponse<String> script = get("/web/assets/main-Ab3_xY9z.js");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(script.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(get("/tablet/manifest.webmanifest").headers().firstValue("Content-Type").orElseThrow()).startsWith("application/manifest+json");
        assertThat(get("/web/assets/letter.woff2").headers().firstValue("Content-Type")).contains("font/woff2");
        assertThat(get("/web/assets/letter.woff2").headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void the_service_worker_is_asked_for_again_and_may_rule_its_client() {
        HttpResponse<String> worker = get("/tablet/sw.js");
        assertThat(worker.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(worker.headers().firstValue("Service-Worker-Allowed")).contains("/tablet/");
    }

    @Test
    void a_known_file_is_not_sent_again() {
        String tag = get("/web/").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = get("/web/", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get("/tablet/", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void text_is_compressed_for_who_takes_it() {
        assertThat(get("/web/assets/main-Ab3_xY9z.js", "Accept-Encoding", "gzip, br").headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(get("/web/assets/main-Ab3_xY9z.js", "Accept-Encoding", "gzip;q=0").headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(get("/web/assets/main-Ab3_xY9z.js").headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void a_missing_file_is_missing_and_not_the_page() {
        for (String path : List.of("/web/assets/gone-12345678.js", "/web/x.java", "/web/.htaccess", "/web/assets/..js")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void nothing_outside_the_clients_can_be_had() throws IOException {
        for (String path : List.of(
                "/web/../../logback.xml",
                "/web/..%2f..%2flogback.xml",
                "/web/%2e%2e/%2e%2e/db/migration/V2__people.txt",
                "/web/%2e%2e/tablet/secret.txt",
                "/web//etc/passwd.txt",
                "/web/..\\\\..\\\\x.txt",
                "/web/\u0000.txt")) {
            assertThat(server.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")).as(path).containsPattern("HTTP/1.1 (400|404)");
        }
    }
}
