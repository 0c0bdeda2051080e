package vn.nghisu.room;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * One message, encoded once and written to any number of sockets: a whole unmasked WebSocket text frame (RFC 6455 §5.2).
 */
public final class Frame {
    private static final int FINAL_TEXT = 0x81;

    private final ByteBuf bytes;

    private Frame(ByteBuf bytes) {
        this.bytes = bytes;
    }

    public static Frame of(FromServer message) {
        return ofJson(Wire.write(message));
    }

    static Frame ofJson(byte[] json) {
        int head = json.length < 126 ? 2 : json.length < 65_536 ? 4 : 10;
        ByteBuf frame = Unpooled.directBuffer(head + json.length).writeByte(FINAL_TEXT);
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
