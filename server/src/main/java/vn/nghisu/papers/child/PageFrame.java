package vn.nghisu.papers.child;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * How a page is seen: its visible box turned by its rotation.
 *
 * @param widthPt width of the visible box before rotation
 * @param rotation 0, 90, 180 or 270, clockwise
 */
record PageFrame(double widthPt, double heightPt, int rotation) {
    /** PDF's own bound for the side of a page. */
    private static final double MOST_PT = 14_400;

    static PageFrame of(PDPage page) {
        PDRectangle box = page.getCropBox();
        return new PageFrame(clamp(box.getWidth()), clamp(box.getHeight()), Math.floorMod(page.getRotation(), 360));
    }

    boolean turned() {
        return rotation == 90 || rotation == 270;
    }

    double seenWidthPt() {
        return turned() ? heightPt : widthPt;
    }

    double seenHeightPt() {
        return turned() ? widthPt : heightPt;
    }

    /** 0.1 pt, after rotation. */
    int w() {
        return (int) Math.round(seenWidthPt() * 10);
    }

    int h() {
        return (int) Math.round(seenHeightPt() * 10);
    }

    /** From the box's lower left corner, y up, to the corner that is top left when seen, y down. */
    double seenX(double x, double y) {
        return switch (rotation) {
            case 90 -> y;
            case 180 -> widthPt - x;
            case 270 -> heightPt - y;
            default -> x;
        };
    }

    double seenY(double x, double y) {
        return switch (rotation) {
            case 90 -> x;
            case 180 -> y;
            case 270 -> widthPt - x;
            default -> heightPt - y;
        };
    }

    private static double clamp(double sidePt) {
        return Math.min(Math.max(sidePt, 1), MOST_PT);
    }
}
