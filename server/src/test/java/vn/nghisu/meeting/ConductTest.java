package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.franchise.Practice;
import vn.nghisu.meeting.vote.BallotCommand.CastBallot;
import vn.nghisu.meeting.vote.BallotCommand.RecordBallot;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.ConductCommand.CallNextName;
import vn.nghisu.meeting.vote.ConductCommand.CorrectResult;
import vn.nghisu.meeting.vote.ConductCommand.StartRollCall;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Verdict.Outcome;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand.DecideTie;
import vn.nghisu.meeting.vote.VoteCommand.OpenVote;
import vn.nghisu.meeting.vote.VoteEvent.AssistedBallotCast;
import vn.nghisu.meeting.vote.VoteEvent.NameCalled;
import vn.nghisu.meeting.vote.VoteEvent.ResultCorrected;
import vn.nghisu.meeting.vote.VoteEvent.RollCallStarted;
import vn.nghisu.meeting.vote.VotesView;

/** A ballot recorded for a member (product V9), the calling of names, and a result put right (V5). */
class ConductTest {
    private static final List<String> FOR = List.of("for");
    private static final List<String> AGAINST = List.of("against");

    private static VotesView.VoteView view(Scenario story) {
        return story.view("guest").votes().votes().get("vote1");
    }

    @Nested
    class A_ballot_recorded_for_a_member {
        @Test
        void says_who_recorded_it_and_why_and_the_member_is_told() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN));
            story.when("secretary", new RecordBallot("vote1", "member1", FOR, "", " Máy hỏng ")).then(new AssistedBallotCast("vote1", "member1", FOR, Optional.empty(), "Máy hỏng"));
            assertThat(story.mine("member1").ballots().get("vote1").by()).contains("Ông secretary");
            story.and(voteClosed("vote1"));
            assertThat(view(story).result().orElseThrow().helped()).containsEntry("member1", new VotesView.HelpView("secretary", Optional.of("Máy hỏng")));
        }

        @Test
        void is_for_an_open_vote_a_present_voter_without_a_ballot_and_has_a_reason() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), left("member2"), cast("vote1", "member3", "for"));
            story.when("secretary", new RecordBallot("vote1", "member1", FOR, "", "")).refuses(Reason.TEXT_MISSING, Fields.REASON);
            story.when("secretary", new RecordBallot("vote1", "member1", List.of("yes"), "", "x")).refuses(Reason.NO_SUCH_CHOICE);
            story.when("secretary", new RecordBallot("vote1", "member2", FOR, "", "x")).refuses(Reason.NOT_PRESENT);
            story.when("secretary", new RecordBallot("vote1", "member3", FOR, "", "x")).refuses(Reason.HAS_VOTED, story.meeting().roster().name("member3"));
            story.when("secretary", new RecordBallot("vote1", "observer", FOR, "", "x")).refuses(Reason.NOT_ENTITLED);
            story.when("member1", new RecordBallot("vote1", "member1", FOR, "", "x")).refuses(Reason.NOT_YOURS);
            given(inSession(), voteOpened("vote1", Mode.UNNAMED)).when("secretary", new RecordBallot("vote1", "member1", FOR, "", "x")).refuses(Reason.HELP_NEEDS_NAMES);
        }
    }

    @Nested
    class The_calling_of_names {
        private Scenario calling(Practice.ChairAnswers chair) {
            return given(inSessionBy(new Practice(List.of(Mode.OPEN), false, 0, chair, List.of(), Practice.SecretSize.USUAL, Practice.Substitutes.NONE)), voteOpened("vote1", Mode.OPEN));
        }

        @Test
        void goes_by_the_list_with_the_chair_where_the_body_wants_it() {
            calling(Practice.ChairAnswers.LAST).when("secretary", new StartRollCall("vote1")).then(new RollCallStarted("vote1", List.of("member1", "member2", "member3", "chair")));
            for (Practice.ChairAnswers first : List.of(Practice.ChairAnswers.FIRST, Practice.ChairAnswers.AS_LISTED)) {
                calling(first).when("secretary", new StartRollCall("vote1")).then(new RollCallStarted("vote1", List.of("chair", "member1", "member2", "member3")));
            }
        }

        @Test
        void lets_the_member_answer_when_called_or_the_secretary_record_it() {
            Scenario story = calling(Practice.ChairAnswers.LAST).does("secretary", new StartRollCall("vote1"));
            story.when("member1", new CastBallot("vote1", FOR, "")).refuses(Reason.NOT_CALLED);
            story.when("secretary", new CallNextName("vote1")).then(new NameCalled("vote1", "member1"));
            story.when("member2", new CastBallot("vote1", FOR, "")).refuses(Reason.NOT_CALLED);
            story.and(cast("vote1", "member1", "for")).does("secretary", new CallNextName("vote1"))
                    .when("secretary", new RecordBallot("vote1", "member2", AGAINST, "", "")).then(new AssistedBallotCast("vote1", "member2", AGAINST, Optional.empty(), ""));
            VotesView.RollCallView shown = view(story).rollCall().orElseThrow();
            assertThat(shown.called()).contains("member2");
            assertThat(shown.answers()).containsEntry("member1", FOR).containsEntry("member2", AGAINST).hasSize(2);
        }

        @Test
        void calls_once_more_who_did_not_answer_and_then_ends() {
            Scenario story = calling(Practice.ChairAnswers.LAST).does("secretary", new StartRollCall("vote1"));
            List<String> called = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                story.does("secretary", new CallNextName("vote1"));
                String now = view(story).rollCall().orElseThrow().called().orElseThrow();
                called.add(now);
                assertThat(view(story).rollCall().orElseThrow().second()).isEqualTo(i > 3);
                if (now.equals("member2") || now.equals("chair")) {
                    story.and(cast("vote1", now, "for"));
                }
            }
            assertThat(called).containsExactly("member1", "member2", "member3", "chair", "member1", "member3");
            assertThat(view(story).rollCall().orElseThrow().over()).isTrue();
            story.when("secretary", new CallNextName("vote1")).refuses(Reason.ROLL_CALL_OVER);
            story.and(voteClosed("vote1"));
            assertThat(view(story).result().orElseThrow().notVoted()).isEqualTo(2);
        }

        @Test
        void is_for_open_votes_and_begun_once() {
            given(inSession(), voteOpened("vote1", Mode.UNNAMED)).when("chair", new StartRollCall("vote1")).refuses(Reason.ROLL_CALL_NEEDS_NAMES);
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN));
            story.when("chair", new CallNextName("vote1")).refuses(Reason.NO_ROLL_CALL);
            story.does("chair", new StartRollCall("vote1")).when("chair", new StartRollCall("vote1")).refuses(Reason.ROLL_CALL_ON);
            given(inSession(), voteOpened("vote1", Mode.OPEN), held("vote1")).when("chair", new StartRollCall("vote1")).refuses(Reason.VOTE_NOT_OPEN);
        }
    }

    @Nested
    class A_result_put_right {
        private Scenario passed() {
            return given(inSession(), voteOpened("vote1", Mode.OPEN), cast("vote1", "member1", "for"), cast("vote1", "member2", "for"), cast("vote1", "member3", "for"),
                    cast("vote1", "chair", "against"), voteClosed("vote1"));
        }

        @Test
        void keeps_both_results_with_who_when_and_why() {
            Scenario story = passed();
            String code = story.mine("member1").ballots().get("vote1").code();
            story.does("secretary", new CorrectResult("vote1", "member1", Optional.of(AGAINST), "", "Ghi nhầm"));
            VotesView.ResultView found = view(story).result().orElseThrow();
            assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(found.counts()).containsEntry("for", 2).containsEntry("against", 2);
            assertThat(found.corrections()).containsExactly(new VotesView.CorrectionView(story.now().toEpochMilli(), "secretary", "member1", Optional.of(FOR), Optional.of(AGAINST),
                    "Ghi nhầm", Outcome.PASSED, new Text("Thông qua: 3 tán thành trên 4 thành viên; cần quá nửa (ít nhất 3)", "Passed: 3 for of 4 members; more than half needed (at least 3)")));
            assertThat(story.mine("member1").ballots().get("vote1").code()).isEqualTo(code);
            assertThat(story.mine("member1").ballots().get("vote1").marks()).contains(AGAINST);
        }

        @Test
        void may_take_a_ballot_out_or_put_one_in() {
            Scenario story = passed().does("chair", new CorrectResult("vote1", "member1", Optional.empty(), "", "Không có mặt"));
            assertThat(view(story).result().orElseThrow().notVoted()).isEqualTo(1);
            story.does("chair", new CorrectResult("vote1", "member1", Optional.of(FOR), "", "Có mặt"));
            assertThat(view(story).result().orElseThrow().sentence().vi()).isEqualTo("Thông qua: 3 tán thành trên 4 thành viên; cần quá nửa (ít nhất 3)");
            assertThat(view(story).result().orElseThrow().corrections()).hasSize(2);
            assertThat(view(story).result().orElseThrow().receipts()).contains(story.mine("member1").ballots().get("vote1").code());
        }

        @Test
        void that_is_even_now_follows_the_chair_s_own_ballot_as_at_the_closing() {
            Scenario story = passed().does("secretary", new CorrectResult("vote1", "member2", Optional.of(AGAINST), "", "x"));
            assertThat(view(story).result().orElseThrow().sentence().vi()).startsWith("Không thông qua theo ý kiến của chủ trì: 2 tán thành, 2 không tán thành");
            story.does("secretary", new CorrectResult("vote1", "chair", Optional.of(FOR), "", "x"));
            assertThat(view(story).result().orElseThrow().outcome()).isEqualTo(Outcome.PASSED);
            story.when("chair", new DecideTie("vote1", true)).refuses(Reason.NOT_TIED);
        }

        @Test
        void takes_the_words_of_another_opinion_and_offers_who_was_on_the_list() {
            Vote.Motion motion = new Vote.Motion("Thông qua?", Optional.empty(), Mode.OPEN, new Form.Answers(ChoiceSet.OPINION), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS);
            Scenario story = given(inSession(), left("member3"), votePrepared("vote1", motion)).does("chair", new OpenVote("vote1", 0, false));
            story.and(cast("vote1", "chair", "agree"), voteClosed("vote1"));
            assertThat(view(story).result().orElseThrow().withoutBallot()).containsExactly("member1", "member2");
            story.when("chair", new CorrectResult("vote1", "member1", Optional.of(List.of("other")), " ", "Ghi thiếu")).refuses(Reason.TEXT_MISSING, Fields.OPINION);
            story.does("chair", new CorrectResult("vote1", "member1", Optional.of(List.of("other")), " Hoãn lại ", "Ghi thiếu"));
            assertThat(view(story).result().orElseThrow().opinions()).containsExactly(new VotesView.OpinionView(Optional.of("member1"), "Hoãn lại"));
            story.when("chair", new CorrectResult("vote1", "member1", Optional.of(List.of("other")), "Hoãn lại", "x")).refuses(Reason.SAME_BALLOT);
            story.does("chair", new CorrectResult("vote1", "member1", Optional.of(List.of("other")), "Hoãn đến quý sau", "x"));
            assertThat(view(story).result().orElseThrow().opinions()).extracting(VotesView.OpinionView::words).containsExactly("Hoãn đến quý sau");
            story.does("chair", new CorrectResult("vote1", "member1", Optional.of(List.of("agree")), "", "x"));
            assertThat(view(story).result().orElseThrow().opinions()).isEmpty();
        }

        @Test
        void is_for_closed_open_votes_by_who_leads_with_a_reason_and_something_new() {
            Scenario story = passed();
            story.when("member1", new CorrectResult("vote1", "member1", Optional.of(AGAINST), "", "x")).refuses(Reason.NOT_YOURS);
            story.when("chair", new CorrectResult("vote1", "member1", Optional.of(AGAINST), "", " ")).refuses(Reason.TEXT_MISSING, Fields.REASON);
            story.when("chair", new CorrectResult("vote1", "member1", Optional.of(FOR), "", "x")).refuses(Reason.SAME_BALLOT, "Ông member1");
            story.when("chair", new CorrectResult("vote1", "observer", Optional.of(FOR), "", "x")).refuses(Reason.NO_VOTE, "Ông observer");
            story.when("chair", new CorrectResult("vote1", "member1", Optional.of(List.of("for", "against")), "", "x")).refuses(Reason.BALLOT_INVALID);
            given(inSession(), voteOpened("vote1", Mode.OPEN)).when("chair", new CorrectResult("vote1", "member1", Optional.of(FOR), "", "x")).refuses(Reason.NOT_CLOSED);
            given(inSession(), voteOpened("vote1", Mode.UNNAMED), voteClosed("vote1"))
                    .when("chair", new CorrectResult("vote1", "member1", Optional.of(FOR), "", "x")).refuses(Reason.CORRECTION_NEEDS_NAMES);
        }

        @Test
        void is_one_entry_that_holds_the_new_count() {
            Decision decision = passed().when("chair", new CorrectResult("vote1", "member1", Optional.of(AGAINST), "", "x")).decision();
            ResultCorrected event = (ResultCorrected) ((Decision.Accepted) decision).events().get(0);
            assertThat(event.tally().heads().count("against")).isEqualTo(2);
            assertThat(event.verdict().outcome()).isEqualTo(Outcome.FAILED);
        }
    }
}
