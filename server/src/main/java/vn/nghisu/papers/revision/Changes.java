package vn.nghisu.papers.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What differs between an older and a newer revision of a paper, page by page of the newer one. Immutable; served as JSON as it is.
 *
 * @param from SHA-256 of the older one
 * @param to SHA-256 of the newer one
 * @param added words that are new
 * @param removed words that went
 * @param moved words that stand elsewhere now
 * @param removedPages pages of the older one, from 1, of which next to nothing is left
 */
public record Changes(int v, String from, String to, int added, int removed, int moved, List<PageChange> pages, List<Integer> removedPages) {
    public static final int VERSION = 1;

    public enum Kind {
        /** Looks as before, perhaps under another number. */
        SAME,
        /** The same words, set anew: text flowed from other pages. */
        SHIFTED,
        /** Words came or went. */
        CHANGED,
        /** The same words, but a picture, a drawing or a scan differs. */
        PICTURE,
        /** Nothing of it was there before. */
        NEW
    }

    /**
     * @param page from 1
     * @param before the page of the older revision it comes from, or where it would have been
     * @param regions what looks different on a page of kind {@code PICTURE}: x, y, w, h in 0.1 pt
     */
    public record PageChange(
            int page,
            Kind kind,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> before,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Span> spans,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<Integer>> regions) {}

    public enum Op {
        ADDED,
        REMOVED,
        /** Came from elsewhere in the paper. */
        MOVED
    }

    /**
     * A stretch of words.
     *
     * @param text the words, cut after 400 characters
     * @param boxes x, y, w, h in 0.1 pt, one a line; of a removed stretch the place where it stood, without width
     */
    public record Span(Op op, String text, List<List<Integer>> boxes) {}
}
