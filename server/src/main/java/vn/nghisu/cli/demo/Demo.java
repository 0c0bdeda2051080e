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
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
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
import vn.nghisu.room.PaperDesk;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;

/**
 * Fills an empty data folder with the demo body: its people, last half-year's closed meeting, and tomorrow's issued one with papers.
 * The past is made before the server answers; tomorrow's papers may be prepared while it does.
 */
public final class Demo {
    /** Everybody's password in the demo. */
    public static final String PASSWORD = "hop-khong-giay";

    /** Id of the demo's committee. */
    public static final String BODY = DemoPeople.BODY.id();

    public static final String LAST = "ket-qua-2025";
    public static final String NEXT = "so-ket-6-thang";

    private static final LocalTime BEGINS = LocalTime.of(8, 0);
    private static final long PAPERS_TIMEOUT_MIN = 10;

    private final Vertx vertx;
    private final Journal journal;
    private final Directory directory;
    private final Credentials credentials;
    private final PaperStore store;
    private final Intake intake;
    private final PaperWorks works;
    private final Consumer<String> progress;
    private List<DemoPapers.DemoPaper> papers = List.of();

    /** @param progress told in one line each what is being made */
    public Demo(Vertx vertx, Journal journal, Directory directory, Credentials credentials, PaperStore store, Intake intake, PaperWorks works,
            Consumer<String> progress) {
        this.vertx = vertx;
        this.journal = journal;
        this.directory = directory;
        this.credentials = credentials;
        this.store = store;
        this.intake = intake;
        this.works = works;
        this.progress = progress;
    }

    /** People and the closed meeting; blocks until they are there. @param today the day before the meeting that comes next */
    public void makePast(LocalDate today, Path scratch) throws IOException {
        people();
        progress.accept("Đang soạn tài liệu mẫu / writing the demo's papers");
        papers = DemoPapers.write(scratch);
        Instant start = today.minusMonths(6).withDayOfMonth(15).atTime(BEGINS).atZone(VietnamTime.ZONE).toInstant();
        DemoScript.DemoClock clock = new DemoScript.DemoClock(start.minus(Duration.ofDays(5)));
        try (Rooms rooms = new Rooms(vertx, journal, clock::now)) {
            DemoScript script = new DemoScript(rooms.create(LAST), clock);
            meeting(rooms, script, LAST, "Phiên họp tổng kết năm 2025 và triển khai nhiệm vụ năm 2026", Kind.REGULAR, start, Duration.ofHours(2),
                    LastMeeting::prepare);
            LastMeeting.play(script, start);
        }
    }

    /** Tomorrow's meeting, in rooms that may be open already; blocks until its papers are ready and it is issued. */
    public void makeNext(LocalDate today, Rooms rooms) {
        Instant start = today.plusDays(1).atTime(BEGINS).atZone(VietnamTime.ZONE).toInstant();
        meeting(rooms, new DemoScript(rooms.create(NEXT), new DemoScript.DemoClock(Instant.now())), NEXT,
                "Phiên họp sơ kết công tác chính quyền điện tử 6 tháng đầu năm", Kind.REVIEW, start, Duration.ofHours(3), NextMeeting::prepare);
        progress.accept("Phiên họp ngày mai đã phát hành. / Tomorrow's meeting is issued.");
    }

    private void people() {
        progress.accept("Đang tạo Ban Chỉ đạo mẫu: 1 chủ trì, 1 thư ký, 25 thành viên, 3 khách mời");
        directory.savePersons(DemoPeople.persons());
        directory.save(DemoPeople.BODY);
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
        PaperDesk desk = new PaperDesk(rooms, works);
        papers.stream().filter(paper -> paper.meeting().equals(id)).forEach(paper -> lay(room, desk, paper));
        awaitPapers(room);
        script.after(60).give(DemoPeople.SECRETARY, new PreparationCommand.IssueMeeting());
    }

    private void lay(Room room, PaperDesk desk, DemoPapers.DemoPaper paper) {
        progress.accept("  tài liệu: " + paper.title());
        try {
            Path quarantined = store.quarantine();
            Files.copy(paper.path(), quarantined, StandardCopyOption.REPLACE_EXISTING);
            IntakeOutcome outcome = DemoScript.await(intake.accept(quarantined, paper.fileName()).toCompletableFuture());
            if (!(outcome instanceof Accepted accepted)) {
                throw new IllegalStateException(paper.fileName() + ": " + outcome);
            }
            CompletableFuture<Object> answer = new CompletableFuture<>();
            desk.add(room, Caller.person(DemoPeople.SECRETARY), UUID.randomUUID(), accepted, new PaperDesk.Placing(paper.forItem(), paper.title(),
                    paper.fileName(), Access.EVERYONE, List.of(), Optional.empty(), Optional.empty()), answer::complete);
            DemoScript.await(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitPapers(Room room) {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(PAPERS_TIMEOUT_MIN);
        while (room.meeting().papers().all().anyMatch(paper -> !paper.isPrepared())) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the demo's papers were not ready in " + PAPERS_TIMEOUT_MIN + " minutes");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
