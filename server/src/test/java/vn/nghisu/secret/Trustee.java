package vn.nghisu.secret;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;
import vn.nghisu.journal.Hash;

/** A trustee's tablet, as the protocol describes it, for tests: in the product these secrets are on tablets only. */
final class Trustee {
    private final Hash poll;
    private final int number;
    private final Dice dice;
    private final BigInteger constant;
    private final BigInteger slope;
    private final BigInteger transport;
    private BigInteger key;

    Trustee(Poll poll, int number, Dice dice) {
        this.poll = poll.hash();
        this.number = number;
        this.dice = dice;
        constant = dice.next();
        slope = dice.next();
        transport = dice.next();
    }

    Ceremony.Announcement announce() {
        List<BigInteger> secrets = List.of(constant, slope, transport);
        List<ECPoint> points = secrets.stream().map(Trustee::point).toList();
        List<BigInteger> witnesses = IntStream.range(0, 3).mapToObj(k -> dice.next()).toList();
        List<Proof> proofs = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            BigInteger c = Digest.of("possession").hash(poll).number(number).number(k).points(points.toArray(ECPoint[]::new))
                    .points(point(witnesses.get(k))).challenge();
            proofs.add(answer(witnesses.get(k), c, secrets.get(k)));
        }
        return new Ceremony.Announcement(points.get(0), points.get(1), points.get(2), proofs);
    }

    List<Ceremony.Deal> deal(List<Ceremony.Announcement> all) {
        List<Ceremony.Deal> deals = new ArrayList<>();
        for (int j = 1; j <= 3; j++) {
            if (j != number) {
                BigInteger k = dice.next();
                ECPoint r = point(k);
                ECPoint to = all.get(j - 1).transport();
                deals.add(new Ceremony.Deal(r, xor(Group.hex(line(j)), mask(number, j, to, r, to.multiply(k)))));
            }
        }
        return deals;
    }

    /** Takes the others' deals and adds up the own key. */
    void collect(List<Ceremony.Announcement> all, List<List<Ceremony.Deal>> deals) {
        key = line(number);
        for (int i = 1; i <= 3; i++) {
            if (i != number) {
                Ceremony.Deal deal = deals.get(i - 1).get(number < i ? number - 1 : number - 2);
                Hash mask = mask(i, number, point(transport), deal.r(), deal.r().multiply(transport));
                BigInteger share = new BigInteger(xor(deal.masked().hex(), mask).hex(), 16);
                ECPoint promised = all.get(i - 1).constant().add(all.get(i - 1).slope().multiply(BigInteger.valueOf(number)));
                if (!point(share).equals(promised)) {
                    throw new IllegalStateException("trustee " + i + " dealt something else than was announced");
                }
                key = key.add(share).mod(Group.Q);
            }
        }
    }

    Share confirm(Keys keys) {
        ECPoint a = keys.test(7).a();
        return decrypt(a, Digest.of("confirm").hash(keys.ceremony()).number(number).points(point(key), a));
    }

    Partial decrypt(Sums sums) {
        List<List<Share>> shares = new ArrayList<>();
        for (int i = 0; i < sums.marks().size(); i++) {
            List<Share> row = new ArrayList<>();
            for (int j = 0; j < sums.marks().get(i).size(); j++) {
                Ciphertext sum = sums.marks().get(i).get(j);
                row.add(decrypt(sum.a(), Digest.of("partial").hash(sums.election().hash()).hash(sums.ballots()).number(number).number(i).number(j)
                        .points(point(key), sum.a(), sum.b())));
            }
            shares.add(row);
        }
        return new Partial(number, shares);
    }

    BigInteger key() {
        return key;
    }

    private Share decrypt(ECPoint a, Digest statement) {
        BigInteger w = dice.next();
        ECPoint d = a.multiply(key).normalize();
        return new Share(d, answer(w, statement.points(d, point(w), a.multiply(w)).challenge(), key));
    }

    private BigInteger line(int at) {
        return constant.add(slope.multiply(BigInteger.valueOf(at))).mod(Group.Q);
    }

    private Hash mask(int from, int to, ECPoint transportKey, ECPoint r, ECPoint shared) {
        return Digest.of("share").hash(poll).number(from).number(to).points(transportKey, r, shared).hash();
    }

    private static Proof answer(BigInteger w, BigInteger c, BigInteger secret) {
        return new Proof(c, w.add(c.multiply(secret)).mod(Group.Q));
    }

    private static ECPoint point(BigInteger scalar) {
        return Group.G.multiply(scalar).normalize();
    }

    private static Hash xor(String one, Hash other) {
        byte[] bytes = new Hash(one).bytes();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= other.bytes()[i];
        }
        return Hash.ofBytes(bytes);
    }
}
