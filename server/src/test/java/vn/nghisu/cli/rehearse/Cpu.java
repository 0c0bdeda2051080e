package vn.nghisu.cli.rehearse;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a server's processor time goes during what is measured, by thread; the compilers of a young JVM are among them. */
final class Cpu {
    private static final double WORTH_TELLING_MS = 0.05;

    private final Map<String, Long> ns = new TreeMap<>();
    private int rounds;

    /** Adds a round. @param before what {@link Gauge#cpuByThread} said at its beginning */
    void add(Map<String, Long> before, Map<String, Long> after) {
        rounds++;
        after.forEach((thread, now) -> ns.merge(thread, now - before.getOrDefault(thread, 0L), Long::sum));
    }

    double msPerRound() {
        return ms(ns.values().stream().mapToLong(Long::longValue).sum());
    }

    private double ms(long sum) {
        return sum / 1e6 / rounds;
    }

    String byThread() {
        return ns.entrySet().stream().filter(thread -> ms(thread.getValue()) >= WORTH_TELLING_MS)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(thread -> String.format(Locale.ROOT, "%s %.2f", thread.getKey(), ms(thread.getValue())))
                .collect(Collectors.joining(", "));
    }
}
