package vn.nghisu.papers;

import java.util.List;

/**
 * The words of one page.
 *
 * @param text NFC; words of a line are parted by a blank, lines by a line feed
 * @param words six numbers a word: start and length in {@code text} (UTF-16), x, y, w, h in 0.1 pt from the top left corner of
 *     the page as it is seen (after rotation)
 * @param lines index of the first word of each line
 */
public record Words(int v, String text, List<Integer> words, List<Integer> lines) {
    public static final int VERSION = 1;
    public static final int STRIDE = 6;
}
