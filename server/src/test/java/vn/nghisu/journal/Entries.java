package vn.nghisu.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Made-up entries for tests; the same seed gives the same ones. */
public final class Entries {

    private static final String[] TYPES = {"vote.BallotCast", "floor.Asked", "agenda.Stepped", "papers.Presented"};
    private static final String[] TEXTS = {"tán thành", "không tán thành", "Nghị quyết số 12/NQ-HĐND", "\"\\\n\t", "🗳", ""};

    private final Random random;

    public Entries(long seed) {
        random = new Random(seed);
    }

    Entry after(Head head) {
        byte[] salt = new byte[Entry.SALT_BYTES];
        random.nextBytes(salt);
        Instant at = Instant.parse("2026-11-24T01:30:00Z").plusMillis(random.nextInt(36_000_000));
        String payload = new Canonical()
                .text("text", TEXTS[random.nextInt(TEXTS.length)] + random.nextInt(1_000))
                .number("weight", random.nextInt(3))
                .close();
        return Chain.next(
                head, at, TYPES[random.nextInt(TYPES.length)], "person-" + random.nextInt(50), uuid(), payload, salt);
    }

    List<Entry> after(Head head, int count) {
        List<Entry> entries = new ArrayList<>();
        Head last = head;
        for (int i = 0; i < count; i++) {
            Entry entry = after(last);
            entries.add(entry);
            last = entry.head();
        }
        return entries;
    }

    List<Entry> of(String stream, int count) {
        return after(Head.empty(stream), count);
    }

    public Batch batchAfter(Head head, int count) {
        return Batch.of(after(head, count));
    }

    public Batch batchOf(String stream, int count) {
        return Batch.of(of(stream, count));
    }

    UrnDeposit deposit(String vote, String choice) {
        return new UrnDeposit(vote, uuid().toString(), choice);
    }

    /** A random (version 4) UUID. */
    UUID uuid() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 1L << 63);
    }
}
