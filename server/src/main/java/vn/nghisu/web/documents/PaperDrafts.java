package vn.nghisu.web.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.nghisu.journal.Hash;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.documents.Content;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentCommand;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.documents.SignatureSlot;
import vn.nghisu.minutes.Letterhead;
import vn.nghisu.minutes.Made;
import vn.nghisu.minutes.Numbered;
import vn.nghisu.minutes.OfficialPapers;
import vn.nghisu.minutes.PaperFault;
import vn.nghisu.minutes.PaperOrder;
import vn.nghisu.minutes.PaperRefused;
import vn.nghisu.minutes.Signatory;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.papers.OfficialFiles;
import vn.nghisu.people.PaperNumbers;
import vn.nghisu.room.Json;
import vn.nghisu.room.Room;
import vn.nghisu.signing.Seals;
import vn.nghisu.web.HeavyWork;
import vn.nghisu.web.RoomAnswers;
import vn.nghisu.web.signin.Call;

/** Makes official papers of meetings: as previews without a number, and for good, with number and files. */
final class PaperDrafts {
    private final HeavyWork setting;
    private final BodySheetRoutes sheets;
    private final PaperNumbers numbers;
    private final OfficialFiles files;
    private final Clock clock;
    /** How many requests and commands are making each paper, by meeting and id: its number is not free though no paper bears it yet. */
    private final ConcurrentHashMap<String, Integer> inHand = new ConcurrentHashMap<>();

    PaperDrafts(HeavyWork setting, BodySheetRoutes sheets, PaperNumbers numbers, OfficialFiles files, Clock clock) {
        this.setting = setting;
        this.sheets = sheets;
        this.numbers = numbers;
        this.files = files;
        this.clock = clock;
    }

    /** What is asked for. @param signatory empty for the chair of the meeting */
    record Wanted(DocumentKind kind, Optional<String> about, LocalDate date, List<String> capacity, String signatory, List<String> recipients) {}

    /** What a paper of this meeting usually is: the body's own are signed as its sheet has it, else by the chair for the body. */
    Wanted usual(Meeting meeting, DocumentKind kind, Optional<String> about, LocalDate today) {
        BodySheet sheet = sheets.of(meeting.head());
        boolean ofTheBody = kind != DocumentKind.MINUTES && kind != DocumentKind.VOTE_PROTOCOL && kind != DocumentKind.ATTENDANCE_LIST;
        List<String> capacity = sheet.capacity().isEmpty() && sheet.signatory().isBlank() ? forTheBody(meeting, sheet) : sheet.capacity();
        return new Wanted(kind, about, today, ofTheBody ? capacity : List.of(), ofTheBody ? sheet.signatory() : "", sheet.recipients());
    }

    private static List<String> forTheBody(Meeting meeting, BodySheet sheet) {
        String post = meeting.roster().chair().map(chair -> chair.title().strip()).filter(title -> !title.isEmpty()).orElse("Chủ trì");
        return Stream.of("TM. " + sheet.agency().strip(), post).filter(line -> line.length() <= PaperOrder.MOST_CHARACTERS).toList();
    }

    /** What a paper that is there was asked to be. */
    static Wanted asked(Content content) {
        return new Wanted(content.kind(), content.about(), content.date(), content.capacity(), content.signatory(), content.recipients());
    }

    /** Blocks. @throws vn.nghisu.web.security.Refused with the sentence of what is wrong */
    Made make(Room.Standing standing, Wanted wanted, Optional<Numbered> number) {
        try {
            return papers(standing).make(standing.meeting(), standing.head(), order(standing.meeting(), wanted, number), clock.instant());
        } catch (PaperRefused refused) {
            throw Refusing.of(refused);
        }
    }

    private OfficialPapers papers(Room.Standing standing) {
        return new OfficialPapers(sheets.templates(standing.meeting().head().bodyId()));
    }

    private PaperOrder order(Meeting meeting, Wanted wanted, Optional<Numbered> number) {
        BodySheet sheet = sheets.of(meeting.head());
        return new PaperOrder(wanted.kind(), wanted.about(), new Letterhead(sheet.parent(), sheet.agency()), number, wanted.date(), sheet.place(),
                new Signatory(wanted.capacity(), wanted.signatory().strip()), wanted.recipients());
    }

    /** The paper as it would stand, with its notation and room for a number. */
    Made preview(Room.Standing standing, Wanted wanted) {
        return make(standing, wanted, Optional.empty());
    }

    /** @param blocks of the paper as it was made; none where an earlier build made it @param differs whether it would read otherwise if it were made now */
    record Kept(Optional<JsonNode> blocks, boolean differs) {}

    /** What stands in a paper that was made, whatever became of the meeting since. */
    Kept kept(Room.Standing standing, Document document) throws IOException {
        Optional<byte[]> file = document.content().blocks().isPresent() ? files.read(document.content().blocks().get()) : Optional.empty();
        if (file.isEmpty()) {
            return new Kept(Optional.empty(), false);
        }
        JsonNode blocks = Json.MAPPER.readTree(file.get());
        return new Kept(Optional.of(blocks), !blocks.equals(today(standing, document.content()).orElse(blocks)));
    }

    /** The same order carried out now, under the head of the journal that the paper names; nothing where it can't be any more. */
    private Optional<JsonNode> today(Room.Standing standing, Content content) throws IOException {
        Head journal = new Head(standing.head().stream(), content.seq(), new Hash(content.head()));
        Optional<Numbered> number = content.number().map(taken -> new Numbered(taken.ordinal(), taken.notation()));
        try {
            return Optional.of(Json.MAPPER.readTree(blocks(papers(standing).paper(standing.meeting(), journal, order(standing.meeting(), asked(content), number)))));
        } catch (PaperRefused refused) {
            return Optional.empty();
        }
    }

    private static byte[] blocks(OfficialPaper paper) {
        return Json.bytes(paper.blocks().toArray(Block[]::new));
    }

    private record Ready(Content content) {}

    /**
     * Takes the number, lays the files down, then adds the paper; a repeat after a lost answer or a crash gives the same number.
     *
     * @param over runs once when the room has answered, also where that is too late for the request, or when it won't be asked
     */
    Future<Object> make(Call call, Room room, Caller caller, String document, Wanted wanted, Runnable over) {
        Room.Standing standing = room.standing();
        DocumentCommand.Wish wish = new DocumentCommand.Wish(wanted.kind(), wanted.about(), wanted.date());
        Optional<Decision> against = DocumentCommand.mayMake(standing.meeting(), caller, document, wish, today());
        if (against.isPresent()) {
            over.run();
            return Future.succeededFuture(Refusing.answer(call.ctx(), against.get()));
        }
        String hand = hand(room.meeting(), document);
        inHand.merge(hand, 1, Integer::sum);
        // the hand is held until the room has answered, also when that is too late for the request
        return setting.give(caller.person(), () -> ready(room, standing, document, wanted))
                .onFailure(failure -> {
                    letGo(hand);
                    over.run();
                })
                .compose(ready -> RoomAnswers.give(call.ctx(), room, caller, UUID.randomUUID(), new DocumentCommand.AddDocument(document, ready.content()), heard -> {
                    letGo(hand);
                    over.run();
                }, done -> {
                    call.ctx().response().setStatusCode(201);
                    return new MadePaper(document, ready.content().number().map(Content.Number::printed));
                }));
    }

    private void letGo(String hand) {
        inHand.computeIfPresent(hand, (known, hands) -> hands > 1 ? hands - 1 : null);
    }

    private static String hand(Meeting meeting, String document) {
        return meeting.id() + "/" + document;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VietnamTime.ZONE);
    }

    /** @param number as printed */
    record MadePaper(String document, Optional<String> number) {}

    private Ready ready(Room room, Room.Standing standing, String document, Wanted wanted) throws IOException {
        if (Seals.waiting(preview(standing, wanted).pdf()).isEmpty()) { // what can't be made, or never be issued, takes no number
            throw Refusing.of(new PaperRefused(PaperFault.NO_PLACE_TO_SIGN));
        }
        Optional<Content.Number> number = standing.meeting().documents().find(document).map(known -> known.content().number())
                .orElseGet(() -> wanted.kind().code().map(code -> take(room, code, document, wanted)));
        Made made = make(standing, wanted, number.map(taken -> new Numbered(taken.ordinal(), taken.notation())));
        List<String> waiting = Seals.waiting(made.pdf());
        List<SignatureSlot> slots = Stream.of(SignatureSlot.values()).filter(slot -> waiting.contains(slot.name())).toList();
        Optional<String> docx = made.docx().length == 0 ? Optional.empty() : Optional.of(files.put(made.docx()));
        return new Ready(new Content(wanted.kind(), wanted.about(), number, wanted.date(), wanted.capacity(), wanted.signatory().strip(), wanted.recipients(), slots,
                files.put(made.pdf()), docx, standing.head().seq(), standing.head().hash().hex(), Optional.of(files.put(blocks(made.paper())))));
    }

    private Content.Number take(Room room, String code, String document, Wanted wanted) {
        Meeting meeting = room.meeting();
        PaperNumbers.Series series = new PaperNumbers.Series(meeting.head().bodyId(), wanted.date().getYear(), code);
        // first in hand, then in the room: a paper is in the room before it leaves the hand
        Predicate<String> unborne = other -> !inHand.containsKey(hand(meeting, other)) && room.meeting().documents().find(other).isEmpty();
        PaperNumbers.Taken taken = numbers.take(series, meeting.id(), document, unborne, clock.instant())
                .orElseThrow(() -> Refusing.of(new PaperRefused(PaperFault.NUMBER_OF_ANOTHER_PAPER)));
        return new Content.Number(taken.ordinal(), taken.year(), taken.code() + "-" + sheets.of(meeting.head()).notation().strip());
    }
}
