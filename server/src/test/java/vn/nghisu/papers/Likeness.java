package vn.nghisu.papers;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** How much two pictures of a page look alike from afar: hinting, smoothing and the choice of a font for a missing one make no difference. */
final class Likeness {
    /** As a share of the ink; the same page drawn by two good programs has less, another page or a lost picture about 1 and more. */
    static final double ALIKE = 0.35;
    private static final int CELLS = 32;

    private Likeness() {}

    /** The mean difference of the grey of cells, as a share of the mean ink of the darker picture: 0 for the same, 1 for a blank page beside it. */
    static double apart(BufferedImage a, BufferedImage b) {
        double[] inkOfA = ink(a);
        double[] inkOfB = ink(b);
        double difference = 0;
        double most = 0;
        double all = 0;
        for (int i = 0; i < inkOfA.length; i++) {
            difference += Math.abs(inkOfA[i] - inkOfB[i]);
            most += inkOfA[i];
            all += inkOfB[i];
        }
        return difference / Math.max(1e-9, Math.max(most, all));
    }

    private static double[] ink(BufferedImage picture) {
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        double[] ink = new double[CELLS * CELLS];
        double[] pixels = new double[CELLS * CELLS];
        int[] row = new int[plain.getWidth()];
        for (int y = 0; y < plain.getHeight(); y++) {
            plain.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                int cell = y * CELLS / plain.getHeight() * CELLS + x * CELLS / row.length;
                ink[cell] += 255 - (0.299 * (row[x] >> 16 & 255) + 0.587 * (row[x] >> 8 & 255) + 0.114 * (row[x] & 255));
                pixels[cell]++;
            }
        }
        for (int i = 0; i < ink.length; i++) {
            ink[i] /= Math.max(1, pixels[i]);
        }
        return ink;
    }
}
