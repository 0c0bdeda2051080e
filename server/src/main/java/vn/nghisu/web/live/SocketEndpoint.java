package vn.nghisu.web.live;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.room.Json;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.security.Origins;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.SecurityHeaders;

/**
 * The upgrade to the socket: origin, session and numbers are checked before it is accepted. Stands beside the router, whose
 * sockets are wrapped and don't let shared frames through.
 */
public final class SocketEndpoint implements Handler<HttpServerRequest> {
    public static final String PATH = "/api/socket";
    /** Sockets of one person or screen key; tablets are few, tabs may be some. */
    static final int SOCKETS_PER_PERSON = 30;
    static final int SOCKETS = 20_000;
    static final int NOT_SIGNED_IN = 4001;

    private final Vertx vertx;
    private final Rooms rooms;
    private final Origins origins;
    private final Visitors visitors;
    private final SecurityHeaders headers;
    private final Map<String, Set<Visit>> bySession = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> byPerson = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    /** Finds out who asks for a socket. */
    @FunctionalInterface
    public interface Visitors {
        Optional<Visitor> find(HttpServerRequest request);
    }

    /**
     * Who comes by a socket.
     *
     * @param key sockets of one key are counted together
     * @param session id of the session, or of the screen
     * @param caller taken anew for every command, since rights outside the meeting may change
     * @param mayEnter whether this visitor may ask for a meeting at all; the room then checks rights
     */
    public record Visitor(String key, String session, Supplier<Optional<Caller>> caller, Predicate<Meeting> mayEnter) {}

    public SocketEndpoint(Vertx vertx, Rooms rooms, Origins origins, Visitors visitors) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.origins = origins;
        this.visitors = visitors;
        this.headers = new SecurityHeaders(origins);
    }

    /** Closes the sockets of a session or screen that has ended. */
    public void signedOut(String session) {
        bySession.getOrDefault(session, Set.of()).forEach(visit -> visit.close(NOT_SIGNED_IN, "signed out"));
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            refuse(request, Problem.BAD_REQUEST);
            return;
        }
        if (!origins.allows(request)) {
            refuse(request, Problem.FOREIGN_ORIGIN);
            return;
        }
        Optional<Visitor> found = visitors.find(request);
        if (found.isEmpty()) {
            refuse(request, Problem.NOT_SIGNED_IN);
            return;
        }
        Visitor visitor = found.get();
        AtomicInteger own = byPerson.computeIfAbsent(visitor.key(), key -> new AtomicInteger());
        if (all.incrementAndGet() > SOCKETS | own.incrementAndGet() > SOCKETS_PER_PERSON) {
            release(visitor, own);
            refuse(request, Problem.BUSY);
            return;
        }
        request.toWebSocket()
                .onSuccess(socket -> accept(socket, visitor, own))
                .onFailure(e -> release(visitor, own));
    }

    /** A browser shows nobody the body of a refused upgrade; it is there for those who look into the network. */
    private void refuse(HttpServerRequest request, Problem problem) {
        headers.set(request);
        Language language = Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        request.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .end(Json.write(Map.of("code", problem.name(), "text", problem.sentence(language))));
    }

    private void accept(ServerWebSocket socket, Visitor visitor, AtomicInteger own) {
        Visit visit = new Visit(vertx, rooms, visitor, socket);
        bySession.computeIfAbsent(visitor.session(), key -> ConcurrentHashMap.newKeySet()).add(visit);
        socket.closeHandler(v -> {
            release(visitor, own);
            bySession.computeIfPresent(visitor.session(), (key, visits) -> {
                visits.remove(visit);
                return visits.isEmpty() ? null : visits;
            });
            visit.ended();
        });
        visit.begin();
    }

    private void release(Visitor visitor, AtomicInteger own) {
        all.decrementAndGet();
        if (own.decrementAndGet() <= 0) {
            byPerson.remove(visitor.key(), own);
        }
    }

    /** Sockets open now, for metrics. */
    public int open() {
        return all.get();
    }
}
