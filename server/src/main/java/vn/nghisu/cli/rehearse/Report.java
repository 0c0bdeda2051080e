package vn.nghisu.cli.rehearse;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.nghisu.room.Json;

/** What a rehearsal has measured, and what went wrong. */
final class Report {
    private final List<Line> lines = new ArrayList<>();
    private final Faults faults;

    /**
     * One thing that was measured.
     *
     * @param what Vietnamese and English name
     * @param rounds the times are medians over so many rounds
     */
    record Line(String what, int tablets, int rounds, Spread times) {}

    /** As JSON. @param faults counts by kind; empty when nothing was lost, doubled or refused */
    record Whole(List<Line> lines, Map<Faults.Kind, Integer> faults, List<String> told, double machineLoad) {}

    Report(Faults faults) {
        this.faults = faults;
    }

    void add(String what, int tablets, List<Spread> rounds) {
        if (!rounds.isEmpty()) {
            lines.add(new Line(what, tablets, rounds.size(), Spread.median(rounds)));
        }
    }

    String json() {
        return Json.write(new Whole(lines, faults.counts(), faults.told(), Gauge.load()));
    }

    void print(PrintWriter out) {
        out.printf("%-52s %6s %6s %9s %9s %9s%n", "ms", "máy", "lượt", "p50", "p99", "cuối/last");
        for (Line line : lines) {
            out.printf(Locale.ROOT, "%-52s %6d %6d %9.2f %9.2f %9.2f%n", line.what, line.tablets, line.rounds,
                    line.times.p50Ms(), line.times.p99Ms(), line.times.lastMs());
        }
        if (faults.isEmpty()) {
            out.println("Không mất, không trùng, không sai. / Nothing lost, nothing doubled, nothing different.");
        } else {
            out.println("CÓ LỖI / FAULTS " + faults.counts());
            faults.told().forEach(out::println);
        }
        out.flush();
    }
}
