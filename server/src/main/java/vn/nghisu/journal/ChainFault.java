package vn.nghisu.journal;

import java.util.Locale;

/** The first bad entry of a stream, and what is wrong with it. */
public record ChainFault(String stream, long seq, Reason reason, String why) {

    public enum Reason {
        /** The entry can't be read back at all. */
        FORM,
        /** It says that it belongs to another stream. */
        STREAM,
        /** Its number does not follow the one before. */
        GAP,
        /** It does not name the hash of the entry before. */
        PREV,
        /** Payload or salt were changed. */
        PAYLOAD,
        /** Another part of it, or its hash, was changed. */
        HASH,
        /** The stream ends elsewhere than its head says: entries at the end are missing or were added. */
        HEAD
    }

    @Override
    public String toString() {
        return "stream " + stream + ", entry " + seq + ": " + reason.name().toLowerCase(Locale.ROOT) + " (" + why + ")";
    }
}
