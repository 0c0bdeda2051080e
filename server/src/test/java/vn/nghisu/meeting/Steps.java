package vn.nghisu.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.franchise.Practice;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.stage.StageCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;

/**
 * What went before in the stories. The committee: a chair with a vote, a secretary without, members 1 to 3 with votes,
 * an observer who is a member without a vote, one guest; and outside of it the screen and a stranger.
 */
final class Steps {
    static final Optional<String> NONE = Optional.empty();
    static final List<String> VOTERS = List.of("chair", "member1", "member2", "member3");
    static final List<String> EVERYBODY = List.of("chair", "secretary", "member1", "member2", "member3", "observer", "guest");

    private Steps() {}

    static Optional<String> because(String reason) {
        return Optional.of(reason);
    }

    static List<Participant> committee() {
        return new ArrayList<>(List.of(
                person("chair", Role.CHAIR, true), person("secretary", Role.SECRETARY, false), person("member1", Role.MEMBER, true),
                person("member2", Role.MEMBER, true), person("member3", Role.MEMBER, true), person("observer", Role.MEMBER, false),
                person("guest", Role.GUEST, false)));
    }

    static Participant person(String id, Role role, boolean votes) {
        return new Participant(id, "Ông " + id, "Chức vụ", "Đơn vị", role, votes);
    }

    static PreparationCommand.CreateMeeting create(List<Participant> participants) {
        return create("Phiên họp tháng 11", Scenario.EIGHT, Scenario.EIGHT.plus(Duration.ofHours(3)), participants);
    }

    static PreparationCommand.CreateMeeting create(String title, Instant startsAt, Instant endsAt, List<Participant> participants) {
        return new PreparationCommand.CreateMeeting(title, Kind.REGULAR, "body-1", "Ban Chỉ đạo", "Ủy ban nhân dân tỉnh", "Lam Sơn", "Phòng 1",
                startsAt, endsAt, MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, participants);
    }

    /** A body that allows what its rules may allow. */
    static final Practice PRACTICE = new Practice(List.of(Mode.OPEN, Mode.UNNAMED, Mode.SECRET), true, 2, Practice.ChairAnswers.LAST, List.of(), Practice.SecretSize.USUAL, Practice.Substitutes.WITH_VOTE);

    static PreparationCommand.CreateMeeting create(Practice practice) {
        PreparationCommand.CreateMeeting usual = create(committee());
        return new PreparationCommand.CreateMeeting(usual.title(), usual.kind(), usual.bodyId(), usual.bodyName(), usual.parentAgency(), usual.place(), usual.room(),
                usual.startsAt(), usual.endsAt(), usual.rule(), usual.quorum(), usual.participants(), practice);
    }

    /** Issued, with the agenda, in a body that goes by this practice. */
    static Scenario.Step issuedBy(Practice practice) {
        return story -> story.does("clerk", create(practice)).and(withAgenda()).does("secretary", new PreparationCommand.IssueMeeting());
    }

    static Scenario.Step inSessionBy(Practice practice) {
        return story -> story.and(issuedBy(practice), at(0), present(EVERYBODY.toArray(String[]::new))).does("chair", new SessionCommand.OpenMeeting(false));
    }

    static Scenario.Step drafted() {
        return story -> story.does("clerk", create(committee()));
    }

    /** Items 1 and 2, with 2.1 below the second. */
    static Scenario.Step withAgenda() {
        return story -> story.and(item("item1"), item("item2"), subItem("item21", "item2"));
    }

    static Scenario.Step issued() {
        return story -> story.and(drafted(), withAgenda()).does("secretary", new PreparationCommand.IssueMeeting());
    }

    /** In session since eight, everybody there. */
    static Scenario.Step inSession() {
        return story -> story.and(issued(), at(0), present(EVERYBODY.toArray(String[]::new))).does("chair", new SessionCommand.OpenMeeting(false));
    }

    static Scenario.Step inRecess() {
        return story -> story.and(inSession()).does("chair", new SessionCommand.RecessMeeting(Optional.empty()));
    }

    static Scenario.Step closed() {
        return story -> story.and(inSession()).does("chair", new SessionCommand.CloseMeeting());
    }

    static Scenario.Step cancelled() {
        return story -> story.and(issued()).does("secretary", new PreparationCommand.CancelMeeting("Bão"));
    }

    /** The clock at so many minutes after eight on the meeting's day. */
    static Scenario.Step at(int minutes) {
        return story -> story.at(Scenario.EIGHT.plus(Duration.ofMinutes(minutes)));
    }

    static Scenario.Step present(String... people) {
        return story -> List.of(people).forEach(person -> story.does(person, new AttendanceCommand.CheckIn(Manner.IN_ROOM)));
    }

    static Scenario.Step left(String person) {
        return story -> story.does(person, new AttendanceCommand.MarkLeft(person));
    }

    static Item.Outline outline(String title) {
        return new Item.Outline(title, ItemKind.DISCUSSION, "Ông An", "Sở Tài chính", 20, Visibility.EVERYONE);
    }

    static Item.Outline hidden(String title) {
        return new Item.Outline(title, ItemKind.DECISION, "", "", 20, Visibility.MEMBERS);
    }

    static Scenario.Step item(String id) {
        return story -> story.does("secretary", new AgendaCommand.AddItem(id, NONE, NONE, outline("Nội dung " + id), because("Bổ sung")));
    }

    static Scenario.Step subItem(String id, String parent) {
        return story -> story.does("secretary", new AgendaCommand.AddItem(id, Optional.of(parent), NONE, outline("Mục " + id), because("Bổ sung")));
    }

    static Scenario.Step hiddenItem(String id) {
        return story -> story.does("secretary", new AgendaCommand.AddItem(id, NONE, NONE, hidden("Kín " + id), Optional.of("Kín")));
    }

    static Scenario.Step taken(String item) {
        return story -> story.does("chair", new AgendaCommand.TakeUpItem(item));
    }

    static PaperCommand.AddPaper add(String paper, String item, Access access, List<String> readers, Optional<String> supersedes) {
        return new PaperCommand.AddPaper(paper, item, "Tài liệu " + paper, paper + ".pdf", "0f".repeat(32), 12, 34_567, access, readers,
                supersedes, Optional.of("Bổ sung"), Optional.empty());
    }

    static Scenario.Step paper(String paper, String item) {
        return paper(paper, item, Access.EVERYONE);
    }

    static Scenario.Step paper(String paper, String item, Access access, String... readers) {
        return story -> story.does("secretary", add(paper, item, access, List.of(readers), NONE))
                .does(Caller.SYSTEM, new PaperCommand.PreparePaper(paper, List.of()));
    }

    static Scenario.Step presented(String paper) {
        return story -> story.does("secretary", new StageCommand.StartPresenting(paper));
    }

    static Vote.Motion motion(Mode mode) {
        return motion(mode, NONE);
    }

    static Vote.Motion motion(Mode mode, Optional<String> item) {
        return new Vote.Motion("Thông qua báo cáo?", item, mode, new Form.Answers(ChoiceSet.LEGAL), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS);
    }

    static Scenario.Step votePrepared(String vote, Vote.Motion motion) {
        return story -> story.does("secretary", new VoteCommand.PrepareVote(vote, motion));
    }

    static Scenario.Step voteOpened(String vote, Mode mode) {
        return story -> story.and(votePrepared(vote, motion(mode))).does("chair", new VoteCommand.OpenVote(vote, 0, false));
    }

    static Scenario.Step cast(String vote, String person, String choice) {
        return story -> story.does(person, new BallotCommand.CastBallot(vote, List.of(choice), ""));
    }

    static Scenario.Step voteClosed(String vote) {
        return story -> story.does("chair", new VoteCommand.CloseVote(vote));
    }

    static Scenario.Step held(String vote) {
        return story -> story.does("chair", new VoteCommand.HoldVote(vote, true));
    }

    static Scenario.Step asked(String person) {
        return asked(person, SpeechKind.DISCUSSION);
    }

    static Scenario.Step asked(String person, SpeechKind kind) {
        return story -> story.does(person, new FloorCommand.AskToSpeak(kind, "ý kiến của " + person,
                Optional.of(person.equals("chair") ? "member1" : "chair").filter(asked -> kind == SpeechKind.QUESTION)));
    }

    static Scenario.Step speaking(String person) {
        return story -> story.does("chair", new FloorCommand.AppointSpeaker(person, Optional.of(5), false));
    }

    /** The id of somebody's waiting request, which the journal has given. */
    static String requestOf(Scenario story, String person) {
        return story.meeting().floor().queue().stream().filter(request -> request.person().equals(person)).findFirst().orElseThrow().id();
    }
}
