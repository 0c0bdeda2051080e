package vn.nghisu.secret;

import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import vn.nghisu.journal.Hash;

/**
 * The public keys that a ceremony made.
 *
 * @param ceremony Z
 * @param compared what the key code is of, which trustees and voters compare: fixed by the commitments, before anybody has seen another's part
 * @param election K, under which ballots are encrypted
 * @param trustees X of each trustee, in the order of their numbers
 */
public record Keys(Hash ceremony, Hash compared, ECPoint election, List<ECPoint> trustees) {

    public Keys {
        trustees = List.copyOf(trustees);
    }

    /** The key code: 16 characters that are read aloud. */
    public String code() {
        return compared.longCode();
    }

    /** K in writing. */
    public String written() {
        return Group.hex(election);
    }

    /** @param number 1, 2 or 3 */
    ECPoint trustee(int number) {
        return trustees.get(number - 1);
    }

    /** The ciphertext that trustees decrypt to try their keys; its randomness is known to all. */
    Ciphertext test(int number) {
        BigInteger r = Digest.of("test").hash(ceremony).challenge();
        return new Ciphertext(Group.commitment(Group.G, r, Group.G, BigInteger.ZERO).normalize(),
                Group.commitment(election, r, Group.G, BigInteger.valueOf(-number)).normalize());
    }
}
