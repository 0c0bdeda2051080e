package vn.nghisu.journal;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Appends numbered entries to streams and reads them back. It knows nothing of what the entries mean.
 *
 * <p>Reading blocks; a journal that has failed or is closed throws {@link JournalFailure} from its reading methods too.
 * All methods may be called from any thread.
 */
public interface Journal extends AutoCloseable {

    int READ_MAX = 1_000;
    int HEADS_MAX = 100_000;

    /** The heads of all streams whose names begin so, in the order of names; streams without entries are not there. */
    Map<String, Head> heads(String prefix);

    /** The names of all streams, in order; unlike {@link #heads} taken from the entries too, so that a check misses none. */
    Set<String> streams();

    /** The head of one stream, {@link Head#empty} when it has no entries. */
    Head head(String stream);

    /**
     * Entries in order, beginning after a number. An empty list is the end of the stream, a short one need not be.
     *
     * @param limit how many at most, 1 to {@link #READ_MAX}
     * @throws UnreadableEntry when what is stored no longer has the form of an entry
     */
    List<Entry> read(String stream, long afterSeq, int limit);

    /** All entries after a number, read in pages as the iteration goes on. */
    default Iterable<Entry> all(String stream, long afterSeq) {
        return () -> new Iterator<>() {
            private long seen = afterSeq;
            private Iterator<Entry> page = List.<Entry>of().iterator();
            private boolean end;

            @Override
            public boolean hasNext() {
                if (!page.hasNext() && !end) {
                    page = read(stream, seen, READ_MAX).iterator();
                    end = !page.hasNext();
                }
                return page.hasNext();
            }

            @Override
            public Entry next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Entry entry = page.next();
                seen = entry.seq();
                return entry;
            }
        };
    }

    /**
     * Appends a batch; batches given by one thread are taken in that order, so a writer may give the next one before the
     * first is done. Completes only when the batch is durable; never throws. Fails with {@link WrongExpectedSeq} when
     * another writer was first, {@link DepositRepeated} when the urn already has one of its slots, {@link JournalFull} when
     * too much is waiting, {@link JournalBroken} when the disk failed, {@link JournalClosed}. In all but the last two
     * nothing of the batch has been or will be written; after those, reopen and read to learn it.
     *
     * <p>The stage completes on the journal's own thread: go to your own thread at once and don't block it.
     */
    CompletionStage<Void> append(Batch batch);

    /** The choices in the urn of an unnamed vote, sorted by their text, so that no order of casting shows. */
    List<String> urn(String voteId);

    /** Health: completes when a real write has become durable, fails as {@link #append} does. */
    CompletionStage<Void> probe();

    Counters counters();

    /** Takes nothing more, finishes what is waiting. Closing again does nothing. */
    @Override
    void close();

    /**
     * Since the journal was opened.
     *
     * @param commits transactions committed
     * @param syncs times the disk was told to sync; not more than commits when they are grouped
     * @param entries entries made durable
     */
    record Counters(long commits, long syncs, long entries) {}
}
