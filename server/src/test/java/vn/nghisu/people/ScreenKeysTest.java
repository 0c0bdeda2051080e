package vn.nghisu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Database;

class ScreenKeysTest {
    private final Database database = Database.memory();
    private final TestClock clock = new TestClock();
    private final ScreenKeys keys = new ScreenKeys(database, clock);

    @BeforeEach
    void bodies() {
        Directory directory = new Directory(database);
        directory.save(new Body("ban-1", "Ban Chỉ đạo", "", "", ""));
        directory.save(new Body("ban-2", "Hội đồng", "", "", ""));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_screen_is_listed_with_who_paired_it_and_when_it_was_last_seen_also_after_a_restart() {
        String key = keys.issue("ban-1", "thuky").orElseThrow();
        assertThat(keys.of("ban-1")).singleElement().satisfies(screen -> {
            assertThat(screen.issuedBy()).isEqualTo("thuky");
            assertThat(screen.issued()).isEqualTo(clock.instant());
            assertThat(screen.lastSeen()).isEmpty();
            assertThat(screen.id()).isNotEqualTo(key);
        });
        clock.forward(Duration.ofHours(1));
        assertThat(keys.find(key)).map(ScreenKeys.Screen::body).contains("ban-1");
        keys.tidy();
        assertThat(new ScreenKeys(database, clock).of("ban-1")).isEqualTo(keys.of("ban-1"))
                .singleElement().satisfies(screen -> assertThat(screen.lastSeen()).contains(clock.instant()));
    }

    @Test
    void an_ended_screen_is_gone_for_good_and_only_its_own_body_ends_it() {
        List<String> ended = new ArrayList<>();
        keys.onEnded(ended::add);
        String key = keys.issue("ban-1", "thuky").orElseThrow();
        String id = keys.of("ban-1").get(0).id();
        assertThat(keys.end("ban-2", id)).isFalse();
        assertThat(keys.find(key)).isPresent();
        assertThat(keys.end("ban-1", id)).isTrue();
        assertThat(keys.find(key)).isEmpty();
        assertThat(new ScreenKeys(database, clock).find(key)).isEmpty();
        assertThat(ended).containsExactly(id);
    }

    @Test
    void no_screen_in_use_is_switched_off_for_a_new_one() {
        List<String> used = new ArrayList<>();
        for (int i = 1; i < ScreenKeys.PER_BODY; i++) {
            used.add(next());
            keys.find(used.get(i - 1));
        }
        String forgotten = next();
        String newest = next();
        assertThat(keys.find(forgotten)).as("an address that was never opened makes room").isEmpty();
        assertThat(keys.find(newest)).isPresent();
        assertThat(keys.issue("ban-1", "thuky")).isEqualTo(Optional.empty());
        assertThat(used).allSatisfy(key -> assertThat(keys.find(key)).isPresent());
        assertThat(keys.issue("ban-2", "thuky")).isPresent();
    }

    private String next() {
        clock.forward(Duration.ofSeconds(1));
        return keys.issue("ban-1", "thuky").orElseThrow();
    }
}
