package vn.nghisu.minutes.layout;

import java.util.Optional;

/**
 * A strip of the page, as wide as its text, that no page break divides: a line, a row, a block of signatures.
 *
 * @param space room above it, dropped at the top of a page
 * @param tied whether the next strip must stand on the same page
 * @param repeated drawn above it when it opens a page: the titles of its table
 * @param bookmark entry in the outline
 */
record Strip(float space, float height, boolean tied, Optional<Strip> repeated, Optional<Bookmark> bookmark, Brush brush) {

    /** @param level 1 or 2 */
    record Bookmark(int level, String text) {}

    /** @param opens whether it is the first on its page, or comes just after repeated titles
     *  @param closes whether it is the last on its page */
    @FunctionalInterface
    interface Brush {
        void draw(Ink ink, float top, boolean opens, boolean closes);
    }

    static Strip of(float space, float height, boolean tied, Brush brush) {
        return new Strip(space, height, tied, Optional.empty(), Optional.empty(), brush);
    }

    Strip marked(Bookmark newBookmark) {
        return new Strip(space, height, tied, repeated, Optional.of(newBookmark), brush);
    }

    Strip below(Strip titles) {
        return new Strip(space, height, tied, Optional.of(titles), bookmark, brush);
    }

    Strip tiedToNext() {
        return new Strip(space, height, true, repeated, bookmark, brush);
    }
}
