package vn.nghisu.notes;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the server says to a batch of {@link NoteOp}s and to a question for what is new.
 *
 * @param epoch changes when the owner has destroyed all notes; operations of an older epoch are refused and their notes dropped
 * @param version what to ask from next: the newest version of the owner's notes in this meeting, or the last one of this answer when there is more
 * @param notes changed or new since the version asked about, or by the batch
 * @param gone removed ones
 * @param refused operations that were not taken, each with its sentence; all others are on disk
 * @param more has changed than goes into one answer: the rest is asked for from {@code version} on
 */
public record NoteAnswers(String epoch, long version, List<Note> notes, List<UUID> gone, List<RefusedOp> refused, boolean more) {

    public record RefusedOp(UUID op, String code, String text) {}

    /** This answer to a batch together with what had changed by the time of {@code later}, which counts where both speak of a note. */
    public NoteAnswers with(NoteAnswers later) {
        if (!later.epoch.equals(epoch)) {
            return later; // all was destroyed in between
        }
        Set<UUID> told = later.notes.stream().map(Note::id).collect(Collectors.toCollection(HashSet::new));
        told.addAll(later.gone);
        return new NoteAnswers(epoch, later.version,
                Stream.concat(later.notes.stream(), notes.stream().filter(note -> !told.contains(note.id()))).toList(),
                Stream.concat(later.gone.stream(), gone.stream().filter(id -> !told.contains(id))).toList(), refused, later.more);
    }

    /** A note that somebody shares with the asker. */
    public record SharedNote(Note note, String author, String name, Optional<String> title) {}
}
