package vn.nghisu.secret;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.math.ec.ECPoint;
import vn.nghisu.journal.Hash;

/** H and Hq of docs/vote-protocol.md: SHA-256 over fields, each with its length before it, the first one naming what is hashed. */
final class Digest {
    private static final String DOMAIN = "nghisu/secret/v1/";

    private final MessageDigest sha256;

    private Digest(String name) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
        text(DOMAIN + name);
    }

    static Digest of(String name) {
        return new Digest(name);
    }

    Digest bytes(byte[] field) {
        sha256.update(u32(field.length));
        sha256.update(field);
        return this;
    }

    Digest text(String field) {
        return bytes(field.getBytes(StandardCharsets.UTF_8));
    }

    Digest number(int field) {
        return bytes(u32(field));
    }

    Digest hash(Hash field) {
        return bytes(field.bytes());
    }

    Digest points(ECPoint... fields) {
        for (ECPoint field : fields) {
            bytes(Group.bytes(field));
        }
        return this;
    }

    Hash hash() {
        return Hash.ofBytes(sha256.digest());
    }

    BigInteger challenge() {
        return new BigInteger(1, sha256.digest()).mod(Group.Q);
    }

    private static byte[] u32(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
