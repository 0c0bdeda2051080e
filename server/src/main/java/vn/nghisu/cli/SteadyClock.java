package vn.nghisu.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock, which somebody may set while a speaker's time runs. As long as something is timed, a jump of more than two seconds is not followed
 * and time goes on as the processor counts it; afterwards, and in small steps always, the machine's clock is right. May be asked by several threads.
 */
final class SteadyClock extends Clock {
    private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);
    private static final Duration STEP = Duration.ofSeconds(2);

    private final Clock system;
    private final LongSupplier nanos;
    private volatile BooleanSupplier timing = () -> false;
    private volatile Anchor anchor;

    /** @param jumped whether a jump that is not followed has been told */
    private record Anchor(Instant at, long nanos, boolean jumped) {}

    /** @param nanos that never jump, such as {@link System#nanoTime} */
    SteadyClock(Clock system, LongSupplier nanos) {
        this.system = system;
        this.nanos = nanos;
        this.anchor = new Anchor(system.instant(), nanos.getAsLong(), false);
    }

    /** @param timing whether somebody's time runs at this moment */
    void holdWhile(BooleanSupplier timing) {
        this.timing = timing;
    }

    @Override
    public Instant instant() {
        Instant told = system.instant();
        long count = nanos.getAsLong();
        Anchor from = anchor;
        Instant counted = from.at().plusNanos(count - from.nanos());
        Duration off = Duration.between(counted, told);
        if (off.abs().compareTo(STEP) > 0 && timing.getAsBoolean()) {
            if (!from.jumped()) {
                LOG.warn("the machine's clock was set by {} s while a speaker's time runs; it is followed afterwards", off.toSeconds());
                anchor = new Anchor(from.at(), from.nanos(), true);
            }
            return counted;
        }
        anchor = new Anchor(told, count, false);
        return told;
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return system.withZone(zone);
    }
}
