package vn.nghisu.indicators;

import java.math.BigDecimal;
import java.util.Optional;
import vn.nghisu.meeting.indicators.Better;
import vn.nghisu.meeting.indicators.PeriodKind;

/**
 * What a body's programme is measured by.
 *
 * @param code unique in its body, such as CT01: what files and programs name it by
 * @param unit %, hồ sơ …; may be empty
 * @param place in the body's list, from 0
 * @param inUse false when it is followed no more; its values stay
 */
public record Indicator(String id, String body, String code, String name, String unit, Optional<BigDecimal> target, Better better, PeriodKind kind, int place, boolean inUse) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** Whether a percentage lies below nothing or above the whole, as shares can't; growth can. */
    boolean isOutside(BigDecimal value) {
        return unit.strip().equals("%") && (value.signum() < 0 || value.compareTo(WHOLE) > 0);
    }
}
