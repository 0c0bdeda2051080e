package vn.nghisu.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import vn.nghisu.meeting.franchise.FranchiseCommand;
import vn.nghisu.meeting.franchise.Practice;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.recusal.RecusalCommand;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ConductCommand;
import vn.nghisu.meeting.vote.Electorate;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.room.SimulationCourse.Act;

/** Vote after vote in a body that allows everything: weights, votes given to another, substitutes, ballots recorded for a member, names called, results put right. */
final class SimulationVotes implements SimulationCourse.Acts {
    static final List<String> VOTERS = List.of("chair", "member1", "member2", "member3", "member4", "member5");
    static final List<String> SUBSTITUTES = List.of("other1", "other2");
    static final List<String> PEOPLE = Stream.of(List.of("secretary"), VOTERS, SUBSTITUTES).flatMap(List::stream).toList();

    private static final String ITEM = "item1";
    private static final Optional<String> REASON = Optional.of("lý do");
    private static final Practice PRACTICE = new Practice(List.of(Mode.OPEN, Mode.UNNAMED), true, 2, Practice.ChairAnswers.LAST, List.of(), Practice.SecretSize.USUAL, Practice.Substitutes.WITH_VOTE);

    private final SimulationWorld world;
    private int made;

    SimulationVotes(SimulationWorld world) {
        this.world = world;
    }

    @Override
    public Command create() {
        List<Participant> people = PEOPLE.stream().map(id -> new Participant(id, "Đồng chí " + id, "", "",
                id.equals("chair") ? Role.CHAIR : id.equals("secretary") ? Role.SECRETARY : Role.MEMBER, VOTERS.contains(id))).toList();
        return new PreparationCommand.CreateMeeting("Phiên họp biểu quyết", Kind.REGULAR, "body-1", "Ban Chỉ đạo", "", "Lam Sơn", "Phòng 1", SimulationActs.STARTS,
                SimulationActs.STARTS.plusSeconds(7_200), MajorityRule.MORE_THAN_HALF_OF_ALL, new Quorum(1, 2), people, PRACTICE);
    }

    @Override
    public Act next(Meeting meeting) {
        if (meeting.phase() == Phase.DRAFT) {
            return new Act("secretary", meeting.agenda().order().isEmpty()
                    ? new AgendaCommand.AddItem(ITEM, Optional.empty(), Optional.empty(), new Item.Outline("Nội dung", ItemKind.DECISION, "", "", 5, Visibility.EVERYONE), REASON)
                    : new PreparationCommand.IssueMeeting());
        }
        if (meeting.phase() == Phase.ISSUED) {
            return world.chance(75) ? comeOrGo() : new Act(leader(), new SessionCommand.OpenMeeting(true));
        }
        List<Supplier<Act>> bag = new ArrayList<>();
        put(bag, 3, this::comeOrGo);
        put(bag, 3, () -> spread(meeting));
        Optional<Vote> running = meeting.votes().running();
        running.ifPresentOrElse(vote -> during(bag, vote), () -> between(bag, meeting));
        return world.oneOf(bag).get();
    }

    private static void put(List<Supplier<Act>> bag, int weight, Supplier<Act> act) {
        for (int i = 0; i < weight; i++) {
            bag.add(act);
        }
    }

    private Act comeOrGo() {
        String person = world.oneOf(PEOPLE);
        return world.chance(25) ? new Act(person, new AttendanceCommand.MarkLeft(person)) : new Act("secretary", new AttendanceCommand.MarkPresent(person, Manner.IN_ROOM));
    }

    /** Who has how many votes, and who casts whose. */
    private Act spread(Meeting meeting) {
        String person = world.oneOf(VOTERS);
        String giver = world.oneOf(VOTERS.stream().filter(each -> !meeting.attendance().isPresent(each)).findFirst().map(List::of).orElse(VOTERS));
        return switch (world.random.nextInt(8)) {
            case 0, 1 -> new Act("secretary", new FranchiseCommand.DelegateVote(giver, person));
            case 2 -> new Act("secretary", new FranchiseCommand.TakeBackDelegation(person));
            case 3, 4 -> new Act("secretary", new FranchiseCommand.NameSubstitute(giver, world.oneOf(SUBSTITUTES), world.chance(80)));
            case 5 -> new Act("secretary", new FranchiseCommand.EndSubstitution(person));
            case 6 -> new Act("secretary", new FranchiseCommand.SetWeights(weights(), REASON));
            default -> new Act("secretary", world.chance(40) ? new RecusalCommand.RecusePerson(person, ITEM, "lý do") : new RecusalCommand.TakeBackRecusal(person, ITEM));
        };
    }

    /** Mostly one vote each, since an unnamed vote is possible only then. */
    private Map<String, Integer> weights() {
        Map<String, Integer> weights = new HashMap<>();
        if (world.chance(40)) {
            VOTERS.stream().filter(each -> world.chance(40)).forEach(each -> weights.put(each, 2 + world.random.nextInt(3)));
        }
        return weights;
    }

    private void between(List<Supplier<Act>> bag, Meeting meeting) {
        List<Vote> votes = meeting.votes().all().toList();
        List<Vote> prepared = votes.stream().filter(vote -> vote.state() == Vote.State.PREPARED).toList();
        put(bag, prepared.isEmpty() ? 8 : 1, this::prepare);
        if (!prepared.isEmpty()) {
            put(bag, 10, () -> new Act(leader(), new VoteCommand.OpenVote(world.oneOf(prepared).id(), 0, true)));
        }
        if (!votes.isEmpty()) {
            Vote any = world.oneOf(votes);
            put(bag, 1, () -> new Act(leader(), new VoteCommand.RepeatVote(any.id(), "vote" + ++made, "lý do")));
            put(bag, 1, () -> new Act("chair", new VoteCommand.DecideTie(any.id(), world.chance(50))));
            put(bag, 2, () -> new Act(leader(), new ConductCommand.CorrectResult(any.id(), voter(any),
                    world.chance(80) ? Optional.of(marks(any)) : Optional.empty(), "Ý kiến khác", "lý do")));
            put(bag, 2, () -> cast(any));
        }
    }

    private Act prepare() {
        return new Act(leader(), new VoteCommand.PrepareVote("vote" + ++made, new Vote.Motion("Thông qua?", world.chance(50) ? Optional.of(ITEM) : Optional.empty(),
                world.chance(50) ? Mode.OPEN : Mode.UNNAMED, SimulationForms.form(world), world.oneOf(SimulationForms.RULES), new Quorum(world.random.nextInt(3), 4))));
    }

    private void during(List<Supplier<Act>> bag, Vote vote) {
        put(bag, 14, () -> cast(vote));
        put(bag, 3, () -> new Act(leader(), new BallotCommand.RecordBallot(vote.id(), voter(vote), marks(vote), "Ý kiến khác", "lý do")));
        put(bag, 1, () -> new Act(leader(), new VoteCommand.HoldVote(vote.id(), vote.state() == Vote.State.OPEN)));
        if (vote.state() == Vote.State.ON_HOLD) {
            put(bag, 10, () -> new Act(leader(), new VoteCommand.HoldVote(vote.id(), false)));
        }
        if (vote.rollCall().isPresent()) {
            put(bag, 12, () -> new Act(leader(), new ConductCommand.CallNextName(vote.id())));
        } else if (world.chance(15)) {
            put(bag, 2, () -> new Act(leader(), new ConductCommand.StartRollCall(vote.id())));
        }
        put(bag, vote.ballots().size() * 4 > vote.electorate().size() * 3 ? 6 : 1, () -> new Act(leader(), new VoteCommand.CloseVote(vote.id())));
        if (world.chance(20)) {
            put(bag, 1, () -> new Act(leader(), new VoteCommand.CancelVote(vote.id(), "lý do")));
        }
    }

    /** By the hand that may cast it, mostly; sometimes by another, or once more. */
    private Act cast(Vote vote) {
        String voter = voter(vote);
        Electorate electorate = vote.electorate();
        String hand = world.chance(10) ? world.oneOf(PEOPLE) : electorate.holders().getOrDefault(voter, voter);
        return new Act(hand, hand.equals(voter)
                ? new BallotCommand.CastBallot(vote.id(), marks(vote), "Ý kiến khác")
                : new BallotCommand.CastDelegatedBallot(vote.id(), voter, marks(vote), "Ý kiến khác"));
    }

    /** Whose name was called, or somebody on the list. */
    private String voter(Vote vote) {
        List<String> list = vote.electorate().people().isEmpty() || world.chance(5) ? PEOPLE : List.copyOf(vote.electorate().people());
        return vote.rollCall().flatMap(calling -> calling.called()).filter(called -> world.chance(80)).orElseGet(() -> world.oneOf(list));
    }

    private List<String> marks(Vote vote) {
        return SimulationForms.marks(world, vote.motion().form());
    }

    private String leader() {
        return world.chance(4) ? world.oneOf(PEOPLE) : world.oneOf(List.of("secretary", "chair"));
    }
}
