package vn.nghisu.notes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A note as its owner's devices keep it.
 *
 * @param id chosen by the device that made it
 * @param page from 1
 * @param opinion the owner hands it to the secretary as an opinion on the paper
 * @param madeAt ms since 1970, by the device's meeting clock
 * @param version grows with every change of any note of this person; 0 before the server has it
 * @param carried how it came over from an earlier revision of the paper
 * @param copyOf another note of which this is the other half: two devices had changed the same one without hearing of each other
 */
public record Note(
        UUID id,
        String paper,
        int page,
        NoteBody body,
        Share share,
        boolean opinion,
        long madeAt,
        long version,
        Optional<Carried> carried,
        Optional<UUID> copyOf) {

    public enum Reach {
        NOBODY,
        PEOPLE,
        MEETING
    }

    /** With whom a note is shared; it never widens the right to the paper. @param people person ids, with {@code PEOPLE} only */
    public record Share(Reach reach, List<String> people) {}

    /** KEPT: same words or same page. MOVED: found again elsewhere. CHECK: the text around has changed. ORPHAN: no place was found. */
    public enum Fate {
        KEPT,
        MOVED,
        CHECK,
        ORPHAN
    }

    /** @param seen the owner has looked at it and is content */
    public record Carried(UUID from, String paper, int page, Fate fate, boolean seen) {}
}
