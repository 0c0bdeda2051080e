package vn.nghisu.web.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.nghisu.indicators.Indicator;
import vn.nghisu.indicators.Value;
import vn.nghisu.meeting.indicators.Amount;
import vn.nghisu.meeting.indicators.LaidIndicator;
import vn.nghisu.meeting.indicators.Period;

/** What is copied of an indicator into a meeting. */
final class Laying {
    private Laying() {}

    /** Empty for an indicator without any value until today, where no period is asked for. */
    static Optional<LaidIndicator> of(Indicator indicator, TreeMap<Period, Value> values, Optional<Period> period, LocalDate today) {
        Optional<Period> looked = period.filter(wanted -> wanted.kind() == indicator.kind()).or(() -> values.keySet().stream().filter(there -> there.hasBegun(today)).reduce((before, after) -> after));
        return looked.map(upTo -> {
            List<Value> shown = values.values().stream().filter(value -> value.period().key().compareTo(upTo.key()) <= 0).toList();
            return new LaidIndicator(indicator.id(), indicator.code(), indicator.name(), indicator.unit(), indicator.better(), indicator.target().map(Amount::key), upTo.key(),
                    shown.stream().skip(Math.max(0, shown.size() - LaidIndicator.POINTS))
                            .map(value -> new LaidIndicator.Point(value.period().key(), Amount.key(value.amount().orElseThrow()))).toList());
        });
    }
}
