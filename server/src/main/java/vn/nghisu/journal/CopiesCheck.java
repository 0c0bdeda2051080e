package vn.nghisu.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds exported copies against the journal they were made from: each must be, byte for byte, its stream from the first entry to some
 * later one.
 *
 * @param copies how many were looked at, up to the first bad one
 */
public record CopiesCheck(int copies, Optional<Fault> fault) {
    private static final String ENDING = ".jsonl";

    /** @param entry number of the first entry that is not the journal's */
    public record Fault(Path file, long entry) {}

    /** @param streams what stands before a file's name in the name of its stream */
    public static CopiesCheck run(Journal journal, String streams, Path folder) throws IOException {
        int copies = 0;
        for (Path file : copies(folder)) {
            copies++;
            String name = file.getFileName().toString();
            long bad = firstBad(journal, streams + name.substring(0, name.length() - ENDING.length()), file);
            if (bad > 0) {
                return new CopiesCheck(copies, Optional.of(new Fault(file, bad)));
            }
        }
        return new CopiesCheck(copies, Optional.empty());
    }

    private static List<Path> copies(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
        }
    }

    /** 0 when there is none. */
    private static long firstBad(Journal journal, String stream, Path file) throws IOException {
        long read = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            for (Entry entry : journal.all(stream, 0)) {
                byte[] line = (EntryLine.of(entry) + "\n").getBytes(StandardCharsets.UTF_8);
                byte[] copy = in.readNBytes(line.length);
                if (copy.length == 0 && read > 0) {
                    return 0;
                }
                read++;
                if (!Arrays.equals(line, copy)) {
                    return read;
                }
            }
            return read > 0 && in.read() < 0 ? 0 : read + 1;
        }
    }
}
