package vn.nghisu.meeting.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.InternalCommand;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.minutes.MinutesEvent;
import vn.nghisu.meeting.session.Leading;
import vn.nghisu.meeting.session.Phase;

/** Making, signing, issuing and recalling the official papers of a meeting (product M3, M4). Files and numbers come from outside. */
public sealed interface DocumentCommand extends Command {
    int DOCUMENTS = 300;
    DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Said by the server itself, once a paper's files are on the disk, on behalf of who had it made. */
    record AddDocument(String document, Content content) implements DocumentCommand, InternalCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Wish wish = new Wish(content.kind(), content.about(), content.date());
            return mayMake(meeting, context.caller(), document, wish, LocalDate.ofInstant(context.now(), VietnamTime.ZONE))
                    .orElseGet(() -> isItsNumber(meeting.documents()) ? Decision.accept(new DocumentEvent.DocumentMade(document, content))
                            : Decision.refuse(Reason.DOCUMENT_NUMBER_WRONG));
        }

        /** The one that it had, or one that no other paper has: of its kind, and of the year in which it is dated. */
        private boolean isItsNumber(Documents documents) {
            boolean fits = content.number().map(number -> content.kind().code().filter(code -> number.notation().startsWith(code + "-")).isPresent()
                    && number.year() == content.date().getYear()).orElse(content.kind().code().isEmpty());
            return fits && documents.all().allMatch(other -> other.id().equals(document) ? other.content().number().equals(content.number()) : !other.content().sharesNumber(content));
        }
    }

    /**
     * Said by the server itself, once the signed file is on the disk and its signature has been looked at, on behalf of who brought it.
     *
     * @param from SHA-256 of the file that was signed
     */
    record AddSignature(String document, SignatureSlot slot, String from, String subject, String serial, Instant at, String level, String file)
            implements DocumentCommand, InternalCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return maySign(meeting, context.caller(), document, slot, from).orElseGet(() -> {
                List<Event> events = new ArrayList<>();
                events.add(new DocumentEvent.DocumentSigned(document, slot, subject, serial, at, level, file));
                if (meeting.documents().find(document).orElseThrow().content().kind() == DocumentKind.MINUTES && !meeting.minutes().locked()) {
                    events.add(new MinutesEvent.MinutesLocked());
                }
                return Decision.accept(events);
            });
        }
    }

    /** Gives a signed paper to the people of the meeting. */
    record IssueDocument(String document) implements DocumentCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return standing(meeting, context, document, found -> found.issuedAt().isPresent() ? Decision.accept()
                    : found.isSignedInFull() && !found.signatures().isEmpty() ? Decision.accept(new DocumentEvent.DocumentIssued(document))
                            : Decision.refuse(Reason.DOCUMENT_NOT_SIGNED));
        }
    }

    /**
     * Takes a paper back: nobody is given it any more, what it was stays known (Decree 30/2020/NĐ-CP, Art. 18.4 and appendix VI). The text of
     * recalled minutes can be corrected again.
     */
    record RecallDocument(String document, String reason) implements DocumentCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return standing(meeting, context, document, found -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS)
                    .orElseGet(() -> recalled(meeting, found, reason.strip())));
        }

        private static Decision recalled(Meeting meeting, Document found, String reason) {
            DocumentEvent recalled = new DocumentEvent.DocumentRecalled(found.id(), reason);
            boolean unlocks = found.content().kind() == DocumentKind.MINUTES && meeting.minutes().locked();
            return unlocks ? Decision.accept(recalled, new MinutesEvent.MinutesUnlocked()) : Decision.accept(recalled);
        }
    }

    /** What somebody wants a paper to be. */
    record Wish(DocumentKind kind, Optional<String> about, LocalDate date) {}

    /** What stands against making a paper, or making it again; asked before a number is taken. */
    static Optional<Decision> mayMake(Meeting meeting, Caller caller, String document, Wish wish, LocalDate today) {
        Optional<Document> had = meeting.documents().find(document);
        DocumentKind kind = wish.kind();
        Optional<String> about = wish.about();
        return Leading.check(meeting, caller)
                .or(() -> Limits.isId(document) ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_ID)))
                .or(() -> inTime(meeting, kind))
                .or(() -> isThere(meeting, kind, about))
                .or(() -> dated(meeting, wish.date(), today))
                .or(() -> had.flatMap(known -> replacing(known, wish)))
                .or(() -> meeting.documents().standing(kind, about).filter(other -> !other.id().equals(document)).map(other -> Decision.refuse(Reason.DOCUMENT_EXISTS)))
                .or(() -> had.isEmpty() && meeting.documents().order().size() >= DOCUMENTS ? Optional.of(Decision.refuse(Reason.TOO_MANY, DOCUMENTS)) : Optional.empty());
    }

    /** What stands against a date of issue: it lies between a year before the meeting, or before today, and a year after today. */
    static Optional<Decision> dated(Meeting meeting, LocalDate date, LocalDate today) {
        LocalDate held = LocalDate.ofInstant(meeting.heldAt(), VietnamTime.ZONE);
        LocalDate first = (held.isBefore(today) ? held : today).minusYears(1);
        LocalDate last = today.plusYears(1);
        return date.isBefore(first) || date.isAfter(last) ? Optional.of(Decision.refuse(Reason.DOCUMENT_DATE_WRONG, DAY.format(first), DAY.format(last))) : Optional.empty();
    }

    private static Optional<Decision> inTime(Meeting meeting, DocumentKind kind) {
        Phase phase = meeting.phase();
        return switch (kind) {
            case INVITATION -> phase == Phase.DRAFT || phase == Phase.ISSUED ? Optional.empty() : Optional.of(Decision.refuse(Reason.INVITATION_TOO_LATE));
            case ATTENDANCE_LIST -> phase == Phase.CANCELLED ? Optional.of(Decision.refuse(Reason.MEETING_NOT_CLOSED)) : Optional.empty(); // signed at the door
            case OPINIONS -> phase == Phase.DRAFT ? Optional.of(Decision.refuse(Reason.MEETING_NOT_CLOSED)) : Optional.empty();
            default -> phase == Phase.CLOSED ? Optional.empty() : Optional.of(Decision.refuse(Reason.MEETING_NOT_CLOSED));
        };
    }

    private static Optional<Decision> isThere(Meeting meeting, DocumentKind kind, Optional<String> about) {
        return switch (kind) {
            case RESOLUTION -> about.flatMap(meeting.agenda()::find).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM));
            case OPINIONS -> about.isEmpty() || about.flatMap(meeting.agenda()::find).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM));
            case VOTE_PROTOCOL -> about.flatMap(meeting.votes()::find).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_VOTE));
            default -> about.isEmpty() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_DOCUMENT));
        };
    }

    private static Optional<Decision> replacing(Document had, Wish wish) {
        if (had.recalled().isPresent()) {
            return Optional.of(Decision.refuse(Reason.DOCUMENT_RECALLED));
        }
        if (!had.content().isAbout(wish.kind(), wish.about())) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_DOCUMENT));
        }
        if (!had.signatures().isEmpty()) {
            return Optional.of(Decision.refuse(Reason.DOCUMENT_SIGNED));
        }
        return had.content().number().filter(number -> number.year() != wish.date().getYear())
                .map(number -> Decision.refuse(Reason.DOCUMENT_YEAR_OTHER, number.printed(), String.valueOf(number.year())));
    }

    /** What stands against a signature; asked before a key is used. */
    static Optional<Decision> maySign(Meeting meeting, Caller caller, String document, SignatureSlot slot, String from) {
        return Leading.check(meeting, caller).or(() -> {
            Optional<Document> sought = meeting.documents().find(document);
            if (sought.isEmpty()) {
                return Optional.of(Decision.refuse(Reason.NO_SUCH_DOCUMENT));
            }
            Document found = sought.get();
            if (found.recalled().isPresent()) {
                return Optional.of(Decision.refuse(Reason.DOCUMENT_RECALLED));
            }
            if (found.issuedAt().isPresent()) {
                return Optional.of(Decision.refuse(Reason.DOCUMENT_ISSUED));
            }
            return atSlot(found, slot)
                    .or(() -> found.file().equals(from) ? Optional.empty() : Optional.of(Decision.refuse(Reason.DOCUMENT_MOVED_ON)))
                    .or(() -> found.content().kind() == DocumentKind.MINUTES && found.signatures().isEmpty() ? ofMinutes(meeting, found) : Optional.empty());
        });
    }

    private static Optional<Decision> atSlot(Document found, SignatureSlot slot) {
        if (!found.content().slots().contains(slot)) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_SLOT));
        }
        if (found.isSigned(slot)) {
            return Optional.of(Decision.refuse(Reason.SLOT_TAKEN));
        }
        return found.next().filter(slot::equals).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.SLOT_NOT_NEXT));
    }

    /** The first signature stands under the text that the chair has approved, and no other. */
    private static Optional<Decision> ofMinutes(Meeting meeting, Document found) {
        if (!meeting.minutes().isApproved()) {
            return Optional.of(Decision.refuse(Reason.MINUTES_NOT_APPROVED));
        }
        long made = found.content().seq();
        boolean writtenSince = meeting.minutes().texts().values().stream().anyMatch(text -> text.newest().seq() > made);
        return writtenSince || meeting.minutes().corrected() > made ? Optional.of(Decision.refuse(Reason.DOCUMENT_STALE)) : Optional.empty();
    }

    private static Decision standing(Meeting meeting, Context context, String document, Function<Document, Decision> then) {
        return Leading.check(meeting, context).orElseGet(() -> meeting.documents().find(document)
                .map(found -> found.recalled().isPresent() ? Decision.refuse(Reason.DOCUMENT_RECALLED) : then.apply(found))
                .orElseGet(() -> Decision.refuse(Reason.NO_SUCH_DOCUMENT)));
    }
}
