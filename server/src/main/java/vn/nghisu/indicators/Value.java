package vn.nghisu.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import vn.nghisu.meeting.indicators.Period;

/**
 * What was entered for a period; of several the newest holds.
 *
 * @param amount absent where an earlier value was taken back
 * @param note may be empty
 * @param by the person's name, or that of the token
 */
public record Value(Period period, Optional<BigDecimal> amount, String note, Source source, String by, Instant at) {
    /** Where it came from. */
    public enum Source {
        HAND,
        FILE,
        PROGRAM
    }
}
