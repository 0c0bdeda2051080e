package vn.nghisu.papers;

import java.io.IOException;

/** The disk had no room for what was to be written to it; what had begun there has been removed. */
public final class DiskFull extends IOException {
    private static final long serialVersionUID = 1L;

    DiskFull(IOException cause) {
        super("the disk is full", cause);
    }

    DiskFull(long freeBytes) {
        super("the disk has only " + freeBytes + " bytes left");
    }

    /** Whether it is behind a failure. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DiskFull) {
                return true;
            }
        }
        return false;
    }
}
