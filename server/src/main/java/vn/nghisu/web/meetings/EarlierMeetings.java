package vn.nghisu.web.meetings;

import io.vertx.core.http.HttpMethod;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.people.Body;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Templates;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/**
 * Meetings of a body, with a session, from which a new one may start: those that the maker prepares, and the body's template, whose plan is
 * open to all who prepare the body's meetings.
 */
final class EarlierMeetings {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierMeetings.class);
    private static final int OFFERED = 100;

    private final Rooms rooms;
    private final Directory directory;
    private final Templates templates;

    EarlierMeetings(Rooms rooms, Directory directory, Templates templates) {
        this.rooms = rooms;
        this.directory = directory;
        this.templates = templates;
    }

    void declare(Api api) {
        api.atOnce(HttpMethod.GET, "/api/bodies/:body/earlier-meetings", Right.PREPARES_MEETINGS, this::list)
                .blocking(HttpMethod.PUT, "/api/bodies/:body/template", Right.PREPARES_MEETINGS, this::name)
                .blocking(HttpMethod.DELETE, "/api/bodies/:body/template", Right.PREPARES_MEETINGS, this::drop);
    }

    /** What a new meeting would take over. The start is ms since 1970. */
    record Earlier(String id, String title, Kind kind, String room, long startsAt, boolean template, long items, long motions, long people) {}

    record Offered(List<Earlier> meetings) {}

    /** The template first, then the newest. */
    private Offered list(Call call) {
        String body = body(call);
        Caller caller = call.who().caller(directory);
        return new Offered(rooms.all().map(Room::meeting)
                .filter(meeting -> mayTakeOver(meeting, body, caller))
                .sorted(Comparator.comparing((Meeting meeting) -> !isTemplate(meeting))
                        .thenComparing(meeting -> meeting.heldAt(), Comparator.reverseOrder()))
                .limit(OFFERED)
                .map(meeting -> new Earlier(meeting.id(), meeting.head().title(), meeting.head().kind(), meeting.head().room(),
                        meeting.heldAt().toEpochMilli(), isTemplate(meeting), meeting.agenda().order().size(),
                        meeting.votes().all().filter(vote -> vote.repeats().isEmpty()).count(), meeting.roster().order().size()))
                .toList());
    }

    /** The meeting, when this caller may start a new one of the body from it. */
    Optional<Meeting> find(String meeting, String body, Caller caller) {
        return rooms.find(meeting).map(Room::meeting).filter(found -> mayTakeOver(found, body, caller));
    }

    /** The body's last meeting that has a seat map, of those that this caller prepares: a new one is held in the same room. */
    Optional<Meeting> lastWithSeats(String body, Caller caller) {
        return last(body, caller, meeting -> !meeting.attendance().seating().isEmpty());
    }

    /** The body's last meeting of those that this caller prepares. */
    Optional<Meeting> last(String body, Caller caller) {
        return last(body, caller, meeting -> true);
    }

    private Optional<Meeting> last(String body, Caller caller, Predicate<Meeting> which) {
        return rooms.all().map(Room::meeting).filter(meeting -> mayTakeOver(meeting, body, caller)).filter(which)
                .max(Comparator.comparing(meeting -> meeting.heldAt()));
    }

    boolean isTemplate(Meeting meeting) {
        return templates.of(meeting.head().bodyId()).filter(meeting.id()::equals).isPresent();
    }

    private boolean mayTakeOver(Meeting meeting, String body, Caller caller) {
        return meeting.exists() && meeting.head().kind().hasSession() && meeting.head().bodyId().equals(body) && caller.prepares().contains(body)
                && (isTemplate(meeting) || Rights.of(meeting, caller).mayPrepare());
    }

    private record Named(String meeting) {}

    /** Opens the meeting's plan to all who prepare for the body, so it is for those who prepare this very meeting. */
    private Object name(Call call) {
        String body = body(call);
        Meeting meeting = rooms.find(call.body(Named.class).meeting()).map(Room::meeting)
                .filter(found -> found.exists() && found.head().bodyId().equals(body)
                        && Rights.of(found, call.who().caller(directory)).mayPrepare())
                .orElseThrow(Problem.NOT_FOUND::with);
        templates.name(body, meeting.id());
        LOG.info("Meeting {} is the template of body {}, by {}", meeting.id(), body, call.who().person().id());
        return null;
    }

    private Object drop(Call call) {
        String body = body(call);
        templates.drop(body);
        LOG.info("Body {} has no template any more, by {}", body, call.who().person().id());
        return null;
    }

    /** The body in the path, for those who prepare its meetings and administrators. */
    private String body(Call call) {
        String body = call.path("body");
        boolean keeps = call.who().isAdministrator() || call.who().caller(directory).prepares().contains(body);
        return directory.body(body).filter(found -> keeps).map(Body::id).orElseThrow(Problem.NO_SUCH_BODY::with);
    }
}
