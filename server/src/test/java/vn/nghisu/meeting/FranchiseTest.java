package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.exports.Popolo;
import vn.nghisu.meeting.franchise.FranchiseCommand.DelegateVote;
import vn.nghisu.meeting.franchise.FranchiseCommand.SetWeights;
import vn.nghisu.meeting.franchise.FranchiseCommand.TakeBackDelegation;
import vn.nghisu.meeting.franchise.FranchiseEvent.DelegationTakenBack;
import vn.nghisu.meeting.franchise.FranchiseEvent.PracticeAdopted;
import vn.nghisu.meeting.franchise.FranchiseEvent.VoteDelegated;
import vn.nghisu.meeting.franchise.FranchiseEvent.WeightsSet;
import vn.nghisu.meeting.franchise.Practice;
import vn.nghisu.meeting.recusal.RecusalCommand.RecusePerson;
import vn.nghisu.meeting.vote.BallotCommand.CastBallot;
import vn.nghisu.meeting.vote.BallotCommand.CastDelegatedBallot;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Verdict;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand.OpenVote;
import vn.nghisu.meeting.vote.VoteCommand.PrepareVote;
import vn.nghisu.meeting.vote.VoteEvent.BallotCast;
import vn.nghisu.meeting.vote.VoteEvent.VoteOpened;
import vn.nghisu.meeting.vote.VotesView;

/** Numbers of votes and votes given to another (product V9, A4), as far as the body's rules allow them. */
class FranchiseTest {
    private static Scenario.Step weighing(Map<String, Integer> weights) {
        return story -> story.does("secretary", new SetWeights(weights, because("Theo phần vốn góp")));
    }

    private static Scenario.Step given_to(String person, String to) {
        return story -> story.does("secretary", new DelegateVote(person, to));
    }

    private static VotesView.ResultView result(Scenario story, String vote) {
        return story.view("guest").votes().votes().get(vote).result().orElseThrow();
    }

    @Nested
    class What_a_body_allows {
        @Test
        void is_kept_with_the_meeting_and_only_where_it_is_not_the_usual() {
            assertThat(given(drafted()).meeting().franchise().practice()).isEqualTo(Practice.USUAL);
            Scenario story = given();
            story.does("clerk", create(PRACTICE));
            assertThat(story.meeting().franchise().practice()).isEqualTo(PRACTICE);
            assertThat(((Decision.Accepted) given().when("clerk", create(PRACTICE)).decision()).events()).last().isEqualTo(new PracticeAdopted(PRACTICE));
            assertThat(story.view("secretary").franchise().practice()).contains(PRACTICE);
        }

        @Test
        void is_off_unless_it_is_said() {
            Scenario story = given(issued());
            story.when("secretary", new SetWeights(Map.of("member1", 2), because("x"))).refuses(Reason.WEIGHTS_NOT_ALLOWED);
            story.when("secretary", new DelegateVote("member1", "member2")).refuses(Reason.DELEGATION_NOT_ALLOWED);
        }

        @Test
        void may_leave_out_a_kind_of_vote() {
            Practice open = new Practice(List.of(Mode.OPEN), false, 0, Practice.ChairAnswers.LAST, List.of(), Practice.SecretSize.USUAL, Practice.Substitutes.NONE);
            Scenario story = given(inSessionBy(open));
            story.when("secretary", new PrepareVote("vote1", motion(Mode.UNNAMED))).refuses(Reason.MODE_NOT_ALLOWED);
            story.does("secretary", new PrepareVote("vote1", motion(Mode.OPEN)));
        }
    }

    @Nested
    class Numbers_of_votes {
        @Test
        void are_set_for_members_with_a_vote_and_told_to_everybody() {
            Scenario story = given(issuedBy(PRACTICE));
            story.when("secretary", new SetWeights(Map.of("member1", 3, "member2", 1), because("x"))).then(new WeightsSet(Map.of("member1", 3), because("x")));
            story.when("secretary", new SetWeights(Map.of("member1", 3), because("x"))).changesNothing();
            for (String bad : List.of("observer", "guest", "stranger")) {
                story.when("secretary", new SetWeights(Map.of(bad, 2), because("x"))).refuses(Reason.NO_VOTE);
            }
            for (int bad : List.of(0, -1, 1_001)) {
                story.when("secretary", new SetWeights(Map.of("member1", bad), because("x"))).refuses(Reason.BAD_NUMBER, Fields.VOTES, 1, 1_000);
            }
            assertThat(story.view("guest").franchise().weights()).isEqualTo(Map.of("member1", 3));
            assertThat(story.view("guest").head().revisions()).hasSize(1);
        }

        @Test
        void decide_with_heads_beside_them() {
            Scenario story = given(inSessionBy(PRACTICE), weighing(Map.of("member1", 4)), left("member3"), votePrepared("vote1", motion(Mode.OPEN)));
            story.when("chair", new OpenVote("vote1", 0, false))
                    .then(new VoteOpened("vote1", List.of("chair", "member1", "member2"), Map.of("member1", 4), 7, new Quorum.Standing(4, 3, 3, true), 0));
            story.and(cast("vote1", "chair", "against"), cast("vote1", "member1", "for"), cast("vote1", "member2", "against"), voteClosed("vote1"));
            VotesView.ResultView found = result(story, "vote1");
            assertThat(found.counts()).containsEntry("for", 1).containsEntry("against", 2);
            assertThat(found.votes().orElseThrow()).containsEntry("for", 4).containsEntry("against", 2);
            assertThat(found.sentence().vi()).isEqualTo("Thông qua: 4 tán thành trên 7 phiếu của tất cả thành viên; cần quá nửa (ít nhất 4)");
        }

        @Test
        void are_what_all_numbers_of_an_open_export_are_in() throws IOException {
            Scenario story = given(inSessionBy(PRACTICE), weighing(Map.of("member1", 4)), left("member3"), voteOpened("vote1", Mode.OPEN), cast("vote1", "chair", "for"), cast("vote1", "member2", "against"),
                    voteClosed("vote1"));
            assertThat(new ObjectMapper().readTree(Popolo.of(List.of(story.meeting()))).at("/motions/0/vote_events/0/counts").findValuesAsText("value"))
                    .as("yes, no, abstain, not voting, absent").containsExactly("1", "1", "0", "4", "1");
        }

        @Test
        void stay_as_they_were_when_the_vote_was_opened() {
            Scenario story = given(inSessionBy(PRACTICE), voteOpened("vote1", Mode.OPEN), weighing(Map.of("member1", 9)), cast("vote1", "member1", "for"), voteClosed("vote1"));
            assertThat(result(story, "vote1").votes()).isEmpty();
            assertThat(story.view("guest").votes().votes().get("vote1").weights()).isEmpty();
        }

        @Test
        void would_give_away_an_unnamed_ballot() {
            given(inSessionBy(PRACTICE), weighing(Map.of("member1", 2)), votePrepared("vote1", motion(Mode.UNNAMED)))
                    .when("chair", new OpenVote("vote1", 0, false)).refuses(Reason.UNNAMED_WITH_WEIGHTS);
            given(inSessionBy(PRACTICE), weighing(Map.of("member1", 2)), weighing(Map.of()), votePrepared("vote1", motion(Mode.UNNAMED)))
                    .does("chair", new OpenVote("vote1", 0, false));
        }

        @Test
        void of_who_takes_no_part_count_nowhere() {
            Scenario story = given(inSessionBy(PRACTICE), weighing(Map.of("member1", 5, "member2", 2)))
                    .does("member1", new RecusePerson("member1", "item1", "x"))
                    .and(votePrepared("vote1", motion(Mode.OPEN, Optional.of("item1")))).does("chair", new OpenVote("vote1", 0, false));
            story.and(cast("vote1", "member2", "for"), cast("vote1", "member3", "for"), voteClosed("vote1"));
            assertThat(result(story, "vote1").sentence().vi()).startsWith("Thông qua: 3 tán thành trên 4 phiếu của tất cả thành viên; cần quá nửa (ít nhất 3); không tính 1 thành viên");
        }
    }

    @Nested
    class A_vote_given_to_another {
        @Test
        void is_given_by_an_absent_member_or_for_them_and_seen_by_all() {
            Scenario story = given(issuedBy(PRACTICE));
            story.when("member1", new DelegateVote("member1", "member2")).then(new VoteDelegated("member1", "member2"));
            story.when("member3", new DelegateVote("member1", "member2")).refuses(Reason.NOT_YOURS);
            assertThat(story.view("guest").franchise().delegations()).isEqualTo(Map.of("member1", "member2"));
            story.when("member1", new DelegateVote("member1", "chair")).refuses(Reason.ALREADY_DELEGATED, "Ông member1", "Ông member2");
            story.when("secretary", new TakeBackDelegation("member1")).then(new DelegationTakenBack("member1"));
            story.when("secretary", new TakeBackDelegation("member1")).refuses(Reason.NOT_DELEGATED, "Ông member1");
        }

        @Test
        void is_not_passed_on_nor_heaped_up() {
            Practice one = new Practice(List.of(Mode.OPEN), false, 1, Practice.ChairAnswers.LAST, List.of(), Practice.SecretSize.USUAL, Practice.Substitutes.NONE);
            Scenario story = given(issuedBy(one), given_to("member1", "member2"));
            story.when("secretary", new DelegateVote("member3", "member2")).refuses(Reason.DELEGATIONS_FULL, "Ông member2", 1);
            story.when("secretary", new DelegateVote("member2", "member3")).refuses(Reason.DELEGATION_PASSED_ON);
            story.when("secretary", new DelegateVote("member3", "member1")).refuses(Reason.DELEGATION_PASSED_ON);
            story.when("secretary", new DelegateVote("member3", "member3")).refuses(Reason.DELEGATION_PASSED_ON);
            story.when("secretary", new DelegateVote("member3", "observer")).refuses(Reason.NO_VOTE, "Ông observer");
            story.and(present("member3")).when("secretary", new DelegateVote("member3", "chair")).refuses(Reason.ALREADY_PRESENT, "Ông member3");
        }

        @Test
        void is_cast_as_a_second_ballot_with_its_own_receipt() {
            for (Mode mode : List.of(Mode.OPEN, Mode.UNNAMED)) {
                Scenario story = given(inSessionBy(PRACTICE), left("member1"), given_to("member1", "member2"), votePrepared("vote1", motion(mode)));
                story.when("chair", new OpenVote("vote1", 0, false)).then(new VoteOpened(
                        "vote1", List.of("chair", "member1", "member2", "member3"), Map.of(), 4, new Quorum.Standing(4, 3, 3, true), 0));
                assertThat(story.mine("member2").held()).containsExactly(new Mine.Held("vote1", "member1", Optional.empty()));
                story.and(cast("vote1", "member2", "against"));
                story.when("member2", new CastDelegatedBallot("vote1", "member1", List.of("for"), ""))
                        .then(new BallotCast("vote1", "member1", mode == Mode.OPEN ? Optional.of(List.of("for")) : Optional.empty(), Optional.empty()));
                story.when("member2", new CastDelegatedBallot("vote1", "member1", List.of("for"), "")).refuses(Reason.ALREADY_VOTED);
                Mine.Receipt own = story.mine("member2").ballots().get("vote1");
                Mine.Receipt other = story.mine("member2").held().get(0).receipt().orElseThrow();
                assertThat(other.code()).isNotEqualTo(own.code());
                story.and(voteClosed("vote1"));
                assertThat(result(story, "vote1").counts()).containsEntry("for", 1).containsEntry("against", 1);
                assertThat(result(story, "vote1").receipts()).contains(own.code(), other.code());
                assertThat(result(story, "vote1").helped().keySet()).isEqualTo(mode == Mode.OPEN ? java.util.Set.of("member1") : java.util.Set.of());
            }
        }

        @Test
        void of_the_chair_decides_no_tie_when_another_casts_it() {
            Vote.Motion motion = new Vote.Motion("Thông qua?", Optional.empty(), Mode.OPEN, new Form.Answers(ChoiceSet.LEGAL),
                    new MajorityRule(MajorityRule.Base.CAST, 1, 2, true, MajorityRule.Tie.CHAIR_DECIDES), new Quorum(0, 1));
            Scenario story = given(inSessionBy(PRACTICE), votePrepared("vote1", motion), left("chair"), given_to("chair", "member1"))
                    .does("secretary", new OpenVote("vote1", 0, true));
            story.and(cast("vote1", "member1", "for")).does("member1", new CastDelegatedBallot("vote1", "chair", List.of("for"), ""))
                    .and(cast("vote1", "member2", "against"), cast("vote1", "member3", "against"), voteClosed("vote1"));
            assertThat(result(story, "vote1").outcome()).isEqualTo(Verdict.Outcome.TIED);
        }

        @Test
        void is_named_in_the_sentence_where_the_rule_counts_those_present() {
            MajorityRule ofThosePresent = new MajorityRule(MajorityRule.Base.PRESENT, 1, 2, true, MajorityRule.Tie.CHAIR_DECIDES);
            Vote.Motion motion = new Vote.Motion("Thông qua?", Optional.empty(), Mode.OPEN, new Form.Answers(ChoiceSet.LEGAL), ofThosePresent, Quorum.TWO_THIRDS);
            Scenario story = given(inSessionBy(PRACTICE), left("member1"), given_to("member1", "member2"), votePrepared("vote1", motion)).does("chair", new OpenVote("vote1", 0, false));
            story.and(cast("vote1", "chair", "for"), cast("vote1", "member2", "for"), cast("vote1", "member3", "for"), voteClosed("vote1"));
            assertThat(result(story, "vote1").sentence().vi())
                    .isEqualTo("Thông qua: 3 tán thành trên 4 thành viên có mặt; cần quá nửa (ít nhất 3); trong số có mặt tính cả 1 thành viên vắng đã ủy quyền biểu quyết");
        }

        @Test
        void is_cast_by_nobody_else_and_not_by_its_giver() {
            Scenario story = given(inSessionBy(PRACTICE), left("member1"), given_to("member1", "member2"), voteOpened("vote1", Mode.OPEN));
            story.when("member3", new CastDelegatedBallot("vote1", "member1", List.of("for"), "")).refuses(Reason.NOT_YOURS);
            story.when("member2", new CastDelegatedBallot("vote1", "member3", List.of("for"), "")).refuses(Reason.NOT_YOURS);
            story.and(present("member1")).when("member1", new CastBallot("vote1", List.of("for"), "")).refuses(Reason.VOTE_IN_OTHER_HANDS, "Ông member2");
            story.when("member1", new CastDelegatedBallot("vote1", "member2", List.of("for"), "")).refuses(Reason.NOT_YOURS);
            story.and(left("member3"), given_to("member3", "member2")).when("member2", new CastDelegatedBallot("vote1", "member3", List.of("for"), ""))
                    .refuses(Reason.GIVEN_AFTER_OPENING, "Ông member3");
            assertThat(story.mine("member1").entitled()).isEmpty();
            assertThat(story.view("guest").votes().votes().get("vote1").holders()).isEqualTo(Map.of("member1", "member2"));
        }

        @Test
        void rests_while_its_giver_is_here_or_its_holder_is_not() {
            Scenario here = given(inSessionBy(PRACTICE), left("member1"), given_to("member1", "member2"), present("member1"), voteOpened("vote1", Mode.OPEN));
            assertThat(here.mine("member1").entitled()).containsExactly("vote1");
            assertThat(here.mine("member2").held()).isEmpty();
            Scenario away = given(inSessionBy(PRACTICE), left("member1"), given_to("member1", "member2"), left("member2"), votePrepared("vote1", motion(Mode.OPEN)))
                    .does("chair", new OpenVote("vote1", 0, true));
            assertThat(away.meeting().votes().find("vote1").orElseThrow().electorate().stream()).containsExactly("chair", "member3");
        }

        @Test
        void is_worth_what_its_giver_has() {
            Scenario story = given(inSessionBy(PRACTICE), weighing(Map.of("member1", 3)), left("member1"), given_to("member1", "member2"), voteOpened("vote1", Mode.OPEN),
                    cast("vote1", "member2", "against"));
            story.does("member2", new CastDelegatedBallot("vote1", "member1", List.of("for"), "")).and(voteClosed("vote1"));
            assertThat(result(story, "vote1").votes().orElseThrow()).containsEntry("for", 3).containsEntry("against", 1);
        }

        @Test
        void falls_away_where_one_of_the_two_takes_no_part() {
            for (String out : List.of("member1", "member2")) {
                Scenario story = given(inSessionBy(PRACTICE), left("member1"), given_to("member1", "member2"))
                        .does("secretary", new RecusePerson(out, "item1", "x")).and(votePrepared("vote1", motion(Mode.OPEN, Optional.of("item1"))))
                        .does("chair", new OpenVote("vote1", 0, true));
                assertThat(story.meeting().votes().find("vote1").orElseThrow().electorate().contains("member1")).as(out).isFalse();
            }
        }
    }
}
