package vn.nghisu.room;

import io.vertx.core.Vertx;
import java.util.function.Consumer;
import vn.nghisu.meeting.Command;

/** Does beside a room's thread what takes long, so that its answers are remembered when the room asks for good. Belongs to the room's thread. */
final class Foresight {
    private final Vertx vertx;
    private int underWay;

    Foresight(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Commands that are being looked at. */
    int underWay() {
        return underWay;
    }

    /**
     * @param work done only for a command that takes long
     * @param then runs at once, or else in a turn of the room, whatever became of the work: what goes wrong there shows itself when it is decided
     */
    void before(Command command, Runnable work, Consumer<Runnable> turn, Runnable then) {
        if (!command.takesLong()) {
            then.run();
            return;
        }
        underWay++;
        vertx.executeBlocking(() -> {
            work.run();
            return true;
        }, false).onComplete(done -> turn.accept(() -> {
            underWay--;
            then.run();
        }));
    }
}
