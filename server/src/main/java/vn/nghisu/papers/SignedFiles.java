package vn.nghisu.papers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import vn.nghisu.papers.child.ChildReply;
import vn.nghisu.papers.child.ChildRequest;
import vn.nghisu.papers.child.SignaturesSeen;

/** Looks at the signatures of files, which may be anybody's: in a child process of its own for each. Thread-safe. */
public final class SignedFiles {
    /** At the same time; more are told that the server is busy. */
    private static final int CHILDREN = 2;
    private static final long TIME_MS = 30_000;
    /** Files on their way or looked at. */
    public static final int MOST_AT_ONCE = 4;

    private final PaperStore store;
    private final Semaphore free = new Semaphore(CHILDREN);

    public SignedFiles(PaperStore store) {
        this.store = store;
    }

    /** Too many are being looked at. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A file took all the time or memory that a child has. */
    public static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuch(Throwable cause) {
            super(cause);
        }
    }

    /** Whether the disk takes a file of so many bytes and leaves the journal its room. */
    public boolean hasRoom(long bytes) {
        return store.freeBytes() - MOST_AT_ONCE * bytes > Disk.JOURNAL_BYTES;
    }

    /** A new path to receive a file into; its receiver removes it. */
    public Path place() {
        return store.quarantine();
    }

    /**
     * Waits for the answer; empty when the file can't be read.
     *
     * @param attached name of an attached file to bring along
     * @throws Busy at once
     * @throws TooMuch when it could not be read to its end
     */
    public Optional<SignaturesSeen> look(Path pdf, String attached) throws IOException {
        if (!free.tryAcquire()) {
            throw new Busy();
        }
        try (ChildJvm child = ChildJvm.start(store)) {
            return look(child, pdf, attached);
        } catch (ChildFailure e) {
            throw new TooMuch(e);
        } finally {
            free.release();
        }
    }

    /** The same for a file of the store's own, which waits for nobody. */
    Optional<SignaturesSeen> look(Path pdf) throws IOException {
        try (ChildJvm child = ChildJvm.start(store)) {
            return look(child, pdf, "");
        } catch (ChildFailure e) {
            return Optional.empty();
        }
    }

    private Optional<SignaturesSeen> look(ChildJvm child, Path file, String attached) throws IOException, ChildFailure {
        ChildReply reply = child.ask(new ChildRequest(ChildRequest.Act.SIGNATURES, file.toString(), 0,
                Optional.of(store.trust() + "\n" + attached), store.limits().pages(), store.limits().imagePixels(), 0), TIME_MS);
        return reply.body().isEmpty() ? Optional.empty()
                : Optional.of(PaperJson.read(PaperJson.write(reply.body().get()), SignaturesSeen.class));
    }
}
