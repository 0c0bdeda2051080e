package vn.nghisu.web.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.util.Optional;
import vn.nghisu.web.security.StrictText;

/** Puts the frames of one socket together into texts, strictly: UTF-8 as RFC 3629 has it, within a size, nothing binary. */
final class TextFrames {
    static final int MESSAGE_BYTES = 65_536;
    static final int INVALID_TEXT = 1007;
    static final int UNSUPPORTED = 1003;
    static final int TOO_BIG = 1009;

    private Buffer collected;

    /** The socket must be closed with this code (RFC 6455 §7.4.1). */
    static final class Breach extends Exception {
        private static final long serialVersionUID = 1;
        final int code;

        Breach(int code, String message) {
            super(message, null, false, false);
            this.code = code;
        }
    }

    /** A whole text when this frame ends one; control frames are none of ours. */
    Optional<String> take(WebSocketFrame frame) throws Breach {
        if (frame.isBinary()) {
            throw new Breach(UNSUPPORTED, "text only");
        }
        if (!frame.isText() && !frame.isContinuation()) {
            return Optional.empty();
        }
        Buffer part = frame.binaryData();
        if (part.length() + (collected == null ? 0 : collected.length()) > MESSAGE_BYTES) {
            throw new Breach(TOO_BIG, "too big");
        }
        if (!frame.isFinal()) {
            // grows in place: a message in pieces of one byte must not be copied once for each
            collected = (collected == null ? Buffer.buffer() : collected).appendBuffer(part);
            return Optional.empty();
        }
        byte[] whole = (collected == null ? part : collected.appendBuffer(part)).getBytes();
        collected = null;
        return Optional.of(StrictText.utf8(whole).orElseThrow(() -> new Breach(INVALID_TEXT, "not UTF-8")));
    }
}
