package vn.nghisu.papers;

import java.util.List;

/**
 * The text of a whole paper in one file, so that a tablet without a network reads one file to search in it and not one a page.
 *
 * @param pages those that have words, in their order
 */
public record PaperText(int v, List<Page> pages) {
    public static final int VERSION = 1;

    /**
     * @param page from 1
     * @param text as {@link Words#text}
     * @param folded the text without accents in lower case, see {@link TextFold#fold}
     */
    public record Page(int page, String text, String folded) {}
}
