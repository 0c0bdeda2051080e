package vn.nghisu.web.meetings;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import vn.nghisu.journal.Journal;
import vn.nghisu.journal.JournalExport;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.OneTimeFile;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Guard;

/** A closed meeting's journal to be taken out and checked without this program (docs/bundle.md); for those who prepare it. */
public final class BundleRoutes {
    private final Rooms rooms;
    private final Directory directory;
    private final Journal journal;
    private final OneTimeFile file;

    public BundleRoutes(Vertx vertx, Rooms rooms, Directory directory, Journal journal, PaperStore store) {
        this.file = new OneTimeFile(vertx, store);
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
        file.send(ctx, "nhat-ky-" + room.meetingId() + ".jsonl", "application/x-ndjson", bundle -> JournalExport.write(journal, Rooms.STREAMS + room.meetingId(), bundle));
    }
}
