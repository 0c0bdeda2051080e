package vn.nghisu.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * One entry of the journal. Made by {@link Chain#next}; a changed copy is possible but {@link Chain#verify} finds it.
 *
 * @param stream name of the stream, 1–100 of {@code A-Z a-z 0-9 : . _ / -}
 * @param seq number in the stream, from 1 without gaps
 * @param at when, in whole milliseconds
 * @param type name of the event, formed like a stream's name
 * @param actor who acted, any text up to 100 characters without control characters; may be empty
 * @param commandId id of the command that led to it; entries of one command share it
 * @param payload canonical JSON text, opaque here, at most 1,048,576 characters
 * @param salt 16 random bytes, so that a short payload can't be guessed from its hash once it has been erased
 * @param payloadHash SHA-256 of salt and payload
 * @param prev hash of the entry before it, or of the empty stream
 * @param hash hash of this entry; the rule is at {@link Chain}
 */
public record Entry(
        String stream,
        long seq,
        Instant at,
        String type,
        String actor,
        UUID commandId,
        String payload,
        byte[] salt,
        Hash payloadHash,
        Hash prev,
        Hash hash) {

    public static final int SALT_BYTES = 16;
    public static final int PAYLOAD_MAX_CHARS = Forms.PAYLOAD_MAX_CHARS;

    /** Beyond these the written form of a time has no four-digit year. */
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** @throws IllegalArgumentException when a part has not the form that is given above */
    public Entry {
        Forms.stream(stream);
        if (seq < 1 || seq > Forms.SEQ_MAX) {
            throw new IllegalArgumentException("an entry's number is 1 or more");
        }
        if (!at.equals(at.truncatedTo(ChronoUnit.MILLIS)) || at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("a time is in whole milliseconds of the years 0 to 9999");
        }
        Forms.name("type", type);
        Forms.label("actor", actor);
        Objects.requireNonNull(commandId, "commandId");
        Forms.text("payload", payload, PAYLOAD_MAX_CHARS);
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt is " + SALT_BYTES + " bytes");
        }
        salt = salt.clone();
        Objects.requireNonNull(payloadHash, "payloadHash");
        Objects.requireNonNull(prev, "prev");
        Objects.requireNonNull(hash, "hash");
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    /** The head of the stream once this entry is in it. */
    public Head head() {
        return new Head(stream, seq, hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry e
                && stream.equals(e.stream)
                && seq == e.seq
                && at.equals(e.at)
                && type.equals(e.type)
                && actor.equals(e.actor)
                && commandId.equals(e.commandId)
                && payload.equals(e.payload)
                && Arrays.equals(salt, e.salt)
                && payloadHash.equals(e.payloadHash)
                && prev.equals(e.prev)
                && hash.equals(e.hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }
}
