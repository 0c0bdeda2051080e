package vn.nghisu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;

/** Requests whose bodies never end take a bounded share of the memory and keep nobody else out. */
@ExtendWith(FreshServer.class)
class UnfinishedBodiesTest {
    private static final int LENGTH = 4_000;
    private static final int PATIENCE_MS = 20_000;

    @TempDir
    private Path folder;

    private MeetingServer server;
    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Linux has all of 127.0.0.0/8 for addresses of its own. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void one_address_without_a_session_is_told_to_wait_while_others_are_let_in() throws Exception {
        int most = (int) (Runtime.getRuntime().maxMemory() / 32 / 3 / (2 * 1024 + 3 * LENGTH)) + 2;
        for (int i = 0; i < most; i++) {
            begin("127.0.0.1");
        }
        Socket refused = firstAnswered(); // in whichever order the server comes to them
        assertThat(answer(refused)).startsWith("HTTP/1.1 503").contains("BUSY");
        Socket other = begin("127.0.0.2");
        finish(other);
        assertThat(answer(other)).doesNotStartWith("HTTP/1.1 503");
        assertThat(server.get(server.cookie("member1"), "/api/me").statusCode()).isEqualTo(200);
        for (Socket socket : List.copyOf(open)) {
            socket.close();
        }
        Until.holds(() -> {
            Socket again = begin("127.0.0.1");
            finish(again);
            return !answer(again).startsWith("HTTP/1.1 503");
        });
    }

    private Socket firstAnswered() {
        Until.holds(() -> open.stream().anyMatch(UnfinishedBodiesTest::isAnswered));
        return open.stream().filter(UnfinishedBodiesTest::isAnswered).findFirst().orElseThrow();
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket begin(String from) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.setSoTimeout(PATIENCE_MS);
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()), PATIENCE_MS);
        write(socket, "POST /api/sign-in HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nX-Nghisu: 1\r\nContent-Type: application/json\r\nContent-Length: " + LENGTH
                + "\r\n\r\n{\"a\":\"");
        return socket;
    }

    private static void finish(Socket socket) throws IOException {
        write(socket, "x".repeat(LENGTH - "{\"a\":\"\"}".length()) + "\"}");
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(Socket socket) throws IOException {
        byte[] part = new byte[4_096];
        int read = socket.getInputStream().read(part);
        return new String(part, 0, Math.max(0, read), StandardCharsets.UTF_8);
    }
}
