package vn.nghisu.secret;

import org.bouncycastle.math.ec.ECPoint;

/** A number under the election key: (r·G, r·K + m·G). Sums of ciphertexts hold the sums of their numbers. */
public record Ciphertext(ECPoint a, ECPoint b) {
    static final Ciphertext NOTHING = new Ciphertext(Group.O, Group.O);

    Ciphertext plus(Ciphertext other) {
        return new Ciphertext(a.add(other.a), b.add(other.b));
    }

    Ciphertext times(int weight) {
        return weight == 1 ? this : new Ciphertext(Group.times(a, weight), Group.times(b, weight));
    }
}
