package vn.nghisu.cli.rehearse;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A small WebSocket client (RFC 6455): just what a tablet needs, and cheap enough that 5,000 of them fit beside the server.
 * Belongs to the client loop.
 */
final class Socket extends ChannelInboundHandlerAdapter {
    /** Closed without a close frame. */
    static final int ABNORMAL = 1006;

    private static final int ANSWER_BYTES = 16_384;
    private static final int FRAME_BYTES = 64 << 20;
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;

    private final URI url;
    private final String path;
    private final String cookie;
    private Listener listener;
    private ChannelHandlerContext context;
    private ByteBuf waiting = Unpooled.EMPTY_BUFFER;
    private boolean open;
    private int closeCode = ABNORMAL;
    private String closeReason = "";

    /** Who is told what happens on the line. */
    interface Listener {
        void opened();

        /** @param text of one message, valid during the call only */
        void text(ByteBuf text, long atNs);

        void closed(int code, String reason);
    }

    private static final Listener SILENT = new Listener() {
        @Override
        public void opened() {}

        @Override
        public void text(ByteBuf text, long atNs) {}

        @Override
        public void closed(int code, String reason) {}
    };

    Socket(URI url, String path, String token, Listener listener) {
        this.url = url;
        this.path = path;
        this.cookie = "__Host-nghisu=" + token + "; nghisu=" + token;
        this.listener = listener;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        if (!ClientLoop.secure(url)) {
            greet();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent done && done.isSuccess()) {
            greet();
        }
    }

    private void greet() {
        String origin = url.getScheme() + "://" + url.getAuthority();
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nOrigin: " + origin
                + "\r\nUser-Agent: nghisu-rehearse\r\nCookie: " + cookie + "\r\n\r\n";
        context.writeAndFlush(Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII), context.voidPromise());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        long now = System.nanoTime();
        ByteBuf bytes = (ByteBuf) message;
        ByteBuf collected = waiting;
        if (collected.isReadable()) {
            collected.writeBytes(bytes);
            bytes.release();
            bytes = collected;
            waiting = Unpooled.EMPTY_BUFFER;
        }
        if (!open) {
            answer(bytes);
        }
        while (open && frame(bytes, now)) {
            // one message after the other
        }
        if (bytes.isReadable() && ctx.channel().isActive()) {
            waiting = bytes == collected ? collected.discardReadBytes() : begun(bytes);
        } else {
            bytes.release();
        }
    }

    /** The beginning of a frame in a buffer that is as large as the whole will be. */
    private ByteBuf begun(ByteBuf bytes) {
        long whole = open ? Math.min(frameBytes(bytes), FRAME_BYTES) : ANSWER_BYTES;
        ByteBuf collected = ByteBufAllocator.DEFAULT.buffer((int) Math.max(bytes.readableBytes(), whole)).writeBytes(bytes);
        bytes.release();
        return collected;
    }

    private void answer(ByteBuf bytes) {
        String text = bytes.toString(StandardCharsets.US_ASCII);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 && text.length() < ANSWER_BYTES) {
            return;
        }
        if (!text.startsWith("HTTP/1.1 101 ")) {
            closeReason = text.lines().findFirst().orElse("");
            context.close();
            return;
        }
        bytes.skipBytes(end + 4);
        open = true;
        listener.opened();
    }

    /** Bytes of the frame that begins here, with its head; as much as is known. */
    private static long frameBytes(ByteBuf bytes) {
        int at = bytes.readerIndex();
        if (bytes.readableBytes() < 2) {
            return 2;
        }
        int length = bytes.getByte(at + 1) & 0x7f;
        if (length < 126) {
            return 2 + length;
        }
        if (length == 126) {
            return bytes.readableBytes() < 4 ? 4 : 4 + bytes.getUnsignedShort(at + 2);
        }
        return bytes.readableBytes() < 10 ? 10 : 10 + bytes.getLong(at + 2);
    }

    private boolean frame(ByteBuf bytes, long now) {
        long whole = frameBytes(bytes);
        if (bytes.readableBytes() < 2 || bytes.readableBytes() < whole || whole > FRAME_BYTES) {
            return false;
        }
        int length = bytes.getByte(bytes.readerIndex() + 1) & 0x7f;
        int head = length < 126 ? 2 : length == 126 ? 4 : 10;
        int kind = bytes.readUnsignedByte();
        bytes.skipBytes(head - 1);
        ByteBuf payload = bytes.readSlice((int) whole - head);
        switch (kind) {
            case FINAL | TEXT -> listener.text(payload, now);
            case FINAL | PING -> write(FINAL | PONG, payload);
            case FINAL | CLOSE -> {
                closeCode = payload.readableBytes() < 2 ? 1005 : payload.readUnsignedShort();
                closeReason = payload.toString(StandardCharsets.UTF_8);
                context.close();
            }
            default -> {
                closeReason = "frame of kind " + kind;
                context.close();
            }
        }
        return true;
    }

    boolean isOpen() {
        return open;
    }

    /** A whole text frame, ready to be written later by {@link #send}. */
    static ByteBuf frame(byte[] text) {
        return frame(FINAL | TEXT, text.length, ByteBufAllocator.DEFAULT.buffer(text.length + 14)).writeBytes(text);
    }

    /** The mask is all zeros, which changes nothing: what it protects from are proxies between browsers and servers. */
    private static ByteBuf frame(int kind, int length, ByteBuf frame) {
        frame.writeByte(kind);
        if (length < 126) {
            frame.writeByte(MASKED | length);
        } else if (length < 65_536) {
            frame.writeByte(MASKED | 126).writeShort(length);
        } else {
            frame.writeByte(MASKED | 127).writeLong(length);
        }
        return frame.writeInt(0);
    }

    private void write(int kind, ByteBuf payload) {
        send(frame(kind, payload.readableBytes(), ByteBufAllocator.DEFAULT.buffer()).writeBytes(payload));
    }

    void send(ByteBuf frame) {
        context.writeAndFlush(frame, context.voidPromise());
    }

    /** Says nothing more to its listener. */
    void silence() {
        listener = SILENT;
    }

    /** Ends the connection without a word, as a lost network does. */
    void cut() {
        silence();
        if (context != null) {
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        end();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        closeReason = cause.toString();
        ctx.close();
    }

    /** The connection could not be made. */
    void failed(Throwable cause) {
        closeReason = cause.toString();
        end();
    }

    private void end() {
        open = false;
        waiting.release();
        waiting = Unpooled.EMPTY_BUFFER;
        listener.closed(closeCode, closeReason);
    }
}
