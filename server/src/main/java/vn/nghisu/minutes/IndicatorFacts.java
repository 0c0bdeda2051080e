package vn.nghisu.minutes;

import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.indicators.IndicatorEvent;

/** What was laid and shown of indicators, in words. */
final class IndicatorFacts {
    private IndicatorFacts() {}

    static Text of(IndicatorEvent event, Meeting before) {
        if (event instanceof IndicatorEvent.IndicatorsLaid e) {
            return new Text("Đưa {0} chỉ tiêu vào nội dung “{1}”", "{0} indicators laid beside “{1}”").fill(e.indicators().size(), title(before, e.item()));
        }
        if (event instanceof IndicatorEvent.IndicatorsTakenAway e) {
            return new Text("Bỏ các chỉ tiêu khỏi nội dung “{0}”", "Indicators taken away from “{0}”").fill(title(before, e.item()));
        }
        if (event instanceof IndicatorEvent.IndicatorsShown e) {
            return new Text("Đưa các chỉ tiêu của “{0}” lên màn hình", "Indicators of “{0}” put on the screens").fill(title(before, e.item()));
        }
        return new Text("Thôi đưa các chỉ tiêu lên màn hình", "Indicators taken off the screens");
    }

    private static String title(Meeting meeting, String item) {
        return meeting.agenda().find(item).map(found -> found.title()).orElse(item);
    }
}
