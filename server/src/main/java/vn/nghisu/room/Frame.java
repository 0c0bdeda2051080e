package vn.nghisu.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * One message, encoded once and written to any number of sockets: a whole unmasked WebSocket text frame (RFC 6455 §5.2).
 */
public final class Frame {
    private static final int FINAL_TEXT = 0x81;
    private static final byte[] VIEW = ",\"view\":".getBytes(StandardCharsets.UTF_8);
    private static final ByteBuf END = text("}");

    /** One after the other. */
    private final List<ByteBuf> parts;

    private final int size;
    private final Order order;

    /** What a line that is behind may do with a frame. */
    public enum Order {
        /** Leaves after what was said before it. */
        IN_TURN,
        /** A state of which only the newest counts: it may wait, and the next one takes its place. */
        NEWEST,
        /** Brings the newest state along: one that still waits is out of date. */
        WHOLE
    }

    private Frame(List<ByteBuf> parts, Order order) {
        this.parts = parts;
        this.order = order;
        this.size = parts.stream().mapToInt(ByteBuf::readableBytes).sum();
    }

    /** For one socket: on the heap, since it is written once. */
    public static Frame of(FromServer message) {
        byte[] json = Wire.write(message);
        return ofJson(json, Unpooled.buffer(head(json.length) + json.length), order(message));
    }

    /**
     * For many sockets: outside the heap, so that it is not copied for each. Nobody counts who still needs it, so the memory is
     * of the kind that the garbage collector gives back.
     */
    static Frame shared(FromServer message) {
        byte[] json = Wire.write(message);
        return ofJson(json, Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(head(json.length) + json.length)).clear(), order(message));
    }

    /** A view for one socket; the view itself, which may be large, is the same memory for all who are told it. */
    static Frame view(FromServer.View message, ByteBuf viewJson) {
        ObjectNode beside = Wire.json(message);
        beside.remove("view");
        byte[] members = Json.bytes(beside);
        int length = members.length - 1 + VIEW.length + viewJson.readableBytes() + 1;
        ByteBuf begin = begin(length, Unpooled.buffer(head(length) + members.length + VIEW.length));
        begin.writeBytes(members, 0, members.length - 1).writeBytes(VIEW);
        return new Frame(List.of(Unpooled.unreleasableBuffer(begin.asReadOnly()), viewJson, END), Order.WHOLE);
    }

    /** A text outside the heap, to be a part of frames; the garbage collector gives its memory back. */
    static ByteBuf text(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(bytes.length)).clear().writeBytes(bytes).asReadOnly());
    }

    private static int head(int length) {
        return length < 126 ? 2 : length < 65_536 ? 4 : 10;
    }

    private static Order order(FromServer message) {
        return message instanceof FromServer.Live said && said.live() instanceof Live.Page ? Order.NEWEST : Order.IN_TURN;
    }

    private static Frame ofJson(byte[] json, ByteBuf frame, Order order) {
        return new Frame(List.of(Unpooled.unreleasableBuffer(begin(json.length, frame).writeBytes(json).asReadOnly())), order);
    }

    private static ByteBuf begin(int length, ByteBuf frame) {
        frame.writeByte(FINAL_TEXT);
        if (length < 126) {
            frame.writeByte(length);
        } else if (length < 65_536) {
            frame.writeByte(126).writeShort(length);
        } else {
            frame.writeByte(127).writeLong(length);
        }
        return frame;
    }

    public int size() {
        return size;
    }

    public Order order() {
        return order;
    }

    /** Views of the bytes with own reader positions, to be written one after the other; releasing them does nothing. */
    public void forEachPart(Consumer<ByteBuf> writer) {
        for (ByteBuf part : parts) {
            writer.accept(part.duplicate());
        }
    }

    /** All bytes in one. */
    public ByteBuf duplicate() {
        return parts.size() == 1 ? parts.get(0).duplicate() : Unpooled.wrappedBuffer(parts.stream().map(ByteBuf::duplicate).toArray(ByteBuf[]::new));
    }
}
