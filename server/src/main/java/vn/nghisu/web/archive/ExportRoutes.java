package vn.nghisu.web.archive;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.nghisu.exports.JournalJson;
import vn.nghisu.exports.MeetingCalendar;
import vn.nghisu.exports.OParl;
import vn.nghisu.exports.Popolo;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.papers.Disk;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.Attachment;
import vn.nghisu.web.OneTimeFile;
import vn.nghisu.web.security.Origins;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Guard;

/**
 * Open exports (product M8, docs/exports.md). Of a closed meeting, for those who prepare it: {@code /files/:meeting/journal.json}, {@code oparl.json} and {@code popolo.json}; for whoever sees a
 * meeting {@code calendar.ics}. Of a body: {@code /files/body/:body/calendar.ics?year=}, and {@code exports.zip?from=&to=} with all of it for years.
 */
public final class ExportRoutes {
    private static final Text YEAR = new Text("năm", "the year");
    private static final String JSON = "application/json";
    private static final String CALENDAR = "text/calendar; charset=utf-8";
    /** Meetings in one archive of a body. */
    private static final int MOST = 1_000;

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final Journal journal;
    private final OneTimeFile file;
    private final Origins origins;
    private final Clock clock;

    public ExportRoutes(Vertx vertx, Rooms rooms, Directory directory, Journal journal, PaperStore store, Origins origins, Clock clock) {
        this.file = new OneTimeFile(vertx, store);
        this.origins = origins;
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.journal = journal;
        this.clock = clock;
    }

    public void declare(Router router) {
        router.get("/files/:meeting/journal.json").handler(this::journal);
        router.get("/files/:meeting/oparl.json").handler(ctx -> {
            Meeting meeting = prepared(ctx);
            make(ctx, "oparl-" + meeting.id() + ".json", JSON, () -> OParl.of(origins.seen(ctx.request()), List.of(meeting)));
        });
        router.get("/files/:meeting/popolo.json").handler(ctx -> {
            Meeting meeting = prepared(ctx);
            make(ctx, "popolo-" + meeting.id() + ".json", JSON, () -> Popolo.of(List.of(meeting)));
        });
        router.get("/files/:meeting/calendar.ics").handler(ctx -> {
            Meeting meeting = seen(ctx);
            make(ctx, "lich-" + meeting.id() + ".ics", CALENDAR, () -> MeetingCalendar.of(List.of(meeting), clock.instant()));
        });
        router.get("/files/body/:body/calendar.ics").handler(this::year);
        router.get("/files/body/:body/exports.zip").handler(this::years);
    }

    private interface Maker {
        byte[] make() throws IOException;
    }

    private void make(RoutingContext ctx, String name, String type, Maker maker) {
        vertx.executeBlocking(maker::make, false).onFailure(ctx::fail).onSuccess(bytes -> {
            Attachment.head(ctx.response(), name, type);
            ctx.response().end(Buffer.buffer(bytes)).onFailure(ctx::fail);
        });
    }

    private interface LongFile {
        void write(OutputStream out) throws IOException;
    }

    private void send(RoutingContext ctx, String name, String type, LongFile maker) {
        file.send(ctx, name, type, target -> {
            try (OutputStream out = Disk.sparing(new BufferedOutputStream(Files.newOutputStream(target)), target.getParent())) {
                maker.write(out);
            }
        });
    }

    private void journal(RoutingContext ctx) {
        Meeting meeting = prepared(ctx);
        send(ctx, "nhat-ky-" + meeting.id() + ".json", JSON, out -> JournalJson.write(journal, Rooms.STREAMS + meeting.id(), out));
    }

    private void year(RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        int year = number(ctx, "year");
        List<Meeting> meetings = ofBody(ctx, meeting -> year(meeting) == year && meeting.session().isVisibleToParticipants() && Rights.of(meeting, caller).maySeeMeeting());
        make(ctx, "lich-" + ctx.pathParam("body") + "-" + year + ".ics", CALENDAR, () -> MeetingCalendar.of(meetings, clock.instant()));
    }

    private void years(RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        int from = number(ctx, "from");
        int to = number(ctx, "to");
        List<Meeting> meetings = ofBody(ctx, meeting -> meeting.phase() == Phase.CLOSED && year(meeting) >= from && year(meeting) <= to && Rights.of(meeting, caller).mayPrepare());
        String origin = origins.seen(ctx.request());
        send(ctx, "xuat-" + ctx.pathParam("body") + "-" + from + "-" + to + ".zip", "application/zip", out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                put(zip, "oparl.json", OParl.of(origin, meetings));
                put(zip, "popolo.json", Popolo.of(meetings));
                put(zip, "calendar.ics", MeetingCalendar.of(meetings, clock.instant()));
                for (Meeting meeting : meetings) {
                    zip.putNextEntry(new ZipEntry("journal/" + meeting.id() + ".json"));
                    JournalJson.write(journal, Rooms.STREAMS + meeting.id(), zip);
                    zip.closeEntry();
                }
            }
        });
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** The newest first. @throws vn.nghisu.web.security.Refused (404) when there are none, (422) when there are too many */
    private List<Meeting> ofBody(RoutingContext ctx, Predicate<Meeting> which) {
        List<Meeting> found = rooms.all().map(Room::meeting).filter(Meeting::exists).filter(meeting -> meeting.head().bodyId().equals(ctx.pathParam("body"))).filter(which)
                .sorted(Comparator.comparing((Meeting meeting) -> meeting.heldAt()).reversed()).toList();
        if (found.isEmpty()) {
            throw Problem.NOT_FOUND.with();
        }
        if (found.size() > MOST) {
            throw Problem.TOO_MANY_MEETINGS.with(found.size(), MOST);
        }
        return found;
    }

    private static int year(Meeting meeting) {
        return meeting.heldAt().atZone(VietnamTime.ZONE).getYear();
    }

    private static int number(RoutingContext ctx, String name) {
        String text = ctx.request().getParam(name);
        if (text == null || !text.matches("\\d{4}")) {
            throw Problem.FIELD_WRONG.with(YEAR);
        }
        return Integer.parseInt(text);
    }

    private Meeting seen(RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        return rooms.find(ctx.pathParam("meeting")).map(Room::meeting).filter(meeting -> Rights.of(meeting, caller).maySeeMeeting() && meeting.session().isVisibleToParticipants())
                .orElseThrow(Problem.NOT_FOUND::with);
    }

    private Meeting prepared(RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        Meeting meeting = rooms.find(ctx.pathParam("meeting")).map(Room::meeting).filter(found -> Rights.of(found, caller).mayPrepare()).orElseThrow(Problem.NOT_FOUND::with);
        if (meeting.phase() != Phase.CLOSED) {
            throw Problem.JOURNAL_RUNS.with();
        }
        return meeting;
    }
}
