package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.Published.SecretElection;
import vn.nghisu.meeting.vote.SecretView;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.people.Directory;
import vn.nghisu.room.PollFile;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.room.SealedBallots;
import vn.nghisu.web.Attachment;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/** What is too large for everybody's view of a secret vote (docs/vote-protocol.md): keys with the list of voters, the ballots for trustees, the poll to verify. */
public final class SecretRoutes {
    private static final String VOTE = "/api/meetings/:meeting/votes/:vote";

    private final Rooms rooms;
    private final Directory directory;
    private final SecretFiles files;
    private final SealedBallots sealed;

    public SecretRoutes(Vertx vertx, Rooms rooms, Directory directory, SealedBallots sealed, PaperStore store) {
        this.sealed = sealed;
        this.files = new SecretFiles(vertx, store.work()::create);
        this.rooms = rooms;
        this.directory = directory;
    }

    public void declare(Api api) {
        api.atOnce(HttpMethod.GET, VOTE + "/election", Right.SIGNED_IN, call -> of(call, this::election))
                .file(HttpMethod.GET, VOTE + "/ballots", Right.SIGNED_IN, this::ballots)
                .later(HttpMethod.GET, VOTE + "/spoiled/:code", Right.SIGNED_IN, this::spoiled)
                .file(HttpMethod.GET, VOTE + "/poll.json", Right.SIGNED_IN, this::poll);
    }

    /** A meeting as somebody sees it. */
    private record Seen(Meeting meeting, Caller caller) {}

    /** @param ballots ascending by voter */
    record Ballots(Collection<SealedBallot> ballots) {}

    /** From the opening on, for the people of the body. */
    private Optional<SecretElection> election(Seen seen, Vote vote) {
        return vote.openedAt().map(opened -> vote.election(seen.meeting().id()));
    }

    /** While they are counted, for the trustees. */
    private Future<Path> ballots(Call call) {
        Vote counting = of(call, (seen, vote) -> Optional.of(vote)
                .filter(found -> found.state() == Vote.State.COUNTING && found.trustees().contains(seen.caller().person())));
        return files.of(new SecretFiles.Name(call.path("meeting"), counting.id(), "ballots"), () -> new Ballots(counting.sealing().ballots().values()));
    }

    /** For another device that checks it, while the vote runs and after. */
    private Future<?> spoiled(Call call) {
        String meeting = call.path("meeting");
        String code = call.path("code");
        Vote vote = of(call, (seen, found) -> Optional.of(found));
        SealedBallot running = vote.sealing().spoiled().get(code);
        if (running != null) {
            return Future.succeededFuture(running);
        }
        if (vote.closedAt().isEmpty()) {
            throw Problem.NOT_FOUND.with();
        }
        return files.piece(new SecretFiles.Name(meeting, vote.id(), "spoiled"), code, () -> sealed.spoiled(meeting, vote.id()))
                .map(found -> found.orElseThrow(Problem.NOT_FOUND::with));
    }

    /** Once it is counted, for the people of the body. */
    private Future<Path> poll(Call call) {
        String meeting = call.path("meeting");
        Vote counted = of(call, (seen, vote) -> Optional.of(vote).filter(SecretView::isCounted));
        return files.of(new SecretFiles.Name(meeting, counted.id(), "poll"), () -> PollFile.of(meeting, counted, sealed.cast(meeting, counted.id())))
                .onSuccess(file -> Attachment.head(call.ctx().response(), "bo-phieu-kin-" + counted.id() + ".json", "application/json"));
    }

    /** What is not for the caller is not found, and so is what is not there. */
    private <T> T of(Call call, BiFunction<Seen, Vote, Optional<T>> then) {
        Caller caller = call.who().caller(directory);
        Meeting meeting = rooms.find(call.path("meeting")).map(Room::meeting).orElseThrow(Problem.NOT_FOUND::with);
        Rights rights = Rights.of(meeting, caller);
        return meeting.votes().find(call.path("vote"))
                .filter(vote -> vote.isSecret() && rights.isInside() && rights.maySee(meeting, vote))
                .flatMap(vote -> then.apply(new Seen(meeting, caller), vote))
                .orElseThrow(Problem.NOT_FOUND::with);
    }
}
