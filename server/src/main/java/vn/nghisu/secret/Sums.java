package vn.nghisu.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.nghisu.journal.Hash;

/**
 * All accepted ballots in one, each with its voter's weight.
 *
 * @param ballots L; its long code is the ballots' code that trustees compare before they decrypt
 * @param marks by contest and mark
 * @param weight of all these ballots together: no count is larger
 */
public record Sums(Election election, Hash ballots, List<List<Ciphertext>> marks, int weight) {

    /** @param accepted ballots whose proofs were verified, ascending by voter */
    public static Sums of(Election election, Collection<Ballot> accepted) {
        List<List<Ciphertext>> marks = election.poll().contests().stream()
                .map(contest -> Stream.generate(() -> Ciphertext.NOTHING).limit(contest.marks().size()).toList()).toList();
        int together = 0;
        for (Ballot ballot : accepted) {
            int weight = election.roll().weight(ballot.voter());
            together += weight;
            marks = plus(marks, ballot, weight);
        }
        return new Sums(election, Ballot.hash(election, accepted.stream().map(ballot -> ballot.hash(election)).toList()), marks.stream().map(row -> row.stream().map(Sums::settled).toList()).toList(), together);
    }

    private static List<List<Ciphertext>> plus(List<List<Ciphertext>> marks, Ballot ballot, int weight) {
        List<List<Ciphertext>> sums = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            List<Ciphertext> row = marks.get(i);
            List<Ballot.Mark> own = ballot.contests().get(i).marks();
            sums.add(IntStream.range(0, row.size()).mapToObj(j -> row.get(j).plus(own.get(j).sealed().times(weight))).toList());
        }
        return sums;
    }

    private static Ciphertext settled(Ciphertext sum) {
        return new Ciphertext(sum.a().normalize(), sum.b().normalize());
    }
}
