package vn.nghisu.web.statistics;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.people.Body;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.Attachment;
import vn.nghisu.web.HeavyWork;
import vn.nghisu.web.Spreadsheet;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RequestLanguage;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Guard;
import vn.nghisu.web.signin.Right;
import vn.nghisu.web.signin.SignedIn;

/**
 * What a body's meetings come to between two days (product M9), for its chair and secretaries in the meetings they lead, and for administrators, who are told what a guest of the
 * meetings could see.
 */
public final class StatisticsRoutes {
    private static final String STATISTICS = "/api/bodies/:body/statistics";
    private static final Rights AS_GUEST = new Rights(Rights.Kind.GUEST, false, Set.of(), Set.of());
    private static final Rights OUTSIDE = new Rights(Rights.Kind.NONE, false, Set.of(), Set.of());

    private final HeavyWork counting;
    private final Rooms rooms;
    private final Directory directory;
    private final Clock clock;

    public StatisticsRoutes(Vertx vertx, Rooms rooms, Directory directory, Clock clock) {
        this.counting = new HeavyWork(vertx, "tables");
        this.rooms = rooms;
        this.directory = directory;
        this.clock = clock;
    }

    public void declare(Api api, Router router) {
        api.later(HttpMethod.GET, STATISTICS, Right.SIGNED_IN, this::told);
        router.get(STATISTICS + "/file").handler(this::file);
    }

    /** @param from first day, with {@code to} in Việt Nam's time */
    private record Told(Statistics statistics, String bodyName, LocalDate from, LocalDate to) {}

    private record Wanted(Body body, LocalDate from, LocalDate to, Function<Meeting, Rights> rights) {}

    private Future<?> told(Call call) {
        Wanted wanted = wanted(call.ctx(), call.who());
        return counting.give(call.who().person().id(), () -> new Told(statistics(wanted), wanted.body().name(), wanted.from(), wanted.to()));
    }

    /** {@code kind}: csv with {@code table}, or xlsx. */
    private void file(RoutingContext ctx) {
        Wanted wanted = wanted(ctx, Guard.signedIn(ctx));
        boolean workbook = "xlsx".equals(ctx.request().getParam("kind"));
        StatisticsTables.Which which = which(Optional.ofNullable(ctx.request().getParam("table")).orElse("MEETINGS"));
        counting.give(Guard.signedIn(ctx).person().id(), () -> {
            StatisticsTables tables = new StatisticsTables(statistics(wanted), RequestLanguage.of(ctx));
            return workbook ? tables.xlsx() : tables.csv(which);
        }).onSuccess(bytes -> {
            Attachment.head(ctx.response(), "thong-ke-" + wanted.from() + "-" + wanted.to() + (workbook ? ".xlsx" : "-" + which.fileName() + ".csv"),
                    workbook ? Spreadsheet.XLSX : Spreadsheet.CSV);
            ctx.response().end(Buffer.buffer(bytes));
        }).onFailure(failure -> Answers.failure(ctx, failure));
    }

    private static StatisticsTables.Which which(String name) {
        try {
            return StatisticsTables.Which.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Problem.BAD_REQUEST.with();
        }
    }

    private Wanted wanted(RoutingContext ctx, SignedIn who) {
        Body body = directory.body(ctx.pathParam("body")).orElseThrow(Problem.NOT_FOUND::with);
        Caller caller = who.caller(directory);
        boolean prepares = caller.prepares().contains(body.id());
        if (!prepares && !who.isAdministrator()) {
            throw Problem.NOT_FOUND.with();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), VietnamTime.ZONE);
        return new Wanted(body, day(ctx, "from").orElse(today.withDayOfYear(1)), day(ctx, "to").orElse(today), meeting -> {
            Rights own = Rights.of(meeting, caller);
            return own.mayLead() ? own : who.isAdministrator() ? AS_GUEST : OUTSIDE;
        });
    }

    private static Optional<LocalDate> day(RoutingContext ctx, String name) {
        try {
            return Optional.ofNullable(ctx.request().getParam(name)).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw Problem.BAD_REQUEST.with();
        }
    }

    private Statistics statistics(Wanted wanted) {
        List<Meeting> meetings = rooms.all().map(Room::meeting)
                .filter(meeting -> meeting.exists() && meeting.head().bodyId().equals(wanted.body().id()) && meeting.phase() == Phase.CLOSED && meeting.session().openedAt().isPresent())
                .filter(meeting -> !Statistics.day(meeting).isBefore(wanted.from()) && !Statistics.day(meeting).isAfter(wanted.to())).toList();
        return Statistics.of(meetings, wanted.rights(), clock.instant());
    }
}
