package vn.nghisu.meeting.circulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;

/**
 * An opinion form besides its questions, and the forms that a meeting takes up. Times are ms since 1970.
 *
 * @param waitingFor who has not answered everything, while the form is out; only told to those who lead
 * @param reminded when those who were reminded were, by person id; only told to those who lead
 * @param takenUp ids of forms by the item that brings the result
 */
public record CirculationView(List<ExtensionView> extensions, Optional<List<String>> waitingFor, Map<String, Long> reminded, Map<String, String> takenUp) {

    /** @param by name */
    public record ExtensionView(long at, String by, long from, long until, String reason) {}

    public static CirculationView of(Meeting meeting, Rights rights) {
        Circulation circulation = meeting.circulation();
        Map<String, Long> reminded = new TreeMap<>();
        if (rights.mayLead()) {
            circulation.reminded().forEach((person, at) -> reminded.put(person, at.toEpochMilli()));
        }
        Map<String, String> takenUp = new LinkedHashMap<>();
        meeting.agenda().all().filter(item -> rights.maySee(meeting, item))
                .forEach(item -> circulation.broughtBy(item.id()).ifPresent(form -> takenUp.put(item.id(), form)));
        return new CirculationView(
                circulation.extensions().stream().map(each -> new ExtensionView(each.at().toEpochMilli(), meeting.roster().name(each.by()),
                        each.from().toEpochMilli(), each.until().toEpochMilli(), each.reason())).toList(),
                rights.mayLead() && Circulation.isOut(meeting) ? Optional.of(Circulation.waitingFor(meeting)) : Optional.empty(),
                reminded, takenUp);
    }
}
