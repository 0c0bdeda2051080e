package vn.nghisu.minutes;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** How long the minutes of a three-hour meeting with 60 votes and 200 turns to speak take to be set as PDF/A. */
public final class MinutesBench {
    private static final int ROUNDS = 11;

    private interface Work {
        int run() throws Exception;
    }

    private MinutesBench() {}

    public static void main(String... arguments) throws Exception {
        MinutesDraft draft = SampleDrafts.threeHours();
        long from = System.nanoTime();
        byte[] pdf = BienBan.pdf(draft, SampleDrafts.MADE, SampleDrafts.ZONE);
        long first = (System.nanoTime() - from) / 1_000_000;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            System.out.printf(Locale.ROOT, "%d pages, %.0f KB%n", document.getNumberOfPages(), pdf.length / 1e3);
        }
        say("first, in a fresh process", first);
        say("median of %d, warm".formatted(ROUNDS), median(() -> BienBan.pdf(draft, SampleDrafts.MADE, SampleDrafts.ZONE).length));
        say("the same PDF read and saved", median(() -> {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.save(out);
                return out.size();
            }
        }));
    }

    private static long median(Work work) throws Exception {
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long from = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - from) / 1_000_000;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private static void say(String what, long ms) {
        System.out.printf(Locale.ROOT, "%-30s %6d ms%n", what, ms);
    }
}
