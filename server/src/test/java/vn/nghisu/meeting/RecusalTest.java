package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.agenda.AgendaCommand.TakeUpItem;
import vn.nghisu.meeting.agenda.AgendaEvent.ItemTakenUp;
import vn.nghisu.meeting.floor.FloorCommand.AppointSpeaker;
import vn.nghisu.meeting.floor.FloorCommand.AskToSpeak;
import vn.nghisu.meeting.floor.FloorCommand.CallSpeaker;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.preparation.PreparationCommand.NameParticipants;
import vn.nghisu.meeting.recusal.Recusal;
import vn.nghisu.meeting.recusal.RecusalCommand.RecusePerson;
import vn.nghisu.meeting.recusal.RecusalCommand.TakeBackRecusal;
import vn.nghisu.meeting.recusal.RecusalEvent.PersonRecused;
import vn.nghisu.meeting.recusal.RecusalEvent.RecusalEnded;
import vn.nghisu.meeting.session.SessionCommand.CloseMeeting;
import vn.nghisu.meeting.session.SessionEvent.MeetingClosed;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Verdict;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand.DecideTie;
import vn.nghisu.meeting.vote.VoteCommand.OpenVote;
import vn.nghisu.meeting.vote.VoteEvent.VoteOpened;

/** Taking no part in one item (product A5): the papers close, the floor and the ballot are for the others, and it ends by itself. */
class RecusalTest {
    private static Scenario.Step recused(String person, String item) {
        return story -> story.does(person, new RecusePerson(person, item, "Có người thân liên quan"));
    }

    private static Recusal of(Scenario story, String item, String person) {
        return story.meeting().recusals().find(item, person).orElseThrow();
    }

    /** Two for, two against of four, with nobody's names. */
    private static Scenario.Step tied(String vote) {
        return story -> story.and(votePrepared(vote, motion(Mode.UNNAMED, Optional.of("item21")))).does("chair", new OpenVote(vote, 0, false))
                .and(cast(vote, "chair", "for"), cast(vote, "member1", "for"), cast(vote, "member2", "against"), cast(vote, "member3", "against"), voteClosed(vote));
    }

    private static Verdict verdict(Scenario story, String vote) {
        return story.meeting().votes().find(vote).orElseThrow().verdict().orElseThrow();
    }

    @Nested
    class A_tie_for_the_chair_s_side {
        @Test
        void is_not_passed_where_the_chair_takes_no_part() {
            Scenario story = given(inSession(), recused("chair", "item2"), recused("member3", "item2"), votePrepared("vote1", motion(Mode.UNNAMED, Optional.of("item21"))))
                    .does("secretary", new OpenVote("vote1", 0, false)).and(cast("vote1", "member1", "for"), cast("vote1", "member2", "against"), voteClosed("vote1"));
            assertThat(verdict(story, "vote1").outcome()).isEqualTo(Verdict.Outcome.FAILED);
            assertThat(verdict(story, "vote1").sentence().vi()).isEqualTo("Không thông qua: ngang phiếu, 1 tán thành, 1 không tán thành trên 2 thành viên,"
                    + " và chủ trì không tham gia nội dung này; không tính 2 thành viên không tham gia nội dung này");
            story.when("chair", new DecideTie("vote1", true)).refuses(Reason.NOT_TIED);
            story.does("chair", new CloseMeeting());
        }

        @Test
        void falls_when_the_chair_says_so_afterwards_and_the_chair_s_word_is_not_asked_any_more() {
            Scenario story = given(inSession(), tied("vote1"));
            assertThat(verdict(story, "vote1").outcome()).isEqualTo(Verdict.Outcome.TIED);
            story.does("chair", new RecusePerson("chair", "item2", "Liên quan"));
            assertThat(verdict(story, "vote1").outcome()).isEqualTo(Verdict.Outcome.FAILED);
            assertThat(verdict(story, "vote1").sentence().en()).contains("Not passed: tied, 2 for, 2 against of 4 members, and the chair takes no part in this item");
            story.when("chair", new DecideTie("vote1", true)).refuses(Reason.NOT_TIED);
        }

        @Test
        void waits_on_where_somebody_else_or_another_item_is_meant() {
            Scenario story = given(inSession(), tied("vote1")).does("chair", new RecusePerson("chair", "item1", "x")).does("member1", new RecusePerson("member1", "item2", "x"));
            assertThat(verdict(story, "vote1").outcome()).isEqualTo(Verdict.Outcome.TIED);
            story.does("chair", new DecideTie("vote1", true));
            assertThat(verdict(story, "vote1").outcome()).isEqualTo(Verdict.Outcome.PASSED);
        }

        /** Who becomes chair later may have said so before. */
        @Test
        void is_recorded_as_not_passed_only_by_a_chair_who_takes_no_part() {
            Scenario story = given(inSession(), tied("vote1"), recused("secretary", "item2")).does("secretary", new NameParticipants(swapped(), because("Thay chủ trì")));
            story.when("secretary", new DecideTie("vote1", true)).refuses(Reason.CHAIR_TAKES_NO_PART);
            story.does("secretary", new DecideTie("vote1", false));
            assertThat(verdict(story, "vote1").sentence().vi()).contains("chủ trì không tham gia nội dung này");
        }

        /** The secretary takes the chair. */
        private List<Participant> swapped() {
            List<Participant> people = committee();
            people.replaceAll(one -> switch (one.id()) {
                case "chair" -> person("chair", Role.SECRETARY, true);
                case "secretary" -> person("secretary", Role.CHAIR, false);
                default -> one;
            });
            return people;
        }
    }

    @Nested
    class Saying_so {
        @Test
        void is_one_act_of_the_member_or_of_those_who_lead() {
            given(inSession()).when("member1", new RecusePerson("member1", "item1", " Liên quan "))
                    .then(new PersonRecused("member1", "item1", "Liên quan"));
            given(inSession()).when("secretary", new RecusePerson("member1", "item1", "x")).then(new PersonRecused("member1", "item1", "x"));
            given(inSession()).when("member2", new RecusePerson("member1", "item1", "x")).refuses(Reason.NOT_YOURS);
        }

        @Test
        void needs_a_reason_an_item_and_somebody_who_could_take_part() {
            Scenario story = given(inSession());
            story.when("member1", new RecusePerson("member1", "item1", " ")).refuses(Reason.TEXT_MISSING, Fields.REASON);
            story.when("member1", new RecusePerson("member1", "item9", "x")).refuses(Reason.NO_SUCH_ITEM);
            story.when("secretary", new RecusePerson("guest", "item1", "x")).refuses(Reason.NO_SUCH_PERSON);
            story.when("guest", new RecusePerson("guest", "item1", "x")).refuses(Reason.NOT_YOURS);
        }

        @Test
        void is_said_once_and_taken_back_once() {
            Scenario story = given(inSession(), recused("member1", "item1"));
            story.when("chair", new RecusePerson("member1", "item1", "x")).refuses(Reason.ALREADY_RECUSED, "Ông member1");
            story.when("member1", new TakeBackRecusal("member1", "item1")).then(new RecusalEnded("member1", "item1", true));
            story.when("member1", new TakeBackRecusal("member1", "item1")).refuses(Reason.NOT_RECUSED, "Ông member1");
            story.does("member1", new RecusePerson("member1", "item1", "y"));
            assertThat(of(story, "item1", "member1").spells()).hasSize(2);
        }

        @Test
        void of_somebody_else_s_word_is_taken_back_by_who_leads_only() {
            Scenario story = given(inSession()).does("chair", new RecusePerson("member1", "item1", "Có người thân liên quan"));
            story.when("member1", new TakeBackRecusal("member1", "item1")).refuses(Reason.RECUSED_BY_LEAD);
            assertThat(story.view("member1").recusals().items().get("item1").get("member1").imposed()).isTrue();
            story.when("secretary", new TakeBackRecusal("member1", "item1")).then(new RecusalEnded("member1", "item1", true));
            story.does("member1", new RecusePerson("member1", "item1", "y"));
            assertThat(story.view("member1").recusals().items().get("item1").get("member1").imposed()).as("the own word").isFalse();
            story.when("member1", new TakeBackRecusal("member1", "item1")).then(new RecusalEnded("member1", "item1", true));
        }

        @Test
        void of_one_who_leads_is_taken_back_by_the_other_where_the_other_has_said_so() {
            Scenario story = given(inSession()).does("secretary", new RecusePerson("chair", "item1", "Liên quan"));
            story.when("chair", new TakeBackRecusal("chair", "item1")).refuses(Reason.RECUSED_BY_LEAD);
            story.when("secretary", new TakeBackRecusal("chair", "item1")).then(new RecusalEnded("chair", "item1", true));
        }

        @Test
        void stays_the_own_word_when_the_item_comes_back() {
            Scenario story = given(inSession(), recused("member1", "item1"), taken("item1"), taken("item2"), taken("item1"));
            assertThat(of(story, "item1", "member1").spells()).hasSize(2);
            assertThat(story.view("member1").recusals().items().get("item1").get("member1").imposed()).isFalse();
            story.when("member1", new TakeBackRecusal("member1", "item1")).then(new RecusalEnded("member1", "item1", true));
        }

        @Test
        void waits_for_a_vote_on_the_item_that_runs() {
            Scenario story = given(inSession(), recused("member2", "item2"), votePrepared("vote1", motion(Mode.OPEN, Optional.of("item21"))))
                    .does("chair", new OpenVote("vote1", 0, false));
            story.when("member1", new RecusePerson("member1", "item2", "x")).refuses(Reason.VOTE_STILL_OPEN, "Thông qua báo cáo?");
            story.when("member2", new TakeBackRecusal("member2", "item2")).refuses(Reason.VOTE_STILL_OPEN, "Thông qua báo cáo?");
            story.does("member1", new RecusePerson("member1", "item1", "x"));
        }
    }

    @Nested
    class Meanwhile {
        @Test
        void papers_of_the_item_and_below_it_are_closed_whatever_the_reader_may_see_else() {
            Scenario story = given(inSession(), paper("of-the-item", "item2"), paper("below-it", "item21"), paper("by-name", "item2", Access.NAMED, "member1"),
                    paper("of-another", "item1"));
            assertThat(story.view("member1").papers().papers()).containsOnlyKeys("of-the-item", "below-it", "by-name", "of-another");
            story.and(recused("member1", "item2"), recused("chair", "item2"));
            for (String person : List.of("member1", "chair")) {
                assertThat(story.view(person).papers().papers()).as(person).containsOnlyKeys("of-another");
                assertThat(story.view(person).agenda().items().get("item2").papers()).as(person).isEmpty();
            }
            assertThat(story.view("member2").papers().papers()).containsOnlyKeys("of-the-item", "below-it", "of-another");
            assertThat(story.mine("member1").recused()).containsExactly("item2", "item21");
        }

        @Test
        void the_list_of_changes_names_none_of_them_either() {
            Scenario story = given(inSession(), paper("of-the-item", "item2"), paper("of-another", "item1"));
            List<String> all = told(story, "member2");
            assertThat(all).hasSize(2);
            story.and(recused("member1", "item2"), recused("chair", "item2"));
            assertThat(told(story, "member2")).isEqualTo(all);
            for (String person : List.of("member1", "chair")) {
                assertThat(told(story, person)).as(person).containsExactly(all.get(1));
            }
        }

        private List<String> told(Scenario story, String person) {
            return story.view(person).head().revisions().stream().flatMap(revision -> revision.about().stream()).toList();
        }

        @Test
        void what_is_presented_from_the_item_is_not_shown_to_the_person() {
            Scenario story = given(inSession(), paper("paper1", "item1"), taken("item1"), presented("paper1"), recused("member1", "item1"));
            assertThat(story.view("member1").stage().presenting()).isEmpty();
            assertThat(story.view("member2").stage().presenting()).isPresent();
        }

        @Test
        void the_floor_is_for_the_others_while_the_item_is_in_hand() {
            Scenario story = given(inSession(), recused("member1", "item1"), taken("item1"));
            story.when("member1", new AskToSpeak(SpeechKind.DISCUSSION, "", Optional.empty())).refuses(Reason.RECUSED, "Ông member1");
            story.when("chair", new AppointSpeaker("member1", Optional.of(5), false)).refuses(Reason.RECUSED, "Ông member1");
            story.and(taken("item2"), asked("member1"));
        }

        @Test
        void who_speaks_or_waits_stops_at_once() {
            Scenario story = given(inSession(), taken("item1"), asked("member1"), speaking("member1"), asked("member1"), asked("member2"), recused("member1", "item1"));
            assertThat(story.meeting().floor().speaker()).isEmpty();
            assertThat(story.meeting().floor().turns()).hasSize(1);
            assertThat(story.meeting().floor().queue()).extracting(request -> request.person()).containsExactly("member2");
        }

        @Test
        void who_waits_when_the_item_comes_waits_no_longer() {
            Scenario story = given(inSession(), recused("member1", "item1"), taken("item2"), asked("member1"));
            String request = requestOf(story, "member1");
            story.and(taken("item1"));
            assertThat(story.meeting().floor().queue()).isEmpty();
            story.when("chair", new CallSpeaker(request, Optional.of(5), false)).refuses(Reason.NOT_ASKED);
        }

        @Test
        void the_body_sees_who_and_those_who_lead_why() {
            Scenario story = given(inSession(), recused("member1", "item1"));
            assertThat(story.view("secretary").recusals().items().get("item1").get("member1").reason()).contains("Có người thân liên quan");
            assertThat(story.view("member2").recusals().items().get("item1").get("member1").reason()).isEmpty();
            List.of("guest", Caller.SCREEN).forEach(person -> assertThat(story.view(person).recusals().items()).as(person).isEmpty());
            List.of("member2", "guest", Caller.SCREEN).forEach(person -> assertThat(story.everythingFor(person)).doesNotContain("người thân"));
        }
    }

    @Nested
    class In_a_vote {
        private Scenario opened(Mode mode) {
            return given(inSession(), recused("member1", "item1"), votePrepared("vote1", motion(mode, Optional.of("item1"))))
                    .does("chair", new OpenVote("vote1", 0, false));
        }

        @Test
        void members_and_quorum_are_counted_without_the_person() {
            Scenario story = given(inSession(), recused("member1", "item2"), votePrepared("vote1", motion(Mode.OPEN, Optional.of("item21"))), left("member2"));
            assertThat(story.view("chair").lead().orElseThrow().quorums().get("vote1")).isEqualTo(new Quorum.Standing(3, 2, 2, true));
            story.when("chair", new OpenVote("vote1", 0, false))
                    .then(new VoteOpened("vote1", List.of("chair", "member3"), Map.of(), 3, new Quorum.Standing(3, 2, 2, true), 0));
            assertThat(story.meeting().quorum()).isEqualTo(new Quorum.Standing(4, 3, 3, true));
        }

        @Test
        void the_sentence_says_so() {
            for (Mode mode : List.of(Mode.OPEN, Mode.UNNAMED)) {
                Scenario story = opened(mode).and(cast("vote1", "chair", "for"), cast("vote1", "member2", "for"), voteClosed("vote1"));
                assertThat(story.view("guest").votes().votes().get("vote1").result().orElseThrow().sentence()).isEqualTo(new Text(
                        "Thông qua: 2 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2); không tính 1 thành viên không tham gia nội dung này",
                        "Passed: 2 for of 3 members; more than half needed (at least 2); 1 member who takes no part in this item is not counted"));
            }
        }

        @Test
        void the_person_has_no_ballot_and_others_are_told_who_it_is() {
            Scenario story = opened(Mode.OPEN);
            story.when("member1", new vn.nghisu.meeting.vote.BallotCommand.CastBallot("vote1", List.of("for"), "")).refuses(Reason.NOT_ENTITLED);
            assertThat(story.view("member2").votes().votes().get("vote1").recused()).containsExactly("member1");
            assertThat(story.view("guest").votes().votes().get("vote1").recused()).isEmpty();
        }

        @Test
        void it_holds_also_after_the_item_was_in_hand_until_it_is_taken_back() {
            Scenario story = given(inSession(), recused("member1", "item1"), taken("item1"), taken("item2"), votePrepared("vote1", motion(Mode.OPEN, Optional.of("item1"))));
            story.does("chair", new OpenVote("vote1", 0, false)).and(voteClosed("vote1"));
            assertThat(voters(story, "vote1")).doesNotContain("member1");
            story.does("member1", new TakeBackRecusal("member1", "item1")).and(votePrepared("vote2", motion(Mode.OPEN, Optional.of("item1"))))
                    .does("chair", new OpenVote("vote2", 0, false));
            assertThat(voters(story, "vote2")).contains("member1");
        }

        @Test
        void votes_on_other_items_and_on_none_are_as_before() {
            Scenario story = given(inSession(), recused("member1", "item21"), votePrepared("vote1", motion(Mode.OPEN, Optional.of("item2"))))
                    .does("chair", new OpenVote("vote1", 0, false)).and(voteClosed("vote1"), voteOpened("vote2", Mode.OPEN));
            assertThat(voters(story, "vote1")).contains("member1");
            assertThat(voters(story, "vote2")).contains("member1");
        }

        private List<String> voters(Scenario story, String vote) {
            return story.meeting().votes().find(vote).map(Vote::electorate).orElseThrow().stream().toList();
        }
    }

    @Nested
    class The_end {
        @Test
        void comes_by_itself_when_the_meeting_goes_on_to_something_else() {
            Scenario story = given(inSession(), paper("paper1", "item2"), recused("member1", "item2"), taken("item2"));
            story.when("chair", new TakeUpItem("item21")).then(new ItemTakenUp("item21"));
            story.at(story.now().plus(Duration.ofMinutes(10)));
            story.when("chair", new TakeUpItem("item1")).then(new RecusalEnded("member1", "item2", false), new ItemTakenUp("item1"));
            assertThat(of(story, "item2", "member1").last().to()).contains(story.now());
            assertThat(story.view("member1").papers().papers()).containsOnlyKeys("paper1");
        }

        @Test
        void is_undone_when_the_meeting_comes_back_to_the_item() {
            Scenario story = given(inSession(), paper("paper1", "item1"), recused("member1", "item1"), taken("item1"), taken("item2"));
            story.when("chair", new TakeUpItem("item1")).then(new ItemTakenUp("item1"), new PersonRecused("member1", "item1", "Có người thân liên quan"));
            assertThat(of(story, "item1", "member1").spells()).hasSize(2);
            assertThat(story.view("member1").papers().papers()).isEmpty();
        }

        @Test
        void does_not_come_before_the_item_does() {
            Scenario story = given(inSession(), recused("member1", "item2"), taken("item1"));
            assertThat(of(story, "item2", "member1").holds()).isTrue();
        }

        @Test
        void comes_with_the_end_of_the_meeting() {
            given(inSession(), recused("member1", "item1"), taken("item1")).when("chair", new CloseMeeting())
                    .then(new RecusalEnded("member1", "item1", false), new MeetingClosed());
        }
    }
}
