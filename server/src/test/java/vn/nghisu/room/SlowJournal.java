package vn.nghisu.room;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import vn.nghisu.journal.Batch;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Head;
import vn.nghisu.journal.Journal;
import vn.nghisu.journal.MemoryJournal;

/** A journal in memory whose disk can be held up or broken. */
final class SlowJournal implements Journal {
    private final MemoryJournal memory = new MemoryJournal();
    private CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> held = new CompletableFuture<>();
    private boolean failing;
    private boolean silent;
    private int appends;

    synchronized void hold() {
        gate = new CompletableFuture<>();
        held = new CompletableFuture<>();
    }

    void awaitHeld() throws Exception {
        held.get(10, TimeUnit.SECONDS);
    }

    synchronized void release() {
        gate.complete(null);
    }

    synchronized void failNext() {
        failing = true;
    }

    /** The next batch becomes durable, but nobody is told. */
    synchronized void loseNextAnswer() {
        silent = true;
    }

    synchronized int appends() {
        return appends;
    }

    @Override
    public synchronized CompletionStage<Void> append(Batch batch) {
        if (failing) {
            failing = false;
            return CompletableFuture.failedFuture(new IllegalStateException("disk"));
        }
        appends++;
        held.complete(null);
        CompletionStage<Void> appended = gate.thenCompose(open -> memory.append(batch));
        if (silent) {
            silent = false;
            return appended.thenCompose(durable -> CompletableFuture.failedFuture(new IllegalStateException("no answer")));
        }
        return appended;
    }

    @Override
    public Map<String, Head> heads(String prefix) {
        return memory.heads(prefix);
    }

    @Override
    public Set<String> streams() {
        return memory.streams();
    }

    @Override
    public Head head(String stream) {
        return memory.head(stream);
    }

    @Override
    public List<Entry> read(String stream, long afterSeq, int limit) {
        return memory.read(stream, afterSeq, limit);
    }

    @Override
    public List<String> urn(String voteId) {
        return memory.urn(voteId);
    }

    @Override
    public CompletionStage<Void> probe() {
        return memory.probe();
    }

    @Override
    public Counters counters() {
        return memory.counters();
    }

    @Override
    public void close() {
        memory.close();
    }
}
