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

    public static final Share PRIVATE = new Share(Reach.NOBODY, List.of());

    public Note at(long newVersion) {
        return new Note(id, paper, page, body, share, opinion, madeAt, newVersion, carried, copyOf);
    }

    /** The same for nobody but its owner. */
    public Note kept() {
        return new Note(id, paper, page, body, PRIVATE, false, madeAt, version, carried, copyOf);
    }

    /** Whether anybody but its owner may be shown it. */
    public boolean goesToOthers() {
        return share.reach() != Reach.NOBODY;
    }

    /** The other half of a note that two devices have changed; shared with nobody, since its owner has not said so of both. */
    Note asCopy(UUID newId, UUID of) {
        return new Note(newId, paper, page, body, PRIVATE, false, madeAt, 0, carried, Optional.of(of));
    }

    /** As a device gives a note that was never here: only the server says what came over and what is another one's half. */
    Note asNew() {
        return new Note(id, paper, page, body, share, opinion, madeAt, version, Optional.empty(), Optional.empty());
    }

    /** As a device gives it, with what only the server says taken from the note that is there. */
    Note over(Note before) {
        Optional<Carried> kept = before.carried.map(was -> new Carried(was.from(), was.paper(), was.page(), was.fate(),
                was.seen() || carried.map(Carried::seen).orElse(false)));
        return new Note(id, paper, page, body, share, opinion, madeAt, before.version, kept, before.copyOf);
    }

    /** Whether both say the same, whenever they were made. */
    boolean says(Note other) {
        return page == other.page && opinion == other.opinion && body.equals(other.body) && share.equals(other.share) && carried.equals(other.carried);
    }

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
