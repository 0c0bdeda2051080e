package vn.nghisu.indicators;

import java.math.BigDecimal;
import java.util.Optional;
import vn.nghisu.meeting.indicators.Period;

/** A value to be written. @param indicator its id @param amount absent to take a value back @param note may be empty */
public record Entry(String indicator, Period period, Optional<BigDecimal> amount, String note) {
    public static final int NOTE_CHARACTERS = 1_000;
}
