package vn.nghisu.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.notes.NoteStore;
import vn.nghisu.papers.Comparisons;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.MarkedCopies;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.TileWorks;
import vn.nghisu.people.Accounts;
import vn.nghisu.people.Person;
import vn.nghisu.people.ScreenKeys;
import vn.nghisu.people.Sessions;
import vn.nghisu.people.Templates;
import vn.nghisu.room.PaperDesk;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.readings.Readings;
import vn.nghisu.search.PageIndex;
import vn.nghisu.web.live.SocketEndpoint;
import vn.nghisu.web.meetings.ChangesRoutes;
import vn.nghisu.web.meetings.FileRoutes;
import vn.nghisu.web.meetings.MeetingRoutes;
import vn.nghisu.web.meetings.MinutesRoutes;
import vn.nghisu.web.meetings.ReadingRoutes;
import vn.nghisu.web.meetings.UploadRoutes;
import vn.nghisu.web.notes.NoteFiles;
import vn.nghisu.web.notes.NoteRoutes;
import vn.nghisu.web.screens.ScreenRoutes;
import vn.nghisu.web.search.SearchRoutes;
import vn.nghisu.web.security.Origins;
import vn.nghisu.web.signin.FrontDoor;
import vn.nghisu.web.signin.Guard;

/** The HTTP server with all its routes, one listener for each event loop. */
public final class Server implements AutoCloseable {
    private static final int FRAME_BYTES = 65_536;
    private static final int HEADER_BYTES = 16_384;
    /** Nothing heard for this long ends a connection; clients ping their sockets every 10 s. */
    private static final int READ_IDLE_S = 180;
    private static final int BACKLOG = 4_096;
    private static final int ANY_PORT = -1;
    private static final long TIDY_EVERY_MS = 60_000;

    private final Vertx vertx;
    private final Parts parts;
    private final Router router;
    private final FrontDoor door;
    private final SocketEndpoint sockets;
    private final long tidying;
    private List<HttpServer> listeners = List.of();

    /** What the routes stand on. */
    public record Parts(
            Accounts accounts, ScreenKeys screens, Templates templates, Journal journal, Rooms rooms, PaperStore store, TileWorks tiles, Intake intake,
            PaperDesk desk, Comparisons comparisons, PageIndex pages, Readings readings, NoteStore notes, Clock clock) {}

    /** @param origins further origins that may be named, such as that of a proxy */
    public Server(Vertx vertx, Parts parts, Set<String> origins) {
        this.vertx = vertx;
        this.parts = parts;
        this.router = Router.router(vertx);
        Origins allowed = new Origins(origins);
        this.door = new FrontDoor(vertx, router, parts.accounts(), allowed, parts.clock());
        ScreenRoutes screens = new ScreenRoutes(parts.rooms(), parts.accounts().directory(), parts.screens(), allowed, parts.clock());
        this.sockets = new SocketEndpoint(vertx, parts.rooms(), allowed, request -> visitor(request, screens));
        parts.accounts().sessions().onClosed(session -> sockets.signedOut(session.id()));
        parts.screens().onEnded(sockets::signedOut);
        this.tidying = vertx.setPeriodic(TIDY_EVERY_MS, timer -> FrontDoor.onWorkers(vertx).execute(parts.screens()::tidy));
        router.get("/health").handler(new Health(parts.journal()));
        new MeetingRoutes(parts.rooms(), parts.accounts().directory(), parts.templates(), parts.clock()).declare(door.api());
        new MinutesRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.journal()).declare(door.api(), router);
        screens.declare(door.api());
        new ReadingRoutes(parts.rooms(), parts.accounts().directory(), parts.readings(), parts.clock()).declare(door.api());
        new SearchRoutes(parts.rooms(), parts.accounts().directory(), parts.pages(), parts.clock()).declare(door.api());
        new UploadRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.store(), parts.intake(), parts.desk()).mount(router);
        new ChangesRoutes(vertx, parts.rooms(), parts.comparisons(), ctx -> reader(ctx, screens)).mount(router);
        new NoteRoutes(vertx, parts.rooms(), parts.accounts().directory(), parts.notes(), parts.clock()).declare(door.api());
        new NoteFiles(vertx, parts.rooms(), parts.accounts().directory(), parts.notes(), new MarkedCopies(parts.store()), parts.clock()).mount(router);
        new FileRoutes(vertx, parts.rooms(), parts.store(), parts.tiles(), parts.clock(), ctx -> reader(ctx, screens),
                person -> parts.accounts().directory().person(person).map(Person::name)).mount(router);
        new StaticClients().mount(router);
    }

    /** The token to print while nobody is in the directory. */
    public Optional<String> setUpToken() {
        return door.setUpToken();
    }

    /** Starts listening. @return the port, which is another one than asked for when that was 0 */
    public Future<Integer> listen(String host, int port) {
        HttpServerOptions options = new HttpServerOptions()
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(FRAME_BYTES)
                .setMaxWebSocketMessageSize(FRAME_BYTES)
                .setMaxHeaderSize(HEADER_BYTES)
                .setHandle100ContinueAutomatically(true)
                .setAcceptBacklog(BACKLOG);
        options.setReadIdleTimeout(READ_IDLE_S).setIdleTimeoutUnit(TimeUnit.SECONDS);
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
        // the listeners share one socket, which Vert.x knows by the number asked for; a free port is shared under a negative one
        int asked = port == 0 ? ANY_PORT : port;
        return open(options, host, asked).compose(first -> {
            List<Future<HttpServer>> more = IntStream.range(1, loops).mapToObj(i -> open(options, host, asked)).toList();
            return Future.all(more).map(all -> {
                listeners = Stream.concat(Stream.of(first), all.<HttpServer>list().stream()).toList();
                return first.actualPort();
            });
        });
    }

    /** Each listener has an event loop of its own; opened from one and the same thread they would share that thread's. */
    private Future<HttpServer> open(HttpServerOptions options, String host, int port) {
        ContextInternal loop = ((VertxInternal) vertx).createEventLoopContext();
        Promise<HttpServer> opened = loop.promise();
        loop.runOnContext(v -> vertx.createHttpServer(options).requestHandler(this::route).listen(port, host).onComplete(opened));
        return opened.future();
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
        door.close();
        Future.all(listeners.stream().map(HttpServer::close).toList());
    }
}
