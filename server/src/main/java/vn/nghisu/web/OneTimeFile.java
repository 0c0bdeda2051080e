package vn.nghisu.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.WorkFolders;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Guard;

/** Files that are made for one request: written to a folder of their own that the next start would sweep away, sent, removed. */
public final class OneTimeFile {
    private static final String FILE = "made";
    /** After which a file that was destroyed while it was taken along is known to be gone. */
    private static final int RETRY_S = 2;

    private final Vertx vertx;
    private final HeavyWork work;
    private final PaperStore store;

    public OneTimeFile(Vertx vertx, PaperStore store) {
        this.vertx = vertx;
        this.work = new HeavyWork(vertx, "taken out");
        this.store = store;
    }

    /** Writes the file, and beside it what it needs for that. */
    @FunctionalInterface
    public interface Maker {
        void write(Path file) throws IOException;
    }

    /** Answers with the file, or with what kept it from being made: {@code DISK_FULL} where there is no room for it. */
    public void send(RoutingContext ctx, String name, String type, Maker maker) {
        work.give(Guard.signedIn(ctx).person().id(), () -> store.work().passing(folder -> {
                    Path file = folder.resolve(FILE);
                    maker.write(file);
                    return file;
                }))
                .onFailure(failure -> Answers.failure(ctx, failure instanceof NoSuchFileException ? Problem.BUSY.with().retryAfter(RETRY_S) : failure))
                .onSuccess(file -> {
                    Attachment.head(ctx.response(), name, type);
                    ctx.response().sendFile(file.toString()).onFailure(ctx::fail).onComplete(sent -> vertx.executeBlocking(() -> {
                        WorkFolders.remove(file.getParent());
                        return null;
                    }, false));
                });
    }
}
