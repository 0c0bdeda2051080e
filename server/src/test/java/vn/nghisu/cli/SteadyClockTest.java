package vn.nghisu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private static final Instant EIGHT = Instant.parse("2026-11-24T01:00:00Z");

    private final AtomicReference<Instant> machine = new AtomicReference<>(EIGHT);
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicBoolean speaking = new AtomicBoolean();
    private final SteadyClock clock = new SteadyClock(new Clock() {
        @Override
        public Instant instant() {
            return machine.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }, nanos::get);

    private void passes(Duration time) {
        machine.updateAndGet(at -> at.plus(time));
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void goes_on_by_itself_while_somebody_speaks_and_is_right_again_afterwards() {
        clock.holdWhile(speaking::get);
        for (Duration jump : new Duration[] {Duration.ofHours(1), Duration.ofHours(-1)}) {
            Instant before = clock.instant();
            speaking.set(true);
            machine.updateAndGet(at -> at.plus(jump));
            passes(Duration.ofSeconds(30));
            assertThat(clock.instant()).isEqualTo(before.plusSeconds(30));
            passes(Duration.ofSeconds(30));
            assertThat(clock.instant()).isEqualTo(before.plusSeconds(60));
            speaking.set(false);
            assertThat(clock.instant()).isEqualTo(before.plusSeconds(60).plus(jump));
        }
    }

    @Test
    void follows_the_machine_s_clock_at_once_where_nothing_is_timed_and_in_small_steps_always() {
        clock.holdWhile(speaking::get);
        machine.updateAndGet(at -> at.plusSeconds(3_600));
        assertThat(clock.instant()).isEqualTo(EIGHT.plusSeconds(3_600));
        speaking.set(true);
        machine.updateAndGet(at -> at.plusMillis(900));
        assertThat(clock.instant()).isEqualTo(EIGHT.plusSeconds(3_600).plusMillis(900));
    }
}
