package vn.nghisu.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Measures durable appends on a real disk: {@code JournalBench [FOLDER] [SECONDS]}. Entries are made beforehand, so that
 * only the journal is measured. One batch at a time is the time a lone ballot waits; several streams at once is group
 * commit.
 */
public final class JournalBench {

    private static final int BATCHES_MAX = 20_000;

    private JournalBench() {}

    public static void main(String[] args) throws Exception {
        Path parent = Path.of(args.length > 0 ? args[0] : "target");
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        System.out.printf("%-38s %10s %10s %10s %8s %8s %8s%n",
                "what", "entries/s", "batches/s", "syncs/s", "p50 ms", "p99 ms", "KB/sync");
        run(parent, seconds, "(warm-up)", 8, 8, 1);
        for (int size : new int[] {1, 50, 200}) {
            run(parent, seconds, "one batch at a time, " + size + " entries", 1, 1, size);
        }
        for (int size : new int[] {1, 50, 200}) {
            run(parent, seconds, "64 streams at once, batches of " + size, 64, 64, size);
        }
        run(parent, seconds, "1 stream, 64 in flight, batches of 1", 1, 64, 1);
    }

    private static void run(Path parent, int seconds, String what, int streams, int inFlight, int size)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(parent), "bench");
        int batches = Math.min(BATCHES_MAX, 400_000 / size);
        List<Batch> made = batches(streams, batches, size);
        long[] nanos = new long[batches];
        try (Database database = Database.file(folder);
                Journal journal = new H2Journal(database)) {
            long sizeBefore = Files.size(Database.databaseFile(folder));
            Journal.Counters before = journal.counters();
            Semaphore free = new Semaphore(inFlight);
            long start = System.nanoTime();
            long end = start + seconds * 1_000_000_000L;
            int sent = 0;
            while (sent < batches && System.nanoTime() < end) {
                free.acquire();
                int number = sent++;
                long begun = System.nanoTime();
                journal.append(made.get(number)).whenComplete((nothing, failure) -> {
                    nanos[number] = failure == null ? System.nanoTime() - begun : Long.MAX_VALUE;
                    free.release();
                });
            }
            free.acquire(inFlight);
            double took = (System.nanoTime() - start) / 1e9;
            long syncs = journal.counters().syncs() - before.syncs();
            long grown = Files.size(Database.databaseFile(folder)) - sizeBefore;
            long[] sorted = Arrays.copyOf(nanos, sent);
            Arrays.sort(sorted);
            System.out.printf("%-38s %10.0f %10.0f %10.0f %8.2f %8.2f %8.1f%n", what, sent * (double) size / took,
                    sent / took, syncs / took, sorted[sent / 2] / 1e6, sorted[sent * 99 / 100] / 1e6, grown / 1024.0 / syncs);
        }
        if (what.startsWith("64 streams at once, batches of 1 ") || what.endsWith("time, 1 entries")) {
            System.out.printf("%-38s %10d KB after an orderly close%n", "", Files.size(Database.databaseFile(folder)) / 1024);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private static List<Batch> batches(int streams, int count, int size) {
        Entries made = new Entries(1);
        Head[] heads = new Head[streams];
        Arrays.setAll(heads, i -> Head.empty("m:" + i));
        List<Batch> batches = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Batch batch = made.batchAfter(heads[i % streams], size);
            heads[i % streams] = batch.after();
            batches.add(batch);
        }
        return batches;
    }
}
