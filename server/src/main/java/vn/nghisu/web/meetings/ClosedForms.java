package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.circulation.CirculationCommand;
import vn.nghisu.meeting.circulation.Results;
import vn.nghisu.meeting.preparation.Plan;
import vn.nghisu.people.Directory;
import vn.nghisu.people.RandomIds;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.RoomAnswers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/** Closed opinion forms of a body, whose results go into its next meeting by themselves; there they can be taken out and put in again (product P10). */
final class ClosedForms {
    private final Rooms rooms;
    private final Directory directory;
    private final RandomIds ids = new RandomIds();

    ClosedForms(Rooms rooms, Directory directory) {
        this.rooms = rooms;
        this.directory = directory;
    }

    void declare(Api api) {
        api.atOnce(HttpMethod.GET, "/api/meetings/:meeting/forms", Right.SIGNED_IN, this::list)
                .later(HttpMethod.POST, "/api/meetings/:meeting/forms/:form", Right.SIGNED_IN, this::takeUp);
    }

    /** What a new meeting of the body brings by itself: results that no meeting has, the oldest first. */
    List<Plan.Result> results(String body) {
        return known().free().filter(form -> form.head().bodyId().equals(body)).map(form -> new Plan.Result(ids.get(), form.id(), Circulation.outline(form))).toList();
    }

    /** @param closedAt ms since 1970 @param item that brings the result, when it is on the agenda */
    record Line(String form, String title, long closedAt, Optional<String> item) {}

    record Lines(List<Line> forms) {}

    private Lines list(Call call) {
        Meeting meeting = prepared(call, call.who().caller(directory)).meeting();
        return new Lines(!meeting.head().kind().hasSession() ? List.of() : known().openTo(meeting)
                .map(form -> new Line(form.id(), form.head().title(), form.session().closedAt().orElseThrow().toEpochMilli(), Circulation.itemOf(meeting, form.id())))
                .toList());
    }

    private record Wanted(Optional<String> reason) {}

    private record TakenUp(String item) {}

    private Future<?> takeUp(Call call) {
        Caller caller = call.who().caller(directory);
        Room room = prepared(call, caller);
        Results known = known();
        Meeting form = known.settled(room.meeting().head().bodyId()).filter(found -> found.id().equals(call.path("form"))).findFirst()
                .orElseThrow(Problem.NOT_FOUND::with);
        if (known.openTo(room.meeting()).noneMatch(form::equals)) {
            throw Problem.RESULT_ELSEWHERE.with();
        }
        String item = ids.get();
        return RoomAnswers.give(call.ctx(), room, caller, UUID.randomUUID(),
                new CirculationCommand.TakeUpForm(item, form.id(), Circulation.outline(form), call.body(Wanted.class).reason()), done -> new TakenUp(item));
    }

    private Room prepared(Call call, Caller caller) {
        Room room = rooms.find(call.path("meeting")).orElseThrow(Problem.NOT_FOUND::with);
        Rights rights = Rights.of(room.meeting(), caller);
        if (!rights.maySeeMeeting()) {
            throw Problem.NOT_FOUND.with();
        }
        if (!rights.mayPrepare()) {
            throw Problem.NOT_ALLOWED.with();
        }
        return room;
    }

    private Results known() {
        return Results.among(rooms.all().map(Room::meeting));
    }
}
