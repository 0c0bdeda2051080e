package vn.nghisu.journal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Appends until it is killed, and says afterwards whether all that was acknowledged is there. Used by the kill test and
 * by scripts/power-cut, as a process of its own.
 *
 * <pre>
 * append FOLDER          prints one line "stream seq hash" for each entry, after it was acknowledged
 * append-reusing FOLDER MS  the same, and H2 writes over old space after so many milliseconds
 * check FOLDER ACKS      exit 0 when the chain is good and every acknowledged entry is in it, 1 otherwise
 * check-untouched FOLDER ACKS  the same, and the file stays as it is
 * append-plain FOLDER    the control: a plain file and FileChannel.force, prints "plain number 0"
 * append-unsynced FOLDER the same without force: a real power cut must lose some of it
 * check-plain FOLDER ACKS
 * </pre>
 */
public final class AckedAppends {

    private static final List<String> STREAMS = List.of("m:1", "m:2", "m:3");
    private static final int IN_FLIGHT_MAX = 24;

    private AckedAppends() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "append" -> append(Database.file(folder));
            case "append-reusing" -> append(Database.file(folder, Duration.ofMillis(Long.parseLong(args[2]))));
            case "check-untouched" -> System.exit(report(checkUntouched(folder, Files.readAllLines(Path.of(args[2])))));
            case "check" -> System.exit(report(check(folder, Files.readAllLines(Path.of(args[2])))));
            case "append-plain" -> appendPlain(folder, true);
            case "append-unsynced" -> appendPlain(folder, false);
            case "check-plain" -> System.exit(report(checkPlain(folder, Files.readAllLines(Path.of(args[2])))));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** @param lost acknowledged but not there; @param good whether the chain is */
    record Verdict(long acked, long stored, long lost, boolean good, String faults) {}

    private static int report(Verdict v) {
        System.out.printf("acked %d stored %d lost %d chain %s%n", v.acked(), v.stored(), v.lost(), v.good() ? "good" : v.faults());
        return v.lost() == 0 && v.good() ? 0 : 1;
    }

    private static void append(Database database) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        Journal journal = new H2Journal(database);
        Entries made = new Entries(ProcessHandle.current().pid());
        Map<String, Head> heads = new HashMap<>();
        STREAMS.forEach(stream -> heads.put(stream, journal.head(stream)));
        Semaphore free = new Semaphore(IN_FLIGHT_MAX);
        for (int i = 0; true; i++) {
            String stream = STREAMS.get(i % STREAMS.size());
            Batch batch = made.batchAfter(heads.get(stream), 1 + i % 4);
            heads.put(stream, batch.after());
            free.acquire();
            journal.append(batch).whenComplete((nothing, failure) -> {
                if (failure != null) {
                    System.exit(3);
                }
                StringBuilder lines = new StringBuilder();
                batch.entries().forEach(e -> lines.append(line(e)).append('\n'));
                out.print(lines);
                free.release();
            });
        }
    }

    private static String line(Entry entry) {
        return entry.stream() + " " + entry.seq() + " " + entry.hash();
    }

    /** Compares whole lines; one that was cut by the kill is not an acknowledgement that anybody received. */
    static Verdict check(Path folder, List<String> acks) {
        return check(Database.file(folder), acks);
    }

    /** As an auditor does, before any server has opened the folder again and mended it. */
    static Verdict checkUntouched(Path folder, List<String> acks) {
        return check(Database.forReading(folder), acks);
    }

    private static Verdict check(Database opened, List<String> acks) {
        try (Database database = opened;
                Journal journal = new H2Journal(database)) {
            JournalCheck check = JournalCheck.run(journal);
            Set<String> stored = STREAMS.stream()
                    .flatMap(stream -> {
                        Stream.Builder<String> lines = Stream.builder();
                        journal.all(stream, 0).forEach(entry -> lines.add(line(entry)));
                        return lines.build();
                    })
                    .collect(Collectors.toSet());
            List<String> whole = acks.stream().filter(ack -> ack.matches("\\S+ \\d+ [0-9a-f]{64}")).toList();
            long lost = whole.stream().filter(ack -> !stored.contains(ack)).count();
            return new Verdict(whole.size(), stored.size(), lost, check.ok(), check.faults().toString());
        }
    }

    private static void appendPlain(Path folder, boolean synced) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        try (FileChannel file = FileChannel.open(
                folder.resolve("plain"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            Folders.sync(folder);
            for (long n = file.size() / 16; true; n++) {
                file.write(ByteBuffer.wrap(String.format("%015d%n", n).getBytes(StandardCharsets.US_ASCII)));
                if (synced) {
                    file.force(true);
                }
                out.print("plain " + n + " 0\n");
            }
        }
    }

    private static Verdict checkPlain(Path folder, List<String> acks) throws IOException {
        Path file = folder.resolve("plain");
        Set<String> stored = Files.exists(file)
                ? Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream().collect(Collectors.toSet())
                : Set.of();
        List<String> whole = acks.stream().filter(ack -> ack.matches("plain \\d+ 0")).toList();
        long lost = whole.stream()
                .filter(ack -> !stored.contains(String.format("%015d", Long.parseLong(ack.split(" ")[1]))))
                .count();
        return new Verdict(whole.size(), stored.size(), lost, true, "");
    }
}
