package vn.nghisu.meeting.conclusions;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;

/** Conclusions by item id, of the items that the reader may see. */
public record ConclusionsView(Map<String, String> byItem) {

    public static ConclusionsView of(Meeting meeting, Rights rights) {
        Map<String, String> visible = new LinkedHashMap<>();
        meeting.agenda().all().filter(item -> rights.maySee(meeting, item))
                .forEach(item -> meeting.conclusions().of(item.id()).ifPresent(text -> visible.put(item.id(), text)));
        return new ConclusionsView(visible);
    }
}
