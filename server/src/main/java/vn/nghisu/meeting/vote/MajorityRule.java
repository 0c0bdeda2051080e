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

    /** What happens when as many are for as against, and the rule is not met. */
    public enum Tie {
        /** Where each side holds exactly half of the base, the side of the chair. */
        CHAIR_DECIDES,
        /** The side of the chair also where abstentions keep both sides under the line: Law 77/2015, Art. 117, read to the letter. */
        CHAIR_DECIDES_IF_EVEN,
        FALLS,
        /** Where each side holds exactly half of the base, nothing is decided: the vote is repeated. */
        VOTE_AGAIN;

        public boolean isForChair() {
            return this == CHAIR_DECIDES || this == CHAIR_DECIDES_IF_EVEN;
        }
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

    /** What the law calls "quá nửa". */
    boolean isMoreThanHalf() {
        return strict && numerator * 2 == denominator;
    }

    /** Even sides that this rule does not simply let fall. */
    boolean isTie(int votesFor, int against, int of) {
        if (votesFor != against || votesFor == 0 || isMetBy(votesFor, of)) {
            return false;
        }
        return switch (tie) {
            case CHAIR_DECIDES, VOTE_AGAIN -> (long) votesFor * denominator == (long) of * numerator;
            case CHAIR_DECIDES_IF_EVEN -> true;
            case FALLS -> false;
        };
    }

    /** The smallest number of votes that meets the rule. */
    int needed(int of) {
        long line = (long) of * numerator;
        return (int) (strict ? line / denominator + 1 : Math.max(1, (line + denominator - 1) / denominator));
    }
}
