package vn.nghisu.web.meetings;

import io.vertx.core.Future;
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
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.attendance.Presence;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.people.Accounts;
import vn.nghisu.people.Directory;
import vn.nghisu.people.DoorCodes;
import vn.nghisu.people.Person;
import vn.nghisu.people.ScreenKeys;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.RoomAnswers;
import vn.nghisu.web.security.Origins;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RateLimit;
import vn.nghisu.web.security.Waiting;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/**
 * The door of a meeting (product A1): each participant's own code, and checking in with it, by those who lead or by a device that the
 * secretary has set up at the reception. A code travels in a body or behind a #, never in an address that is logged.
 *
 * <pre>
 * POST   /api/meetings/{meeting}/door-code              a further code of the caller's own
 * POST   /api/meetings/{meeting}/door-codes/{person}    one for a printed card
 * DELETE /api/meetings/{meeting}/door-codes/{person}    withdraws all of a person's
 * GET    /api/meetings/{meeting}/arrivals               how many are here, for those who lead
 * POST   /api/meetings/{meeting}/arrivals    {code}     by those who lead
 * POST, GET, DELETE /api/bodies/{body}/reception-keys   devices at the door, as with room screens
 * POST   /api/reception {key}, GET /api/reception       the device enters; what it stands for now
 * POST   /api/reception/arrivals {code}                 by the device
 * </pre>
 */
public final class DoorRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(DoorRoutes.class);
    private static final String COOKIE = "nghisu-reception";
    private static final Duration COOKIE_AGE = Duration.ofDays(400);
    /** A meeting has a reception so long before its beginning. */
    private static final Duration OPENS = Duration.ofHours(4);

    private static final int BURST = 60;
    private static final double PER_SECOND = 5;

    private final Rooms rooms;
    private final Directory directory;
    private final DoorCodes codes;
    private final ScreenKeys keys;
    private final Origins origins;
    private final Clock clock;
    private final RateLimit tries;

    public DoorRoutes(Rooms rooms, Accounts accounts, Origins origins, Clock clock) {
        this.rooms = rooms;
        this.directory = accounts.directory();
        this.codes = accounts.doorCodes();
        this.keys = accounts.receptions();
        this.origins = origins;
        this.clock = clock;
        this.tries = new RateLimit(BURST, PER_SECOND, clock);
    }

    public void declare(Api api) {
        api.blocking(HttpMethod.POST, "/api/meetings/:meeting/door-code", Right.SIGNED_IN, this::own)
                .blocking(HttpMethod.POST, "/api/meetings/:meeting/door-codes/:person", Right.SIGNED_IN, this::card)
                .blocking(HttpMethod.DELETE, "/api/meetings/:meeting/door-codes/:person", Right.SIGNED_IN, this::withdraw)
                .atOnce(HttpMethod.GET, "/api/meetings/:meeting/arrivals", Right.SIGNED_IN, call -> shown(led(call).head().bodyName(), Optional.of(led(call))))
                .later(HttpMethod.POST, "/api/meetings/:meeting/arrivals", Right.SIGNED_IN, this::arrival)
                .blocking(HttpMethod.POST, "/api/bodies/:body/reception-keys", Right.PREPARES_MEETINGS, this::issue)
                .atOnce(HttpMethod.GET, "/api/bodies/:body/reception-keys", Right.PREPARES_MEETINGS, this::list)
                .blocking(HttpMethod.DELETE, "/api/bodies/:body/reception-keys/:device", Right.PREPARES_MEETINGS, this::end)
                .atOnce(HttpMethod.POST, "/api/reception", Right.ANYONE, this::enter)
                .atOnce(HttpMethod.GET, "/api/reception", Right.ANYONE, call -> shown(device(call)))
                .later(HttpMethod.POST, "/api/reception/arrivals", Right.ANYONE, this::arrivalAtDoor);
    }

    private DoorCodes.Code own(Call call) {
        limit(call.who().person().id());
        Caller caller = call.who().caller(directory);
        Meeting meeting = meeting(call, caller);
        return code(call, meeting, caller.person());
    }

    private DoorCodes.Code card(Call call) {
        return code(call, led(call), call.path("person"));
    }

    private DoorCodes.Code code(Call call, Meeting meeting, String person) {
        if (meeting.roster().find(person).isEmpty() || meeting.phase() == Phase.DRAFT || meeting.phase().isOver()) {
            throw Problem.NOT_FOUND.with();
        }
        DoorCodes.Code code = codes.issue(meeting.id(), person, call.who().person().id());
        call.ctx().response().setStatusCode(201);
        return code;
    }

    private Object withdraw(Call call) {
        Meeting meeting = led(call);
        String person = call.path("person");
        LOG.info("Door codes of {} in meeting {} withdrawn by {}: {}", meeting.roster().find(person).map(Participant::id).orElse("nobody"), meeting.id(),
                call.who().person().id(), codes.withdraw(meeting.id(), person));
        return null;
    }

    public enum State {
        CHECKED_IN,
        ALREADY_IN,
        NOT_LISTED,
        OTHER_MEETING,
        WITHDRAWN,
        UNKNOWN
    }

    /**
     * What became of a code at the door. Times are ms since 1970.
     *
     * @param name absent where nothing may be said of whose code it is
     * @param since begin of this presence
     */
    record Arrival(State state, Optional<String> name, Optional<String> title, Optional<String> unit, Optional<Long> since, boolean late, Counts counts) {}

    record Counts(int present, int of, Quorum.Standing quorum) {
        static Counts of(Meeting meeting) {
            int present = (int) meeting.roster().all().filter(person -> meeting.attendance().isPresent(person.id())).count();
            return new Counts(present, meeting.roster().order().size(), meeting.quorum());
        }
    }

    private record Scanned(String code) {}

    private Future<?> arrival(Call call) {
        Caller caller = call.who().caller(directory);
        return arrive(call, rooms.find(led(call).id()).orElseThrow(Problem.NOT_FOUND::with), caller, caller.person());
    }

    private Future<?> arrivalAtDoor(Call call) {
        ScreenKeys.Screen device = device(call);
        Room room = current(device.body()).orElseThrow(Problem.NOT_FOUND::with);
        return arrive(call, room, Caller.system(), device.id());
    }

    private Future<?> arrive(Call call, Room room, Caller caller, String who) {
        limit(who);
        String given = call.body(Scanned.class).code();
        return call.ctx().vertx().executeBlocking(() -> codes.find(given), false).compose(found -> {
            Meeting meeting = room.meeting();
            if (found.isEmpty()) {
                return answer(State.UNKNOWN, meeting);
            }
            DoorCodes.Holder holder = found.get();
            if (!holder.meeting().equals(meeting.id())) {
                return answer(State.OTHER_MEETING, meeting);
            }
            if (holder.withdrawn()) {
                return answer(State.WITHDRAWN, meeting);
            }
            if (meeting.roster().find(holder.person()).isEmpty()) {
                return answer(State.NOT_LISTED, meeting);
            }
            if (meeting.attendance().of(holder.person()).now().filter(Manner.IN_ROOM::equals).isPresent()) {
                return Future.succeededFuture(arrived(State.ALREADY_IN, meeting, holder.person()));
            }
            return RoomAnswers.give(call.ctx(), room, caller, UUID.randomUUID(), new AttendanceCommand.MarkPresent(holder.person(), Manner.IN_ROOM),
                    done -> arrived(State.CHECKED_IN, room.meeting(), holder.person()));
        });
    }

    private static Future<Object> answer(State state, Meeting meeting) {
        return Future.succeededFuture(new Arrival(state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, Counts.of(meeting)));
    }

    private static Arrival arrived(State state, Meeting meeting, String id) {
        Optional<Participant> person = meeting.roster().find(id);
        return new Arrival(state, person.map(Participant::name), person.map(Participant::title), person.map(Participant::unit),
                meeting.attendance().of(id).last().map(Presence.Stay::from).map(Instant::toEpochMilli),
                meeting.attendance().isLate(id, meeting.session().openedAt()), Counts.of(meeting));
    }

    /** The meeting of the path, for those who may see it. */
    private Meeting meeting(Call call, Caller caller) {
        return rooms.find(call.path("meeting")).map(Room::meeting).filter(found -> found.exists() && Rights.of(found, caller).maySeeMeeting())
                .orElseThrow(Problem.NOT_FOUND::with);
    }

    /** The same, for those who lead it. */
    private Meeting led(Call call) {
        Caller caller = call.who().caller(directory);
        Meeting meeting = meeting(call, caller);
        if (!Rights.of(meeting, caller).mayLead()) {
            throw Problem.NOT_ALLOWED.with();
        }
        return meeting;
    }

    record Issued(String path) {}

    private Issued issue(Call call) {
        String key = keys.issue(body(call), call.who().person().id()).orElseThrow(() -> Problem.TOO_MANY_SCREENS.with(ScreenKeys.PER_BODY));
        call.ctx().response().setStatusCode(201);
        return new Issued("/web/reception.html#key=" + key);
    }

    /** Times are ms since 1970. @param issuedBy name of who set it up */
    record Device(String id, String issuedBy, long issuedAt, Optional<Long> lastSeen) {}

    record Devices(List<Device> devices) {}

    private Devices list(Call call) {
        return new Devices(keys.of(body(call)).stream()
                .map(key -> new Device(key.id(), directory.person(key.issuedBy()).map(Person::name).orElse(key.issuedBy()), key.issued().toEpochMilli(),
                        key.lastSeen().map(Instant::toEpochMilli)))
                .toList());
    }

    private Object end(Call call) {
        if (!keys.end(body(call), call.path("device"))) {
            throw Problem.NOT_FOUND.with();
        }
        return null;
    }

    private String body(Call call) {
        String body = call.path("body");
        if (directory.body(body).isEmpty() || !call.who().caller(directory).prepares().contains(body) && !call.who().isAdministrator()) {
            throw Problem.NO_SUCH_BODY.with();
        }
        return body;
    }

    private record Entering(String key) {}

    private Shown enter(Call call) {
        String key = call.body(Entering.class).key();
        ScreenKeys.Screen device = keys.find(key).orElseThrow(Problem.WRONG_CODE::with);
        call.ctx().response().addCookie(Cookie.cookie(COOKIE, key).setPath("/api/reception").setHttpOnly(true).setSameSite(CookieSameSite.STRICT)
                .setSecure(origins.isTrustworthy(call.ctx().request())).setMaxAge(COOKIE_AGE.toSeconds()));
        return shown(device);
    }

    private ScreenKeys.Screen device(Call call) {
        HttpServerRequest request = call.ctx().request();
        return Optional.ofNullable(request.getCookie(COOKIE)).map(Cookie::getValue).flatMap(keys::find).orElseThrow(Problem.NOT_SIGNED_IN::with);
    }

    /** What stands over the door. @param meeting absent while none takes people in */
    record Shown(String body, Optional<Here> meeting) {}

    record Here(String title, String room, long startsAt, Counts counts) {}

    private Shown shown(ScreenKeys.Screen device) {
        return shown(directory.body(device.body()).orElseThrow(Problem.NO_SUCH_BODY::with).name(), current(device.body()).map(Room::meeting));
    }

    private static Shown shown(String body, Optional<Meeting> there) {
        return new Shown(body, there.map(meeting -> new Here(meeting.head().title(), meeting.head().room(), meeting.head().startsAt().toEpochMilli(),
                Counts.of(meeting))));
    }

    /** The meeting of a body that people come to now: one that runs, else the next. */
    private Optional<Room> current(String body) {
        Instant now = clock.instant();
        return rooms.all().filter(room -> takesIn(room.meeting(), body, now))
                .min(Comparator.comparing((Room room) -> !room.meeting().phase().hasStarted()).thenComparing(room -> room.meeting().head().startsAt()));
    }

    private static boolean takesIn(Meeting meeting, String body, Instant now) {
        return meeting.head().bodyId().equals(body) && meeting.head().kind().hasSession() && (meeting.phase().hasStarted() || meeting.phase() == Phase.ISSUED
                && meeting.head().startsAt().isBefore(now.plus(OPENS)) && meeting.head().endsAt().isAfter(now));
    }

    private void limit(String who) {
        tries.take(who).ifPresent(wait -> {
            throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, wait);
        });
    }
}
