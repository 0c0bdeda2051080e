package vn.nghisu.secret;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;
import vn.nghisu.journal.Hash;

/**
 * A finished poll with everything that outsiders need to verify it (section 7).
 *
 * @param key K in writing; it must follow from the ceremony
 * @param result counts by contest and mark
 * @param words the hash of the words in the file; absent in version 1
 */
public record ExportedPoll(Poll poll, Ceremony ceremony, ECPoint key, Roll voters, List<Ballot> ballots, List<Partial> partials, List<List<Integer>> result,
        Optional<Hash> words) {
    private static final int BYTES_MOST = 64 << 20;

    public ExportedPoll {
        ballots = List.copyOf(ballots);
        partials = List.copyOf(partials);
        result = List.copyOf(result);
    }

    /** @throws CheckFailed check 1 or 2 */
    public static ExportedPoll parse(byte[] json) throws CheckFailed {
        Shape shape = Shape.parse(json, BYTES_MOST, "file");
        boolean worded = shape.has("words");
        shape.object(worded ? new String[] {"ballots", "ceremony", "key", "partials", "poll", "result", "v", "voters", "words"}
                : new String[] {"ballots", "ceremony", "key", "partials", "poll", "result", "v", "voters"});
        Poll poll = Poll.read(shape.get("poll"));
        CheckFailed.unless(shape.get("v").number() == poll.version() && worded == poll.words().isPresent(), Check.FORM, "file.v is not that of its poll");
        return new ExportedPoll(poll, Ceremony.read(shape.get("ceremony")), Group.point(shape.get("key").text(), "key"), Roll.read(shape.get("voters"), 1),
                shape.get("ballots").list(0, Roll.VOTERS_MOST, ballot -> Ballot.read(ballot, poll)),
                shape.get("partials").list(2, Poll.TRUSTEES, partial -> Partial.read(partial, poll)),
                counts(shape.get("result"), poll), worded ? Optional.of(Words.hash(shape.get("words"), poll.contests())) : Optional.empty());
    }

    private static List<List<Integer>> counts(Shape shape, Poll poll) throws CheckFailed {
        int contests = poll.contests().size();
        List<Shape> rows = shape.list(contests, contests, row -> row);
        List<List<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < contests; i++) {
            int marks = poll.contests().get(i).marks().size();
            counts.add(rows.get(i).list(marks, marks, Shape::number));
        }
        return counts;
    }

    /**
     * Goes through checks 2 (of weights) to 14; check 15 needs the paper, to which the sums' and keys' codes are compared.
     *
     * @return the sums, computed anew from the ballots
     * @throws CheckFailed the first that fails
     */
    public Sums check() throws CheckFailed {
        poll.weighs(voters);
        Keys keys = ceremony.check(poll);
        CheckFailed.unless(keys.election().equals(key), Check.KEY, "the key does not follow from the ceremony");
        BallotBox box = new BallotBox(new Election(poll, keys, voters));
        String last = "";
        for (Ballot ballot : ballots) {
            CheckFailed.unless(last.compareTo(ballot.voter()) < 0, Check.ENTITLEMENT, "the ballot of " + ballot.voter() + " is out of order");
            box.accept(ballot);
            last = ballot.voter();
        }
        Sums sums = box.sums();
        checkPartials(sums);
        checkResult(sums);
        CheckFailed.unless(words.equals(poll.words()), Check.WORDS, "the words are not those that the keys were made for");
        return sums;
    }

    private void checkPartials(Sums sums) throws CheckFailed {
        int last = 0;
        for (Partial partial : partials) {
            CheckFailed.unless(partial.trustee() > last, Check.PARTIALS, "trustee " + partial.trustee() + " comes twice or out of order");
            partial.verify(sums);
            last = partial.trustee();
        }
    }

    private void checkResult(Sums sums) throws CheckFailed {
        for (int one = 0; one < partials.size(); one++) {
            for (int other = one + 1; other < partials.size(); other++) {
                List<List<ECPoint>> points = Count.points(sums, partials.get(one), partials.get(other));
                for (int i = 0; i < points.size(); i++) {
                    for (int j = 0; j < points.get(i).size(); j++) {
                        int count = result.get(i).get(j);
                        CheckFailed.unless(count <= sums.weight() && Group.times(Group.G, count).equals(points.get(i).get(j)), Check.RESULT,
                                "mark " + j + " of contest " + i + " does not have " + count);
                    }
                }
            }
        }
    }

    public String canonical() {
        ObjectNode json = Shape.object().put("key", Group.hex(key)).put("v", poll.version());
        json.set("poll", poll.json());
        json.set("ceremony", ceremony.json());
        json.set("voters", voters.json());
        json.set("ballots", Shape.array(ballots, Ballot::json));
        json.set("partials", Shape.array(partials, Partial::json));
        json.set("result", Shape.array(result, row -> Shape.array(row, Shape::number)));
        return Shape.canonical(json);
    }
}
