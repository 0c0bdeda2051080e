package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.room.Json;

/**
 * A server that runs already, spoken to as any client does. The rehearsal gets a meeting of its own there, of a body whose
 * secretary or chair leads it; it stays in that body's list, closed.
 */
final class RemoteServer {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LENGTH = Duration.ofHours(1);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI url;

    RemoteServer(URI url) {
        this.url = URI.create(url.getScheme() + "://" + url.getAuthority());
    }

    /** A request that the server refused, with the sentence that it gave. */
    static final class RequestRefused extends RuntimeException {
        private static final long serialVersionUID = 1;

        RequestRefused(String what, String text) {
            super(what + ": " + text);
        }
    }

    Pass signIn(String name, String password) {
        return enter("/api/sign-in", Json.MAPPER.createObjectNode().put("name", name).put("password", password), name);
    }

    Pass signIn(String code) {
        return enter("/api/sign-in/code", Json.MAPPER.createObjectNode().put("code", code), "code");
    }

    private Pass enter(String path, ObjectNode body, String who) {
        HttpResponse<String> answer = send("POST", path, Optional.of(body), Optional.empty(), who);
        String token = answer.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .filter(cookie -> cookie.getName().endsWith("nghisu"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow(() -> new RequestRefused(who, "no cookie"));
        return new Pass(tree(answer).at("/person/id").asText(), token);
    }

    /** Makes a meeting of a body that the leader prepares meetings for: the one named, or the first. @return where it will be */
    Venue makeMeeting(Pass lead, List<Pass> members, Optional<String> body) {
        JsonNode me = tree(send("GET", "/api/me", Optional.empty(), Optional.of(lead), "me"));
        List<String> own = new ArrayList<>();
        me.path("bodies").forEach(there -> own.add(there.path("id").asText()));
        String bodyId = body.or(() -> own.stream().findFirst()).orElseThrow(() -> new RequestRefused(lead.person(), "no body"));
        Instant now = Instant.now();
        ObjectNode wanted = Json.MAPPER.createObjectNode().put("bodyId", bodyId).put("title", "Diễn tập").put("kind", "REGULAR")
                .put("room", "").put("startsAt", now.toString()).put("endsAt", now.plus(LENGTH).toString());
        String meeting = tree(send("POST", "/api/meetings", Optional.of(wanted), Optional.of(lead), "meeting")).path("id").asText();
        return new Venue(url, meeting, lead, members);
    }

    private HttpResponse<String> send(String method, String path, Optional<ObjectNode> body, Optional<Pass> pass, String what) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(TIMEOUT)
                .header("X-Nghisu", "1").header("X-Lang", "vi").header("Content-Type", "application/json")
                .method(method, body.map(json -> HttpRequest.BodyPublishers.ofByteArray(Json.bytes(json))).orElse(HttpRequest.BodyPublishers.noBody()));
        pass.ifPresent(given -> request.header("Cookie", "__Host-nghisu=" + given.token() + "; nghisu=" + given.token()));
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new RequestRefused(what, answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new RequestRefused(what, url + " " + e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(HttpResponse<String> answer) {
        return Text.tree(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
