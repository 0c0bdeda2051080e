package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.beforehand.Beforehand;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.minutes.OpinionsBefore;
import vn.nghisu.papers.Accepted;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.IntakeOutcome;
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Answer;
import vn.nghisu.room.PaperDesk;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.RoomAnswers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/** Lays the compilation of the opinions on an item as a paper of that item (product P9); a later one takes the place of the earlier. */
public final class OpinionRoutes {
    private static final String NAME = "tong-hop-y-kien-";

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final PaperStore store;
    private final Intake intake;
    private final PaperDesk desk;

    public OpinionRoutes(Vertx vertx, Rooms rooms, Directory directory, PaperStore store, Intake intake, PaperDesk desk) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.store = store;
        this.intake = intake;
        this.desk = desk;
    }

    public void declare(Api api) {
        api.later(HttpMethod.POST, "/api/meetings/:meeting/items/:item/opinions-paper", Right.SIGNED_IN, this::lay);
    }

    /**
     * @param upload chosen by the client, so that a repeat after a lost answer lays the paper once
     * @param share whether members may read it; else only chair and secretary can
     * @param reason as for any change after the issue
     */
    private record Laying(UUID upload, boolean share, Optional<String> reason) {}

    record Laid(String paper) {}

    private Future<?> lay(Call call) {
        Caller caller = call.who().caller(directory);
        Room room = rooms.find(call.path("meeting")).orElseThrow(Problem.NOT_FOUND::with);
        Meeting meeting = room.meeting();
        Rights rights = Rights.of(meeting, caller);
        if (!rights.maySeeMeeting()) {
            throw Problem.NOT_FOUND.with();
        }
        if (!rights.mayPrepare()) {
            throw Problem.NOT_ALLOWED.with();
        }
        Item item = meeting.agenda().find(call.path("item")).orElseThrow(Problem.NOT_FOUND::with);
        Beforehand.Compilation compilation = meeting.beforehand().compilation(item.id()).orElseThrow(Problem.NOTHING_COMPILED::with);
        Laying wanted = call.body(Laying.class);
        return vertx.executeBlocking(() -> Files.write(store.quarantine(), OpinionsBefore.pdf(meeting, item, compilation, VietnamTime.ZONE)), false)
                .compose(file -> Future.fromCompletionStage(intake.accept(file), vertx.getOrCreateContext()))
                .compose(outcome -> laid(call, caller, room, item, wanted, outcome));
    }

    private Future<Object> laid(Call call, Caller caller, Room room, Item item, Laying wanted, IntakeOutcome outcome) {
        if (!(outcome instanceof Accepted accepted)) {
            return Future.succeededFuture(UploadRoutes.refusal(call.ctx(), (PaperRefusal) outcome));
        }
        Promise<Answer> answer = Promise.promise();
        String paper = desk.add(room, caller, wanted.upload(), accepted, placing(room, caller, item, wanted), given -> {
            if (given instanceof Answer.Refused) {
                intake.notLaid(accepted);
            }
            call.ctx().vertx().runOnContext(v -> answer.tryComplete(given));
        });
        return RoomAnswers.body(call.ctx(), wanted.upload(), answer.future(), done -> new Laid(paper));
    }

    private static PaperDesk.Placing placing(Room room, Caller caller, Item item, Laying wanted) {
        Meeting meeting = room.meeting();
        String fileName = NAME + item.id() + ".pdf";
        Optional<Paper> repeated = meeting.papers().find(PaperDesk.idOf(room, caller, wanted.upload()));
        Optional<String> earlier = repeated.isPresent() ? repeated.get().supersedes() : meeting.papers().of(item.id())
                .filter(paper -> paper.fileName().equals(fileName) && !paper.isWithdrawn() && meeting.papers().successor(paper.id()).isEmpty()).map(Paper::id).findFirst();
        String title = "Tổng hợp ý kiến: " + item.title();
        return new PaperDesk.Placing(item.id(), title.substring(0, Math.min(title.length(), Limits.TITLE_CHARACTERS)), fileName,
                wanted.share() ? Access.MEMBERS : Access.NAMED, List.of(), earlier, wanted.reason(), Optional.empty());
    }
}
