package vn.nghisu.web.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.minutes.DestructionCertificate;
import vn.nghisu.people.ArchiveChoices;
import vn.nghisu.people.Body;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Person;
import vn.nghisu.retention.RetentionLog;
import vn.nghisu.room.Json;
import vn.nghisu.room.RetentionKeeper;
import vn.nghisu.room.RetentionRules;
import vn.nghisu.web.Attachment;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.BodyGate;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Guard;
import vn.nghisu.web.signin.Right;
import vn.nghisu.web.signin.SignedIn;

/**
 * Rules of retention (product M10), for administrators and those who prepare a body's meetings: {@code /api/bodies/:body/retention} tells rules, what would go and what went; {@code PUT} writes the rules;
 * {@code POST .../runs} begins to carry them out on the meetings that were previewed; {@code /files/body/:body/certificate/:run} is the certificate, as PDF or with {@code ?as-json} as data.
 */
public final class RetentionRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionRoutes.class);
    private static final Text TIMES = new Text("thời hạn lưu trữ", "the time of keeping");
    private static final int RUNS = 50;

    private final Vertx vertx;
    private final Directory directory;
    private final BodyGate gate;
    private final ArchiveChoices choices;
    private final RetentionLog log;
    private final RetentionKeeper keeper;

    public RetentionRoutes(Vertx vertx, Directory directory, ArchiveChoices choices, RetentionLog log, RetentionKeeper keeper) {
        this.vertx = vertx;
        this.directory = directory;
        this.gate = new BodyGate(directory);
        this.choices = choices;
        this.log = log;
        this.keeper = keeper;
    }

    public void declare(Api api, Router router) {
        api.blocking(HttpMethod.GET, "/api/bodies/:body/retention", Right.PREPARES_MEETINGS, this::tell)
                .blocking(HttpMethod.PUT, "/api/bodies/:body/retention", Right.PREPARES_MEETINGS, this::write)
                .blocking(HttpMethod.POST, "/api/bodies/:body/retention/runs", Right.PREPARES_MEETINGS, this::carryOut)
                .blocking(HttpMethod.GET, "/api/meetings/:meeting/notes-time", Right.SIGNED_IN, this::notesTime);
        router.get("/files/body/:body/certificate/:run").handler(this::certificate);
    }

    /** @param at ms since 1970 */
    private record Ran(String id, long at, String by, boolean done) {}

    private record Told(RetentionRules rules, RetentionKeeper.Preview preview, List<Ran> runs) {}

    private Object tell(Call call) {
        Body body = gate.keep(call);
        return new Told(keeper.rules(body.id()), keeper.preview(body.id(), reached(call.who())), log.runs(body.id(), RUNS).stream()
                .map(run -> new Ran(run.id(), run.atMs(), directory.person(run.person()).map(Person::name).orElse(""), run.certificate().isPresent())).toList());
    }

    private Object write(Call call) {
        Body body = gate.keep(call);
        RetentionRules rules = call.body(RetentionRules.class);
        if (!rules.areWithinBounds()) {
            throw Problem.FIELD_WRONG.with(TIMES);
        }
        choices.write(body.id(), ArchiveChoices.What.RETENTION, Json.write(rules));
        LOG.info("Body {} has new rules of retention, by {}", body.id(), call.who().person().id());
        return rules;
    }

    /**
     * How long private notes of a meeting are kept, for everybody who may write some: told beforehand, so that they can be taken out.
     *
     * @param days after the closing, or after the issuing of the minutes; absent when they are kept
     * @param afterMinutes whether the days run from the issuing of the minutes
     * @param until ms since 1970, once that has been
     * @param held nothing goes for now
     */
    private record NotesTime(Optional<Integer> days, boolean afterMinutes, Optional<Long> until, boolean held) {}

    private Object notesTime(Call call) {
        Meeting meeting = keeper.meeting(call.path("meeting")).filter(found -> Rights.of(found, call.who().caller(directory)).maySeeMeeting()).orElseThrow(Problem.NOT_FOUND::with);
        RetentionRules rules = keeper.rules(meeting.head().bodyId());
        return new NotesTime(rules.notesDays(), rules.notesWaitForMinutes(meeting), rules.notesEnd(meeting).map(Instant::toEpochMilli),
                meeting.retention().hold().isPresent());
    }

    /** @param mark of the preview */
    private record Agreed(String mark) {}

    /** @param run goes on in the background; its certificate tells that it is over */
    private record Begun(String run) {}

    private Object carryOut(Call call) {
        Body body = gate.keep(call);
        return new Begun(keeper.begin(body.id(), call.who().person().id(), reached(call.who()), call.body(Agreed.class).mark()).orElseThrow(Problem.RETENTION_MOVED_ON::with));
    }

    private void certificate(RoutingContext ctx) {
        Body body = gate.keep(Guard.signedIn(ctx), ctx.pathParam("body"));
        boolean data = ctx.request().getParam("as-json") != null;
        vertx.executeBlocking(() -> {
            String json = log.run(ctx.pathParam("run")).filter(run -> run.body().equals(body.id())).flatMap(RetentionLog.Run::certificate).orElseThrow(Problem.NOT_FOUND::with);
            return data ? json.getBytes(StandardCharsets.UTF_8) : read(json).pdf(Hash.sha256(json).hex(), VietnamTime.ZONE);
        }, false).onFailure(ctx::fail).onSuccess(bytes -> {
            Attachment.head(ctx.response(), "chung-nhan-" + ctx.pathParam("run") + (data ? ".json" : ".pdf"), data ? "application/json" : "application/pdf");
            ctx.response().end(Buffer.buffer(bytes)).onFailure(ctx::fail);
        });
    }

    private static DestructionCertificate read(String json) {
        try {
            return Json.MAPPER.readValue(json, DestructionCertificate.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a certificate can't be read", e);
        }
    }

    /** An administrator reaches all of a body's meetings, others those that they prepare. */
    private Predicate<Meeting> reached(SignedIn who) {
        return meeting -> who.isAdministrator() || Rights.of(meeting, who.caller(directory)).mayPrepare();
    }
}
