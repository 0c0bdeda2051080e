package vn.nghisu.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import vn.nghisu.journal.FolderRefused.Reason;

/** Keeps a data folder to one server; the operating system lets go of it when the process dies in whatever way. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the folder when it is missing. @throws FolderRefused when it can't be had */
    static FolderLock take(Path folder) {
        if (folder.toString().contains(";")) {
            throw new FolderRefused(Reason.BAD_NAME, folder, null); // H2 would read the rest of the name as settings
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new FolderRefused(Reason.NOT_A_FOLDER, folder, null);
        }
        FileChannel channel;
        try {
            makeForOwnerOnly(folder);
            channel = FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new FolderRefused(Reason.NOT_WRITABLE, folder, e);
        }
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
            close(channel);
            throw new FolderRefused(Reason.IN_USE, folder, null);
        } catch (OverlappingFileLockException sameProcess) {
            close(channel);
            throw new FolderRefused(Reason.IN_USE, folder, sameProcess);
        } catch (IOException e) {
            close(channel);
            throw new FolderRefused(Reason.NOT_WRITABLE, folder, e);
        }
    }

    /** Passwords' hashes, papers and choices lie there; a folder that is there already keeps the rights that its owner gave it. */
    private static void makeForOwnerOnly(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // nothing was written to it; the lock goes with the descriptor
        }
    }
}
