package vn.nghisu.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nghisu.room.Frame;
import vn.nghisu.room.FromServer;
import vn.nghisu.room.Live;
import vn.nghisu.tls.RoomAuthority;
import vn.nghisu.tls.ServerNames;
import vn.nghisu.web.https.TlsSettings;

/** reliability.md 4.7: what a slow socket has not taken yet is not made longer by the presenter's states, and loses nothing else. */
class SlowSocketTest {
    private static final int STATES = 200;
    private static final int WAIT_S = 60;
    private static final int RECEIVE_BYTES = 131_072;
    private static final String LARGE = "x".repeat(50_000);

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(WAIT_S, TimeUnit.SECONDS);
    }

    @ParameterizedTest(name = "with TLS: {0}")
    @ValueSource(booleans = {false, true})
    void a_slow_socket_gets_the_newest_state_only_and_every_fact_in_its_order(boolean tls) throws Exception {
        RoomAuthority authority = RoomAuthority.make(folder, ServerNames.of(List.of("hop.lan")), ServerNames.ofThisMachine(), Instant.now());
        CompletableFuture<SocketLine> opened = new CompletableFuture<>();
        HttpServerOptions options = new HttpServerOptions().setSslHandshakeTimeout(WAIT_S);
        int port = vertx.createHttpServer(tls ? TlsSettings.on(options, authority.identity()) : options)
                .webSocketHandler(socket -> opened.complete(new SocketLine(socket)))
                .listen(0, "127.0.0.1").await(WAIT_S, TimeUnit.SECONDS).actualPort();
        Socket plain = RawSocket.connected(port, RECEIVE_BYTES);
        plain.setSoTimeout(1_000 * WAIT_S);
        Socket socket = tls ? trusting(authority).getSocketFactory().createSocket(plain, "hop.lan", port, true) : plain;
        try (RawSocket client = new RawSocket(socket, "", "", "")) {
            hold(opened, client);
        }
    }

    private static void hold(CompletableFuture<SocketLine> opened, RawSocket client) throws Exception {
        SocketLine line = opened.get(WAIT_S, TimeUnit.SECONDS);
        CompletableFuture<Long> waited = new CompletableFuture<>();
        line.loop().execute(() -> {
            say(line, state(0));
            while (line.waitingBytes() == 0) {
                say(line, new FromServer.Error("LARGE", LARGE));
            }
            for (int n = 1; n <= STATES; n++) {
                say(line, state(n));
                if (n % 10 == 0) {
                    say(line, new FromServer.Pong(n, 0));
                }
            }
            waited.complete(line.waitingBytes());
        });
        assertThat(waited.get(WAIT_S, TimeUnit.SECONDS)).as("bytes in memory").isLessThan(2L * LARGE.length());
        List<Integer> states = new ArrayList<>();
        List<Integer> facts = new ArrayList<>();
        await(client, states, facts, STATES);
        assertThat(states).containsExactly(0, STATES);
        assertThat(facts).isEqualTo(IntStream.rangeClosed(1, STATES / 10).map(n -> 10 * n).boxed().toList());
        line.loop().execute(() -> {
            say(line, state(STATES + 1));
            say(line, state(STATES + 2));
        });
        await(client, states, facts, STATES + 2);
        assertThat(states).as("one that has caught up gets each").endsWith(STATES + 1, STATES + 2);
    }

    @Test
    void who_enters_a_large_meeting_is_not_too_slow_for_the_board_that_follows_its_view() throws Exception {
        CompletableFuture<SocketLine> opened = new CompletableFuture<>();
        int port = vertx.createHttpServer().webSocketHandler(socket -> opened.complete(new SocketLine(socket)))
                .listen(0, "127.0.0.1").await(WAIT_S, TimeUnit.SECONDS).actualPort();
        Socket socket = RawSocket.connected(port, RECEIVE_BYTES);
        socket.setSoTimeout(1_000 * WAIT_S);
        try (RawSocket client = new RawSocket(socket, "", "", "")) {
            SocketLine line = opened.get(WAIT_S, TimeUnit.SECONDS);
            line.loop().execute(() -> {
                line.write(Frame.of(new FromServer.Error("VIEW", LARGE.repeat(10))));
                for (int i = 0; i < 12; i++) {
                    line.write(Frame.of(new FromServer.Error("BOARD", LARGE)));
                }
                say(line, new FromServer.Pong(1, 0));
            });
            List<String> heard = new ArrayList<>();
            while (!heard.contains("pong")) {
                JsonNode message = client.next();
                heard.add(message.path("t").asText());
                assertThat(message.has("closed")).isFalse();
            }
            assertThat(heard).as("the view, the board and what comes after").hasSize(1 + 12 + 1);
        }
    }

    private static void await(RawSocket client, List<Integer> states, List<Integer> facts, int last) throws IOException {
        while (!states.contains(last)) {
            JsonNode message = client.next();
            assertThat(message.has("closed")).as("closed after states %s", states).isFalse();
            if (message.has("live")) {
                states.add(message.at("/live/page").asInt() - 1);
            } else if (message.path("t").asText().equals("pong")) {
                facts.add(message.get("n").asInt());
            }
        }
    }

    private static void say(SocketLine line, FromServer message) {
        line.write(Frame.of(message));
        line.flush();
    }

    private static FromServer state(int n) {
        return new FromServer.Live(new Live.Page("paper-1", n + 1, List.of(0.0, 0.0, 1.0, 1.0), Optional.of(List.of(0.5, 0.5)), n));
    }

    private static SSLContext trusting(RoomAuthority authority) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("room", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(authority.rootDer())));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
