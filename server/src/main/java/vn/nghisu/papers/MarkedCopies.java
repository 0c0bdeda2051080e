package vn.nghisu.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.papers.child.ChildReply;
import vn.nghisu.papers.child.ChildRequest;
import vn.nghisu.papers.child.Marks;

/** Copies of papers with a reader's marks in them: each is made for one download in a child process of its own, and kept nowhere. Thread-safe. */
public final class MarkedCopies {
    private static final Logger LOG = LoggerFactory.getLogger(MarkedCopies.class);
    /** Made at the same time. */
    private static final int CHILDREN = 2;
    /** Reading a large paper and writing it again. */
    private static final long TIME_MS = 60_000;

    private final PaperStore store;
    private final Semaphore free = new Semaphore(CHILDREN);

    public MarkedCopies(PaperStore store) {
        this.store = store;
    }

    /** A file that is gone when this is closed. */
    public record Copy(Path file, Path folder) implements AutoCloseable {
        @Override
        public void close() {
            WorkFolders.remove(folder);
        }
    }

    /** Makes a copy and waits for it; empty when it can't be made now: too many are being made, the disk is full, the paper is too much for a child. */
    public Optional<Copy> make(String sha256, Marks marks) {
        Optional<Path> original = store.original(sha256);
        if (original.isEmpty() || !free.tryAcquire()) {
            return Optional.empty();
        }
        try {
            if (store.disk(Files.size(original.get())).isPresent()) {
                return Optional.empty();
            }
            return made(original.get(), marks);
        } catch (IOException | ChildFailure e) {
            LOG.warn("paper {} could not be copied with marks: {}", sha256.substring(0, 12), e.toString());
            return Optional.empty();
        } finally {
            free.release();
        }
    }

    private Optional<Copy> made(Path original, Marks marks) throws IOException, ChildFailure {
        Path folder = store.work().create();
        boolean kept = false;
        try (ChildJvm child = ChildJvm.start(store)) {
            Path given = child.folder().resolve("marks");
            Files.write(given, PaperJson.write(marks));
            ChildReply reply = child.ask(new ChildRequest(ChildRequest.Act.MARK, original.toString(), 0, Optional.of(given.toString()),
                    store.limits().pages(), store.limits().imagePixels(), 0), TIME_MS);
            if (reply.body().isEmpty()) {
                return Optional.empty();
            }
            Path made = child.folder().resolve("copy.pdf");
            if (!Files.isRegularFile(made, LinkOption.NOFOLLOW_LINKS)) { // it may be talking for the PDF
                return Optional.empty();
            }
            Path copy = folder.resolve("copy.pdf");
            Files.move(made, copy, StandardCopyOption.REPLACE_EXISTING);
            kept = true;
            return Optional.of(new Copy(copy, folder));
        } finally {
            if (!kept) {
                WorkFolders.remove(folder);
            }
        }
    }
}
