package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsTest {
    private static final Instant NOON = Instant.parse("2026-11-26T05:00:00Z");
    private static final long MIB = 1 << 20;

    @TempDir
    Path data;

    PaperStore store;

    @BeforeEach
    void open() throws IOException {
        store = PaperStore.open(data, PaperLimits.usual().withFreeShare(0, 0));
    }

    Arrivals at(Instant now) throws IOException {
        return Arrivals.open(store, Clock.fixed(now, ZoneOffset.UTC));
    }

    Arrival arrival(Instant begun) {
        return new Arrival(UUID.randomUUID(), "thuky", "hop", "a.pdf", 10 * MIB, "m", "mot", begun.toEpochMilli());
    }

    @Test
    void an_unfinished_upload_outlives_a_restart_but_for_its_last_writes() throws IOException {
        Arrival arrival = arrival(NOON);
        Arrivals before = at(NOON);
        assertThat(before.begin(arrival)).isEmpty();
        Files.write(before.part(arrival), new byte[(int) (3 * MIB)]);
        store = PaperStore.open(data, store.limits());
        Arrivals after = at(NOON.plusSeconds(60));
        assertThat(after.of("hop", "thuky")).containsExactly(arrival);
        assertThat(after.find("hop", "thuky", arrival.upload())).contains(arrival);
        assertThat(after.length(arrival)).isEqualTo(2 * MIB);
    }

    @Test
    void a_day_later_it_is_swept_away() throws IOException {
        Arrival arrival = arrival(NOON);
        Arrivals arrivals = at(NOON);
        arrivals.begin(arrival);
        Files.write(arrivals.part(arrival), new byte[10]);
        Path stray = Files.write(arrivals.part(arrival).resolveSibling("ab".repeat(16) + ".part"), new byte[10]);
        Arrivals late = at(NOON.plus(Arrivals.AGE).plus(Duration.ofSeconds(1)));
        assertThat(late.of("hop", "thuky")).isEmpty();
        assertThat(late.part(arrival)).doesNotExist();
        assertThat(stray).doesNotExist();
    }

    /** The first write of a new upload waits at a pipe that nobody reads; meanwhile the others are still found. */
    @Test
    void nobody_waits_for_the_disk_of_another_upload() throws Exception {
        Arrivals arrivals = at(NOON);
        Arrival there = arrival(NOON);
        arrivals.begin(there);
        Arrival slow = arrival(NOON);
        Path pipe = arrivals.part(slow).resolveSibling(slow.key() + ".json" + DurableFile.UNFINISHED);
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Thread beginning = new Thread(() -> {
            try {
                arrivals.begin(slow);
            } catch (IOException e) {
                // a pipe can't be synced
            }
        });
        beginning.start();
        while (Arrays.stream(beginning.getStackTrace()).noneMatch(frame -> frame.getClassName().equals(DurableFile.class.getName()))) {
            assertThat(beginning.isAlive()).isTrue();
        }
        CompletableFuture<List<Arrival>> found = CompletableFuture.supplyAsync(() -> {
            assertThat(arrivals.find("hop", "thuky", there.upload())).contains(there);
            return arrivals.of("hop", "thuky");
        });
        try {
            assertThat(found.get(20, TimeUnit.SECONDS)).containsExactly(there);
        } finally {
            Files.newInputStream(pipe).close();
            beginning.join();
        }
    }

    @Test
    void room_is_kept_for_what_is_still_to_come() throws IOException {
        long free = Files.getFileStore(data).getUsableSpace();
        store = PaperStore.open(data, PaperLimits.usual().withFreeShare(1.0, free - 15 * MIB));
        Arrivals arrivals = at(NOON);
        assertThat(arrivals.begin(arrival(NOON))).isEmpty();
        assertThat(arrivals.begin(arrival(NOON)).orElseThrow().code()).isEqualTo("disk_full");
        assertThat(arrivals.of("hop", "thuky")).extracting(Arrival::bytes).isEqualTo(List.of(10 * MIB));
    }
}
