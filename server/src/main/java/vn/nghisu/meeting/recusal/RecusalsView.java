package vn.nghisu.meeting.recusal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;

/**
 * Who takes no part in which item, for the people of the body. What was taken back is for the minutes only.
 *
 * @param items by item id and person id
 */
public record RecusalsView(Map<String, Map<String, RecusalView>> items) {

    /**
     * @param reason only told to those who lead
     * @param holds closes papers and floor now; else it only keeps out of votes
     * @param imposed who leads has said so, and only who leads takes it back
     * @param since when it was said, or the item came back, ms
     */
    public record RecusalView(boolean holds, boolean imposed, long since, Optional<Long> until, Optional<String> reason) {}

    public static RecusalsView of(Meeting meeting, Rights rights) {
        Map<String, Map<String, RecusalView>> items = new LinkedHashMap<>();
        if (rights.isInside()) {
            meeting.recusals().all().stream().filter(recusal -> recusal.stands() && meeting.agenda().find(recusal.item()).isPresent())
                    .forEach(recusal -> items.computeIfAbsent(recusal.item(), item -> new LinkedHashMap<>()).put(recusal.person(), view(recusal, rights)));
        }
        return new RecusalsView(items);
    }

    private static RecusalView view(Recusal recusal, Rights rights) {
        return new RecusalView(recusal.holds(), recusal.isImposed(), recusal.last().from().toEpochMilli(), recusal.last().to().map(Instant::toEpochMilli),
                rights.mayLead() ? Optional.of(recusal.reason()) : Optional.empty());
    }
}
