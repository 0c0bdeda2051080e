package vn.nghisu.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import vn.nghisu.indicators.IndicatorTokens;
import vn.nghisu.indicators.Indicators;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.notes.NoteStore;
import vn.nghisu.papers.Arrivals;
import vn.nghisu.papers.Bindery;
import vn.nghisu.papers.Comparisons;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.MarkedCopies;
import vn.nghisu.papers.OfficialFiles;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.SignedFiles;
import vn.nghisu.papers.TileWorks;
import vn.nghisu.people.Accounts;
import vn.nghisu.people.ArchiveChoices;
import vn.nghisu.people.BodyFloors;
import vn.nghisu.people.BodySheets;
import vn.nghisu.people.PaperNumbers;
import vn.nghisu.people.Person;
import vn.nghisu.people.ScreenKeys;
import vn.nghisu.people.Sessions;
import vn.nghisu.people.Templates;
import vn.nghisu.people.WrittenRules;
import vn.nghisu.room.OwnPapers;
import vn.nghisu.room.PaperDesk;
import vn.nghisu.retention.RetentionLog;
import vn.nghisu.room.RetentionKeeper;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.room.SealedBallots;
import vn.nghisu.readings.Readings;
import vn.nghisu.search.PageIndex;
import vn.nghisu.signing.Authorities;
import vn.nghisu.tls.CertificateSource;
import vn.nghisu.tls.ServerNames;
import vn.nghisu.web.archive.ArchiveRoutes;
import vn.nghisu.web.archive.DossierRoutes;
import vn.nghisu.web.archive.ExportRoutes;
import vn.nghisu.web.archive.ProceedingsRoutes;
import vn.nghisu.web.archive.RetentionRoutes;
import vn.nghisu.web.documents.DocumentRoutes;
import vn.nghisu.web.https.Addresses;
import vn.nghisu.web.https.PlainDoor;
import vn.nghisu.web.https.Renewal;
import vn.nghisu.web.https.TlsSettings;
import vn.nghisu.web.https.TrustRoutes;
import vn.nghisu.web.indicators.ImportRoutes;
import vn.nghisu.web.indicators.IndicatorRoutes;
import vn.nghisu.web.indicators.TokenRoutes;
import vn.nghisu.web.live.SocketEndpoint;
import vn.nghisu.web.meetings.BundleRoutes;
import vn.nghisu.web.meetings.ChangesRoutes;
import vn.nghisu.web.meetings.CheckRoutes;
import vn.nghisu.web.meetings.DoorRoutes;
import vn.nghisu.web.meetings.FileRoutes;
import vn.nghisu.web.meetings.FloorRoutes;
import vn.nghisu.web.meetings.MeetingRoutes;
import vn.nghisu.web.meetings.MinutesRoutes;
import vn.nghisu.web.meetings.MinutesTextRoutes;
import vn.nghisu.web.meetings.OpinionRoutes;
import vn.nghisu.web.meetings.ReadingRoutes;
import vn.nghisu.web.meetings.SecretRoutes;
import vn.nghisu.web.meetings.TaskFileRoutes;
import vn.nghisu.web.meetings.TaskRoutes;
import vn.nghisu.web.meetings.UploadRoutes;
import vn.nghisu.web.notes.NoteFiles;
import vn.nghisu.web.notes.NoteRoutes;
import vn.nghisu.web.screens.ScreenRoutes;
import vn.nghisu.web.search.SearchRoutes;
import vn.nghisu.web.security.Origins;
import vn.nghisu.web.signin.FrontDoor;
import vn.nghisu.web.signin.Guard;
import vn.nghisu.web.statistics.StatisticsRoutes;

/** The server with all its routes, over HTTP, or over HTTPS with a plain port beside that leads there. */
public final class Server implements AutoCloseable {
    private static final int FRAME_BYTES = 65_536;
    private static final int HEADER_BYTES = 16_384;
    /** Nothing heard for this long ends a connection; clients ping their sockets every 10 s. */
    private static final int READ_IDLE_S = 180;
    private static final int BACKLOG = 4_096;
    private static final int ANY_PORT = -1;
    private static final int ANY_HTTPS_PORT = -2;
    private static final long TIDY_EVERY_MS = 60_000;

    private final Vertx vertx;
    private final Parts parts;
    private final Router router;
    private final FrontDoor door;
    private final SocketEndpoint sockets;
    private final long tidying;
    private final Origins allowed;
    private final Health health;
    private final Optional<Encryption> encryption;
    private Optional<Renewal> renewal = Optional.empty();
    private List<Listeners> listeners = List.of();

    /** What HTTPS needs. */
    private record Encryption(CertificateSource source, Addresses addresses, Optional<TrustRoutes> trust) {
        static Encryption of(CertificateSource source) {
            Addresses addresses = new Addresses(source);
            return new Encryption(source, addresses, source.authority().map(authority -> new TrustRoutes(authority, addresses)));
        }
    }

    /** What the routes stand on. */
    public record Parts(
            Accounts accounts, ScreenKeys screens, Templates templates, WrittenRules written, BodyFloors floors, Journal journal, Rooms rooms, PaperStore store, Arrivals arrivals, TileWorks tiles, Intake intake,
            PaperDesk desk, Comparisons comparisons, PageIndex pages, Readings readings, NoteStore notes, Indicators indicators, IndicatorTokens indicatorTokens, ArchiveChoices choices, RetentionLog log, RetentionKeeper retention, PaperOffice office, Clock clock) {}

    /** What official papers stand on. @param trust folder of certificates that are trusted @param authorities who may be asked while signing */
    public record PaperOffice(BodySheets sheets, PaperNumbers numbers, OfficialFiles files, Path trust, Authorities authorities) {}

    /** @param origins further origins that may be named, such as that of a proxy */
    public Server(Vertx vertx, Parts parts, Set<String> origins) {
        this(vertx, parts, origins, Optional.empty());
    }

    /** @param certificates for a server that speaks HTTPS */
    public Server(Vertx vertx, Parts parts, Set<String> origins, Optional<CertificateSource> certificates) {
        this.vertx = vertx;
        this.parts = parts;
        this.router = Router.router(vertx);
        this.encryption = certificates.map(Encryption::of);
        this.allowed = new Origins(origins, certificates.flatMap(CertificateSource::authority).isPresent());
        this.health = new Health(parts.journal(), parts.store());
        this.door = new FrontDoor(vertx, router, parts.accounts(), allowed, parts.clock());
        ScreenRoutes screens = new ScreenRoutes(parts.rooms(), parts.accounts().directory(), parts.screens(), allowed, parts.clock());
        this.sockets = new SocketEndpoint(vertx, parts.rooms(), allowed, request -> visitor(request, screens));
        parts.accounts().sessions().onClosed(session -> sockets.signedOut(session.id()));
        parts.screens().onEnded(sockets::signedOut);
        this.tidying = vertx.setPeriodic(TIDY_EVERY_MS, timer -> FrontDoor.onWorkers(vertx).execute(() -> {
            parts.screens().tidy();
            parts.accounts().receptions().tidy();
        }));
        router.get("/health").handler(health);
        new MeetingRoutes(parts.rooms(), parts.accounts().directory(), parts.templates(), parts.written(), parts.floors(), parts.clock()).declare(door.api());
        new TaskRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.clock()).declare(door.api(), router);
        new TaskFileRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.store(), parts.intake(), parts.clock()).mount(router);
        new IndicatorRoutes(parts.rooms(), parts.accounts().directory(), parts.indicators()).declare(door.api());
        new ImportRoutes(parts.accounts().directory(), parts.indicators()).declare(door.api());
        new TokenRoutes(parts.accounts().directory(), parts.indicators(), parts.indicatorTokens(), parts.clock()).declare(door.api());
        new StatisticsRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.clock()).declare(door.api(), router);
        new ArchiveRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.pages(), parts.clock()).declare(door.api());
        new ProceedingsRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.intake(), parts.store(), new Bindery(parts.store()), parts.office().files()).declare(door.api(), router);
        new ExportRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.journal(), parts.store(), allowed, parts.clock()).declare(router);
        new DossierRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.store(), parts.choices(), parts.office().files()).declare(door.api(), router);
        new RetentionRoutes(vertx, parts.accounts().directory(), parts.choices(), parts.log(), parts.retention()).declare(door.api(), router);
        new FloorRoutes(parts.rooms(), parts.accounts().directory(), parts.floors()).declare(door.api());
        new SecretRoutes(vertx, parts.rooms(), parts.accounts().directory(), new SealedBallots(parts.journal()), parts.store()).declare(door.api());
        new OpinionRoutes(parts.rooms(), parts.accounts().directory(), new OwnPapers(vertx, parts.store(), parts.intake(), parts.desk())).declare(door.api());
        new BundleRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.journal(), parts.store()).declare(router);
        new CheckRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.journal(), new SignedFiles(parts.store()), parts.clock()).mount(router);
        new MinutesRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.journal(), parts.office().files()).declare(door.api(), router);
        new MinutesTextRoutes(parts.rooms(), parts.accounts().directory(), parts.journal()).declare(door.api());
        PaperOffice office = parts.office();
        new DocumentRoutes(vertx, parts.rooms(), parts.accounts().directory(), new DocumentRoutes.Desk(office.sheets(), office.numbers(), office.files(),
                office.trust(), office.authorities(), allowed), parts.clock()).declare(door.api(), router);
        screens.declare(door.api());
        new DoorRoutes(parts.rooms(), parts.accounts(), allowed, parts.clock()).declare(door.api());
        new ReadingRoutes(parts.rooms(), parts.accounts().directory(), parts.readings(), parts.clock()).declare(door.api());
        new SearchRoutes(parts.rooms(), parts.accounts().directory(), parts.pages(), parts.clock()).declare(door.api());
        new UploadRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.store(), parts.arrivals(), parts.intake(), parts.desk()).mount(router);
        new ChangesRoutes(vertx, parts.rooms(), parts.comparisons(), ctx -> reader(ctx, screens)).mount(router);
        new NoteRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.notes(), parts.clock()).declare(door.api());
        new NoteFiles(vertx, parts.rooms(), parts.accounts().directory(), parts.notes(), new MarkedCopies(parts.store()), parts.clock()).mount(router);
        new FileRoutes(vertx, parts.rooms(), parts.store(), parts.tiles(), parts.intake(), parts.clock(), ctx -> reader(ctx, screens),
                person -> parts.accounts().directory().person(person).map(Person::name)).mount(router);
        StaticClients clients = new StaticClients();
        clients.mount(router);
        encryption.flatMap(Encryption::trust).ifPresent(trust -> {
            trust.mount(router);
            clients.mountTrust(router);
        });
    }

    /** The token to print while nobody is in the directory. */
    public Optional<String> setUpToken() {
        return door.setUpToken();
    }

    /** Starts listening without encryption. @return the port, which is another one than asked for when that was 0 */
    public Future<Integer> listen(String host, int port) {
        return Listeners.open(vertx, options(), host, port == 0 ? ANY_PORT : port, this::route).map(opened -> {
            listeners = List.of(opened);
            return opened.port();
        });
    }

    /** Where a server with HTTPS listens. */
    public record Ports(int http, int https) {}

    /** Starts listening for HTTPS, and on the plain port for what leads there. Needs a certificate. */
    public Future<Ports> listen(String host, int port, int httpsPort) {
        Encryption own = encryption.orElseThrow();
        PlainDoor plain = new PlainDoor(vertx, allowed, own.addresses(), own.trust(), new StaticClients()::mountTrust, health);
        return Listeners.open(vertx, TlsSettings.on(options(), own.source().identity()), host, httpsPort == 0 ? ANY_HTTPS_PORT : httpsPort, this::route)
                .compose(https -> Listeners.open(vertx, options(), host, port == 0 ? ANY_PORT : port, plain).map(http -> {
                    listeners = List.of(http, https);
                    own.addresses().listening(http.port(), https.port());
                    renewal = Optional.of(new Renewal(vertx, own.source(), parts.clock(), ServerNames::ofThisMachine, newer -> https.change(TlsSettings.of(newer))));
                    return new Ports(http.port(), https.port());
                }));
    }

    /** Looks now whether the certificate is due for another. @return whether another is in use; false without HTTPS */
    public Future<Boolean> renewCertificate() {
        return renewal.map(Renewal::look).orElse(Future.succeededFuture(false));
    }

    private static HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions()
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(FRAME_BYTES)
                .setMaxWebSocketMessageSize(FRAME_BYTES)
                .setMaxHeaderSize(HEADER_BYTES)
                .setHandle100ContinueAutomatically(true)
                .setAcceptBacklog(BACKLOG);
        options.setReadIdleTimeout(READ_IDLE_S).setIdleTimeoutUnit(TimeUnit.SECONDS);
        return options;
    }

    private void route(HttpServerRequest request) {
        if (SocketEndpoint.PATH.equals(request.path())) {
            sockets.handle(request);
        } else {
            router.handle(request);
        }
    }

    public int openSockets() {
        return sockets.open();
    }

    private Optional<SocketEndpoint.Visitor> visitor(HttpServerRequest request, ScreenRoutes screens) {
        Sessions sessions = parts.accounts().sessions();
        return door.guard().find(request).map(who -> new SocketEndpoint.Visitor(who.person().id(), who.session().id(),
                        () -> parts.accounts().directory().person(who.person().id())
                                .filter(person -> person.active() && sessions.isOpen(who.session().id()))
                                .map(person -> who.caller(parts.accounts().directory())), meeting -> true))
                .or(() -> screens.screen(request).map(screen -> new SocketEndpoint.Visitor("screen of " + screen.body(), screen.id(),
                        () -> screens.screen(request).map(still -> Caller.screen()), meeting -> ScreenRoutes.shows(screen.body(), meeting))));
    }

    private Optional<Caller> reader(RoutingContext ctx, ScreenRoutes screens) {
        Optional<Caller> person = Guard.found(ctx).map(who -> who.caller(parts.accounts().directory()));
        return person.or(() -> screens.screen(ctx.request())
                .filter(screen -> parts.rooms().find(ctx.pathParam("meeting")).map(Room::meeting).filter((Meeting meeting) -> ScreenRoutes.shows(screen.body(), meeting)).isPresent())
                .map(screen -> Caller.screen()));
    }

    @Override
    public void close() {
        vertx.cancelTimer(tidying);
        renewal.ifPresent(Renewal::close);
        door.close();
        listeners.forEach(Listeners::close);
    }
}
