package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.EIGHT;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.preparation.HeadView;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand.CancelMeeting;
import vn.nghisu.meeting.preparation.PreparationCommand.CreateMeeting;
import vn.nghisu.meeting.preparation.PreparationCommand.EditMeeting;
import vn.nghisu.meeting.preparation.PreparationCommand.IssueMeeting;
import vn.nghisu.meeting.preparation.PreparationCommand.NameParticipants;
import vn.nghisu.meeting.preparation.PreparationEvent.MeetingCancelled;
import vn.nghisu.meeting.preparation.PreparationEvent.MeetingCreated;
import vn.nghisu.meeting.preparation.PreparationEvent.MeetingEdited;
import vn.nghisu.meeting.preparation.PreparationEvent.MeetingIssued;
import vn.nghisu.meeting.preparation.PreparationEvent.ParticipantsNamed;
import vn.nghisu.meeting.session.Phase;

class PreparationTest {

    @Nested
    class Creating {
        @Test
        void makes_a_draft_with_its_list_of_participants() {
            CreateMeeting create = create("  Phiên họp tháng 11 ", EIGHT, EIGHT.plusSeconds(60), committee());
            Scenario story = given().when("clerk", create).then(
                    new MeetingCreated("Phiên họp tháng 11", Kind.REGULAR, "body-1", "Ban Chỉ đạo", "Ủy ban nhân dân tỉnh", "Lam Sơn", "Phòng 1",
                            EIGHT, EIGHT.plusSeconds(60), create.rule(), create.quorum()),
                    new ParticipantsNamed(committee(), Optional.empty()));
            assertThat(story.meeting().phase()).isEqualTo(Phase.DRAFT);
            assertThat(story.view("secretary").people().order()).containsExactlyElementsOf(committee().stream().map(Participant::id).toList());
        }

        @Test
        void is_for_those_who_prepare_meetings_of_the_body() {
            given().when("member1", create(committee())).refuses(Reason.NOT_YOURS);
            given().when(Caller.SYSTEM, create(committee())).happens();
        }

        @Test
        void happens_once() {
            given(drafted()).when("clerk", create(committee())).refuses(Reason.MEETING_EXISTS);
        }

        @Test
        void needs_a_title_and_an_end_after_the_start() {
            given().when("clerk", create(" ", EIGHT, EIGHT.plusSeconds(60), committee())).refuses(Reason.TEXT_MISSING, Fields.TITLE);
            given().when("clerk", create("x".repeat(501), EIGHT, EIGHT.plusSeconds(60), committee())).refuses(Reason.TEXT_TOO_LONG, Fields.TITLE, 500);
            given().when("clerk", create("x", EIGHT, EIGHT, committee())).refuses(Reason.BAD_TIME);
        }

        @Test
        void takes_only_times_that_a_calendar_has() {
            given().when("clerk", create("x", EIGHT, Instant.MAX, committee())).refuses(Reason.TIME_OUT_OF_RANGE);
            given().when("clerk", create("x", Instant.MIN, EIGHT, committee())).refuses(Reason.TIME_OUT_OF_RANGE);
        }
    }

    @Nested
    class The_list_of_participants {
        @Test
        void has_exactly_one_chair_and_a_secretary() {
            refuses(Reason.NO_CHAIR, person("secretary", Role.SECRETARY, false));
            refuses(Reason.NO_CHAIR, person("chair", Role.CHAIR, true), person("other", Role.CHAIR, true), person("secretary", Role.SECRETARY, false));
            refuses(Reason.NO_SECRETARY, person("chair", Role.CHAIR, true));
        }

        @Test
        void names_nobody_twice() {
            refuses(Reason.DUPLICATE_PERSON, person("chair", Role.CHAIR, true), person("chair", Role.SECRETARY, true));
        }

        @Test
        void gives_no_vote_to_a_guest() {
            refuses(Reason.GUEST_WITHOUT_VOTE, person("chair", Role.CHAIR, true), person("secretary", Role.SECRETARY, false), person("guest", Role.GUEST, true));
        }

        @Test
        void has_no_room_for_somebody_who_is_called_like_the_server_or_a_screen() {
            refuses(Reason.BAD_ID, person("chair", Role.CHAIR, true), person(Caller.SYSTEM, Role.SECRETARY, false));
            refuses(Reason.BAD_ID, person("chair", Role.CHAIR, true), person(Caller.SCREEN, Role.SECRETARY, false));
            refuses(Reason.BAD_ID, person("a b", Role.CHAIR, true));
        }

        @Test
        void has_names_and_limits() {
            refuses(Reason.TEXT_MISSING, new Participant("chair", " ", "", "", Role.CHAIR, true));
            refuses(Reason.TEXT_TOO_LONG, new Participant("chair", "x".repeat(201), "", "", Role.CHAIR, true));
            refuses(Reason.TEXT_TOO_LONG, new Participant("chair", "x", "x".repeat(501), "", Role.CHAIR, true));
            refuses(Reason.TEXT_TOO_LONG, new Participant("chair", "x", "", "x".repeat(501), Role.CHAIR, true));
            refuses(Reason.TOO_MANY, IntStream.range(0, 6_001).mapToObj(i -> person("p" + 1000 + i, Role.MEMBER, true)).toArray(Participant[]::new));
        }

        @Test
        void can_be_replaced_but_for_those_who_have_checked_in() {
            List<Participant> without1 = committee().stream().filter(person -> !person.id().equals("member1")).toList();
            given(issued()).when("secretary", new NameParticipants(without1, because("Chuyển công tác")))
                    .then(new ParticipantsNamed(without1, because("Chuyển công tác")));
            given(issued(), present("member1"), left("member1")).when("secretary", new NameParticipants(without1, because("x")))
                    .refuses(Reason.PERSON_ACTIVE, "Ông member1");
        }

        @Test
        void decides_who_may_enter_at_once() {
            List<Participant> without1 = committee().stream().filter(person -> !person.id().equals("member1")).toList();
            Scenario story = given(issued()).does("secretary", new NameParticipants(without1, because("x")));
            assertThat(story.mayEnter("member1")).isFalse();
            assertThat(story.does("secretary", new NameParticipants(committee(), because("x"))).mayEnter("member1")).isTrue();
        }

        private void refuses(Reason reason, Participant... participants) {
            given().when("clerk", create(List.of(participants))).refuses(reason);
            given(drafted()).when("secretary", new NameParticipants(List.of(participants), NONE)).refuses(reason);
        }
    }

    @Nested
    class A_draft {
        @Test
        void is_seen_by_those_who_prepare_it_and_by_nobody_else() {
            Scenario story = given(drafted());
            assertThat(List.of("chair", "secretary")).allMatch(story::mayEnter);
            assertThat(List.of("member1", "observer", "guest", Caller.SCREEN, "stranger")).noneMatch(story::mayEnter);
        }

        @Test
        void is_edited_without_a_reason() {
            EditMeeting edit = new EditMeeting(" Tên mới ", Kind.URGENT, " P2 ", EIGHT, EIGHT.plusSeconds(9), NONE);
            Scenario story = given(drafted()).when("secretary", edit).then(new MeetingEdited("Tên mới", Kind.URGENT, "P2", EIGHT, EIGHT.plusSeconds(9), NONE));
            assertThat(story.view("secretary").head().revisions()).isEmpty();
        }

        @Test
        void is_edited_within_the_same_limits_as_it_was_made() {
            Scenario story = given(drafted());
            story.when("secretary", new EditMeeting(" ", Kind.URGENT, "", EIGHT, EIGHT.plusSeconds(9), NONE)).refuses(Reason.TEXT_MISSING, Fields.TITLE);
            story.when("secretary", new EditMeeting("x", Kind.URGENT, "x".repeat(201), EIGHT, EIGHT.plusSeconds(9), NONE)).refuses(Reason.TEXT_TOO_LONG, Fields.ROOM, 200);
            story.when("secretary", new EditMeeting("x", Kind.URGENT, "", EIGHT, EIGHT, NONE)).refuses(Reason.BAD_TIME);
        }

        @Test
        void that_is_cancelled_stays_hidden() {
            Scenario story = given(drafted()).when("secretary", new CancelMeeting(" Thôi ")).then(new MeetingCancelled("Thôi"));
            assertThat(List.of("member1", "guest", Caller.SCREEN)).noneMatch(story::mayEnter);
            assertThat(story.view("chair").head().cancelledBecause()).contains("Thôi");
        }
    }

    @Nested
    class Issuing {
        @Test
        void shows_the_meeting_to_all_participants_and_the_screen() {
            Scenario story = given(drafted(), item("item1")).when("secretary", new IssueMeeting()).then(new MeetingIssued());
            assertThat(List.of("chair", "secretary", "member1", "observer", "guest", Caller.SCREEN)).allMatch(story::mayEnter);
            assertThat(story.mayEnter("stranger")).isFalse();
            assertThat(story.view("guest").head().issuedAt()).contains(story.now().toEpochMilli());
        }

        @Test
        void needs_an_agenda_and_papers_that_are_ready() {
            given(drafted()).when("secretary", new IssueMeeting()).refuses(Reason.EMPTY_AGENDA);
            Scenario unready = given(drafted(), item("item1")).does("secretary", add("paper1", "item1", Access.EVERYONE, List.of(), NONE));
            unready.when("secretary", new IssueMeeting()).refuses(Reason.PAPERS_NOT_READY, "Tài liệu paper1");
            unready.does("secretary", new PaperCommand.WithdrawPaper("paper1", "Nhầm")).when("secretary", new IssueMeeting()).happens();
        }

        @Test
        void happens_once_and_not_by_members() {
            given(issued()).when("secretary", new IssueMeeting()).refuses(Reason.NOT_A_DRAFT);
            given(issued()).when("member1", new IssueMeeting()).refuses(Reason.NOT_YOURS);
            given(drafted()).when("member1", new IssueMeeting()).refuses(Reason.NO_SUCH_MEETING);
        }
    }

    @Nested
    class After_the_issue {
        @Test
        void every_change_needs_a_reason() {
            everyChangeNeedsAReason(given(issued(), paper("paper1", "item1")));
        }

        @Test
        void so_does_every_change_in_session_and_in_a_recess() {
            everyChangeNeedsAReason(given(inSession(), paper("paper1", "item1")));
            everyChangeNeedsAReason(given(inRecess(), paper("paper1", "item1")));
        }

        @Test
        void what_the_chair_does_with_the_agenda_in_session_is_no_change_of_it() {
            given(inSession()).when("chair", new AgendaCommand.TakeUpItem("item2")).happens();
        }

        private void everyChangeNeedsAReason(Scenario story) {
            List<Command> changes = List.of(
                    new EditMeeting("x", Kind.REGULAR, "", EIGHT, EIGHT.plusSeconds(1), NONE),
                    new NameParticipants(committee(), because("  ")),
                    new AgendaCommand.AddItem("item9", NONE, NONE, outline("x"), NONE),
                    new AgendaCommand.EditItem("item1", outline("x"), NONE),
                    new AgendaCommand.MoveItem("item1", NONE, NONE, NONE),
                    new AgendaCommand.RemoveItem("item21", NONE),
                    new PaperCommand.AddPaper("paper9", "item1", "x", "x.pdf", "00", 1, 1, Access.EVERYONE, List.of(), NONE, NONE, Optional.empty()),
                    new PaperCommand.EditPaper("paper1", "x", "item1", NONE),
                    new PaperCommand.OpenPaperTo("paper1", Access.EVERYONE, List.of(), NONE),
                    new PaperCommand.WithdrawPaper("paper1", " "),
                    new CancelMeeting(""));
            assertThat(changes).allSatisfy(change -> story.when("secretary", change).refuses(Reason.REASON_NEEDED));
        }

        @Test
        void a_reason_is_short() {
            given(issued()).when("secretary", new EditMeeting("x", Kind.REGULAR, "", EIGHT, EIGHT.plusSeconds(1), because("x".repeat(1_001))))
                    .refuses(Reason.TEXT_TOO_LONG, Fields.REASON, 1_000);
        }

        @Test
        void everybody_reads_who_changed_what_and_why() {
            Scenario story = given(issued()).does("secretary", new EditMeeting("x", Kind.REGULAR, "", EIGHT, EIGHT.plusSeconds(1), because(" Đổi phòng ")));
            assertThat(story.view("guest").head().revisions())
                    .containsExactly(new HeadView.RevisionView(story.now().toEpochMilli(), "Ông secretary", "Đổi phòng", Optional.empty(), Optional.empty()));
        }

        @Test
        void cancelling_is_told_to_everybody_and_ends_all() {
            Scenario story = given(issued()).does("chair", new CancelMeeting("Bão số 12"));
            assertThat(story.view("member1").head().phase()).isEqualTo(Phase.CANCELLED);
            assertThat(story.view("guest").head().cancelledBecause()).contains("Bão số 12");
            story.when("secretary", new CancelMeeting("x")).refuses(Reason.MEETING_OVER);
        }

        @Test
        void a_meeting_that_has_begun_is_closed_and_not_cancelled() {
            given(inSession()).when("chair", new CancelMeeting("x")).refuses(Reason.ALREADY_IN_SESSION);
            given(inRecess()).when("chair", new CancelMeeting("x")).refuses(Reason.ALREADY_IN_SESSION);
        }
    }
}
