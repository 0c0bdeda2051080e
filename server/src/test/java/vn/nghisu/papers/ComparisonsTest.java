package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonsTest {
    @TempDir
    private Path data;

    private PaperStore store;
    private String older;
    private String newer;

    @BeforeEach
    void open() throws IOException {
        store = PaperStore.open(data, PaperLimits.usual().withFreeShare(0, 0));
        older = bring("Đã hoàn thành 87 dịch vụ công.");
        newer = bring("Đã hoàn thành 92 dịch vụ công.");
    }

    private String bring(String sentence) throws IOException {
        Path upload = store.quarantine();
        Files.write(upload, SamplePdf.make().page(sentence).bytes());
        try (Intake intake = new Intake(store); PaperWorks works = new PaperWorks(store, 1)) {
            String sha256 = ((Accepted) intake.accept(upload).toCompletableFuture().join()).sha256();
            works.prepare(sha256, (name, done, total) -> {}).toCompletableFuture().join();
            return sha256;
        }
    }

    @Test
    void a_pair_that_can_t_be_compared_is_not_tried_again_until_the_next_start() throws IOException {
        Path words = store.file(newer, store.manifest(newer).orElseThrow().pages().get(0).words().orElseThrow()).orElseThrow();
        byte[] good = Files.readAllBytes(words);
        Files.write(words, new byte[] {'?'});
        try (Comparisons comparisons = new Comparisons(store)) {
            assertThat(refusal(comparisons)).isEqualTo("incomparable");
            Files.write(words, good);
            assertThat(refusal(comparisons)).as("remembered").isEqualTo("incomparable");
        }
        try (Comparisons next = new Comparisons(store)) {
            assertThat(refusal(next)).isEmpty();
        }
    }

    @Test
    void a_paper_that_is_not_ready_may_be_compared_later() {
        try (Comparisons comparisons = new Comparisons(store)) {
            String unknown = "0f".repeat(32);
            for (int i = 0; i < 2; i++) {
                assertThat(comparisons.between(unknown, newer).toCompletableFuture()).failsWithin(java.time.Duration.ofMinutes(1))
                        .withThrowableThat().withMessageContaining("failed: ");
            }
        }
    }

    @Test
    void who_asks_for_the_pair_after_a_comparison_gets_the_one_that_was_compared() throws IOException {
        try (Comparisons comparisons = new Comparisons(store)) {
            assertThat(refusal(comparisons)).isEmpty();
            assertThat(comparisons.pair(older, newer)).isSameAs(comparisons.pair(older, newer));
        }
    }

    private String refusal(Comparisons comparisons) {
        try {
            comparisons.between(older, newer).toCompletableFuture().join();
            return "";
        } catch (CompletionException e) {
            return ((PaperRefusal.Refused) e.getCause()).refusal().code();
        }
    }
}
