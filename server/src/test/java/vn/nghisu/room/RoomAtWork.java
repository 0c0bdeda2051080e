package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Participant;
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
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Secrecy;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;

/** One meeting with five people in a room over a journal that can be held and made to fail; opened anew for each test. */
abstract class RoomAtWork {
    static final String MEETING = "meeting-1";

    Vertx vertx;
    SlowJournal journal;
    Rooms rooms;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
        journal = new SlowJournal();
        rooms = new Rooms(vertx, journal, Instant::now, secrecy());
    }

    Secrecy secrecy() {
        return new SealedVotes();
    }

    @AfterEach
    void close() {
        rooms.close();
        vertx.close();
    }

    final void draft() throws Exception {
        assertThat(create().get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
        now("secretary", new AgendaCommand.AddItem("item1", Optional.empty(), Optional.empty(), outline("Một"), Optional.empty()), UUID.randomUUID());
    }

    final CompletableFuture<Answer> create() {
        Room room = rooms.create(MEETING);
        CompletableFuture<Answer> created = new CompletableFuture<>();
        room.give(new Caller("secretary", Set.of("body-1")), UUID.randomUUID(), new PreparationCommand.CreateMeeting("Phiên họp thử", Kind.REGULAR, "body-1",
                "Ban Chỉ đạo", "", "Lam Sơn", "Phòng 1", Instant.parse("2026-11-24T01:00:00Z"), Instant.parse("2026-11-24T04:00:00Z"),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, people()), created::complete);
        return created;
    }

    final void issued() throws Exception {
        draft();
        assertThat(now("secretary", new PreparationCommand.IssueMeeting(), UUID.randomUUID())).isInstanceOf(Answer.Done.class);
    }

    final void voting(Mode mode) throws Exception {
        issued();
        for (String person : List.of("chair", "member1", "member2", "member3")) {
            now(person, new AttendanceCommand.CheckIn(Manner.IN_ROOM), UUID.randomUUID());
        }
        now("chair", new SessionCommand.OpenMeeting(false), UUID.randomUUID());
        now("chair", new VoteCommand.PrepareVote("vote1", new Vote.Motion("Thông qua?", Optional.empty(), mode, new Form.Answers(ChoiceSet.LEGAL),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS)), UUID.randomUUID());
        assertThat(now("chair", new VoteCommand.OpenVote("vote1", 0, false), UUID.randomUUID())).isInstanceOf(Answer.Done.class);
    }

    static List<Participant> people() {
        return List.of(
                new Participant("chair", "Nguyễn Văn Hòa", "Trưởng ban", "", Role.CHAIR, true),
                new Participant("secretary", "Lê Hoàng Yến", "Thư ký", "", Role.SECRETARY, false),
                new Participant("member1", "Trần Thị Bích", "", "", Role.MEMBER, true),
                new Participant("member2", "Phạm Quốc Tuấn", "", "", Role.MEMBER, true),
                new Participant("member3", "Vũ Ngọc Ánh", "", "", Role.MEMBER, true));
    }

    static Item.Outline outline(String title) {
        return new Item.Outline(title, ItemKind.DISCUSSION, "", "", 10, Visibility.EVERYONE);
    }

    final FakeLine enter(String person) {
        FakeLine line = new FakeLine();
        rooms.find(MEETING).orElseThrow().enter(new Seat(Caller.person(person), Language.VI, line), Optional.empty(), Optional.empty());
        return line;
    }

    final CompletableFuture<Answer> give(String person, Command command, UUID id) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        rooms.find(MEETING).orElseThrow().give(Caller.person(person), id, command, answer::complete);
        return answer;
    }

    final Answer now(String person, Command command, UUID id) throws Exception {
        return give(person, command, id).get(10, TimeUnit.SECONDS);
    }

    /** Waits until the room has done all that it was given before: entering runs on the same thread. */
    final void settle() throws InterruptedException {
        enter("secretary").awaitFrame("view");
    }
}
