package vn.nghisu.room;

import io.vertx.core.WorkerExecutor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.franchise.Practice;

/**
 * Does beside a room's thread what takes long, so that its answers are remembered when the room asks for good, and keeps a command that comes in
 * turn behind what the room was given before it. Belongs to the room's thread.
 */
final class Foresight {
    /** Of one person at the same time, so that who sends what does not hold again and again keeps others from nothing; further ones wait for these. */
    private static final int EACH = 4;
    /** Of one person, those that wait included; what comes then has to be given again. The own ballot and those of ten members, with one to spare: a closing waits for all. */
    private static final int EACH_MAX = Practice.DELEGATIONS_MAX + 2;

    private final WorkerExecutor workers;
    private final Map<String, Integer> each = new HashMap<>();
    private final Set<Pending> underWay = new HashSet<>();
    private final List<Pending> waiting = new ArrayList<>();

    /** @param workers few enough that a processor is left to all else, whoever sends what */
    Foresight(WorkerExecutor workers) {
        this.workers = workers;
    }

    /** A command that was given and is not decided. */
    private final class Pending {
        private final String person;
        private final Set<Pending> earlier;
        private final Consumer<Runnable> start;
        private final Runnable then;

        /** @param earlier those it waits for @param start is handed what to run at its end */
        Pending(String person, Set<Pending> earlier, Consumer<Runnable> start, Runnable then) {
            this.person = person;
            this.earlier = earlier;
            this.start = start;
            this.then = then;
        }

        void start() {
            start.accept(this::end);
        }

        /** Those that waited for it alone go on, in the order in which they came. */
        private void end() {
            underWay.remove(this);
            each.merge(person, -1, (now, less) -> now + less == 0 ? null : now + less);
            then.run();
            for (Pending other : List.copyOf(waiting)) {
                if (other.earlier.remove(this) && other.earlier.isEmpty()) {
                    waiting.remove(other);
                    other.start();
                }
            }
        }
    }

    /** Commands that are being looked at or wait for these. */
    int underWay() {
        return underWay.size();
    }

    /** Whether a command of somebody has to be given again a little later. */
    boolean isFull(Meeting known, Caller caller, Command command) {
        return (command.takesLong(known) || command.comesInTurn()) && each.getOrDefault(caller.person(), 0) >= EACH_MAX;
    }

    /**
     * @param known the meeting as the command comes to it
     * @param work made when it begins and done beside, only for a command that takes long
     * @param then runs at once, or else in a turn of the room, whatever became of the work: what goes wrong there shows itself when it is decided
     */
    void before(Meeting known, Caller caller, Command command, Supplier<Runnable> work, Consumer<Runnable> turn, Runnable then) {
        Set<Pending> earlier = earlier(known, caller, command);
        boolean waits = !earlier.isEmpty();
        if (!waits && !command.takesLong(known)) {
            then.run();
            return;
        }
        Pending pending = new Pending(caller.person(), earlier,
                command.takesLong(known) ? end -> beside(work.get(), turn, end) : Runnable::run, then);
        underWay.add(pending);
        each.merge(caller.person(), 1, Integer::sum);
        if (waits) {
            waiting.add(pending);
        } else {
            pending.start();
        }
    }

    /** What a command waits for: all that was given before it, or what its giver has at work already. */
    private Set<Pending> earlier(Meeting known, Caller caller, Command command) {
        if (command.comesInTurn()) {
            return new HashSet<>(underWay);
        }
        return command.takesLong(known) && each.getOrDefault(caller.person(), 0) >= EACH
                ? underWay.stream().filter(pending -> pending.person.equals(caller.person())).collect(Collectors.toCollection(HashSet::new))
                : Set.of();
    }

    private void beside(Runnable work, Consumer<Runnable> turn, Runnable end) {
        workers.executeBlocking(() -> {
            work.run();
            return true;
        }, false).onComplete(done -> turn.accept(end));
    }
}
