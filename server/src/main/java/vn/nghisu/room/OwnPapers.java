package vn.nghisu.room;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.util.UUID;
import java.util.concurrent.Callable;
import vn.nghisu.meeting.Caller;
import vn.nghisu.papers.Accepted;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.papers.PaperStore;

/** Papers that the server has written itself, such as compilations: checked like any file that comes in, then laid into a meeting. */
public final class OwnPapers {
    private final Vertx vertx;
    private final PaperStore store;
    private final Intake intake;
    private final PaperDesk desk;

    public OwnPapers(Vertx vertx, PaperStore store, Intake intake, PaperDesk desk) {
        this.vertx = vertx;
        this.store = store;
        this.intake = intake;
        this.desk = desk;
    }

    /** @param paper its id in the meeting @param answer the meeting's */
    public record Laying(String paper, Future<Answer> answer) {}

    /**
     * Both futures complete on the caller's own context.
     *
     * @param upload the same one again lays the paper once
     * @param pdf runs on a worker thread
     * @return fails with {@link PaperRefusal.Refused} when the file is not taken
     */
    public Future<Laying> lay(Room room, Caller caller, UUID upload, Callable<byte[]> pdf, PaperDesk.Placing placing) {
        Context context = vertx.getOrCreateContext();
        return context.executeBlocking(() -> Files.write(store.quarantine(), pdf.call()), false)
                .compose(file -> Future.fromCompletionStage(intake.accept(file), context))
                .map(outcome -> {
                    if (outcome instanceof PaperRefusal refusal) {
                        throw new PaperRefusal.Refused(refusal);
                    }
                    Accepted accepted = (Accepted) outcome;
                    Promise<Answer> answer = Promise.promise();
                    String paper = desk.add(room, caller, upload, accepted, placing, given -> {
                        if (given instanceof Answer.Refused) {
                            intake.notLaid(accepted);
                        }
                        context.runOnContext(v -> answer.tryComplete(given));
                    });
                    return new Laying(paper, answer.future());
                });
    }
}
