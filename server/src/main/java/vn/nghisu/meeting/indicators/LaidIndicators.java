package vn.nghisu.meeting.indicators;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Which indicators lie beside which items. */
public record LaidIndicators(PMap<String, Laid> byItem) {

    /** @param at when they stood so */
    public record Laid(List<LaidIndicator> indicators, Instant at) {}

    public static LaidIndicators none() {
        return new LaidIndicators(HashTreePMap.empty());
    }

    public Optional<Laid> of(String item) {
        return Optional.ofNullable(byItem.get(item));
    }

    LaidIndicators with(String item, Laid laid) {
        return new LaidIndicators(byItem.plus(item, laid));
    }

    LaidIndicators without(String item) {
        return new LaidIndicators(byItem.minus(item));
    }
}
