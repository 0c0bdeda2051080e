package vn.nghisu.web.meetings;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Text;
import vn.nghisu.papers.Arrival;
import vn.nghisu.papers.Arrivals;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.IntakeOutcome;
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.room.PaperDesk;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.Refused;

/**
 * Uploads that go on after a lost connection: begun with their length, sent in pieces that each name their place, then laid on the
 * table. Each is its uploader's own.
 *
 * <pre>
 * POST   /api/meetings/{meeting}/uploads?upload&fileName&bytes&mark&item   begins, or finds the one that is there; one that has come whole
 *                                                                          and was checked or is being checked has all its bytes
 * GET    /api/meetings/{meeting}/uploads                                   the caller's own
 * GET    /api/meetings/{meeting}/uploads/{upload}                          where the next piece goes
 * PATCH  /api/meetings/{meeting}/uploads/{upload}   Upload-Offset: n       a piece; 409 and the right place when it is another
 * POST   /api/meetings/{meeting}/uploads/{upload}/paper?item&fileName&…    checks it and lays the paper; 202 while it is being checked
 *        further: title, access (EVERYONE, MEMBERS, NAMED), named (ids, by commas), handling (FREE, VIEW_ONLY, MARKED), supersedes, reason
 * DELETE /api/meetings/{meeting}/uploads/{upload}                          calls it off
 * </pre>
 */
final class ArrivalRoutes {
    private static final Text BYTES = new Text("dung lượng tệp", "the length of the file");
    private static final Text PLACE = new Text("vị trí của phần tệp", "the place of the piece");
    private static final Text MARK = new Text("dấu nhận biết tệp", "the file's mark");
    private static final int MARK_CHARACTERS = 100;
    /** The console sends 4 MiB at a time; more than this is lost at once when a line breaks. */
    static final long PIECE_BYTES = 32L << 20;
    /** So long the answer to a finished upload is waited for before the client is told to ask again. */
    private static final long CHECK_WAIT_S = 20;
    private static final long SWEEP_EVERY_MS = TimeUnit.HOURS.toMillis(1);
    private static final int OUTCOMES = 500;
    private static final int ACCEPTED = 202;

    private final Vertx vertx;
    private final Arrivals arrivals;
    private final Intake intake;
    private final UploadRoutes uploads;
    /** The piece of each that is coming in now. */
    private final Map<Arrival, Piece> receiving = new ConcurrentHashMap<>();
    /** What became of the last ones, for an uploader who did not get the answer. */
    private final Map<String, Checked> outcomes = new LinkedHashMap<>();

    /** A file that is being checked or was. */
    private record Checked(long bytes, Future<IntakeOutcome> outcome) {}

    /** One piece on its way in. A second one of the same upload waits for the end of the first, and asks it to come now. */
    private static final class Piece {
        private final Promise<Void> ended = Promise.promise();
        private boolean stopped;
        private Runnable stop = () -> {};

        synchronized void stop() {
            stopped = true;
            stop.run();
        }

        /** @return false when it was stopped before it began */
        synchronized boolean begins(Runnable toStop) {
            stop = toStop;
            return !stopped;
        }
    }

    /** Where an upload stands; {@code offset} is how much of it has come. */
    record Stands(UUID upload, String fileName, long bytes, long offset, String mark, String item) {}

    record Mine(List<Stands> uploads) {}

    record Checking(boolean checking) {}

    ArrivalRoutes(Vertx vertx, Arrivals arrivals, Intake intake, UploadRoutes uploads) {
        this.vertx = vertx;
        this.arrivals = arrivals;
        this.intake = intake;
        this.uploads = uploads;
        vertx.setPeriodic(SWEEP_EVERY_MS, timer -> vertx.executeBlocking(() -> {
            arrivals.sweep();
            uploads.sweep();
            return null;
        }, false));
    }

    void mount(Router router) {
        String all = "/api/meetings/:meeting/uploads";
        router.post(all).handler(this::begin);
        router.get(all).handler(this::mine);
        router.get(all + "/:upload").handler(ctx -> tell(ctx, stands(arrival(ctx, uploads.bringer(ctx)))));
        router.patch(all + "/:upload").handler(this::piece);
        router.delete(all + "/:upload").handler(this::callOff);
        router.post(all + "/:upload/paper").handler(this::lay);
    }

    private void begin(RoutingContext ctx) {
        UploadRoutes.Bringer bringer = uploads.bringer(ctx);
        Arrival wanted = new Arrival(UploadRoutes.uploadId(needed(ctx, "upload", UploadRoutes.UPLOAD, 36)), bringer.caller().person(),
                bringer.room().meetingId(), needed(ctx, "fileName", Fields.FILE_NAME, Limits.TITLE_CHARACTERS),
                number(needed(ctx, "bytes", BYTES, 20), BYTES), needed(ctx, "mark", MARK, MARK_CHARACTERS),
                needed(ctx, "item", UploadRoutes.ITEM, Limits.TITLE_CHARACTERS), System.currentTimeMillis());
        Optional<Checked> checked = checked(wanted);
        if (checked.isPresent() && checked.get().bytes() == wanted.bytes()) {
            ctx.response().setStatusCode(201);
            Answers.json(ctx, stands(wanted, wanted.bytes()));
            return;
        }
        vertx.executeBlocking(() -> arrivals.begin(wanted), false)
                .onFailure(e -> Answers.failure(ctx, e))
                .onSuccess(refusal -> {
                    if (refusal.isPresent()) {
                        Answers.json(ctx, UploadRoutes.refusal(ctx, refusal.get()));
                    } else {
                        ctx.response().setStatusCode(201);
                        tell(ctx, stands(wanted));
                    }
                });
    }

    private void mine(RoutingContext ctx) {
        UploadRoutes.Bringer bringer = uploads.bringer(ctx);
        List<Arrival> own = arrivals.of(bringer.room().meetingId(), bringer.caller().person());
        tell(ctx, vertx.executeBlocking(() -> new Mine(own.stream().map(arrival -> stands(arrival, arrivals.length(arrival))).toList()), false));
    }

    private void piece(RoutingContext ctx) {
        Arrival arrival = arrival(ctx, uploads.bringer(ctx));
        long offset = number(Optional.ofNullable(ctx.request().getHeader("Upload-Offset")).orElseThrow(() -> Problem.FIELD_MISSING.with(PLACE)), PLACE);
        ctx.request().pause();
        Context here = vertx.getOrCreateContext();
        Piece piece = new Piece();
        after(receiving.put(arrival, piece)).compose(v -> length(arrival)).compose(has -> {
            if (offset != has || checked(arrival).isPresent()) {
                ctx.request().resume();
                return Future.failedFuture(Problem.OTHER_OFFSET.with(has));
            }
            return vertx.fileSystem().open(arrivals.part(arrival).toString(), new OpenOptions().setCreate(true).setWrite(true)).compose(out -> {
                out.setWritePos(has);
                long most = Math.min(PIECE_BYTES, arrival.bytes() - has);
                Reception reception = new Reception(ctx.request(), out, most, Problem.PIECE_TOO_LONG.with(most, has));
                boolean begins = piece.begins(() -> here.runOnContext(v2 -> reception.giveUp(Problem.OTHER_OFFSET.with(has))));
                Future<Long> received = begins ? reception.begin() : Future.failedFuture(Problem.OTHER_OFFSET.with(has));
                return received.eventually(out::close).recover(e -> undone(arrival, has, e));
            });
        }).onComplete(done -> {
            receiving.remove(arrival, piece);
            piece.ended.tryComplete();
        }).compose(bytes -> stands(arrival)).onSuccess(stands -> Answers.json(ctx, stands)).onFailure(e -> {
            if (ctx.response().closed()) {
                return; // nobody is there to hear that the line broke
            }
            if (e instanceof Reception.NotWritten) {
                Answers.json(ctx, UploadRoutes.refusal(ctx, uploads.notWritten()));
            } else {
                Answers.failure(ctx, e);
            }
        });
    }

    /** The piece before may have a line that is dead without anybody knowing; it is not waited for longer than its writes take. */
    private Future<Void> after(Piece before) {
        if (before == null) {
            return Future.succeededFuture();
        }
        before.stop();
        Promise<Void> here = Promise.promise();
        Context context = vertx.getOrCreateContext();
        before.ended.future().onComplete(v -> context.runOnContext(v2 -> here.tryComplete()));
        return here.future();
    }

    /** What came before a line broke is kept; what was too long or not written is not. */
    private Future<Long> undone(Arrival arrival, long sure, Throwable why) {
        boolean keep = !(why instanceof Reception.NotWritten || why instanceof Refused refused && refused.problem() == Problem.PIECE_TOO_LONG);
        return keep ? Future.failedFuture(why) : vertx.<Long>executeBlocking(() -> {
            arrivals.cut(arrival, sure);
            return sure;
        }, false).transform(cut -> Future.failedFuture(why));
    }

    private void callOff(RoutingContext ctx) {
        Arrival arrival = arrival(ctx, uploads.bringer(ctx));
        after(receiving.get(arrival)).compose(v -> vertx.executeBlocking(() -> {
            arrivals.end(arrival);
            return null;
        }, false)).onSuccess(v -> Answers.json(ctx, null)).onFailure(e -> Answers.failure(ctx, e));
    }

    private void lay(RoutingContext ctx) {
        UploadRoutes.Bringer bringer = uploads.bringer(ctx);
        UUID upload = UploadRoutes.uploadId(ctx.pathParam("upload"));
        PaperDesk.Placing placing = UploadRoutes.placing(ctx);
        Runnable forget = () -> forget(key(bringer, upload));
        outcome(bringer, upload).compose(outcome -> outcome.isComplete()
                ? uploads.take(ctx, bringer, upload, placing, outcome.result(), forget)
                : later(outcome).compose(ready -> ready.map(given -> uploads.take(ctx, bringer, upload, placing, given, forget)).orElseGet(() -> {
                    ctx.response().setStatusCode(ACCEPTED);
                    return Future.succeededFuture(new Checking(true));
                }))).onSuccess(body -> Answers.json(ctx, body)).onFailure(e -> Answers.failure(ctx, e));
    }

    /** The outcome, or nothing when it takes longer than a request should. */
    private Future<Optional<IntakeOutcome>> later(Future<IntakeOutcome> outcome) {
        Promise<Optional<IntakeOutcome>> ready = Promise.promise();
        Context here = vertx.getOrCreateContext();
        long timer = vertx.setTimer(TimeUnit.SECONDS.toMillis(CHECK_WAIT_S), late -> ready.tryComplete(Optional.empty()));
        outcome.onSuccess(given -> here.runOnContext(v -> {
            vertx.cancelTimer(timer);
            ready.tryComplete(Optional.of(given));
        }));
        return ready.future();
    }

    /** The check of an upload, begun once; who asks again joins in. Fails when not all of it has come. */
    private Future<Future<IntakeOutcome>> outcome(UploadRoutes.Bringer bringer, UUID upload) {
        String key = key(bringer, upload);
        Optional<Future<IntakeOutcome>> known = known(key);
        if (known.isPresent()) {
            return known.map(Future::succeededFuture).get();
        }
        Arrival arrival = arrivals.find(bringer.room().meetingId(), bringer.caller().person(), upload).orElseThrow(Problem.NOT_FOUND::with);
        return length(arrival).map(has -> {
            synchronized (outcomes) {
                return known(key).orElseGet(() -> check(key, arrival, has));
            }
        });
    }

    private Future<IntakeOutcome> check(String key, Arrival arrival, long has) {
        if (receiving.containsKey(arrival) || has != arrival.bytes()) {
            throw Problem.NOT_COMPLETE.with(has);
        }
        Future<IntakeOutcome> begun = Future.fromCompletionStage(intake.accept(arrivals.part(arrival)));
        outcomes.put(key, new Checked(arrival.bytes(), begun));
        if (outcomes.size() > OUTCOMES) {
            outcomes.remove(outcomes.keySet().iterator().next());
        }
        begun.onSuccess(outcome -> {
            if (outcome instanceof PaperRefusal refusal && refusal.passes()) {
                forget(key); // the file is kept: it is checked anew when it is asked for again
            } else {
                vertx.executeBlocking(() -> {
                    arrivals.end(arrival);
                    return null;
                }, false);
            }
        });
        return begun;
    }

    private Optional<Future<IntakeOutcome>> known(String key) {
        synchronized (outcomes) {
            return Optional.ofNullable(outcomes.get(key)).map(Checked::outcome);
        }
    }

    private Optional<Checked> checked(Arrival arrival) {
        synchronized (outcomes) {
            return Optional.ofNullable(outcomes.get(key(arrival.meeting(), arrival.person(), arrival.upload())));
        }
    }

    private void forget(String key) {
        synchronized (outcomes) {
            outcomes.remove(key);
        }
    }

    private static String key(UploadRoutes.Bringer bringer, UUID upload) {
        return key(bringer.room().meetingId(), bringer.caller().person(), upload);
    }

    private static String key(String meeting, String person, UUID upload) {
        return meeting + "/" + person + "/" + upload;
    }

    private Arrival arrival(RoutingContext ctx, UploadRoutes.Bringer bringer) {
        return arrivals.find(bringer.room().meetingId(), bringer.caller().person(), UploadRoutes.uploadId(ctx.pathParam("upload")))
                .orElseThrow(Problem.NOT_FOUND::with);
    }

    private Future<Long> length(Arrival arrival) {
        return vertx.executeBlocking(() -> arrivals.length(arrival), false);
    }

    private Future<Stands> stands(Arrival arrival) {
        return length(arrival).map(has -> stands(arrival, has));
    }

    private static Stands stands(Arrival arrival, long has) {
        return new Stands(arrival.upload(), arrival.fileName(), arrival.bytes(), has, arrival.mark(), arrival.item());
    }

    private static void tell(RoutingContext ctx, Future<?> answer) {
        answer.onSuccess(value -> Answers.json(ctx, value)).onFailure(e -> Answers.failure(ctx, e));
    }

    private static String needed(RoutingContext ctx, String name, Text what, int most) {
        String text = UploadRoutes.parameter(ctx, name).orElseThrow(() -> Problem.FIELD_MISSING.with(what));
        if (text.length() > most) {
            throw Problem.FIELD_TOO_LONG.with(what, most);
        }
        return text;
    }

    private static long number(String text, Text what) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.FIELD_WRONG.with(what);
        }
    }
}
