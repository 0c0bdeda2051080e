package vn.nghisu.web.documents;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import vn.nghisu.web.security.Problem;

/**
 * A key for one signature: four parts, each behind its length as 4 bytes, big end first: the PKCS#12 file, its password in UTF-8, a picture as
 * PNG (may be empty), and the picture's real width in mm as digits (empty for as large as fits). Not JSON, whose texts could not be wiped.
 */
final class KeyParts implements AutoCloseable {
    private static final int KEY_BYTES = 64 * 1024;
    private static final int PASSWORD_BYTES = 1_024;
    private static final int PICTURE_BYTES = 1_024 * 1_024;
    private static final int WIDTH_BYTES = 8;
    private static final float WIDEST_MM = 60;

    private final byte[] body;
    private final byte[] key;
    private final char[] password;
    private final byte[] picture;
    private final float widthMm;

    private KeyParts(byte[] body, byte[] key, char[] password, byte[] picture, float widthMm) {
        this.body = body;
        this.key = key;
        this.password = password;
        this.picture = picture;
        this.widthMm = widthMm;
    }

    /** Takes the body over: it is wiped with the parts, and at once when it is not in this form. */
    static KeyParts of(byte[] body) {
        ByteBuffer in = ByteBuffer.wrap(body);
        byte[] password = new byte[0];
        try {
            byte[] key = part(in, KEY_BYTES);
            password = part(in, PASSWORD_BYTES);
            byte[] picture = part(in, PICTURE_BYTES);
            String width = new String(part(in, WIDTH_BYTES), StandardCharsets.US_ASCII);
            float mm = width.isEmpty() ? 0 : width.matches("[0-9]{1,2}(\\.[0-9])?") ? Float.parseFloat(width) : WIDEST_MM + 1;
            if (key.length == 0 || in.hasRemaining() || mm > WIDEST_MM) {
                throw Problem.BAD_REQUEST.with();
            }
            CharBuffer letters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(password));
            char[] typed = Arrays.copyOf(letters.array(), letters.limit());
            Arrays.fill(letters.array(), '\0');
            return new KeyParts(body, key, typed, picture, mm);
        } catch (RuntimeException e) {
            Arrays.fill(body, (byte) 0);
            throw e;
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private static byte[] part(ByteBuffer in, int most) {
        int length = in.remaining() < Integer.BYTES ? -1 : in.getInt();
        if (length < 0 || length > most || length > in.remaining()) {
            throw Problem.BAD_REQUEST.with();
        }
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }

    byte[] key() {
        return key;
    }

    char[] password() {
        return password;
    }

    Optional<byte[]> picture() {
        return picture.length == 0 ? Optional.empty() : Optional.of(picture);
    }

    /** 0 where it is not said. */
    float widthMm() {
        return widthMm;
    }

    @Override
    public void close() {
        Arrays.fill(body, (byte) 0);
        Arrays.fill(key, (byte) 0);
        Arrays.fill(password, '\0');
    }
}
