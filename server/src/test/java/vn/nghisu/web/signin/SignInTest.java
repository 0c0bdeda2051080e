package vn.nghisu.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.journal.Database;
import vn.nghisu.people.BodyRole;
import vn.nghisu.people.Membership;
import vn.nghisu.people.Person;
import vn.nghisu.people.Persons;
import vn.nghisu.people.Sessions;
import vn.nghisu.people.SystemRole;
import vn.nghisu.people.TestClock;
import vn.nghisu.web.TestServer;
import vn.nghisu.web.TestServer.Browser;
import vn.nghisu.web.security.Tries;

class SignInTest {
    private static final String PASSWORD = "mưa trên phố Huế";

    private TestServer server = new TestServer();

    @BeforeEach
    void people() {
        people(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static void people(TestServer server) {
        server.accounts.directory().savePersons(List.of(Persons.person("an", "Nguyễn Văn An"), Persons.person("thu", "Lê Thị Thu")));
        server.accounts.directory().save(Persons.body("ban1", "Ban Chỉ đạo"));
        server.accounts.directory().saveMemberships(List.of(
                new Membership("ban1", "an", BodyRole.MEMBER, 1, true), new Membership("ban1", "thu", BodyRole.SECRETARY, 0, false)));
        server.accounts.credentials().set("an", PASSWORD).join();
    }

    private static String form(String name, String password) {
        return "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}";
    }

    @Test
    void who_gives_name_and_password_is_signed_in_and_sees_the_own_bodies() {
        Browser browser = server.browser();
        HttpResponse<String> answer = browser.post("/api/sign-in", form(" AN ", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Nguyễn Văn An", "\"role\":\"MEMBER\"", "\"administrator\":false").doesNotContain(PASSWORD);
        HttpResponse<String> me = browser.get("/api/me");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).isEqualTo(answer.body());
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_other_hosts_and_plain_networks() {
        String cookie = server.browser().post("/api/sign-in", form("an", PASSWORD)).headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("__Host-nghisu=").contains("; Secure", "; HTTPOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=43200");
        assertThat(cookie).doesNotContain("Domain");
    }

    @Test
    void on_plain_http_in_a_lan_a_plain_cookie_takes_its_place() throws Exception {
        String json = form("an", PASSWORD);
        String head = "Host: 192.168.1.20:8080\r\nX-Nghisu: 1\r\n";
        String answer = server.raw("POST /api/sign-in HTTP/1.1\r\n" + head + "Content-Length: " + json.getBytes("UTF-8").length + "\r\n\r\n" + json);
        assertThat(answer).contains("200 OK", "set-cookie: nghisu=", "; HTTPOnly", "; SameSite=Strict").doesNotContain("Secure");
        String token = answer.replaceAll("(?s).*set-cookie: nghisu=([^;]+).*", "$1");
        assertThat(server.raw("GET /api/me HTTP/1.1\r\n" + head + "Cookie: nghisu=" + token + "\r\n\r\n")).contains("200 OK");
        // where the secure cookie is possible, the plain one is worth nothing
        assertThat(server.raw("GET /api/me HTTP/1.1\r\nHost: localhost\r\nCookie: nghisu=" + token + "\r\n\r\n")).contains("401");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_read_the_same() {
        HttpResponse<String> wrong = server.browser().post("/api/sign-in", form("an", "sai mật khẩu"));
        HttpResponse<String> unknown = server.browser().post("/api/sign-in", form("nobody", PASSWORD));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("WRONG_NAME_OR_PASSWORD", "không đúng").isEqualTo(unknown.body());
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void after_five_failures_a_name_must_wait_and_the_sentence_says_how_long() {
        for (int i = 0; i < Tries.FREE; i++) {
            assertThat(server.browser().post("/api/sign-in", form("an", "sai mật khẩu")).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> locked = server.browser().post("/api/sign-in", form("an", PASSWORD));
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.body()).contains("15 giây");
        assertThat(locked.headers().firstValue("Retry-After")).contains("15");
        assertThat(server.browser().post("/api/sign-in", form("an", PASSWORD), "X-Lang", "en").body()).contains("try again in 15 seconds");
        server.clock.forward(Duration.ofSeconds(15));
        assertThat(server.browser().post("/api/sign-in", form("an", PASSWORD)).statusCode()).isEqualTo(200);
    }

    @Test
    void one_network_may_try_for_a_whole_room_and_no_more() {
        for (int i = 0; i < SignIn.NETWORK_BURST; i++) {
            assertThat(server.browser().post("/api/sign-in/code", "{}").statusCode()).isEqualTo(400);
        }
        HttpResponse<String> answer = server.browser().post("/api/sign-in", form("an", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("TOO_MANY_REQUESTS", "1 giây");
        server.clock.forward(Duration.ofSeconds(1));
        assertThat(server.browser().post("/api/sign-in", form("an", PASSWORD)).statusCode()).isEqualTo(200);
    }

    @Test
    void many_guesses_at_once_gain_nothing() {
        List<CompletableFuture<Integer>> guesses = IntStream.range(0, 30)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> server.browser().post("/api/sign-in", form("an", "đoán lần thứ " + i)).statusCode()))
                .toList();
        assertThat(guesses.stream().map(CompletableFuture::join).filter(status -> status == 401)).hasSize(Tries.FREE);
    }

    @Test
    void every_sign_in_makes_a_new_session_and_ends_the_one_before() {
        Browser browser = server.browser();
        browser.post("/api/sign-in", form("an", PASSWORD));
        String first = browser.cookie().orElseThrow();
        browser.post("/api/sign-in", form("an", PASSWORD));
        assertThat(browser.cookie().orElseThrow()).isNotEqualTo(first);
        assertThat(server.browser().get("/api/me", "Cookie", first).statusCode()).isEqualTo(401);
        assertThat(server.accounts.sessions().of("an")).hasSize(1);
    }

    @Test
    void signing_out_ends_the_session_and_takes_the_cookie() {
        Browser browser = server.browser();
        browser.post("/api/sign-in", form("an", PASSWORD));
        String before = browser.cookie().orElseThrow();
        HttpResponse<String> out = browser.post("/api/sign-out", "");
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("__Host-nghisu=;", "Max-Age=0", "Secure");
        assertThat(out.headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
        assertThat(server.browser().get("/api/me", "Cookie", before).statusCode()).isEqualTo(401);
        assertThat(server.browser().post("/api/sign-out", "").statusCode()).isEqualTo(204);
    }

    @Test
    void a_code_signs_a_tablet_in_once_for_its_person_and_meeting() {
        HttpResponse<String> issued = server.signedIn("thu").post("/api/people/an/codes", "{\"meeting\":\"meeting1\"}");
        assertThat(issued.statusCode()).isEqualTo(200);
        String token = issued.body().replaceAll(".*/tablet/#code=([A-Za-z0-9_-]{22})\".*", "$1");
        List<CompletableFuture<HttpResponse<String>>> uses = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> server.browser().post("/api/sign-in/code", "{\"code\":\"" + token + "\"}")))
                .toList();
        List<HttpResponse<String>> answers = uses.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 401);
        assertThat(answers).anySatisfy(a -> assertThat(a.body()).contains("Nguyễn Văn An", "\"meeting\":\"meeting1\"", "\"manner\":\"CODE\""));
        assertThat(answers).anySatisfy(a -> assertThat(a.body()).contains("WRONG_CODE"));
    }

    @Test
    void a_code_gives_no_administrators_rights() {
        server.accounts.directory().save(Persons.administrator("qt", "Quản Trị"));
        server.accounts.directory().save(new Membership("ban1", "qt", BodyRole.MEMBER, 9, false));
        String code = server.signedIn("thu").post("/api/people/qt/codes", "").body().replaceAll(".*\"code\":\"([A-Z0-9-]{9})\".*", "$1");
        Browser tablet = server.browser();
        assertThat(tablet.post("/api/sign-in/code", "{\"code\":\"" + code + "\"}").body()).contains("\"administrator\":false");
        assertThat(tablet.post("/api/bodies", "{\"name\":\"Ban mới\"}").statusCode()).isEqualTo(403);
        assertThat(server.signedIn("qt").post("/api/bodies", "{\"name\":\"Ban mới\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void who_has_left_neither_signs_in_nor_stays_signed_in() {
        Browser browser = server.browser();
        browser.post("/api/sign-in", form("an", PASSWORD));
        server.accounts.directory().save(Persons.administrator("qt", "Quản Trị"));
        String left = "{\"name\":\"Nguyễn Văn An\",\"signInName\":\"an\",\"active\":false}";
        assertThat(server.signedIn("qt").send("PUT", "/api/people/an", left).statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(server.browser().post("/api/sign-in", form("an", PASSWORD)).statusCode()).isEqualTo(401);
        assertThat(server.accounts.sessions().of("an")).isEmpty();
        assertThat(server.signedIn("thu").post("/api/people/an/codes", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_session_survives_a_restart_on_the_same_file(@TempDir Path folder) {
        server.close();
        TestClock clock = new TestClock();
        server = new TestServer(Database.file(folder), clock, Set.of());
        people(server);
        Browser browser = server.browser();
        browser.post("/api/sign-in", form("an", PASSWORD));
        String cookie = browser.cookie().orElseThrow();
        server.close();
        server = new TestServer(Database.file(folder), clock, Set.of());
        assertThat(server.browser().get("/api/me", "Cookie", cookie).body()).contains("Nguyễn Văn An");
        clock.forward(Sessions.ABSOLUTE_LIMIT);
        assertThat(server.browser().get("/api/me", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void a_changed_password_signs_the_other_devices_out() {
        Browser here = server.browser();
        Browser there = server.browser();
        here.post("/api/sign-in", form("an", PASSWORD));
        there.post("/api/sign-in", form("an", PASSWORD));
        assertThat(here.post("/api/me/password", "{\"current\":\"sai mật khẩu\",\"password\":\"một câu mới dài\"}").body()).contains("WRONG_PASSWORD");
        assertThat(here.post("/api/me/password", "{\"current\":\"" + PASSWORD + "\",\"password\":\"ngắn\"}").body()).contains("ít nhất 10 ký tự");
        assertThat(here.post("/api/me/password", "{\"current\":\"" + PASSWORD + "\",\"password\":\"1234567890\"}").body()).contains("PASSWORD_TOO_COMMON");
        assertThat(here.post("/api/me/password", "{\"current\":\"" + PASSWORD + "\",\"password\":\"một câu mới dài\"}").statusCode()).isEqualTo(204);
        assertThat(here.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(there.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(server.browser().post("/api/sign-in", form("an", PASSWORD)).statusCode()).isEqualTo(401);
        assertThat(server.browser().post("/api/sign-in", form("an", "một câu mới dài")).statusCode()).isEqualTo(200);
    }

    @Test
    void the_own_devices_are_listed_and_can_be_signed_out_but_not_those_of_others() {
        Browser here = server.signedIn("an");
        Browser there = server.signedIn("an");
        Browser others = server.signedIn("thu");
        String id = there.get("/api/me").body().replaceAll(".*\"session\":\\{[^}]*\"id\":\"([a-z0-9]+)\".*", "$1");
        assertThat(here.get("/api/me/sessions").body()).contains(id, "\"own\":true", "\"own\":false").doesNotContain("token");
        assertThat(others.send("DELETE", "/api/me/sessions/" + id, "").statusCode()).isEqualTo(404);
        assertThat(here.send("DELETE", "/api/me/sessions/" + id, "").statusCode()).isEqualTo(204);
        assertThat(there.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(here.get("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void the_language_follows_the_person_and_then_the_browser() {
        Browser browser = server.signedIn("an");
        assertThat(browser.get("/api/nothing").body()).contains("Không tìm thấy");
        HttpResponse<String> changed = browser.post("/api/me/language", "{\"language\":\"en\"}");
        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(changed.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("nghisu-lang=en");
        assertThat(browser.get("/api/nothing").body()).contains("was not found");
        assertThat(browser.get("/api/nothing", "X-Lang", "vi").body()).contains("Không tìm thấy");
        assertThat(server.accounts.directory().person("an").orElseThrow().language().name()).isEqualTo("EN");
        assertThat(server.browser().get("/api/nothing", "Cookie", "nghisu-lang=en").body()).contains("was not found");
        assertThat(server.browser().get("/api/nothing", "Accept-Language", "fr,en;q=0.8,vi;q=0.5").body()).contains("was not found");
        assertThat(server.browser().get("/api/nothing").body()).contains("Không tìm thấy");
        assertThat(browser.post("/api/me/language", "{\"language\":\"fr\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void an_administrator_resets_a_password_and_the_last_one_stays_administrator() {
        server.accounts.directory().save(Persons.administrator("qt", "Quản Trị"));
        Browser browser = server.signedIn("an");
        Browser administrator = server.signedIn("qt");
        assertThat(administrator.post("/api/people/an/password", "{\"password\":\"câu do quản trị đặt\"}").statusCode()).isEqualTo(204);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(server.browser().post("/api/sign-in", form("an", "câu do quản trị đặt")).statusCode()).isEqualTo(200);

        String demoted = "{\"name\":\"Quản Trị\",\"signInName\":\"qt\",\"systemRole\":\"NONE\"}";
        assertThat(administrator.send("PUT", "/api/people/qt", demoted).body()).contains("LAST_ADMINISTRATOR");
        Person second = Persons.administrator("qt2", "Quản Trị Hai");
        server.accounts.directory().save(second);
        assertThat(administrator.send("PUT", "/api/people/qt", demoted).statusCode()).isEqualTo(200);
        assertThat(server.accounts.directory().person("qt").map(Person::systemRole)).isEqualTo(Optional.of(SystemRole.NONE));
        assertThat(administrator.get("/api/people/an").statusCode()).isEqualTo(403);
    }
}
