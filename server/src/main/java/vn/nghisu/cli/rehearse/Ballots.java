package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;

/** Everybody votes in the same moment; timed from the first ballot given until each is acknowledged, which is after the disk has it. */
final class Ballots {
    private static final int OTHERS_OF_TEN = 2;

    private final Rehearsal rehearsal;
    private final Crowd crowd;
    private int votes;
    private long firstSeq;
    private long lastSeq;

    Ballots(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
        this.crowd = rehearsal.crowd();
    }

    /** A ballot that is ready to be given, any number of times. */
    record Prepared(Tablet tablet, UUID id, byte[] text) {
        static Prepared of(Tablet tablet, Command command) {
            UUID id = UUID.randomUUID();
            return new Prepared(tablet, id, Text.command(id, command));
        }
    }

    /** Everybody says that they are here, since only who is present may vote. */
    Spread checkIn() {
        List<Prepared> commands = crowd.tablets().stream().map(tablet -> Prepared.of(tablet, new AttendanceCommand.CheckIn(Manner.IN_ROOM))).toList();
        Arrivals arrivals = give(commands);
        rehearsal.expect(arrivals, "the answer to checking in");
        crowd.settle(Rehearsal.TIMEOUT_MS);
        return arrivals.spread();
    }

    /** One vote from its opening to its checked result. */
    Spread round(Mode mode) {
        String vote = open(mode);
        Spread times = cast(vote);
        close(vote, mode);
        return times;
    }

    /** Everybody votes at once. */
    Spread cast(String vote) {
        Arrivals arrivals = give(ballots(vote));
        rehearsal.expect(arrivals, "the acknowledgement of their ballot");
        return arrivals.spread();
    }

    /** Numbers in the journal of the first and last entry that the newest answers rest on. */
    record Entries(long first, long last) {}

    Entries entries() {
        return crowd.client().ask(() -> new Entries(firstSeq, lastSeq));
    }

    /** All lines are cut while ballots are under way; every tablet comes back and gives the same ballot again under the same id. */
    void roundWithCut(Mode mode) {
        String vote = open(mode);
        List<Prepared> ballots = ballots(vote);
        give(ballots);
        List<Tablet> voters = rehearsal.members();
        crowd.drop(voters);
        rehearsal.expect(crowd.reconnect(voters), "their place back during a vote");
        Arrivals again = give(ballots);
        rehearsal.expect(again, "the answer to a ballot given twice");
        close(vote, mode);
    }

    /** Prepares a vote and opens it. @return its id */
    String open(Mode mode) {
        String vote = prepare(mode, Optional.empty());
        open(vote);
        return vote;
    }

    /** @param trustees of a secret vote */
    String prepare(Mode mode, Optional<List<String>> trustees) {
        String vote = "bq-" + String.format("%04d", ++votes);
        rehearsal.lead(new VoteCommand.PrepareVote(vote, new Vote.Motion("Thông qua nội dung diễn tập số " + votes, Optional.empty(), mode,
                new Form.Answers(ChoiceSet.LEGAL), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, trustees)));
        return vote;
    }

    void open(String vote) {
        rehearsal.lead(new VoteCommand.OpenVote(vote, 0, false));
        crowd.settle(Rehearsal.TIMEOUT_MS);
    }

    private List<Prepared> ballots(String vote) {
        return crowd.tablets().stream().map(tablet -> Prepared.of(tablet, new BallotCommand.CastBallot(vote, List.of(choice(tablet)), ""))).toList();
    }

    static String choice(Tablet tablet) {
        return switch (tablet.number % 10) {
            case 0 -> "against";
            case OTHERS_OF_TEN -> "not-voting";
            default -> "for";
        };
    }

    private Arrivals give(List<Prepared> commands) {
        Arrivals arrivals = crowd.everybody();
        crowd.client().tell(() -> {
            List<ByteBuf> frames = new ArrayList<>();
            commands.forEach(command -> frames.add(Socket.frame(command.text())));
            firstSeq = Long.MAX_VALUE;
            lastSeq = 0;
            crowd.listenToAnswers(arrivals);
            arrivals.begin(System.nanoTime());
            for (int i = 0; i < frames.size(); i++) {
                commands.get(i).tablet().give(commands.get(i).id(), frames.get(i)).thenAccept(this::mustBeDone);
            }
        });
        return arrivals;
    }

    private void mustBeDone(Tablet.Answered answer) {
        if (!answer.isDone()) {
            rehearsal.faults().add(Faults.Kind.REFUSED, answer.code() + " " + answer.text());
        }
        firstSeq = Math.min(firstSeq, answer.seq());
        lastSeq = Math.max(lastSeq, answer.seq());
    }

    /** @param acknowledgedMs until who closed it has the answer @param told until each tablet has the {@code patch} with the result */
    record Closing(double acknowledgedMs, Spread told, String patch) {}

    /** Closes the vote, timed from the command on, and compares its result with what was cast and with every tablet's receipt. */
    Closing close(String vote, Mode mode) {
        crowd.settle(Rehearsal.TIMEOUT_MS); // what is still told of the ballots is no result
        Arrivals arrivals = crowd.everybody();
        crowd.client().tell(() -> {
            crowd.listenToPatches(arrivals);
            arrivals.begin(System.nanoTime());
        });
        Tablet.Answered closed = rehearsal.lead(new VoteCommand.CloseVote(vote));
        rehearsal.expect(arrivals, "the result of vote " + vote);
        String patch = crowd.client().ask(() -> crowd.tablets().get(crowd.size() - 1).mirror().newest().map(newest -> newest.path("patch").toString()).orElse("{}"));
        check(vote, mode);
        return new Closing(closed.afterNs() / 1e6, arrivals.spread(), patch);
    }

    void check(String vote, Mode mode) {
        String place = "/votes/votes/" + vote + "/result/counts";
        Crowd.await(Rehearsal.TIMEOUT_MS, () -> crowd.client().ask(() -> !crowd.lead().mirror().view().at(place).isMissingNode()));
        crowd.settle(Rehearsal.TIMEOUT_MS);
        ObjectNode result = rehearsal.view().withObject("/votes/votes/" + vote + "/result");
        Map<String, Integer> cast = new HashMap<>();
        crowd.tablets().forEach(tablet -> cast.merge(choice(tablet), 1, Integer::sum));
        cast.forEach((choice, count) -> {
            int counted = result.at("/counts/" + choice).asInt();
            if (counted != count) {
                rehearsal.faults().add(counted < count ? Faults.Kind.LOST : Faults.Kind.DOUBLED,
                        "vote " + vote + " counts " + counted + " of " + count + " ballots for " + choice);
            }
        });
        Set<String> receipts = new HashSet<>();
        result.path("receipts").forEach(receipt -> receipts.add(receipt.asText()));
        crowd.client().tell(() -> crowd.tablets().forEach(tablet -> compare(tablet, vote, mode, result, receipts)));
    }

    private void compare(Tablet tablet, String vote, Mode mode, ObjectNode result, Set<String> receipts) {
        if (!receipts.contains(tablet.mine().at("/ballots/" + vote + "/code").asText())) {
            rehearsal.faults().add(Faults.Kind.LOST, "the receipt of tablet " + tablet.number + " is not among those of vote " + vote);
        }
        if (mode == Mode.OPEN && !result.path("names").path(tablet.pass.person()).path(0).asText().equals(choice(tablet))) {
            rehearsal.faults().add(Faults.Kind.DIFFERENT, "the ballot of tablet " + tablet.number + " is not the one it cast in vote " + vote);
        }
    }
}
