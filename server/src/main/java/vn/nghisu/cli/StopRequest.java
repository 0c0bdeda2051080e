package vn.nghisu.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, or TERM: heard from the start on, so that also what is still being made can end in good order. */
final class StopRequest {
    private static final long CLOSE_TIMEOUT_S = 30;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch obeyed = new CountDownLatch(1);
    private Thread atWork;

    /** The process ends when the request was obeyed, or could not be in time. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ask();
            awaitObeyed();
        }, "stop"));
    }

    synchronized void ask() {
        asked.countDown();
        if (atWork != null) {
            atWork.interrupt();
        }
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    void awaitAsked() throws InterruptedException {
        asked.await();
    }

    void obeyed() {
        obeyed.countDown();
    }

    /**
     * Does work that is interrupted when a stop is asked for; whatever it then fails with has no other cause.
     *
     * @return whether the work was done, not stopped
     */
    boolean during(Callable<Void> work) throws Exception {
        begin();
        try {
            work.call();
            return true;
        } catch (Exception e) {
            if (isAsked()) {
                return false;
            }
            throw e;
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        atWork = Thread.currentThread();
        if (isAsked()) {
            atWork.interrupt();
        }
    }

    private synchronized void end() {
        atWork = null;
        Thread.interrupted(); // what follows closes things, and is not to be interrupted
    }

    private void awaitObeyed() {
        try {
            if (!obeyed.await(CLOSE_TIMEOUT_S, TimeUnit.SECONDS)) {
                System.err.println("The server did not close in time; nothing that was acknowledged is lost.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
