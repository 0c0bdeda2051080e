package vn.nghisu.cli.rehearse;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What Linux says about another process: processor time and memory. Zero where there is no {@code /proc}. */
record Gauge(long pid) {

    /** Processor time of all its threads that live, in nanoseconds. */
    long cpuNs() {
        return cpuByThread().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Processor time by the names of its threads, as Linux knows them (15 characters, digits left out), in nanoseconds. */
    Map<String, Long> cpuByThread() {
        Map<String, Long> sum = new TreeMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads) {
                sum.merge(name(thread), threadNs(thread), Long::sum);
            }
        } catch (IOException e) {
            return sum;
        }
        return sum;
    }

    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).replaceAll("[\\d#\\s]+", " ").strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Zero for a thread that has just ended. */
    private static long threadNs(Path thread) {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Memory in RAM now, in megabytes (2^20). */
    double residentMb() {
        return status("VmRSS:");
    }

    double peakResidentMb() {
        return status("VmHWM:");
    }

    private double status(String name) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** How many threads wanted a processor on average over the last minute, the whole machine. */
    static double load() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        } catch (IOException e) {
            return 0;
        }
    }
}
