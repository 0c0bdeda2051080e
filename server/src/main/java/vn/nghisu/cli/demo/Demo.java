package vn.nghisu.cli.demo;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.preparation.Head;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.papers.Accepted;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.IntakeOutcome;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.PaperWorks;
import vn.nghisu.people.Credentials;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Invitees;
import vn.nghisu.readings.Readings;
import vn.nghisu.room.Answer;
import vn.nghisu.room.PaperDesk;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;

/**
 * Fills an empty data folder with the demo body, which keeps who opens its papers: its people, last half-year's closed meeting, and
 * tomorrow's issued one with papers. The past is made before the server answers; tomorrow's papers may be prepared while it does. What was cut off is continued where it
 * stopped, but not in a meeting in which a person has done something.
 */
public final class Demo {
    /** Everybody's password in the demo. */
    public static final String PASSWORD = "hop-khong-giay";

    /** Id of the demo's committee. */
    public static final String BODY = DemoPeople.BODY.id();

    public static final String LAST = "ket-qua-2025";
    public static final String NEXT = "so-ket-6-thang";

    /** Number of the command that lays the seats, beyond those that are counted. */
    private static final long SEATS = 1_000_000;
    private static final String PAST_ENDS_WITH = "MeetingClosed";
    private static final String NEXT_ENDS_WITH = "MeetingIssued";
    private static final Duration PREPARED_BEFORE = Duration.ofDays(5);
    private static final LocalTime BEGINS = LocalTime.of(8, 0);
    private static final long PAPERS_TIMEOUT_MIN = 10;

    private final Vertx vertx;
    private final Journal journal;
    private final Directory directory;
    private final Credentials credentials;
    private final Readings readings;
    private final PaperStore store;
    private final Intake intake;
    private final PaperWorks works;
    private final Press press;
    private final Consumer<String> progress;
    private List<DemoPapers.DemoPaper> papers = List.of();

    /** Writes the papers of both meetings into a folder. */
    @FunctionalInterface
    interface Press {
        List<DemoPapers.DemoPaper> write(Path folder) throws IOException;
    }

    /** @param progress told in one line each what is being made */
    public Demo(Vertx vertx, Journal journal, Directory directory, Credentials credentials, Readings readings, PaperStore store, Intake intake,
            PaperWorks works, Consumer<String> progress) {
        this(vertx, journal, directory, credentials, readings, store, intake, works, DemoPapers::write, progress);
    }

    Demo(Vertx vertx, Journal journal, Directory directory, Credentials credentials, Readings readings, PaperStore store, Intake intake,
            PaperWorks works, Press press, Consumer<String> progress) {
        this.vertx = vertx;
        this.journal = journal;
        this.directory = directory;
        this.credentials = credentials;
        this.readings = readings;
        this.store = store;
        this.intake = intake;
        this.works = works;
        this.press = press;
        this.progress = progress;
    }

    /** Whether the demo was begun here and something of it is missing that no person has had a hand in. */
    public boolean isUnfinished() {
        return directory.body(BODY).isPresent() && (isUnfinished(LAST, PAST_ENDS_WITH) || isUnfinished(NEXT, NEXT_ENDS_WITH));
    }

    private boolean isUnfinished(String meeting, String endsWith) {
        for (Entry entry : journal.all(Rooms.STREAMS + meeting, 0)) {
            boolean byPerson = !entry.actor().equals(Caller.SYSTEM) && !DemoScript.gave(entry.commandId());
            if (byPerson || entry.type().equals(endsWith)) {
                return false;
            }
        }
        return true;
    }

    /** People, papers and the closed meeting; blocks until they are there. @param today the day before the meeting that comes next */
    public void makePast(LocalDate today, Path scratch) throws IOException {
        boolean fresh = journal.head(Rooms.STREAMS + LAST).seq() == 0;
        if (fresh) {
            people();
        }
        progress.accept("Đang soạn tài liệu mẫu / writing the demo's papers");
        papers = press.write(scratch);
        if (isUnfinished(LAST, PAST_ENDS_WITH)) {
            lastMeeting(fresh ? today : begun());
        }
    }

    /** The day on which a past that was cut off was begun. */
    private LocalDate begun() {
        Instant first = journal.all(Rooms.STREAMS + LAST, 0).iterator().next().at();
        return LocalDate.ofInstant(first.plus(PREPARED_BEFORE), VietnamTime.ZONE).plusMonths(6);
    }

    private void lastMeeting(LocalDate today) {
        Instant start = today.minusMonths(6).withDayOfMonth(15).atTime(BEGINS).atZone(VietnamTime.ZONE).toInstant();
        DemoScript.DemoClock clock = new DemoScript.DemoClock(start.minus(PREPARED_BEFORE));
        try (Rooms rooms = new Rooms(vertx, journal, clock::now)) {
            DemoScript script = new DemoScript(rooms.create(LAST), clock);
            meeting(rooms, script, LAST, "Phiên họp tổng kết năm 2025 và triển khai nhiệm vụ năm 2026", Kind.REGULAR, start, Duration.ofHours(2),
                    LastMeeting::prepare);
            LastMeeting.play(script, start);
        }
    }

    /** Tomorrow's meeting, in rooms that may be open already; blocks until its papers are ready and it is issued. */
    public void makeNext(LocalDate today, Rooms rooms) {
        if (!isUnfinished(NEXT, NEXT_ENDS_WITH)) {
            return;
        }
        Instant start = today.plusDays(1).atTime(BEGINS).atZone(VietnamTime.ZONE).toInstant();
        meeting(rooms, new DemoScript(rooms.create(NEXT), new DemoScript.DemoClock(Instant.now())), NEXT,
                "Phiên họp sơ kết công tác chính quyền điện tử 6 tháng đầu năm", Kind.REVIEW, start, Duration.ofHours(3), NextMeeting::prepare);
        progress.accept("Phiên họp ngày mai đã phát hành. / Tomorrow's meeting is issued.");
    }

    private void people() {
        progress.accept("Đang tạo Ban Chỉ đạo mẫu: 1 chủ trì, 1 thư ký, 25 thành viên, 3 khách mời");
        directory.save(DemoPeople.BODY); // the first of all: by it a later start knows that there is a demo to be finished
        readings.keep(BODY, true);
        directory.savePersons(DemoPeople.persons());
        directory.saveMemberships(DemoPeople.memberships());
        List<CompletableFuture<Void>> set = DemoPeople.persons().stream().map(person -> credentials.set(person.id(), PASSWORD)).toList();
        set.forEach(DemoScript::await);
    }

    private void meeting(Rooms rooms, DemoScript script, String id, String title, Kind kind, Instant start, Duration length, Consumer<DemoScript> prepare) {
        progress.accept("Đang tạo / making: " + title);
        Room room = rooms.create(id);
        script.give(new Caller(DemoPeople.SECRETARY, Set.of(DemoPeople.BODY.id())), new PreparationCommand.CreateMeeting(title, kind,
                DemoPeople.BODY.id(), DemoPeople.BODY.name(), DemoPeople.BODY.parent(), DemoPeople.BODY.place(),
                "Phòng họp số 1, trụ sở Ủy ban nhân dân tỉnh", start, start.plus(length), MajorityRule.MORE_THAN_HALF_OF_ALL,
                Quorum.TWO_THIRDS, Invitees.of(directory, DemoPeople.BODY.id())));
        prepare.accept(script);
        script.giveAside(DemoPeople.SECRETARY, SEATS, DemoSeats.of(room.meeting()));
        try (PaperDesk desk = new PaperDesk(rooms, works)) {
            papers.stream().filter(paper -> paper.meeting().equals(id)).forEach(paper -> lay(room, desk, script.nextId(), paper));
            awaitPapers(room);
        }
        Head head = room.meeting().head();
        if (!head.startsAt().equals(start) && room.meeting().phase() == Phase.DRAFT) { // a draft of an earlier day
            script.giveAside(DemoPeople.SECRETARY, start.toEpochMilli(),
                    new PreparationCommand.EditMeeting(title, kind, head.room(), start, start.plus(length), Optional.empty()));
        }
        script.after(60).give(DemoPeople.SECRETARY, new PreparationCommand.IssueMeeting());
    }

    private void lay(Room room, PaperDesk desk, UUID upload, DemoPapers.DemoPaper paper) {
        progress.accept("  tài liệu: " + paper.title());
        try {
            Path quarantined = store.quarantine();
            Files.copy(paper.path(), quarantined, StandardCopyOption.REPLACE_EXISTING);
            IntakeOutcome outcome = DemoScript.await(intake.accept(quarantined).toCompletableFuture());
            if (!(outcome instanceof Accepted accepted)) {
                throw new IllegalStateException(paper.fileName() + ": " + outcome);
            }
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            desk.add(room, Caller.person(DemoPeople.SECRETARY), upload, accepted, new PaperDesk.Placing(paper.forItem(), paper.title(),
                    paper.fileName(), Access.EVERYONE, List.of(), Optional.empty(), Optional.empty(), Optional.empty()), answer::complete);
            DemoScript.expectDone(paper.fileName(), DemoScript.await(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitPapers(Room room) {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(PAPERS_TIMEOUT_MIN);
        while (room.meeting().papers().all().anyMatch(paper -> !paper.isPrepared() && !paper.isWithdrawn())) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the demo was stopped");
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the demo's papers were not ready in " + PAPERS_TIMEOUT_MIN + " minutes");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
