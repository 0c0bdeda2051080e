package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** All simulated tablets of one meeting. The first one leads. Methods without a word on threads may be called from outside the loop only. */
final class Crowd implements AutoCloseable {
    /** Tablets that may be entering at the same time when nobody measures: each is sent the whole view. */
    static final int ENTERING_AT_ONCE = 32;

    private static final long PING_ROUND_MS = 10_000;
    private static final int PING_PARTS = 20;
    private static final long QUIET_MS = 120;
    private static final int TABLETS_A_MS = 15;
    private static final long POLL_NS = 2_000_000;

    private final ClientLoop client;
    private final URI url;
    private final String meeting;
    private final Faults faults;
    private final List<Tablet> tablets = new ArrayList<>();
    private final Map<String, Mirror> mirrors = new HashMap<>();
    private Optional<Arrivals> patched = Optional.empty();
    private Optional<Arrivals> entered = Optional.empty();
    private Optional<Arrivals> answered = Optional.empty();
    private Optional<LiveHeard> live = Optional.empty();
    private long patchedAtNs = System.nanoTime();
    private int pinged;
    private int nextToEnter = Integer.MAX_VALUE;
    long beats;

    /** Who hears the volatile lane. */
    interface LiveHeard {
        void heard(Tablet tablet, ObjectNode frame, long atNs);
    }

    Crowd(ClientLoop client, Venue venue, Faults faults) {
        this.client = client;
        this.url = venue.url();
        this.meeting = venue.meeting();
        this.faults = faults;
        tablets.add(new Tablet(this, 0, venue.lead()));
        venue.members().forEach(pass -> tablets.add(new Tablet(this, tablets.size(), pass)));
        client.loop().scheduleAtFixedRate(this::ping, PING_ROUND_MS, PING_ROUND_MS / PING_PARTS, TimeUnit.MILLISECONDS);
    }

    int size() {
        return tablets.size();
    }

    List<Tablet> tablets() {
        return tablets;
    }

    Tablet lead() {
        return tablets.get(0);
    }

    ClientLoop client() {
        return client;
    }

    URI url() {
        return url;
    }

    String meeting() {
        return meeting;
    }

    Faults faults() {
        return faults;
    }

    /** By epoch. On the loop. */
    Map<String, Mirror> mirrors() {
        return mirrors;
    }

    /** On the loop. */
    Mirror mirror(String epoch, long rev, ObjectNode view) {
        return mirrors.computeIfAbsent(epoch, key -> new Mirror(epoch, rev, view, faults));
    }

    /** All who are not there yet enter, a few at a time. @return when each was current */
    Arrivals enter(long timeoutMs) {
        Arrivals arrivals = everybody();
        client.tell(() -> {
            entered = Optional.of(arrivals);
            arrivals.begin(System.nanoTime());
            nextToEnter = 0;
            for (int i = 0; i < ENTERING_AT_ONCE; i++) {
                enterNext();
            }
        });
        if (!arrivals.await(timeoutMs)) {
            faults.add(Faults.Kind.LOST, arrivals.missing() + " of " + tablets.size() + " tablets could not enter");
        }
        client.tell(() -> nextToEnter = Integer.MAX_VALUE);
        return arrivals;
    }

    /** For a moment that everybody is to hear of. */
    Arrivals everybody() {
        return new Arrivals(tablets.size(), tablets.size());
    }

    private void enterNext() {
        while (nextToEnter < tablets.size()) {
            Tablet tablet = tablets.get(nextToEnter++);
            if (!tablet.isCurrent()) {
                tablet.connect();
                return;
            }
            entered.ifPresent(arrivals -> arrivals.mark(tablet.number, System.nanoTime()));
        }
    }

    /** On the loop: who hears the next patches. */
    void listenToPatches(Arrivals arrivals) {
        patched = Optional.of(arrivals);
    }

    /** On the loop: who hears the next answers to commands. */
    void listenToAnswers(Arrivals arrivals) {
        answered = Optional.of(arrivals);
    }

    /** On the loop: who hears the volatile lane. */
    void listenToLive(LiveHeard heard) {
        live = Optional.of(heard);
    }

    /** Cuts the lines of some tablets, all at once. */
    void drop(List<Tablet> some) {
        client.tell(() -> {
            mirrors.values().forEach(Mirror::remember);
            some.forEach(tablet -> tablet.leave(true));
        });
    }

    /** The server is about to end: that its lines are closed is no fault. */
    void expectTheEnd() {
        client.tell(() -> tablets.forEach(tablet -> tablet.leave(false)));
    }

    /** Some tablets connect again, all at once and without jitter, which is worse than what real clients do. @return when each is current */
    Arrivals reconnect(List<Tablet> some) {
        Arrivals arrivals = new Arrivals(tablets.size(), some.size());
        client.tell(() -> {
            entered = Optional.of(arrivals);
            arrivals.begin(System.nanoTime());
            some.forEach(Tablet::connect);
        });
        return arrivals;
    }

    void patched(Tablet tablet, long atNs) {
        patchedAtNs = atNs;
        patched.ifPresent(arrivals -> arrivals.mark(tablet.number, atNs));
    }

    void entered(Tablet tablet, long atNs) {
        entered.ifPresent(arrivals -> arrivals.mark(tablet.number, atNs));
        enterNext();
    }

    void answered(Tablet tablet, long atNs) {
        answered.ifPresent(arrivals -> arrivals.mark(tablet.number, atNs));
    }

    void live(Tablet tablet, ObjectNode frame, long atNs) {
        live.ifPresent(heard -> heard.heard(tablet, frame, atNs));
    }

    /** A line was closed from outside. */
    void lost(Tablet tablet, int code, String reason) {
        faults.add(Faults.Kind.CLOSED, "tablet " + tablet.number + ": " + code + " " + reason);
        enterNext();
    }

    private void ping() {
        int part = pinged++ % PING_PARTS;
        for (int i = part; i < tablets.size(); i += PING_PARTS) {
            tablets.get(i).ping();
        }
    }

    /** Waits until every tablet is where its mirror is and nothing has come for a while; whoever is behind then has lost something. */
    void settle(long timeoutMs) {
        long quietNs = TimeUnit.MILLISECONDS.toNanos(Math.max(QUIET_MS, size() / TABLETS_A_MS)); // longer than any patch is held back by the room
        long sinceNs = System.nanoTime();
        if (!await(timeoutMs, () -> client.ask(() -> System.nanoTime() - Math.max(sinceNs, patchedAtNs) > quietNs && tablets.stream().allMatch(this::isUpToDate)))) {
            client.tell(() -> tablets.stream().filter(tablet -> !isUpToDate(tablet)).forEach(tablet -> faults.add(Faults.Kind.LOST,
                    "tablet " + tablet.number + " stands at " + tablet.rev() + (tablet.mirror() == null ? "" : " of " + tablet.mirror().rev()))));
        }
    }

    private boolean isUpToDate(Tablet tablet) {
        return tablet.isCurrent() && tablet.rev() == tablet.mirror().rev();
    }

    static boolean await(long timeoutMs, BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(POLL_NS);
        }
        return true;
    }

    @Override
    public void close() {
        client.tell(() -> tablets.forEach(tablet -> tablet.leave(true)));
    }
}
