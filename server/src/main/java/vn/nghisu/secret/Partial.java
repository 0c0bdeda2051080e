package vn.nghisu.secret;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/**
 * One trustee's part of the decryption of all sums; two make the count.
 *
 * @param trustee 1, 2 or 3
 */
public record Partial(int trustee, List<List<Share>> shares) {
    private static final int BYTES_MOST = 262_144;

    public Partial {
        shares = List.copyOf(shares);
    }

    /**
     * Reads what a trustee's tablet sends.
     *
     * @throws CheckFailed check 1, when it hasn't the form of a partial decryption of this poll
     */
    public static Partial parse(byte[] json, Poll poll) throws CheckFailed {
        return read(Shape.parse(json, BYTES_MOST, "partial"), poll);
    }

    static Partial read(Shape shape, Poll poll) throws CheckFailed {
        shape.object("shares", "trustee");
        int trustee = shape.get("trustee").number();
        CheckFailed.unless(trustee >= 1 && trustee <= Poll.TRUSTEES, Check.FORM, "there is no trustee " + trustee);
        int contests = poll.contests().size();
        List<Shape> rows = shape.get("shares").list(contests, contests, row -> row);
        List<List<Share>> shares = new ArrayList<>();
        for (int i = 0; i < contests; i++) {
            int marks = poll.contests().get(i).marks().size();
            shares.add(rows.get(i).list(marks, marks, Share::read));
        }
        return new Partial(trustee, shares);
    }

    /**
     * Verifies every proof against sums that the caller computed from the ballots.
     *
     * @throws CheckFailed check 12
     */
    public void verify(Sums sums) throws CheckFailed {
        Election election = sums.election();
        ECPoint own = election.keys().trustee(trustee);
        for (int i = 0; i < shares.size(); i++) {
            for (int j = 0; j < shares.get(i).size(); j++) {
                Ciphertext sum = sums.marks().get(i).get(j);
                Digest statement = Digest.of("partial").hash(election.hash()).hash(sums.ballots()).number(trustee).number(i).number(j)
                        .points(own, sum.a(), sum.b());
                CheckFailed.unless(shares.get(i).get(j).holds(statement, own, sum.a()), Check.PARTIALS,
                        "trustee " + trustee + " did not decrypt mark " + j + " of contest " + i + " rightly");
            }
        }
    }

    /** As it is kept and exported. */
    public String canonical() {
        return Shape.canonical(json());
    }

    ObjectNode json() {
        ObjectNode json = Shape.object().put("trustee", trustee);
        json.set("shares", Shape.array(shares, row -> Shape.array(row, Share::json)));
        return json;
    }
}
