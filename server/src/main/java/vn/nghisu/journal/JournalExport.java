package vn.nghisu.journal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A stream as a file of JSON lines that an outsider can verify without this program: one entry a line, in canonical
 * form (RFC 8785), each line ended by a line feed. The format and its checks are in docs/journal.md.
 */
public final class JournalExport {

    private JournalExport() {}

    /**
     * Writes a stream. The file appears under its name only when it is whole and synced; one that was there is replaced.
     *
     * @return the newest entry written, which the minutes print
     * @throws UncheckedIOException when the disk is full or fails; the file is then as it was before
     */
    public static Head write(Journal journal, String stream, Path file) {
        Path absolute = file.toAbsolutePath();
        Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
        try {
            Head head = writePart(journal, stream, part);
            Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Folders.sync(absolute.getParent());
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Head writePart(Journal journal, String stream, Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024)) {
            Head head = Head.empty(stream);
            for (Entry entry : journal.all(stream, 0)) {
                out.write(EntryLine.of(entry).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
                head = entry.head();
            }
            out.flush();
            channel.force(true);
            return head;
        }
    }

    /**
     * Checks an exported file from its first line. What it finds good still has to be compared with the head printed in
     * the minutes: a file that was cut after a line, or made anew from its beginning, is a good chain too.
     *
     * @throws UncheckedIOException when the file can't be read
     */
    public static StreamCheck check(Path file) {
        try (Lines lines = new Lines(file)) {
            if (!lines.hasNext()) {
                return new StreamCheck("empty", 0, Head.empty("empty"), Optional.empty());
            }
            return StreamCheck.of(lines.stream(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens an exported file to read its entries one after the other; close it afterwards.
     *
     * @throws UncheckedIOException when the file can't be read; while reading, {@link UnreadableEntry} names a bad line
     */
    public static Lines open(Path file) {
        try {
            return new Lines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of an exported file. */
    public static final class Lines implements Iterator<Entry>, AutoCloseable {

        private final InputStream in;
        private final String stream;
        private long number;
        private byte[] line;

        private Lines(Path file) throws IOException {
            in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
            line = EntryLine.take(in);
            stream = EntryLine.streamOf(line);
        }

        /** What the first line says, or "unknown" when that can't be read. */
        public String stream() {
            return stream;
        }

        @Override
        public boolean hasNext() {
            return line.length > 0;
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            number++;
            try {
                Entry entry = EntryLine.entry(line);
                line = EntryLine.take(in);
                return entry;
            } catch (IllegalArgumentException e) {
                throw new UnreadableEntry(stream, number, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
