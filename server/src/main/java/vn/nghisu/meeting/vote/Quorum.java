package vn.nghisu.meeting.vote;

/** How many of all voting members must be present, as a fraction that must be reached (product A2; Law 77/2015, Art. 114: two thirds). */
public record Quorum(int numerator, int denominator) {
    public static final Quorum TWO_THIRDS = new Quorum(2, 3);

    public Quorum {
        if (numerator < 0 || denominator < 1 || denominator > 1000 || numerator > denominator) {
            throw new IllegalArgumentException("fraction out of 0..1: " + numerator + "/" + denominator);
        }
    }

    /** Numbers of one moment. */
    public record Standing(int members, int present, int needed, boolean met) {}

    public Standing standing(int members, int present) {
        int needed = (int) (((long) members * numerator + denominator - 1) / denominator);
        return new Standing(members, present, needed, present >= needed);
    }
}
