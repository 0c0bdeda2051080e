package vn.nghisu.room;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/**
 * One message, encoded once and written to any number of sockets: a whole unmasked WebSocket text frame (RFC 6455 §5.2).
 */
public final class Frame {
    private static final int FINAL_TEXT = 0x81;

    private final ByteBuf bytes;

    private Frame(ByteBuf bytes) {
        this.bytes = bytes;
    }

    /** For one socket: on the heap, since it is written once. */
    public static Frame of(FromServer message) {
        byte[] json = Wire.write(message);
        return ofJson(json, Unpooled.buffer(head(json) + json.length));
    }

    /**
     * For many sockets: outside the heap, so that it is not copied for each. Nobody counts who still needs it, so the memory is
     * of the kind that the garbage collector gives back.
     */
    static Frame shared(FromServer message) {
        byte[] json = Wire.write(message);
        return ofJson(json, Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(head(json) + json.length)).clear());
    }

    private static int head(byte[] json) {
        return json.length < 126 ? 2 : json.length < 65_536 ? 4 : 10;
    }

    private static Frame ofJson(byte[] json, ByteBuf frame) {
        frame.writeByte(FINAL_TEXT);
        if (json.length < 126) {
            frame.writeByte(json.length);
        } else if (json.length < 65_536) {
            frame.writeByte(126).writeShort(json.length);
        } else {
            frame.writeByte(127).writeLong(json.length);
        }
        return new Frame(Unpooled.unreleasableBuffer(frame.writeBytes(json).asReadOnly()));
    }

    public int size() {
        return bytes.readableBytes();
    }

    /** A view of the shared bytes with an own reader position; releasing it does nothing. */
    public ByteBuf duplicate() {
        return bytes.duplicate();
    }
}
