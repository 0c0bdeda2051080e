package vn.nghisu.web;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.nghisu.indicators.IndicatorTokens;
import vn.nghisu.indicators.Indicators;
import vn.nghisu.journal.Database;
import vn.nghisu.journal.H2Journal;
import vn.nghisu.journal.JournalFailure;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.notes.NoteStore;
import vn.nghisu.papers.Arrivals;
import vn.nghisu.papers.Comparisons;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.OfficialFiles;
import vn.nghisu.papers.PaperLimits;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.PaperWorks;
import vn.nghisu.papers.TileWorks;
import vn.nghisu.people.Accounts;
import vn.nghisu.people.ArchiveChoices;
import vn.nghisu.people.BodyFloors;
import vn.nghisu.people.BodySheets;
import vn.nghisu.people.PaperNumbers;
import vn.nghisu.people.Body;
import vn.nghisu.people.BodyRole;
import vn.nghisu.people.Invitees;
import vn.nghisu.people.Membership;
import vn.nghisu.people.Passwords;
import vn.nghisu.people.Person;
import vn.nghisu.people.ScreenKeys;
import vn.nghisu.people.Session;
import vn.nghisu.people.SystemRole;
import vn.nghisu.people.Templates;
import vn.nghisu.people.WrittenRules;
import vn.nghisu.room.Answer;
import vn.nghisu.room.CarriedNotes;
import vn.nghisu.room.PaperDesk;
import vn.nghisu.retention.RetentionLog;
import vn.nghisu.room.RetentionKeeper;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.readings.Readings;
import vn.nghisu.search.PageIndex;
import vn.nghisu.signing.Authorities;
import vn.nghisu.tls.CertificateSource;
import vn.nghisu.web.signin.FrontDoor;

/** The whole server on a port of its own, with a small body and one meeting whose second item is for members only. */
public final class MeetingServer implements AutoCloseable {
    public static final String MEETING = "phien-hop-1";
    public static final String BODY = "ban-chi-dao";
    public static final List<String> PEOPLE = List.of("chair1", "thuky1", "member1", "member2", "guest1", "other1");

    public final Accounts accounts;
    public final Rooms rooms;
    public final ScreenKeys screens;
    public final PaperStore store;
    public final NoteStore notes;
    private final Vertx vertx = Vertx.vertx();
    private final Passwords passwords = new Passwords(new Passwords.Cost(64, 1, 1));
    private final Database database = Database.memory();
    public final H2Journal journal = new H2Journal(database);
    public final BodySheets sheets = new BodySheets(database);
    public final Intake intake;
    private final PaperWorks works;
    public final PageIndex pages;
    public final Readings readings;
    private final CarriedNotes carried;
    private final TileWorks tiles;
    public final ArchiveChoices choices;
    public final RetentionLog log;
    public final RetentionKeeper retention;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final int httpsPort;

    public MeetingServer(Path folder) throws IOException, TimeoutException {
        this(folder, Clock.systemUTC(), Optional.empty());
    }

    /** @param certificates for a server that speaks HTTPS, with a plain port beside */
    public MeetingServer(Path folder, Clock clock, Optional<CertificateSource> certificates) throws IOException, TimeoutException {
        accounts = Accounts.open(database, passwords, Clock.systemUTC(), FrontDoor.onWorkers(vertx));
        screens = new ScreenKeys(database, Clock.systemUTC());
        store = PaperStore.open(folder, PaperLimits.usual());
        intake = new Intake(store);
        works = new PaperWorks(store, 1);
        notes = new NoteStore(database);
        pages = PageIndex.open(folder, store);
        readings = new Readings(database);
        tiles = new TileWorks(store);
        works.onFinished(pages::add);
        rooms = new Rooms(vertx, journal, Instant::now);
        Comparisons comparisons = new Comparisons(store);
        PaperDesk desk = new PaperDesk(rooms, works);
        carried = new CarriedNotes(rooms, notes, comparisons);
        notes.onTaken(carried::put);
        desk.onPrepared(carried::prepared);
        choices = new ArchiveChoices(database);
        log = new RetentionLog(database);
        retention = new RetentionKeeper(vertx, rooms, accounts.directory(), choices, log, store, pages, clock::instant);
        server = new Server(vertx, new Server.Parts(accounts, screens, new Templates(database), new WrittenRules(database), new BodyFloors(database), journal, rooms, store, Arrivals.open(store, clock), tiles, intake,
                desk, comparisons, pages, readings, notes, new Indicators(database, clock), new IndicatorTokens(database, clock), choices, log, retention,
                new Server.PaperOffice(sheets, new PaperNumbers(database), OfficialFiles.open(folder), folder.resolve("trust"), Authorities.none()), clock), Set.of(), certificates);
        if (certificates.isPresent()) {
            Server.Ports ports = server.listen("127.0.0.1", 0, 0).await(20, TimeUnit.SECONDS);
            port = ports.http();
            httpsPort = ports.https();
        } else {
            port = server.listen("127.0.0.1", 0).await(20, TimeUnit.SECONDS);
            httpsPort = 0;
        }
        people();
        meeting();
    }

    /** All meetings as a server that is started now would read them; to be closed. */
    public Rooms readAnew() {
        return new Rooms(vertx, journal, Instant::now);
    }

    private void people() {
        PEOPLE.forEach(id -> accounts.directory().save(new Person(id, "Nguyễn " + id, "Chức vụ", "Đơn vị", Optional.empty(), id, SystemRole.NONE, Language.VI, true)));
        accounts.directory().save(new Body(BODY, "BAN CHỈ ĐẠO", "UBND TỈNH", "Lam Sơn", ""));
        List<BodyRole> roles = List.of(BodyRole.CHAIR, BodyRole.SECRETARY, BodyRole.MEMBER, BodyRole.MEMBER, BodyRole.GUEST);
        for (int i = 0; i < roles.size(); i++) {
            accounts.directory().save(new Membership(BODY, PEOPLE.get(i), roles.get(i), i, roles.get(i) != BodyRole.GUEST && roles.get(i) != BodyRole.SECRETARY));
        }
    }

    private void meeting() {
        give(new Caller("thuky1", Set.of(BODY)), new PreparationCommand.CreateMeeting("Phiên họp thử", Kind.REGULAR, BODY, "BAN CHỈ ĐẠO", "", "Lam Sơn",
                "Phòng 1", Instant.now().plusSeconds(600), Instant.now().plusSeconds(7_800), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS,
                Invitees.of(accounts.directory(), BODY)));
        give("thuky1", item("mot-mot", "Báo cáo", Visibility.EVERYONE));
        give("thuky1", item("hai-hai", "Việc nội bộ", Visibility.MEMBERS));
    }

    public static AgendaCommand.AddItem item(String id, String title, Visibility visibility) {
        return new AgendaCommand.AddItem(id, Optional.empty(), Optional.empty(),
                new Item.Outline(title, ItemKind.DISCUSSION, "", "", 10, visibility), Optional.empty());
    }

    public Room room() {
        return rooms.create(MEETING);
    }

    public Answer give(String person, Command command) {
        return give(Caller.person(person), command);
    }

    public Answer give(Caller caller, Command command) {
        return give(room(), caller, command);
    }

    /** In whichever meeting; fails unless it is done. */
    public static Answer give(Room room, Caller caller, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        room.give(caller, UUID.randomUUID(), command, answer::complete);
        Answer given = answer.orTimeout(20, TimeUnit.SECONDS).join();
        if (!(given instanceof Answer.Done)) {
            throw new AssertionError(command + ": " + given);
        }
        return given;
    }

    public void issue() {
        give("thuky1", new PreparationCommand.IssueMeeting());
    }

    /** From now on the database fails as on a full disk. */
    public void breakDisk() {
        try {
            database.durably(handle -> {
                throw new SQLException("no space left", "90028");
            });
        } catch (SQLException | JournalFailure expected) {
            // the writer has noticed
        }
    }

    /** Asks until the health is this, since answers are shared for a moment. */
    public HttpResponse<byte[]> awaitHealth(int status) {
        long until = System.nanoTime() + 20_000_000_000L;
        HttpResponse<byte[]> health = get("", "/health");
        while (health.statusCode() != status && System.nanoTime() < until) {
            health = get("", "/health");
        }
        return health;
    }

    public int openSockets() {
        return server.openSockets();
    }

    public int port() {
        return port;
    }

    public int httpsPort() {
        return httpsPort;
    }

    /** Looks whether the certificate is due. @return whether another is in use */
    public boolean renewCertificate() throws TimeoutException {
        return server.renewCertificate().await(20, TimeUnit.SECONDS);
    }

    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** The cookie of a new session of this person. */
    public String cookie(String person) {
        return "__Host-nghisu=" + accounts.sessions().open(person, Session.Manner.PASSWORD, Optional.empty(), "test").token();
    }

    public String screenCookie() {
        return "nghisu-screen=" + screens.issue(BODY, "thuky1").orElseThrow();
    }

    public HttpResponse<byte[]> send(String cookie, String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body))
                .header("X-Nghisu", "1");
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Brings a file in one piece, then lays it. @param placing query of the last request, such as {@code item=mot-mot&fileName=a.pdf} */
    public HttpResponse<byte[]> lay(String person, String placing, byte[] file) {
        return lay(person, UUID.randomUUID().toString(), placing, file);
    }

    /** The first answer that is no success, or that of the laying. */
    public HttpResponse<byte[]> lay(String person, String upload, String placing, byte[] file) {
        String cookie = cookie(person);
        String uploads = "/api/meetings/" + MEETING + "/uploads";
        HttpResponse<byte[]> begun = send(cookie, "POST", uploads + "?upload=" + upload + "&fileName=a.pdf&mark=m&item=mot-mot&bytes=" + file.length, new byte[0]);
        if (begun.statusCode() != 201) {
            return begun;
        }
        if (new String(begun.body(), StandardCharsets.UTF_8).contains("\"offset\":0,")) {
            send(cookie, "PATCH", uploads + "/" + upload, file, "Upload-Offset", "0");
        }
        HttpResponse<byte[]> laid;
        do {
            laid = send(cookie, "POST", uploads + "/" + upload + "/paper?" + placing, new byte[0]);
        } while (laid.statusCode() == 202); // it is still being checked
        return laid;
    }

    public HttpResponse<byte[]> get(String cookie, String path) {
        return send(cookie, "GET", path, new byte[0]);
    }

    @Override
    public void close() throws TimeoutException {
        server.close();
        carried.close();
        retention.close();
        rooms.close();
        tiles.close();
        works.close();
        pages.close();
        intake.close();
        vertx.close().await(20, TimeUnit.SECONDS);
        journal.close();
        passwords.close();
        database.close();
    }
}
