package vn.nghisu.web.live;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import vn.nghisu.room.Frame;
import vn.nghisu.room.Line;

/**
 * A WebSocket as a line of a room: writes shared frames straight to the channel and closes a client that doesn't read. While the
 * network has not taken what was written, the presenter's states do not queue: the newest one waits (reliability.md 4.7). It
 * reaches below Vert.x to Netty; {@code SocketTest} and {@code SlowSocketTest} hold it.
 */
final class SocketLine implements Line {
    /** What may wait in memory for one client that reads slowly, behind the longest frame that it was told. */
    static final long WAITING_BYTES = 1_048_576;
    private static final long CLOSE_TIMEOUT_MS = 2_000;

    private final ServerWebSocket socket;
    private final ChannelHandlerContext context;
    private boolean closing;
    private boolean unflushed;
    private long mayWaitBytes = WAITING_BYTES;
    private Frame newest;
    private boolean draining;

    SocketLine(ServerWebSocket socket) {
        this.socket = socket;
        this.context = ((WebSocketInternal) socket).channelHandlerContext();
    }

    @Override
    public Executor loop() {
        return context.executor();
    }

    @Override
    public void write(Frame frame) {
        if (closing) {
            return;
        }
        long waiting = waitingBytes();
        if (frame.order() == Frame.Order.NEWEST && waiting > 0) {
            newest = frame;
            return;
        }
        int size = frame.size();
        if (waiting > 0 && waiting + size > mayWaitBytes) {
            close(TOO_SLOW, "too slow");
            return;
        }
        // a large view alone may pass the limit, and what follows it, as the presenter's board does, must not be blamed for that
        mayWaitBytes = Math.max(mayWaitBytes, size + Math.max(WAITING_BYTES, size));
        put(frame);
    }

    private void put(Frame frame) {
        if (frame.order() != Frame.Order.IN_TURN) {
            newest = null;
        }
        unflushed = true;
        ChannelHandlerContext end = end();
        frame.forEachPart(part -> end.write(part, end.voidPromise()));
    }

    @Override
    public void flush() {
        if (unflushed) {
            unflushed = false;
            end().flush();
        }
        if (newest != null && !draining) {
            draining = true;
            // an empty write is done when everything before it has left
            ChannelHandlerContext end = end();
            end.writeAndFlush(Unpooled.EMPTY_BUFFER, end.newPromise().addListener(left -> drained(left.isSuccess())));
        }
    }

    private void drained(boolean left) {
        draining = false;
        if (left && newest != null && !closing) {
            put(newest);
            flush();
        }
    }

    /** Where ready frames go: past the handlers that encode messages, to the network itself, or to TLS before it. */
    private ChannelHandlerContext end() {
        ChannelHandlerContext first = context.pipeline().firstContext();
        return first == null || first.handler() instanceof SslHandler ? context : first;
    }

    /** Reads nothing more, so that whatever still comes fills the sender's memory and not ours. */
    void deafen() {
        context.executor().execute(() -> context.channel().config().setAutoRead(false));
    }

    @Override
    public void close(int code, String reason) {
        context.executor().execute(() -> {
            if (!closing) {
                closing = true;
                socket.close((short) code, reason);
                // a client that doesn't read never takes the close frame, and the channel's own close would wait for that
                Channel.Unsafe unsafe = context.channel().unsafe();
                context.executor().schedule(() -> unsafe.close(unsafe.voidPromise()), CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS);
            }
        });
    }

    long waitingBytes() {
        Channel.Unsafe unsafe = context.channel().unsafe();
        ChannelOutboundBuffer buffer = unsafe.outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
