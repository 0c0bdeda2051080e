package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Path;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.Refused;

/** One piece of an upload on its way into a file: within a limit, no faster than the disk, and received only when every write has succeeded. */
final class Reception {
    private final ReadStream<Buffer> in;
    private final WriteStream<Buffer> out;
    private final long limitBytes;
    private final Refused tooLong;
    private final Promise<Long> done = Promise.promise();
    private long received;
    private int writing;
    private boolean ended;

    /** The disk did not take a part, most often because it is full. */
    static final class NotWritten extends IOException {
        private static final long serialVersionUID = 1;

        NotWritten(Throwable cause) {
            super("an upload could not be written", cause);
        }
    }

    /** A request's whole body in a new file. Fails with {@link NotWritten}, or as too long; what is there then is the caller's to remove. */
    static Future<Long> into(Path file, RoutingContext ctx, long limitBytes) {
        HttpServerRequest request = ctx.request();
        Promise<Long> gone = Promise.promise(); // by who leaves before there is a file
        request.exceptionHandler(gone::tryFail);
        request.pause();
        return ctx.vertx().fileSystem().open(file.toString(), new OpenOptions().setCreateNew(true).setWrite(true))
                .recover(failure -> {
                    request.resume(); // what comes is dropped, so that the client gets its answer
                    return Future.failedFuture(new NotWritten(failure));
                })
                .compose(out -> {
                    if (ctx.response().closed()) {
                        gone.tryFail(new HttpClosedException("closed"));
                    }
                    Future<Long> received = gone.future().isComplete() ? gone.future()
                            : new Reception(request, out, limitBytes, Problem.TOO_LARGE.with(limitBytes >> 10)).begin();
                    return received.eventually(out::close);
                });
    }

    /** @param tooLong what it fails with when more comes than the limit */
    Reception(ReadStream<Buffer> in, WriteStream<Buffer> out, long limitBytes, Refused tooLong) {
        this.in = in;
        this.out = out;
        this.limitBytes = limitBytes;
        this.tooLong = tooLong;
    }

    /** The number of bytes, once they are all in the file. Fails with {@link NotWritten}, or as too long. */
    Future<Long> begin() {
        in.handler(this::take);
        in.exceptionHandler(done::tryFail);
        in.endHandler(v -> {
            ended = true;
            finish();
        });
        in.resume();
        return done.future();
    }

    private void take(Buffer part) {
        received += part.length();
        if (received > limitBytes) {
            give(tooLong);
            return;
        }
        writing++;
        out.write(part).onSuccess(v -> {
            writing--;
            finish();
        }).onFailure(e -> give(new NotWritten(e)));
        if (out.writeQueueFull()) {
            in.pause();
            out.drainHandler(v -> in.resume());
        }
    }

    private void finish() {
        if (ended && writing == 0) {
            done.tryComplete(received);
        }
    }

    /** Ends it from outside, on the thread on which it was begun. */
    void giveUp(Throwable why) {
        give(why);
    }

    /** What still comes is read and dropped, so that the client gets its answer. */
    private void give(Throwable up) {
        if (!ended) { // a request that has ended takes no handler any more
            in.handler(dropped -> {});
            in.resume();
        }
        done.tryFail(up);
    }
}
