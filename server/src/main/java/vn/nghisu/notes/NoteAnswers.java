package vn.nghisu.notes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the server says to a batch of {@link NoteOp}s and to a question for what is new.
 *
 * @param epoch changes when the owner has destroyed all notes; operations of an older epoch are refused and their notes dropped
 * @param version newest version of the owner's notes in this meeting
 * @param notes changed or new since the version asked about, or by the batch
 * @param gone removed ones
 * @param refused operations that were not taken, each with its sentence; all others are on disk
 */
public record NoteAnswers(String epoch, long version, List<Note> notes, List<UUID> gone, List<RefusedOp> refused) {

    public record RefusedOp(UUID op, String code, String text) {}

    /** A note that somebody shares with the asker. */
    public record SharedNote(Note note, String author, String name, Optional<String> title) {}
}
