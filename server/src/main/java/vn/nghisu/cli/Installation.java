package vn.nghisu.cli;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.cli.demo.Demo;
import vn.nghisu.cli.demo.DemoIndicators;
import vn.nghisu.indicators.IndicatorTokens;
import vn.nghisu.indicators.Indicators;
import vn.nghisu.journal.Database;
import vn.nghisu.journal.H2Journal;
import vn.nghisu.journal.Journal;
import vn.nghisu.journal.JournalExport;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.notes.NoteStore;
import vn.nghisu.papers.Arrivals;
import vn.nghisu.papers.Comparisons;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.OfficialFiles;
import vn.nghisu.papers.PaperLimits;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.PaperWorks;
import vn.nghisu.papers.TileWorks;
import vn.nghisu.papers.WorkFolders;
import vn.nghisu.people.Accounts;
import vn.nghisu.people.ArchiveChoices;
import vn.nghisu.people.BodyFloors;
import vn.nghisu.people.BodySheets;
import vn.nghisu.people.PaperNumbers;
import vn.nghisu.people.Passwords;
import vn.nghisu.people.ScreenKeys;
import vn.nghisu.people.Templates;
import vn.nghisu.people.WrittenRules;
import vn.nghisu.room.CarriedNotes;
import vn.nghisu.room.FormKeeper;
import vn.nghisu.room.OwnPapers;
import vn.nghisu.room.PaperDesk;
import vn.nghisu.room.Room;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.retention.RetentionLog;
import vn.nghisu.room.RetentionKeeper;
import vn.nghisu.room.Rooms;
import vn.nghisu.readings.Readings;
import vn.nghisu.search.PageIndex;
import vn.nghisu.signing.Authorities;
import vn.nghisu.tls.CertificateSource;
import vn.nghisu.web.Server;
import vn.nghisu.web.signin.FrontDoor;

/** The composition root: everything that stands on one data folder, put together once and closed in the opposite order. */
public final class Installation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final int RENDERING_CHILDREN = 2;
    private static final long CLOSE_TIMEOUT_S = 20;

    private final SteadyClock clock = new SteadyClock(Clock.systemUTC(), System::nanoTime);
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true)
            .setEventLoopPoolSize(Math.max(2, Runtime.getRuntime().availableProcessors())));
    private final Path folder;
    private final Database database;
    private final Journal journal;
    private final Passwords passwords = new Passwords();
    private final Accounts accounts;
    private final ScreenKeys screens;
    private final PaperStore store;
    private final Arrivals arrivals;
    private final Intake intake;
    private final PaperWorks works;
    private final Comparisons comparisons;
    private final TileWorks tiles;
    private final OfficialFiles official;

    /** @throws vn.nghisu.journal.FolderRefused when the folder can't be used */
    public Installation(Path folder) throws IOException {
        this.folder = folder;
        this.database = Database.file(folder);
        this.journal = new H2Journal(database);
        this.accounts = Accounts.open(database, passwords, clock, FrontDoor.onWorkers(vertx));
        this.screens = new ScreenKeys(database, clock);
        this.store = PaperStore.open(folder, PaperLimits.usual());
        this.arrivals = Arrivals.open(store, clock);
        this.intake = new Intake(store);
        this.works = new PaperWorks(store, RENDERING_CHILDREN);
        this.comparisons = new Comparisons(store);
        this.tiles = new TileWorks(store);
        this.official = OfficialFiles.open(folder);
    }

    public Vertx vertx() {
        return vertx;
    }

    public Accounts accounts() {
        return accounts;
    }

    public ScreenKeys screens() {
        return screens;
    }

    public Journal journal() {
        return journal;
    }

    public boolean isEmpty() {
        return accounts.directory().isEmpty();
    }

    /**
     * A demo in an empty installation, or what is missing of one whose making was cut off; nothing in any other. Its past is there at
     * once; what comes next is made with {@link DemoInMaking#finish}.
     */
    public Optional<DemoInMaking> makeDemo(Consumer<String> progress) throws IOException {
        Demo demo = new Demo(vertx, journal, accounts.directory(), accounts.credentials(), new Readings(database), store, intake, works,
                progress);
        if (!isEmpty()) {
            if (!demo.isUnfinished()) {
                return Optional.empty();
            }
            progress.accept("Lần chạy trước chưa tạo xong phiên họp mẫu; đang làm tiếp. / The demo was not finished last time; going on with it.");
        }
        LocalDate today = LocalDate.now(VietnamTime.ZONE);
        Path scratch = store.work().create();
        demo.makePast(today, scratch);
        DemoIndicators.fill(new Indicators(database, clock), today);
        return Optional.of(rooms -> {
            try {
                demo.makeNext(today, rooms);
            } finally {
                WorkFolders.remove(scratch);
            }
        });
    }

    /** The rest of a demo. */
    @FunctionalInterface
    public interface DemoInMaking {
        /** Blocks until tomorrow's meeting is issued. */
        void finish(Rooms rooms);
    }

    /** As {@link #start(Set, Optional)}, with pages of this server's own address only, and without encryption. */
    public Running start() {
        return start(Set.of(), Optional.empty());
    }

    /**
     * Rooms for all meetings; unfinished papers are taken up again, and at every adjournment the meeting's journal is copied out.
     *
     * @param origins further origins that pages may come from, such as that of a proxy that ends TLS
     * @param certificates for HTTPS
     */
    public Running start(Set<String> origins, Optional<CertificateSource> certificates) {
        return start(origins, certificates, Authorities.none());
    }

    /** @param authorities who may be asked when somebody signs from the console */
    public Running start(Set<String> origins, Optional<CertificateSource> certificates, Authorities authorities) {
        Rooms rooms = new Rooms(vertx, journal, clock::instant);
        clock.holdWhile(() -> rooms.all().map(Room::meeting).anyMatch(meeting -> meeting.floor().isTimed() || meeting.votes().running().flatMap(Vote::endsAt).isPresent()));
        rooms.onAdjourned(this::copyOut);
        PageIndex pages = PageIndex.open(folder, store);
        works.onFinished(pages::add);
        PaperDesk desk = new PaperDesk(rooms, works);
        NoteStore notes = new NoteStore(database);
        CarriedNotes carried = new CarriedNotes(rooms, notes, comparisons);
        notes.onTaken(carried::put);
        desk.onPrepared(carried::prepared);
        desk.resume();
        carried.resume();
        FormKeeper forms = new FormKeeper(vertx, rooms, new OwnPapers(vertx, store, intake, desk), clock::instant);
        ArchiveChoices choices = new ArchiveChoices(database);
        RetentionLog log = new RetentionLog(database);
        RetentionKeeper retention = new RetentionKeeper(vertx, rooms, accounts.directory(), choices, log, store, pages, clock::instant);
        Server server = new Server(vertx, new Server.Parts(accounts, screens, new Templates(database), new WrittenRules(database), new BodyFloors(database), journal, rooms, store, arrivals, tiles, intake, desk,
                comparisons, pages, new Readings(database), notes, new Indicators(database, clock), new IndicatorTokens(database, clock), choices, log, retention,
                new Server.PaperOffice(new BodySheets(database), new PaperNumbers(database), official, folder.resolve("trust"), authorities), clock), origins, certificates);
        return new Running(rooms, desk, carried, forms, retention, pages, server);
    }

    /** The database is the record; a copy in the open format can be kept and checked elsewhere (docs/journal.md). */
    private void copyOut(String meeting) {
        Path copies = folder.resolve("journal");
        vertx.executeBlocking(() -> {
            Files.createDirectories(copies);
            return JournalExport.write(journal, Rooms.STREAMS + meeting, copies.resolve(meeting + ".jsonl"));
        }, false).onFailure(e -> LOG.error("The journal of meeting {} could not be copied out", meeting, e));
    }

    /** What runs until the installation is closed. */
    public record Running(Rooms rooms, PaperDesk desk, CarriedNotes carried, FormKeeper forms, RetentionKeeper retention, PageIndex pages, Server server) implements AutoCloseable {
        @Override
        public void close() {
            forms.close();
            retention.close();
            desk.close();
            carried.close();
            server.close();
            rooms.close();
            pages.close();
        }
    }

    @Override
    public void close() {
        tiles.close();
        works.close();
        comparisons.close();
        intake.close();
        try {
            vertx.close().await(CLOSE_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // connections that don't end by themselves end with the process
        }
        journal.close();
        passwords.close();
        database.close();
    }
}
