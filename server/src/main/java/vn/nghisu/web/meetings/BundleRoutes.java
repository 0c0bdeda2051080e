package vn.nghisu.web.meetings;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import vn.nghisu.journal.Journal;
import vn.nghisu.journal.JournalExport;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.Attachment;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Guard;

/** A closed meeting's journal to be taken out and checked without this program (docs/bundle.md); for those who prepare it. */
public final class BundleRoutes {
    private static final String FILE = "bundle.jsonl";

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final Journal journal;
    private final PaperStore store;

    public BundleRoutes(Vertx vertx, Rooms rooms, Directory directory, Journal journal, PaperStore store) {
        this.store = store;
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.journal = journal;
    }

    public void declare(Router router) {
        router.get("/files/:meeting/bundle").handler(this::bundle);
    }

    private void bundle(RoutingContext ctx) {
        var caller = Guard.signedIn(ctx).caller(directory);
        Room room = rooms.find(ctx.pathParam("meeting")).orElseThrow(Problem.NOT_FOUND::with);
        if (!Rights.of(room.meeting(), caller).mayPrepare()) {
            throw Problem.NOT_FOUND.with();
        }
        if (room.meeting().phase() != Phase.CLOSED) { // a running vote's ballots are nobody's to read
            throw Problem.JOURNAL_RUNS.with();
        }
        vertx.executeBlocking(() -> {
                    Path folder = store.workFolder();
                    try {
                        JournalExport.write(journal, Rooms.STREAMS + room.meetingId(), folder.resolve(FILE));
                        return folder;
                    } catch (RuntimeException e) {
                        PaperStore.remove(folder);
                        throw e;
                    }
                }, false)
                .onFailure(ctx::fail)
                .onSuccess(folder -> {
                    Attachment.head(ctx.response(), "nhat-ky-" + room.meetingId() + ".jsonl", "application/x-ndjson");
                    ctx.response().sendFile(folder.resolve(FILE).toString()).onFailure(ctx::fail).onComplete(sent -> vertx.executeBlocking(() -> {
                        PaperStore.remove(folder);
                        return null;
                    }, false));
                });
    }
}
