package vn.nghisu.papers.child;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * From places on a page as it is seen (pt from the top left corner, y down, as {@link PageFrame} has it) back to the page's own space.
 * A page's UserUnit scales both alike, so it plays no part.
 */
record PageSeen(PageFrame frame, double left, double bottom) {
    private static final double PER_POINT = 20;

    static PageSeen of(PDPage page) {
        PDRectangle box = page.getCropBox();
        return new PageSeen(PageFrame.of(page), box.getLowerLeftX(), box.getLowerLeftY());
    }

    /** 1/20 pt as pt. */
    static double points(int twentieths) {
        return twentieths / PER_POINT;
    }

    double x(double seenX, double seenY) {
        return left + switch (frame.rotation()) {
            case 90 -> seenY;
            case 180 -> frame.widthPt() - seenX;
            case 270 -> frame.widthPt() - seenY;
            default -> seenX;
        };
    }

    double y(double seenX, double seenY) {
        return bottom + switch (frame.rotation()) {
            case 90 -> seenX;
            case 180 -> seenY;
            case 270 -> frame.heightPt() - seenX;
            default -> frame.heightPt() - seenY;
        };
    }

    /** The same page without its rotation. */
    PageSeen unturned() {
        return new PageSeen(new PageFrame(frame.widthPt(), frame.heightPt(), 0), left, bottom);
    }

    /** Where a place of the page's own space is seen; for a page without rotation. */
    private double[] seen(double x, double y) {
        return new double[] {frame.seenX(x - left, y - bottom), frame.seenY(x - left, y - bottom)};
    }

    /** A place of this page as it is seen without its rotation. */
    double[] onUnturned(double seenX, double seenY) {
        return unturned().seen(x(seenX, seenY), y(seenX, seenY));
    }

    /** For drawing in places as seen. */
    Matrix matrix() {
        double e = x(0, 0);
        double f = y(0, 0);
        return new Matrix((float) (x(1, 0) - e), (float) (y(1, 0) - f), (float) (x(0, 1) - e), (float) (y(0, 1) - f), (float) e, (float) f);
    }

    /** The box of the page's own space around a box as seen. */
    PDRectangle box(double seenLeft, double seenTop, double seenRight, double seenBottom) {
        double x1 = x(seenLeft, seenTop);
        double x2 = x(seenRight, seenBottom);
        double y1 = y(seenLeft, seenTop);
        double y2 = y(seenRight, seenBottom);
        return new PDRectangle((float) Math.min(x1, x2), (float) Math.min(y1, y2), (float) Math.abs(x1 - x2), (float) Math.abs(y1 - y2));
    }
}
