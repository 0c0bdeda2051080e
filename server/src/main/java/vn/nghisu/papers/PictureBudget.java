package vn.nghisu.papers;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/** How many pixels the server itself has unpacked at a time; who would go beyond that waits for the others. Thread-safe. */
final class PictureBudget {
    private final int most;
    private final Semaphore free;

    PictureBudget(int mostPixels) {
        this.most = mostPixels;
        this.free = new Semaphore(mostPixels, true);
    }

    /** Gives its share back when it is closed. */
    interface Share extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws IOException when it is more than there is for all together, or when the thread is told to stop */
    Share take(long pixels) throws IOException {
        if (pixels < 1 || pixels > most) {
            throw new IOException("a picture of " + pixels + " pixels");
        }
        try {
            free.acquire((int) pixels);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("told to stop", e);
        }
        return () -> free.release((int) pixels);
    }
}
