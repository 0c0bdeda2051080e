package vn.nghisu.minutes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.minutes.layout.WordFile;

/**
 * Measures how long the minutes of three hours with 60 votes and 200 turns to speak take: {@code MinutesBench [RUNS]}. Each number is the median of so many runs, in this
 * process when it is warm, and as the first thing that a new process does. The bar of the product is 2 s.
 */
public final class MinutesBench {
    private static final int WARM_UP = 15;

    private interface Work {
        int bytes();
    }

    private MinutesBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && args[0].equals("once")) {
            System.out.printf(Locale.ROOT, "%.1f%n", millis(MinutesBench::pdf));
            return;
        }
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        List<Double> fresh = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Process once = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx384m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                    MinutesBench.class.getName(), "once").redirectError(ProcessBuilder.Redirect.DISCARD).start();
            fresh.add(Double.parseDouble(new String(once.getInputStream().readAllBytes()).strip()));
            once.waitFor();
        }
        System.out.printf(Locale.ROOT, "%-24s %8s %8s%n", "", "median", "worst");
        print("PDF, a new process", fresh);
        print("PDF, warm", warm(MinutesBench::pdf, runs));
        print("DOCX, warm", warm(MinutesBench::docx, runs));
        System.out.printf("PDF %d KB, DOCX %d KB%n", pdf() / 1024, docx() / 1024);
    }

    private static int pdf() {
        return BienBan.pdf(SampleDrafts.threeHours(), SampleDrafts.MADE, SampleDrafts.ZONE).length;
    }

    private static int docx() {
        OfficialPaper paper = MinutesText.of(SampleDrafts.threeHours(), SampleDrafts.ZONE);
        return WordFile.docx(paper, SampleDrafts.MADE.atZone(SampleDrafts.ZONE)).length;
    }

    private static List<Double> warm(Work work, int runs) {
        for (int i = 0; i < WARM_UP; i++) {
            work.bytes();
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            times.add(millis(work));
        }
        return times;
    }

    private static double millis(Work work) {
        long from = System.nanoTime();
        if (work.bytes() == 0) {
            throw new IllegalStateException("nothing was made");
        }
        return (System.nanoTime() - from) / 1e6;
    }

    private static void print(String what, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%-24s %5.0f ms %5.0f ms%n", what, sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }
}
