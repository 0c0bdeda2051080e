package vn.nghisu.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A journal that keeps nothing: for tests and rehearsals. Appends complete before {@link #append} returns. */
public final class MemoryJournal implements Journal {

    private final NavigableMap<String, List<Entry>> streams = new TreeMap<>();
    private final Map<String, Map<String, String>> urns = new HashMap<>();
    private Counters counters = new Counters(0, 0, 0);
    private boolean closed;

    @Override
    public synchronized Map<String, Head> heads(String prefix) {
        refuseWhenClosed();
        Map<String, Head> heads = new TreeMap<>();
        for (String stream : streams.tailMap(prefix, true).keySet()) {
            if (!stream.startsWith(prefix)) {
                break;
            }
            heads.put(stream, headNow(stream));
        }
        return heads;
    }

    @Override
    public synchronized Set<String> streams() {
        refuseWhenClosed();
        return new TreeSet<>(streams.keySet());
    }

    @Override
    public synchronized Head head(String stream) {
        refuseWhenClosed();
        return headNow(stream);
    }

    @Override
    public synchronized List<Entry> read(String stream, long afterSeq, int limit) {
        refuseWhenClosed();
        if (limit < 1 || limit > READ_MAX) {
            throw new IllegalArgumentException("limit is 1 to " + READ_MAX);
        }
        List<Entry> entries = streams.getOrDefault(stream, List.of());
        int from = (int) Math.min(Math.max(afterSeq, 0), entries.size());
        return List.copyOf(entries.subList(from, Math.min(entries.size(), from + limit)));
    }

    @Override
    public CompletionStage<Void> append(Batch batch) {
        try {
            put(batch);
            return CompletableFuture.completedFuture(null);
        } catch (JournalFailure failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private synchronized void put(Batch batch) {
        refuseWhenClosed();
        Head head = headNow(batch.stream());
        if (!head.equals(batch.before())) {
            throw new WrongExpectedSeq(batch, head);
        }
        Map<String, Map<String, String>> added = new HashMap<>();
        for (UrnDeposit deposit : batch.deposits()) {
            boolean there = urns.getOrDefault(deposit.voteKey(), Map.of()).containsKey(deposit.slot());
            Map<String, String> urn = added.computeIfAbsent(deposit.voteKey(), k -> new HashMap<>());
            if (there || urn.put(deposit.slot(), deposit.choice()) != null) {
                throw new DepositRepeated(batch.stream());
            }
        }
        added.forEach((vote, urn) -> urns.computeIfAbsent(vote, k -> new HashMap<>()).putAll(urn));
        streams.computeIfAbsent(batch.stream(), k -> new ArrayList<>()).addAll(batch.entries());
        counters = new Counters(
                counters.commits() + 1, counters.syncs() + 1, counters.entries() + batch.entries().size());
    }

    @Override
    public synchronized List<String> urn(String voteId) {
        refuseWhenClosed();
        return urns.getOrDefault(voteId, Map.of()).values().stream().sorted().toList();
    }

    @Override
    public synchronized CompletionStage<Void> probe() {
        if (closed) {
            return CompletableFuture.failedFuture(new JournalClosed());
        }
        counters = new Counters(counters.commits() + 1, counters.syncs() + 1, counters.entries());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized Counters counters() {
        return counters;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private Head headNow(String stream) {
        List<Entry> entries = streams.getOrDefault(stream, List.of());
        return entries.isEmpty() ? Head.empty(stream) : entries.get(entries.size() - 1).head();
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new JournalClosed();
        }
    }
}
