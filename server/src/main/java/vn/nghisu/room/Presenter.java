package vn.nghisu.room;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.stage.Stage;

/**
 * Where the presenter is: the newest state only, passed on at most 20 times a second with the last one guaranteed. Who reads elsewhere
 * is told of turned pages, for the way back, and not of the pointer (reading.md 3.7).
 */
final class Presenter {
    private static final long INTERVAL_MS = 50;

    private final Vertx vertx;
    private final Supplier<Instant> clock;
    private final Relay relay;
    private Optional<Stage.Presentation> presentation = Optional.empty();
    private Optional<Live.Page> newest = Optional.empty();
    private Optional<Live.Page> told = Optional.empty();
    private final Blackboard board = new Blackboard();
    private boolean changed;
    private boolean resting;
    private long n;

    /** Passes something on to those who may see one of these papers; to all of them, or to those who go along. */
    interface Relay {
        void pass(Live live, Set<String> papers, boolean toAll);
    }

    Presenter(Vertx vertx, Supplier<Instant> clock, Relay relay) {
        this.vertx = vertx;
        this.clock = clock;
        this.relay = relay;
    }

    /** For those who come or come back, as far as they may see it. */
    Optional<Live> newest(Rights rights, Meeting meeting) {
        return newest.filter(page -> isFor(rights, meeting)).map(page -> page);
    }

    /** Another paper or presenter begins at nothing shown. */
    void follow(Optional<Stage.Presentation> now) {
        if (!now.equals(presentation)) {
            Set<String> papers = new HashSet<>(papers());
            presentation = now;
            newest = Optional.empty();
            told = Optional.empty();
            papers.addAll(papers());
            wipe(papers);
        }
    }

    /** Told also when nothing was there: what the presenter sees is not always what everybody has. */
    void wipe() {
        wipe(papers());
    }

    private void wipe(Set<String> papers) {
        board.clear();
        relay.pass(new Live.Wiped(false), papers, true);
    }

    /** What is presented, if anything. */
    Set<String> papers() {
        return presentation.map(Stage.Presentation::paper).map(Set::of).orElse(Set.of());
    }

    /** Whether somebody may see it. */
    boolean isFor(Rights rights, Meeting meeting) {
        return maySeeOne(rights, meeting, papers());
    }

    static boolean maySeeOne(Rights rights, Meeting meeting, Set<String> papers) {
        return papers.stream().anyMatch(id -> meeting.papers().find(id).filter(paper -> rights.maySee(meeting, paper)).isPresent());
    }

    /** Told at once: a line that comes in jerks can't be followed. */
    void draw(Live.Stroke piece) {
        board.take(piece).ifPresent(stroke -> relay.pass(stroke, Set.of(stroke.paper()), true));
    }

    /** What is on the board, for those who come late. */
    Stream<Live.Stroke> board() {
        return board.strokes();
    }

    /** Must be called on the room's thread. The number is the server's own, so that it grows over restarts and tabs. */
    void show(Live.Page page) {
        n = Math.max(n + 1, clock.get().toEpochMilli());
        newest = Optional.of(new Live.Page(page.paper(), page.page(), page.rect(), page.pointer(), n));
        changed = true;
        if (!resting) {
            pass();
        }
    }

    private void pass() {
        changed = false;
        resting = true;
        vertx.setTimer(INTERVAL_MS, timer -> {
            resting = false;
            if (changed) {
                pass();
            }
        });
        newest.ifPresent(page -> {
            boolean turned = told.filter(before -> before.page() == page.page()).isEmpty();
            told = newest;
            relay.pass(page, Set.of(page.paper()), turned);
        });
    }
}
