package vn.nghisu.papers.child;

import java.util.Optional;

/**
 * One line from the server to a child.
 *
 * @param file the PDF
 * @param page from 1; 0 where it does not matter
 * @param beside another file that the act needs: a picture of the page that another program has drawn, another
 *     page image, or {@link Marks}
 * @param level how much larger than for reading tiles are drawn, from 1; 0 where it does not matter
 */
public record ChildRequest(Act act, String file, int page, Optional<String> beside, int mostPages, long mostImagePixels, int level) {
    public enum Act {
        /** Look through a new paper: answers {@code Preflight}. */
        CHECK,
        /** Read the first page for a mark of secrecy: answers {@link FirstPage}. */
        FIRST_PAGE,
        /** Labels and outline: answers {@link Contents}. */
        CONTENTS,
        /** Draw a page and read its words: answers {@link PageDone}. */
        PAGE,
        /** Compare two page images, {@code file} and {@code beside}: answers {@link PictureDifference}. */
        COMPARE,
        /** Write a copy with a reader's marks as {@code copy.pdf}: answers {@link MarksDone}. */
        MARK,
        /** Draw a page larger, cut into squares: answers {@link PageTiled}. */
        TILES
    }
}
