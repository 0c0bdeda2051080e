package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.preparation.PreparationCommand.IssueMeeting;
import vn.nghisu.meeting.preparation.PreparationCommand.NameParticipants;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Tally;
import vn.nghisu.meeting.vote.Verdict;
import vn.nghisu.meeting.vote.Verdict.Outcome;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand.CancelVote;
import vn.nghisu.meeting.vote.VoteCommand.CloseVote;
import vn.nghisu.meeting.vote.VoteCommand.DecideTie;
import vn.nghisu.meeting.vote.VoteCommand.EditVote;
import vn.nghisu.meeting.vote.VoteCommand.HoldVote;
import vn.nghisu.meeting.vote.VoteCommand.OpenVote;
import vn.nghisu.meeting.vote.VoteCommand.PrepareVote;
import vn.nghisu.meeting.vote.VoteCommand.RemoveVote;
import vn.nghisu.meeting.vote.VoteCommand.RepeatVote;
import vn.nghisu.meeting.vote.VoteEvent.TieDecided;
import vn.nghisu.meeting.vote.VoteEvent.VoteCancelled;
import vn.nghisu.meeting.vote.VoteEvent.VoteClosed;
import vn.nghisu.meeting.vote.VoteEvent.VoteContinued;
import vn.nghisu.meeting.vote.VoteEvent.VoteEdited;
import vn.nghisu.meeting.vote.VoteEvent.VoteHeld;
import vn.nghisu.meeting.vote.VoteEvent.VoteOpened;
import vn.nghisu.meeting.vote.VoteEvent.VotePrepared;
import vn.nghisu.meeting.vote.VoteEvent.VoteRemoved;
import vn.nghisu.meeting.vote.VoteEvent.VoteRepeated;
import vn.nghisu.meeting.vote.VotesView.ResultView;
import vn.nghisu.meeting.vote.VotesView.VoteView;

class VoteTest {

    @Nested
    class Preparing {
        @Test
        void drafts_a_vote_that_only_those_who_lead_can_see() {
            Vote.Motion motion = motion(Mode.OPEN, Optional.of("item1"));
            Scenario story = given(drafted(), withAgenda()).when("secretary", new PrepareVote("vote1", motion)).then(new VotePrepared("vote1", motion, NONE));
            story.does("secretary", new IssueMeeting());
            assertThat(story.view("chair").votes().votes()).containsKey("vote1");
            for (String person : List.of("member1", "observer", "guest", Caller.SCREEN)) {
                assertThat(story.everythingFor(person)).doesNotContain("vote1");
            }
        }

        @Test
        void refuses_what_can_t_be_voted_on() {
            Scenario story = given(inSession(), votePrepared("vote1", motion(Mode.OPEN)));
            story.when("chair", new PrepareVote("a b", motion(Mode.OPEN))).refuses(Reason.BAD_ID);
            story.when("chair", new PrepareVote("vote1", motion(Mode.OPEN))).refuses(Reason.VOTE_EXISTS);
            story.when("chair", new PrepareVote("vote2", motion(Mode.SECRET))).refuses(Reason.TRUSTEES_NEEDED);
            story.when("chair", new PrepareVote("vote2", motion(Mode.OPEN, Optional.of("nowhere")))).refuses(Reason.NO_SUCH_ITEM);
            story.when("chair", new PrepareVote("vote2", asking(" "))).refuses(Reason.TEXT_MISSING, Fields.QUESTION);
            story.when("chair", new PrepareVote("vote2", asking("x".repeat(1_001)))).refuses(Reason.TEXT_TOO_LONG, Fields.QUESTION, 1_000);
            story.when("member1", new PrepareVote("vote2", motion(Mode.OPEN))).refuses(Reason.NOT_YOURS);
            given(closed()).when("chair", new PrepareVote("vote2", motion(Mode.OPEN))).refuses(Reason.MEETING_OVER);
        }

        @Test
        void takes_so_many_votes_and_no_more() {
            Scenario story = given(inSession());
            IntStream.range(0, Limits.VOTES).forEach(i -> story.and(votePrepared("vote" + i, motion(Mode.OPEN))));
            story.when("chair", new PrepareVote("onemore", motion(Mode.OPEN))).refuses(Reason.TOO_MANY, Limits.VOTES);
        }

        @Test
        void a_prepared_vote_is_edited_and_removed_and_an_opened_one_is_not() {
            Scenario story = given(inSession(), votePrepared("vote1", motion(Mode.OPEN)));
            story.when("chair", new EditVote("vote1", motion(Mode.UNNAMED))).then(new VoteEdited("vote1", motion(Mode.UNNAMED)));
            story.when("chair", new EditVote("vote1", motion(Mode.SECRET))).refuses(Reason.TRUSTEES_NEEDED);
            story.when("chair", new RemoveVote("vote1")).then(new VoteRemoved("vote1"));
            story.when("chair", new RemoveVote("vote1")).refuses(Reason.NO_SUCH_VOTE);
            story.when("chair", new PrepareVote("vote1", motion(Mode.OPEN))).refuses(Reason.VOTE_EXISTS);
            story.when("chair", new EditVote("vote1", motion(Mode.OPEN))).refuses(Reason.NO_SUCH_VOTE);
            Scenario open = given(inSession(), voteOpened("vote1", Mode.OPEN));
            open.when("chair", new EditVote("vote1", motion(Mode.UNNAMED))).refuses(Reason.VOTE_NOT_PREPARED);
            open.when("chair", new RemoveVote("vote1")).refuses(Reason.VOTE_NOT_PREPARED);
        }

        private Vote.Motion asking(String question) {
            return new Vote.Motion(question, NONE, Mode.OPEN, new Form.Answers(ChoiceSet.LEGAL), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS);
        }
    }

    @Nested
    class Opening {
        @Test
        void freezes_the_list_of_voters_who_are_there() {
            Scenario story = given(inSession(), left("member2"), votePrepared("vote1", motion(Mode.OPEN)))
                    .when("chair", new OpenVote("vote1", 60, false))
                    .then(new VoteOpened("vote1", List.of("chair", "member1", "member3"), Map.of(), 4, new Quorum.Standing(4, 3, 3, true), 60));
            story.and(present("member2"), left("member3"));
            VoteView vote = vote(story, "member2");
            assertThat(vote.entitled()).isEqualTo(3);
            assertThat(vote.endsAt().orElseThrow() - vote.openedAt().orElseThrow()).isEqualTo(60_000);
            assertThat(story.mine("member1").entitled()).containsExactly("vote1");
            assertThat(story.mine("member3").entitled()).containsExactly("vote1");
            assertThat(List.of("member2", "secretary", "observer", "guest")).allMatch(person -> story.mine(person).entitled().isEmpty());
        }

        @Test
        void asks_for_the_quorum_of_the_motion() {
            Scenario story = given(inSession(), left("member1"), left("member2"), votePrepared("vote1", motion(Mode.OPEN)));
            story.when("chair", new OpenVote("vote1", 0, false)).refuses(Reason.QUORUM_NOT_MET, 2, 4, 3);
            story.when("chair", new OpenVote("vote1", 0, true)).then(new VoteOpened("vote1", List.of("chair", "member3"), Map.of(), 4, new Quorum.Standing(4, 2, 3, false), 0));
        }

        @Test
        void needs_somebody_who_may_vote() {
            given(inSession(), left("member1"), left("member2"), left("member3"), left("chair"), votePrepared("vote1", motion(Mode.OPEN)))
                    .when("chair", new OpenVote("vote1", 0, true)).refuses(Reason.NOBODY_MAY_VOTE);
        }

        @Test
        void is_for_one_prepared_vote_at_a_time() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), votePrepared("vote2", motion(Mode.OPEN)));
            story.when("chair", new OpenVote("vote2", 0, false)).refuses(Reason.ANOTHER_VOTE_OPEN, "Thông qua báo cáo?");
            story.and(held("vote1")).when("chair", new OpenVote("vote2", 0, false)).refuses(Reason.ANOTHER_VOTE_OPEN);
            story.when("chair", new OpenVote("vote1", 0, false)).refuses(Reason.VOTE_NOT_PREPARED);
            story.when("chair", new OpenVote("nowhere", 0, false)).refuses(Reason.NO_SUCH_VOTE);
            story.and(voteClosed("vote1")).when("chair", new OpenVote("vote1", 0, false)).refuses(Reason.VOTE_NOT_PREPARED);
            assertThat(story.when("chair", new OpenVote("vote2", 3_600, false)).isAccepted()).isTrue();
            story.when("chair", new OpenVote("vote2", -1, false)).refuses(Reason.BAD_NUMBER, Fields.SECONDS, 0, 3_600);
            story.when("chair", new OpenVote("vote2", 3_601, false)).refuses(Reason.BAD_NUMBER, Fields.SECONDS, 0, 3_600);
            given(issued(), votePrepared("vote1", motion(Mode.OPEN))).when("chair", new OpenVote("vote1", 0, true)).refuses(Reason.NOT_IN_SESSION);
        }

        @Test
        void takes_the_last_result_off_the_screens() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), voteClosed("vote1"));
            assertThat(story.view("guest").stage().result()).contains("vote1");
            assertThat(story.and(voteOpened("vote2", Mode.OPEN)).view("guest").stage().result()).isEmpty();
        }
    }

    @Nested
    class Holding {
        @Test
        void stops_the_vote_and_lets_it_go_on() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN)).when("chair", new HoldVote("vote1", true)).then(new VoteHeld("vote1"));
            story.when("chair", new HoldVote("vote1", true)).refuses(Reason.VOTE_NOT_OPEN);
            assertThat(story.view("guest").votes().running()).contains("vote1");
            story.when("chair", new HoldVote("vote1", false)).then(new VoteContinued("vote1"));
            story.when("chair", new HoldVote("vote1", false)).refuses(Reason.VOTE_NOT_OPEN);
            story.when("chair", new HoldVote("nowhere", true)).refuses(Reason.NO_SUCH_VOTE);
        }

        @Test
        void a_held_vote_can_be_closed() {
            given(inSession(), voteOpened("vote1", Mode.OPEN), held("vote1")).when("chair", new CloseVote("vote1")).happens();
        }
    }

    @Nested
    class Closing {
        @Test
        void counts_an_open_vote_and_explains_the_verdict() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), cast("vote1", "member1", "for"), cast("vote1", "member2", "for"),
                    cast("vote1", "chair", "for")).when("chair", new CloseVote("vote1"))
                    .then(new VoteClosed("vote1", new Tally(new Tally.Sums(Map.of("for", 3, "against", 0, "not-voting", 0), 4, 4, 3, 0), Optional.empty()), new Verdict(Outcome.PASSED,
                            new Text("Thông qua: 3 tán thành trên 4 thành viên; cần quá nửa (ít nhất 3)", "Passed: 3 for of 4 members; more than half needed (at least 3)"), List.of()), List.of()));
            ResultView result = result(story, "guest");
            assertThat(result.notVoted()).isEqualTo(1);
            assertThat(result.base()).isEqualTo(4);
            assertThat(result.needed()).isEqualTo(3);
            assertThat(result.names()).contains(Map.of("chair", List.of("for"), "member1", List.of("for"), "member2", List.of("for")));
            assertThat(result.receipts()).hasSize(3).isSorted().contains(story.mine("member1").ballots().get("vote1").code());
            assertThat(story.view(Caller.SCREEN).stage().result()).contains("vote1");
        }

        @Test
        void counts_an_unnamed_vote_from_its_urn_and_shows_no_names() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.UNNAMED), cast("vote1", "member1", "against"), cast("vote1", "member2", "for"), voteClosed("vote1"));
            assertThat(result(story, "chair").counts()).isEqualTo(Map.of("for", 1, "against", 1, "not-voting", 0));
            assertThat(result(story, "chair").names()).isEmpty();
            assertThat(result(story, "chair").receipts()).hasSize(2);
        }

        @Test
        void fails_the_motion_when_the_quorum_failed_at_opening() {
            Scenario story = given(inSession(), left("member1"), left("member2"), votePrepared("vote1", motion(Mode.OPEN)))
                    .does("chair", new OpenVote("vote1", 0, true)).and(cast("vote1", "chair", "for"), cast("vote1", "member3", "for"), voteClosed("vote1"));
            assertThat(result(story, "guest").outcome()).isEqualTo(Outcome.FAILED);
            assertThat(result(story, "guest").sentence().vi()).isEqualTo("Không thông qua: chỉ có 2 trên 4 thành viên có mặt; cần ít nhất 3");
        }

        @Test
        void takes_the_number_of_members_as_it_was_at_opening() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), cast("vote1", "chair", "for"), cast("vote1", "member1", "for"), cast("vote1", "member2", "for"));
            List<Participant> more = committee();
            IntStream.range(0, 9).forEach(i -> more.add(person("late" + i, Role.MEMBER, true)));
            story.does("secretary", new NameParticipants(more, because("Bổ sung"))).and(voteClosed("vote1"));
            assertThat(result(story, "guest").base()).isEqualTo(4);
            assertThat(result(story, "guest").outcome()).isEqualTo(Outcome.PASSED);
        }

        @Test
        void needs_a_vote_that_runs() {
            Scenario story = given(inSession(), votePrepared("vote1", motion(Mode.OPEN)));
            story.when("chair", new CloseVote("vote1")).refuses(Reason.VOTE_NOT_OPEN);
            story.when("chair", new CloseVote("nowhere")).refuses(Reason.NO_SUCH_VOTE);
            given(inSession(), voteOpened("vote1", Mode.OPEN), voteClosed("vote1")).when("chair", new CloseVote("vote1")).refuses(Reason.VOTE_NOT_OPEN);
        }
    }

    @Nested
    class A_tie {
        @Test
        void goes_the_way_of_the_chairs_ballot_in_an_open_vote() {
            for (String chairs : List.of("for", "against")) {
                String others = chairs.equals("for") ? "against" : "for";
                Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), cast("vote1", "chair", chairs), cast("vote1", "member1", chairs),
                        cast("vote1", "member2", others), cast("vote1", "member3", others), voteClosed("vote1"));
                assertThat(result(story, "guest").outcome()).isEqualTo(chairs.equals("for") ? Outcome.PASSED : Outcome.FAILED);
                assertThat(result(story, "guest").sentence().vi()).contains("theo ý kiến của chủ trì: 2 tán thành, 2 không tán thành trên 4 thành viên");
                story.when("chair", new DecideTie("vote1", true)).refuses(Reason.NOT_TIED);
            }
        }

        @Test
        void waits_for_the_chair_in_an_unnamed_vote() {
            Scenario story = given(inSession(), unnamedTie());
            assertThat(result(story, "guest").outcome()).isEqualTo(Outcome.TIED);
            story.when("secretary", new DecideTie("vote1", true)).refuses(Reason.NOT_YOURS);
            story.when("member1", new DecideTie("vote1", true)).refuses(Reason.NOT_YOURS);
            story.when("chair", new DecideTie("vote1", false)).then(new TieDecided("vote1", new Verdict(Outcome.FAILED, new Text(
                    "Không thông qua theo ý kiến của chủ trì: 2 tán thành, 2 không tán thành trên 4 thành viên",
                    "Not passed by the chair's decision: 2 for, 2 against of 4 members"), List.of())));
            assertThat(result(story, "guest").outcome()).isEqualTo(Outcome.FAILED);
            story.when("chair", new DecideTie("vote1", true)).refuses(Reason.NOT_TIED);
        }

        @Test
        void is_not_decided_any_more_when_its_repetition_has_come_to_an_end() {
            Scenario story = given(inSession(), unnamedTie()).does("chair", new RepeatVote("vote1", "vote2", "Ngang phiếu"))
                    .does("chair", new OpenVote("vote2", 0, false)).and(cast("vote2", "chair", "for"), cast("vote2", "member1", "for"), cast("vote2", "member2", "for"), voteClosed("vote2"));
            story.when("chair", new DecideTie("vote1", false)).refuses(Reason.NOT_TIED);
        }

        @Test
        void waits_for_the_chair_who_did_not_vote_or_not_for_a_side() {
            Vote.Motion half = new Vote.Motion("x", NONE, Mode.OPEN, new Form.Answers(ChoiceSet.LEGAL),
                    new MajorityRule(MajorityRule.Base.CAST_WITHOUT_ABSTENTIONS, 1, 2, true, MajorityRule.Tie.CHAIR_DECIDES), Quorum.TWO_THIRDS);
            Scenario story = given(inSession(), votePrepared("vote1", half)).does("chair", new OpenVote("vote1", 0, false))
                    .and(cast("vote1", "chair", "not-voting"), cast("vote1", "member1", "for"), cast("vote1", "member2", "against"), voteClosed("vote1"));
            assertThat(result(story, "guest").outcome()).isEqualTo(Outcome.TIED);
            assertThat(result(story, "guest").sentence().vi()).isEqualTo(
                    "Ngang phiếu: 1 tán thành, 1 không tán thành trên 2 phiếu không kể không biểu quyết và phiếu trắng; chờ chủ trì quyết định");
        }

        @Test
        void is_decided_after_closing_only() {
            given(inSession(), voteOpened("vote1", Mode.UNNAMED)).when("chair", new DecideTie("vote1", true)).refuses(Reason.NOT_CLOSED);
            given(inSession()).when("chair", new DecideTie("nowhere", true)).refuses(Reason.NO_SUCH_VOTE);
        }
    }

    @Nested
    class Cancelling_and_repeating {
        @Test
        void a_cancelled_vote_tells_why_and_never_what_was_chosen() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), cast("vote1", "member1", "against"))
                    .when("chair", new CancelVote("vote1", " Câu hỏi sai ")).then(new VoteCancelled("vote1", "Câu hỏi sai"));
            assertThat(vote(story, "guest").cancelledBecause()).contains("Câu hỏi sai");
            assertThat(vote(story, "chair").result()).isEmpty();
            assertThat(story.view("guest").votes().running()).isEmpty();
            assertThat(story.view("guest").stage().result()).isEmpty();
        }

        @Test
        void cancelling_needs_a_running_vote_and_a_reason() {
            given(inSession(), voteOpened("vote1", Mode.OPEN)).when("chair", new CancelVote("vote1", " ")).refuses(Reason.TEXT_MISSING, Fields.REASON);
            given(inSession(), votePrepared("vote1", motion(Mode.OPEN))).when("chair", new CancelVote("vote1", "x")).refuses(Reason.VOTE_NOT_OPEN);
            given(inSession()).when("chair", new CancelVote("nowhere", "x")).refuses(Reason.NO_SUCH_VOTE);
        }

        @Test
        void a_vote_is_repeated_as_a_new_one_with_its_own_ballots() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), cast("vote1", "member1", "against"), voteClosed("vote1"))
                    .when("chair", new RepeatVote("vote1", "vote2", " Bấm nhầm ")).then(new VoteRepeated("vote1", "vote2", "Bấm nhầm"));
            assertThat(story.everythingFor("member1")).doesNotContain("vote2");
            story.does("chair", new OpenVote("vote2", 0, false)).and(cast("vote2", "member1", "for"));
            assertThat(story.view("guest").votes().votes().get("vote2").repeats()).contains("vote1");
            assertThat(story.meeting().votes().find("vote2").orElseThrow().repeatsBecause()).contains("Bấm nhầm");
        }

        @Test
        void repeating_needs_an_ended_vote_a_new_id_and_a_reason() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN));
            story.when("chair", new RepeatVote("vote1", "vote2", "x")).refuses(Reason.NOT_CLOSED);
            story.and(voteClosed("vote1"));
            story.when("chair", new RepeatVote("nowhere", "vote2", "x")).refuses(Reason.NO_SUCH_VOTE);
            story.when("chair", new RepeatVote("vote1", "vote1", "x")).refuses(Reason.VOTE_EXISTS);
            story.when("chair", new RepeatVote("vote1", "a b", "x")).refuses(Reason.BAD_ID);
            story.when("chair", new RepeatVote("vote1", "vote2", " ")).refuses(Reason.TEXT_MISSING, Fields.REASON);
            given(inSession(), voteOpened("vote1", Mode.OPEN)).does("chair", new CancelVote("vote1", "x"))
                    .when("chair", new RepeatVote("vote1", "vote2", "x")).happens();
        }
    }

    private static Scenario.Step unnamedTie() {
        return story -> story.and(voteOpened("vote1", Mode.UNNAMED), cast("vote1", "chair", "for"), cast("vote1", "member1", "for"),
                cast("vote1", "member2", "against"), cast("vote1", "member3", "against"), voteClosed("vote1"));
    }

    private static VoteView vote(Scenario story, String reader) {
        return story.view(reader).votes().votes().get("vote1");
    }

    private static ResultView result(Scenario story, String reader) {
        return vote(story, reader).result().orElseThrow();
    }
}
