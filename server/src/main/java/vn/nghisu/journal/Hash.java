package vn.nghisu.journal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest, kept as 64 lower-case hexadecimal characters so that it compares and prints as a value. */
public record Hash(String hex) {

    public static final int BYTES = 32;

    /** Crockford's alphabet: no I, L, O, U, so that a code read aloud or copied by hand is not mistaken. */
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int SHORT_CODE_LENGTH = 8;
    private static final int LONG_CODE_LENGTH = 16;
    private static final int BITS_EACH = 5;

    /** @throws IllegalArgumentException unless {@code hex} is 64 lower-case hexadecimal characters */
    public Hash {
        if (!isDigest(hex)) {
            throw new IllegalArgumentException("a hash is 64 lower-case hexadecimal characters");
        }
    }

    private static boolean isDigest(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return hex.length() == 2 * BYTES;
    }

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public static Hash ofBytes(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** The digest of the parts, one after the other. */
    public static Hash sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return ofBytes(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    /** The digest of the text's UTF-8 bytes. */
    public static Hash sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** The first 40 bits as 8 Crockford base-32 characters: short enough to read aloud and to print on minutes. */
    public String shortCode() {
        return code(SHORT_CODE_LENGTH);
    }

    /** The first 80 bits as 16 of the same characters, where somebody who computes for years must not find another hash with the same code. */
    public String longCode() {
        return code(LONG_CODE_LENGTH);
    }

    private String code(int length) {
        BigInteger bits = new BigInteger(hex.substring(0, length * BITS_EACH / 4), 16);
        StringBuilder code = new StringBuilder(length);
        for (int shift = (length - 1) * BITS_EACH; shift >= 0; shift -= BITS_EACH) {
            code.append(CROCKFORD.charAt(bits.shiftRight(shift).intValue() & 31));
        }
        return code.toString();
    }

    @Override
    public String toString() {
        return hex;
    }
}
