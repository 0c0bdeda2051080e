package vn.nghisu.secret;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/** Two partial decryptions make a count. */
public final class Count {

    private Count() {}

    /**
     * The counts by contest and mark, weights included.
     *
     * @throws CheckFailed check 12 when a partial decryption is wrong or both are of one trustee; check 13 when a sum holds no possible count
     */
    public static List<List<Integer>> of(Sums sums, Partial one, Partial other) throws CheckFailed {
        CheckFailed.unless(one.trustee() != other.trustee(), Check.PARTIALS, "trustee " + one.trustee() + " comes twice");
        one.verify(sums);
        other.verify(sums);
        Table table = new Table(sums.weight());
        List<List<Integer>> counts = new ArrayList<>();
        for (List<ECPoint> row : points(sums, one, other)) {
            List<Integer> found = new ArrayList<>();
            for (ECPoint point : row) {
                found.add(table.find(point));
            }
            counts.add(found);
        }
        return counts;
    }

    /** M of each sum: the count times the generator. */
    static List<List<ECPoint>> points(Sums sums, Partial one, Partial other) {
        List<List<ECPoint>> points = new ArrayList<>();
        for (int i = 0; i < sums.marks().size(); i++) {
            List<ECPoint> row = new ArrayList<>();
            for (int j = 0; j < sums.marks().get(i).size(); j++) {
                row.add(combine(sums.marks().get(i).get(j).b(), one.trustee(), one.shares().get(i).get(j).d(), other.trustee(), other.shares().get(i).get(j).d()));
            }
            points.add(row);
        }
        return points;
    }

    /** B − λi·Di − λj·Dj, by Lagrange at 0. */
    static ECPoint combine(ECPoint b, int i, ECPoint di, int j, ECPoint dj) {
        BigInteger li = lagrange(i, j);
        BigInteger lj = lagrange(j, i);
        return b.subtract(di.isInfinity() ? Group.O : ECAlgorithms.sumOfTwoMultiplies(di, li, dj, lj)).normalize();
    }

    private static BigInteger lagrange(int own, int other) {
        return BigInteger.valueOf(other).multiply(BigInteger.valueOf(other - own).modInverse(Group.Q)).mod(Group.Q);
    }

    /** Which multiple of the generator a point is: small steps from a table, large ones until one hits it. */
    private static final class Table {
        private final int most;
        private final int width;
        private final ECPoint stride;
        private final Map<ECPoint, Integer> small = new HashMap<>();

        Table(int most) {
            this.most = most;
            width = (int) Math.sqrt(most) + 1;
            ECPoint step = Group.O;
            for (int i = 0; i < width; i++) {
                small.put(step.normalize(), i);
                step = step.add(Group.G);
            }
            stride = step;
        }

        int find(ECPoint point) throws CheckFailed {
            ECPoint rest = point;
            for (int large = 0; large <= most; large += width) {
                Integer found = small.get(rest.normalize());
                if (found != null && large + found <= most) {
                    return large + found;
                }
                rest = rest.subtract(stride);
            }
            throw new CheckFailed(Check.RESULT, "a sum holds no count from 0 to " + most);
        }
    }
}
