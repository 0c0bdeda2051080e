package vn.nghisu.web.meetings;

import io.vertx.core.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.floor.FloorRules;
import vn.nghisu.people.Body;
import vn.nghisu.people.BodyFloors;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/** A body's rules of the floor, and who has spoken how long in its meetings of a year (product F2, F4). */
public final class FloorRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(FloorRoutes.class);

    private final Rooms rooms;
    private final Directory directory;
    private final BodyFloors floors;

    public FloorRoutes(Rooms rooms, Directory directory, BodyFloors floors) {
        this.rooms = rooms;
        this.directory = directory;
        this.floors = floors;
    }

    public void declare(Api api) {
        api.atOnce(HttpMethod.GET, "/api/bodies/:body/floor", Right.PREPARES_MEETINGS, call -> floors.of(body(call)))
                .blocking(HttpMethod.PUT, "/api/bodies/:body/floor", Right.PREPARES_MEETINGS, this::set)
                .atOnce(HttpMethod.GET, "/api/meetings/:meeting/speaking", Right.SIGNED_IN, this::speaking);
    }

    private Object set(Call call) {
        String body = body(call);
        FloorRules rules = call.body(FloorRules.class);
        rules.check().ifPresent(refused -> {
            throw Problem.BAD_REQUEST.with();
        });
        floors.set(body, rules);
        LOG.info("Body {} has other rules of the floor, by {}", body, call.who().person().id());
        return rules;
    }

    /** What somebody has spoken. @param meetings in which the person had the floor */
    record Spoken(long spentMs, int turns, int meetings) {
        private Spoken and(Spoken other) {
            return new Spoken(spentMs + other.spentMs, turns + other.turns, meetings + other.meetings);
        }
    }

    /** @param people by person id; who is missing has not spoken */
    record Year(int year, int meetings, Map<String, Spoken> people) {}

    /** All meetings of the body in the year of this one, for those who lead it; finished turns only. */
    private Year speaking(Call call) {
        Caller caller = call.who().caller(directory);
        Meeting here = rooms.find(call.path("meeting")).map(Room::meeting)
                .filter(found -> Rights.of(found, caller).mayLead()).orElseThrow(Problem.NOT_FOUND::with);
        int year = year(here);
        Map<String, Spoken> people = new LinkedHashMap<>();
        int[] meetings = {0};
        rooms.all().map(Room::meeting)
                .filter(each -> each.exists() && each.head().bodyId().equals(here.head().bodyId()) && year(each) == year
                        && each.session().openedAt().isPresent())
                .forEach(each -> {
                    meetings[0]++;
                    Map<String, Spoken> inOne = new LinkedHashMap<>();
                    each.floor().turns().forEach(turn -> inOne.merge(turn.person(), new Spoken(turn.spentMs(), 1, 0), Spoken::and));
                    inOne.forEach((person, spoken) -> people.merge(person, spoken.and(new Spoken(0, 0, 1)), Spoken::and));
                });
        return new Year(year, meetings[0], people);
    }

    private static int year(Meeting meeting) {
        return meeting.heldAt().atZone(VietnamTime.ZONE).getYear();
    }

    /** The body in the path, for those who prepare its meetings and administrators. */
    private String body(Call call) {
        String body = call.path("body");
        boolean keeps = call.who().isAdministrator() || call.who().caller(directory).prepares().contains(body);
        return directory.body(body).filter(found -> keeps).map(Body::id).orElseThrow(Problem.NO_SUCH_BODY::with);
    }
}
