package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.vote.BallotCommand.CastBallot;
import vn.nghisu.meeting.vote.BallotCommand.CastDelegatedBallot;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Tally;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.meeting.vote.VoteCommand.CancelVote;
import vn.nghisu.meeting.vote.VoteCommand.OpenVote;
import vn.nghisu.meeting.vote.VoteEvent.BallotCast;
import vn.nghisu.meeting.vote.VotesView;
import vn.nghisu.room.EventCodec;

class BallotTest {

    @Nested
    class In_an_open_vote {
        @Test
        void a_ballot_is_recorded_with_name_and_choice() {
            Scenario.Outcome outcome = given(inSession(), voteOpened("vote1", Mode.OPEN)).when("member1", new CastBallot("vote1", List.of("against"), ""));
            assertThat(outcome.deposits()).isEmpty();
            Scenario story = outcome.then(new BallotCast("vote1", "member1", Optional.of(List.of("against")), Optional.empty()));
            Mine.Receipt receipt = story.mine("member1").ballots().get("vote1");
            assertThat(receipt.marks()).contains(List.of("against"));
            assertThat(receipt.seq()).isEqualTo(story.meeting().seq());
            assertThat(receipt.code()).isEqualTo("C" + story.meeting().seq());
            assertThat(story.mine("member2").ballots()).isEmpty();
        }

        @Test
        void nobody_sees_a_choice_before_the_vote_is_closed() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), cast("vote1", "member1", "against"), cast("vote1", "member2", "against"));
            for (String person : List.of("chair", "secretary", "member3", "guest", Caller.SCREEN)) {
                assertThat(story.view(person).votes().votes().get("vote1").result()).as(person).isEmpty();
                assertThat(story.view(person).votes().votes().get("vote1").received()).isEqualTo(2);
            }
            assertThat(story.everythingFor("member3")).as("whoever chooses the same gets the same")
                    .isEqualTo(given(inSession(), voteOpened("vote1", Mode.OPEN), cast("vote1", "member1", "for"), cast("vote1", "member2", "not-voting"))
                            .everythingFor("member3"));
        }

        @Test
        void only_those_who_lead_are_told_for_whom_it_waits_and_only_while_it_runs() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), cast("vote1", "member1", "for"));
            assertThat(story.view("chair").votes().votes().get("vote1").waitingFor()).contains(List.of("chair", "member2", "member3"));
            assertThat(story.view("secretary").votes().votes().get("vote1").waitingFor()).isPresent();
            for (String person : List.of("member1", "observer", "guest", Caller.SCREEN)) {
                assertThat(story.view(person).votes().votes().get("vote1").waitingFor()).as(person).isEmpty();
            }
            assertThat(story.and(voteClosed("vote1")).view("chair").votes().votes().get("vote1").waitingFor()).isEmpty();
        }
    }

    @Nested
    class On_other_forms {
        private final List<Form.Option> names = List.of(new Form.Option("name1", "Nguyễn Văn A"), new Form.Option("name2", "Trần Thị B"));

        private Scenario voting(Mode mode, Form form) {
            return given(inSession(), votePrepared("vote1", new Vote.Motion("Bầu?", Optional.empty(), mode, form, MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS)))
                    .does("chair", new VoteCommand.OpenVote("vote1", 0, false));
        }

        @Test
        void a_ballot_that_is_not_whole_is_refused_and_can_be_sent_right() {
            Scenario story = voting(Mode.OPEN, new Form.Election(names, 1));
            story.when("member1", new CastBallot("vote1", List.of("name1", "name2"), "")).refuses(Reason.BALLOT_INVALID);
            story.when("member1", new CastBallot("vote1", List.of("name9"), "")).refuses(Reason.NO_SUCH_CHOICE);
            story.when("member1", new CastBallot("vote1", List.of("name2"), ""))
                    .then(new BallotCast("vote1", "member1", Optional.of(List.of("name2")), Optional.empty()));
        }

        @Test
        void another_opinion_needs_its_words_and_only_it_keeps_any() {
            Scenario story = voting(Mode.OPEN, new Form.Answers(ChoiceSet.OPINION));
            story.when("member1", new CastBallot("vote1", List.of("other"), " ")).refuses(Reason.TEXT_MISSING, Fields.OPINION);
            story.when("member1", new CastBallot("vote1", List.of("other"), " Lùi thời hạn "))
                    .then(new BallotCast("vote1", "member1", Optional.of(List.of("other")), Optional.of("Lùi thời hạn")));
            story.when("member2", new CastBallot("vote1", List.of("agree"), "thừa"))
                    .then(new BallotCast("vote1", "member2", Optional.of(List.of("agree")), Optional.empty()));
        }

        @Test
        void unnamed_words_come_back_without_names_in_the_order_of_their_letters() {
            Scenario story = voting(Mode.UNNAMED, new Form.Answers(ChoiceSet.OPINION))
                    .does("member1", new CastBallot("vote1", List.of("other"), "b"))
                    .does("member2", new CastBallot("vote1", List.of("other"), "a"))
                    .does("chair", new VoteCommand.CloseVote("vote1"));
            assertThat(story.view("guest").votes().votes().get("vote1").result().orElseThrow().opinions())
                    .containsExactly(new VotesView.OpinionView(Optional.empty(), "a"), new VotesView.OpinionView(Optional.empty(), "b"));
        }

        @Test
        void a_blank_ballot_lies_in_the_urn_as_one() {
            Scenario story = voting(Mode.UNNAMED, new Form.Choose(names, 2)).does("member1", new CastBallot("vote1", List.of(), ""))
                    .does("member2", new CastBallot("vote1", List.of("name2", "name1"), ""));
            assertThat(story.urn("vote1")).isEqualTo(Map.of("-", 1, "name1 name2", 1));
            Tally tally = story.does("chair", new VoteCommand.CloseVote("vote1")).meeting().votes().find("vote1").orElseThrow().tally().orElseThrow();
            assertThat(tally.heads().blank()).isEqualTo(1);
            assertThat(tally.heads().counts()).isEqualTo(Map.of("name1", 1, "name2", 1));
        }

        @Test
        void an_election_is_repeated_for_the_seats_left_among_who_stand_even_for_them() {
            List<Form.Option> three = List.of(names.get(0), names.get(1), new Form.Option("name3", "Lê Văn C"));
            MajorityRule most = new MajorityRule(MajorityRule.Base.CAST, 0, 1, false, MajorityRule.Tie.FALLS);
            Scenario story = given(inSession(), votePrepared("vote1", new Vote.Motion("Bầu?", Optional.empty(), Mode.OPEN, new Form.Election(three, 2), most, Quorum.TWO_THIRDS)))
                    .does("chair", new VoteCommand.OpenVote("vote1", 0, false))
                    .and(cast("vote1", "chair", "name1"), cast("vote1", "member1", "name1"), cast("vote1", "member2", "name2"), cast("vote1", "member3", "name3"), voteClosed("vote1"))
                    .does("chair", new VoteCommand.RepeatVote("vote1", "vote2", "Bầu lại"));
            assertThat(story.meeting().votes().find("vote2").orElseThrow().motion().form()).isEqualTo(new Form.Election(three.subList(1, 3), 1));
            Scenario whole = voting(Mode.OPEN, new Form.Election(names, 1)).does("chair", new CancelVote("vote1", "Nhầm"))
                    .does("chair", new VoteCommand.RepeatVote("vote1", "vote2", "Lại"));
            assertThat(whole.meeting().votes().find("vote2").orElseThrow().motion().form()).as("one that was called off").isEqualTo(new Form.Election(names, 1));
        }

        @Test
        void options_are_wanted_each_with_a_name_of_its_own() {
            Vote.Motion one = new Vote.Motion("?", Optional.empty(), Mode.OPEN, new Form.Choose(names.subList(0, 1), 1), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS);
            given(inSession()).when("chair", new VoteCommand.PrepareVote("vote1", one)).refuses(Reason.BAD_OPTIONS, 2, Form.OPTIONS_MAX);
            Vote.Motion seats = new Vote.Motion("?", Optional.empty(), Mode.OPEN, new Form.Election(names, 0), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS);
            given(inSession()).when("chair", new VoteCommand.PrepareVote("vote1", seats)).refuses(Reason.BAD_NUMBER, Fields.SEATS, 1, Form.OPTIONS_MAX);
        }
    }

    @Nested
    class In_an_unnamed_vote {
        private final Scenario story = given(inSession(), voteOpened("vote1", Mode.UNNAMED));

        @Test
        void the_journal_has_the_name_and_the_urn_the_choice() {
            Scenario.Outcome outcome = story.when("member1", new CastBallot("vote1", List.of("against"), ""));
            assertThat(outcome.deposits()).containsExactly(new Decision.Deposit("vote1", "against"));
            outcome.then(new BallotCast("vote1", "member1", Optional.empty(), Optional.empty()));
            assertThat(story.urn("vote1")).isEqualTo(Map.of("against", 1));
        }

        @Test
        void no_event_view_or_receipt_ever_tells_a_choice() {
            String[] choices = {"for", "against", "not-voting"};
            String first = "";
            for (String choice : choices) {
                Scenario each = given(inSession(), voteOpened("vote1", Mode.UNNAMED));
                Decision.Accepted accepted = (Decision.Accepted) each.when("member1", new CastBallot("vote1", List.of(choice), "")).decision();
                each.and(cast("vote1", "member1", choice));
                String everything = accepted.events().stream().map(EventCodec::payload).toList() + EVERYBODY.stream().map(each::everythingFor).toList().toString()
                        + each.meeting();
                assertThat(first.isEmpty() ? everything : first).as(choice).isEqualTo(everything);
                first = everything;
            }
            assertThat(story.and(cast("vote1", "member1", "for")).mine("member1").ballots().get("vote1").marks()).isEmpty();
        }

        @Test
        void no_log_line_tells_a_choice() {
            assertThat(new CastBallot("vote1", List.of("against"), "").toString()).doesNotContain("against");
            assertThat(new Decision.Deposit("vote1", "against").toString()).doesNotContain("against");
        }
    }

    @Nested
    class Is_refused {
        @Test
        void a_second_time_with_the_code_of_the_first() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), cast("vote1", "member1", "for"));
            String code = story.mine("member1").ballots().get("vote1").code();
            story.when("member1", new CastBallot("vote1", List.of("for"), "")).refuses(Reason.ALREADY_VOTED, code);
            story.when("member1", new CastBallot("vote1", List.of("against"), "")).refuses(Reason.ALREADY_VOTED, code);
            story.and(voteClosed("vote1")).when("member1", new CastBallot("vote1", List.of("for"), "")).refuses(Reason.ALREADY_VOTED, code);
        }

        @Test
        void for_somebody_else_without_a_word_on_that_ballot() {
            for (Mode mode : List.of(Mode.OPEN, Mode.UNNAMED)) {
                Scenario story = given(inSession(), voteOpened("vote1", mode), cast("vote1", "member1", "for"));
                for (String other : List.of("member2", "guest")) {
                    story.when(other, new CastDelegatedBallot("vote1", "member1", List.of("for"), "")).refuses(Reason.NOT_YOURS);
                }
                story.when("chair", new CastDelegatedBallot("vote1", "member1", List.of("for"), "")).refuses(Reason.HAS_VOTED, story.meeting().roster().name("member1"));
            }
        }

        @Test
        void to_those_who_are_not_on_the_list_of_voters() {
            Scenario story = given(inSession(), left("member2"), voteOpened("vote1", Mode.OPEN), present("member2"));
            for (String person : List.of("member2", "secretary", "observer", "guest", Caller.SCREEN, Caller.SYSTEM)) {
                story.when(person, new CastBallot("vote1", List.of("for"), "")).refuses(Reason.NOT_ENTITLED);
            }
            story.when("stranger", new CastBallot("vote1", List.of("for"), "")).refuses(Reason.NO_SUCH_MEETING);
        }

        @Test
        void but_not_to_a_voter_who_went_out_meanwhile() {
            given(inSession(), voteOpened("vote1", Mode.OPEN), left("member1")).when("member1", new CastBallot("vote1", List.of("for"), "")).happens();
        }

        @Test
        void for_a_choice_that_is_not_on_the_ballot() {
            given(inSession(), voteOpened("vote1", Mode.OPEN)).when("member1", new CastBallot("vote1", List.of("agree"), "")).refuses(Reason.NO_SUCH_CHOICE);
        }

        @Test
        void while_the_vote_is_on_hold() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), held("vote1"));
            story.when("member1", new CastBallot("vote1", List.of("for"), "")).refuses(Reason.VOTE_NOT_OPEN);
        }

        @Test
        void after_closing_with_the_time_of_it_in_vietnam() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), at(101), voteClosed("vote1"));
            story.when("member1", new CastBallot("vote1", List.of("for"), "")).refuses(Reason.VOTE_CLOSED, "09:41");
        }

        @Test
        void after_the_vote_was_cancelled() {
            given(inSession(), voteOpened("vote1", Mode.OPEN)).does("chair", new CancelVote("vote1", "x"))
                    .when("member1", new CastBallot("vote1", List.of("for"), "")).refuses(Reason.VOTE_CANCELLED);
        }

        @Test
        void for_a_vote_that_the_voter_can_t_see_as_if_it_were_not_there() {
            Scenario story = given(inSession(), hiddenItem("hidden1"), votePrepared("vote1", motion(Mode.OPEN, Optional.of("hidden1"))));
            story.when("member1", new CastBallot("vote1", List.of("for"), "")).refuses(Reason.NO_SUCH_VOTE);
            story.when("chair", new CastBallot("vote1", List.of("for"), "")).refuses(Reason.VOTE_NOT_OPEN);
            story.when("member1", new CastBallot("nowhere", List.of("for"), "")).refuses(Reason.NO_SUCH_VOTE);
            story.does("chair", new OpenVote("vote1", 0, false)).when("guest", new CastBallot("vote1", List.of("for"), "")).refuses(Reason.NO_SUCH_VOTE);
        }
    }
}
