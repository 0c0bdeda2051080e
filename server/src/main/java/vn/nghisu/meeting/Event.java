package vn.nghisu.meeting;

/**
 * Something that happened in a meeting, as the journal keeps it. Its stored name is the record's simple name and is frozen
 * once released: a change of meaning is a new record.
 */
public interface Event {
    /** The meeting after this event; never refuses, since only decided events are stored. */
    Meeting apply(Meeting meeting, Stamp stamp);
}
