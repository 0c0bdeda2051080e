package vn.nghisu.journal;

import java.util.List;

/**
 * What one writer wants to append to one stream, all of it or nothing.
 *
 * @param expectedSeq number of the newest entry that the writer knows of; 0 for an empty stream
 * @param entries 1 to 10,000 entries that follow one another from {@code expectedSeq + 1}
 * @param deposits choices of unnamed votes that go into the urn in the same transaction, at most 10,000
 */
public record Batch(String stream, long expectedSeq, List<Entry> entries, List<UrnDeposit> deposits) {

    public static final int ENTRIES_MAX = 10_000;
    public static final int DEPOSITS_MAX = 10_000;

    /** @throws IllegalArgumentException when the entries don't follow one another, or there are none or too many */
    public Batch {
        Forms.stream(stream);
        entries = List.copyOf(entries);
        deposits = List.copyOf(deposits);
        if (entries.isEmpty() || entries.size() > ENTRIES_MAX || deposits.size() > DEPOSITS_MAX) {
            throw new IllegalArgumentException("a batch has 1 to " + ENTRIES_MAX + " entries and at most " + DEPOSITS_MAX
                    + " deposits, not " + entries.size() + " and " + deposits.size());
        }
        Head before = new Head(stream, expectedSeq, entries.get(0).prev());
        for (Entry entry : entries) {
            if (!entry.stream().equals(stream) || entry.seq() != before.seq() + 1 || !entry.prev().equals(before.hash())) {
                throw new IllegalArgumentException("entry " + entry.seq() + " of " + entry.stream() + " does not follow number "
                        + before.seq() + " of " + stream);
            }
            before = entry.head();
        }
    }

    public static Batch of(List<Entry> entries) {
        Entry first = entries.get(0);
        return new Batch(first.stream(), first.seq() - 1, entries, List.of());
    }

    /** The head that the stream must have for this batch to be appended. */
    public Head before() {
        return new Head(stream, expectedSeq, entries.get(0).prev());
    }

    /** The head of the stream once this batch is in it. */
    public Head after() {
        return entries.get(entries.size() - 1).head();
    }
}
