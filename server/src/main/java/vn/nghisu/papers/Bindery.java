package vn.nghisu.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.papers.child.Binding;
import vn.nghisu.papers.child.BookBound;
import vn.nghisu.papers.child.ChildReply;
import vn.nghisu.papers.child.ChildRequest;

/** Binds papers to one book in a child process; what was bound is the caller's to remove. Thread-safe. */
public final class Bindery {
    private static final Logger LOG = LoggerFactory.getLogger(Bindery.class);
    /** Bound at the same time. */
    public static final int CHILDREN = 2;
    private static final long TIME_MS = 180_000;

    private final PaperStore store;
    private final Semaphore free = new Semaphore(CHILDREN);

    public Bindery(PaperStore store) {
        this.store = store;
    }

    /** A book in the making. */
    public static final class Work {
        private volatile Optional<Path> progress = Optional.empty();

        /** How many parts are in. */
        public int done() {
            try {
                return progress.isPresent() && Files.exists(progress.get()) ? Integer.parseInt(Files.readString(progress.get()).strip()) : 0;
            } catch (IOException | NumberFormatException e) {
                return 0; // it is being written, or gone with the child
            }
        }
    }

    /** @param peakKb the most memory that the child had, 0 where the system doesn't say */
    public record Book(Path file, Path folder, BookBound bound, long peakKb) implements AutoCloseable {
        @Override
        public void close() {
            WorkFolders.remove(folder);
        }
    }

    /** Binds and waits; empty when it can't be now: too many are being bound, or it is too much for a child. @throws DiskFull when there is no room for it */
    public Optional<Book> bind(Binding binding, Work work) throws DiskFull {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        try {
            long bytes = 0;
            for (Binding.Part part : binding.parts()) {
                bytes += part.file().isPresent() ? Files.size(Path.of(part.file().get())) : 0;
            }
            Disk.sparesJournal(store.work().root(), 2 * bytes);
            return bound(binding, work);
        } catch (DiskFull e) {
            throw e;
        } catch (IOException | ChildFailure e) {
            LOG.warn("a book of {} parts could not be bound: {}", binding.parts().size(), e.toString());
            return Optional.empty();
        } finally {
            free.release();
        }
    }

    private Optional<Book> bound(Binding binding, Work work) throws IOException, ChildFailure {
        Path folder = store.work().create();
        boolean kept = false;
        try (ChildJvm child = ChildJvm.start(store)) {
            work.progress = Optional.of(child.folder().resolve("progress"));
            Path order = Files.write(child.folder().resolve("binding"), PaperJson.write(binding));
            ChildReply reply = child.ask(new ChildRequest(ChildRequest.Act.BIND, order.toString(), 0, Optional.empty(), store.limits().pages(),
                    store.limits().imagePixels(), 0), TIME_MS);
            Path made = child.folder().resolve(ChildRequest.Act.BIND.product());
            if (reply.body().isEmpty() || !Files.isRegularFile(made, LinkOption.NOFOLLOW_LINKS)) {
                LOG.warn("a book of {} parts could not be bound: {}", binding.parts().size(), reply.refused().orElse("no file"));
                return Optional.empty();
            }
            long peakKb = peakKb(child.pid());
            Path file = folder.resolve("book.pdf");
            Files.move(made, file);
            kept = true;
            return Optional.of(new Book(file, folder, PaperJson.read(PaperJson.write(reply.body().get()), BookBound.class), peakKb));
        } finally {
            if (!kept) {
                WorkFolders.remove(folder);
            }
        }
    }

    private static long peakKb(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
