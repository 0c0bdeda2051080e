package vn.nghisu.web.meetings;

import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.people.Directory;
import vn.nghisu.readings.Reading;
import vn.nghisu.readings.Readings;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RateLimit;
import vn.nghisu.web.security.Waiting;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/** Who has opened which paper: tablets tell it, those who prepare see it, and everybody may know whether it is kept. */
public final class ReadingRoutes {
    private static final String OF_MEETING = "/api/meetings/:meeting/readings";
    private static final String OF_BODY = "/api/bodies/:body/readings";
    /** Papers told of at once. */
    private static final int TOLD_MOST = 100;
    private static final double PER_SECOND = 1;
    private static final int BURST = 20;

    private final Rooms rooms;
    private final Directory directory;
    private final Readings readings;
    private final Clock clock;
    private final RateLimit telling;
    private final RateLimit asking;

    public ReadingRoutes(Rooms rooms, Directory directory, Readings readings, Clock clock) {
        this.rooms = rooms;
        this.directory = directory;
        this.readings = readings;
        this.clock = clock;
        this.telling = new RateLimit(BURST, PER_SECOND, clock);
        this.asking = new RateLimit(BURST, PER_SECOND, clock);
    }

    public void declare(Api api) {
        api.blocking(HttpMethod.GET, OF_MEETING, Right.SIGNED_IN, this::shown)
                .blocking(HttpMethod.POST, OF_MEETING, Right.SIGNED_IN, this::told)
                .atOnce(HttpMethod.GET, OF_BODY, Right.MEMBER_OF_BODY, call -> new Choice(readings.areKept(body(call))))
                .blocking(HttpMethod.PUT, OF_BODY, Right.ADMINISTRATOR, this::choose);
    }

    /** Whether readings are kept. */
    record Choice(boolean kept) {}

    /**
     * @param mine ids of the papers that the caller has read on whatever device and may still open; absent where nothing is kept
     * @param papers by paper id; told to those who prepare, else absent
     */
    record Shown(boolean kept, Optional<List<String>> mine, Optional<Map<String, OfPaper>> papers) {}

    /**
     * @param readers ids of the participants who may read it, the secretaries left out
     * @param opened those of them who have, the earliest first
     */
    record OfPaper(List<String> readers, List<Opened> opened) {}

    /** Times are ms since 1970. */
    record Opened(String person, long firstMs, long lastMs, int pages) {}

    private static void limited(RateLimit limit, Call call) {
        limit.take(call.who().person().id()).ifPresent(wait -> {
            throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, wait);
        });
    }

    private Object shown(Call call) {
        limited(asking, call);
        Meeting meeting = meeting(call);
        boolean kept = readings.areKept(meeting.head().bodyId());
        Rights rights = Rights.of(meeting, call.who().caller(directory));
        Optional<List<String>> mine = kept ? Optional.of(mine(call, meeting, rights)) : Optional.empty();
        if (!rights.mayPrepare()) {
            return new Shown(kept, mine, Optional.empty());
        }
        Map<String, List<Reading>> all = readings.of(meeting.id()).stream().collect(Collectors.groupingBy(Reading::paper));
        Map<String, Rights> of = new LinkedHashMap<>();
        meeting.roster().all().filter(person -> person.role() != Role.SECRETARY).map(Participant::id)
                .forEach(person -> of.put(person, Rights.of(meeting, Caller.person(person))));
        Map<String, OfPaper> papers = new LinkedHashMap<>();
        meeting.papers().all().filter(Paper::isPrepared).forEach(paper -> {
            Set<String> readers = new LinkedHashSet<>(of.keySet());
            readers.removeIf(person -> !of.get(person).maySee(meeting, paper));
            papers.put(paper.id(), new OfPaper(List.copyOf(readers), all.getOrDefault(paper.id(), List.of()).stream().filter(one -> readers.contains(one.person()))
                    .map(one -> new Opened(one.person(), one.firstMs(), one.lastMs(), one.pages())).toList()));
        });
        return new Shown(kept, mine, Optional.of(papers));
    }

    private List<String> mine(Call call, Meeting meeting, Rights rights) {
        return readings.readBy(call.who().person().id(), meeting.id()).stream()
                .filter(paper -> meeting.papers().find(paper).filter(found -> rights.maySee(meeting, found)).isPresent()).sorted().toList();
    }

    /** What a tablet tells, perhaps long after since it had no network. Times are by the meeting's clock, ms since 1970. */
    record Told(List<One> readings) {
        record One(String paper, long firstMs, long lastMs, int pages) {}
    }

    private Object told(Call call) {
        limited(telling, call);
        Meeting meeting = meeting(call);
        List<Told.One> told = call.body(Told.class).readings();
        if (told.size() > TOLD_MOST) {
            throw Problem.BAD_REQUEST.with();
        }
        if (readings.areKept(meeting.head().bodyId())) {
            Rights rights = Rights.of(meeting, call.who().caller(directory));
            String person = call.who().person().id();
            readings.note(told.stream().flatMap(one -> meeting.papers().find(one.paper())
                    .filter(paper -> rights.maySee(meeting, paper))
                    .map(paper -> reading(meeting, paper, person, one)).stream()).toList());
        }
        return null;
    }

    /** A tablet's clock decides nothing: no paper was read before it was there, nor later than now. */
    private Reading reading(Meeting meeting, Paper paper, String person, Told.One one) {
        long now = clock.millis();
        long added = Math.min(now, paper.addedAt().toEpochMilli());
        long last = Math.max(added, Math.min(now, one.lastMs()));
        long first = Math.max(added, Math.min(last, one.firstMs()));
        return new Reading(meeting.id(), paper.id(), person, first, last, Math.max(0, Math.min(paper.pages(), one.pages())));
    }

    private Object choose(Call call) {
        readings.keep(body(call), call.body(Choice.class).kept());
        return null;
    }

    private String body(Call call) {
        return directory.body(call.path("body")).orElseThrow(Problem.NO_SUCH_BODY::with).id();
    }

    private Meeting meeting(Call call) {
        Caller caller = call.who().caller(directory);
        return rooms.find(call.path("meeting")).map(Room::meeting)
                .filter(meeting -> meeting.exists() && Rights.of(meeting, caller).maySeeMeeting())
                .orElseThrow(Problem.NOT_FOUND::with);
    }
}
