package vn.nghisu.web.documents;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.documents.Content;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentCommand;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.documents.DocumentsView;
import vn.nghisu.minutes.Numbered;
import vn.nghisu.papers.OfficialFiles;
import vn.nghisu.people.BodySheets;
import vn.nghisu.people.Directory;
import vn.nghisu.people.PaperNumbers;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.signing.Authorities;
import vn.nghisu.web.Attachment;
import vn.nghisu.web.HeavyWork;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Origins;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Guard;
import vn.nghisu.web.signin.Right;

/** Official papers over HTTP: what can be made, previews, making, files (product M3); signing is with {@link SigningRoutes}. */
public final class DocumentRoutes {
    /** Papers are set, whichever they are, two at a time. */
    public static final String SETTING = "papers";

    private static final String DOCUMENTS = "/api/meetings/:meeting/documents";
    private static final int ID_LETTERS = 24;
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final OfficialFiles files;
    private final BodySheetRoutes sheets;
    private final PaperDrafts drafts;
    private final SigningRoutes signing;
    /** First makings that go on, by meeting and paper. */
    private final Map<String, PaperDrafts.Wanted> first = new ConcurrentHashMap<>();
    private final Clock clock;
    private final HeavyWork setting;

    /** What it stands on beside the rooms. */
    public record Desk(BodySheets sheets, PaperNumbers numbers, OfficialFiles files, Path trust, Authorities authorities, Origins origins) {}

    public DocumentRoutes(Vertx vertx, Rooms rooms, Directory directory, Desk desk, Clock clock) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.files = desk.files();
        this.clock = clock;
        this.sheets = new BodySheetRoutes(directory, desk.sheets(), desk.numbers(), rooms, clock);
        this.setting = new HeavyWork(vertx, SETTING);
        this.drafts = new PaperDrafts(setting, sheets, desk.numbers(), files, clock);
        this.signing = new SigningRoutes(vertx, rooms, directory, desk, sheets, clock);
    }

    public void declare(Api api, Router router) {
        sheets.declare(api);
        api.blocking(HttpMethod.GET, DOCUMENTS, Right.SIGNED_IN, this::kinds)
                .atOnce(HttpMethod.GET, DOCUMENTS + "/issued", Right.SIGNED_IN, this::issued)
                .later(HttpMethod.POST, DOCUMENTS + "/preview", Right.SIGNED_IN, this::preview)
                .later(HttpMethod.PUT, DOCUMENTS + "/:document", Right.SIGNED_IN, this::make)
                .later(HttpMethod.GET, DOCUMENTS + "/:document/text", Right.SIGNED_IN, this::text);
        router.get("/files/:meeting/documents/preview.pdf").handler(this::previewFile);
        router.get("/files/:meeting/documents/:document/:file").handler(this::file);
        signing.declare(api, router);
    }

    /**
     * One paper that may be made, or is there.
     *
     * @param id to which a paper's number among those of its line (from 0) and its year are added for its own id, so that a repeat after a lost answer is the same paper
     * @param makeable whether it can be made, or made again, where the meeting stands
     * @param title of the item, or the question of the vote, that it is about
     * @param dueBy the day by which it should be issued, as a date
     */
    record KindLine(String id, boolean makeable, DocumentKind kind, Optional<String> about, String label, String title, Optional<LocalDate> dueBy, PaperDrafts.Wanted usual) {}

    /** @param capacity what is printed where none is given @param chair name of the meeting's chair */
    record Kinds(List<KindLine> kinds, String agency, String notation, String chair, LocalDate today) {}

    private Object kinds(Call call) {
        Meeting meeting = led(call.ctx()).meeting();
        LocalDate today = today();
        BodySheet sheet = sheets.of(meeting.head());
        List<KindLine> kinds = PossiblePapers.of(meeting).stream().map(each -> new KindLine(id(meeting, each), each.standing().isEmpty(), each.kind(), each.about(),
                each.kind().label().in(call.language()), each.title(), each.dueBy(),
                each.standing().map(standing -> PaperDrafts.asked(standing.content())).orElseGet(() -> drafts.usual(meeting, each.kind(), each.about(), today)))).toList();
        return new Kinds(kinds, sheet.agency(), sheet.notation(), meeting.roster().chair().map(person -> person.name()).orElse(""), today);
    }

    private static String id(Meeting meeting, PossiblePapers.Possible line) {
        return Hash.sha256(String.join("/", meeting.id(), line.kind().name(), line.about().orElse(""))).hex().substring(0, ID_LETTERS);
    }

    /** What the caller may see of the meeting's papers, without the meeting. */
    private Object issued(Call call) {
        Meeting meeting = rooms.find(call.path("meeting")).map(Room::meeting).orElseThrow(Problem.NOT_FOUND::with);
        Rights rights = Rights.of(meeting, call.who().caller(directory));
        if (!rights.maySeeMeeting()) {
            throw Problem.NOT_FOUND.with();
        }
        return DocumentsView.of(meeting, rights);
    }

    private Future<Object> preview(Call call) {
        Room room = led(call.ctx());
        PaperDrafts.Wanted wanted = call.body(PaperDrafts.Wanted.class);
        Optional<Decision> against = DocumentCommand.dated(room.meeting(), wanted.date(), today());
        if (against.isPresent()) {
            return Future.succeededFuture(Refusing.answer(call.ctx(), against.get()));
        }
        Optional<Numbered> number = call.ctx().queryParam("document").stream().findFirst().flatMap(room.meeting().documents()::find)
                .flatMap(found -> found.content().number()).map(taken -> new Numbered(taken.ordinal(), taken.notation()));
        return setting.give(call.who().person().id(), () -> drafts.make(room.standing(), wanted, number).paper());
    }

    private void previewFile(RoutingContext ctx) {
        Room room = led(ctx);
        DocumentKind kind = Stream.of(DocumentKind.values()).filter(each -> ctx.queryParam("kind").contains(each.name())).findFirst().orElseThrow(Problem.NOT_FOUND::with);
        Optional<String> about = ctx.queryParam("about").stream().findFirst();
        setting.give(Guard.signedIn(ctx).person().id(), () -> drafts.preview(room.standing(), drafts.usual(room.meeting(), kind, about, today())).pdf())
                .onFailure(failure -> Answers.failure(ctx, failure))
                .onSuccess(pdf -> ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/pdf")
                        .putHeader("Content-Disposition", "inline; filename=\"" + kind.slug() + ".pdf\"").end(Buffer.buffer(pdf)));
    }

    /**
     * A first making, which expects nothing there, may be repeated as it is after a lost answer. Another wish for the same paper is refused:
     * somebody else has made it meanwhile.
     */
    private Future<Object> make(Call call) {
        Room room = led(call.ctx());
        String document = call.path("document");
        PaperDrafts.Wanted wanted = call.body(PaperDrafts.Wanted.class);
        if (!call.ctx().queryParam("first").contains("yes")) {
            return drafts.make(call, room, call.who().caller(directory), document, wanted, () -> { });
        }
        String making = room.meetingId() + "/" + document;
        PaperDrafts.Wanted other = Optional.ofNullable(first.putIfAbsent(making, wanted))
                .or(() -> room.meeting().documents().find(document).map(found -> PaperDrafts.asked(found.content()))).orElse(wanted);
        if (!same(other, wanted)) {
            first.remove(making, wanted);
            return Future.succeededFuture(Refusing.answer(call.ctx(), Decision.refuse(Reason.DOCUMENT_EXISTS)));
        }
        return drafts.make(call, room, call.who().caller(directory), document, wanted, () -> first.remove(making, wanted));
    }

    private static boolean same(PaperDrafts.Wanted one, PaperDrafts.Wanted other) {
        return one.kind() == other.kind() && one.about().equals(other.about()) && one.date().equals(other.date()) && one.capacity().equals(other.capacity())
                && one.signatory().strip().equals(other.signatory().strip()) && one.recipients().equals(other.recipients());
    }

    /** The words of the paper that was made and is signed, not of one that would be made now. */
    private Future<Object> text(Call call) {
        Room room = led(call.ctx());
        Document document = room.meeting().documents().find(call.path("document")).orElseThrow(Problem.NOT_FOUND::with);
        return setting.give(call.who().person().id(), () -> drafts.kept(room.standing(), document));
    }

    private void file(RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        Meeting meeting = rooms.find(ctx.pathParam("meeting")).map(Room::meeting).orElseThrow(Problem.NOT_FOUND::with);
        Rights rights = Rights.of(meeting, caller);
        Document document = meeting.documents().find(ctx.pathParam("document"))
                .filter(found -> rights.maySeeMeeting() && DocumentsView.mayTake(meeting, rights, found)).orElseThrow(Problem.NOT_FOUND::with);
        boolean word = ctx.pathParam("file").equals("unsigned.docx");
        if (!word && !ctx.pathParam("file").equals("paper.pdf")) {
            throw Problem.NOT_FOUND.with();
        }
        String sha256 = word ? document.content().docx().orElseThrow(Problem.NOT_FOUND::with) : document.file();
        vertx.executeBlocking(() -> files.read(sha256).orElseThrow(Problem.NOT_FOUND::with), false)
                .onFailure(failure -> Answers.failure(ctx, failure))
                .onSuccess(bytes -> {
                    if (word) {
                        Attachment.head(ctx.response(), name(document) + ".docx", WORD);
                    } else { // made here: what was signed elsewhere is taken only with the pages that were given out
                        Attachment.shown(ctx.response(), name(document) + ".pdf");
                    }
                    ctx.response().end(Buffer.buffer(bytes));
                });
    }

    /** "Biên bản 07-BB-BCĐ". */
    private static String name(Document document) {
        String label = document.content().kind().label().in(Language.VI);
        return document.content().number().map(Content.Number::printed).map(number -> label + " " + number.replace('/', '-')).orElse(label);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VietnamTime.ZONE);
    }

    private Room led(RoutingContext ctx) {
        return led(rooms, directory, ctx);
    }

    /** The room in the path, for those who lead; for others it is not there. */
    static Room led(Rooms rooms, Directory directory, RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        return rooms.find(ctx.pathParam("meeting")).filter(room -> Rights.of(room.meeting(), caller).mayLead()).orElseThrow(Problem.NOT_FOUND::with);
    }
}
