package vn.nghisu.meeting.minutes;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import vn.nghisu.meeting.Stamp;

/**
 * The secretary's own text of the minutes, beside what the journal tells (product M1, M2).
 *
 * @param texts by {@link #key}
 * @param seen number of the newest entry whose facts the writers of a place have seen, by place
 * @param comments by id
 * @param asked what the chair wants changed before approving
 * @param locked whether the minutes are signed, and so stand as they are
 * @param corrected number of the newest entry that put a fact right after the closing; 0 for none. An approval before it no longer holds.
 */
public record MinutesTexts(PMap<String, Written> texts, PMap<String, Long> seen, PMap<String, Comment> comments, Optional<Approval> approval, Optional<Asked> asked, boolean locked, long corrected) {
    /** The place of what belongs to no item of the agenda; items have their ids. */
    public static final String GENERAL = "general";

    /**
     * @param version how many steps of editing have led to it
     * @param writes oldest first
     */
    public record Written(RichText document, int version, PVector<Write> writes) {
        static final Written NONE = new Written(RichText.empty(), 0, TreePVector.empty());

        public Write newest() {
            return writes.get(writes.size() - 1);
        }
    }

    /** @param seq of the entry that holds the steps and the text after them @param version after it @param letters of the text after it */
    public record Write(long seq, Instant at, String by, int version, int letters) {}

    public record Comment(String place, TextPart part, String by, String text, Instant at, Optional<Resolved> resolved) {}

    public record Resolved(String by, Instant at) {}

    /** @param versions of all texts that were approved, by {@link #key} */
    public record Approval(String by, Instant at, long seq, Map<String, Integer> versions) {}

    public record Asked(String by, Instant at, String reason) {}

    public static MinutesTexts none() {
        return new MinutesTexts(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), Optional.empty(), Optional.empty(), false, 0);
    }

    public static String key(String place, TextPart part) {
        return place + "/" + part;
    }

    public Written of(String place, TextPart part) {
        return texts.getOrDefault(key(place, part), Written.NONE);
    }

    /** The versions of all texts that were ever written, by {@link #key}. */
    public Map<String, Integer> versions() {
        Map<String, Integer> versions = new TreeMap<>();
        texts.forEach((key, text) -> versions.put(key, text.version()));
        return versions;
    }

    /** Whether the texts are those that the chair has approved. */
    public boolean isApproved() {
        return approval.filter(given -> given.seq() > corrected && given.versions().equals(versions())).isPresent();
    }

    MinutesTexts written(String place, TextPart part, int steps, RichText document, Stamp stamp) {
        Written had = of(place, part);
        int version = had.version() + steps;
        Written now = new Written(document, version, had.writes().plus(new Write(stamp.seq(), stamp.at(), stamp.actor(), version, document.letters())));
        return new MinutesTexts(texts.plus(key(place, part), now), seen.containsKey(place) ? seen : seen.plus(place, stamp.seq()), comments, approval, asked, locked, corrected);
    }

    MinutesTexts seen(String place, long seq) {
        return new MinutesTexts(texts, seen.plus(place, seq), comments, approval, asked, locked, corrected);
    }

    MinutesTexts with(String id, Comment comment) {
        return new MinutesTexts(texts, seen, comments.plus(id, comment), approval, asked, locked, corrected);
    }

    MinutesTexts approved(Approval given) {
        return new MinutesTexts(texts, seen, comments, Optional.of(given), Optional.empty(), locked, corrected);
    }

    MinutesTexts asked(Asked now) {
        return new MinutesTexts(texts, seen, comments, approval, Optional.of(now), locked, corrected);
    }

    MinutesTexts locked(boolean now) {
        return new MinutesTexts(texts, seen, comments, approval, asked, now, corrected);
    }

    public MinutesTexts factsCorrected(long seq) {
        return new MinutesTexts(texts, seen, comments, approval, asked, locked, seq);
    }
}
