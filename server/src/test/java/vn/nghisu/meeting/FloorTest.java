package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.attendance.AttendanceCommand.CheckIn;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.floor.FloorCommand.AppointSpeaker;
import vn.nghisu.meeting.floor.FloorCommand.AskToSpeak;
import vn.nghisu.meeting.floor.FloorCommand.CallSpeaker;
import vn.nghisu.meeting.floor.FloorCommand.DismissRequest;
import vn.nghisu.meeting.floor.FloorCommand.EndTurn;
import vn.nghisu.meeting.floor.FloorCommand.OpenSpeakersList;
import vn.nghisu.meeting.floor.FloorCommand.PauseTurn;
import vn.nghisu.meeting.floor.FloorCommand.WithdrawRequest;
import vn.nghisu.meeting.floor.FloorEvent.FloorContinued;
import vn.nghisu.meeting.floor.FloorEvent.FloorEnded;
import vn.nghisu.meeting.floor.FloorEvent.FloorGiven;
import vn.nghisu.meeting.floor.FloorEvent.FloorPaused;
import vn.nghisu.meeting.floor.FloorEvent.RequestDismissed;
import vn.nghisu.meeting.floor.FloorEvent.RequestWithdrawn;
import vn.nghisu.meeting.floor.FloorEvent.SpeakersListOpened;
import vn.nghisu.meeting.floor.FloorEvent.SpeechRequested;
import vn.nghisu.meeting.floor.FloorView.TurnView;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.preparation.PreparationCommand.NameParticipants;

class FloorTest {

    @Nested
    class Asking_to_speak {
        @Test
        void puts_the_person_into_the_queue_with_the_item_in_hand() {
            Scenario story = given(inSession(), taken("item1")).when("guest", new AskToSpeak(SpeechKind.QUESTION, " Về kinh phí ", Optional.of("member1")))
                    .then(new SpeechRequested("guest", SpeechKind.QUESTION, "Về kinh phí", Optional.of("item1"), Optional.of("member1")));
            String request = requestOf(story, "guest");
            assertThat(story.view("member1").floor().requests().get(request).about()).isEqualTo("Về kinh phí");
            assertThat(story.mine("guest").requests()).containsExactly(request);
            assertThat(story.mine("member1").requests()).isEmpty();
        }

        @Test
        void comes_in_the_order_of_kinds_and_then_of_asking() {
            Scenario story = given(inSession(), asked("member1"), asked("member2", SpeechKind.QUESTION), asked("member3", SpeechKind.REPLY),
                    asked("guest"), asked("secretary", SpeechKind.POINT_OF_ORDER), asked("chair", SpeechKind.REPLY));
            assertThat(queue(story)).containsExactly("secretary", "member3", "chair", "member1", "member2", "guest");
        }

        @Test
        void happens_once_for_each_kind() {
            Scenario story = given(inSession(), asked("member1"));
            story.when("member1", new AskToSpeak(SpeechKind.DISCUSSION, "", Optional.empty())).refuses(Reason.ALREADY_ASKED, "Ông member1");
            story.when("member1", new AskToSpeak(SpeechKind.POINT_OF_ORDER, "Hết giờ", Optional.empty())).happens();
        }

        @Test
        void needs_a_session_and_a_person_who_is_there() {
            given(issued()).when("member1", new AskToSpeak(SpeechKind.DISCUSSION, "", Optional.empty())).refuses(Reason.NOT_IN_SESSION);
            given(inRecess()).when("member1", new AskToSpeak(SpeechKind.DISCUSSION, "", Optional.empty())).refuses(Reason.NOT_IN_SESSION);
            given(closed()).when("member1", new AskToSpeak(SpeechKind.DISCUSSION, "", Optional.empty())).refuses(Reason.MEETING_OVER);
            given(inSession(), left("member1")).when("member1", new AskToSpeak(SpeechKind.DISCUSSION, "", Optional.empty())).refuses(Reason.CHECK_IN_FIRST);
            given(inSession()).when(Caller.SCREEN, new AskToSpeak(SpeechKind.DISCUSSION, "", Optional.empty())).refuses(Reason.NOT_YOURS);
            given(inSession()).when("stranger", new AskToSpeak(SpeechKind.DISCUSSION, "", Optional.empty())).refuses(Reason.NO_SUCH_MEETING);
            given(inSession()).when("member1", new AskToSpeak(SpeechKind.DISCUSSION, "x".repeat(1_001), Optional.empty())).refuses(Reason.TEXT_TOO_LONG, Fields.ABOUT, 1_000);
        }

        @Test
        void waits_when_the_list_is_closed_but_for_points_of_order() {
            Scenario story = given(inSession()).when("chair", new OpenSpeakersList(false)).then(new SpeakersListOpened(false));
            story.when("chair", new OpenSpeakersList(false)).changesNothing();
            story.when("member1", new AskToSpeak(SpeechKind.DISCUSSION, "", Optional.empty())).refuses(Reason.LIST_CLOSED);
            story.when("member1", new AskToSpeak(SpeechKind.POINT_OF_ORDER, "Hết giờ", Optional.empty())).happens();
            story.does("chair", new OpenSpeakersList(true)).when("member1", new AskToSpeak(SpeechKind.DISCUSSION, "", Optional.empty())).happens();
        }

        @Test
        void finds_a_queue_of_limited_length() {
            List<Participant> many = committee();
            IntStream.range(0, Limits.WAITING_SPEAKERS).forEach(i -> many.add(person("p" + (1_000 + i), Role.MEMBER, false)));
            Scenario story = given(inSession()).does("secretary", new NameParticipants(many, because("Mở rộng")));
            many.stream().filter(person -> person.id().matches("p\\d+")).forEach(person ->
                    story.does(person.id(), new CheckIn(Manner.REMOTE)).does(person.id(), new AskToSpeak(SpeechKind.DISCUSSION, "", Optional.empty())));
            story.when("member1", new AskToSpeak(SpeechKind.DISCUSSION, "", Optional.empty())).refuses(Reason.TOO_MANY, Limits.WAITING_SPEAKERS);
        }
    }

    @Nested
    class A_request {
        @Test
        void is_taken_back_by_who_asked_and_by_nobody_else() {
            Scenario story = given(inSession(), asked("member1"));
            String request = requestOf(story, "member1");
            story.when("member2", new WithdrawRequest(request)).refuses(Reason.NOT_ASKED);
            story.when("chair", new WithdrawRequest(request)).refuses(Reason.NOT_ASKED);
            story.when("stranger", new WithdrawRequest(request)).refuses(Reason.NO_SUCH_MEETING);
            story.when("member1", new WithdrawRequest(request)).then(new RequestWithdrawn(request));
            assertThat(queue(story)).isEmpty();
            story.when("member1", new WithdrawRequest(request)).refuses(Reason.NOT_ASKED);
        }

        @Test
        void is_turned_down_by_the_chair() {
            Scenario story = given(inSession(), asked("member1"));
            String request = requestOf(story, "member1");
            story.when("member2", new DismissRequest(request)).refuses(Reason.NOT_YOURS);
            story.when("chair", new DismissRequest(request)).then(new RequestDismissed(request));
            assertThat(story.mine("member1").requests()).isEmpty();
            story.when("chair", new DismissRequest(request)).refuses(Reason.NOT_ASKED);
        }
    }

    @Nested
    class Giving_the_floor {
        @Test
        void to_somebody_who_asked_takes_the_request_off_the_queue() {
            Scenario story = given(inSession(), taken("item1"), asked("member1"));
            String request = requestOf(story, "member1");
            story.when("chair", new CallSpeaker(request, Optional.of(5), false)).then(new FloorGiven("member1", SpeechKind.DISCUSSION, "ý kiến của member1",
                    Optional.of("item1"), Optional.of(request), 300_000, NONE, Optional.empty()));
            TurnView turn = story.view("guest").floor().speaker().orElseThrow();
            assertThat(turn.person()).isEqualTo("member1");
            assertThat(turn.limitMs()).isEqualTo(300_000);
            assertThat(turn.runningSince()).contains(story.now().toEpochMilli());
            assertThat(queue(story)).isEmpty();
            assertThat(story.mine("member1").requests()).isEmpty();
        }

        @Test
        void may_pass_over_the_order_of_the_queue() {
            Scenario story = given(inSession(), asked("member1"), asked("member2"));
            story.does("chair", new CallSpeaker(requestOf(story, "member2"), Optional.of(0), false));
            assertThat(queue(story)).containsExactly("member1");
        }

        @Test
        void to_somebody_who_did_not_ask() {
            given(inSession()).when("chair", new AppointSpeaker("guest", Optional.of(0), false))
                    .then(new FloorGiven("guest", SpeechKind.DISCUSSION, "", NONE, NONE, 0, NONE, Optional.empty()));
            given(inSession()).when("chair", new AppointSpeaker("stranger", Optional.of(0), false)).refuses(Reason.NO_SUCH_PERSON);
            given(inSession(), left("member1")).when("chair", new AppointSpeaker("member1", Optional.of(0), false)).refuses(Reason.NOT_PRESENT, "Ông member1");
        }

        @Test
        void to_somebody_appointed_who_waits_grants_what_was_asked() {
            Scenario story = given(inSession(), asked("member2"), asked("member1", SpeechKind.QUESTION));
            story.when("chair", new AppointSpeaker("member1", Optional.of(5), false)).then(new FloorGiven("member1", SpeechKind.QUESTION, "ý kiến của member1", NONE,
                    Optional.of(requestOf(story, "member1")), 300_000, Optional.of("chair"), Optional.empty()));
            assertThat(queue(story)).containsExactly("chair", "member2");
        }

        @Test
        void ends_the_turn_of_who_had_it() {
            Scenario story = given(inSession(), at(1), speaking("member1"), at(4), speaking("member2"));
            assertThat(story.view("guest").floor().speaker().orElseThrow().person()).isEqualTo("member2");
            assertThat(story.view("guest").floor().spokenMs()).containsEntry("member1", 180_000L).doesNotContainKey("member2");
        }

        @Test
        void needs_a_request_that_is_there_and_a_sensible_limit() {
            Scenario story = given(inSession(), asked("member1"));
            story.when("chair", new CallSpeaker("r0", Optional.of(5), false)).refuses(Reason.NOT_ASKED);
            for (int minutes : new int[] {0, 240}) {
                assertThat(story.when("chair", new CallSpeaker(requestOf(story, "member1"), Optional.of(minutes), false)).isAccepted()).isTrue();
            }
            for (int minutes : new int[] {-1, 241}) {
                story.when("chair", new CallSpeaker(requestOf(story, "member1"), Optional.of(minutes), false)).refuses(Reason.BAD_NUMBER, Fields.MINUTES, 0, 240);
                story.when("chair", new AppointSpeaker("member1", Optional.of(minutes), false)).refuses(Reason.BAD_NUMBER, Fields.MINUTES, 0, 240);
            }
        }
    }

    @Nested
    class A_turn {
        @Test
        void is_ended_by_the_speaker_or_by_those_who_lead() {
            given(inSession(), speaking("member1")).when("member1", new EndTurn()).then(new FloorEnded());
            given(inSession(), speaking("member1")).when("secretary", new EndTurn()).then(new FloorEnded());
            given(inSession(), speaking("member1")).when("member2", new EndTurn()).refuses(Reason.NOT_YOUR_TURN);
            given(inSession()).when("member2", new EndTurn()).refuses(Reason.NOT_YOUR_TURN);
            given(inSession()).when("chair", new EndTurn()).refuses(Reason.NOBODY_SPEAKS);
            given(inSession(), speaking("member1")).when(Caller.SCREEN, new EndTurn()).refuses(Reason.NOT_YOURS);
            given(inSession(), speaking("member1")).when("stranger", new EndTurn()).refuses(Reason.NO_SUCH_MEETING);
        }

        @Test
        void is_paused_and_goes_on_and_its_time_is_exact() {
            Scenario story = given(inSession(), at(1), speaking("member1"), at(3)).when("chair", new PauseTurn(true)).then(new FloorPaused());
            story.when("chair", new PauseTurn(true)).changesNothing();
            story.and(at(10)).when("chair", new PauseTurn(false)).then(new FloorContinued());
            story.when("chair", new PauseTurn(false)).changesNothing();
            story.and(at(11)).does("chair", new EndTurn());
            assertThat(story.view("guest").floor().spokenMs()).containsEntry("member1", 180_000L);
            story.when("chair", new PauseTurn(true)).refuses(Reason.NOBODY_SPEAKS);
        }

        @Test
        void adds_to_what_the_person_has_spoken_before() {
            Scenario story = given(inSession(), at(1), speaking("member1"), at(2), speaking("member2"), at(5), speaking("member1"), at(7))
                    .does("chair", new EndTurn());
            assertThat(story.view("guest").floor().spokenMs()).containsEntry("member1", 180_000L).containsEntry("member2", 180_000L);
        }
    }

    private static List<String> queue(Scenario story) {
        var floor = story.view("guest").floor();
        return floor.order().stream().map(id -> floor.requests().get(id).person()).toList();
    }
}
