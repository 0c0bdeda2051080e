package vn.nghisu.web.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.people.TestClock;
import vn.nghisu.tls.RoomAuthority;
import vn.nghisu.tls.ServerNames;
import vn.nghisu.web.MeetingServer;

/** A server with a room authority: what devices that trust it get, what others get, and what plain HTTP does not give. */
class HttpsTest {
    private static final String NAME = "hop.lan";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private RoomAuthority authority;
    private MeetingServer server;
    private SSLContext trusting;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        authority = RoomAuthority.make(folder.resolve("data"), ServerNames.of(List.of(NAME)), ServerNames.ofThisMachine(), clock.instant());
        server = new MeetingServer(folder.resolve("papers"), clock, Optional.of(authority));
        trusting = trusting(authority.rootDer());
        client = HttpClient.newBuilder().sslContext(trusting).build();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static SSLContext trusting(byte[] root) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("room", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(root)));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A connection as a browser makes it to this name: chain, dates, purpose and the name are checked. */
    private X509Certificate handshake(SSLContext context, String name, String... protocols) throws IOException {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.httpsPort());
                SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, name, server.httpsPort(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            if (protocols.length > 0) {
                parameters.setProtocols(protocols);
            }
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void a_device_that_trusts_the_room_reaches_it_by_name_and_by_address_and_by_no_other() throws Exception {
        assertThat(handshake(trusting, NAME)).isEqualTo(authority.identity().leaf());
        assertThat(handshake(trusting, "127.0.0.1")).isEqualTo(authority.identity().leaf());
        assertThat(handshake(trusting, "localhost", "TLSv1.2")).isEqualTo(authority.identity().leaf());
        for (String other : List.of("khac.lan", "10.9.8.7", "vietcombank.com.vn")) {
            assertThatThrownBy(() -> handshake(trusting, other)).as(other).isInstanceOf(SSLHandshakeException.class).hasMessageContaining("No subject alternative");
        }
    }

    @Test
    void a_device_that_does_not_trust_it_refuses() {
        assertThatThrownBy(() -> handshake(SSLContext.getDefault(), NAME)).isInstanceOf(SSLHandshakeException.class).hasMessageContaining("PKIX path building failed");
    }

    @Test
    void old_protocols_and_ciphers_are_not_spoken() {
        for (String old : List.of("TLSv1", "TLSv1.1")) {
            assertThatThrownBy(() -> handshake(trusting, NAME, old)).as(old).isInstanceOf(SSLException.class);
        }
        assertThatThrownBy(() -> {
            try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.httpsPort())) {
                socket.setEnabledProtocols(new String[] {"TLSv1.2"});
                socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"});
                socket.startHandshake();
            }
        }).isInstanceOf(SSLException.class);
    }

    @Test
    void a_session_over_https_is_secure_and_hsts_is_not_sent_for_a_room() throws Exception {
        String id = "chair1";
        HttpResponse<String> me = ask("/api/me", "Cookie", server.cookie(id));
        assertThat(me.statusCode()).isEqualTo(200);
        HttpResponse<String> out = client.send(HttpRequest.newBuilder(URI.create(secure() + "/api/sign-out")).header("X-Nghisu", "1").header("Origin", secure())
                .header("Cookie", server.cookie(id)).POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(out.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-nghisu=").contains("Secure", "HTTPOnly", "SameSite=Strict"));
        assertThat(me.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(me.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("wss://127.0.0.1:" + server.httpsPort()).doesNotContain("ws://127.0.0.1:" + server.port());
        HttpResponse<String> foreign = client.send(HttpRequest.newBuilder(URI.create(secure() + "/api/sign-out")).header("X-Nghisu", "1")
                .header("Origin", "http://127.0.0.1:" + server.port()).POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(foreign.statusCode()).as("a page on the plain port is a foreign one").isEqualTo(403);
    }

    @Test
    void the_certificate_changes_while_sockets_live() throws Exception {
        X509Certificate first = handshake(trusting, NAME);
        server.issue();
        Words words = new Words();
        WebSocket socket = client.newWebSocketBuilder().header("Cookie", server.cookie("member1")).header("Origin", secure())
                .buildAsync(URI.create("wss://127.0.0.1:" + server.httpsPort() + "/api/socket"), words).get(20, TimeUnit.SECONDS);
        socket.sendText("{\"t\":\"hello\",\"meeting\":\"" + MeetingServer.MEETING + "\",\"lang\":\"vi\"}", true).get(20, TimeUnit.SECONDS);
        assertThat(words.next()).contains("\"t\":\"view\"");
        assertThat(server.renewCertificate()).as("not due yet").isFalse();
        clock.forward(Duration.ofDays(367));
        assertThat(server.renewCertificate()).isTrue();
        assertThat(authority.identity().leaf()).isNotEqualTo(first);
        assertThat(server.renewCertificate()).as("once").isFalse();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) { // every listener
            assertThat(shown()).isEqualTo(authority.identity().leaf());
        }
        assertThat(socket.isInputClosed()).isFalse();
        Item.Outline added = new Item.Outline("Mục mới", ItemKind.DISCUSSION, "", "", 10, Visibility.EVERYONE);
        server.give("thuky1", new AgendaCommand.AddItem("ba-ba", Optional.empty(), Optional.empty(), added, Optional.of("Việc đột xuất")));
        String heard = words.next();
        while (!heard.contains("Mục mới")) { // beats and presence may come first
            heard = words.next();
        }
        socket.abort();
    }

    /** What is shown now, whatever its dates. */
    @Test
    void a_client_that_begins_another_handshake_on_its_connection_is_refused() throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.httpsPort())) {
            socket.setSoTimeout(10_000);
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.startHandshake();
            assertThatThrownBy(() -> {
                socket.startHandshake();
                socket.getInputStream().read();
            }).isInstanceOf(SSLException.class).hasMessageContaining("handshake_failure");
        }
    }

    private X509Certificate shown() throws Exception {
        SSLContext any = SSLContext.getInstance("TLS");
        any.init(null, new TrustManager[] {new X509ExtendedTrustManager() {
            @Override public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) { }
            @Override public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) { }
            @Override public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) { }
            @Override public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) { }
            @Override public void checkClientTrusted(X509Certificate[] chain, String type) { }
            @Override public void checkServerTrusted(X509Certificate[] chain, String type) { }
            @Override public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
        }}, null);
        try (SSLSocket socket = (SSLSocket) any.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.httpsPort())) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void the_root_comes_in_every_form_over_both() throws Exception {
        for (String origin : List.of(secure(), server.origin())) {
            assertThat(bytes(origin + "/trust/nghi-su.crt", "application/x-x509-ca-cert")).isEqualTo(authority.rootDer());
            assertThat(bytes(origin + "/trust/nghi-su.der", "application/pkix-cert")).isEqualTo(authority.rootDer());
            assertThat(new String(bytes(origin + "/trust/nghi-su.pem", "application/x-pem-file"), StandardCharsets.US_ASCII)).isEqualTo(authority.rootPem()).doesNotContain("KEY");
            String profile = new String(bytes(origin + "/trust/nghi-su.mobileconfig", "application/x-apple-aspen-config"), StandardCharsets.UTF_8);
            assertThat(profile).contains("com.apple.security.root", authority.name());
            String data = profile.replaceFirst("(?s).*<data>\\s*(.*?)\\s*</data>.*", "$1");
            assertThat(Base64.getMimeDecoder().decode(data)).isEqualTo(authority.rootDer());
            assertThat(new String(bytes(origin + "/trust/room.json", "application/json; charset=utf-8"), StandardCharsets.UTF_8))
                    .contains(authority.fingerprint(), secure(), server.origin());
        }
    }

    private byte[] bytes(String address, String type) throws Exception {
        HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).as(address).hasValue(type);
        return answer.body();
    }

    private String secure() {
        return "https://127.0.0.1:" + server.httpsPort();
    }

    private HttpResponse<String> ask(String path, String... headers) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(secure() + path)).headers(headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What a socket hears. */
    private static final class Words implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        String next() throws InterruptedException {
            String next = heard.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("something was heard").isNotNull();
            return next;
        }
    }
}
