package vn.nghisu.room;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.nghisu.meeting.stage.Stage;

/** Where the presenter is: the newest state only, passed on at most 20 times a second with the last one guaranteed. */
final class Presenter {
    private static final long INTERVAL_MS = 50;

    private final Vertx vertx;
    private final Supplier<Instant> clock;
    private final Consumer<Live> relay;
    private Optional<Stage.Presentation> presentation = Optional.empty();
    private Optional<Live.Page> newest = Optional.empty();
    private final Blackboard board = new Blackboard();
    private boolean changed;
    private boolean resting;
    private long n;

    Presenter(Vertx vertx, Supplier<Instant> clock, Consumer<Live> relay) {
        this.vertx = vertx;
        this.clock = clock;
        this.relay = relay;
    }

    Optional<Live> newest() {
        return newest.map(page -> page);
    }

    /** Another paper or presenter begins at nothing shown. */
    void follow(Optional<Stage.Presentation> now) {
        if (!now.equals(presentation)) {
            presentation = now;
            newest = Optional.empty();
            wipe();
        }
    }

    /** Told also when nothing was there: what the presenter sees is not always what everybody has. */
    void wipe() {
        board.clear();
        relay.accept(new Live.Wiped(false));
    }

    /** Told at once: a line that comes in jerks can't be followed. */
    void draw(Live.Stroke piece) {
        board.take(piece).ifPresent(relay);
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
        newest.ifPresent(relay);
    }
}
