package vn.nghisu.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import vn.nghisu.journal.Database;
import vn.nghisu.people.Accounts;
import vn.nghisu.people.Passwords;
import vn.nghisu.people.Session;
import vn.nghisu.people.TestClock;
import vn.nghisu.web.security.Origins;
import vn.nghisu.web.signin.FrontDoor;

/** A real server on a port of its own, with the front door and a route that fails; and a browser's part of talking to it. */
public final class TestServer implements AutoCloseable {
    /** Hashes in a millisecond. */
    private static final Passwords.Cost CHEAP = new Passwords.Cost(64, 1, 1);

    public final TestClock clock;
    public final Database database;
    public final Accounts accounts;
    public final FrontDoor door;
    private final Vertx vertx = Vertx.vertx();
    private final Passwords passwords = new Passwords(CHEAP);
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer http;

    public TestServer() {
        this(Database.memory(), new TestClock(), Set.of());
    }

    public TestServer(Database database, TestClock clock, Set<String> origins) {
        this.database = database;
        this.clock = clock;
        accounts = Accounts.open(database, passwords, clock, FrontDoor.onWorkers(vertx));
        Router router = Router.router(vertx);
        door = new FrontDoor(vertx, router, accounts, new Origins(origins), clock);
        router.get("/api/broken").handler(ctx -> {
            throw new IllegalStateException("on purpose");
        });
        new StaticClients("webroot-of-test").mount(router);
        try {
            http = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await(10, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return http.actualPort();
    }

    public String origin() {
        return "http://127.0.0.1:" + port();
    }

    /** A browser in which nobody is signed in. */
    public Browser browser() {
        return new Browser(Optional.empty());
    }

    /** A browser in which a person of the directory is signed in. */
    public Browser signedIn(String person, Session.Manner manner) {
        return new Browser(Optional.of(
                "__Host-nghisu=" + accounts.sessions().open(person, manner, Optional.empty(), "test").token()));
    }

    public Browser signedIn(String person) {
        return signedIn(person, Session.Manner.PASSWORD);
    }

    /** Sends bytes as they are and returns the answer up to its headers' end: for requests that no client library would make. */
    public String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            int c;
            while (answer.indexOf("\r\n\r\n") < 0 && (c = socket.getInputStream().read()) >= 0) {
                answer.append((char) c);
            }
            return answer.toString();
        }
    }

    @Override
    public void close() {
        door.close();
        try {
            vertx.close().await(10, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
        passwords.close();
        database.close();
    }

    /** Remembers the session's cookie and sends what our pages send. */
    public final class Browser {
        private Optional<String> cookie;

        private Browser(Optional<String> cookie) {
            this.cookie = cookie;
        }

        public Optional<String> cookie() {
            return cookie;
        }

        public HttpResponse<String> get(String path, String... headers) {
            return send("GET", path, "", headers);
        }

        public HttpResponse<String> post(String path, String json, String... headers) {
            return send("POST", path, json, headers);
        }

        /** As a page of ours sends it. */
        public HttpResponse<String> send(String method, String path, String json, String... headers) {
            HttpRequest.Builder request = request(method, path, json, headers);
            if (!method.equals("GET")) {
                request.setHeader("X-Nghisu", "1").setHeader("Content-Type", "application/json");
            }
            return exchange(request);
        }

        /** With these headers and no others. */
        public HttpResponse<String> bare(String method, String path, String body, String... headers) {
            return exchange(request(method, path, body, headers));
        }

        private HttpRequest.Builder request(String method, String path, String body, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path))
                    .timeout(Duration.ofSeconds(20))
                    .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            cookie.ifPresent(value -> request.setHeader("Cookie", value));
            return request;
        }

        private HttpResponse<String> exchange(HttpRequest.Builder request) {
            try {
                HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                answer.headers().allValues("Set-Cookie").stream().filter(set -> set.contains("nghisu=")).findFirst().ifPresent(set -> {
                    String pair = set.substring(0, set.indexOf(';'));
                    cookie = pair.endsWith("=") ? Optional.empty() : Optional.of(pair);
                });
                return answer;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
