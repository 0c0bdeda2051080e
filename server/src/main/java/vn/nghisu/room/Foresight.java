package vn.nghisu.room;

import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;

/** Does beside a room's thread what takes long, so that its answers are remembered when the room asks for good. Belongs to the room's thread. */
final class Foresight {
    /** Of one person, so that who sends what does not hold again and again keeps others from nothing. */
    private static final int EACH = 4;

    private final Vertx vertx;
    private final Map<String, Integer> each = new HashMap<>();
    private int underWay;

    Foresight(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Commands that are being looked at. */
    int underWay() {
        return underWay;
    }

    /** Whether a command of somebody has to be given again a little later. */
    boolean isFull(Caller caller, Command command) {
        return command.takesLong() && each.getOrDefault(caller.person(), 0) >= EACH;
    }

    /**
     * @param work done only for a command that takes long
     * @param then runs at once, or else in a turn of the room, whatever became of the work: what goes wrong there shows itself when it is decided
     */
    void before(Caller caller, Command command, Runnable work, Consumer<Runnable> turn, Runnable then) {
        if (!command.takesLong()) {
            then.run();
            return;
        }
        underWay++;
        each.merge(caller.person(), 1, Integer::sum);
        vertx.executeBlocking(() -> {
            work.run();
            return true;
        }, false).onComplete(done -> turn.accept(() -> {
            underWay--;
            each.merge(caller.person(), -1, (now, less) -> now + less == 0 ? null : now + less);
            then.run();
        }));
    }
}
