package vn.nghisu.meeting;

import java.time.Instant;

/**
 * What the journal adds to an event.
 *
 * @param seq number in the meeting's stream, from 1
 * @param at server time, whole milliseconds
 * @param actor person id, or {@code system}
 * @param code short code of the entry's hash, printed on receipts
 */
public record Stamp(long seq, Instant at, String actor, String code) {}
