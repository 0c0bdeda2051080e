package vn.nghisu.web.signin;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Person;
import vn.nghisu.people.Sessions;
import vn.nghisu.web.security.Origins;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RequestLanguage;

/** Finds out who makes a request. As a handler it does so once, before the routes; routes then ask {@link #signedIn}. Never blocks. */
public final class Guard implements Handler<RoutingContext> {
    private static final String SIGNED_IN = SignedIn.class.getName();

    private final Directory directory;
    private final Sessions sessions;
    private final SessionCookie cookie;

    public Guard(Directory directory, Sessions sessions, Origins origins) {
        this.directory = directory;
        this.sessions = sessions;
        this.cookie = new SessionCookie(origins);
    }

    @Override
    public void handle(RoutingContext ctx) {
        find(ctx.request()).ifPresent(signedIn -> {
            ctx.put(SIGNED_IN, signedIn);
            RequestLanguage.ofPerson(ctx, signedIn.person().language());
        });
        ctx.next();
    }

    /** Who makes this request, straight from its cookie: for places without a router, such as a socket's upgrade. */
    public Optional<SignedIn> find(HttpServerRequest request) {
        Claim claim = Claim.of(request);
        return cookie.token(request)
                .flatMap(sessions::find)
                .filter(session -> claim.fits(session.person()))
                .flatMap(session -> directory.person(session.person()).filter(Person::active).map(person -> new SignedIn(person, session)));
    }

    /** Who makes this request, if signed in. */
    public static Optional<SignedIn> found(RoutingContext ctx) {
        return Optional.ofNullable(ctx.get(SIGNED_IN));
    }

    /** Who makes this request. @throws vn.nghisu.web.security.Refused (401) when not signed in */
    public static SignedIn signedIn(RoutingContext ctx) {
        return found(ctx).orElseThrow(Problem.NOT_SIGNED_IN::with);
    }
}
