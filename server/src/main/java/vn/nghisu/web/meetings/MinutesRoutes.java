package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Head;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.minutes.MinutesEvent;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.minutes.BienBan;
import vn.nghisu.minutes.Drafts;
import vn.nghisu.minutes.Facts;
import vn.nghisu.minutes.FormReport;
import vn.nghisu.minutes.MinutesText;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.papers.OfficialFiles;
import vn.nghisu.people.Directory;
import vn.nghisu.room.EventCodec;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.HeavyWork;
import vn.nghisu.web.documents.DocumentRoutes;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Guard;
import vn.nghisu.web.signin.Right;

/** The minutes as they write themselves, beside the facts, and as a PDF (product M1, M3, M5). */
public final class MinutesRoutes {
    static final int NEWEST = 60;

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final Journal journal;
    private final OfficialFiles files;
    private final NewestFacts newest;
    private final HeavyWork setting;
    private final Shared<OfficialPaper> papers = new Shared<>();
    private final Shared<byte[]> pdfs = new Shared<>();

    /** Those who ask for the same at the same time are given one making of it. */
    private static final class Shared<T> {
        private final Map<Making, Future<T>> underWay = new ConcurrentHashMap<>();

        /** @param seq of the entry up to which it tells */
        private record Making(String meeting, long seq) {}

        Future<T> of(Room.Standing standing, Supplier<Future<T>> maker) {
            Making wanted = new Making(standing.meeting().id(), standing.head().seq());
            Future<T> there = underWay.get(wanted);
            if (there != null) {
                return there;
            }
            Future<T> made = maker.get();
            underWay.put(wanted, made);
            return made.andThen(done -> underWay.remove(wanted, made));
        }
    }

    public MinutesRoutes(Vertx vertx, Rooms rooms, Directory directory, Journal journal, OfficialFiles files) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.journal = journal;
        this.files = files;
        this.setting = new HeavyWork(vertx, DocumentRoutes.SETTING);
        this.newest = new NewestFacts(journal, NEWEST, Facts::isNews);
    }

    public void declare(Api api, Router router) {
        api.later(HttpMethod.GET, "/api/meetings/:meeting/minutes", Right.SIGNED_IN, this::minutes);
        router.get("/files/:meeting/minutes.pdf").handler(this::pdf);
    }

    /** @param at ms since 1970 @param code short code of the entry's hash */
    record Fact(long seq, long at, String actor, String type, String text, String code) {}

    record HeadLine(long seq, String hash) {}

    /**
     * @param draft whether these are minutes that the chair has not approved as they are
     * @param facts the journal in words, without each stroke of the minutes' own text; only for those who prepare the meeting
     */
    record Page(Kind kind, boolean draft, OfficialPaper paper, List<Fact> facts, HeadLine head) {}

    /** What the console shows while the meeting runs: the newest facts after a number, without the paper. */
    record NewFacts(List<Fact> facts, HeadLine head) {}

    private Future<Object> minutes(Call call) {
        List<String> after = call.ctx().queryParam("after");
        return after.isEmpty() ? page(call) : vertx.executeBlocking(() -> newFacts(call, number(after.get(0))), false);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.BAD_REQUEST.with();
        }
    }

    private NewFacts newFacts(Call call, long after) {
        Room.Standing standing = readable(call.ctx()).standing();
        boolean prepares = Rights.of(standing.meeting(), call.who().caller(directory)).mayPrepare();
        List<Fact> facts = prepares
                ? newest.of(standing).stream().filter(told -> told.entry().seq() > after).map(told -> fact(told, standing, call.language())).toList()
                : List.of();
        return new NewFacts(facts, new HeadLine(standing.head().seq(), standing.head().hash().hex()));
    }

    private static Fact fact(NewestFacts.Told told, Room.Standing standing, Language language) {
        Entry entry = told.entry();
        return new Fact(entry.seq(), entry.at().toEpochMilli(), Facts.actor(entry.actor(), standing.meeting()).in(language), entry.type(),
                told.words().in(language), entry.hash().shortCode());
    }

    private Future<Object> page(Call call) {
        Room.Standing standing = readable(call.ctx()).standing();
        boolean prepares = Rights.of(standing.meeting(), call.who().caller(directory)).mayPrepare();
        Meeting meeting = standing.meeting();
        String person = call.who().person().id();
        return papers.of(standing, () -> setting.give(person, () -> paper(standing)))
                .compose(paper -> (prepares ? setting.give(person, () -> facts(standing, call.language())) : Future.<List<Fact>>succeededFuture(List.of()))
                        .map(facts -> new Page(meeting.head().kind(), meeting.head().kind().hasSession() && !meeting.minutes().isApproved(), paper, facts,
                                new HeadLine(standing.head().seq(), standing.head().hash().hex()))));
    }

    /** The minutes, or what an opinion form has in their place. */
    private static OfficialPaper paper(Room.Standing standing) {
        return standing.meeting().head().kind().hasSession()
                ? MinutesText.of(Drafts.of(standing.meeting(), standing.head()), VietnamTime.ZONE)
                : FormReport.of(standing.meeting(), standing.head(), VietnamTime.ZONE);
    }

    private List<Fact> facts(Room.Standing standing, Language language) {
        Head head = standing.head();
        List<Fact> facts = new ArrayList<>();
        Meeting before = Meeting.none(standing.meeting().id());
        for (Entry entry : journal.all(head.stream(), 0)) {
            if (entry.seq() > head.seq()) {
                break;
            }
            var event = EventCodec.event(entry);
            if (!(event instanceof MinutesEvent.MinutesWritten)) {
                facts.add(fact(NewestFacts.Told.of(entry, event, before), standing, language));
            }
            before = before.after(event, EventCodec.stamp(entry));
        }
        return facts;
    }

    private void pdf(RoutingContext ctx) {
        Room room = readable(ctx);
        boolean hasSession = room.meeting().head().kind().hasSession();
        Room.Standing standing = room.standing();
        String person = Guard.signedIn(ctx).person().id();
        pdfs.of(standing, () -> setting.give(person, () -> pdf(standing)))
                .onSuccess(pdf -> ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/pdf")
                        .putHeader("Content-Disposition", "inline; filename=\"" + (hasSession ? "bien-ban-" : "tong-hop-phieu-lay-y-kien-") + room.meetingId() + ".pdf\"")
                        .end(Buffer.buffer(pdf)))
                .onFailure(failure -> Answers.failure(ctx, failure));
    }

    /** Once minutes are issued nothing unsigned stands in their place, also when their file is lost. */
    private byte[] pdf(Room.Standing standing) throws IOException {
        Meeting meeting = standing.meeting();
        Optional<Document> issued = meeting.documents().standing(DocumentKind.MINUTES, Optional.empty()).filter(paper -> paper.state() == Document.State.ISSUED);
        if (issued.isPresent()) {
            return files.read(issued.get().file()).orElseThrow(Problem.NOT_FOUND::with);
        }
        return !meeting.head().kind().hasSession()
                ? FormReport.pdf(meeting, standing.head(), VietnamTime.ZONE)
                : BienBan.pdf(meeting, standing.head(), meeting.session().closedAt().orElse(meeting.head().startsAt()), VietnamTime.ZONE);
    }

    private Room readable(RoutingContext ctx) {
        var caller = Guard.signedIn(ctx).caller(directory);
        Room room = rooms.find(ctx.pathParam("meeting")).orElseThrow(Problem.NOT_FOUND::with);
        if (!Rights.of(room.meeting(), caller).mayReadMinutes(room.meeting())) {
            throw Problem.NOT_FOUND.with();
        }
        return room;
    }
}
