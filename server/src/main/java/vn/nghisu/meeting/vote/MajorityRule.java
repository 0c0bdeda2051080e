package vn.nghisu.meeting.vote;

/**
 * A majority as data: base, fraction, whether the fraction must be exceeded, and what a tie means (product V2).
 * All arithmetic is in whole numbers.
 *
 * @param strict "more than" when true, "at least" when false
 */
public record MajorityRule(Base base, int numerator, int denominator, boolean strict, Tie tie) {

    /** Of what the fraction is taken. */
    public enum Base {
        ALL_MEMBERS,
        PRESENT,
        CAST,
        CAST_WITHOUT_ABSTENTIONS
    }

    /** What happens when for and against each hold exactly half of the base. */
    public enum Tie {
        CHAIR_DECIDES,
        FALLS
    }

    /** Law 77/2015 on local government, Art. 117: more than half of all members; on a tie the side of the chair. */
    public static final MajorityRule MORE_THAN_HALF_OF_ALL = new MajorityRule(Base.ALL_MEMBERS, 1, 2, true, Tie.CHAIR_DECIDES);

    public MajorityRule {
        if (numerator < 0 || denominator < 1 || denominator > 1000 || numerator > denominator) {
            throw new IllegalArgumentException("fraction out of 0..1: " + numerator + "/" + denominator);
        }
    }

    boolean isMetBy(int votesFor, int of) {
        long have = (long) votesFor * denominator;
        long line = (long) of * numerator;
        return strict ? have > line : have >= line && votesFor > 0;
    }

    /** For and against each at exactly half, where half does not suffice. */
    boolean isTie(int votesFor, int against, int of) {
        return votesFor == against && votesFor > 0 && strict && (long) votesFor * denominator == (long) of * numerator;
    }

    /** The smallest number of votes that meets the rule. */
    int needed(int of) {
        long line = (long) of * numerator;
        return (int) (strict ? line / denominator + 1 : Math.max(1, (line + denominator - 1) / denominator));
    }
}
