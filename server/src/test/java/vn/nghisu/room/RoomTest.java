package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.nghisu.Until;
import vn.nghisu.journal.Entry;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.BallotCommand.CastBallot;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;

class RoomTest extends RoomAtWork {
    @Test
    void nobody_hears_of_a_command_before_it_is_durable_the_sender_included() throws Exception {
        issued();
        FakeLine line = enter("member1");
        line.awaitFrame("view");
        journal.hold();
        CompletableFuture<Answer> answer = give("member1", new AttendanceCommand.CheckIn(Manner.IN_ROOM), UUID.randomUUID());
        journal.awaitHeld();
        assertThat(answer).isNotDone();
        assertThat(line.view().at("/people/people/member1/presence").isMissingNode()).isTrue();
        journal.release();
        assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
        line.awaitView(view -> view.at("/people/people/member1/presence").asText().equals("IN_ROOM"));
    }

    @Test
    void a_refusal_that_rests_on_something_not_yet_durable_waits_for_it() throws Exception {
        issued();
        journal.hold();
        give("secretary", new PreparationCommand.CancelMeeting("mưa bão"), UUID.randomUUID());
        journal.awaitHeld();
        CompletableFuture<Answer> refused = give("member1", new AttendanceCommand.CheckIn(Manner.IN_ROOM), UUID.randomUUID());
        settle();
        assertThat(refused).isNotDone();
        journal.release();
        assertThat(refused.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void a_command_sent_again_gets_the_first_answer_and_happens_once() throws Exception {
        voting(Mode.OPEN);
        UUID id = UUID.randomUUID();
        Answer first = now("member1", new CastBallot("vote1", List.of("for"), ""), id);
        Answer second = now("member1", new CastBallot("vote1", List.of("for"), ""), id);
        assertThat(first).isInstanceOf(Answer.Done.class);
        assertThat(second).isEqualTo(first);
        assertThat(rooms.find(MEETING).orElseThrow().meeting().votes().find("vote1").orElseThrow().ballots()).hasSize(1);
    }

    @Test
    void another_command_under_the_same_id_is_not_said_to_be_done() throws Exception {
        voting(Mode.OPEN);
        UUID id = UUID.randomUUID();
        assertThat(now("member1", new CastBallot("vote1", List.of("for"), ""), id)).isInstanceOf(Answer.Done.class);
        assertOther(now("member1", new CastBallot("vote1", List.of("against"), ""), id));
        assertOther(now("member1", new AttendanceCommand.MarkLeft("member1"), id));
        UUID refused = UUID.randomUUID();
        assertThat(now("member1", new CastBallot("vote1", List.of("against"), ""), refused)).isInstanceOf(Answer.Refused.class);
        assertOther(now("member1", new AttendanceCommand.MarkLeft("member1"), refused));
        assertThat(rooms.find(MEETING).orElseThrow().meeting().votes().find("vote1").orElseThrow().ballots().get("member1").marks()).contains(List.of("for"));
    }

    @Test
    void a_command_sent_again_after_a_restart_gets_the_first_answer() throws Exception {
        voting(Mode.OPEN);
        UUID id = UUID.randomUUID();
        Answer first = now("member1", new CastBallot("vote1", List.of("for"), ""), id);
        rooms.close();
        rooms = new Rooms(vertx, journal, Instant::now);
        assertThat(now("member1", new CastBallot("vote1", List.of("for"), ""), id)).isEqualTo(first);
        assertOther(now("member1", new AttendanceCommand.MarkLeft("member1"), id));
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"OPEN", "UNNAMED"})
    void a_ballot_under_the_id_of_another_one_is_not_said_to_be_cast(Mode mode) throws Exception {
        voting(mode);
        UUID id = UUID.randomUUID();
        Answer first = now("member1", new CastBallot("vote1", List.of("for"), ""), id);
        for (int start = 0; start < 2; start++) {
            assertOther(now("member1", new CastBallot("vote2", List.of("for"), ""), id));
            assertOther(now("member1", new BallotCommand.CastDelegatedBallot("vote1", "member2", List.of("for"), ""), id));
            assertOther(now("member1", new VoteCommand.CloseVote("vote1"), id));
            assertThat(now("member1", new CastBallot("vote1", List.of("for"), ""), id)).isEqualTo(first);
            rooms.close();
            rooms = new Rooms(vertx, journal, Instant::now);
        }
    }

    private static void assertOther(Answer answer) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.OTHER_COMMAND));
    }

    @Test
    void an_unnamed_vote_is_counted_from_the_urn_also_after_a_restart_and_its_choices_are_not_in_the_journal() throws Exception {
        voting(Mode.UNNAMED);
        now("member1", new CastBallot("vote1", List.of("against"), ""), UUID.randomUUID());
        rooms.close();
        rooms = new Rooms(vertx, journal, Instant::now);
        now("member2", new CastBallot("vote1", List.of("against"), ""), UUID.randomUUID());
        now("chair", new CastBallot("vote1", List.of("for"), ""), UUID.randomUUID());
        now("chair", new VoteCommand.CloseVote("vote1"), UUID.randomUUID());
        Vote vote = rooms.find(MEETING).orElseThrow().meeting().votes().find("vote1").orElseThrow();
        assertThat(vote.tally().orElseThrow().heads().counts()).isEqualTo(Map.of("for", 1, "against", 2, "not-voting", 0));
        List<Entry> ballots = new ArrayList<>();
        journal.all(Rooms.STREAMS + MEETING, 0).forEach(ballots::add);
        assertThat(ballots).filteredOn(entry -> entry.type().equals("BallotCast")).hasSize(3)
                .allSatisfy(entry -> assertThat(entry.payload()).doesNotContain("against").doesNotContain("\"for\""));
    }

    @Test
    void who_comes_back_gets_only_what_was_missed() throws Exception {
        issued();
        FakeLine line = enter("member1");
        line.awaitFrame("view");
        FakeLine back = FakeLine.backFrom(line);
        now("secretary", new AgendaCommand.AddItem("item2", Optional.empty(), Optional.empty(), outline("Hai"), Optional.of("bổ sung")), UUID.randomUUID());
        now("secretary", new AttendanceCommand.MarkPresent("member2", Manner.IN_ROOM), UUID.randomUUID());
        line.awaitView(view -> view.at("/people/presentCount").asInt() == 1);

        rooms.find(MEETING).orElseThrow().enter(new Seat(Caller.person("member1"), Language.VI, back), Optional.of(back.epoch()), Optional.of(back.rev()));
        back.awaitFrame("mine");
        assertThat(back.frames("view")).isEmpty();
        assertThat(back.view()).isEqualTo(line.view());
        assertThat(back.mine()).isEqualTo(line.mine());
    }

    @Test
    void a_member_has_no_access_to_a_draft_and_is_let_in_by_its_issue() throws Exception {
        draft();
        assertThat(enter("member1").awaitClose()).isEqualTo(Line.NO_ACCESS);
        assertThat(enter("stranger").awaitClose()).isEqualTo(Line.NO_ACCESS);
        now("secretary", new PreparationCommand.IssueMeeting(), UUID.randomUUID());
        enter("member1").awaitFrame("view");
    }

    @Test
    void who_is_taken_off_the_list_is_closed_out_at_once() throws Exception {
        issued();
        FakeLine line = enter("member3");
        line.awaitFrame("view");
        now("secretary", new PreparationCommand.NameParticipants(people().subList(0, 4), Optional.of("thay đổi thành phần")), UUID.randomUUID());
        assertThat(line.awaitClose()).isEqualTo(Line.NO_ACCESS);
    }

    @Test
    void a_broken_disk_closes_the_seats_and_the_room_is_rebuilt_from_what_was_durable() throws Exception {
        issued();
        FakeLine line = enter("member1");
        line.awaitFrame("view");
        Room broken = rooms.find(MEETING).orElseThrow();
        journal.failNext();
        give("member1", new AttendanceCommand.CheckIn(Manner.IN_ROOM), UUID.randomUUID());
        assertThat(line.awaitClose()).isEqualTo(Line.ROOM_RESTARTED);
        Until.holds(() -> rooms.find(MEETING).orElseThrow() != broken);
        assertThat(rooms.find(MEETING).orElseThrow().meeting().attendance().isPresent("member1")).isFalse();
        assertThat(now("member1", new AttendanceCommand.CheckIn(Manner.IN_ROOM), UUID.randomUUID())).isInstanceOf(Answer.Done.class);
    }

    @Test
    void a_meeting_whose_creation_did_not_become_durable_leaves_no_room_behind() throws Exception {
        journal.failNext();
        assertThat(create().get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Unknown.class);
        Until.holds(() -> rooms.find(MEETING).isEmpty());
        draft();
    }

    @Test
    void the_giver_of_a_durable_command_hears_that_it_is_done_even_when_telling_the_others_goes_wrong() throws Exception {
        issued();
        FakeLine line = enter("member1");
        line.awaitFrame("view");
        AtomicBoolean broken = new AtomicBoolean();
        Line trap = new Line() {
            @Override
            public Executor loop() {
                if (broken.get()) {
                    throw new IllegalStateException("a fault of ours");
                }
                return Runnable::run;
            }

            @Override
            public void write(Frame frame) {}

            @Override
            public void close(int code, String reason) {}
        };
        Room room = rooms.find(MEETING).orElseThrow();
        room.enter(new Seat(Caller.person("member2"), Language.VI, trap), Optional.empty(), Optional.empty());
        settle();
        broken.set(true);
        UUID id = UUID.randomUUID();
        journal.hold();
        CompletableFuture<Answer> overHttp = give("member3", new AttendanceCommand.CheckIn(Manner.IN_ROOM), UUID.randomUUID());
        journal.awaitHeld();
        // the next two collect meanwhile, so that one batch carries both
        CompletableFuture<Answer> telling = give("secretary", new AttendanceCommand.MarkPresent("member2", Manner.IN_ROOM), UUID.randomUUID());
        room.give(Caller.person("member1"), id, new AttendanceCommand.CheckIn(Manner.IN_ROOM), line,
                answer -> Optional.of(new FromServer.Done(id, answer instanceof Answer.Done done ? done.seq() : -1)));
        settle();
        journal.release();
        assertThat(overHttp.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
        assertThat(telling.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
        assertThat(line.awaitFrame("done").get("seq").asLong()).isPositive();
        assertThat(line.awaitClose()).isEqualTo(Line.ROOM_RESTARTED);
    }

    @Test
    void a_recess_and_the_end_are_told_once_they_are_durable() throws Exception {
        List<String> adjourned = new CopyOnWriteArrayList<>();
        rooms.onAdjourned(meeting -> adjourned.add(meeting + " at " + journal.head("meeting/" + meeting).seq()));
        voting(Mode.OPEN);
        now("chair", new VoteCommand.CancelVote("vote1", "thử"), UUID.randomUUID());
        assertThat(adjourned).isEmpty();
        Answer.Done recess = (Answer.Done) now("chair", new SessionCommand.RecessMeeting(Optional.empty()), UUID.randomUUID());
        Answer.Done end = (Answer.Done) now("chair", new SessionCommand.CloseMeeting(), UUID.randomUUID());
        settle();
        assertThat(adjourned).containsExactly(MEETING + " at " + recess.seq(), MEETING + " at " + end.seq());
    }

    @Test
    void an_act_that_changes_nothing_is_answered_the_same_when_it_comes_again() throws Exception {
        issued();
        UUID id = UUID.randomUUID();
        now("member1", new AttendanceCommand.CheckIn(Manner.IN_ROOM), UUID.randomUUID());
        Answer first = now("member1", new AttendanceCommand.CheckIn(Manner.IN_ROOM), id);
        now("member1", new AttendanceCommand.MarkLeft("member1"), UUID.randomUUID());
        assertThat(now("member1", new AttendanceCommand.CheckIn(Manner.IN_ROOM), id)).isEqualTo(first).isInstanceOf(Answer.Done.class);
        assertThat(rooms.find(MEETING).orElseThrow().meeting().attendance().isPresent("member1")).isFalse();
    }

    @Test
    void many_ballots_at_once_share_few_appends() throws Exception {
        voting(Mode.OPEN);
        journal.hold();
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        answers.add(give("member1", new CastBallot("vote1", List.of("for"), ""), UUID.randomUUID()));
        journal.awaitHeld();
        int before = journal.appends();
        answers.add(give("member2", new CastBallot("vote1", List.of("for"), ""), UUID.randomUUID()));
        answers.add(give("chair", new CastBallot("vote1", List.of("for"), ""), UUID.randomUUID()));
        settle();
        journal.release();
        for (CompletableFuture<Answer> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
        }
        assertThat(journal.appends() - before).isEqualTo(1);
    }
}
