package vn.nghisu.meeting.indicators;

import java.util.List;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;

/** What was laid beside items of indicators, with the values as they stood then, and what the screens show of them. */
public sealed interface IndicatorEvent extends Event {

    /** In place of those that lay there. */
    record IndicatorsLaid(String item, List<LaidIndicator> indicators) implements IndicatorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.indicators().with(item, new LaidIndicators.Laid(List.copyOf(indicators), stamp.at())));
        }
    }

    record IndicatorsTakenAway(String item) implements IndicatorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.indicators().without(item)).with(meeting.stage().withoutIndicators(item));
        }
    }

    /** They stand on the screens until another thing does. */
    record IndicatorsShown(String item) implements IndicatorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.stage().showingIndicators(item));
        }
    }

    record IndicatorsCleared() implements IndicatorEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.stage().withoutIndicators());
        }
    }
}
