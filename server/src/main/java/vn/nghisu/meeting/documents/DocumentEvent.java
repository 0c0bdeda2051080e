package vn.nghisu.meeting.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.Stamp;

/** What became of a meeting's official papers. */
public sealed interface DocumentEvent extends Event {

    /** Made, or made again with the same number while nobody had signed. */
    record DocumentMade(String document, Content content) implements DocumentEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            boolean askedGuests = meeting.roster().all().anyMatch(person -> person.role() == Role.GUEST);
            return meeting.with(meeting.documents().with(new Document(document, content, stamp.at(), askedGuests, List.of(), Optional.empty(), Optional.empty())));
        }
    }

    /** @param at time of signing as the file tells it @param file SHA-256 of the file with it */
    record DocumentSigned(String document, SignatureSlot slot, String subject, String serial, Instant at, String level, String file) implements DocumentEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.documents().with(meeting.documents().find(document).orElseThrow()
                    .signed(new Document.Signature(slot, stamp.actor(), subject, serial, at, level, file))));
        }
    }

    record DocumentIssued(String document) implements DocumentEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.documents().with(meeting.documents().find(document).orElseThrow().issued(stamp.at())));
        }
    }

    record DocumentRecalled(String document, String reason) implements DocumentEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.documents().with(meeting.documents().find(document).orElseThrow()
                    .recalled(new Document.Recall(stamp.actor(), stamp.at(), reason))));
        }
    }
}
