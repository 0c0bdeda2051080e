package vn.nghisu.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import vn.nghisu.room.Json;
import vn.nghisu.web.MeetingServer;

/** A WebSocket client that can also break the rules. */
final class RawSocket implements AutoCloseable {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    private static final int TIMEOUT_MS = 8_000;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final String status;

    /** @param origin the Origin header, or none when empty */
    RawSocket(MeetingServer server, String cookie, String origin) throws IOException {
        this(server, cookie, origin, 0, "");
    }

    /** @param query of the address, with its question mark */
    RawSocket(MeetingServer server, String cookie, String origin, String query) throws IOException {
        this(server, cookie, origin, 0, query);
    }

    /** @param receiveBytes size of the receive buffer, small for a client that is soon felt when it stops reading; 0 for the usual */
    RawSocket(MeetingServer server, String cookie, String origin, int receiveBytes) throws IOException {
        this(server, cookie, origin, receiveBytes, "");
    }

    private RawSocket(MeetingServer server, String cookie, String origin, int receiveBytes, String query) throws IOException {
        this(connected(server.port(), receiveBytes), cookie, origin, query);
    }

    /** @param receiveBytes 0 for the usual */
    static Socket connected(int port, int receiveBytes) throws IOException {
        Socket socket = new Socket();
        if (receiveBytes > 0) {
            socket.setReceiveBufferSize(receiveBytes);
        }
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(TIMEOUT_MS);
        return socket;
    }

    /** On a connection that is there, with or without TLS. */
    RawSocket(Socket connected, String cookie, String origin, String query) throws IOException {
        socket = connected;
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        StringBuilder request = new StringBuilder("GET /api/socket" + query + " HTTP/1.1\r\nHost: 127.0.0.1:" + socket.getPort()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        if (!origin.isEmpty()) {
            request.append("Origin: ").append(origin).append("\r\n");
        }
        if (!cookie.isEmpty()) {
            request.append("Cookie: ").append(cookie).append("\r\n");
        }
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        status = line();
        while (!line().isEmpty()) {
            continue;
        }
    }

    String status() {
        return status;
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        int c;
        while ((c = in.read()) >= 0 && c != '\n') {
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    RawSocket text(String text) throws IOException {
        return frame(0x80 | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param head first byte of the frame: FIN, reserved bits, opcode */
    RawSocket frame(int head, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(head);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.write(new byte[4]);
        frame.write(payload);
        out.write(frame.toByteArray());
        return this;
    }

    RawSocket hello() throws IOException {
        return text("{\"t\":\"hello\",\"meeting\":\"" + MeetingServer.MEETING + "\",\"lang\":\"vi\"}");
    }

    /** The next message; a close frame is {@code {"closed": code}}, the end of the stream {@code {"closed": 0}}. */
    JsonNode next() throws IOException {
        while (true) {
            int head = in.read();
            if (head < 0) {
                return Json.MAPPER.createObjectNode().put("closed", 0);
            }
            int length = in.read();
            long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
            byte[] payload = in.readNBytes((int) size);
            if ((head & 15) == CLOSE) {
                int code = payload.length < 2 ? 1005 : (payload[0] & 255) << 8 | payload[1] & 255;
                return Json.MAPPER.createObjectNode().put("closed", code);
            }
            if ((head & 15) == TEXT) {
                return Json.MAPPER.readTree(payload);
            }
        }
    }

    JsonNode await(Predicate<JsonNode> wanted) throws IOException {
        while (true) {
            JsonNode message = next();
            if (wanted.test(message)) {
                return message;
            }
            if (message.has("closed")) {
                throw new AssertionError("closed with " + message.get("closed"));
            }
        }
    }

    JsonNode awaitFrame(String type) throws IOException {
        return await(message -> message.path("t").asText().equals(type));
    }

    int awaitClose() throws IOException {
        return await(message -> message.has("closed")).get("closed").asInt();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
