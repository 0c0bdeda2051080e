package vn.nghisu.minutes;

/**
 * Number and notation of a paper.
 *
 * @param ordinal in the year's series, from 1
 * @param notation letters of kind and agency, "BB-BCĐ"
 */
public record Numbered(int ordinal, String notation) {
    /** "07/BB-BCĐ": numbers below 10 get a leading zero (Decree 30/2020/NĐ-CP, appendix I). */
    public String printed() {
        return "%02d/%s".formatted(ordinal, notation);
    }
}
