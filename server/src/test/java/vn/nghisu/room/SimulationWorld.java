package vn.nghisu.room;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.WorkerExecutorInternal;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/**
 * Time, threads and their order, all out of one seed: every thread, socket and disk is a queue, and each step takes the first
 * task of a queue drawn by lot. The same seed gives the same course.
 */
final class SimulationWorld {
    private static final Instant BEGINNING = Instant.parse("2026-11-24T01:00:00Z");

    final Random random;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Program> programs = new ArrayList<>();
    private long nowMs;
    private long timersMade;

    SimulationWorld(long seed) {
        random = new Random(seed);
    }

    /** Whatever does one thing after the other: a thread, one direction of a socket, a disk. */
    final class Lane implements Executor {
        private final Deque<Runnable> tasks = new ArrayDeque<>();
        private boolean finished;

        private Lane() {
            lanes.add(this);
        }

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        /** Loses its newest tasks: between none and all of them. */
        void cut() {
            int kept = random.nextInt(tasks.size() + 1);
            while (tasks.size() > kept) {
                tasks.removeLast();
            }
        }

        /** Nothing new comes; what is there is still done. */
        void finish() {
            finished = true;
        }

        private boolean isSpent() {
            return finished && tasks.isEmpty();
        }

        /** Loses all its tasks, and those that would still come are never run. */
        void end() {
            tasks.clear();
            lanes.remove(this);
        }
    }

    private record Timer(long dueMs, long number, long delayMs, boolean again, Handler<Long> handler) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return dueMs != other.dueMs ? Long.compare(dueMs, other.dueMs) : Long.compare(number, other.number);
        }
    }

    /** One running server program: it can be killed, and then nothing of it happens any more. */
    final class Program {
        private final List<Lane> own = new ArrayList<>();
        private final PriorityQueue<Timer> timers = new PriorityQueue<>();
        private final Lane blocking = lane();
        final VertxInternal vertx = proxy(VertxInternal.class, this::vertx);

        Program() {
            programs.add(this);
        }

        private Lane lane() {
            Lane lane = new Lane();
            own.add(lane);
            return lane;
        }

        private boolean waits() {
            return timers.stream().anyMatch(timer -> !timer.again);
        }

        boolean isAlive() {
            return programs.contains(this);
        }

        void kill() {
            programs.remove(this);
            own.forEach(Lane::end);
            timers.clear();
        }

        @SuppressWarnings("unchecked")
        private Object vertx(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "createEventLoopContext" -> {
                    Lane thread = lane();
                    yield proxy(ContextInternal.class, (context, called, given) -> {
                        if (!called.getName().equals("runOnContext")) {
                            throw new UnsupportedOperationException(called.toString());
                        }
                        Handler<Void> task = (Handler<Void>) given[0];
                        thread.execute(() -> task.handle(null));
                        return null;
                    });
                }
                case "setTimer" -> timer((Long) arguments[0], false, (Handler<Long>) arguments[1]);
                case "setPeriodic" -> timer((Long) arguments[0], true, (Handler<Long>) arguments[1]);
                case "cancelTimer" -> timers.removeIf(timer -> timer.number == (Long) arguments[0]);
                case "executeBlocking" -> blocking((Callable<Object>) arguments[0]);
                case "createSharedWorkerExecutor" -> proxy(WorkerExecutorInternal.class, this::vertx);
                default -> throw new UnsupportedOperationException(method.toString());
            };
        }

        private long timer(long delayMs, boolean again, Handler<Long> handler) {
            timers.add(new Timer(nowMs + delayMs, ++timersMade, delayMs, again, handler));
            return timersMade;
        }

        private Future<Object> blocking(Callable<Object> work) {
            Promise<Object> promise = Promise.promise();
            blocking.execute(() -> {
                try {
                    promise.complete(work.call());
                } catch (Exception e) {
                    promise.fail(e);
                }
            });
            return promise.future();
        }
    }

    Lane lane() {
        return new Lane();
    }

    Program program() {
        return new Program();
    }

    /** The server's clock: it jumps, also back, as clocks do that are set. */
    Instant clock() {
        return BEGINNING.plusMillis(nowMs + (random.nextInt(40) == 0 ? random.nextInt(5_000) - 2_500 : 0));
    }

    /** True with a probability in percent. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** One task of one lane, or some time passes. */
    void step() {
        lanes.removeIf(Lane::isSpent);
        List<Lane> busy = lanes.stream().filter(lane -> !lane.tasks.isEmpty()).toList();
        if (busy.isEmpty() || chance(6)) {
            pass(1 + random.nextInt(30));
        } else {
            oneOf(busy).tasks.remove().run();
        }
    }

    void steps(int number) {
        for (int i = 0; i < number; i++) {
            step();
        }
    }

    /** Goes on until nothing is left to do but to wait. */
    void settle() {
        int limit = 200_000;
        while (lanes.stream().anyMatch(lane -> !lane.tasks.isEmpty()) || programs.stream().anyMatch(Program::waits)) {
            step();
            if (--limit == 0) {
                throw new AssertionError("the world does not come to rest");
            }
        }
    }

    private void pass(int ms) {
        nowMs += ms;
        for (Program program : List.copyOf(programs)) {
            while (!program.timers.isEmpty() && program.timers.peek().dueMs <= nowMs) {
                Timer timer = program.timers.remove();
                if (timer.again) {
                    program.timers.add(new Timer(nowMs + timer.delayMs, timer.number, timer.delayMs, true, timer.handler));
                }
                timer.handler.handle(timer.number);
            }
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
