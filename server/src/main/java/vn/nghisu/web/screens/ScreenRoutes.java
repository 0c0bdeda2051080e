package vn.nghisu.web.screens;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.people.Body;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Person;
import vn.nghisu.people.ScreenKeys;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.security.Origins;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Claim;
import vn.nghisu.web.signin.Right;
import vn.nghisu.web.signin.SignedIn;

/** Room screens (product S1): a key from the secretary opens a cookie; what to show is asked until a meeting runs. */
public final class ScreenRoutes {
    private static final String COOKIE = "nghisu-screen";
    private static final Duration COOKIE_AGE = Duration.ofDays(400);
    /** A meeting that begins within this time is shown with its list of who has come. */
    private static final Duration WELCOME = Duration.ofHours(2);
    private static final Duration STAYS_AFTER_CLOSE = Duration.ofMinutes(10);

    private final Rooms rooms;
    private final Directory directory;
    private final ScreenKeys keys;
    private final Origins origins;
    private final Clock clock;

    public ScreenRoutes(Rooms rooms, Directory directory, ScreenKeys keys, Origins origins, Clock clock) {
        this.rooms = rooms;
        this.directory = directory;
        this.keys = keys;
        this.origins = origins;
        this.clock = clock;
    }

    public void declare(Api api) {
        api.blocking(HttpMethod.POST, "/api/bodies/:body/screen-keys", Right.PREPARES_MEETINGS, this::issue)
                .atOnce(HttpMethod.GET, "/api/bodies/:body/screen-keys", Right.PREPARES_MEETINGS, this::list)
                .blocking(HttpMethod.DELETE, "/api/bodies/:body/screen-keys/:screen", Right.PREPARES_MEETINGS, this::end)
                .atOnce(HttpMethod.POST, "/api/screen", Right.ANYONE, this::enter)
                .atOnce(HttpMethod.GET, "/api/screen", Right.ANYONE, this::show);
    }

    /** The screen that makes a request, when it is one. */
    public Optional<ScreenKeys.Screen> screen(HttpServerRequest request) {
        return !Claim.of(request).fits(Caller.screen().person()) ? Optional.empty() : Optional.ofNullable(request.getCookie(COOKIE)).map(Cookie::getValue).flatMap(keys::find);
    }

    /** Whether a meeting is one of this screen's body, and there is something to see in a room. */
    public static boolean shows(String body, Meeting meeting) {
        return meeting.head().bodyId().equals(body) && meeting.head().kind().hasSession();
    }

    record Issued(String path) {}

    private Issued issue(Call call) {
        String body = body(call);
        String key = keys.issue(body, call.who().person().id()).orElseThrow(() -> Problem.TOO_MANY_SCREENS.with(ScreenKeys.PER_BODY));
        call.ctx().response().setStatusCode(201);
        return new Issued("/web/screen.html#key=" + key);
    }

    /** The body of the path, for those who may say what its screens are. */
    private String body(Call call) {
        SignedIn who = call.who();
        String body = call.path("body");
        boolean may = who.caller(directory).prepares().contains(body) || who.isAdministrator();
        if (!may || directory.body(body).isEmpty()) {
            throw Problem.NO_SUCH_BODY.with();
        }
        return body;
    }

    /** Times are ms since 1970. @param issuedBy name of who made the address */
    record ScreenLine(String id, String issuedBy, long issuedAt, Optional<Long> lastSeen) {}

    record ScreenLines(List<ScreenLine> screens) {}

    private ScreenLines list(Call call) {
        return new ScreenLines(keys.of(body(call)).stream()
                .map(screen -> new ScreenLine(screen.id(), directory.person(screen.issuedBy()).map(Person::name).orElse(screen.issuedBy()),
                        screen.issued().toEpochMilli(), screen.lastSeen().map(Instant::toEpochMilli)))
                .toList());
    }

    private Object end(Call call) {
        if (!keys.end(body(call), call.path("screen"))) {
            throw Problem.NOT_FOUND.with();
        }
        return null;
    }

    record Entering(String key) {}

    private Shown enter(Call call) {
        String key = call.body(Entering.class).key();
        String body = keys.find(key).orElseThrow(Problem.WRONG_CODE::with).body();
        call.ctx().response().addCookie(Cookie.cookie(COOKIE, key).setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.STRICT)
                .setSecure(origins.isTrustworthy(call.ctx().request())).setMaxAge(COOKIE_AGE.toSeconds()));
        return shown(body);
    }

    record BodyName(String id, String name) {}

    record NextMeeting(String id, String title, long startsAt, String room) {}

    /** @param meeting the meeting to enter by the socket @param next what comes next, while idle */
    record Shown(BodyName body, Optional<String> meeting, Optional<NextMeeting> next, String joinPath, long now) {}

    private Shown show(Call call) {
        return shown(screen(call.ctx().request()).orElseThrow(Problem.NOT_SIGNED_IN::with).body());
    }

    private Shown shown(String bodyId) {
        Body body = directory.body(bodyId).orElseThrow(Problem.NO_SUCH_BODY::with);
        Instant now = clock.instant();
        Optional<Meeting> current = rooms.all().map(Room::meeting)
                .filter(meeting -> shows(bodyId, meeting) && isCurrent(meeting, now))
                .max(Comparator.comparing((Meeting meeting) -> meeting.phase().hasStarted()).thenComparing(meeting -> meeting.head().startsAt()));
        Optional<NextMeeting> next = rooms.all().map(Room::meeting)
                .filter(meeting -> shows(bodyId, meeting) && meeting.phase() == Phase.ISSUED && meeting.head().endsAt().isAfter(now))
                .min(Comparator.comparing(meeting -> meeting.head().startsAt()))
                .map(meeting -> new NextMeeting(meeting.id(), meeting.head().title(), meeting.head().startsAt().toEpochMilli(), meeting.head().room()));
        return new Shown(new BodyName(body.id(), body.name()), current.map(Meeting::id), next, "/tablet/", now.toEpochMilli());
    }

    private static boolean isCurrent(Meeting meeting, Instant now) {
        return switch (meeting.phase()) {
            case IN_SESSION, RECESS -> true;
            case ISSUED -> meeting.head().startsAt().isBefore(now.plus(WELCOME)) && meeting.head().endsAt().isAfter(now);
            case CLOSED -> meeting.session().closedAt().orElseThrow().isAfter(now.minus(STAYS_AFTER_CLOSE));
            case DRAFT, CANCELLED -> false;
        };
    }
}
