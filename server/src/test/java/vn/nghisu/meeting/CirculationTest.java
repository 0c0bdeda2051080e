package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.EIGHT;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.NONE;
import static vn.nghisu.meeting.Steps.PRACTICE;
import static vn.nghisu.meeting.Steps.add;
import static vn.nghisu.meeting.Steps.because;
import static vn.nghisu.meeting.Steps.cast;
import static vn.nghisu.meeting.Steps.committee;
import static vn.nghisu.meeting.Steps.create;
import static vn.nghisu.meeting.Steps.drafted;
import static vn.nghisu.meeting.Steps.hidden;
import static vn.nghisu.meeting.Steps.inSession;
import static vn.nghisu.meeting.Steps.issued;
import static vn.nghisu.meeting.Steps.item;
import static vn.nghisu.meeting.Steps.motion;
import static vn.nghisu.meeting.Steps.outline;
import static vn.nghisu.meeting.Steps.paper;
import static vn.nghisu.meeting.Steps.person;
import static vn.nghisu.meeting.Steps.votePrepared;
import static vn.nghisu.meeting.Steps.withAgenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.AgendaEvent;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.circulation.CirculationCommand;
import vn.nghisu.meeting.circulation.CirculationCommand.CloseForm;
import vn.nghisu.meeting.circulation.CirculationCommand.ExtendForm;
import vn.nghisu.meeting.circulation.CirculationCommand.LeaveOutForm;
import vn.nghisu.meeting.circulation.CirculationCommand.RemindMembers;
import vn.nghisu.meeting.circulation.CirculationCommand.TakeUpForm;
import vn.nghisu.meeting.circulation.CirculationEvent.FormExtended;
import vn.nghisu.meeting.circulation.CirculationEvent.FormTakenUp;
import vn.nghisu.meeting.circulation.CirculationEvent.MembersReminded;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.franchise.FranchiseCommand;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperEvent;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.Plan;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.preparation.PreparationCommand.CancelMeeting;
import vn.nghisu.meeting.preparation.PreparationCommand.CreateMeetingFrom;
import vn.nghisu.meeting.preparation.PreparationCommand.EditMeeting;
import vn.nghisu.meeting.preparation.PreparationCommand.IssueMeeting;
import vn.nghisu.meeting.preparation.PreparationCommand.NameParticipants;
import vn.nghisu.meeting.recusal.RecusalCommand;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.BallotCommand.CastBallot;
import vn.nghisu.meeting.vote.BallotCommand.RecordBallot;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Verdict.Outcome;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;

/** Opinion forms (product P10): the same meeting without a session. */
class CirculationTest {
    /** Four days from the first command of a story on. */
    private static final Instant DEADLINE = EIGHT.minus(Duration.ofDays(1));
    private static final Instant LATER = EIGHT.plus(Duration.ofDays(2));
    private static final MajorityRule OF_ANSWERS = new MajorityRule(MajorityRule.Base.CAST, 1, 2, true, MajorityRule.Tie.FALLS);

    private static PreparationCommand.CreateMeeting form() {
        PreparationCommand.CreateMeeting usual = create(PRACTICE);
        return new PreparationCommand.CreateMeeting("Cho ý kiến về dự toán", Kind.OPINION_FORM, usual.bodyId(), usual.bodyName(), usual.parentAgency(), usual.place(), "",
                EIGHT.minus(Duration.ofDays(6)), DEADLINE, usual.rule(), usual.quorum(), usual.participants(), usual.practice());
    }

    private static Vote.Motion asking(Mode mode, MajorityRule rule) {
        return new Vote.Motion("Đồng ý với dự toán?", Optional.of("item1"), mode, new Form.Answers(ChoiceSet.OPINION), rule, Quorum.TWO_THIRDS);
    }

    private static Scenario.Step formDrafted() {
        return story -> story.does("clerk", form()).and(item("item1"));
    }

    /** Two questions, one open and one unnamed, sent to chair and members 1 to 3. */
    private static Scenario.Step formSent() {
        return story -> story.and(formDrafted(), votePrepared("vote1", asking(Mode.OPEN, MajorityRule.MORE_THAN_HALF_OF_ALL)),
                votePrepared("vote2", asking(Mode.UNNAMED, MajorityRule.MORE_THAN_HALF_OF_ALL))).does("secretary", new IssueMeeting());
    }

    private static Vote vote(Scenario story, String id) {
        return story.meeting().votes().find(id).orElseThrow();
    }

    private static String sentence(Scenario story, String id) {
        return vote(story, id).verdict().orElseThrow().sentence().vi();
    }

    @Nested
    class Sending {
        @Test
        void puts_all_questions_at_once_to_every_member_with_a_vote_wherever_they_are() {
            Scenario story = given(formSent());
            assertThat(story.meeting().phase()).isEqualTo(Phase.ISSUED);
            assertThat(List.of("vote1", "vote2")).allSatisfy(id -> {
                assertThat(vote(story, id).state()).isEqualTo(Vote.State.OPEN);
                assertThat(vote(story, id).electorate().people()).containsExactlyInAnyOrder("chair", "member1", "member2", "member3");
            });
            assertThat(story.mine("member1").entitled()).containsExactly("vote1", "vote2");
            assertThat(story.mine("observer").entitled()).isEmpty();
            assertThat(story.view("member1").votes().running()).as("no vote takes the screen by itself").isEmpty();
            assertThat(story.view("secretary").circulation().waitingFor()).contains(List.of("chair", "member1", "member2", "member3"));
            assertThat(story.view("member1").circulation().waitingFor()).isEmpty();
            assertThat(story.mayEnter(Caller.SCREEN)).isFalse();
        }

        @Test
        void wants_a_question_somebody_to_ask_and_a_deadline_that_is_to_come() {
            given(formDrafted()).when("secretary", new IssueMeeting()).refuses(Reason.NO_QUESTION);
            Scenario late = given(formDrafted(), votePrepared("vote1", asking(Mode.OPEN, MajorityRule.MORE_THAN_HALF_OF_ALL)));
            late.at(DEADLINE);
            late.when("secretary", new IssueMeeting()).refuses(Reason.DEADLINE_PAST);
            List<Participant> voteless = List.of(person("chair", Role.CHAIR, false), person("secretary", Role.SECRETARY, false), person("observer", Role.MEMBER, false));
            given(formDrafted(), votePrepared("vote1", asking(Mode.OPEN, MajorityRule.MORE_THAN_HALF_OF_ALL)))
                    .does("secretary", new NameParticipants(voteless, NONE)).when("secretary", new IssueMeeting()).refuses(Reason.NOBODY_TO_ASK);
            given(formDrafted(), votePrepared("vote1", asking(Mode.UNNAMED, MajorityRule.MORE_THAN_HALF_OF_ALL)))
                    .does("secretary", new FranchiseCommand.SetWeights(Map.of("member1", 3), NONE)).when("secretary", new IssueMeeting()).refuses(Reason.UNNAMED_WITH_WEIGHTS);
        }

        @Test
        void a_question_without_an_item_is_enough() {
            given(story -> story.does("clerk", form()), votePrepared("vote1", motion(Mode.OPEN))).does("secretary", new IssueMeeting());
        }

        @Test
        void waits_for_its_papers() {
            given(formDrafted(), votePrepared("vote1", asking(Mode.OPEN, MajorityRule.MORE_THAN_HALF_OF_ALL)))
                    .does("secretary", add("paper1", "item1", Access.EVERYONE, List.of(), NONE)).when("secretary", new IssueMeeting()).refuses(Reason.PAPERS_NOT_READY);
        }

        @Test
        void refuses_what_needs_people_together() {
            Scenario story = given(formDrafted());
            story.when("secretary", new VoteCommand.PrepareVote("vote9", asking(Mode.OPEN, new MajorityRule(MajorityRule.Base.PRESENT, 1, 2, true, MajorityRule.Tie.FALLS))))
                    .refuses(Reason.NOBODY_PRESENT);
            Scenario secret = given(scenario -> scenario.does("clerk", new PreparationCommand.CreateMeeting(form().title(), Kind.OPINION_FORM, "body-1", "B", "", "", "",
                    form().startsAt(), DEADLINE, form().rule(), form().quorum(), committee())), item("item1"));
            secret.when("secretary", new VoteCommand.PrepareVote("vote9", asking(Mode.SECRET, MajorityRule.MORE_THAN_HALF_OF_ALL))).refuses(Reason.SECRET_NEEDS_SESSION);
        }

        @Test
        void settles_who_is_asked_what_and_until_when() {
            Scenario story = given(formSent());
            List<Participant> fewer = new ArrayList<>(committee());
            fewer.removeIf(each -> each.id().equals("member3"));
            story.when("secretary", new NameParticipants(fewer, because("Chuyển công tác"))).refuses(Reason.FORM_SENT_TO);
            List<Participant> withoutGuest = new ArrayList<>(committee());
            withoutGuest.removeIf(each -> each.id().equals("guest"));
            story.does("secretary", new NameParticipants(withoutGuest, because("Không cần")));
            story.when("secretary", new VoteCommand.PrepareVote("vote9", asking(Mode.OPEN, MajorityRule.MORE_THAN_HALF_OF_ALL))).refuses(Reason.FORM_SENT);
            story.when("secretary", new EditMeeting("Tên", Kind.OPINION_FORM, "", form().startsAt(), LATER, because("x"))).refuses(Reason.EXTEND_INSTEAD);
            story.when("secretary", new EditMeeting("Tên", Kind.REGULAR, "", form().startsAt(), DEADLINE, because("x"))).refuses(Reason.FORM_OR_SESSION);
            story.does("secretary", new EditMeeting("Tên khác", Kind.OPINION_FORM, "", form().startsAt(), DEADLINE, because("Sửa tên")));
            story.when("member1", new RecusalCommand.RecusePerson("member1", "item1", "x")).refuses(Reason.VOTE_STILL_OPEN);
        }

        @Test
        void has_no_session_to_come_to_or_to_lead() {
            Scenario story = given(formSent());
            for (Command command : List.of(new SessionCommand.OpenMeeting(true), new AgendaCommand.TakeUpItem("item1"), new VoteCommand.CloseVote("vote1"),
                    new AttendanceCommand.MarkPresent("member1", Manner.IN_ROOM), new FranchiseCommand.DelegateVote("member1", "member2"),
                    new RecordBallot("vote1", "member1", List.of("agree"), "", "x"), new FloorCommand.AppointSpeaker("member1", NONE.map(Integer::valueOf), false))) {
                story.when("chair", command).refuses(Reason.FORM_HAS_NO_SESSION);
            }
            story.when("member1", new AttendanceCommand.CheckIn(Manner.REMOTE)).refuses(Reason.FORM_HAS_NO_SESSION);
            story.when("member1", new FloorCommand.AskToSpeak(SpeechKind.DISCUSSION, "x", NONE)).refuses(Reason.NOT_IN_SESSION);
        }
    }

    @Nested
    class Answering {
        @Test
        void once_for_each_question_with_a_receipt() {
            Scenario story = given(formSent(), cast("vote1", "member1", "agree"));
            assertThat(story.mine("member1").ballots()).containsOnlyKeys("vote1");
            story.when("member1", new CastBallot("vote1", List.of("disagree"), "")).refuses(Reason.ALREADY_VOTED);
            story.does("member1", new CastBallot("vote2", List.of("other"), "Bổ sung kinh phí cho cấp xã"));
            assertThat(story.view("secretary").circulation().waitingFor()).contains(List.of("chair", "member2", "member3"));
            story.when("observer", new CastBallot("vote1", List.of("agree"), "")).refuses(Reason.NOT_ENTITLED);
            story.when("member2", new CastBallot("vote1", List.of("other"), " ")).refuses(Reason.TEXT_MISSING);
            assertThat(story.everythingFor("member2")).as("before the end nobody learns an answer").doesNotContain("Bổ sung kinh phí");
        }

        @Test
        void until_the_deadline_even_when_nobody_has_closed_the_form_yet() {
            Scenario story = given(formSent());
            story.at(DEADLINE.minusSeconds(2));
            story.and(cast("vote1", "member1", "agree"));
            story.when("member2", new CastBallot("vote1", List.of("agree"), "")).refuses(Reason.ANSWER_TOO_LATE, "08:00, 23/11/2026");
            story.does(Caller.SYSTEM, new CloseForm());
            story.when("member2", new CastBallot("vote1", List.of("agree"), "")).refuses(Reason.ANSWER_TOO_LATE);
        }

        @Test
        void is_reminded_of_by_whom_it_is_waited_for() {
            Scenario story = given(formSent(), cast("vote1", "member1", "agree"), cast("vote2", "member1", "agree"));
            story.when("member1", new RemindMembers()).refuses(Reason.NOT_YOURS);
            story.when("secretary", new RemindMembers()).then(new MembersReminded(List.of("chair", "member2", "member3")));
            assertThat(story.mine("member2").reminded()).isPresent();
            assertThat(story.mine("member1").reminded()).isEmpty();
            assertThat(story.view("secretary").circulation().reminded()).containsOnlyKeys("chair", "member2", "member3");
            assertThat(story.view("member1").circulation().reminded()).isEmpty();
            for (String person : List.of("chair", "member2", "member3")) {
                story.and(cast("vote1", person, "agree"), cast("vote2", person, "agree"));
            }
            story.when("secretary", new RemindMembers()).refuses(Reason.ALL_ANSWERED);
        }

        @Test
        void is_given_more_time_with_a_reason_that_everybody_reads() {
            Scenario story = given(formSent());
            story.when("secretary", new ExtendForm(LATER, " ")).refuses(Reason.TEXT_MISSING);
            story.when("secretary", new ExtendForm(DEADLINE, "x")).refuses(Reason.NOT_LATER);
            story.when("member1", new ExtendForm(LATER, "x")).refuses(Reason.NOT_YOURS);
            story.when("secretary", new ExtendForm(LATER, " Chờ ba sở ")).then(new FormExtended(LATER, "Chờ ba sở"));
            assertThat(story.view("member1").head().endsAt()).isEqualTo(LATER.toEpochMilli());
            assertThat(story.view("member1").head().revisions()).extracting(revision -> revision.reason()).contains("Chờ ba sở");
            assertThat(story.view("member1").circulation().extensions()).singleElement().satisfies(extension -> assertThat(extension.from()).isEqualTo(DEADLINE.toEpochMilli()));
            story.at(DEADLINE.plusSeconds(60));
            story.and(cast("vote1", "member1", "agree"));
            story.when(Caller.SYSTEM, new CloseForm()).changesNothing();
            story.at(LATER.plusSeconds(1));
            story.when("secretary", new ExtendForm(LATER.plusSeconds(3_600), "x")).refuses(Reason.FORM_OVER);
        }
    }

    @Nested
    class Closing {
        @Test
        void counts_every_question_and_says_both_numbers() {
            Scenario story = given(formSent(), cast("vote1", "chair", "agree"), cast("vote1", "member1", "agree"), cast("vote1", "member2", "agree"), cast("vote2", "member1", "disagree"));
            story.does("secretary", new CloseForm());
            assertThat(story.meeting().phase()).isEqualTo(Phase.CLOSED);
            assertThat(sentence(story, "vote1")).isEqualTo("Thông qua: 3 đồng ý trên 4 thành viên; cần quá nửa (ít nhất 3); phát ra 4 phiếu, thu về 3 phiếu");
            assertThat(sentence(story, "vote2")).isEqualTo("Không thông qua: 0 đồng ý trên 4 thành viên; cần quá nửa (ít nhất 3); phát ra 4 phiếu, thu về 1 phiếu");
            assertThat(story.view("member1").votes().votes().get("vote1").result().orElseThrow().names().orElseThrow()).containsOnlyKeys("chair", "member1", "member2");
            assertThat(story.view("member1").votes().votes().get("vote2").result().orElseThrow().names()).isEmpty();
            assertThat(Circulation.isSettled(story.meeting())).isTrue();
            story.when("secretary", new CloseForm()).refuses(Reason.FORM_OVER);
            story.when("secretary", new RemindMembers()).refuses(Reason.FORM_OVER);
        }

        @Test
        void by_the_server_only_once_the_deadline_has_passed() {
            Scenario story = given(formSent());
            story.when(Caller.SYSTEM, new CloseForm()).changesNothing();
            story.at(DEADLINE);
            story.does(Caller.SYSTEM, new CloseForm());
            assertThat(story.meeting().session().closedAt()).contains(story.now());
        }

        @Test
        void of_those_who_answered_wants_so_many_as_the_quorum_says() {
            Scenario story = given(formDrafted(), votePrepared("vote1", asking(Mode.OPEN, OF_ANSWERS)), votePrepared("vote2", asking(Mode.OPEN, OF_ANSWERS)))
                    .does("secretary", new IssueMeeting());
            story.and(cast("vote1", "member1", "agree"), cast("vote1", "member2", "agree"), cast("vote1", "member3", "disagree"), cast("vote2", "member1", "agree"))
                    .does("secretary", new CloseForm());
            assertThat(sentence(story, "vote1")).isEqualTo("Thông qua: 2 đồng ý trên 3 phiếu; cần quá nửa (ít nhất 2); phát ra 4 phiếu, thu về 3 phiếu");
            assertThat(sentence(story, "vote2")).isEqualTo("Không thông qua: chỉ có 1 trên 4 thành viên trả lời; cần ít nhất 3; phát ra 4 phiếu, thu về 1 phiếu");
        }

        @Test
        void leaves_a_tie_to_the_chair_where_the_own_answer_does_not_show_the_side() {
            Scenario story = given(formSent());
            for (String vote : List.of("vote1", "vote2")) {
                story.and(cast(vote, "chair", "agree"), cast(vote, "member1", "agree"), cast(vote, "member2", "disagree"), cast(vote, "member3", "disagree"));
            }
            story.does("secretary", new CloseForm());
            assertThat(vote(story, "vote1").verdict().orElseThrow().outcome()).isEqualTo(Outcome.PASSED);
            assertThat(vote(story, "vote2").verdict().orElseThrow().outcome()).isEqualTo(Outcome.TIED);
            assertThat(Circulation.isSettled(story.meeting())).isFalse();
            story.when("secretary", new VoteCommand.DecideTie("vote2", true)).refuses(Reason.NOT_YOURS);
            story.does("chair", new VoteCommand.DecideTie("vote2", false));
            assertThat(sentence(story, "vote2")).endsWith("; phát ra 4 phiếu, thu về 4 phiếu");
            assertThat(Circulation.isSettled(story.meeting())).isTrue();
        }

        @Test
        void by_cancelling_takes_no_answer_any_more() {
            Scenario story = given(formSent(), cast("vote1", "member1", "agree")).does("secretary", new CancelMeeting("Gửi nhầm"));
            assertThat(vote(story, "vote1").state()).isEqualTo(Vote.State.CANCELLED);
            story.when("member2", new CastBallot("vote1", List.of("agree"), "")).refuses(Reason.VOTE_CANCELLED);
        }

        @Test
        void is_for_forms_that_are_out() {
            given(inSession()).when("secretary", new CloseForm()).refuses(Reason.NOT_A_FORM);
            given(formDrafted()).when("secretary", new CloseForm()).refuses(Reason.FORM_NOT_SENT);
            given(formSent()).when("member1", new CloseForm()).refuses(Reason.NOT_YOURS);
            given(formSent()).when("stranger", new CloseForm()).refuses(Reason.NO_SUCH_MEETING);
        }
    }

    @Test
    void is_seen_the_same_moved_on_and_made_anew() {
        Scenario story = given(formSent());
        story.movesOn("member1", new CastBallot("vote1", List.of("agree"), ""), new CastBallot("vote2", List.of("agree"), ""));
        story.movesOn("secretary", new RemindMembers(), new ExtendForm(LATER, "Chờ"), new CloseForm());
    }

    @Nested
    class The_next_meeting {
        private CirculationCommand takeUp(String item) {
            return new TakeUpForm(item, "m-form", outline("Kết quả"), because("Báo cáo"));
        }

        @Test
        void starts_with_the_results_that_none_has_brought() {
            Plan plan = Plan.NONE.bringing(List.of(new Plan.Result("item-r", "m-form", outline("Kết quả"))));
            Scenario story = given().does("clerk", new CreateMeetingFrom(plan, create(committee())));
            assertThat(Circulation.itemOf(story.meeting(), "m-form")).contains("item-r");
            assertThat(story.view("secretary").circulation().takenUp()).isEqualTo(Map.of("item-r", "m-form"));
            assertThat(Plan.of(story.meeting()).items()).as("who starts from this meeting doesn't bring it again").isEmpty();
        }

        @Test
        void tells_guests_nothing_of_a_result_for_members() {
            Scenario story = given(issued());
            String before = story.everythingFor("guest");
            story.does("secretary", new TakeUpForm("item-r", "m-form", hidden("Kết quả"), because("Báo cáo")));
            assertThat(story.everythingFor("guest")).isEqualTo(before);
            assertThat(story.everythingFor("member1")).contains("m-form");
        }

        @Test
        void leaves_out_a_result_and_takes_it_up_again() {
            Scenario story = given(drafted(), withAgenda()).does("secretary", takeUp("item-r")).and(paper("paper-r", "item-r"));
            story.when("secretary", takeUp("item-s")).refuses(Reason.FORM_TAKEN_UP);
            story.when("secretary", new LeaveOutForm("m-form", NONE)).then(new PaperEvent.PaperWithdrawn("paper-r", CirculationCommand.LEFT_OUT), new AgendaEvent.ItemRemoved("item-r", NONE));
            story.when("secretary", new LeaveOutForm("m-form", NONE)).refuses(Reason.FORM_NOT_TAKEN_UP);
            assertThat(Circulation.itemOf(story.meeting(), "m-form")).isEmpty();
            story.when("secretary", takeUp("item-t")).then(new AgendaEvent.ItemAdded("item-t", NONE, NONE, outline("Kết quả"), because("Báo cáo")), new FormTakenUp("item-t", "m-form"));
        }

        @Test
        void keeps_what_was_dealt_with_and_wants_a_reason_once_issued() {
            Scenario story = given(issued());
            story.when("secretary", new TakeUpForm("item-r", "m-form", outline("Kết quả"), NONE)).refuses(Reason.REASON_NEEDED);
            story.does("secretary", takeUp("item-r"));
            story.when("member1", new LeaveOutForm("m-form", because("x"))).refuses(Reason.NOT_YOURS);
            story.and(votePrepared("vote1", motion(Mode.OPEN, Optional.of("item-r"))));
            story.when("secretary", new LeaveOutForm("m-form", because("x"))).refuses(Reason.ITEM_HAS_HISTORY);
            given(formDrafted()).when("secretary", takeUp("item-r")).refuses(Reason.FORM_HAS_NO_SESSION);
        }
    }
}
