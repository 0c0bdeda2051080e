package vn.nghisu.meeting;

import java.util.stream.Stream;

/**
 * Something that happened in a meeting, as the journal keeps it. Its stored name is the record's simple name and is frozen
 * once released: a change of meaning is a new record.
 */
public interface Event {
    /** The meeting after this event; never refuses, since only decided events are stored. */
    Meeting apply(Meeting meeting, Stamp stamp);

    /** Persons whose {@link Mine} this event may change, given the meeting before it, or before the batch in which it was written. */
    default Stream<String> concerns(Meeting before) {
        return Stream.empty();
    }

    /** Whether anybody's {@link Rights} may change by this event; {@code Mine} is then taken anew for everybody. */
    default boolean changesRights() {
        return false;
    }

    /** Whether the session stops here, for a while or for good. */
    default boolean adjourns() {
        return false;
    }
}
