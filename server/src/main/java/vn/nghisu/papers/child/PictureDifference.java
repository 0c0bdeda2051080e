package vn.nghisu.papers.child;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Where two page images differ, seen with a reader's eye: both are brought to the same coarse raster, so that noise of a scanner and
 * the edge of a letter don't count.
 *
 * @param boxes x, y, w, h in thousandths of the page, largest first, at most 40
 */
public record PictureDifference(List<List<Integer>> boxes) {
    private static final int CELLS_WIDE = 200;
    private static final int MOST_CELLS_HIGH = 1_500;
    /** Grey of a cell, 0 to 255, that counts as different. */
    private static final int DIFFERENT = 28;
    /** Changed cells no farther apart than this belong together. */
    private static final int NEAR = 3;
    private static final int LEAST_CELLS = 3;
    private static final int MOST_BOXES = 40;
    private static final int THOUSAND = 1000;

    static PictureDifference between(File before, File now) throws IOException {
        BufferedImage a = read(before);
        BufferedImage b = read(now);
        int high = Math.max(1, Math.min(MOST_CELLS_HIGH, Math.round((float) CELLS_WIDE * b.getHeight() / b.getWidth())));
        int[] older = grey(a, high);
        int[] newer = grey(b, high);
        boolean[] changed = new boolean[older.length];
        for (int i = 0; i < older.length; i++) {
            changed[i] = Math.abs(older[i] - newer[i]) > DIFFERENT;
        }
        return new PictureDifference(boxes(changed, high));
    }

    private static BufferedImage read(File file) throws IOException {
        return Optional.ofNullable(ImageIO.read(file)).orElseThrow(() -> new IOException("not a picture"));
    }

    private static int[] grey(BufferedImage image, int high) {
        BufferedImage rgb = PagePicture.asRgb(image);
        BufferedImage twice = scaled(rgb, CELLS_WIDE * 2, high * 2);
        int[] pixels = PagePicture.pixels(scaled(twice, CELLS_WIDE, high));
        int[] grey = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int p = pixels[i];
            grey[i] = ((p >> 16 & 255) * 3 + (p >> 8 & 255) * 6 + (p & 255)) / 10;
        }
        return grey;
    }

    private static BufferedImage scaled(BufferedImage image, int w, int h) {
        BufferedImage small = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image.getScaledInstance(w, h, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return small;
    }

    private static List<List<Integer>> boxes(boolean[] changed, int high) {
        List<int[]> found = new ArrayList<>();
        boolean[] seen = new boolean[changed.length];
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] && !seen[i]) {
                int[] box = flood(changed, seen, i, high);
                if (box[4] >= LEAST_CELLS) {
                    found.add(box);
                }
            }
        }
        found.sort((a, b) -> b[4] - a[4]);
        return found.stream().limit(MOST_BOXES).map(box -> List.of(box[0] * THOUSAND / CELLS_WIDE, box[1] * THOUSAND / high,
                (box[2] - box[0] + 1) * THOUSAND / CELLS_WIDE, (box[3] - box[1] + 1) * THOUSAND / high)).toList();
    }

    /** left, top, right, bottom and number of cells of what hangs together. */
    private static int[] flood(boolean[] changed, boolean[] seen, int start, int high) {
        int[] box = {CELLS_WIDE, high, 0, 0, 0};
        Deque<Integer> open = new ArrayDeque<>();
        open.add(start);
        seen[start] = true;
        while (!open.isEmpty()) {
            int cell = open.poll();
            int x = cell % CELLS_WIDE;
            int y = cell / CELLS_WIDE;
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
            box[4]++;
            for (int ny = Math.max(0, y - NEAR); ny <= Math.min(high - 1, y + NEAR); ny++) {
                for (int nx = Math.max(0, x - NEAR); nx <= Math.min(CELLS_WIDE - 1, x + NEAR); nx++) {
                    int next = ny * CELLS_WIDE + nx;
                    if (changed[next] && !seen[next]) {
                        seen[next] = true;
                        open.add(next);
                    }
                }
            }
        }
        return box;
    }
}
