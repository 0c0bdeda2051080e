package vn.nghisu.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.document.Document;
import vn.nghisu.papers.WorkFolders;

/**
 * Measures search over many pages: {@code SearchBench [PAGES] [ROUNDS]}. Papers of 100 pages with 300 words a page, drawn from a
 * small vocabulary, so that every query hits a great part of them; half of the papers may be seen. The bar of the product is 200 ms
 * for 10,000 pages.
 */
public final class SearchBench {
    private static final int PAGES_A_PAPER = 100;
    private static final int WORDS_A_PAGE = 300;
    private static final String[] WORDS = ("giải phóng mặt bằng phương án đền bù hỗ trợ tái định cư ủy ban nhân dân tỉnh ban chỉ đạo chuyển đổi số dịch vụ công trực tuyến "
            + "hồ sơ thủ tục hành chính cải cách báo cáo kế hoạch tiến độ đầu tư xây dựng hạ tầng trung tâm dữ liệu đất đai quy hoạch nghị quyết hội đồng").split(" ");
    private static final List<String> QUERIES =
            List.of("giai phong mat bang", "GIẢI PHÓNG", "\"ủy ban nhân dân\"", "dich vu cong truc tuyen", "đ", "da", "uy ban hoi dong dat", "tiến độ đầu tư xây dựng hạ tầng");

    private SearchBench() {}

    public static void main(String[] args) throws Exception {
        int pages = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        Path folder = Files.createTempDirectory("search-bench");
        try (IndexFolder index = IndexFolder.open(folder, true)) {
            long from = System.nanoTime();
            Set<String> seen = fill(index, pages);
            System.out.printf("%d pages read in %.1f s, %.1f MB%n", pages, (System.nanoTime() - from) / 1e9, bytes(folder) / 1e6);
            System.out.printf("%-36s %8s %8s %8s %8s%n", "query", "pages", "p50 ms", "p95 ms", "max ms");
            for (String query : QUERIES) {
                measure(index, Wanted.of(query, false), query, seen, rounds);
            }
        } finally {
            WorkFolders.remove(folder);
        }
    }

    private static Set<String> fill(IndexFolder index, int pages) throws IOException {
        Random random = new Random(7);
        Set<String> seen = new HashSet<>();
        for (int paper = 0; paper * PAGES_A_PAPER < pages; paper++) {
            String sha256 = String.format("%064x", paper);
            List<Document> made = new ArrayList<>();
            for (int page = 1; page <= PAGES_A_PAPER; page++) {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < WORDS_A_PAGE; i++) {
                    text.append(WORDS[(int) (Math.abs(random.nextGaussian()) * WORDS.length / 3) % WORDS.length]).append(i % 12 == 11 ? '\n' : ' ');
                }
                made.add(PageIndex.document(sha256, page, String.valueOf(page), text.toString()));
            }
            index.put(sha256, made);
            if (paper % 2 == 0) {
                seen.add(sha256);
            }
        }
        return seen;
    }

    private static void measure(IndexFolder index, Wanted wanted, String query, Set<String> seen, int rounds) throws IOException {
        double[] ms = new double[rounds];
        int hits = 0;
        for (int i = 0; i < rounds; i++) {
            long from = System.nanoTime();
            hits = index.read(searcher -> PageIndex.find(searcher, wanted, seen, 41, 4)).stream().mapToInt(Found::pages).sum();
            ms[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(ms);
        System.out.printf("%-36s %8d %8.1f %8.1f %8.1f%n", query, hits, ms[rounds / 2], ms[(int) (rounds * 0.95)], ms[rounds - 1]);
    }

    private static long bytes(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
