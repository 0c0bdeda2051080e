package vn.nghisu.papers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.nghisu.papers.child.Binding;

/**
 * Measures the binding of a meeting's proceedings: {@code ProceedingsBench [PAGES] [ROUNDS]}, that many pages in papers of 100, once of text and once of
 * colour scans. Seconds from the order to the whole file, with the start of the child; memory is the child's greatest resident size.
 */
public final class ProceedingsBench {
    private static final int OF_EACH = 100;

    private ProceedingsBench() {}

    public static void main(String[] args) throws Exception {
        int pages = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Path papers = Path.of("server/target/bench-papers").toAbsolutePath();
        Path data = Files.createTempDirectory("proceedings-bench");
        Bindery bindery = new Bindery(PaperStore.open(data, PaperLimits.usual()));
        System.out.printf("load %s%n%n| %d pages | s | child peak RSS MB | sources MB | book MB |%n| --- | --- | --- | --- | --- |%n", Files.readString(Path.of("/proc/loadavg")).split(" ")[0], pages);
        try {
            for (String kind : List.of("text", "colour")) {
                Path one = BenchPapers.of(papers, kind, OF_EACH);
                List<Binding.Part> parts = new ArrayList<>();
                IntStream.range(0, pages / OF_EACH).forEach(i -> parts.addAll(List.of(Binding.Part.heading((i + 1) + ". Nội dung thứ " + (i + 1)),
                        new Binding.Part(1, "Báo cáo số " + (i + 1), Optional.of(one.toString()), ""))));
                Binding binding = new Binding(List.of("BAN CHỈ ĐẠO"), "KỶ YẾU", "Phiên họp đo", List.of(), "MỤC LỤC", "Kỷ yếu · trang ", parts);
                for (int round = 0; round < rounds; round++) {
                    long began = System.nanoTime();
                    try (Bindery.Book book = bindery.bind(binding, new Bindery.Work()).orElseThrow()) {
                        System.out.printf("| %s | %.1f | %d | %d | %d |%n", kind, (System.nanoTime() - began) / 1e9, book.peakKb() / 1024, Files.size(one) * (pages / OF_EACH) >> 20, Files.size(book.file()) >> 20);
                    }
                }
            }
        } finally {
            WorkFolders.remove(data);
        }
    }
}
