package vn.nghisu.secret;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who may vote, with weights; fixed when the vote opens. */
public record Roll(SortedMap<String, Integer> weights) {
    static final int VOTERS_MOST = 10_000;
    private static final int BYTES_MOST = 2 << 20;
    private static final int WEIGHT_MOST = 10_000;
    private static final int TOGETHER_MOST = 1_000_000;

    private record Voter(String id, int weight) {}

    public Roll {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }

    /** @throws CheckFailed check 1 or 2 */
    public static Roll parse(byte[] json) throws CheckFailed {
        return read(Shape.parse(json, BYTES_MOST, "voters"), 1);
    }

    /** @param least entries */
    static Roll read(Shape shape, int least) throws CheckFailed {
        List<Voter> voters = shape.list(least, VOTERS_MOST, voter -> new Voter(voter.object("id", "weight").get("id").id(), voter.get("weight").number()));
        TreeMap<String, Integer> weights = new TreeMap<>();
        long together = 0;
        for (Voter voter : voters) {
            CheckFailed.unless(weights.isEmpty() || weights.lastKey().compareTo(voter.id()) < 0, Check.POLL, "voter " + voter.id() + " is out of order");
            CheckFailed.unless(voter.weight() >= 1 && voter.weight() <= WEIGHT_MOST, Check.POLL, "voter " + voter.id() + " has weight " + voter.weight());
            weights.put(voter.id(), voter.weight());
            together += voter.weight();
        }
        CheckFailed.unless(together <= TOGETHER_MOST, Check.POLL, "the weights are more than " + TOGETHER_MOST);
        return new Roll(weights);
    }

    boolean has(String voter) {
        return weights.containsKey(voter);
    }

    int weight(String voter) {
        return weights.get(voter);
    }

    JsonNode json() {
        return Shape.array(List.copyOf(weights.entrySet()), voter -> Shape.object().put("id", voter.getKey()).put("weight", voter.getValue()));
    }
}
