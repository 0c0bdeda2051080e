package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;

/** The server's own heap is small: what it unpacks there at a time has a bound. */
class PictureBudgetTest {
    @Test
    void small_pictures_go_side_by_side_and_a_large_one_waits_for_them() throws Exception {
        PictureBudget budget = new PictureBudget(1_000);
        PictureBudget.Share first = budget.take(400);
        PictureBudget.Share second = budget.take(400);
        CompletableFuture<PictureBudget.Share> large = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                large.complete(budget.take(1_000));
            } catch (IOException e) {
                large.completeExceptionally(e);
            }
        });
        waiting.start();
        Until.holds(() -> waiting.getState() == Thread.State.WAITING);
        first.close();
        assertThat(large).isNotDone();
        second.close();
        large.get(20, TimeUnit.SECONDS).close();
        assertThatThrownBy(() -> budget.take(1_001)).isInstanceOf(IOException.class);
    }

    @Test
    void a_picture_that_says_it_is_huge_is_not_unpacked(@TempDir Path folder) throws IOException {
        Path huge = Files.write(folder.resolve("huge.png"), OddFiles.declaredPng(30_000, 30_000));
        assertThatThrownBy(() -> MarkedPage.of(huge, "Nguyễn Thị Ánh")).isInstanceOf(IOException.class).hasMessageContaining("900000000");
        assertThatThrownBy(() -> MarkedPage.of(Files.write(folder.resolve("none.png"), new byte[9]), "x")).isInstanceOf(IOException.class);
    }
}
