package vn.nghisu.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/** Folders of their own for what is being made; what a crash leaves of them the next start sweeps away. Thread-safe; blocks. */
public final class WorkFolders {
    private final Path root;

    WorkFolders(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** A new folder, for a child for example; the caller removes it with {@link #remove}. */
    public Path create() throws IOException {
        return Files.createDirectories(root.resolve(UUID.randomUUID().toString()));
    }

    /** What makes something in a folder. */
    @FunctionalInterface
    public interface Making<T> {
        T in(Path folder) throws IOException;
    }

    /** Makes something to be fetched in a folder which the caller removes with {@link #remove} after that. @throws DiskFull when there is no room for it; nothing is left then */
    public <T> T passing(Making<T> making) throws IOException {
        return make(making, true);
    }

    /** Makes something in a folder that is gone afterwards. @throws DiskFull when there is no room for it */
    public <T> T within(Making<T> making) throws IOException {
        return make(making, false);
    }

    private <T> T make(Making<T> making, boolean stays) throws IOException {
        Disk.sparesJournal(root, 0);
        Path folder = create();
        boolean made = false;
        try {
            T result = making.in(folder);
            made = true;
            return result;
        } catch (IOException e) {
            throw Disk.explained(e, root, 0);
        } catch (UncheckedIOException e) {
            throw Disk.explained(e.getCause(), root, 0);
        } finally {
            if (!made || !stays) {
                remove(folder);
            }
        }
    }

    /** Removes a folder with all that is in it, as far as that can be done now. */
    public static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, IOException problem) throws IOException {
                    Files.deleteIfExists(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // a leftover is removed at the next start
        }
    }
}
