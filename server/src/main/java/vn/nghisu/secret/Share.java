package vn.nghisu.secret;

import com.fasterxml.jackson.databind.JsonNode;
import org.bouncycastle.math.ec.ECPoint;

/** What a trustee's key makes of one sum: D = x·A, with the proof that it is the same x as in the trustee's public key. */
public record Share(ECPoint d, Proof proof) {

    private static final int BYTES_MOST = 1_024;

    /** @throws CheckFailed check 1 */
    public static Share parse(byte[] json) throws CheckFailed {
        return read(Shape.parse(json, BYTES_MOST, "share"));
    }

    static Share read(Shape shape) throws CheckFailed {
        shape.object("c", "d", "s");
        return new Share(Group.pointOrIdentity(shape.get("d").text(), shape.get("d").name()), Proof.of(shape));
    }

    /**
     * Whether the proof holds.
     *
     * @param statement all that is hashed before D and the commitments
     */
    boolean holds(Digest statement, ECPoint publicKey, ECPoint a) {
        ECPoint u = Group.commitment(Group.G, proof.s(), publicKey, proof.c());
        ECPoint v = Group.commitment(a, proof.s(), d, proof.c());
        return d.isInfinity() == a.isInfinity() && statement.points(d, u, v).challenge().equals(proof.c());
    }

    JsonNode json() {
        return proof.json().put("d", Group.hex(d));
    }
}
