package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Entry;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.stage.StageCommand;
import vn.nghisu.notes.NoteBody;
import vn.nghisu.meeting.vote.BallotCommand.CastBallot;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;

class RoomTest {
    private static final String MEETING = "meeting-1";

    private Vertx vertx;
    private SlowJournal journal;
    private Rooms rooms;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
        journal = new SlowJournal();
        rooms = new Rooms(vertx, journal, Instant::now);
    }

    @AfterEach
    void close() {
        rooms.close();
        vertx.close();
    }

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
        Answer first = now("member1", new CastBallot("vote1", "for"), id);
        Answer second = now("member1", new CastBallot("vote1", "for"), id);
        assertThat(first).isInstanceOf(Answer.Done.class);
        assertThat(second).isEqualTo(first);
        assertThat(rooms.find(MEETING).orElseThrow().meeting().votes().find("vote1").orElseThrow().ballots()).hasSize(1);
    }

    @Test
    void another_command_under_the_same_id_is_not_said_to_be_done() throws Exception {
        voting(Mode.OPEN);
        UUID id = UUID.randomUUID();
        assertThat(now("member1", new CastBallot("vote1", "for"), id)).isInstanceOf(Answer.Done.class);
        assertOther(now("member1", new CastBallot("vote1", "against"), id));
        assertOther(now("member1", new AttendanceCommand.MarkLeft("member1"), id));
        UUID refused = UUID.randomUUID();
        assertThat(now("member1", new CastBallot("vote1", "against"), refused)).isInstanceOf(Answer.Refused.class);
        assertOther(now("member1", new AttendanceCommand.MarkLeft("member1"), refused));
        assertThat(rooms.find(MEETING).orElseThrow().meeting().votes().find("vote1").orElseThrow().ballots().get("member1").choice()).contains("for");
    }

    @Test
    void a_command_sent_again_after_a_restart_gets_the_first_answer() throws Exception {
        voting(Mode.OPEN);
        UUID id = UUID.randomUUID();
        Answer first = now("member1", new CastBallot("vote1", "for"), id);
        rooms.close();
        rooms = new Rooms(vertx, journal, Instant::now);
        assertThat(now("member1", new CastBallot("vote1", "for"), id)).isEqualTo(first);
        assertOther(now("member1", new AttendanceCommand.MarkLeft("member1"), id));
    }

    private static void assertOther(Answer answer) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.OTHER_COMMAND));
    }

    @Test
    void an_unnamed_vote_is_counted_from_the_urn_also_after_a_restart_and_its_choices_are_not_in_the_journal() throws Exception {
        voting(Mode.UNNAMED);
        now("member1", new CastBallot("vote1", "against"), UUID.randomUUID());
        rooms.close();
        rooms = new Rooms(vertx, journal, Instant::now);
        now("member2", new CastBallot("vote1", "against"), UUID.randomUUID());
        now("chair", new CastBallot("vote1", "for"), UUID.randomUUID());
        now("chair", new VoteCommand.CloseVote("vote1"), UUID.randomUUID());
        Vote vote = rooms.find(MEETING).orElseThrow().meeting().votes().find("vote1").orElseThrow();
        assertThat(vote.tally().orElseThrow().counts()).isEqualTo(Map.of("for", 1, "against", 2, "not-voting", 0));
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
        while (rooms.find(MEETING).orElseThrow() == broken) {
            Thread.onSpinWait();
        }
        assertThat(rooms.find(MEETING).orElseThrow().meeting().attendance().isPresent("member1")).isFalse();
        assertThat(now("member1", new AttendanceCommand.CheckIn(Manner.IN_ROOM), UUID.randomUUID())).isInstanceOf(Answer.Done.class);
    }

    @Test
    void a_meeting_whose_creation_did_not_become_durable_leaves_no_room_behind() throws Exception {
        journal.failNext();
        assertThat(create().get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Unknown.class);
        long until = System.nanoTime() + 10_000_000_000L;
        while (rooms.find(MEETING).isPresent()) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.onSpinWait();
        }
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
        answers.add(give("member1", new CastBallot("vote1", "for"), UUID.randomUUID()));
        journal.awaitHeld();
        int before = journal.appends();
        answers.add(give("member2", new CastBallot("vote1", "for"), UUID.randomUUID()));
        answers.add(give("chair", new CastBallot("vote1", "for"), UUID.randomUUID()));
        settle();
        journal.release();
        for (CompletableFuture<Answer> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
        }
        assertThat(journal.appends() - before).isEqualTo(1);
    }

    private void draft() throws Exception {
        assertThat(create().get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
        now("secretary", new AgendaCommand.AddItem("item1", Optional.empty(), Optional.empty(), outline("Một"), Optional.empty()), UUID.randomUUID());
    }

    private CompletableFuture<Answer> create() {
        Room room = rooms.create(MEETING);
        CompletableFuture<Answer> created = new CompletableFuture<>();
        room.give(new Caller("secretary", Set.of("body-1")), UUID.randomUUID(), new PreparationCommand.CreateMeeting("Phiên họp thử", Kind.REGULAR, "body-1",
                "Ban Chỉ đạo", "", "Lam Sơn", "Phòng 1", Instant.parse("2026-11-24T01:00:00Z"), Instant.parse("2026-11-24T04:00:00Z"),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, people()), created::complete);
        return created;
    }

    private void issued() throws Exception {
        draft();
        assertThat(now("secretary", new PreparationCommand.IssueMeeting(), UUID.randomUUID())).isInstanceOf(Answer.Done.class);
    }

    private void voting(Mode mode) throws Exception {
        issued();
        for (String person : List.of("chair", "member1", "member2", "member3")) {
            now(person, new AttendanceCommand.CheckIn(Manner.IN_ROOM), UUID.randomUUID());
        }
        now("chair", new SessionCommand.OpenMeeting(false), UUID.randomUUID());
        now("chair", new VoteCommand.PrepareVote("vote1", new Vote.Motion("Thông qua?", Optional.empty(), mode, ChoiceSet.LEGAL,
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS)), UUID.randomUUID());
        assertThat(now("chair", new VoteCommand.OpenVote("vote1", 0, false), UUID.randomUUID())).isInstanceOf(Answer.Done.class);
    }

    private static List<Participant> people() {
        return List.of(
                new Participant("chair", "Nguyễn Văn Hòa", "Trưởng ban", "", Role.CHAIR, true),
                new Participant("secretary", "Lê Hoàng Yến", "Thư ký", "", Role.SECRETARY, false),
                new Participant("member1", "Trần Thị Bích", "", "", Role.MEMBER, true),
                new Participant("member2", "Phạm Quốc Tuấn", "", "", Role.MEMBER, true),
                new Participant("member3", "Vũ Ngọc Ánh", "", "", Role.MEMBER, true));
    }

    private static Item.Outline outline(String title) {
        return new Item.Outline(title, ItemKind.DISCUSSION, "", "", 10, Visibility.EVERYONE);
    }

    private FakeLine enter(String person) {
        FakeLine line = new FakeLine();
        rooms.find(MEETING).orElseThrow().enter(new Seat(Caller.person(person), Language.VI, line), Optional.empty(), Optional.empty());
        return line;
    }

    private CompletableFuture<Answer> give(String person, Command command, UUID id) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        rooms.find(MEETING).orElseThrow().give(Caller.person(person), id, command, answer::complete);
        return answer;
    }

    private Answer now(String person, Command command, UUID id) throws Exception {
        return give(person, command, id).get(10, TimeUnit.SECONDS);
    }

    @Test
    void what_the_presenter_draws_is_seen_by_those_who_may_open_the_paper_and_by_who_comes_late() throws Exception {
        draft();
        paper("paper-all", Access.EVERYONE, List.of());
        paper("paper-one", Access.NAMED, List.of("member1"));
        now("secretary", new PreparationCommand.IssueMeeting(), UUID.randomUUID());
        now("chair", new SessionCommand.OpenMeeting(true), UUID.randomUUID());
        Seat chair = new Seat(Caller.person("chair"), Language.VI, new FakeLine());
        Room room = rooms.find(MEETING).orElseThrow();
        room.enter(chair, Optional.empty(), Optional.empty());
        FakeLine member1 = enter("member1");
        FakeLine member2 = enter("member2");
        room.draw(chair, stroke("paper-all", "too-early"));
        assertThat(now("chair", new StageCommand.StartPresenting("paper-all"), UUID.randomUUID())).isInstanceOf(Answer.Done.class);
        room.draw(chair, stroke("paper-all", "seen-by-all"));
        room.draw(new Seat(Caller.person("member2"), Language.VI, member2), stroke("paper-all", "not-his-turn"));
        member1.await(frame -> frame.at("/live/stroke").asText().equals("seen-by-all"));
        member2.await(frame -> frame.at("/live/stroke").asText().equals("seen-by-all"));
        FakeLine late = enter("member3");
        late.await(frame -> frame.at("/live/stroke").asText().equals("seen-by-all"));

        assertThat(now("chair", new StageCommand.StartPresenting("paper-one"), UUID.randomUUID())).isInstanceOf(Answer.Done.class);
        room.draw(chair, stroke("paper-one", "for-one-only"));
        member1.await(frame -> frame.at("/live/stroke").asText().equals("for-one-only"));
        settle();
        FakeLine later = enter("member3");
        settle();
        assertThat(later.frames("live").toList()).as("the board was wiped, and the paper is not for him").isEmpty();
        for (FakeLine line : List.of(member1, member2, late)) {
            assertThat(line.frames("live").map(frame -> frame.at("/live/stroke").asText())).doesNotContain("too-early", "not-his-turn");
        }
        assertThat(member2.frames("live").map(frame -> frame.at("/live/stroke").asText())).doesNotContain("for-one-only");
    }

    private static Live.Stroke stroke(String paper, String id) {
        return new Live.Stroke(paper, 1, id, NoteBody.Tool.PEN, NoteBody.Colour.RED, 30, 0, List.of(100, 100, 5, 5), false);
    }

    private void paper(String id, Access access, List<String> readers) throws Exception {
        String item = rooms.find(MEETING).orElseThrow().meeting().agenda().order().get(0);
        now("secretary", new PaperCommand.AddPaper(id, item, "Tài liệu", "a.pdf", "0f", 3, 9, access, readers, Optional.empty(), Optional.empty()), UUID.randomUUID());
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        rooms.find(MEETING).orElseThrow().give(Caller.system(), UUID.randomUUID(), new PaperCommand.PreparePaper(id, List.of()), answer::complete);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
    }

    /** Waits until the room has done all that it was given before: entering runs on the same thread. */
    private void settle() throws InterruptedException {
        enter("secretary").awaitFrame("view");
    }
}
