package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import vn.nghisu.room.Json;
import vn.nghisu.room.Live;

/** The presenter's pointer moves without a rest, as often as a real client tells of it, whatever else the room does meanwhile. */
final class Pointing {
    /** {@code PRESENT_EVERY_MS} of client-kit. */
    private static final long EVERY_MS = 55;
    private static final int STATES = 10_000;

    private final Rehearsal rehearsal;
    private final Crowd crowd;
    private final String paper;
    private final long[] sentNs = new long[STATES];
    private final long[] lastHeardNs = new long[STATES];
    private final int[] hearers = new int[STATES];
    private final int[] heard;
    private int n;
    private long beganNs;
    private ScheduledFuture<?> hand;

    Pointing(Rehearsal rehearsal, String paper) {
        this.rehearsal = rehearsal;
        this.crowd = rehearsal.crowd();
        this.paper = paper;
        this.heard = new int[crowd.size()];
    }

    /**
     * What came of it.
     *
     * @param states that each tablet has got; others were overtaken by newer ones
     * @param p95Ms from sending a state to the last tablet's receipt of it
     * @param mostPerSecond messages to the tablet that got most
     */
    record Told(int sent, int states, double p50Ms, double p95Ms, double lastMs, double mostPerSecond) {}

    void begin() {
        crowd.client().tell(() -> {
            beganNs = System.nanoTime();
            crowd.listenToLive(this::hear);
            hand = crowd.client().loop().scheduleAtFixedRate(this::move, 0, EVERY_MS, TimeUnit.MILLISECONDS);
        });
    }

    private void move() {
        if (n < STATES) {
            sentNs[n] = System.nanoTime();
            crowd.lead().show(state(n++));
        }
    }

    private void hear(Tablet tablet, ObjectNode frame, long atNs) {
        if (frame.at("/live/kind").asText().equals("page") && frame.at("/live/pointer").size() == 2) {
            int state = (int) Math.round(frame.at("/live/pointer/0").asDouble() * STATES);
            heard[tablet.number]++;
            hearers[state]++;
            lastHeardNs[state] = Math.max(lastHeardNs[state], atNs);
        }
    }

    /** Lets the pointer rest; the last state must reach everybody. */
    Told end() {
        int last = crowd.client().ask(() -> {
            hand.cancel(false);
            return n - 1;
        });
        double seconds = (System.nanoTime() - beganNs) / 1e9;
        if (!Crowd.await(Rehearsal.TIMEOUT_MS, () -> crowd.client().ask(() -> hearers[last] == crowd.size()))) {
            rehearsal.faults().add(Faults.Kind.LOST, "the pointer's last state reached " + hearers[last] + " of " + crowd.size() + " tablets");
        }
        return crowd.client().ask(() -> {
            double[] times = IntStream.rangeClosed(0, last).filter(state -> hearers[state] == crowd.size())
                    .mapToDouble(state -> (lastHeardNs[state] - sentNs[state]) / 1e6).sorted().toArray();
            return new Told(last + 1, times.length, rank(times, 50), rank(times, 95), rank(times, 100), Arrays.stream(heard).max().orElse(0) / seconds);
        });
    }

    private static double rank(double[] sorted, int percent) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    private byte[] state(int number) {
        ObjectNode live = Json.MAPPER.valueToTree(new Live.Page(paper, 1, List.of(0.0, 0.0, 1.0, 1.0), Optional.of(List.of(number / (double) STATES, 0.5)), 1));
        live.put("kind", "page");
        return Json.bytes(Json.MAPPER.createObjectNode().put("t", "live").set("live", live));
    }
}
