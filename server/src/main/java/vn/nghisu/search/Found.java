package vn.nghisu.search;

import java.util.List;

/**
 * The pages of one paper on which something was found.
 *
 * @param sha256 the paper's content
 * @param pages how many pages there are
 * @param best score of the best page, see {@link PageIndex}
 * @param first the best pages
 */
public record Found(String sha256, int pages, float best, List<Page> first) {

    /**
     * @param number from 1
     * @param label the number printed on it
     */
    public record Page(int number, String label, Snippet snippet, boolean sameAccents) {}
}
