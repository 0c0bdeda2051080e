package vn.nghisu.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** How long a journal takes to be verified: in the database, as a bundle, and as a bundle by the script of docs/bundle.md. */
public final class VerifyBench {
    private static final int BATCH = 500;
    private static final int ROUNDS = 5;

    private interface Work {
        void run() throws Exception;
    }

    private VerifyBench() {}

    /** @param arguments number of entries, 100,000 when absent */
    public static void main(String... arguments) throws Exception {
        int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path folder = Files.createTempDirectory("verify-bench");
        Path bundle = folder.resolve("bundle.jsonl");
        Entries made = new Entries(7);
        try (Database database = Database.file(folder); H2Journal journal = new H2Journal(database)) {
            journal.append(made.batchOf("meeting/bench", BATCH)).toCompletableFuture().join();
            for (int i = BATCH; i < entries; i += BATCH) {
                journal.append(made.batchAfter(journal.head("meeting/bench"), BATCH)).toCompletableFuture().join();
            }
            JournalExport.write(journal, "meeting/bench", bundle);
        }
        System.out.printf(Locale.ROOT, "%d entries, bundle of %.1f MB%n", entries, Files.size(bundle) / 1e6);
        try (Database database = Database.forReading(folder); H2Journal journal = new H2Journal(database)) {
            say("database", () -> expect(JournalCheck.run(journal).ok()));
        }
        say("bundle", () -> expect(JournalExport.check(bundle).ok()));
        say("scripts/verify-bundle.py", () -> expect(new ProcessBuilder("python3", "scripts/verify-bundle.py", bundle.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0));
        delete(folder);
    }

    private static void say(String what, Work work) throws Exception {
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long from = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - from) / 1_000_000;
        }
        System.out.printf("%-26s first %d ms, rounds %s%n", what, times[0], Arrays.toString(times));
    }

    private static void expect(boolean good) {
        if (!good) {
            throw new IllegalStateException("a good journal was found bad");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
