package vn.nghisu.meeting.indicators;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.List;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;

/** The indicators beside items, by item, for those who see the item and take part in it. */
public record IndicatorsView(Map<String, Beside> beside) {

    /** @param at when they stood so, ms since 1970 */
    public record Beside(List<LaidIndicator> indicators, long at) {}

    public static IndicatorsView of(Meeting meeting, Rights rights) {
        Map<String, Beside> beside = new LinkedHashMap<>();
        meeting.agenda().all().filter(item -> rights.maySee(meeting, item) && !rights.recused().contains(item.id()))
                .forEach(item -> meeting.indicators().of(item.id()).ifPresent(laid -> beside.put(item.id(), new Beside(laid.indicators(), laid.at().toEpochMilli()))));
        return new IndicatorsView(beside);
    }
}
