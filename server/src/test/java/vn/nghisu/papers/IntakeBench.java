package vn.nghisu.papers;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Measures papers coming in: {@code IntakeBench [PAGES] [ROUNDS]}, pages per second of check, words and pictures of the intake, in
 * turns with {@code pdftotext} and {@code pdftoppm -r 144 -png} on the same files,
 * at the low priority that the intake gives its children. Processor seconds are those of a process
 * with its children; memory is the greatest resident size of this process and of its largest child, looked at ten times a second.
 */
public final class IntakeBench {
    private static final int LOOK_EVERY_MS = 100;

    private IntakeBench() {}

    private record Run(double seconds, double cpu, long ownMb, long childMb) {}

    public static void main(String[] args) throws Exception {
        int pages = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        ((Logger) LoggerFactory.getLogger("vn.nghisu")).setLevel(Level.WARN);
        Path papers = Path.of("server/target/bench-papers").toAbsolutePath();
        Path out = Files.createTempDirectory("intake-bench");
        System.out.printf("%d pages a file, medians of %d rounds, load %s%n%n", pages, rounds, Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        System.out.println("| file | | pages/s | s | CPU s | peak RSS MB | ratio of pages/s to the two of Poppler |\n| --- | --- | --- | --- | --- | --- | --- |");
        try {
            for (String kind : BenchPapers.KINDS) {
                Path file = BenchPapers.of(papers, kind, pages);
                Map<String, List<Run>> runs = new TreeMap<>();
                for (int round = 0; round < rounds; round++) {
                    runs.computeIfAbsent("ours", k -> new ArrayList<>()).add(watched("java", () -> takeIn(file, pages)));
                    runs.computeIfAbsent("pdftoppm", k -> new ArrayList<>())
                            .add(watched("pdftoppm", () -> process("nice", "-n", "5", "pdftoppm", "-r", "144", "-png", file.toString(), out.resolve("page").toString())));
                    runs.computeIfAbsent("pdftotext", k -> new ArrayList<>()).add(watched("pdftotext", () -> process("nice", "-n", "5", "pdftotext", file.toString(), out.resolve("text").toString())));
                }
                double ours = median(runs.get("ours").stream().map(Run::seconds));
                double poppler = median(runs.get("pdftotext").stream().map(Run::seconds)) + median(runs.get("pdftoppm").stream().map(Run::seconds));
                runs.forEach((who, all) -> {
                    double seconds = median(all.stream().map(Run::seconds));
                    boolean our = who.equals("ours");
                    long child = all.stream().mapToLong(Run::childMb).max().orElse(0);
                    String memory = our ? all.stream().mapToLong(Run::ownMb).max().orElse(0) + " + child " + child : String.valueOf(child);
                    System.out.printf("| %s | %s | %.1f | %.2f | %.2f | %s | %s |%n", our ? kind + " " + megabytes(file) : "", who, pages / seconds, seconds,
                            median(all.stream().map(Run::cpu)), memory, our ? String.format("%.2f", poppler / ours) : "");
                });
            }
        } finally {
            WorkFolders.remove(out);
        }
    }

    /** As an upload comes in, into a store that has never seen it. */
    private static Void takeIn(Path file, int pages) throws Exception {
        Path data = Files.createTempDirectory("intake-bench-data");
        PaperStore store = PaperStore.open(data, PaperLimits.usual().withFreeShare(0, 0));
        try (Intake intake = new Intake(store, Optional::empty); PaperWorks works = new PaperWorks(store, 1)) {
            Path upload = store.quarantine();
            Files.copy(file, upload);
            if (!(intake.accept(upload).toCompletableFuture().join() instanceof Accepted taken)) {
                throw new IllegalStateException("refused: " + file);
            }
            Manifest made = works.prepare(taken.sha256(), (paper, done, total) -> {}).toCompletableFuture().join();
            if (made.pages().size() != pages || !made.failedPages().isEmpty()) {
                throw new IllegalStateException("pages are missing");
            }
        } finally {
            WorkFolders.remove(data);
        }
        return null;
    }

    private static Void process(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() != 0) {
            throw new IOException(Arrays.toString(command));
        }
        return null;
    }

    /** Children that have ended are in this process's own count, so the difference before and after holds them too. */
    private static Run watched(String name, Callable<Void> work) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        long[] most = new long[2];
        Thread watch = new Thread(() -> {
            while (!over.get()) {
                most[0] = Math.max(most[0], residentMb(ProcessHandle.current().pid()));
                ProcessHandle.current().descendants().filter(child -> isNamed(child.pid(), name)).forEach(child -> most[1] = Math.max(most[1], residentMb(child.pid())));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MS));
            }
        });
        watch.start();
        double cpu = cpuSeconds();
        long from = System.nanoTime();
        work.call();
        double seconds = (System.nanoTime() - from) / 1e9;
        over.set(true);
        watch.join(Duration.ofSeconds(2).toMillis());
        return new Run(seconds, cpuSeconds() - cpu, most[0], most[1]);
    }

    /** A process just forked is still a copy of this one. */
    private static boolean isNamed(long pid, String name) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/comm")).strip().equals(name);
        } catch (IOException e) {
            return false; // it has ended meanwhile
        }
    }

    private static long residentMb(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException | RuntimeException e) {
            return 0; // it has ended meanwhile
        }
    }

    /** utime, stime, cutime and cstime, in hundredths. */
    private static double cpuSeconds() throws IOException {
        String[] fields = Files.readString(Path.of("/proc/self/stat")).replaceFirst("^.*\\) ", "").split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12]) + Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }

    private static double median(Stream<Double> numbers) {
        double[] sorted = numbers.mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String megabytes(Path file) {
        return String.format("(%.1f MB)", file.toFile().length() / 1e6);
    }
}
