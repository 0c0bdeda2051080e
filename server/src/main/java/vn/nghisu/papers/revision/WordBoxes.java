package vn.nghisu.papers.revision;

import java.util.ArrayList;
import java.util.List;
import vn.nghisu.papers.Words;

/** Boxes of words, x, y, w, h in 0.1 pt. */
final class WordBoxes {
    private static final int X = 2;
    private static final int BOX = 4;
    /** A word that begins lower than this share of the height stands on another line. */
    private static final double LINE_SHARE = 0.6;

    private WordBoxes() {}

    static List<Integer> of(Words words, int index) {
        int at = index * Words.STRIDE + X;
        return words.words().subList(at, at + BOX);
    }

    /** One box a line for words in reading order. */
    static List<List<Integer>> lines(Words words, List<Integer> indexes) {
        List<List<Integer>> boxes = new ArrayList<>();
        int[] box = null;
        int last = -2;
        for (int index : indexes) {
            List<Integer> word = of(words, index);
            int right = word.get(0) + word.get(2);
            int bottom = word.get(1) + word.get(3);
            if (box != null && index == last + 1 && Math.abs(word.get(1) - box[1]) < word.get(3) * LINE_SHARE && word.get(0) >= box[0]) {
                int top = Math.min(box[1], word.get(1));
                box = new int[] {box[0], top, Math.max(box[0] + box[2], right) - box[0], Math.max(box[1] + box[3], bottom) - top};
            } else {
                if (box != null) {
                    boxes.add(List.of(box[0], box[1], box[2], box[3]));
                }
                box = new int[] {word.get(0), word.get(1), word.get(2), word.get(3)};
            }
            last = index;
        }
        if (box != null) {
            boxes.add(List.of(box[0], box[1], box[2], box[3]));
        }
        return boxes;
    }
}
