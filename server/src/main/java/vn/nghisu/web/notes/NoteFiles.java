package vn.nghisu.web.notes;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.minutes.OpinionList;
import vn.nghisu.notes.NoteMarks;
import vn.nghisu.notes.NoteStore;
import vn.nghisu.notes.Sitting;
import vn.nghisu.papers.MarkedCopies;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.Attachment;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RateLimit;
import vn.nghisu.web.security.RequestLanguage;
import vn.nghisu.web.security.Waiting;
import vn.nghisu.web.signin.Guard;

/** Downloads: a paper with one's own notes in it, and for those who prepare the opinions on a paper as a document. */
public final class NoteFiles {
    /** Each costs a process for a few seconds. */
    private static final double COPIES_PER_SECOND = 0.1;
    private static final int COPIES_BURST = 5;
    private static final int RETRY_S = 60;
    private static final String PDF = "application/pdf";

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final NoteStore store;
    private final MarkedCopies copies;
    private final Clock clock;
    private final RateLimit rate;

    public NoteFiles(Vertx vertx, Rooms rooms, Directory directory, NoteStore store, MarkedCopies copies, Clock clock) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.store = store;
        this.copies = copies;
        this.clock = clock;
        this.rate = new RateLimit(COPIES_BURST, COPIES_PER_SECOND, clock);
    }

    /** Before the routes of other files, whose pattern these names fit too. */
    public void mount(Router router) {
        router.get("/files/:meeting/:paper/with-notes").handler(this::withNotes);
        router.get("/files/:meeting/:paper/opinions.pdf").handler(this::opinions);
    }

    private void withNotes(RoutingContext ctx) {
        Sitting sitting = sitting(ctx);
        Paper paper = paper(ctx, sitting, (who, found) -> who.rights().mayTake(who.meeting(), found));
        boolean burnt = burnt(ctx);
        boolean swelling = ctx.queryParam("pressure").contains("true");
        limit(sitting);
        Language language = RequestLanguage.of(ctx);
        String author = sitting.meeting().roster().name(sitting.person());
        vertx.executeBlocking(() -> copies.make(paper.sha256(),
                        NoteMarks.of(store.onPaper(sitting.meeting().id(), paper.id(), sitting.person()), author, burnt, swelling, language)), false)
                .onSuccess(made -> made.ifPresentOrElse(copy -> {
                    Attachment.head(ctx.response(), name(paper) + language.either(" - ghi chú", " - notes") + ".pdf", PDF);
                    ctx.response().sendFile(copy.file().toString()).onFailure(ctx::fail)
                            .onComplete(sent -> vertx.executeBlocking(() -> {
                                copy.close();
                                return null;
                            }, false));
                }, () -> ctx.fail(Problem.NO_COPY.with().retryAfter(RETRY_S))))
                .onFailure(ctx::fail);
    }

    private void opinions(RoutingContext ctx) {
        Sitting sitting = sitting(ctx);
        Paper paper = paper(ctx, sitting, (who, found) -> who.rights().mayPrepare());
        limit(sitting);
        vertx.executeBlocking(() -> OpinionList.pdf(sitting.meeting(), paper, Opinions.of(store, sitting.meeting(), paper.id()), clock.instant(),
                        VietnamTime.ZONE), false)
                .onSuccess(pdf -> {
                    Attachment.head(ctx.response(), name(paper) + " - ý kiến.pdf", PDF);
                    ctx.response().end(Buffer.buffer(pdf));
                })
                .onFailure(ctx::fail);
    }

    private static boolean burnt(RoutingContext ctx) {
        List<String> form = ctx.queryParam("form");
        return switch (form.isEmpty() ? "" : form.get(0)) {
            case "burnt" -> true;
            case "annotations" -> false;
            default -> throw Problem.BAD_REQUEST.with();
        };
    }

    private void limit(Sitting sitting) {
        rate.take(sitting.person()).ifPresent(wait -> {
            throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, wait);
        });
    }

    private Sitting sitting(RoutingContext ctx) {
        var caller = Guard.signedIn(ctx).caller(directory);
        return Optional.ofNullable(ctx.pathParam("meeting")).flatMap(rooms::find).map(Room::meeting).map(meeting -> Sitting.of(meeting, caller))
                .filter(sitting -> sitting.rights().maySeeMeeting())
                .orElseThrow(Problem.NOT_FOUND::with);
    }

    private static Paper paper(RoutingContext ctx, Sitting sitting, BiPredicate<Sitting, Paper> may) {
        return sitting.meeting().papers().find(ctx.pathParam("paper")).filter(paper -> may.test(sitting, paper)).orElseThrow(Problem.NOT_FOUND::with);
    }

    private static String name(Paper paper) {
        return paper.fileName().replaceFirst("(?i)\\.pdf$", "");
    }
}
