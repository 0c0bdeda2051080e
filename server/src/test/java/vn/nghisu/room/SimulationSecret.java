package vn.nghisu.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.franchise.Practice.SecretSize;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Contest;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mark;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Published.Ceremony;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.Published.SecretElection;
import vn.nghisu.meeting.vote.Published.SecretPoll;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Sealing;
import vn.nghisu.meeting.vote.SecretCommand;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.secret.Tablets;

/** People in the middle of a secret vote: three trustees, voters with sealed ballots, and everything else that a meeting does meanwhile. */
final class SimulationSecret implements SimulationCourse.Acts {
    private static final List<String> TRUSTEES = List.of("member4", "secretary", "member1");
    private static final List<String> VOTERS = List.of("chair", "member1", "member2", "member3");
    private static final List<Form> FORMS = List.of(new Form.Answers(ChoiceSet.LEGAL),
            new Form.Choose(List.of(new Form.Option("name1", "Một"), new Form.Option("name2", "Hai")), 2));

    private final SimulationWorld world;
    private final SimulationRecord record;
    private final SimulationActs others;
    private final Map<SecretPoll, List<Tablets.OfTrustee>> tablets = new HashMap<>();
    private int made;

    SimulationSecret(SimulationWorld world, SimulationRecord record) {
        this.world = world;
        this.record = record;
        this.others = new SimulationActs(world);
    }

    @Override
    public Command create() {
        return others.create();
    }

    @Override
    public SimulationCourse.Act next(Meeting meeting) {
        if (meeting.phase().isOver() || !meeting.session().isVisibleToParticipants() || world.chance(meeting.phase() == Phase.IN_SESSION ? 12 : 45)) {
            SimulationCourse.Act act = others.next(meeting);
            return endsAll(act) && world.chance(95) ? next(meeting) : act;
        }
        Optional<Vote> vote = meeting.votes().all().filter(Vote::isSecret).filter(each -> each.state() != Vote.State.CLOSED && each.state() != Vote.State.CANCELLED).findFirst();
        return vote.map(there -> about(meeting, there)).orElseGet(() -> new SimulationCourse.Act("secretary", new VoteCommand.PrepareVote("secret" + ++made,
                new Vote.Motion("Kín?", Optional.empty(), Mode.SECRET, world.oneOf(FORMS), MajorityRule.MORE_THAN_HALF_OF_ALL, new Quorum(0, 1), Optional.of(TRUSTEES)))));
    }

    /** Most courses are to come to a count. */
    private static boolean endsAll(SimulationCourse.Act act) {
        return act.command() instanceof SessionCommand.CloseMeeting || act.command() instanceof PreparationCommand.CancelMeeting
                || act.command() instanceof VoteCommand.CancelVote || act.command() instanceof VoteCommand.RemoveVote;
    }

    private SimulationCourse.Act about(Meeting meeting, Vote vote) {
        List<Integer> due = IntStream.rangeClosed(1, Sealing.TRUSTEES).boxed().filter(each -> vote.due(each).isPresent()).toList();
        int number = due.isEmpty() || world.chance(10) ? 1 + world.random.nextInt(Sealing.TRUSTEES) : world.oneOf(due);
        return switch (vote.state()) {
            case PREPARED -> prepared(meeting, vote, number);
            case OPEN, ON_HOLD -> world.chance(5) ? new SimulationCourse.Act("chair", new VoteCommand.CloseVote(vote.id())) : cast(meeting, vote, world.oneOf(VOTERS));
            case COUNTING, CLOSED, CANCELLED -> new SimulationCourse.Act(TRUSTEES.get(number - 1), new SecretCommand.SendDecryption(vote.id(),
                    tablet(meeting, vote, number).decrypt(vote.election(meeting.id()), vote.sealing().ballots().values())));
        };
    }

    private SimulationCourse.Act prepared(Meeting meeting, Vote vote, int number) {
        String trustee = TRUSTEES.get(number - 1);
        int attempt = vote.sealing().attempt();
        Optional<Sealing.TrusteeStep> step = vote.sealing().step();
        if (meeting.phase() == Phase.ISSUED && world.chance(30)) {
            return new SimulationCourse.Act("chair", new SessionCommand.OpenMeeting(true));
        }
        if (world.chance(20) || step.isEmpty() && VOTERS.stream().filter(meeting.attendance()::isPresent).count() < SecretSize.LEAST) {
            return new SimulationCourse.Act(world.oneOf(VOTERS), new AttendanceCommand.CheckIn(Manner.IN_ROOM));
        }
        if (step.isEmpty()) {
            return new SimulationCourse.Act("chair", new VoteCommand.OpenVote(vote.id(), 0, true));
        }
        if (world.chance(1)) {
            return new SimulationCourse.Act(trustee, new SecretCommand.VoidCeremony(vote.id(), attempt, "Máy bị tắt"));
        }
        Tablets.OfTrustee tablet = tablet(meeting, vote, number);
        Ceremony published = vote.sealing().published();
        return new SimulationCourse.Act(trustee, switch (step.get()) {
            case COMMIT -> new SecretCommand.CommitKey(vote.id(), attempt, tablet.commit());
            case ANNOUNCE -> new SecretCommand.AnnounceKey(vote.id(), attempt, tablet.announce());
            case DEAL -> new SecretCommand.DealKey(vote.id(), attempt, tablet.deal(published));
            case CONFIRM, DECRYPT -> new SecretCommand.ConfirmKey(vote.id(), attempt, tablet.confirm(published));
        });
    }

    private Tablets.OfTrustee tablet(Meeting meeting, Vote vote, int number) {
        SecretPoll poll = vote.poll(meeting.id());
        return tablets.computeIfAbsent(poll, asked -> List.of(new Tablets.OfTrustee(asked, 1, "s"), new Tablets.OfTrustee(asked, 2, "s"), new Tablets.OfTrustee(asked, 3, "s")))
                .get(number - 1);
    }

    /** Sometimes somebody copies what another has sent. */
    private SimulationCourse.Act cast(Meeting meeting, Vote vote, String voter) {
        if (world.chance(10) && !vote.sealing().ballots().isEmpty()) {
            return new SimulationCourse.Act(voter, new SecretCommand.CastSecretBallot(vote.id(),
                    new SealedBallot(vote.sealing().ballots().firstEntry().getValue().contests(), voter)));
        }
        SecretElection election = vote.election(meeting.id());
        List<List<Integer>> set = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        for (Contest contest : vote.motion().form().contests()) {
            List<Mark> shuffled = new ArrayList<>(contest.marks());
            Collections.shuffle(shuffled, world.random);
            List<Mark> marked = shuffled.subList(0, contest.least() + world.random.nextInt(contest.most() - contest.least() + 1));
            set.add(contest.marks().stream().map(mark -> marked.contains(mark) ? 1 : 0).toList());
            marked.forEach(mark -> marks.add(mark.id()));
        }
        SealedBallot ballot = Tablets.fill(election, voter, set, "seed" + ++made);
        record.sealed(ballot, Set.copyOf(marks));
        return new SimulationCourse.Act(voter, new SecretCommand.CastSecretBallot(vote.id(), ballot));
    }
}
