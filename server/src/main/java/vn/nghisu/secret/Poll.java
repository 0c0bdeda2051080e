package vn.nghisu.secret;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.nghisu.journal.Hash;

/**
 * What is asked in secret, and whose keys decrypt the sum.
 *
 * @param id never used for a second poll
 * @param minimum the fewest ballots whose sum is decrypted
 * @param trustees ids of the three, in the order of their numbers 1, 2, 3
 * @param words W, the hash of what voters read; absent in polls of version 1, which bind no words
 */
public record Poll(String id, List<Contest> contests, List<String> trustees, int minimum, Optional<Hash> words) {
    static final int TRUSTEES = 3;
    private static final int BYTES_MOST = 2 << 20;
    private static final int CONTESTS_MOST = 50;
    private static final int MARKS_MOST_EACH = 50;
    private static final int MARKS_MOST = 200;
    private static final int MINIMUM_LEAST = 3;

    /** One question: between {@code least} and {@code most} of its marks are set. */
    public record Contest(String id, List<String> marks, int least, int most) {
        public Contest {
            marks = List.copyOf(marks);
        }

        /** How many sums a valid ballot may have here. */
        int branches() {
            return most - least + 1;
        }
    }

    public Poll {
        contests = List.copyOf(contests);
        trustees = List.copyOf(trustees);
    }

    /** @throws CheckFailed check 1 or 2 */
    public static Poll parse(byte[] json) throws CheckFailed {
        return read(Shape.parse(json, BYTES_MOST, "poll"));
    }

    static Poll read(Shape shape) throws CheckFailed {
        boolean worded = shape.has("words");
        shape.object(worded ? new String[] {"contests", "id", "minimum", "trustees", "v", "words"} : new String[] {"contests", "id", "minimum", "trustees", "v"});
        CheckFailed.unless(shape.get("v").number() == (worded ? 2 : 1), Check.FORM, shape.name() + ".v is not " + (worded ? 2 : 1));
        List<Contest> contests = shape.get("contests").list(1, CONTESTS_MOST, Poll::contest);
        Poll poll = new Poll(shape.get("id").id(), contests, shape.get("trustees").list(TRUSTEES, TRUSTEES, Shape::id), shape.get("minimum").number(),
                worded ? Optional.of(words(shape.get("words"), contests)) : Optional.empty());
        poll.check();
        return poll;
    }

    /** The hash as an exported poll has it, or the words themselves as a meeting sends them. */
    private static Hash words(Shape shape, List<Contest> contests) throws CheckFailed {
        return shape.isText() ? Ceremony.hashOf(shape) : Words.hash(shape, contests);
    }

    private static Contest contest(Shape shape) throws CheckFailed {
        shape.object("id", "least", "marks", "most");
        return new Contest(shape.get("id").id(), shape.get("marks").list(1, MARKS_MOST_EACH, Shape::id), shape.get("least").number(), shape.get("most").number());
    }

    private void check() throws CheckFailed {
        List<String> marks = contests.stream().flatMap(contest -> contest.marks().stream()).toList();
        CheckFailed.unless(marks.size() <= MARKS_MOST, Check.FORM, "more than " + MARKS_MOST + " marks");
        CheckFailed.unless(differ(marks.stream()), Check.POLL, "a mark comes twice");
        CheckFailed.unless(differ(contests.stream().map(Contest::id)), Check.POLL, "a contest comes twice");
        CheckFailed.unless(differ(trustees.stream()), Check.POLL, "a trustee comes twice");
        CheckFailed.unless(minimum >= MINIMUM_LEAST && minimum <= Roll.VOTERS_MOST, Check.POLL, "minimum is " + minimum);
        for (Contest contest : contests) {
            CheckFailed.unless(contest.least() <= contest.most() && contest.most() >= 1 && contest.most() <= contest.marks().size(), Check.POLL,
                    "contest " + contest.id() + " wants " + contest.least() + " to " + contest.most() + " of " + contest.marks().size());
        }
    }

    private static boolean differ(Stream<String> ids) {
        Set<String> seen = new HashSet<>();
        return ids.allMatch(seen::add);
    }

    int version() {
        return words.isPresent() ? 2 : 1;
    }

    /** As it is hashed and exported. */
    public String canonical() {
        return Shape.canonical(json());
    }

    /** P. */
    Hash hash() {
        return Digest.of("poll").text(canonical()).hash();
    }

    ObjectNode json() {
        ObjectNode json = Shape.object().put("id", id).put("minimum", minimum).put("v", version());
        words.ifPresent(hash -> json.put("words", hash.hex()));
        json.set("trustees", Shape.array(trustees, Shape::text));
        json.set("contests", Shape.array(contests, contest -> {
            ObjectNode row = Shape.object().put("id", contest.id()).put("least", contest.least()).put("most", contest.most());
            row.set("marks", Shape.array(contest.marks(), Shape::text));
            return row;
        }));
        return json;
    }
}
