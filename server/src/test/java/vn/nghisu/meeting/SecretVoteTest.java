package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.franchise.FranchiseCommand;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.LeadView;
import vn.nghisu.meeting.recusal.RecusalCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.ConductCommand;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Published.Ceremony;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Sealing.TrusteeStep;
import vn.nghisu.meeting.vote.SecretCommand;
import vn.nghisu.meeting.vote.SecretView;
import vn.nghisu.meeting.vote.SecretView.Caution;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.meeting.vote.VotesView;
import vn.nghisu.minutes.Facts;
import vn.nghisu.secret.Tablets;

/** A secret vote from its preparation to its ballots (docs/vote-protocol.md). */
class SecretVoteTest {
    private final Committee committee = new Committee("vote1");

    @Nested
    class Preparing {
        @Test
        void takes_three_people_of_the_meeting_and_no_guest() {
            Scenario story = given(inSession());
            for (List<String> wrong : List.of(List.<String>of(), List.of("secretary", "member1"), List.of("member1", "member1", "member2"),
                    List.of("member1", "member2", "stranger"), List.of("chair", "member1", "member2", "member3"))) {
                story.when("secretary", new VoteCommand.PrepareVote("vote1", trusted(wrong))).refuses(Reason.TRUSTEES_NEEDED);
            }
            story.when("secretary", new VoteCommand.PrepareVote("vote1", trusted(List.of("member1", "member2", "guest")))).refuses(Reason.TRUSTEE_UNFIT, "Ông guest");
            story.does("secretary", new VoteCommand.PrepareVote("vote1", Committee.motion()));
            assertThat(secret(story, "chair").trustees()).isEqualTo(Committee.TRUSTEES);
        }

        @Test
        void takes_nobody_who_takes_no_part_in_the_item() {
            Vote.Motion usual = Committee.motion();
            Vote.Motion onItem = new Vote.Motion(usual.question(), Optional.of("item1"), usual.mode(), usual.form(), usual.rule(), usual.quorum(), usual.trustees());
            Scenario story = given(inSession()).does("member1", new RecusalCommand.RecusePerson("member1", "item1", "Có lợi ích liên quan"));
            story.when("secretary", new VoteCommand.PrepareVote("vote1", onItem)).refuses(Reason.TRUSTEE_UNFIT, "Ông member1");
            story.does("secretary", new VoteCommand.PrepareVote("vote1", usual));
        }

        @Test
        void takes_no_words_and_no_rule_that_counts_blank_ballots() {
            Scenario story = given(inSession());
            story.when("chair", new VoteCommand.PrepareVote("vote1", Committee.motion(new Form.Answers(ChoiceSet.AGREE_OR_OTHER), MajorityRule.MORE_THAN_HALF_OF_ALL)))
                    .refuses(Reason.SECRET_WITHOUT_WORDS);
            Form names = new Form.Choose(List.of(new Form.Option("name1", "Một"), new Form.Option("name2", "Hai")), 2);
            MajorityRule marked = new MajorityRule(MajorityRule.Base.CAST_WITHOUT_ABSTENTIONS, 1, 2, true, MajorityRule.Tie.FALLS);
            story.when("chair", new VoteCommand.PrepareVote("vote1", Committee.motion(names, marked))).refuses(Reason.SECRET_BLANKS_UNKNOWN);
            story.does("chair", new VoteCommand.PrepareVote("vote1", Committee.motion(new Form.Answers(ChoiceSet.LEGAL), marked)));
        }

        private Vote.Motion trusted(List<String> trustees) {
            return new Vote.Motion("?", NONE, Mode.SECRET, new Form.Answers(ChoiceSet.LEGAL), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS,
                    Optional.of(trustees).filter(some -> !some.isEmpty()));
        }
    }

    @Nested
    class The_ceremony {
        @Test
        void goes_step_by_step_and_the_vote_opens_only_with_tested_keys() {
            Scenario story = given(inSession(), committee.prepared());
            story.when("chair", new VoteCommand.OpenVote("vote1", 0, false)).refuses(Reason.KEYS_NOT_TESTED, "Ông secretary, Ông member1, Ông observer");
            story.and(committee.upTo(0));
            for (int step = 1; step <= 4; step++) {
                TrusteeStep named = TrusteeStep.values()[step - 1];
                assertThat(secret(story, "chair").step()).contains(named);
                assertThat(story.mine("observer").trusts().get(0).due()).contains(named);
                for (int number = 1; number <= 3; number++) {
                    String trustee = Committee.TRUSTEES.get(number - 1);
                    story.does(trustee, committee.message(story, step, number));
                    if (number < 3) {
                        story.when("chair", new VoteCommand.OpenVote("vote1", 0, false)).refuses(Reason.KEYS_NOT_TESTED);
                        assertThat(story.mine(trustee).trusts().get(0).due()).isEmpty();
                        assertThat(secret(story, "chair").waitingFor()).isEqualTo(Committee.TRUSTEES.subList(number, 3));
                    }
                }
            }
            assertThat(secret(story, "chair").ready()).isTrue();
            assertThat(secret(story, "chair").keyCode().orElseThrow()).hasSize(16);
            story.does("chair", new VoteCommand.OpenVote("vote1", 0, false));
            assertThat(secret(story, Caller.SCREEN).keyCode()).isEqualTo(secret(story, "member3").keyCode()).isPresent();
        }

        @Test
        void is_offered_as_the_next_step_once_it_can_be_opened() {
            Vote.Motion motion = new Vote.Motion("Miễn nhiệm?", Optional.of("item1"), Mode.SECRET, new Form.Answers(ChoiceSet.LEGAL),
                    MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, Optional.of(Committee.TRUSTEES));
            Scenario story = given(inSession(), taken("item1")).does("secretary", new VoteCommand.PrepareVote("vote1", motion));
            assertThat(story.and(committee.upTo(3)).view("chair").lead().orElseThrow().step()).isEqualTo(LeadView.Step.TAKE_UP);
            for (int number = 1; number <= 3; number++) {
                story.does(Committee.TRUSTEES.get(number - 1), committee.message(story, 4, number));
            }
            assertThat(story.view("chair").lead().orElseThrow().step()).isEqualTo(LeadView.Step.OPEN_VOTE);
        }

        @Test
        void is_news_with_its_code_with_its_end_and_when_it_is_given_up() {
            Scenario story = given(inSession(), committee.prepared(), committee.upTo(0));
            List<String> news = new ArrayList<>();
            for (int step = 1; step <= 4; step++) {
                for (int number = 1; number <= 3; number++) {
                    news.addAll(news(story, Committee.TRUSTEES.get(number - 1), committee.message(story, step, number)));
                }
            }
            String code = secret(story, "chair").keyCode().orElseThrow();
            news.addAll(news(story, "observer", new SecretCommand.VoidCeremony("vote1", 1, "Đổi máy")));
            assertThat(news).containsExactly("Ông observer gửi phần khóa dự phòng của “Miễn nhiệm?” cho hai thành viên kia; mã khóa " + code,
                    "Ông observer xác nhận mã khóa và thử khóa của “Miễn nhiệm?”", "Tạo khóa lại từ đầu cho “Miễn nhiệm?”; lý do: Đổi máy");
        }

        private List<String> news(Scenario story, String person, SecretCommand command) {
            Meeting before = story.meeting();
            Scenario.Outcome outcome = story.when(person, command);
            outcome.happens();
            return ((Decision.Accepted) outcome.decision()).events().stream().filter(event -> Facts.isNews(event, before)).map(event -> Facts.of(event, before).vi()).toList();
        }

        @Test
        void is_for_its_trustees_each_once_and_in_order() {
            Scenario story = given(inSession(), committee.prepared(), committee.upTo(0));
            SecretCommand commit = committee.message(story, 1, 1);
            story.when("chair", commit).refuses(Reason.NOT_A_TRUSTEE);
            story.when("member3", commit).refuses(Reason.NO_SUCH_VOTE);
            story.when("member1", new SecretCommand.CommitKey("vote1", 2, "0f".repeat(32))).refuses(Reason.KEYS_BEGUN_ANEW);
            story.when("member1", new SecretCommand.CommitKey("vote1", 1, "no hash")).refuses(Reason.KEY_PART_WRONG);
            story.when("secretary", committee.message(story, 2, 1)).refuses(Reason.KEY_STEP_LATER);
            story.does("secretary", commit);
            story.when("secretary", commit).refuses(Reason.KEY_STEP_DONE);
        }

        @Test
        void takes_no_part_that_fails_its_check() {
            Scenario story = given(inSession(), committee.prepared(), committee.upTo(1));
            SecretCommand other = new SecretCommand.AnnounceKey("vote1", 1, new Tablets.OfTrustee(committee.there(story).poll(story.meeting().id()), 1, "another").announce());
            story.when("secretary", other).refuses(Reason.KEY_PART_WRONG);
            story.and(committee.upTo(0));
            for (int number = 1; number <= 3; number++) {
                story.does(Committee.TRUSTEES.get(number - 1), committee.message(story, 2, number));
            }
            story.when("member1", new SecretCommand.DealKey("vote1", 1, List.of())).refuses(Reason.KEY_PART_WRONG);
            for (int number = 1; number <= 3; number++) {
                story.does(Committee.TRUSTEES.get(number - 1), committee.message(story, 3, number));
            }
            SecretCommand.ConfirmKey first = (SecretCommand.ConfirmKey) committee.message(story, 4, 1);
            story.when("member1", new SecretCommand.ConfirmKey("vote1", 1, first.confirm())).refuses(Reason.KEY_PART_WRONG);
            story.does("secretary", first);
        }

        @Test
        void is_given_up_for_a_reason_that_the_body_reads_and_neither_guests_nor_the_wall() {
            Scenario story = given(inSession(), committee.prepared(), committee.upTo(1))
                    .does("observer", new SecretCommand.VoidCeremony("vote1", 1, "Máy bị tắt")).and(committee.keysMade()).does("chair", new VoteCommand.OpenVote("vote1", 0, false));
            assertThat(secret(story, "member3").voided().orElseThrow().reason()).isEqualTo("Máy bị tắt");
            assertThat(List.of(secret(story, "guest").voided(), secret(story, Caller.SCREEN).voided())).containsOnly(Optional.empty());
        }

        @Test
        void begins_anew_when_it_is_given_up_or_the_question_changes() {
            Scenario story = given(inSession(), committee.prepared(), committee.upTo(3));
            String first = story.mine("member1").trusts().get(0).poll().id();
            story.when("member3", new SecretCommand.VoidCeremony("vote1", 1, "x")).refuses(Reason.NO_SUCH_VOTE);
            story.when("observer", new SecretCommand.VoidCeremony("vote1", 1, " ")).refuses(Reason.TEXT_MISSING, Fields.REASON);
            story.does("observer", new SecretCommand.VoidCeremony("vote1", 1, "Máy bị tắt"));
            assertThat(secret(story, "chair").voided().orElseThrow().reason()).isEqualTo("Máy bị tắt");
            assertThat(story.mine("member1").trusts().get(0).poll().id()).isNotEqualTo(first);
            assertThat(story.mine("member1").trusts().get(0).published()).isEqualTo(new Ceremony(List.of(), List.of(), List.of(), List.of()));
            story.and(committee.keysMade()).does("chair", new SecretCommand.VoidCeremony("vote1", 2, "Đổi máy"));
            story.and(committee.keysMade()).does("chair", new VoteCommand.EditVote("vote1", Committee.motion()));
            story.when("chair", new VoteCommand.OpenVote("vote1", 0, false)).refuses(Reason.KEYS_NOT_TESTED);
            story.and(committee.keysMade()).does("chair", new VoteCommand.OpenVote("vote1", 0, false));
            story.when("observer", new SecretCommand.VoidCeremony("vote1", 4, "x")).refuses(Reason.VOTE_NOT_PREPARED);
        }

        @Test
        void leaves_no_trace_with_those_it_is_not_for() {
            Scenario story = given(inSession());
            List<String> others = List.of("member2", "guest", Caller.SCREEN);
            List<String> before = others.stream().map(story::everythingFor).toList();
            story.and(committee.prepared(), committee.keysMade());
            assertThat(others.stream().map(story::everythingFor).toList()).isEqualTo(before);
        }
    }

    @Nested
    class Casting {
        @Test
        void takes_one_proven_ballot_of_each_and_gives_the_code_of_the_tablet() {
            Scenario story = given(inSession(), committee.opened());
            SealedBallot ballot = committee.filled(story, "member1", "for");
            story.does("member1", new SecretCommand.CastSecretBallot("vote1", ballot));
            Mine.Receipt receipt = story.mine("member1").ballots().get("vote1");
            assertThat(receipt.code()).isEqualTo(Tablets.code(committee.election(story), ballot));
            assertThat(receipt.marks()).isEmpty();
            story.when("member1", new SecretCommand.CastSecretBallot("vote1", committee.filled(story, "member1", "against"))).refuses(Reason.ALREADY_VOTED, receipt.code());
        }

        @Test
        void refuses_what_is_copied_unproven_or_not_sealed() {
            Scenario story = given(inSession(), committee.opened(), committee.cast("member1", "for"));
            SealedBallot first = committee.there(story).sealing().ballots().get("member1");
            story.when("member2", new SecretCommand.CastSecretBallot("vote1", new SealedBallot(first.contests(), "member2"))).refuses(Reason.BALLOT_COPIED);
            story.when("member2", new SecretCommand.CastSecretBallot("vote1", first)).refuses(Reason.NOT_YOURS);
            for (List<Integer> wrong : List.of(List.of(1, 1, 0), List.of(2, 0, 0), List.of(0, 0, 0))) {
                story.when("member2", new SecretCommand.CastSecretBallot("vote1", committee.filled(story, "member2", wrong))).refuses(Reason.BALLOT_NOT_PROVEN);
            }
            SealedBallot others = committee.filled(story, "member3", "for");
            story.when("member2", new SecretCommand.CastSecretBallot("vote1", others)).refuses(Reason.NOT_YOURS);
            story.when("member2", new SecretCommand.CastSecretBallot("vote1", new SealedBallot(others.contests(), "member2"))).refuses(Reason.BALLOT_NOT_PROVEN);
            story.when("member2", new SecretCommand.CastSecretBallot("vote1", new SealedBallot(List.of(), "member2"))).refuses(Reason.BALLOT_NOT_PROVEN);
            story.when("member2", new BallotCommand.CastBallot("vote1", List.of("for"), "")).refuses(Reason.BALLOT_NOT_SEALED);
            story.when("observer", new SecretCommand.CastSecretBallot("vote1", committee.filled(story, "observer", "for"))).refuses(Reason.NOT_ENTITLED);
            story.does("member2", new SecretCommand.CastSecretBallot("vote1", committee.filled(story, "member2", "for")));
        }

        @Test
        void a_ballot_that_was_checked_is_never_cast() {
            Scenario story = given(inSession(), committee.opened());
            SealedBallot checked = committee.filled(story, "member1", "for");
            story.does("member1", new SecretCommand.SpoilBallot("vote1", checked));
            assertThat(committee.there(story).sealing().spoiled()).containsKey(Tablets.code(committee.election(story), checked));
            story.when("member1", new SecretCommand.CastSecretBallot("vote1", checked)).refuses(Reason.BALLOT_COPIED);
            story.does("member1", new SecretCommand.CastSecretBallot("vote1", committee.filled(story, "member1", "against")));
        }

        @Test
        void is_let_go_of_once_the_vote_is_over_and_held_until_then() {
            Scenario counting = given(inSession(), committee.opened(), committee.cast("chair", "for"), committee.cast("member1", "for"), committee.cast("member2", "for"));
            counting.does("member3", new SecretCommand.SpoilBallot("vote1", committee.filled(counting, "member3", "for")));
            counting.and(voteClosed("vote1"), committee.counted(1));
            assertThat(committee.there(counting).sealing()).matches(there -> there.ballots().size() == 3 && there.spoiled().size() == 1 && there.used().size() == 12);
            counting.and(committee.counted(2));
            assertHoldsNone(counting);
            assertThat(counting.mine("member1").ballots().get("vote1").code()).hasSize(16);

            Scenario few = given(inSession(), committee.opened(), committee.cast("chair", "for"), voteClosed("vote1"));
            assertHoldsNone(few);
            Scenario cancelled = given(inSession(), committee.opened(), committee.cast("chair", "for"));
            cancelled.does("chair", new VoteCommand.CancelVote("vote1", "Đếm nhầm"));
            assertHoldsNone(cancelled);
        }

        private void assertHoldsNone(Scenario story) {
            assertThat(committee.there(story).sealing()).matches(there -> there.ballots().isEmpty() && there.spoiled().isEmpty() && there.used().isEmpty());
        }

        @Test
        void is_for_secret_votes_and_nobody_helps_or_is_called() {
            Scenario open = given(inSession(), voteOpened("vote1", Mode.OPEN));
            open.when("member1", new SecretCommand.CastSecretBallot("vote1", new SealedBallot(List.of(), "member1"))).refuses(Reason.VOTE_NOT_SECRET);
            Scenario story = given(inSession(), committee.opened());
            story.when("chair", new ConductCommand.StartRollCall("vote1")).refuses(Reason.ROLL_CALL_NEEDS_NAMES);
            story.when("secretary", new BallotCommand.RecordBallot("vote1", "member1", List.of("for"), "", "Máy hỏng")).refuses(Reason.HELP_NEEDS_NAMES);
            story.and(held("vote1")).when("member1", new SecretCommand.CastSecretBallot("vote1", committee.filled(story, "member1", "for"))).refuses(Reason.VOTE_NOT_OPEN);
        }

        @Test
        void whoever_holds_a_vote_seals_that_ballot_too() {
            Scenario story = given(inSessionBy(PRACTICE), left("member3"), story0 -> story0.does("secretary", new FranchiseCommand.DelegateVote("member3", "member2")), committee.opened());
            SealedBallot held = committee.filled(story, "member3", "against");
            story.when("member3", new SecretCommand.CastSecretBallot("vote1", held)).refuses(Reason.VOTE_IN_OTHER_HANDS);
            story.does("member2", new SecretCommand.CastSecretBallot("vote1", held));
            assertThat(story.mine("member2").held().get(0).receipt()).isPresent();
        }
    }

    @Test
    void warns_of_what_it_can_t_hide_before_it_is_opened() {
        Scenario story = given(inSessionBy(PRACTICE), committee.prepared(), committee.keysMade());
        assertThat(story.view("chair").lead().orElseThrow().cautions()).isEqualTo(Map.of("vote1", List.of(Caution.FEW)));
        story.and(weighted("member1", 3), left("member2"), left("member3"));
        assertThat(story.view("chair").lead().orElseThrow().cautions()).isEqualTo(Map.of("vote1", List.of(Caution.TOO_FEW, Caution.WEIGHTS_DIFFER)));
        story.when("chair", new VoteCommand.OpenVote("vote1", 0, true)).refuses(Reason.SECRET_TOO_FEW, 2, 3);
    }

    @Test
    void is_not_opened_where_too_few_people_would_cast_the_ballots_of_all() {
        Scenario story = given(inSessionBy(PRACTICE), left("member2"), left("member3"), delegates("member2", "chair"), delegates("member3", "chair"),
                committee.prepared(), committee.keysMade());
        assertThat(story.view("chair").lead().orElseThrow().cautions()).isEqualTo(Map.of("vote1", List.of(Caution.TOO_FEW)));
        story.when("chair", new VoteCommand.OpenVote("vote1", 0, false)).refuses(Reason.SECRET_TOO_FEW, 2, 3);
    }

    @Test
    void is_not_opened_where_nobody_could_verify_so_many_ballots() {
        List<Participant> people = Steps.committee();
        IntStream.range(0, 1_000).forEach(i -> people.add(person("many" + i, Role.MEMBER, true)));
        Form names = new Form.EachCandidate(IntStream.range(0, 50).mapToObj(i -> new Form.Option("name" + i, "Ông " + i)).toList());
        Scenario story = given().does("clerk", create(people)).and(withAgenda()).does("secretary", new PreparationCommand.IssueMeeting()).and(at(0))
                .does("secretary", new AttendanceCommand.MarkAllPresent(people.stream().map(Participant::id).toList(), Manner.IN_ROOM))
                .does("chair", new SessionCommand.OpenMeeting(false))
                .does("chair", new VoteCommand.PrepareVote("vote1", Committee.motion(names, MajorityRule.MORE_THAN_HALF_OF_ALL)))
                .does("chair", new VoteCommand.PrepareVote("vote2", Committee.motion()));
        story.when("chair", new VoteCommand.OpenVote("vote1", 0, false)).refuses(Reason.SECRET_TOO_LARGE, 1_004, 150L, 60L);
        story.when("chair", new VoteCommand.OpenVote("vote2", 0, false)).refuses(Reason.KEYS_NOT_TESTED);
    }

    private static Scenario.Step delegates(String from, String to) {
        return story -> story.does("secretary", new FranchiseCommand.DelegateVote(from, to));
    }

    @Test
    void views_that_are_moved_on_are_those_made_anew() {
        Scenario story = given(inSession());
        List<String> persons = List.of("chair", "member1", "member3", "guest", Caller.SCREEN);
        Map<String, MeetingView> known = new HashMap<>();
        Meeting before = story.meeting();
        persons.forEach(person -> known.put(person, story.view(person)));
        for (Scenario.Step step : List.of(committee.prepared(), committee.upTo(2), voids(), committee.keysMade(), opens(), committee.cast("chair", "for"),
                committee.cast("member1", "for"), committee.cast("member2", "for"), voteClosed("vote1"), committee.counted(1), committee.counted(2))) {
            story.and(step);
            for (String person : persons) {
                Rights rights = Rights.of(story.meeting(), Scenario.caller(person));
                assertThat(known.get(person).after(before, story.meeting(), rights)).isEqualTo(story.view(person));
                known.put(person, story.view(person));
            }
            before = story.meeting();
        }
    }

    private static Scenario.Step weighted(String person, int votes) {
        return story -> story.does("secretary", new FranchiseCommand.SetWeights(Map.of(person, votes), because("Theo phần vốn góp")));
    }

    private static Scenario.Step opens() {
        return story -> story.does("chair", new VoteCommand.OpenVote("vote1", 0, false));
    }

    private static Scenario.Step voids() {
        return story -> story.does("chair", new SecretCommand.VoidCeremony("vote1", 1, "x"));
    }

    private static VotesView.VoteView vote(Scenario story, String person) {
        return story.view(person).votes().votes().get("vote1");
    }

    private static SecretView secret(Scenario story, String person) {
        return vote(story, person).secret().orElseThrow();
    }
}
