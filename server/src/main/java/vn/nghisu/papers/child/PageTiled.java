package vn.nghisu.papers.child;

import java.util.List;
import java.util.Optional;

/**
 * A page drawn larger, as the child left it in its own folder: one file a square, row after row from the top left.
 *
 * @param w width of the whole page in pixels
 * @param side of a square in pixels
 * @param deepest the last level this page has
 * @param ext kind of each square's file: webp, png or jpg
 * @param trouble why another program should draw: picture (JPEG 2000); there are no squares then
 */
public record PageTiled(int w, int h, int side, int deepest, List<String> ext, Optional<String> trouble) {
    /** Name of a square's file, {@code index} from 0. */
    public static String file(int page, int index, String ext) {
        return stem(page, index) + "." + ext;
    }

    static String stem(int page, int index) {
        return page + ".tile." + index;
    }
}
