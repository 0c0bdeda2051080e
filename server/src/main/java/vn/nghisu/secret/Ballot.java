package vn.nghisu.secret;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.nghisu.journal.Hash;

/** One voter's encrypted ballot; what is marked can't be seen in it. */
public record Ballot(String voter, List<Row> contests) {
    private static final int BYTES_MOST = 262_144;
    private static final int BITS = 2;

    /** One contest: its marks, and the proof that as many are set as it takes. */
    public record Row(List<Mark> marks, Branches sum) {
        public Row {
            marks = List.copyOf(marks);
        }

        Ciphertext total() {
            return marks.stream().map(Mark::sealed).reduce(Ciphertext.NOTHING, Ciphertext::plus);
        }
    }

    /** A mark, and the proof that it is 0 or 1. */
    public record Mark(Ciphertext sealed, Branches bit) {}

    /** A proof that one of several statements is true: a challenge and an answer for each. */
    public record Branches(List<BigInteger> c, List<BigInteger> s) {
        public Branches {
            c = List.copyOf(c);
            s = List.copyOf(s);
        }

        static Branches of(Shape shape, int size) throws CheckFailed {
            return new Branches(shape.get("c").list(size, size, Proof::scalar), shape.get("s").list(size, size, Proof::scalar));
        }

        private ObjectNode json() {
            ObjectNode json = Shape.object();
            json.set("c", Shape.array(c, scalar -> Shape.text(Group.hex(scalar))));
            json.set("s", Shape.array(s, scalar -> Shape.text(Group.hex(scalar))));
            return json;
        }
    }

    public Ballot {
        contests = List.copyOf(contests);
    }

    /**
     * Reads a ballot as a tablet sends it.
     *
     * @param json UTF-8, up to 256 KiB
     * @throws CheckFailed check 1, when it hasn't the form of a ballot of this poll or holds an invalid point
     */
    public static Ballot parse(byte[] json, Poll poll) throws CheckFailed {
        return read(Shape.parse(json, BYTES_MOST, "ballot"), poll);
    }

    static Ballot read(Shape shape, Poll poll) throws CheckFailed {
        shape.object("contests", "voter");
        List<Poll.Contest> asked = poll.contests();
        List<Shape> rows = shape.get("contests").list(asked.size(), asked.size(), row -> row);
        List<Row> contests = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            contests.add(row(rows.get(i), asked.get(i)));
        }
        return new Ballot(shape.get("voter").id(), contests);
    }

    private static Row row(Shape shape, Poll.Contest asked) throws CheckFailed {
        shape.object("marks", "sum");
        int size = asked.marks().size();
        return new Row(shape.get("marks").list(size, size, Ballot::mark), Branches.of(shape.get("sum").object("c", "s"), asked.branches()));
    }

    private static Mark mark(Shape shape) throws CheckFailed {
        shape.object("a", "b", "c", "s");
        return new Mark(new Ciphertext(Group.point(shape.get("a").text(), shape.get("a").name()), Group.point(shape.get("b").text(), shape.get("b").name())),
                Branches.of(shape, BITS));
    }

    Stream<Ciphertext> ciphertexts() {
        return contests.stream().flatMap(row -> row.marks().stream()).map(Mark::sealed);
    }

    /** What the receipt's code is made of: ciphertexts and proofs, nothing that tells the choice. */
    public Hash hash(Election election) {
        return hash(election, canonical());
    }

    /** The same, of a ballot in its canonical form. */
    public static Hash hash(Election election, String canonical) {
        return Digest.of("ballot").hash(election.hash()).text(canonical).hash();
    }

    /** L of a set of ballots, ascending by voter. */
    public static Hash hash(Election election, List<Hash> ballots) {
        Digest set = Digest.of("ballots").hash(election.hash());
        ballots.forEach(set::hash);
        return set.hash();
    }

    /** As it is kept and exported. */
    public String canonical() {
        return Shape.canonical(json());
    }

    ObjectNode json() {
        ObjectNode json = Shape.object().put("voter", voter);
        json.set("contests", Shape.array(contests, row -> {
            ObjectNode contest = Shape.object();
            contest.set("marks", Shape.array(row.marks(), mark ->
                    mark.bit().json().put("a", Group.hex(mark.sealed().a())).put("b", Group.hex(mark.sealed().b()))));
            contest.set("sum", row.sum().json());
            return contest;
        }));
        return json;
    }
}
