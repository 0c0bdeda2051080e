package vn.nghisu.secret;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import vn.nghisu.journal.Hash;

/** Scalars that look random and are the same in every run and in the clients' tests: SHA-256 of the seed and a number. */
final class Dice {
    private final byte[] seed;
    private int thrown;

    Dice(String seed) {
        this.seed = seed.getBytes(StandardCharsets.UTF_8);
    }

    /** From 1 to q−1. */
    BigInteger next() {
        while (true) {
            BigInteger value = new BigInteger(Hash.sha256(seed, ByteBuffer.allocate(4).putInt(thrown++).array()).hex(), 16);
            if (value.signum() > 0 && value.compareTo(Group.Q) < 0) {
                return value;
            }
        }
    }

    int below(int bound) {
        return next().mod(BigInteger.valueOf(bound)).intValue();
    }
}
