package vn.nghisu.room;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import vn.nghisu.journal.Batch;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Head;
import vn.nghisu.journal.Journal;

/** A journal on a disk that is slow, sometimes fails before or after writing, and outlives the program that wrote to it. */
final class SimulationJournal implements Journal {
    private final SimulationWorld world;
    private final Journal disk;
    private final SimulationWorld.Lane queue;
    private final SimulationWorld.Program program;
    private boolean failing = true;

    SimulationJournal(SimulationWorld world, Journal disk, SimulationWorld.Program program) {
        this.world = world;
        this.disk = disk;
        this.queue = world.lane();
        this.program = program;
    }

    /** From now on the disk does what it is told. */
    void heal() {
        failing = false;
    }

    void mayFail() {
        failing = true;
    }

    /** What the dead program had given is written up to some point. */
    void powerOff() {
        queue.cut();
    }

    @Override
    public CompletionStage<Void> append(Batch batch) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        queue.execute(() -> {
            int luck = failing ? world.random.nextInt(100) : 100;
            if (luck < 2) {
                tell(() -> done.completeExceptionally(broken()));
                return;
            }
            try {
                disk.append(batch).toCompletableFuture().join();
                tell(() -> {
                    if (luck < 4) {
                        done.completeExceptionally(broken());
                    } else {
                        done.complete(null);
                    }
                });
            } catch (CompletionException e) {
                tell(() -> done.completeExceptionally(e.getCause()));
            }
        });
        return done;
    }

    private void tell(Runnable end) {
        if (program.isAlive()) {
            end.run();
        }
    }

    private static RuntimeException broken() {
        return new IllegalStateException("simulated failure of the disk");
    }

    @Override
    public Map<String, Head> heads(String prefix) {
        return disk.heads(prefix);
    }

    @Override
    public Set<String> streams() {
        return disk.streams();
    }

    @Override
    public Head head(String stream) {
        return disk.head(stream);
    }

    @Override
    public List<Entry> read(String stream, long afterSeq, int limit) {
        return disk.read(stream, afterSeq, limit);
    }

    @Override
    public List<String> urn(String voteId) {
        return disk.urn(voteId);
    }

    @Override
    public CompletionStage<Void> probe() {
        return disk.probe();
    }

    @Override
    public Counters counters() {
        return disk.counters();
    }

    @Override
    public void close() {}
}
