package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
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
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.franchise.BodyRules;
import vn.nghisu.meeting.minutes.MinutesTexts;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.Plan;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.people.Body;
import vn.nghisu.people.BodyFloors;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Invitees;
import vn.nghisu.people.RandomIds;
import vn.nghisu.people.Templates;
import vn.nghisu.people.WrittenRules;
import vn.nghisu.room.Answer;
import vn.nghisu.room.FromClient;
import vn.nghisu.room.FromServer;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.room.Wire;
import vn.nghisu.web.RoomAnswers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RateLimit;
import vn.nghisu.web.security.StrictJson;
import vn.nghisu.web.security.StrictText;
import vn.nghisu.web.security.Waiting;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/** Meetings over HTTP: the list, a new one, and commands when the socket is down. What changes something has a rate for each person. */
public final class MeetingRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(MeetingRoutes.class);
    /** As by the socket. */
    private static final double COMMANDS_PER_SECOND = 20;
    private static final int COMMAND_BURST = 60;

    /** A list of two thousand participants; the socket takes only short commands, longer ones come here. */
    private static final int COMMAND_KB = 512;

    private final Rooms rooms;
    private final Directory directory;
    private final EarlierMeetings earlier;
    private final BodyFloors floors;
    private final BodyRuleRoutes rules;
    private final ClosedForms forms;
    private final Clock clock;
    private final RateLimit commands;
    private final RandomIds ids = new RandomIds();

    public MeetingRoutes(Rooms rooms, Directory directory, Templates templates, WrittenRules written, BodyFloors floors, Clock clock) {
        this.floors = floors;
        this.rooms = rooms;
        this.directory = directory;
        this.earlier = new EarlierMeetings(rooms, directory, templates);
        this.rules = new BodyRuleRoutes(directory, written);
        this.forms = new ClosedForms(rooms, directory);
        this.clock = clock;
        this.commands = new RateLimit(COMMAND_BURST, COMMANDS_PER_SECOND, clock);
    }

    public void declare(Api api) {
        earlier.declare(api);
        rules.declare(api);
        forms.declare(api);
        api.atOnce(HttpMethod.GET, "/api/meetings", Right.SIGNED_IN, this::list)
                .later(HttpMethod.POST, "/api/meetings", Right.PREPARES_MEETINGS, this::create)
                .later(HttpMethod.POST, "/api/meetings/:meeting/commands", Right.SIGNED_IN, COMMAND_KB, this::command);
    }

    /**
     * A line of the list. Times are ms since 1970.
     *
     * @param template whether it is its body's template
     * @param papers ids of those that may be read now; a tablet lets go of any other
     * @param form how far the reader is with an opinion form that is out
     * @param changesAsked what the chair wants changed in the minutes; for those who lead
     */
    record Line(
            String id,
            String title,
            String bodyId,
            String bodyName,
            Kind kind,
            Phase phase,
            String room,
            long startsAt,
            long endsAt,
            Role role,
            boolean template,
            Optional<String> itemInHand,
            List<String> papers,
            Optional<OwnForm> form,
            Optional<String> changesAsked) {}

    /** @param questions that the reader is asked @param waitingFor how many have not answered everything; for those who lead it */
    record OwnForm(int questions, int answered, Optional<Long> remindedAt, Optional<Integer> waitingFor) {}

    /** @param tasks what waits for the reader among the tasks of all meetings */
    record Lines(List<Line> meetings, TaskLines.Reminder tasks, long now) {}

    private Lines list(Call call) {
        Caller caller = call.who().caller(directory);
        List<Line> lines = rooms.all().map(Room::meeting)
                .filter(meeting -> meeting.exists() && Rights.of(meeting, caller).maySeeMeeting())
                .sorted(Comparator.comparing(Meeting::heldAt).reversed())
                .map(meeting -> line(meeting, caller))
                .toList();
        return new Lines(lines, TaskLines.reminder(rooms, caller, clock.instant()), clock.millis());
    }

    private Line line(Meeting meeting, Caller caller) {
        Rights rights = Rights.of(meeting, caller);
        return new Line(meeting.id(), meeting.head().title(), meeting.head().bodyId(), meeting.head().bodyName(), meeting.head().kind(),
                meeting.phase(), meeting.head().room(), meeting.heldAt().toEpochMilli(), ends(meeting).toEpochMilli(),
                meeting.roster().find(caller.person()).orElseThrow().role(), earlier.isTemplate(meeting),
                meeting.agenda().inHand().flatMap(meeting.agenda()::find).filter(item -> rights.maySee(meeting, item)).map(item -> item.title()),
                meeting.papers().all().filter(paper -> !paper.isWithdrawn() && paper.isPrepared() && rights.maySee(meeting, paper)).map(Paper::id).toList(),
                Circulation.isOut(meeting) ? Optional.of(form(meeting, rights, caller.person())) : Optional.empty(),
                rights.mayLead() ? meeting.minutes().asked().map(MinutesTexts.Asked::reason) : Optional.empty());
    }

    /** A form's end is the day by which answers are due, whenever it was closed; a session that goes on never ends before it began. */
    private static Instant ends(Meeting meeting) {
        return meeting.head().kind().hasSession() ? meeting.heldUntil() : meeting.head().endsAt();
    }

    private static OwnForm form(Meeting meeting, Rights rights, String person) {
        List<Vote> asked = Circulation.askedOf(meeting, person).toList();
        return new OwnForm(asked.size(), (int) asked.stream().filter(vote -> vote.ballots().containsKey(person)).count(),
                Optional.ofNullable(meeting.circulation().reminded().get(person)).map(Instant::toEpochMilli),
                rights.mayLead() ? Optional.of(Circulation.waitingFor(meeting).size()) : Optional.empty());
    }

    /** @param from an earlier meeting of the same body, whose people, agenda and motions are taken over */
    record NewMeeting(String bodyId, String title, Kind kind, String room, Instant startsAt, Instant endsAt, Optional<String> from) {}

    private Future<?> create(Call call) {
        limit(call);
        NewMeeting wanted = call.body(NewMeeting.class);
        Caller caller = call.who().caller(directory);
        Body body = directory.body(wanted.bodyId()).filter(found -> caller.prepares().contains(found.id())).orElseThrow(Problem.NO_SUCH_BODY::with);
        Optional<Meeting> source = wanted.from().map(from -> earlier.find(from, body.id(), caller)
                .filter(found -> wanted.kind().hasSession()).orElseThrow(Problem.NOT_FOUND::with));
        String id = ids.get();
        PreparationCommand command = command(wanted, body, source, caller);
        return call.ctx().vertx().executeBlocking(() -> rooms.create(id), false)
                .compose(room -> RoomAnswers.give(call.ctx(), room, caller, UUID.randomUUID(), command, given -> {
                    if (given instanceof Answer.Refused) { // a room that failed is let go by its rebuilding, which knows what is durable
                        rooms.forget(room);
                    }
                }, done -> {
                    call.ctx().response().setStatusCode(201);
                    return new Created(id);
                }));
    }

    private PreparationCommand command(NewMeeting wanted, Body body, Optional<Meeting> source, Caller caller) {
        boolean inWriting = !wanted.kind().hasSession();
        BodyRules usual = inWriting ? rules.of(body).inWriting() : rules.of(body);
        List<Participant> people = source
                .map(from -> Invitees.again(directory, body.id(), from.roster().all(), caller.person()))
                .orElseGet(() -> Invitees.of(directory, body.id()).stream().filter(person -> !inWriting || person.role() != Role.GUEST).toList());
        PreparationCommand.CreateMeeting blank = new PreparationCommand.CreateMeeting(wanted.title(), wanted.kind(), body.id(), body.name(),
                body.parent(), body.place(), wanted.room(), wanted.startsAt(), wanted.endsAt(), usual.rule(), usual.quorum(), people, usual.practice());
        if (inWriting) {
            return blank;
        }
        Plan plan = source.map(from -> Plan.of(from).ruledBy(from.head().rule(), from.head().quorum(), usual.rule(), usual.quorum()))
                .orElseGet(() -> earlier.last(body.id(), caller).map(Plan.NONE::punctualAs).orElse(Plan.NONE));
        Plan seated = plan.seats().isEmpty() ? earlier.lastWithSeats(body.id(), caller).map(plan::inRoomOf).orElse(plan) : plan;
        return new PreparationCommand.CreateMeetingFrom(seated.speakingBy(floors.of(body.id())).bringing(forms.results(body.id())), blank);
    }

    record Created(String id) {}

    private Future<?> command(Call call) {
        limit(call);
        FromClient.Command given;
        try {
            given = Wire.posted(Optional.ofNullable(call.ctx().body().buffer()).flatMap(body -> StrictText.utf8(body.getBytes()))
                    .orElseThrow(() -> Problem.BAD_JSON.with(StrictJson.WRONG_STRUCTURE)));
        } catch (Wire.Malformed e) {
            LOG.info("command of {} not understood: {}", call.who().person().id(), e.getMessage());
            throw Problem.BAD_JSON.with(StrictJson.WRONG_STRUCTURE);
        }
        Room room = rooms.find(call.path("meeting")).orElseThrow(Problem.NOT_FOUND::with);
        return RoomAnswers.give(call.ctx(), room, call.who().caller(directory), given.id(), given.command(),
                done -> Wire.json(new FromServer.Done(given.id(), done.seq())));
    }

    private void limit(Call call) {
        commands.take(call.who().person().id()).ifPresent(wait -> {
            throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, wait);
        });
    }
}
