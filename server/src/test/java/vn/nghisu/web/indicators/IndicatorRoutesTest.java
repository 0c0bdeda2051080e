package vn.nghisu.web.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.web.MeetingServer;

/** Indicators over HTTP: who may, what a file's preview says, and what a token opens. */
class IndicatorRoutesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BODY = "/api/bodies/" + MeetingServer.BODY;
    private static final String TYPED = "{\"code\":\"CT01\",\"name\":\"Tỷ lệ hồ sơ trực tuyến\",\"unit\":\"%\",\"target\":\"80\",\"better\":\"MORE\",\"kind\":\"QUARTER\",\"inUse\":true}";

    @TempDir
    Path folder;

    private MeetingServer server;
    private String indicator;

    @BeforeEach
    void start() throws Exception {
        server = new MeetingServer(folder);
        indicator = ok(send("thuky1", "POST", BODY + "/indicators", TYPED)).get("id").asText();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private HttpResponse<byte[]> send(String person, String method, String path, String body) {
        return server.send(person.isEmpty() ? "" : server.cookie(person), method, path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    private static JsonNode ok(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    private JsonNode list(String person) throws IOException {
        return ok(send(person, "GET", BODY + "/indicators", ""));
    }

    private static String value(String indicator, String period, String value) {
        return "{\"values\":[{\"indicator\":\"" + indicator + "\",\"period\":\"" + period + "\",\"value\":\"" + value + "\",\"note\":\"\"}]}";
    }

    @Test
    void who_sits_in_the_body_reads_who_prepares_writes_and_to_others_there_is_nothing() throws Exception {
        ok(send("chair1", "POST", BODY + "/indicator-values", value(indicator, "Quý III/2026", "71.5")));
        assertThat(list("member1").at("/indicators/0/values/0/value").asText()).isEqualTo("71.5");
        assertThat(list("member1").get("mayEnter").asBoolean()).isFalse();
        assertThat(list("thuky1").get("mayEnter").asBoolean()).isTrue();
        for (String outside : new String[] {"guest1", "other1"}) {
            assertThat(send(outside, "GET", BODY + "/indicators", "").statusCode()).as(outside).isEqualTo(404);
            assertThat(send(outside, "GET", BODY + "/indicators/" + indicator + "/history", "").statusCode()).as(outside).isEqualTo(404);
        }
        for (String reader : new String[] {"member1", "guest1", "other1"}) {
            assertThat(send(reader, "POST", BODY + "/indicators", TYPED).statusCode()).as(reader).isEqualTo(404);
            assertThat(send(reader, "POST", BODY + "/indicator-values", value(indicator, "2026-Q3", "1")).statusCode()).as(reader).isEqualTo(404);
            assertThat(send(reader, "POST", BODY + "/indicator-import", "{\"content\":\"\"}").statusCode()).as(reader).isEqualTo(404);
            assertThat(send(reader, "GET", BODY + "/indicator-tokens", "").statusCode()).as(reader).isEqualTo(404);
            assertThat(send(reader, "POST", BODY + "/indicator-tokens", "{\"name\":\"x\"}").statusCode()).as(reader).isEqualTo(404);
        }
        assertThat(send("", "GET", BODY + "/indicators", "").statusCode()).isEqualTo(401);
        assertThat(send("thuky1", "POST", BODY + "/indicators", TYPED).statusCode()).as("the code is taken").isEqualTo(409);
        assertThat(send("thuky1", "POST", BODY + "/indicator-values", value(indicator, "2026-09", "1")).statusCode()).as("another kind of period").isEqualTo(400);
        assertThat(send("thuky1", "POST", BODY + "/indicator-values", value(indicator, "2026-Q3", "1,5")).statusCode()).isEqualTo(400);
    }

    private HttpResponse<byte[]> over(String person, String value, String seen) {
        return send(person, "POST", BODY + "/indicator-values", value(indicator, "2026-Q3", value).replace("\"note\":\"\"", "\"note\":\"\",\"seen\":" + seen));
    }

    @Test
    void a_value_that_was_typed_over_an_older_one_is_refused_in_words() throws Exception {
        ok(over("thuky1", "8", "[\"\"]"));
        ok(over("chair1", "12", "[\"8\"]"));
        HttpResponse<byte[]> refused = over("thuky1", "10", "[\"8\"]");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("INDICATOR_OVERTAKEN", "đã ghi số khác vào ô này");
        assertThat(list("thuky1").at("/indicators/0/values/0/value").asText()).isEqualTo("12");
        ok(over("thuky1", "10", "[\"8\",\"12\"]"));
        assertThat(over("thuky1", "9", "[" + "\"8\",".repeat(50) + "\"10\"]").statusCode()).isEqualTo(400);
    }

    private JsonNode imported(String csv, String confirmed) throws IOException {
        return ok(send("thuky1", "POST", BODY + "/indicator-import", "{\"content\":\"" + Base64.getEncoder().encodeToString(csv.getBytes(StandardCharsets.UTF_8)) + "\"" + confirmed + "}"));
    }

    @Test
    void a_file_writes_nothing_until_its_preview_is_confirmed() throws Exception {
        String csv = "Mã;Kỳ;Giá trị\nCT01;Q3/2026;71,5\nCT01;Q2/2026;abc\n";
        JsonNode preview = imported(csv, "");
        assertThat(preview.get("fresh").asInt()).isEqualTo(1);
        assertThat(preview.get("faults").get(0).asText()).isEqualTo("Dòng 3, cột C: “abc” không phải là số, hoặc có quá nhiều chữ số");
        assertThat(list("thuky1").at("/indicators/0/values")).isEmpty();
        ok(send("thuky1", "POST", BODY + "/indicator-values", value(indicator, "2026-Q3", "60")));
        String confirmed = ",\"confirmed\":\"" + preview.get("mark").asText() + "\"";
        assertThat(send("thuky1", "POST", BODY + "/indicator-import",
                "{\"content\":\"" + Base64.getEncoder().encodeToString(csv.getBytes(StandardCharsets.UTF_8)) + "\"" + confirmed + "}").statusCode()).as("what stands has changed").isEqualTo(409);
        JsonNode again = imported(csv, "");
        assertThat(again.at("/lines/0/before").asText()).isEqualTo("60");
        assertThat(imported(csv, ",\"confirmed\":\"" + again.get("mark").asText() + "\"").get("written").asInt()).isEqualTo(1);
        assertThat(list("thuky1").at("/indicators/0/values/0/value").asText()).isEqualTo("71.5");
        assertThat(ok(send("thuky1", "GET", BODY + "/indicators/" + indicator + "/history", "")).get("steps")).hasSize(2);
        assertThat(send("thuky1", "POST", BODY + "/indicator-import", "{\"content\":\"%%%\"}").statusCode()).isEqualTo(422);
    }

    /** As a program sends it: no cookie, no header of ours. */
    private HttpResponse<String> program(String token, String body, String... more) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.origin() + "/api/indicators/values")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (more.length > 0) {
            request.headers(more);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_token_enters_values_once_and_opens_nothing_else() throws Exception {
        String token = ok(send("thuky1", "POST", BODY + "/indicator-tokens", "{\"name\":\"Một cửa\"}")).get("token").asText();
        String values = "{\"values\":[{\"code\":\"ct01\",\"period\":\"2026-Q3\",\"value\":71.5},{\"code\":\"CT01\",\"period\":\"2026-Q2\",\"value\":\"61.25\",\"note\":\"tạm tính\"}]}";
        assertThat(program(token, values).body()).contains("\"written\":2");
        assertThat(program(token, values).body()).contains("\"written\":0").contains("\"unchanged\":2");
        assertThat(list("member1").at("/indicators/0/values/0/by").asText()).isEqualTo("Một cửa");
        HttpResponse<String> faulty = program(token, "{\"values\":[{\"code\":\"CT01\",\"period\":\"2026-Q1\",\"value\":1},{\"code\":\"CT09\",\"period\":\"2026-Q1\",\"value\":1}]}");
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).contains("values[1]: mã");
        HttpResponse<String> twice = program(token, "{\"values\":[{\"code\":\"CT01\",\"period\":\"2026-Q1\",\"value\":1},{\"code\":\"ct01\",\"period\":\"2026-Q1\",\"value\":1}]}");
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("values[1]: chỉ tiêu CT01 có hai giá trị cho");
        assertThat(list("member1").at("/indicators/0/values")).as("all or none").hasSize(2);

        assertThat(program("", values).statusCode()).isEqualTo(403);
        assertThat(program("nghisu-ct-wrong", values).statusCode()).isEqualTo(401);
        assertThat(program("nghisu-ct-wrong", values, "Cookie", server.cookie("thuky1")).statusCode()).as("a session has no say").isEqualTo(401);
        assertThat(program(token, values, "Origin", "https://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(server.send("", "GET", BODY + "/indicators", new byte[0], "Authorization", "Bearer " + token).statusCode()).isEqualTo(401);
        HttpResponse<byte[]> other = server.send("", "POST", BODY + "/indicator-values", value(indicator, "2026-Q3", "1").getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json",
                "Authorization", "Bearer " + token);
        assertThat(other.statusCode()).isEqualTo(401);

        JsonNode listed = ok(send("chair1", "GET", BODY + "/indicator-tokens", "")).get("tokens").get(0);
        assertThat(listed.get("lastUsed").asLong()).isPositive();
        assertThat(listed.toString()).doesNotContain(token);
        assertThat(send("thuky1", "DELETE", BODY + "/indicator-tokens/" + listed.get("id").asText(), "").statusCode()).isEqualTo(204);
        assertThat(program(token, values).statusCode()).isEqualTo(401);
    }

    @Test
    void too_many_requests_wait() throws Exception {
        int status = 0;
        for (int i = 0; i < 100 && status != 429; i++) {
            status = program("nghisu-ct-wrong", "{\"values\":[]}").statusCode();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void values_are_laid_as_they_stand_and_stay_so_until_they_are_laid_again() throws Exception {
        String lay = "{\"item\":\"mot-mot\",\"indicators\":[\"" + indicator + "\"]}";
        String path = "/api/meetings/" + MeetingServer.MEETING + "/indicators";
        server.issue();
        assertThat(send("thuky1", "POST", path, lay).statusCode()).as("no value yet").isEqualTo(409);
        ok(send("thuky1", "POST", BODY + "/indicator-values", value(indicator, "2026-Q2", "61")));
        ok(send("thuky1", "POST", BODY + "/indicator-values", value(indicator, "2026-Q3", "70")));
        ok(send("thuky1", "POST", path, lay));
        ok(send("thuky1", "POST", BODY + "/indicator-values", value(indicator, "2026-Q3", "72")));
        assertThat(laidNow()).isEqualTo("70");
        assertThat(send("member1", "POST", path, lay).statusCode()).isEqualTo(409);
        assertThat(send("other1", "POST", path, lay).statusCode()).isEqualTo(409);
        ok(send("chair1", "POST", path, lay));
        assertThat(laidNow()).isEqualTo("72");
        ok(send("thuky1", "POST", path, lay.replace("}", ",\"periods\":{\"" + indicator + "\":\"2026-Q2\"}}")));
        assertThat(laidNow()).as("the period that was laid").isEqualTo("61");
        assertThat(send("thuky1", "POST", path, lay.replace("}", ",\"periods\":{\"" + indicator + "\":\"khi nào\"}}")).statusCode()).isEqualTo(400);
        ok(send("chair1", "POST", path, lay));
        assertThat(server.room().meeting().indicators().of("mot-mot").orElseThrow().indicators().get(0).before().orElseThrow().toPlainString()).isEqualTo("61");
        assertThat(server.readAnew().create(MeetingServer.MEETING).meeting().indicators()).as("after a restart").isEqualTo(server.room().meeting().indicators());
    }

    private String laidNow() {
        return server.room().meeting().indicators().of("mot-mot").orElseThrow().indicators().get(0).now().orElseThrow().toPlainString();
    }
}
