package vn.nghisu.cli.rehearse;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Percentiles of times by the nearest rank, in milliseconds. */
record Spread(int count, double p50Ms, double p99Ms, double lastMs) {

    /** @param nanos at least one time, in any order */
    static Spread of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Spread(sorted.length, rank(sorted, 50), rank(sorted, 99), sorted[sorted.length - 1] / 1e6);
    }

    private static double rank(long[] sorted, int percent) {
        int place = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return sorted[Math.max(0, place)] / 1e6;
    }

    /** The median of each number over several rounds, which one disturbed round does not move. */
    static Spread median(List<Spread> rounds) {
        return new Spread(rounds.get(0).count, median(rounds, Spread::p50Ms), median(rounds, Spread::p99Ms), median(rounds, Spread::lastMs));
    }

    static <T> double median(List<T> rounds, ToDoubleFunction<T> number) {
        double[] sorted = rounds.stream().mapToDouble(number).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
