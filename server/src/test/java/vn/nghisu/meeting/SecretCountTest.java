package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.franchise.FranchiseCommand;
import vn.nghisu.meeting.session.LeadView;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.stage.StageCommand;
import vn.nghisu.meeting.vote.ConductCommand;
import vn.nghisu.meeting.vote.Sealing.TrusteeStep;
import vn.nghisu.meeting.vote.SecretCommand;
import vn.nghisu.meeting.vote.SecretView;
import vn.nghisu.meeting.vote.SecretView.Caution;
import vn.nghisu.meeting.vote.Verdict;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.meeting.vote.VotesView;

/** The count of a secret vote, its result and what stands after it (docs/vote-protocol.md). */
class SecretCountTest {
    private final Committee committee = new Committee("vote1");

    @Test
    void two_of_three_make_the_result_that_the_judge_gives() {
        Scenario story = given(inSession(), committee.opened(), committee.cast("chair", "for"), committee.cast("member1", "for"),
                committee.cast("member2", "against"), committee.cast("member3", "for"), voteClosed("vote1"));
        assertThat(secret(story, Caller.SCREEN).step()).contains(TrusteeStep.DECRYPT);
        assertThat(secret(story, "member2").ballotsCode().orElseThrow()).hasSize(16);
        assertThat(story.view("chair").lead().orElseThrow().step()).isEqualTo(LeadView.Step.AWAIT_COUNT);
        story.when("member3", new SecretCommand.CastSecretBallot("vote1", committee.filled(story, "member3", "for"))).refuses(Reason.ALREADY_VOTED);
        story.when("chair", new SessionCommand.CloseMeeting()).refuses(Reason.VOTE_NOT_COUNTED, "Miễn nhiệm?");
        assertThat(story.does("chair", new StageCommand.ClearResult()).view(Caller.SCREEN).stage().result()).isEmpty();
        assertThat(story.does("chair", new StageCommand.ShowResult("vote1")).view(Caller.SCREEN).stage().result()).contains("vote1");
        story.when("member3", committee.decryption(story, 3)).refuses(Reason.NOT_A_TRUSTEE);
        story.when("observer", committee.decryption(story, 1)).refuses(Reason.NOT_A_TRUSTEE);
        story.and(committee.counted(3));
        story.when("observer", committee.decryption(story, 3)).refuses(Reason.KEY_STEP_DONE);
        assertThat(secret(story, "chair").decrypted()).containsExactly("observer");
        assertThat(vote(story, "member3").result()).isEmpty();
        story.and(committee.counted(1));
        VotesView.ResultView result = vote(story, Caller.SCREEN).result().orElseThrow();
        assertThat(result.counts()).isEqualTo(Map.of("for", 3, "against", 1, "not-voting", 0));
        assertThat(result.outcome()).isEqualTo(Verdict.Outcome.PASSED);
        assertThat(result.receipts()).contains(story.mine("member2").ballots().get("vote1").code()).hasSize(4);
        assertThat(result.names()).isEmpty();
        assertThat(secret(story, "member3").cautions()).containsExactly(Caution.FEW, Caution.NONE_OR_ALL);
        assertThat(story.mine("member1").trusts()).isEmpty();
        story.when("member1", committee.decryption(story, 2)).refuses(Reason.NOT_COUNTING);
    }

    @Test
    void refuses_a_wrong_part_and_one_of_another_key() {
        Scenario story = given(inSession(), committee.opened(), committee.cast("chair", "for"), committee.cast("member1", "for"), committee.cast("member2", "for"));
        story.when("observer", committee.decryption(story, 3)).refuses(Reason.NOT_COUNTING);
        SecretCommand early = committee.decryption(story, 3);
        story.and(committee.cast("member3", "for"), voteClosed("vote1"));
        story.when("observer", early).refuses(Reason.DECRYPTION_WRONG);
        story.and(committee.counted(2, 3));
        assertThat(secret(story, "chair").cautions()).contains(Caution.UNANIMOUS);
    }

    @Test
    void under_three_ballots_nothing_is_decrypted_and_a_sentence_says_so() {
        Scenario story = given(inSession(), committee.opened(), committee.cast("chair", "for"), committee.cast("member1", "against"), voteClosed("vote1"));
        VotesView.ResultView result = vote(story, "member2").result().orElseThrow();
        assertThat(result.outcome()).isEqualTo(Verdict.Outcome.NOT_COUNTED);
        assertThat(vote(story, "member2").received()).isLessThan(secret(story, "member2").fewest());
        assertThat(result.counts()).isEmpty();
        assertThat(result.sentence().en()).isEqualTo("Not counted: only 2 people have cast ballots; with fewer than 3 the result would give away single ones, so none is decrypted");
        assertThat(secret(story, "member2").counted()).isFalse();
        story.when("observer", committee.decryption(story, 3)).refuses(Reason.NOT_COUNTING);
        story.does("chair", new VoteCommand.RepeatVote("vote1", "vote2", "Quá ít phiếu"));
        assertThat(story.mine("member1").trusts()).extracting(Mine.Trust::vote).containsExactly("vote2");
    }

    @Test
    void who_casts_several_ballots_is_one_person_and_can_t_lay_open_another_s() {
        Scenario story = given(inSessionBy(PRACTICE), left("member3"), delegates("member3", "chair"), committee.opened(),
                committee.cast("chair", "for"), committee.cast("member1", "against"));
        story.does("chair", new SecretCommand.CastSecretBallot("vote1", committee.filled(story, "member3", "for"))).and(voteClosed("vote1"));
        assertThat(committee.there(story).ballots()).hasSize(3);
        assertThat(vote(story, "member2").result().orElseThrow().outcome()).isEqualTo(Verdict.Outcome.NOT_COUNTED);
        assertThat(secret(story, "chair").cautions()).contains(Caution.TOO_FEW);
        story.when("observer", committee.decryption(story, 3)).refuses(Reason.NOT_COUNTING);
    }

    @Test
    void a_tie_waits_for_the_chair_who_is_not_asked_how_he_voted() {
        Scenario story = given(inSession(), committee.opened(), committee.cast("chair", "for"), committee.cast("member1", "for"),
                committee.cast("member2", "against"), committee.cast("member3", "against"), voteClosed("vote1"), committee.counted(1, 2));
        assertThat(vote(story, "chair").result().orElseThrow().outcome()).isEqualTo(Verdict.Outcome.TIED);
        story.when("chair", new ConductCommand.CorrectResult("vote1", "member1", Optional.of(List.of("for")), "", "x")).refuses(Reason.CORRECTION_NEEDS_NAMES);
        Committee again = new Committee("vote2");
        Scenario uncounted = story.does("chair", new VoteCommand.RepeatVote("vote1", "vote2", "Ngang phiếu")).and(again.keysMade())
                .does("chair", new VoteCommand.OpenVote("vote2", 0, false)).and(again.cast("chair", "for"), voteClosed("vote2"));
        uncounted.when("chair", new SessionCommand.CloseMeeting()).refuses(Reason.TIE_NOT_DECIDED);
        story.does("chair", new VoteCommand.DecideTie("vote1", true));
    }

    @Test
    void is_cancelled_and_repeated_with_new_keys() {
        Scenario story = given(inSession(), committee.opened(), committee.cast("chair", "for"), committee.cast("member1", "for"), committee.cast("member2", "for"),
                voteClosed("vote1"), committee.counted(3));
        assertThat(story.view(Caller.SCREEN).stage().result()).contains("vote1");
        story.does("chair", new VoteCommand.CancelVote("vote1", "Mất hai máy"));
        assertThat(story.view(Caller.SCREEN).stage().result()).isEmpty();
        assertThat(vote(story, "member1").result()).isEmpty();
        story.when("member1", committee.decryption(story, 2)).refuses(Reason.NOT_COUNTING);
        story.does("chair", new VoteCommand.RepeatVote("vote1", "vote2", "Bầu lại"));
        story.when("chair", new VoteCommand.OpenVote("vote2", 0, false)).refuses(Reason.KEYS_NOT_TESTED);
        story.and(new Committee("vote2").keysMade()).does("chair", new VoteCommand.OpenVote("vote2", 0, false));
    }

    @Test
    void weights_are_in_the_sum_and_heads_are_not_told() {
        Scenario story = given(inSessionBy(PRACTICE), weighted("member1", 3), committee.opened(), committee.cast("chair", "against"), committee.cast("member1", "for"),
                committee.cast("member2", "against"), voteClosed("vote1"), committee.counted(1, 3));
        VotesView.ResultView result = vote(story, "member3").result().orElseThrow();
        assertThat(result.votes()).contains(Map.of("for", 3, "against", 2, "not-voting", 0));
        assertThat(result.counts()).isEmpty();
        assertThat(result.cast()).isEqualTo(3);
        assertThat(secret(story, "member3").cautions()).contains(Caution.WEIGHTS_DIFFER);
    }

    private static VotesView.VoteView vote(Scenario story, String person) {
        return story.view(person).votes().votes().get("vote1");
    }

    private static SecretView secret(Scenario story, String person) {
        return vote(story, person).secret().orElseThrow();
    }

    private static Scenario.Step delegates(String from, String to) {
        return story -> story.does("secretary", new FranchiseCommand.DelegateVote(from, to));
    }

    private static Scenario.Step weighted(String person, int votes) {
        return story -> story.does("secretary", new FranchiseCommand.SetWeights(Map.of(person, votes), because("Theo phần vốn góp")));
    }
}
