package vn.nghisu.meeting.vote;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The numbers of a vote. Counts, never percentages; the same numbers are shown everywhere.
 *
 * @param heads people, and the ballots they cast
 * @param weights the same in votes, where not every voter has just one: then these decide, and the two are never mixed
 */
public record Tally(Sums heads, Optional<Sums> weights) {

    /**
     * @param counts by mark id, zero included
     * @param members all members with a vote
     * @param entitled on the list of voters, that is present at opening
     * @param cast ballots counted
     * @param blank ballots without a mark, of those
     */
    public record Sums(Map<String, Integer> counts, int members, int entitled, int cast, int blank) {

        public Sums {
            counts = Map.copyOf(counts);
        }

        public int count(String mark) {
            return counts.getOrDefault(mark, 0);
        }

        public int count(Collection<Mark> marks, Meaning meaning) {
            return marks.stream().filter(mark -> mark.meaning() == meaning).mapToInt(mark -> count(mark.id())).sum();
        }

        /** Present, not voted: its own number (product V6). */
        public int notVoted() {
            return entitled - cast;
        }

        /** The number of which the rule takes its fraction, for one question of the ballot. */
        public int base(MajorityRule.Base base, Contest contest) {
            return switch (base) {
                case ALL_MEMBERS -> members;
                case PRESENT -> entitled;
                case CAST -> cast;
                case CAST_WITHOUT_ABSTENTIONS -> cast - blank - count(contest.marks(), Meaning.ABSTAIN);
            };
        }
    }

    /**
     * Ballots that are alike.
     *
     * @param marks as the form has ordered them
     * @param heads how many there are
     * @param weight of each
     */
    public record Ballots(Collection<String> marks, int heads, int weight) {}

    /**
     * @param members all members with a vote, by heads and by weight
     * @param entitled those of them on the list of voters
     */
    public static Tally of(Form form, Collection<Ballots> found, Size members, Size entitled) {
        Sums heads = sums(form, found, Ballots::heads, members.heads(), entitled.heads());
        return new Tally(heads, members.isWeighted()
                ? Optional.of(sums(form, found, ballots -> ballots.heads() * ballots.weight(), members.weight(), entitled.weight()))
                : Optional.empty());
    }

    /**
     * Of a secret vote, where only sums are known.
     *
     * @param counts in votes, by mark id; empty where there are none
     * @param voters whose ballots were counted
     */
    static Tally ofSums(Map<String, Integer> counts, Electorate electorate, Collection<String> voters) {
        Size members = electorate.members();
        Size entitled = electorate.entitled();
        Size cast = Size.of(voters.stream().map(electorate::weightOf).toList());
        return new Tally(new Sums(cast.isWeighted() ? Map.of() : counts, members.heads(), entitled.heads(), cast.heads(), 0), members.isWeighted()
                ? Optional.of(new Sums(counts, members.weight(), entitled.weight(), cast.weight(), 0))
                : Optional.empty());
    }

    /** So many people, who have so many votes together. */
    public record Size(int heads, int weight) {
        static Size of(Collection<Integer> weights) {
            return new Size(weights.size(), weights.stream().mapToInt(Integer::intValue).sum());
        }

        public static Size unweighted(int heads) {
            return new Size(heads, heads);
        }

        boolean isWeighted() {
            return heads != weight;
        }
    }

    private static Sums sums(Form form, Collection<Ballots> found, ToIntFunction<Ballots> times, int members, int entitled) {
        Map<String, Integer> counts = form.marks().collect(Collectors.toMap(Mark::id, mark -> 0, Integer::sum, TreeMap::new));
        int cast = 0;
        int blank = 0;
        for (Ballots ballots : found) {
            int many = times.applyAsInt(ballots);
            ballots.marks().forEach(mark -> counts.computeIfPresent(mark, (id, count) -> count + many));
            cast += many;
            blank += ballots.marks().isEmpty() ? many : 0;
        }
        return new Sums(counts, members, entitled, cast, blank);
    }

    /** The numbers that decide. */
    public Sums deciding() {
        return weights.orElse(heads);
    }
}
