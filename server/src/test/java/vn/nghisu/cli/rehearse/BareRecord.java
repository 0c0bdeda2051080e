package vn.nghisu.cli.rehearse;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.nghisu.journal.Batch;
import vn.nghisu.journal.Chain;
import vn.nghisu.journal.Database;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.H2Journal;
import vn.nghisu.journal.Head;
import vn.nghisu.journal.Journal;

/**
 * The database's group commit and nothing else: each text becomes one row of one stream, all that are waiting go to the disk
 * together while the next ones collect, and whoever gave a text is told when its row is durable.
 */
final class BareRecord {
    private final Journal journal;
    private List<Given> waiting = new ArrayList<>();
    private Head head = Head.empty("bare/1");
    private boolean writing;

    private record Given(String text, Runnable durable) {}

    BareRecord(Path folder) {
        journal = new H2Journal(Database.file(folder));
    }

    /** From any thread; {@code durable} runs on the journal's. */
    synchronized void put(String text, Runnable durable) {
        waiting.add(new Given(text, durable));
        if (!writing) {
            write();
        }
    }

    private void write() {
        List<Given> taken = waiting;
        waiting = new ArrayList<>();
        writing = true;
        List<Entry> entries = new ArrayList<>();
        for (Given given : taken) {
            Entry entry = Chain.next(head, Instant.ofEpochMilli(System.currentTimeMillis()), "Bare", "p", UUID.randomUUID(),
                    given.text, new byte[Entry.SALT_BYTES]);
            entries.add(entry);
            head = entry.head();
        }
        journal.append(Batch.of(entries)).whenComplete((nothing, failure) -> {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            next();
            taken.forEach(given -> given.durable.run());
        });
    }

    private synchronized void next() {
        writing = false;
        if (!waiting.isEmpty()) {
            write();
        }
    }
}
