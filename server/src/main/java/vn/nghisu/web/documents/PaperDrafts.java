package vn.nghisu.web.documents;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.documents.Content;
import vn.nghisu.meeting.documents.DocumentCommand;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.documents.SignatureSlot;
import vn.nghisu.minutes.Letterhead;
import vn.nghisu.minutes.Made;
import vn.nghisu.minutes.Numbered;
import vn.nghisu.minutes.OfficialPapers;
import vn.nghisu.minutes.PaperOrder;
import vn.nghisu.minutes.PaperRefused;
import vn.nghisu.minutes.Signatory;
import vn.nghisu.papers.OfficialFiles;
import vn.nghisu.people.PaperNumbers;
import vn.nghisu.room.Room;
import vn.nghisu.signing.Seals;
import vn.nghisu.web.RoomAnswers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Call;

/** Makes official papers of meetings: as previews without a number, and for good, with number and files. */
final class PaperDrafts {
    private final Vertx vertx;
    private final BodySheetRoutes sheets;
    private final PaperNumbers numbers;
    private final OfficialFiles files;
    private final Clock clock;

    PaperDrafts(Vertx vertx, BodySheetRoutes sheets, PaperNumbers numbers, OfficialFiles files, Clock clock) {
        this.vertx = vertx;
        this.sheets = sheets;
        this.numbers = numbers;
        this.files = files;
        this.clock = clock;
    }

    /** What is asked for. @param signatory empty for the chair of the meeting */
    record Wanted(DocumentKind kind, Optional<String> about, LocalDate date, List<String> capacity, String signatory, List<String> recipients) {}

    /** What a paper of this meeting usually is. */
    Wanted usual(Meeting meeting, DocumentKind kind, Optional<String> about, LocalDate today) {
        BodySheet sheet = sheets.of(meeting.head());
        boolean ofTheBody = kind != DocumentKind.MINUTES && kind != DocumentKind.VOTE_PROTOCOL && kind != DocumentKind.ATTENDANCE_LIST;
        return new Wanted(kind, about, today, ofTheBody ? sheet.capacity() : List.of(), ofTheBody ? sheet.signatory() : "", sheet.recipients());
    }

    /** Blocks. @throws vn.nghisu.web.security.Refused with the sentence of what is wrong */
    Made make(Room.Standing standing, Wanted wanted, Optional<Numbered> number) {
        Meeting meeting = standing.meeting();
        BodySheet sheet = sheets.of(meeting.head());
        try {
            PaperOrder order = new PaperOrder(wanted.kind(), wanted.about(), new Letterhead(sheet.parent(), sheet.agency()), number, wanted.date(), sheet.place(),
                    new Signatory(wanted.capacity(), wanted.signatory().strip()), wanted.recipients());
            return new OfficialPapers(sheets.templates(meeting.head().bodyId())).make(meeting, standing.head(), order, clock.instant());
        } catch (PaperRefused refused) {
            throw Refusing.of(refused);
        }
    }

    /** The paper as it would stand, with its notation and room for a number. */
    Made preview(Room.Standing standing, Wanted wanted) {
        return make(standing, wanted, Optional.empty());
    }

    private record Ready(Content content) {}

    /** Takes the number, lays the files down, then adds the paper; a repeat after a lost answer or a crash gives the same number. */
    Future<Object> make(Call call, Room room, Caller caller, String document, Wanted wanted) {
        Room.Standing standing = room.standing();
        Optional<Decision> against = DocumentCommand.mayMake(standing.meeting(), caller, document, wanted.kind(), wanted.about());
        if (against.isPresent()) {
            return Future.succeededFuture(Refusing.answer(call.ctx(), against.get()));
        }
        return vertx.executeBlocking(() -> ready(standing, document, wanted), false)
                .compose(ready -> RoomAnswers.give(call.ctx(), room, caller, UUID.randomUUID(), new DocumentCommand.AddDocument(document, ready.content()), done -> {
                    call.ctx().response().setStatusCode(201);
                    return new MadePaper(document, ready.content().number().map(Content.Number::printed));
                }));
    }

    /** @param number as printed */
    record MadePaper(String document, Optional<String> number) {}

    private Ready ready(Room.Standing standing, String document, Wanted wanted) throws IOException {
        preview(standing, wanted); // what can't be made takes no number
        Meeting meeting = standing.meeting();
        Optional<Content.Number> number = meeting.documents().find(document).map(known -> known.content().number()).orElseGet(() -> wanted.kind().code().map(code -> take(meeting, code, document, wanted)));
        Made made = make(standing, wanted, number.map(taken -> new Numbered(taken.ordinal(), taken.notation())));
        List<String> waiting = Seals.waiting(made.pdf());
        List<SignatureSlot> slots = Stream.of(SignatureSlot.values()).filter(slot -> waiting.contains(slot.name())).toList();
        Optional<String> docx = made.docx().length == 0 ? Optional.empty() : Optional.of(files.put(made.docx()));
        return new Ready(new Content(wanted.kind(), wanted.about(), number, wanted.date(), wanted.capacity(), wanted.signatory().strip(), wanted.recipients(), slots,
                files.put(made.pdf()), docx, standing.head().seq(), standing.head().hash().hex()));
    }

    private Content.Number take(Meeting meeting, String code, String document, Wanted wanted) {
        String body = meeting.head().bodyId();
        PaperNumbers.Taken taken = numbers.take(new PaperNumbers.Series(body, wanted.date().getYear(), code), meeting.id(), document, clock.instant());
        return new Content.Number(taken.ordinal(), taken.year(), code + "-" + sheets.of(meeting.head()).notation().strip());
    }
}
