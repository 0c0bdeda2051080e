package vn.nghisu.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.floor.Floor;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.Phase;
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
import vn.nghisu.room.SimulationCourse.Act;

/** What people do in a meeting, drawn by lot: mostly sensible, sometimes out of place, by the wrong person or about nothing. */
final class SimulationActs implements SimulationCourse.Acts {
    static final Instant STARTS = Instant.parse("2026-11-24T01:00:00Z");
    static final List<String> LEADERS = List.of("secretary", "chair");
    static final List<String> MEMBERS = List.of("member1", "member2", "member3", "member4");
    static final List<String> GUESTS = List.of("guest1", "guest2");
    static final List<String> PEOPLE = Stream.of(LEADERS, MEMBERS, GUESTS).flatMap(List::stream).toList();
    /** Beside everybody's tablet there are the screen, a stranger's, and two with a second tab. */
    static final List<String> DEVICES = Stream.concat(PEOPLE.stream(), Stream.of(Caller.SCREEN, "stranger", "member1", "chair")).toList();

    private static final Optional<String> NONE = Optional.empty();
    private final SimulationWorld world;
    private int made;

    SimulationActs(SimulationWorld world) {
        this.world = world;
    }

    /** Every participant but those left out; the fourth member has no vote. */
    static List<Participant> participants(boolean withoutLastGuest) {
        List<Participant> all = new ArrayList<>(List.of(
                new Participant("secretary", "Lê Hoàng Yến", "Thư ký", "Văn phòng", Role.SECRETARY, false),
                new Participant("chair", "Nguyễn Văn Hòa", "Trưởng ban", "Ủy ban", Role.CHAIR, true)));
        MEMBERS.forEach(id -> all.add(new Participant(id, "Ủy viên " + id, "", "", Role.MEMBER, !id.equals("member4"))));
        GUESTS.stream().filter(id -> !withoutLastGuest || !id.equals("guest2"))
                .forEach(id -> all.add(new Participant(id, "Khách " + id, "", "", Role.GUEST, false)));
        return all;
    }

    @Override
    public Command create() {
        return new PreparationCommand.CreateMeeting("Phiên họp thử", Kind.REGULAR, "body-1", "Ban Chỉ đạo", "", "Lam Sơn", "Phòng 1", STARTS,
                STARTS.plusSeconds(7_200), MajorityRule.MORE_THAN_HALF_OF_ALL, new Quorum(1, 2), participants(false));
    }

    @Override
    public Act next(Meeting meeting) {
        List<Supplier<Act>> bag = new ArrayList<>();
        boolean draft = meeting.phase() == Phase.DRAFT;
        put(bag, draft ? 5 : 1, () -> addItem(meeting));
        put(bag, draft ? 3 : 1, () -> addPaper(meeting));
        put(bag, draft ? 5 : 2, () -> new Act("system", new PaperCommand.PreparePaper(unprepared(meeting), List.of())));
        put(bag, 1, () -> changePaper(meeting));
        put(bag, 1, () -> changeItem(meeting));
        put(bag, 1, () -> new Act("secretary", new PreparationCommand.NameParticipants(participants(world.chance(50)), reason("đổi danh sách"))));
        put(bag, draft ? 5 : 1, () -> new Act("secretary", new PreparationCommand.IssueMeeting()));
        put(bag, 6, this::comeOrGo);
        put(bag, meeting.phase() == Phase.ISSUED ? 6 : 1, () -> new Act(leader(), new SessionCommand.OpenMeeting(world.chance(60))));
        put(bag, 1, () -> new Act(leader(), world.chance(50) ? new SessionCommand.RecessMeeting(Optional.empty()) : new SessionCommand.ResumeMeeting()));
        if (meeting.phase() == Phase.RECESS) {
            put(bag, 8, () -> new Act(leader(), new SessionCommand.ResumeMeeting()));
        }
        if (world.chance(8)) {
            put(bag, 4, () -> new Act(leader(), new SessionCommand.CloseMeeting()));
        }
        put(bag, 4, () -> new Act(leader(), new AgendaCommand.TakeUpItem(item(meeting))));
        put(bag, 8, () -> speak(meeting));
        put(bag, 5, () -> leadFloor(meeting));
        put(bag, 3, () -> prepareVote(meeting));
        put(bag, 5, () -> leadVote(meeting));
        put(bag, 14, () -> new Act(anybody(), new BallotCommand.CastBallot(vote(meeting), SimulationForms.marks(world, running(meeting)), world.chance(50) ? "Ý kiến khác" : "")));
        put(bag, 3, () -> leadStage(meeting));
        put(bag, 1, () -> conclude(meeting));
        return world.oneOf(bag).get();
    }

    private static void put(List<Supplier<Act>> bag, int weight, Supplier<Act> act) {
        for (int i = 0; i < weight; i++) {
            bag.add(act);
        }
    }

    private Act addItem(Meeting meeting) {
        Optional<String> parent = world.chance(30) ? Optional.of(item(meeting)) : NONE;
        boolean members = world.chance(35);
        String mark = members || parent.filter(above -> isHidden(above)).isPresent() ? SimulationRecord.INSIDE : "";
        String id = mark + "item" + ++made;
        return new Act("secretary", new AgendaCommand.AddItem(id, parent, NONE, outline(id, members), reason(id)));
    }

    private static Item.Outline outline(String title, boolean members) {
        return new Item.Outline(title, ItemKind.DISCUSSION, "", "", title.length(), members ? Visibility.MEMBERS : Visibility.EVERYONE);
    }

    private Act changeItem(Meeting meeting) {
        String item = item(meeting);
        boolean members = meeting.agenda().find(item).filter(found -> found.visibility() == Visibility.MEMBERS).isPresent();
        return switch (world.random.nextInt(3)) {
            case 0 -> new Act("secretary", new AgendaCommand.EditItem(item, outline(mark(item) + "edited" + ++made, members), reason(mark(item))));
            case 1 -> new Act("secretary", new AgendaCommand.MoveItem(item,
                    meeting.agenda().find(item).flatMap(Item::parent), NONE, reason(mark(item))));
            default -> new Act("secretary", new AgendaCommand.RemoveItem(item, reason(mark(item))));
        };
    }

    private Act addPaper(Meeting meeting) {
        String item = item(meeting);
        Access access = world.oneOf(List.of(Access.EVERYONE, Access.EVERYONE, Access.MEMBERS, Access.NAMED));
        List<String> readers = access == Access.NAMED ? PEOPLE.stream().filter(id -> !LEADERS.contains(id) && world.chance(30)).toList() : List.of();
        String mark = isHidden(item) || access == Access.MEMBERS ? SimulationRecord.INSIDE
                : access == Access.NAMED ? SimulationRecord.NAMED + (readers.isEmpty() ? "nobody" : String.join("_", readers)) + "-" : "";
        // marks don't fit into an id of a paper for many readers
        String id = mark.startsWith(SimulationRecord.NAMED) ? "named" + ++made : mark + "paper" + ++made;
        Optional<String> supersedes = world.chance(20) && isHidden(item) ? Optional.of(paper(meeting)) : NONE;
        return new Act("secretary", new PaperCommand.AddPaper(id, item, mark + id, mark + id + ".pdf", "ab".repeat(32), 3, 1_000, access,
                readers, supersedes, reason(mark), Optional.empty()));
    }

    private Act changePaper(Meeting meeting) {
        String paper = paper(meeting);
        String mark = meeting.papers().find(paper).map(Paper::title).orElse("");
        return new Act("secretary", world.chance(50)
                ? new PaperCommand.WithdrawPaper(paper, mark + " thu hồi")
                : new PaperCommand.EditPaper(paper, mark + "'", meeting.papers().find(paper).map(Paper::itemId).orElse("none"), reason(mark)));
    }

    private Act comeOrGo() {
        String person = world.oneOf(PEOPLE);
        return switch (world.random.nextInt(8)) {
            case 0 -> new Act(person, new AttendanceCommand.MarkLeft(person));
            case 1 -> new Act("secretary", new AttendanceCommand.MarkPresent(person, Manner.REMOTE));
            case 2 -> new Act(person, new AttendanceCommand.ReportAbsence(person, "bận"));
            default -> new Act(person, new AttendanceCommand.CheckIn(Manner.IN_ROOM));
        };
    }

    private Act speak(Meeting meeting) {
        String person = world.oneOf(PEOPLE);
        String about = GUESTS.contains(person) ? "ý kiến" : meeting.agenda().inHand().map(SimulationActs::mark).orElse("") + "ý kiến";
        if (world.chance(20)) {
            return new Act(person, new FloorCommand.WithdrawRequest(request(meeting)));
        }
        // what a member says may be written while one item is in hand and arrive under the next: hidden words belong to hidden items only
        return new Act(person, new FloorCommand.AskToSpeak(world.oneOf(List.of(SpeechKind.values())), about.startsWith(SimulationRecord.INSIDE) ? "" : about, Optional.of(world.oneOf(PEOPLE))));
    }

    private Act leadFloor(Meeting meeting) {
        return new Act(leader(), switch (world.random.nextInt(7)) {
            case 0 -> new FloorCommand.DismissRequest(request(meeting));
            case 1 -> new FloorCommand.AppointSpeaker(world.oneOf(PEOPLE), Optional.of(3), false);
            case 2 -> new FloorCommand.EndTurn();
            case 3 -> new FloorCommand.PauseTurn(world.chance(50));
            case 4 -> new FloorCommand.OpenSpeakersList(world.chance(70));
            default -> new FloorCommand.CallSpeaker(request(meeting), Optional.of(world.random.nextInt(6)), false);
        });
    }

    private Act prepareVote(Meeting meeting) {
        Optional<String> item = world.chance(70) ? Optional.of(item(meeting)) : NONE;
        boolean neverOpened = world.chance(25);
        String id = (neverOpened ? SimulationRecord.LEADERS : item.map(SimulationActs::mark).orElse("")) + "vote" + ++made;
        return new Act(leader(), new VoteCommand.PrepareVote(id, new Vote.Motion(id + "?", item, world.chance(50) ? Mode.OPEN : Mode.UNNAMED,
                SimulationForms.form(world), world.oneOf(SimulationForms.RULES), new Quorum(world.random.nextInt(3), 4))));
    }

    private Act leadVote(Meeting meeting) {
        String vote = vote(meeting);
        Optional<Vote.State> state = meeting.votes().find(vote).map(Vote::state);
        if (state.filter(Vote.State.PREPARED::equals).isPresent() && world.chance(80)) {
            return new Act(leader(), vote.startsWith(SimulationRecord.LEADERS)
                    ? new VoteCommand.EditVote(vote, meeting.votes().find(vote).orElseThrow().motion())
                    : new VoteCommand.OpenVote(vote, 0, world.chance(80)));
        }
        return new Act(leader(), switch (world.random.nextInt(8)) {
            case 0 -> new VoteCommand.HoldVote(vote, true);
            case 1 -> new VoteCommand.HoldVote(vote, false);
            case 2 -> new VoteCommand.CancelVote(vote, "lý do");
            case 3 -> new VoteCommand.RepeatVote(vote, mark(vote) + "vote" + ++made, "lý do");
            case 4 -> new VoteCommand.DecideTie(vote, world.chance(50));
            case 5 -> new VoteCommand.RemoveVote(vote);
            default -> new VoteCommand.CloseVote(vote);
        });
    }

    private Act leadStage(Meeting meeting) {
        return new Act(leader(), switch (world.random.nextInt(5)) {
            case 0 -> new StageCommand.StopPresenting();
            case 1 -> new StageCommand.ShowResult(vote(meeting));
            case 2 -> new StageCommand.ClearResult();
            default -> new StageCommand.StartPresenting(paper(meeting));
        });
    }

    private Act conclude(Meeting meeting) {
        String item = item(meeting);
        return new Act(leader(), new ConclusionCommand.RecordConclusion(item, world.chance(20) ? "" : mark(item) + "kết luận " + ++made));
    }

    private String leader() {
        return world.chance(4) ? world.oneOf(PEOPLE) : world.oneOf(LEADERS);
    }

    private String anybody() {
        return world.chance(10) ? world.oneOf(PEOPLE) : world.oneOf(List.of("chair", "member1", "member2", "member3"));
    }

    private String item(Meeting meeting) {
        return idOf(List.copyOf(meeting.agenda().order()));
    }

    private String paper(Meeting meeting) {
        return idOf(List.copyOf(meeting.papers().order()));
    }

    private String unprepared(Meeting meeting) {
        return idOf(meeting.papers().all().filter(paper -> !paper.isPrepared()).map(Paper::id).toList());
    }

    private String vote(Meeting meeting) {
        return world.chance(85) ? meeting.votes().running().map(Vote::id).orElseGet(() -> anyVote(meeting)) : anyVote(meeting);
    }

    private static Form running(Meeting meeting) {
        return meeting.votes().running().map(vote -> vote.motion().form()).orElse(new Form.Answers(ChoiceSet.LEGAL));
    }

    private String anyVote(Meeting meeting) {
        return idOf(List.copyOf(meeting.votes().order()));
    }

    private String request(Meeting meeting) {
        return idOf(meeting.floor().queue().stream().map(Floor.Request::id).toList());
    }

    private String idOf(List<String> there) {
        return there.isEmpty() || world.chance(2) ? "none" + world.random.nextInt(3) : world.oneOf(there);
    }

    private Optional<String> reason(String words) {
        return world.chance(90) ? Optional.of(words + " lý do") : NONE;
    }

    private static boolean isHidden(String id) {
        return id.startsWith(SimulationRecord.INSIDE);
    }

    private static String mark(String id) {
        return isHidden(id) ? SimulationRecord.INSIDE : "";
    }
}
