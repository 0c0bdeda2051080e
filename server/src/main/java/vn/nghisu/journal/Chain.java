package vn.nghisu.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;

/**
 * The hash chain of a stream; pure.
 *
 * <pre>
 * payloadHash = SHA-256( salt ‖ UTF-8(payload) )
 * header      = canonical JSON (RFC 8785) of {actor, at, command, payloadHash, prev, seq, stream, type, v: 1}
 * hash        = SHA-256( 0x00 ‖ UTF-8(header) )
 * </pre>
 *
 * The zero byte keeps a leaf apart from the inner nodes of a Merkle tree over the same hashes (RFC 6962 §2.1).
 */
public final class Chain {

    private static final byte[] LEAF = {0};

    private Chain() {}

    /**
     * The entry that follows a head. Finer parts of {@code at} than a millisecond are dropped.
     *
     * @throws IllegalArgumentException when a part has not the form that {@link Entry} gives
     */
    public static Entry next(
            Head head, Instant at, String type, String actor, UUID commandId, String payload, byte[] salt) {
        Instant atMs = at.truncatedTo(ChronoUnit.MILLIS);
        // the forms are checked before anything is hashed: a text that is not Unicode has no hash of its own
        Forms.text("payload", payload, Entry.PAYLOAD_MAX_CHARS);
        Forms.name("type", type);
        Forms.label("actor", actor);
        long seq = head.seq() + 1;
        Hash payloadHash = payloadHash(salt, payload);
        Hash hash = hash(head.stream(), seq, atMs, type, actor, commandId, payloadHash, head.hash());
        return new Entry(
                head.stream(), seq, atMs, type, actor, commandId, payload, salt, payloadHash, head.hash(), hash);
    }

    /** Checks a whole stream from its first entry; entries of a stream in order. Empty when all is well. */
    public static Optional<ChainFault> verify(Iterable<Entry> entries) {
        Iterator<Entry> each = entries.iterator();
        if (!each.hasNext()) {
            return Optional.empty();
        }
        Entry first = each.next();
        Head head = Head.empty(first.stream());
        Optional<ChainFault> fault = check(head, first);
        head = first.head();
        while (fault.isEmpty() && each.hasNext()) {
            Entry entry = each.next();
            fault = check(head, entry);
            head = entry.head();
        }
        return fault;
    }

    /** Checks one entry against the head before it. */
    public static Optional<ChainFault> check(Head before, Entry entry) {
        if (!entry.stream().equals(before.stream())) {
            return fault(entry, ChainFault.Reason.STREAM, "belongs to another stream than " + before.stream());
        }
        if (entry.seq() != before.seq() + 1) {
            return fault(entry, ChainFault.Reason.GAP, "follows number " + before.seq());
        }
        if (!entry.prev().equals(before.hash())) {
            return fault(entry, ChainFault.Reason.PREV, "does not name the hash of the entry before it");
        }
        if (!entry.payloadHash().equals(payloadHash(entry.salt(), entry.payload()))) {
            return fault(entry, ChainFault.Reason.PAYLOAD, "its payload or salt is not the one that was hashed");
        }
        Hash hash = hash(
                entry.stream(),
                entry.seq(),
                entry.at(),
                entry.type(),
                entry.actor(),
                entry.commandId(),
                entry.payloadHash(),
                entry.prev());
        if (!entry.hash().equals(hash)) {
            return fault(entry, ChainFault.Reason.HASH, "its time, type, actor, command or hash is not the one written");
        }
        return Optional.empty();
    }

    static Hash payloadHash(byte[] salt, String payload) {
        return Hash.sha256(salt, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static Hash hash(
            String stream, long seq, Instant at, String type, String actor, UUID commandId, Hash payloadHash, Hash prev) {
        // members in the order of RFC 8785 §3.2.3
        String header = new Canonical()
                .text("actor", actor)
                .text("at", Canonical.time(at))
                .text("command", commandId.toString())
                .text("payloadHash", payloadHash.hex())
                .text("prev", prev.hex())
                .number("seq", seq)
                .text("stream", stream)
                .text("type", type)
                .number("v", 1)
                .close();
        return Hash.sha256(LEAF, header.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<ChainFault> fault(Entry entry, ChainFault.Reason reason, String why) {
        return Optional.of(new ChainFault(entry.stream(), entry.seq(), reason, why));
    }
}
