package vn.nghisu.secret;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import vn.nghisu.journal.Hash;

/** A voter's tablet for tests; it can also try to fill a ballot that isn't allowed. */
final class Pen {
    private final Election election;
    private final Dice dice;

    Pen(Election election, Dice dice) {
        this.election = election;
        this.dice = dice;
    }

    /** @param set by contest the number in each mark; other numbers than 0 and 1, and too many, give a ballot with a proof that doesn't hold */
    Ballot fill(String voter, List<List<Integer>> set) {
        List<List<BigInteger>> randomness = set.stream().map(row -> row.stream().map(mark -> dice.next()).toList()).toList();
        Digest statement = Digest.of("statement").hash(election.hash()).text(election.poll().id()).text(voter).points(election.keys().election());
        List<List<Ciphertext>> sealed = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            List<Ciphertext> row = new ArrayList<>();
            for (int j = 0; j < set.get(i).size(); j++) {
                row.add(seal(randomness.get(i).get(j), set.get(i).get(j)));
                statement.points(row.get(j).a(), row.get(j).b());
            }
            sealed.add(row);
        }
        return prove(voter, set, randomness, sealed, statement.hash());
    }

    private Ballot prove(String voter, List<List<Integer>> set, List<List<BigInteger>> randomness, List<List<Ciphertext>> sealed, Hash statement) {
        List<List<Ballot.Mark>> marks = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            List<Ballot.Mark> row = new ArrayList<>();
            for (int j = 0; j < set.get(i).size(); j++) {
                Ciphertext mark = sealed.get(i).get(j);
                row.add(new Ballot.Mark(mark,
                        branches(Digest.of("mark").hash(statement).number(i).number(j), mark, randomness.get(i).get(j), 0, 2, set.get(i).get(j))));
            }
            marks.add(row);
        }
        List<Ballot.Row> rows = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            Poll.Contest contest = election.poll().contests().get(i);
            Ciphertext total = sealed.get(i).stream().reduce(Ciphertext.NOTHING, Ciphertext::plus);
            rows.add(new Ballot.Row(marks.get(i), branches(Digest.of("sum").hash(statement).number(i), total,
                    randomness.get(i).stream().reduce(BigInteger.ZERO, BigInteger::add), contest.least(), contest.branches(),
                    set.get(i).stream().mapToInt(Integer::intValue).sum())));
        }
        return new Ballot(voter, rows);
    }

    private Ciphertext seal(BigInteger r, int number) {
        return new Ciphertext(Group.G.multiply(r).normalize(),
                election.keys().election().multiply(r).add(Group.G.multiply(BigInteger.valueOf(number))).normalize());
    }

    private Ballot.Branches branches(Digest context, Ciphertext sealed, BigInteger r, int least, int size, int number) {
        int truth = Math.min(Math.max(number - least, 0), size - 1);
        List<BigInteger> c = new ArrayList<>();
        List<BigInteger> s = new ArrayList<>();
        BigInteger others = BigInteger.ZERO;
        BigInteger w = null;
        for (int j = 0; j < size; j++) {
            BigInteger first = dice.next();
            if (j == truth) {
                w = first;
                c.add(BigInteger.ZERO);
                s.add(BigInteger.ZERO);
                context.points(Group.G.multiply(w), election.keys().election().multiply(w));
            } else {
                BigInteger second = dice.next();
                c.add(first);
                s.add(second);
                others = others.add(first);
                ECPoint rest = sealed.b().subtract(Group.G.multiply(BigInteger.valueOf(least + j)));
                context.points(Group.G.multiply(second).subtract(sealed.a().multiply(first)),
                        election.keys().election().multiply(second).subtract(rest.multiply(first)));
            }
        }
        c.set(truth, context.challenge().subtract(others).mod(Group.Q));
        s.set(truth, w.add(c.get(truth).multiply(r)).mod(Group.Q));
        return new Ballot.Branches(c, s);
    }
}
