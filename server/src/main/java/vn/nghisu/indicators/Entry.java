package vn.nghisu.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.indicators.Period;

/**
 * A value to be written.
 *
 * @param indicator its id
 * @param amount absent to take a value back
 * @param note may be empty
 * @param over what its writer knows to stand there, one of them; absent when it is written over anything
 */
public record Entry(String indicator, Period period, Optional<BigDecimal> amount, String note, Optional<List<Optional<BigDecimal>>> over) {
    public static final int NOTE_CHARACTERS = 1_000;

    public Entry(String indicator, Period period, Optional<BigDecimal> amount, String note) {
        this(indicator, period, amount, note, Optional.empty());
    }

    /** Whether it may be written where this stands; what stands already is no other's. */
    boolean mayReplace(Optional<BigDecimal> stands) {
        return over.isEmpty() || isEqual(stands, amount) || over.get().stream().anyMatch(known -> isEqual(stands, known));
    }

    static boolean isEqual(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() == other.isPresent() && one.map(value -> value.compareTo(other.get()) == 0).orElse(true);
    }
}
