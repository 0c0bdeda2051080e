package vn.nghisu.meeting.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Reason;

/**
 * An indicator as it stood when it was laid beside an item: the journal, the minutes and the screens say the same ever after.
 *
 * @param id the indicator's, of the body
 * @param code of the body's own, such as CT01
 * @param unit %, hồ sơ …; may be empty
 * @param target as {@link Amount#key} writes it, like all numbers here
 * @param period which one is looked at, as {@link Period#key} writes it
 * @param points values up to this period, the oldest first; periods without a value are left out
 */
public record LaidIndicator(String id, String code, String name, String unit, Better better, Optional<String> target, String period, List<Point> points) {
    public static final int POINTS = 12;
    public static final int CODE_CHARACTERS = 40;
    public static final int NAME_CHARACTERS = 300;
    public static final int UNIT_CHARACTERS = 60;

    /** The value of one period. */
    public record Point(String period, String value) {}

    /** The value of the period that is looked at. */
    public Optional<BigDecimal> now() {
        return value(Period.read(period));
    }

    /** The value of the period right before it. */
    public Optional<BigDecimal> before() {
        return value(Period.read(period).flatMap(Period::previous));
    }

    /** Whether the value reaches the target, where there are both. */
    public Optional<Boolean> reached() {
        return now().flatMap(value -> target.flatMap(Amount::plain).map(wanted ->
                better == Better.MORE ? value.compareTo(wanted) >= 0 : value.compareTo(wanted) <= 0));
    }

    private Optional<BigDecimal> value(Optional<Period> of) {
        return of.flatMap(wanted -> points.stream().filter(point -> point.period().equals(wanted.key())).findFirst()).flatMap(point -> Amount.plain(point.value()));
    }

    /** A refusal when it is not what the server makes of a body's indicator. */
    Optional<Decision> check() {
        boolean good = Limits.isId(id) && !name.isBlank() && name.length() <= NAME_CHARACTERS && code.length() <= CODE_CHARACTERS && unit.length() <= UNIT_CHARACTERS
                && points.size() <= POINTS && Period.read(period).isPresent() && target.map(Amount::plain).map(Optional::isPresent).orElse(true)
                && points.stream().allMatch(point -> Period.read(point.period()).isPresent() && Amount.plain(point.value()).isPresent());
        return good ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_INDICATOR));
    }
}
