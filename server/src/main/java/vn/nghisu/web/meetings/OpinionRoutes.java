package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
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
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.people.Directory;
import vn.nghisu.room.OwnPapers;
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

    private final Rooms rooms;
    private final Directory directory;
    private final OwnPapers papers;

    public OpinionRoutes(Rooms rooms, Directory directory, OwnPapers papers) {
        this.rooms = rooms;
        this.directory = directory;
        this.papers = papers;
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
        if (!rights.mayPrepare() || rights.recused().contains(call.path("item"))) {
            throw Problem.NOT_ALLOWED.with();
        }
        Item item = meeting.agenda().find(call.path("item")).orElseThrow(Problem.NOT_FOUND::with);
        Beforehand.Compilation compilation = meeting.beforehand().compilation(item.id()).orElseThrow(Problem.NOTHING_COMPILED::with);
        Laying wanted = call.body(Laying.class);
        return papers.lay(room, caller, wanted.upload(), () -> OpinionsBefore.pdf(meeting, item, compilation, VietnamTime.ZONE), placing(room, caller, item, wanted))
                .compose(laying -> RoomAnswers.body(call.ctx(), wanted.upload(), laying.answer(), done -> new Laid(laying.paper())))
                .recover(failure -> failure instanceof PaperRefusal.Refused refused
                        ? Future.succeededFuture(UploadRoutes.refusal(call.ctx(), refused.refusal()))
                        : Future.failedFuture(failure));
    }

    private static PaperDesk.Placing placing(Room room, Caller caller, Item item, Laying wanted) {
        Meeting meeting = room.meeting();
        String fileName = NAME + item.id() + ".pdf";
        Optional<Paper> repeated = meeting.papers().find(PaperDesk.idOf(room, caller, wanted.upload()));
        Optional<String> earlier = repeated.isPresent() ? repeated.get().supersedes() : meeting.papers().of(item.id())
                .filter(paper -> paper.fileName().equals(fileName) && !paper.isWithdrawn() && meeting.papers().successor(paper.id()).isEmpty()).map(Paper::id).findFirst();
        return new PaperDesk.Placing(item.id(), Limits.title("Tổng hợp ý kiến: " + item.title()), fileName,
                wanted.share() ? Access.MEMBERS : Access.NAMED, List.of(), earlier, wanted.reason(), Optional.empty());
    }
}
