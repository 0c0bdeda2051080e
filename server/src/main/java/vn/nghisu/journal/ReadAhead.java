package vn.nghisu.journal;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The entries of a whole stream, with the next pages asked for while the one before is looked at: reading takes longer than checking. Where the
 * stream has a gap or an entry that can't be read, and at its end, pages come one after the other again.
 */
final class ReadAhead implements Iterator<Entry> {
    private static final int PAGES = 3;

    private final Journal journal;
    private final String stream;
    private final Deque<CompletableFuture<List<Entry>>> asked = new ArrayDeque<>();
    private long askedAfter;
    private long seen;
    private boolean regular = true;
    private Iterator<Entry> page = Collections.emptyIterator();

    ReadAhead(Journal journal, String stream) {
        this.journal = journal;
        this.stream = stream;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext()) {
            page = regular ? ahead() : journal.all(stream, seen).iterator();
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

    private Iterator<Entry> ahead() {
        while (asked.size() < PAGES) {
            long after = askedAfter;
            asked.add(CompletableFuture.supplyAsync(() -> journal.read(stream, after, Journal.READ_MAX)));
            askedAfter += Journal.READ_MAX;
        }
        long expected = askedAfter - (long) (PAGES - 1) * Journal.READ_MAX;
        List<Entry> entries = taken(asked.remove());
        regular = entries.size() == Journal.READ_MAX && entries.get(entries.size() - 1).seq() == expected;
        if (!regular) {
            asked.forEach(later -> later.exceptionally(failure -> List.of()).join()); // nothing reads on when the journal is closed
            asked.clear();
        }
        return entries.iterator();
    }

    private static List<Entry> taken(CompletableFuture<List<Entry>> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
