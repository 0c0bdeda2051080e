package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.nghisu.meeting.stage.StageCommand;
import vn.nghisu.room.Json;
import vn.nghisu.room.Live;

/** The leader turns pages quickly; all tablets follow, and every one of them ends on the last page. */
final class Pages {
    private static final int PAGES = 25;
    private static final long APART_MS = 40;

    private final Rehearsal rehearsal;
    private final Crowd crowd;

    Pages(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
        this.crowd = rehearsal.crowd();
    }

    /** @return from turning to the last page until each tablet has heard of it */
    Spread round(String paper) {
        rehearsal.lead(new StageCommand.StartPresenting(paper));
        crowd.settle(Rehearsal.TIMEOUT_MS);
        Arrivals arrivals = crowd.everybody();
        Map<Tablet, Long> newest = new HashMap<>();
        crowd.client().tell(() -> crowd.listenToLive((tablet, frame, atNs) -> {
            long n = frame.at("/live/n").asLong();
            if (n <= newest.getOrDefault(tablet, 0L)) {
                rehearsal.faults().add(Faults.Kind.DOUBLED, "tablet " + tablet.number + " heard page " + n + " again");
            }
            newest.put(tablet, n);
            if (frame.at("/live/page").asInt() == PAGES) {
                arrivals.mark(tablet.number, atNs);
            }
        }));
        for (int page = 1; page <= PAGES; page++) {
            byte[] text = page(paper, page);
            crowd.client().tell(() -> {
                arrivals.begin(System.nanoTime());
                crowd.lead().show(text);
            });
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(APART_MS));
        }
        rehearsal.expect(arrivals, "the last page");
        rehearsal.lead(new StageCommand.StopPresenting());
        crowd.settle(Rehearsal.TIMEOUT_MS);
        return arrivals.spread();
    }

    private static byte[] page(String paper, int page) {
        ObjectNode live = Json.MAPPER.valueToTree(new Live.Page(paper, page, List.of(0.0, 0.0, 1.0, 1.0), Optional.empty(), page));
        live.put("kind", "page");
        return Json.bytes(Json.MAPPER.createObjectNode().put("t", "live").set("live", live));
    }
}
