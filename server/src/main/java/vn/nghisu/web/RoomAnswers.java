package vn.nghisu.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.room.Answer;
import vn.nghisu.room.FromServer;
import vn.nghisu.room.Room;
import vn.nghisu.room.Wire;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RequestLanguage;

/** Commands over HTTP and what a room answers them: 200 and {@code done}, 409 and {@code refused}, or 503 when it could not say. */
public final class RoomAnswers {
    private static final long ANSWER_TIMEOUT_S = 15;
    private static final int REFUSED = 409;

    private RoomAnswers() {}

    /** Gives a command to a room; the future has the body of the answer and the response its status. */
    public static Future<Object> give(RoutingContext ctx, Room room, Caller caller, UUID id, Command command, Function<Answer.Done, Object> whenDone) {
        return give(ctx, room, caller, id, command, given -> {}, whenDone);
    }

    /** @param heard hears the room's own answer on the room's thread, also when it comes too late for the request */
    public static Future<Object> give(RoutingContext ctx, Room room, Caller caller, UUID id, Command command, Consumer<Answer> heard,
            Function<Answer.Done, Object> whenDone) {
        Promise<Answer> answer = Promise.promise();
        room.give(caller, id, command, given -> {
            heard.accept(given);
            ctx.vertx().runOnContext(v -> answer.tryComplete(given));
        });
        return body(ctx, id, answer.future(), whenDone);
    }

    /** The body for an answer that comes on the request's own thread. */
    public static Future<Object> body(RoutingContext ctx, UUID id, Future<Answer> answer, Function<Answer.Done, Object> whenDone) {
        return answer.timeout(ANSWER_TIMEOUT_S, TimeUnit.SECONDS)
                .recover(late -> Future.succeededFuture(new Answer.Unknown(Answer.Why.BUSY)))
                .map(given -> {
                    if (given instanceof Answer.Done done) {
                        return whenDone.apply(done);
                    }
                    if (given instanceof Answer.Refused refused) {
                        ctx.response().setStatusCode(REFUSED);
                        return Wire.json(new FromServer.Refused(id, refused.refusal().reason().name(),
                                refused.refusal().sentence(RequestLanguage.of(ctx))));
                    }
                    throw ((Answer.Unknown) given).why() == Answer.Why.NOT_RECORDING ? Problem.NOT_RECORDING.with() : Problem.BUSY.with();
                });
    }
}
