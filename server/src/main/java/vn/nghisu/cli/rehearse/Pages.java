package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.nghisu.meeting.stage.StageCommand;
import vn.nghisu.notes.NoteBody;
import vn.nghisu.room.Json;
import vn.nghisu.room.Live;

/** The leader turns pages quickly; all tablets follow, and every one of them ends on the last page. */
final class Pages {
    private static final int PAGES = 25;
    private static final long APART_MS = 40;
    private static final int STROKES = 50;
    /** What a pen at 120 Hz leaves in a piece of 1/15 s. */
    private static final int STROKE_POINTS = 8;

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
            if (!frame.at("/live/kind").asText().equals("page")) {
                return;
            }
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

    /** Presents a paper for turns measured one by one. */
    void present(String paper) {
        rehearsal.lead(new StageCommand.StartPresenting(paper));
        crowd.settle(Rehearsal.TIMEOUT_MS);
    }

    /** One page turned by itself, with the room at rest. @return from the turn until each tablet has heard of it */
    Spread turn(String paper, int page) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Steps.APART_MS));
        return heard(page(paper, page), frame -> frame.at("/live/kind").asText().equals("page") && frame.at("/live/page").asInt() == page, "page " + page);
    }

    /** One piece of a stroke. @return from drawing it until each tablet has it */
    Spread stroke(String paper, int number) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(APART_MS));
        String id = "stroke-" + number % STROKES;
        List<Integer> points = IntStream.range(0, 2 * STROKE_POINTS).map(i -> i < 2 ? 2_000 + number : i % 7 - 3).boxed().toList();
        ObjectNode live = Json.MAPPER.valueToTree(new Live.Stroke(paper, 1, id, NoteBody.Tool.PEN, NoteBody.Colour.RED, 30, 0, points, false));
        return heard(text(live, "stroke"), frame -> frame.at("/live/stroke").asText().equals(id) && frame.at("/live/points/0").asInt() == 2_000 + number, "a stroke");
    }

    private Spread heard(byte[] text, Predicate<ObjectNode> awaited, String what) {
        Arrivals arrivals = crowd.everybody();
        crowd.client().tell(() -> {
            crowd.listenToLive((tablet, frame, atNs) -> {
                if (awaited.test(frame)) {
                    arrivals.mark(tablet.number, atNs);
                }
            });
            arrivals.begin(System.nanoTime());
            crowd.lead().show(text);
        });
        rehearsal.expect(arrivals, what);
        return arrivals.spread();
    }

    private static byte[] page(String paper, int page) {
        ObjectNode live = Json.MAPPER.valueToTree(new Live.Page(paper, page, List.of(0.0, 0.0, 1.0, 1.0), Optional.empty(), page));
        return text(live, "page");
    }

    private static byte[] text(ObjectNode live, String kind) {
        live.put("kind", kind);
        return Json.bytes(Json.MAPPER.createObjectNode().put("t", "live").set("live", live));
    }
}
