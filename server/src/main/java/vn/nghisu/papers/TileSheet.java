package vn.nghisu.papers;

import java.util.List;

/**
 * One page drawn larger than for reading and cut into squares, row after row from the top left; served as JSON as it is.
 *
 * @param w width of the whole page at this level in pixels
 * @param side of a square in pixels; those at the right and lower edge are smaller
 * @param level from 1: twice, four times the width of the reading image
 * @param deepest the last level of this page: 1, for large sheets such as plans 2
 * @param files names for {@link PaperStore#file}
 */
public record TileSheet(int v, int w, int h, int side, int level, int deepest, List<String> files) {
    public static final int VERSION = 1;
    public static final int MOST_LEVELS = 2;
}
