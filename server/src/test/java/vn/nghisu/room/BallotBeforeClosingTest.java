package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Published;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Secrecy;
import vn.nghisu.meeting.vote.SecretCommand;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;

/** Sealed ballots whose proofs take long to go through, while the chair goes on. */
class BallotBeforeClosingTest extends RoomAtWork {
    private static final List<String> TRUSTEES = List.of("secretary", "member1", "member2");
    private static final List<String> VOTERS = List.of("chair", "member1", "member2");

    private final CountDownLatch proving = new CountDownLatch(1);
    private final CountDownLatch hold = new CountDownLatch(1);
    private final List<String> provers = new CopyOnWriteArrayList<>();

    /** Finds everything right; ballots when it is let go. */
    private final class Slow implements Secrecy {
        @Override
        public boolean announces(Published.SecretPoll poll, int trustee, String commit, Published.Announcement announcement) {
            return true;
        }

        @Override
        public boolean deals(List<Published.Deal> deals) {
            return true;
        }

        @Override
        public Optional<String> keyCode(Published.SecretPoll poll, Published.Ceremony unconfirmed) {
            return Optional.of("KEYCODE0");
        }

        @Override
        public boolean confirms(Published.SecretPoll poll, Published.Ceremony unconfirmed, int trustee, Published.SumShare confirm) {
            return true;
        }

        @Override
        public boolean opens(Published.SecretPoll poll, Published.Ceremony confirmed) {
            return true;
        }

        @Override
        public Optional<String> proven(Published.SecretElection election, Published.SealedBallot ballot) {
            provers.add(Thread.currentThread().getName());
            proving.countDown();
            try {
                hold.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.of("CODE" + ballot.voter());
        }

        @Override
        public Optional<String> formed(Published.SecretElection election, Published.SealedBallot ballot) {
            return Optional.of("CODE" + ballot.voter());
        }

        @Override
        public String ballotsCode(Published.SecretElection election, Collection<Published.SealedBallot> ballots) {
            return "BALLOTS" + ballots.size();
        }

        @Override
        public boolean decrypts(Published.SecretElection election, Collection<Published.SealedBallot> ballots, Published.Decryption decryption) {
            return true;
        }

        @Override
        public List<List<Integer>> count(Published.SecretElection election, Collection<Published.SealedBallot> ballots, Published.Decryption one,
                Published.Decryption other) {
            return List.of(List.of(ballots.size(), 0, 0));
        }
    }

    @Override
    Secrecy secrecy() {
        return new Slow();
    }

    @AfterEach
    void letGo() {
        hold.countDown();
    }

    @Test
    void ballots_that_the_room_had_before_its_vote_is_closed_are_in_it() throws Exception {
        opened();
        List<CompletableFuture<Answer>> ballots = VOTERS.stream().map(voter -> give(voter, ballot(voter), UUID.randomUUID())).toList();
        assertThat(proving.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Answer> closing = give("chair", new VoteCommand.CloseVote("vote1"), UUID.randomUUID());
        CompletableFuture<Answer> later = give("member3", ballot("member3"), UUID.randomUUID());
        settle();
        assertThat(closing).isNotDone();
        assertThat(provers).as("not the workers that sign people in").allSatisfy(thread -> assertThat(thread).startsWith("foresight"));
        hold.countDown();
        for (CompletableFuture<Answer> ballot : ballots) {
            assertThat(ballot.get(20, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
        }
        assertThat(closing.get(20, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
        later.get(20, TimeUnit.SECONDS);
        Vote counting = rooms.find(MEETING).orElseThrow().meeting().votes().find("vote1").orElseThrow();
        assertThat(counting.state()).isEqualTo(Vote.State.COUNTING);
        assertThat(counting.ballots().keySet()).containsAll(VOTERS);
    }

    @Test
    void a_vote_on_hold_or_cancelled_has_them_too_and_one_after_the_other() throws Exception {
        opened();
        CompletableFuture<Answer> ballot = give("member1", ballot("member1"), UUID.randomUUID());
        assertThat(proving.await(20, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<Answer>> chairs = new ArrayList<>();
        for (Command next : List.of(new VoteCommand.HoldVote("vote1", true), new VoteCommand.HoldVote("vote1", false), new VoteCommand.CancelVote("vote1", "x"))) {
            chairs.add(give("chair", next, UUID.randomUUID()));
        }
        settle();
        assertThat(chairs).allSatisfy(answer -> assertThat(answer).isNotDone());
        hold.countDown();
        assertThat(ballot.get(20, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
        for (CompletableFuture<Answer> answer : chairs) {
            assertThat(answer.get(20, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
        }
    }

    private void opened() throws Exception {
        issued();
        for (String person : List.of("chair", "member1", "member2", "member3")) {
            done(person, new AttendanceCommand.CheckIn(Manner.IN_ROOM));
        }
        done("chair", new SessionCommand.OpenMeeting(false));
        done("chair", new VoteCommand.PrepareVote("vote1", new Vote.Motion("Miễn nhiệm?", Optional.empty(), Mode.SECRET, new Form.Answers(ChoiceSet.LEGAL),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, Optional.of(TRUSTEES))));
        Published.Deal deal = new Published.Deal("m", "r");
        Published.SumShare share = new Published.SumShare("c", "d", "s");
        each(() -> new SecretCommand.CommitKey("vote1", 1, "0".repeat(64)));
        each(() -> new SecretCommand.AnnounceKey("vote1", 1, new Published.Announcement(List.of("a", "b"), List.of(), "t")));
        each(() -> new SecretCommand.DealKey("vote1", 1, List.of(deal, deal)));
        each(() -> new SecretCommand.ConfirmKey("vote1", 1, share));
        done("chair", new VoteCommand.OpenVote("vote1", 0, false));
    }

    private void each(Supplier<Command> command) throws Exception {
        for (String trustee : TRUSTEES) {
            done(trustee, command.get());
        }
    }

    private void done(String person, Command command) throws Exception {
        assertThat(now(person, command, UUID.randomUUID())).isInstanceOf(Answer.Done.class);
    }

    private static Command ballot(String voter) {
        Published.SealedMark mark = new Published.SealedMark("a" + voter, "b", List.of("c"), List.of("s"));
        return new SecretCommand.CastSecretBallot("vote1",
                new Published.SealedBallot(List.of(new Published.SealedContest(List.of(mark), new Published.Branches(List.of("c"), List.of("s")))), voter));
    }
}
