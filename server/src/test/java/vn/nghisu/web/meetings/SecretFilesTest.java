package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
    private final Vertx vertx = Vertx.vertx();
    @TempDir
    private Path folder;

    private final SecretFiles files = new SecretFiles(vertx, () -> Files.createTempDirectory(folder, "work"));
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(20, TimeUnit.SECONDS);
    }

    @Test
    void however_many_ask_it_is_written_once_and_not_on_a_thread_of_the_network() throws Exception {
        Supplier<Object> content = () -> {
            assertThat(Context.isOnWorkerThread()).isTrue();
            return List.of(asked.incrementAndGet());
        };
        List<Future<Path>> all = IntStream.range(0, 20).mapToObj(i -> files.of(new SecretFiles.Name("m", "v", "poll"), content)).toList();
        for (Future<Path> each : all) {
            assertThat(Files.readString(each.await(20, TimeUnit.SECONDS))).isEqualTo("[1]");
        }
        assertThat(Files.readString(files.of(new SecretFiles.Name("m", "v", "ballots"), content).await(20, TimeUnit.SECONDS))).isEqualTo("[2]");
    }

    @Test
    void a_file_that_is_gone_is_written_again_and_few_are_kept() throws Exception {
        Path first = files.of(new SecretFiles.Name("m", "v0", "poll"), asked::incrementAndGet).await(20, TimeUnit.SECONDS);
        Files.delete(first);
        assertThat(files.of(new SecretFiles.Name("m", "v0", "poll"), asked::incrementAndGet).await(20, TimeUnit.SECONDS)).exists();
        Set<Path> written = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            written.add(files.of(new SecretFiles.Name("m", "v" + i, "poll"), asked::incrementAndGet).await(20, TimeUnit.SECONDS));
        }
        assertThat(written.stream().filter(Files::exists).count()).isBetween(1L, 10L);
        assertThat(written.stream().map(Path::getParent).filter(Files::exists).count()).as("their folders").isBetween(1L, 10L);
        assertThat(files.of(new SecretFiles.Name("m", "v0", "poll"), asked::incrementAndGet).await(20, TimeUnit.SECONDS)).exists();
    }

    @Test
    void single_pieces_are_found_without_asking_again_also_those_that_are_not_there() throws Exception {
        Supplier<Map<String, ?>> all = () -> {
            asked.incrementAndGet();
            return Map.of("A", List.of("first"), "B", List.of("second"));
        };
        SecretFiles.Name name = new SecretFiles.Name("m", "v", "spoiled");
        for (int i = 0; i < 3; i++) {
            assertThat(files.piece(name, "A", all).await(20, TimeUnit.SECONDS).orElseThrow().get(0).asText()).isEqualTo("first");
            assertThat(files.piece(name, "B", all).await(20, TimeUnit.SECONDS).orElseThrow().get(0).asText()).isEqualTo("second");
            assertThat(files.piece(name, "C", all).await(20, TimeUnit.SECONDS)).isEmpty();
        }
        assertThat(asked).hasValue(1);
    }
}
