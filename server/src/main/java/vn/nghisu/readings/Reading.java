package vn.nghisu.readings;

/**
 * That somebody has opened a paper.
 *
 * @param paper its id in the meeting; each version of a paper has one of its own
 * @param firstMs when it was opened first, ms since 1970
 * @param lastMs when a page of it was seen last
 * @param pages how many different pages were seen
 */
public record Reading(String meeting, String paper, String person, long firstMs, long lastMs, int pages) {
    /** Of two tellings about the same: the earliest beginning, the latest end, the greater number of pages. */
    Reading with(Reading other) {
        return new Reading(meeting, paper, person, Math.min(firstMs, other.firstMs), Math.max(lastMs, other.lastMs), Math.max(pages, other.pages));
    }
}
