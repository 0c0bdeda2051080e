package vn.nghisu.meeting.vote;

import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of a vote. Counts, never percentages; the same numbers are shown everywhere.
 *
 * @param counts by choice id, zero included
 * @param members all members with a vote
 * @param entitled on the list of voters, that is present at opening
 * @param cast ballots counted
 */
public record Tally(Map<String, Integer> counts, int members, int entitled, int cast) {

    public Tally {
        counts = Map.copyOf(counts);
    }

    static Tally of(ChoiceSet set, Map<String, Integer> found, int members, int entitled) {
        Map<String, Integer> counts = new TreeMap<>();
        set.choices().forEach(choice -> counts.put(choice.id(), found.getOrDefault(choice.id(), 0)));
        return new Tally(counts, members, entitled, counts.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** Present, not voted: its own number (product V6). */
    public int notVoted() {
        return entitled - cast;
    }

    public int count(ChoiceSet set, ChoiceSet.Meaning meaning) {
        return set.choices().stream().filter(choice -> choice.meaning() == meaning).mapToInt(choice -> counts.getOrDefault(choice.id(), 0)).sum();
    }

    public int base(MajorityRule.Base base, ChoiceSet set) {
        return switch (base) {
            case ALL_MEMBERS -> members;
            case PRESENT -> entitled;
            case CAST -> cast;
            case CAST_WITHOUT_ABSTENTIONS -> cast - count(set, ChoiceSet.Meaning.ABSTAIN);
        };
    }
}
