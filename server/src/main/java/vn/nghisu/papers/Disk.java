package vn.nghisu.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a disk has left, and whether that is why something could not be written. */
public final class Disk {
    private static final long MIB = 1024L * 1024;
    /** A disk that has less is full: the journal's next page may not find room. */
    public static final long FULL_BYTES = MIB;
    /** What files that are only made to be fetched leave to the journal. */
    private static final long JOURNAL_BYTES = 64 * MIB;
    /** What Linux says; other systems and languages are told by what is left. */
    private static final String NO_SPACE = "No space left on device";

    private Disk() {}

    /** Bytes that may still be written where a file or folder is. */
    public static long freeBytes(Path where) throws IOException {
        return Files.getFileStore(where).getUsableSpace();
    }

    /** @throws DiskFull when so many bytes that are only made to be fetched would take what the journal needs */
    static void sparesJournal(Path where, long bytes) throws IOException {
        long free = freeBytes(where);
        if (free - bytes < JOURNAL_BYTES) {
            throw new DiskFull(free);
        }
    }

    /** The failure of a write as what it was: a {@link DiskFull} where there is no room for so many bytes, else itself. */
    static IOException explained(IOException failure, Path folder, long bytes) {
        boolean said = failure.getMessage() != null && failure.getMessage().contains(NO_SPACE);
        try {
            return !(failure instanceof DiskFull) && (said || freeBytes(folder) < bytes + FULL_BYTES) ? new DiskFull(failure) : failure;
        } catch (IOException unknown) {
            return failure;
        }
    }
}
