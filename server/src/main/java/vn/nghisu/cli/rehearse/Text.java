package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Subjects;
import vn.nghisu.room.Json;

/** The texts between a tablet and a server: what comes often is recognised by its ends, everything else is read as JSON. */
final class Text {
    static final long NONE = -1;

    private static final byte[] PATCH_BEGIN = ascii("{\"t\":\"patch\",\"from\":");
    private static final ByteBuf VIEW = Unpooled.wrappedBuffer(ascii("\"view\":{"));

    private Text() {}

    static boolean isPatch(ByteBuf text) {
        return begins(text, PATCH_BEGIN);
    }

    /** Of a {@link #isPatch patch}; {@link #NONE} when it is written otherwise than expected. */
    static long from(ByteBuf patch) {
        long number = 0;
        for (int at = patch.readerIndex() + PATCH_BEGIN.length; at < patch.writerIndex(); at++) {
            int digit = patch.getByte(at) - '0';
            if (digit < 0 || digit > 9) {
                return number;
            }
            number = number * 10 + digit;
        }
        return NONE;
    }

    /** Of a {@link #isPatch patch}, whose revision stands at its end; {@link #NONE} when it does not. */
    static long rev(ByteBuf patch) {
        long number = 0;
        long place = 1;
        for (int at = patch.writerIndex() - 2; at > patch.readerIndex(); at--) {
            int digit = patch.getByte(at) - '0';
            if (digit < 0 || digit > 9) {
                return place > 1 && patch.getByte(at) == ':' && patch.getByte(at - 2) == 'v' ? number : NONE;
            }
            number += digit * place;
            place *= 10;
        }
        return NONE;
    }

    /** Where the view's value begins in a view frame, or a negative number. */
    static int viewBegins(ByteBuf text) {
        int at = ByteBufUtil.indexOf(VIEW, text);
        return at < 0 ? at : at + VIEW.readableBytes() - 1;
    }

    private static boolean begins(ByteBuf text, byte[] with) {
        return text.readableBytes() >= with.length && same(text, text.readerIndex(), with);
    }

    static boolean same(ByteBuf text, int at, byte[] bytes) {
        if (text.writerIndex() - at < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (text.getByte(at + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean sameBytes(ByteBuf text, int at, byte[] bytes) {
        return text.writerIndex() - at >= bytes.length && ByteBufUtil.equals(text, at, Unpooled.wrappedBuffer(bytes), 0, bytes.length);
    }

    /** The bytes of the object that begins at a place in a text. */
    static byte[] viewOf(byte[] text, int begin) {
        int depth = 0;
        boolean quoted = false;
        for (int at = begin; at < text.length; at++) {
            byte c = text[at];
            if (quoted) {
                at += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '}') {
                depth += c == '{' ? 1 : -1;
                if (depth == 0) {
                    return Arrays.copyOfRange(text, begin, at + 1);
                }
            }
        }
        return new byte[0];
    }

    /** A text with a part of it left out, an empty object in its place. */
    static ObjectNode without(ByteBuf text, int at, int length) {
        int before = at - text.readerIndex();
        byte[] rest = new byte[text.readableBytes() - length + 2];
        text.getBytes(text.readerIndex(), rest, 0, before);
        rest[before] = '{';
        rest[before + 1] = '}';
        text.getBytes(at + length, rest, before + 2, rest.length - before - 2);
        return tree(rest);
    }

    static ObjectNode tree(ByteBuf text) {
        return tree(ByteBufUtil.getBytes(text));
    }

    static ObjectNode tree(byte[] text) {
        try {
            JsonNode tree = Json.MAPPER.readTree(text);
            return tree instanceof ObjectNode object ? object : Json.MAPPER.createObjectNode();
        } catch (IOException e) {
            return Json.MAPPER.createObjectNode();
        }
    }

    static byte[] hello(String meeting, String epoch, long rev) {
        ObjectNode hello = Json.MAPPER.createObjectNode().put("t", "hello").put("meeting", meeting).put("lang", "vi");
        if (epoch != null) {
            hello.put("epoch", epoch).put("rev", rev);
        }
        return Json.bytes(hello);
    }

    static byte[] command(UUID id, Command command) {
        ObjectNode inner = Json.MAPPER.valueToTree(command);
        inner.put("type", Subjects.name(command.getClass()));
        return Json.bytes(Json.MAPPER.createObjectNode().put("t", "command").put("id", id.toString()).set("command", inner));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
