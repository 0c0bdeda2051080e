package vn.nghisu.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.Language;
import vn.nghisu.people.TestClock;

class LimitsTest {
    private static final String HERE = "10.0.0.1";

    private final TestClock clock = new TestClock();

    @Test
    void a_bucket_gives_its_burst_and_then_its_rate() {
        RateLimit limit = new RateLimit(3, 2, clock);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a")).isEmpty();
        }
        assertThat(limit.take("a")).contains(Duration.ofMillis(500));
        assertThat(limit.take("b")).isEmpty();
        clock.forward(Duration.ofMillis(500));
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).isPresent();
        clock.forward(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a")).isEmpty();
        }
        assertThat(limit.take("a")).isPresent();
    }

    @Test
    void a_name_at_one_address_has_five_free_tries_and_then_waits_that_grow_up_to_a_limit() {
        Tries tries = new Tries(clock);
        for (int i = 0; i < Tries.FREE; i++) {
            assertThat(tries.begin("an", HERE)).isEmpty();
        }
        assertThat(tries.begin("an", HERE)).contains(Duration.ofSeconds(15));
        assertThat(tries.begin("binh", HERE)).isEmpty();
        clock.forward(Duration.ofSeconds(15));
        assertThat(tries.begin("an", HERE)).isEmpty();
        assertThat(tries.begin("an", HERE)).contains(Duration.ofSeconds(30));
        for (int i = 0; i < 20; i++) {
            clock.forward(Tries.LONGEST_WAIT);
            assertThat(tries.begin("an", HERE)).isEmpty();
        }
        assertThat(tries.begin("an", HERE)).contains(Tries.LONGEST_WAIT);
    }

    @Test
    void a_clock_that_is_set_back_makes_nobody_wait_longer() {
        Tries tries = new Tries(clock);
        for (int i = 0; i < Tries.FREE; i++) {
            tries.begin("an", HERE);
        }
        clock.forward(Duration.ofSeconds(5));
        assertThat(tries.begin("an", HERE)).contains(Duration.ofSeconds(10));
        clock.forward(Duration.ofHours(-1));
        assertThat(tries.begin("an", HERE)).as("no more than the whole wait").contains(Duration.ofSeconds(15));
        clock.forward(Duration.ofSeconds(15));
        assertThat(tries.begin("an", HERE)).isEmpty();
        assertThat(tries.begin("an", HERE)).as("and the tries before are not forgotten").contains(Duration.ofSeconds(30));
    }

    @Test
    void who_guesses_the_chairs_password_does_not_keep_the_chair_out() {
        Tries tries = new Tries(clock);
        while (tries.begin("chair", "10.0.0.66").isEmpty()) {
            continue;
        }
        for (int own = 0; own < Tries.FREE; own++) {
            assertThat(tries.begin("chair", HERE)).isEmpty();
        }
    }

    @Test
    void guesses_from_many_addresses_wait_too_but_never_long() {
        Tries tries = new Tries(clock);
        for (int guess = 0; guess < Tries.FREE_ANYWHERE; guess++) {
            assertThat(tries.begin("chair", "10.0.1." + guess)).isEmpty();
        }
        assertThat(tries.begin("chair", HERE)).contains(Tries.FIRST_WAIT);
        for (int guess = 0; guess < 10; guess++) {
            clock.forward(Tries.LONGEST_WAIT_ANYWHERE);
            assertThat(tries.begin("chair", "10.0.2." + guess)).isEmpty();
        }
        assertThat(tries.begin("chair", HERE)).contains(Tries.LONGEST_WAIT_ANYWHERE);
        clock.forward(Tries.LONGEST_WAIT_ANYWHERE);
        tries.succeeded("chair", HERE);
        assertThat(tries.begin("chair", "10.0.3.1")).isEmpty();
        assertThat(tries.begin("chair", "10.0.3.2")).isEmpty();
    }

    @Test
    void success_or_an_hour_of_silence_clears_a_name() {
        Tries tries = new Tries(clock);
        for (int i = 0; i < Tries.FREE - 1; i++) {
            tries.begin("an", HERE);
            tries.begin("binh", HERE);
        }
        tries.begin("an", HERE);
        tries.succeeded("an", HERE);
        assertThat(tries.begin("an", HERE)).isEmpty();
        tries.begin("binh", HERE);
        assertThat(tries.begin("binh", HERE)).isPresent();
        clock.forward(Tries.FORGOTTEN_AFTER.plusSeconds(1));
        for (int i = 0; i < Tries.FREE; i++) {
            assertThat(tries.begin("binh", HERE)).isEmpty();
        }
    }

    @Test
    void a_try_that_the_server_could_not_check_does_not_count() {
        Tries tries = new Tries(clock);
        for (int i = 0; i < 3 * Tries.FREE; i++) {
            assertThat(tries.begin("an", HERE)).isEmpty();
            tries.undone("an", HERE);
        }
    }

    @Test
    void a_wait_is_said_in_words_and_never_too_short() {
        assertThat(Waiting.words(Duration.ofMillis(1)).in(Language.EN)).isEqualTo("1 second");
        assertThat(Waiting.words(Duration.ofMillis(14_001)).in(Language.VI)).isEqualTo("15 giây");
        assertThat(Waiting.words(Duration.ofSeconds(61)).in(Language.EN)).isEqualTo("2 minutes");
    }
}
