package vn.nghisu.secret;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * @param weights of members who have more votes than one; absent in polls of versions 1 and 2, which bind none
 */
public record Poll(String id, List<Contest> contests, List<String> trustees, int minimum, Optional<Hash> words, Optional<Roll> weights) {
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
        boolean weighed = shape.has("weights");
        shape.object(Stream.of(Stream.of("contests", "id", "minimum", "trustees", "v"), Stream.of("words").filter(any -> worded || weighed), Stream.of("weights").filter(any -> weighed))
                .flatMap(names -> names).toArray(String[]::new));
        int version = weighed ? 3 : worded ? 2 : 1;
        CheckFailed.unless(shape.get("v").number() == version, Check.FORM, shape.name() + ".v is not " + version);
        List<Contest> contests = shape.get("contests").list(1, CONTESTS_MOST, Poll::contest);
        Poll poll = new Poll(shape.get("id").id(), contests, shape.get("trustees").list(TRUSTEES, TRUSTEES, Shape::id), shape.get("minimum").number(),
                worded ? Optional.of(words(shape.get("words"), contests)) : Optional.empty(), weighed ? Optional.of(Roll.read(shape.get("weights"), 0)) : Optional.empty());
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
        return weights.isPresent() ? 3 : words.isPresent() ? 2 : 1;
    }

    /** Each voter has as many votes as the keys were made for. */
    void weighs(Roll voters) throws CheckFailed {
        if (weights.isPresent()) {
            for (Map.Entry<String, Integer> voter : voters.weights().entrySet()) {
                int bound = weights.get().weights().getOrDefault(voter.getKey(), 1);
                CheckFailed.unless(voter.getValue() == bound, Check.POLL, "voter " + voter.getKey() + " has weight " + voter.getValue() + " and not " + bound);
            }
        }
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
        weights.ifPresent(bound -> json.set("weights", bound.json()));
        json.set("trustees", Shape.array(trustees, Shape::text));
        json.set("contests", Shape.array(contests, contest -> {
            ObjectNode row = Shape.object().put("id", contest.id()).put("least", contest.least()).put("most", contest.most());
            row.set("marks", Shape.array(contest.marks(), Shape::text));
            return row;
        }));
        return json;
    }
}
