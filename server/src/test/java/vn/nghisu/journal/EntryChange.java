package vn.nghisu.journal;

import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import vn.nghisu.journal.ChainFault.Reason;

/** Every way to change one part of an entry by one bit or character, and the reasons that may then be named. */
enum EntryChange {
    /** The first of a stream says with its name how it must begin, so there the beginning is wrong. */
    STREAM(Reason.STREAM, Reason.PREV),
    SEQ(Reason.GAP),
    AT(Reason.HASH),
    TYPE(Reason.HASH),
    ACTOR(Reason.HASH),
    COMMAND(Reason.HASH),
    PAYLOAD(Reason.PAYLOAD),
    SALT(Reason.PAYLOAD),
    PAYLOAD_HASH(Reason.PAYLOAD),
    PREV(Reason.PREV),
    HASH(Reason.HASH);

    final Set<Reason> reasons;

    EntryChange(Reason... reasons) {
        this.reasons = Set.of(reasons);
    }

    Entry in(Entry e, Random random) {
        return new Entry(
                this == STREAM ? e.stream() + "x" : e.stream(),
                this == SEQ ? e.seq() + 1 : e.seq(),
                this == AT ? flip(e.at(), random) : e.at(),
                this == TYPE ? flip(e.type(), random) : e.type(),
                this == ACTOR ? flip(e.actor(), random) : e.actor(),
                this == COMMAND ? flip(e.commandId(), random) : e.commandId(),
                this == PAYLOAD ? flip(e.payload(), random) : e.payload(),
                this == SALT ? flip(e.salt(), random) : e.salt(),
                this == PAYLOAD_HASH ? flip(e.payloadHash(), random) : e.payloadHash(),
                this == PREV ? flip(e.prev(), random) : e.prev(),
                this == HASH ? flip(e.hash(), random) : e.hash());
    }

    private static Instant flip(Instant at, Random random) {
        return Instant.ofEpochMilli(at.toEpochMilli() ^ 1L << random.nextInt(40));
    }

    private static String flip(String text, Random random) {
        int i = random.nextInt(text.length());
        char other = text.charAt(i) == 'x' ? 'y' : 'x';
        return Character.isSurrogate(text.charAt(i)) ? text + "x" : text.substring(0, i) + other + text.substring(i + 1);
    }

    private static UUID flip(UUID id, Random random) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1L << random.nextInt(64));
    }

    private static Hash flip(Hash hash, Random random) {
        return Hash.ofBytes(flip(hash.bytes(), random));
    }

    private static byte[] flip(byte[] bytes, Random random) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }
}
