package vn.nghisu.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Published.Ceremony;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.Published.SecretElection;
import vn.nghisu.meeting.vote.Published.SecretPoll;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.SecretCommand;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.secret.Tablets;

/** The counting committee of a secret vote in a story, and the voters' pens. The trustees: the secretary, member1 and the observer. */
final class Committee {
    static final List<String> TRUSTEES = List.of("secretary", "member1", "observer");
    private static final List<String> ANSWERS = List.of("for", "against", "not-voting");

    /** What tablets have worked out: the same meeting plays again and again in some tests. */
    private static final Map<List<Object>, Object> MADE = new ConcurrentHashMap<>();

    private final String vote;
    private List<Tablets.OfTrustee> tablets = List.of();
    /** As the journal has them, ascending by voter. */
    final TreeMap<String, SealedBallot> sent = new TreeMap<>();

    Committee(String vote) {
        this.vote = vote;
    }

    static Vote.Motion motion() {
        return motion(new Form.Answers(ChoiceSet.LEGAL), MajorityRule.MORE_THAN_HALF_OF_ALL);
    }

    static Vote.Motion motion(Form form, MajorityRule rule) {
        return new Vote.Motion("Miễn nhiệm?", Optional.empty(), Mode.SECRET, form, rule, Quorum.TWO_THIRDS, Optional.of(TRUSTEES));
    }

    Scenario.Step prepared() {
        return story -> story.does("secretary", new VoteCommand.PrepareVote(vote, motion()));
    }

    /** Everything up to a step, that one included: 0 nothing, 1 commitments, 2 announcements, 3 deals, 4 confirmations. */
    Scenario.Step upTo(int step) {
        return story -> {
            SecretPoll poll = there(story).poll(story.meeting().id());
            tablets = IntStream.rangeClosed(1, 3).mapToObj(number -> made(List.of(poll, number), () -> new Tablets.OfTrustee(poll, number, "committee"))).toList();
            for (int i = 1; i <= step; i++) {
                for (int number = 1; number <= 3; number++) {
                    story.does(TRUSTEES.get(number - 1), message(story, i, number));
                }
            }
        };
    }

    Scenario.Step keysMade() {
        return upTo(4);
    }

    /** What a trustee's tablet sends in a step. */
    SecretCommand message(Scenario story, int step, int number) {
        int attempt = there(story).sealing().attempt();
        Ceremony published = there(story).sealing().published();
        Tablets.OfTrustee tablet = tablets.get(number - 1);
        return made(List.of(there(story).poll(story.meeting().id()), published, step, number), () -> message(step, attempt, published, tablet));
    }

    private SecretCommand message(int step, int attempt, Ceremony published, Tablets.OfTrustee tablet) {
        return switch (step) {
            case 1 -> new SecretCommand.CommitKey(vote, attempt, tablet.commit());
            case 2 -> new SecretCommand.AnnounceKey(vote, attempt, tablet.announce());
            case 3 -> new SecretCommand.DealKey(vote, attempt, tablet.deal(published));
            default -> new SecretCommand.ConfirmKey(vote, attempt, tablet.confirm(published));
        };
    }

    Scenario.Step opened() {
        return story -> story.and(prepared(), keysMade()).does("chair", new VoteCommand.OpenVote(vote, 0, false));
    }

    SealedBallot filled(Scenario story, String voter, String answer) {
        return filled(story, voter, ANSWERS.stream().map(each -> each.equals(answer) ? 1 : 0).toList());
    }

    SealedBallot filled(Scenario story, String voter, List<Integer> set) {
        String seed = "pens/" + there(story).ballots().size() + set;
        return made(List.of(election(story), voter, seed), () -> Tablets.fill(election(story), voter, List.of(set), seed));
    }

    SecretElection election(Scenario story) {
        return there(story).election(story.meeting().id());
    }

    Scenario.Step cast(String voter, String answer) {
        return story -> {
            SealedBallot ballot = filled(story, voter, answer);
            story.does(voter, new SecretCommand.CastSecretBallot(vote, ballot));
            sent.put(voter, ballot);
        };
    }

    SecretCommand.SendDecryption decryption(Scenario story, int number) {
        return new SecretCommand.SendDecryption(vote, tablets.get(number - 1).decrypt(election(story), there(story).sealing().ballots().values()));
    }

    Scenario.Step counted(int... numbers) {
        return story -> IntStream.of(numbers).forEach(number -> story.does(TRUSTEES.get(number - 1), decryption(story, number)));
    }

    @SuppressWarnings("unchecked")
    private static <T> T made(List<Object> what, Supplier<T> work) {
        return (T) MADE.computeIfAbsent(what, same -> work.get());
    }

    Vote there(Scenario story) {
        return story.meeting().votes().find(vote).orElseThrow();
    }
}
