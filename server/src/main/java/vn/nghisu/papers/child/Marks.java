package vn.nghisu.papers.child;

import java.util.List;

/**
 * What a reader has put on a paper, to be written into a copy of it. Places are 1/20 pt from the top left corner of the page as it is
 * seen; colours are 0xRRGGBB; times are ms since 1970; pages count from 1.
 *
 * @param burnt drawn into the pages, with the texts on pages of their own at the end; otherwise as annotations
 * @param heading of those pages
 */
public record Marks(boolean burnt, String author, String heading, List<Ink> inks, List<Highlight> highlights, List<Text> texts) {

    /** Strokes that become one annotation. @param marker lets the print show through @param width of the line */
    public record Ink(int page, long madeAt, int colour, boolean marker, int width, List<Stroke> strokes) {}

    /** @param places x, y, x, y … @param widths of the line at each place; none where it is as wide as the ink */
    public record Stroke(List<Integer> places, List<Integer> widths) {}

    /** @param quads x, y, w, h of each line @param quote the marked words */
    public record Highlight(int page, long madeAt, int colour, List<List<Integer>> quads, String quote) {}

    /** @param at x, y @param where page and time in words */
    public record Text(int page, long madeAt, int colour, List<Integer> at, String text, String where) {}
}
