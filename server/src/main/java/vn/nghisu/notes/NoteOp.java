package vn.nghisu.notes;

import java.util.Optional;
import java.util.UUID;

/**
 * One act of a device on the notes of its person, kept in its outbox until the server has answered.
 *
 * @param op chosen once by the device; sending it again is always safe
 * @param note whose id it is
 * @param base the version of the note that the device had seen; 0 for a new one
 * @param put the note as it is to be; absent to remove it
 */
public record NoteOp(UUID op, UUID note, long base, Optional<Note> put) {}
