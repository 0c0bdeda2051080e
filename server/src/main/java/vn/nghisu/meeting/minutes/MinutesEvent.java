package vn.nghisu.meeting.minutes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;

/** What became of the secretary's text of the minutes. */
public sealed interface MinutesEvent extends Event {

    /**
     * @param version of the text before it
     * @param writer one open editor, which knows its own steps again by it
     * @param steps of editing, each as JSON
     * @param document the text after them
     */
    record MinutesWritten(String place, TextPart part, int version, String writer, List<String> steps, RichText document) implements MinutesEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.minutes().written(place, part, steps.size(), document, stamp));
        }
    }

    /** @param upTo number of the newest entry whose facts were seen */
    record FactsAcknowledged(String place, long upTo) implements MinutesEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.minutes().seen(place, upTo));
        }
    }

    record MinutesCommented(String comment, String place, TextPart part, String text) implements MinutesEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.minutes().with(comment, new MinutesTexts.Comment(place, part, stamp.actor(), text, stamp.at(), Optional.empty())));
        }
    }

    record CommentResolved(String comment) implements MinutesEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            MinutesTexts.Comment had = meeting.minutes().comments().get(comment);
            return meeting.with(meeting.minutes().with(comment, new MinutesTexts.Comment(had.place(), had.part(), had.by(), had.text(), had.at(),
                    Optional.of(new MinutesTexts.Resolved(stamp.actor(), stamp.at())))));
        }
    }

    /** @param versions of all texts that the chair has read, by place and part */
    record MinutesApproved(Map<String, Integer> versions) implements MinutesEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.minutes().approved(new MinutesTexts.Approval(stamp.actor(), stamp.at(), stamp.seq(), Map.copyOf(versions))));
        }
    }

    /** The chair has read the minutes and wants them changed; any later approval ends it. */
    record MinutesChangesAsked(String reason) implements MinutesEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.minutes().asked(new MinutesTexts.Asked(stamp.actor(), stamp.at(), reason)));
        }
    }

    /** The minutes have been signed. */
    record MinutesLocked() implements MinutesEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.minutes().locked(true));
        }
    }

    /** The signed minutes have been recalled: their text may be corrected and signed anew. */
    record MinutesUnlocked() implements MinutesEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.minutes().locked(false));
        }
    }
}
