package vn.nghisu.papers;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a disk has left, and whether that is why something could not be written. */
public final class Disk {
    private static final long MIB = 1024L * 1024;
    /** A disk that has less is full: the journal's next page may not find room. */
    public static final long FULL_BYTES = MIB;
    /** What files that are only made to be fetched leave to the journal. */
    static final long JOURNAL_BYTES = 64 * MIB;
    private static final long LOOK_EVERY_BYTES = 8 * MIB;
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

    /** A stream into a file that is only made to be fetched: it fails with {@link DiskFull} before it takes what the journal needs. */
    public static OutputStream sparing(OutputStream out, Path folder) {
        return new FilterOutputStream(out) {
            private long unseen;

            @Override
            public void write(int one) throws IOException {
                count(1);
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                count(length);
                out.write(bytes, from, length);
            }

            private void count(int bytes) throws IOException {
                unseen += bytes;
                if (unseen >= LOOK_EVERY_BYTES) {
                    unseen = 0;
                    sparesJournal(folder, 0);
                }
            }
        };
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
