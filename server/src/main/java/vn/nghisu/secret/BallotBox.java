package vn.nghisu.secret;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.math.ec.ECPoint;
import vn.nghisu.journal.Hash;

/** The accepted ballots of an election: takes a valid one of each voter, and sums them. For one thread at a time. */
public final class BallotBox {
    private final Election election;
    private final SortedMap<String, Ballot> ballots = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    public BallotBox(Election election) {
        this.election = election;
    }

    /**
     * Takes a ballot, or leaves everything as it was.
     *
     * @throws CheckFailed checks 7 to 10: not entitled or there already, a ciphertext that was used before, a proof that doesn't hold
     */
    public void accept(Ballot ballot) throws CheckFailed {
        String voter = ballot.voter();
        CheckFailed.unless(election.roll().has(voter), Check.ENTITLEMENT, voter + " may not vote");
        CheckFailed.unless(!ballots.containsKey(voter), Check.ENTITLEMENT, voter + " has a ballot already");
        List<String> used = ballot.ciphertexts().map(sealed -> Group.hex(sealed.a())).toList();
        CheckFailed.unless(new HashSet<>(used).size() == used.size() && used.stream().noneMatch(seen::contains), Check.COPIES,
                "the ballot of " + voter + " repeats a ciphertext");
        verify(ballot);
        seen.addAll(used);
        ballots.put(voter, ballot);
    }

    /** Makes the ciphertexts of a ballot that was checked instead of cast unusable. */
    public void spoil(Ballot ballot) {
        ballot.ciphertexts().forEach(sealed -> seen.add(Group.hex(sealed.a())));
    }

    /**
     * Verifies the proofs of one ballot, whatever is in the box; may be called by several threads.
     *
     * @throws CheckFailed checks 9 and 10
     */
    public void verify(Ballot ballot) throws CheckFailed {
        Hash statement = statement(ballot);
        verifyMarks(ballot, statement);
        verifySums(ballot, statement);
    }

    private void verifyMarks(Ballot ballot, Hash statement) throws CheckFailed {
        for (int i = 0; i < ballot.contests().size(); i++) {
            List<Ballot.Mark> marks = ballot.contests().get(i).marks();
            for (int j = 0; j < marks.size(); j++) {
                Digest context = Digest.of("mark").hash(statement).number(i).number(j);
                CheckFailed.unless(holds(context, marks.get(j).sealed(), marks.get(j).bit(), 0), Check.MARKS,
                        "mark " + j + " of contest " + i + " of " + ballot.voter() + " is not proven to be 0 or 1");
            }
        }
    }

    private void verifySums(Ballot ballot, Hash statement) throws CheckFailed {
        for (int i = 0; i < ballot.contests().size(); i++) {
            Ballot.Row row = ballot.contests().get(i);
            Poll.Contest asked = election.poll().contests().get(i);
            CheckFailed.unless(holds(Digest.of("sum").hash(statement).number(i), row.total(), row.sum(), asked.least()), Check.SUMS,
                    "contest " + i + " of " + ballot.voter() + " is not proven to have " + asked.least() + " to " + asked.most() + " marks");
        }
    }

    private Hash statement(Ballot ballot) {
        Digest digest = Digest.of("statement").hash(election.hash()).text(election.poll().id()).text(ballot.voter()).points(election.keys().election());
        ballot.ciphertexts().forEach(sealed -> digest.points(sealed.a(), sealed.b()));
        return digest.hash();
    }

    private boolean holds(Digest context, Ciphertext sealed, Ballot.Branches proof, int first) {
        int size = proof.c().size();
        ECPoint[] commitments = new ECPoint[2 * size];
        BigInteger together = BigInteger.ZERO;
        ECPoint rest = sealed.b().subtract(Group.times(Group.G, first));
        for (int j = 0; j < size; j++) {
            BigInteger c = proof.c().get(j);
            commitments[2 * j] = Group.commitment(Group.G, proof.s().get(j), sealed.a(), c);
            commitments[2 * j + 1] = Group.commitment(election.keys().election(), proof.s().get(j), rest, c);
            together = together.add(c);
            rest = rest.subtract(Group.G);
        }
        Group.settle(commitments);
        return context.points(commitments).challenge().equals(together.mod(Group.Q));
    }

    public int size() {
        return ballots.size();
    }

    public Collection<Ballot> ballots() {
        return Collections.unmodifiableCollection(ballots.values());
    }

    /**
     * The sum of all ballots by mark, to be decrypted.
     *
     * @throws CheckFailed check 11, when there are too few
     */
    public Sums sums() throws CheckFailed {
        CheckFailed.unless(size() >= election.poll().minimum(), Check.ENOUGH, size() + " ballots are fewer than " + election.poll().minimum());
        return Sums.of(election, ballots.values());
    }
}
