package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.floor.FloorCommand.AskToSpeak;
import vn.nghisu.meeting.floor.FloorCommand.CallSpeaker;
import vn.nghisu.meeting.floor.FloorCommand.EndTurn;
import vn.nghisu.meeting.floor.FloorCommand.HandInOpinion;
import vn.nghisu.meeting.floor.FloorCommand.MoveRequest;
import vn.nghisu.meeting.floor.FloorCommand.OpenSpeakersList;
import vn.nghisu.meeting.floor.FloorCommand.PauseSpeakersList;
import vn.nghisu.meeting.floor.FloorEvent.OpinionHandedIn;
import vn.nghisu.meeting.floor.FloorEvent.RequestMoved;
import vn.nghisu.meeting.floor.FloorEvent.SpeakersListOpened;
import vn.nghisu.meeting.floor.FloorEvent.SpeakersListPaused;
import vn.nghisu.meeting.floor.FloorEvent.SpeechRequested;
import vn.nghisu.meeting.floor.ListState;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.session.LeadView;
import vn.nghisu.meeting.session.SessionCommand.CloseMeeting;
import vn.nghisu.meeting.recusal.RecusalCommand.RecusePerson;

/** The order of the queue, questions and their replies, the list's states, and what is handed in in writing (product F1 to F4). */
class FloorOrderTest {
    private static final Optional<Integer> BY_THE_RULES = Optional.empty();

    private static Scenario.Step questioned(String person, String asked) {
        return story -> story.does(person, new AskToSpeak(SpeechKind.QUESTION, "hỏi " + asked, Optional.of(asked)));
    }

    private static Scenario.Step moved(String person, Optional<String> before) {
        return story -> story.does("secretary", new MoveRequest(requestOf(story, person), before.map(other -> requestOf(story, other))));
    }

    private static List<String> queue(Scenario story) {
        return story.meeting().floor().queue().stream().map(request -> request.person()).toList();
    }

    @Nested
    class An_order_by_hand {
        @Test
        void holds_against_all_that_comes_later_but_points_of_order() {
            Scenario story = given(inSession(), asked("member1"), asked("member2"), asked("member3"));
            story.when("chair", new MoveRequest(requestOf(story, "member3"), Optional.of(requestOf(story, "member1"))))
                    .then(new RequestMoved(requestOf(story, "member3"), Optional.of(requestOf(story, "member1"))));
            assertThat(queue(story)).containsExactly("member3", "member1", "member2");
            story.and(asked("observer", SpeechKind.REPLY));
            assertThat(queue(story)).containsExactly("member3", "observer", "member1", "member2");
            story.and(asked("guest", SpeechKind.POINT_OF_ORDER));
            assertThat(queue(story)).containsExactly("guest", "member3", "observer", "member1", "member2");
        }

        @Test
        void goes_to_the_end_and_anywhere_between() {
            Scenario story = given(inSession(), asked("member1"), asked("member2"), asked("member3"), moved("member1", NONE));
            assertThat(queue(story)).containsExactly("member2", "member3", "member1");
            story.and(moved("member2", Optional.of("member1")));
            assertThat(queue(story)).containsExactly("member3", "member2", "member1");
            story.and(asked("observer"));
            assertThat(queue(story)).containsExactly("member3", "member2", "member1", "observer");
        }

        @Test
        void needs_requests_that_are_there() {
            Scenario story = given(inSession(), asked("member1"));
            String request = requestOf(story, "member1");
            story.when("chair", new MoveRequest("r0", NONE)).refuses(Reason.NOT_ASKED);
            story.when("chair", new MoveRequest(request, Optional.of("r0"))).refuses(Reason.NOT_ASKED);
            story.when("chair", new MoveRequest(request, Optional.of(request))).changesNothing();
            story.when("member1", new MoveRequest(request, NONE)).refuses(Reason.NOT_YOURS);
        }
    }

    @Test
    void a_point_of_order_needs_its_reason() {
        given(inSession()).when("member1", new AskToSpeak(SpeechKind.POINT_OF_ORDER, " ", NONE)).refuses(Reason.TEXT_MISSING, Fields.REASON);
        given(inSession()).when("member1", new AskToSpeak(SpeechKind.POINT_OF_ORDER, "Hết giờ", Optional.of("member2")))
                .then(new SpeechRequested("member1", SpeechKind.POINT_OF_ORDER, "Hết giờ", NONE, NONE));
    }

    @Nested
    class A_question {
        @Test
        void names_who_is_asked() {
            Scenario story = given(inSession());
            story.when("member1", new AskToSpeak(SpeechKind.QUESTION, "", NONE)).refuses(Reason.ASK_WHOM);
            story.when("member1", new AskToSpeak(SpeechKind.QUESTION, "", Optional.of("member1"))).refuses(Reason.ASKS_ONESELF);
            story.when("member1", new AskToSpeak(SpeechKind.QUESTION, "", Optional.of("stranger"))).refuses(Reason.NO_SUCH_PERSON);
            story.and(questioned("member1", "guest"));
            assertThat(story.view(Caller.SCREEN).floor().requests().get(requestOf(story, "member1")).to()).contains("guest");
        }

        @Test
        void is_replied_to_right_after_it() {
            Scenario story = given(inSession(), taken("item1"), questioned("member1", "member2"), asked("member3"), asked("observer", SpeechKind.POINT_OF_ORDER));
            story.does("chair", new CallSpeaker(requestOf(story, "member1"), BY_THE_RULES, false));
            assertThat(story.view("guest").floor().speaker().orElseThrow().with()).contains("member2");
            assertThat(queue(story)).containsExactly("observer", "member2", "member3");
            String reply = requestOf(story, "member2");
            assertThat(story.mine("member2").requests()).containsExactly(reply);
            story.does("chair", new CallSpeaker(requestOf(story, "observer"), BY_THE_RULES, false)).does("chair", new EndTurn());
            LeadView next = story.view("chair").lead().orElseThrow();
            assertThat(next.step()).isEqualTo(LeadView.Step.CALL);
            assertThat(next.about()).contains(reply);
            story.does("chair", new CallSpeaker(reply, BY_THE_RULES, false));
            assertThat(story.view("guest").floor().speaker().orElseThrow().kind()).isEqualTo(SpeechKind.REPLY);
            assertThat(story.view("guest").floor().speaker().orElseThrow().with()).contains("member1");
        }

        @Test
        void is_replied_to_by_who_wanted_to_reply_anyway_only_once() {
            Scenario story = given(inSession(), asked("member3", SpeechKind.REPLY), asked("member2", SpeechKind.REPLY), questioned("member1", "member2"));
            story.does("chair", new CallSpeaker(requestOf(story, "member1"), BY_THE_RULES, false));
            assertThat(queue(story)).containsExactly("member2", "member3");
            assertThat(story.meeting().floor().queue().get(0).to()).contains("member1");
        }

        @Test
        void to_somebody_who_is_not_there_calls_for_no_reply() {
            Scenario story = given(inSession(), left("member2"), questioned("member1", "member2"));
            story.does("chair", new CallSpeaker(requestOf(story, "member1"), BY_THE_RULES, false));
            assertThat(queue(story)).isEmpty();
        }

        @Test
        void of_a_hidden_item_shows_no_reply_to_guests() {
            Scenario story = given(inSession(), hiddenItem("hidden1"), taken("hidden1"), questioned("member1", "member2"));
            story.does("chair", new CallSpeaker(requestOf(story, "member1"), BY_THE_RULES, false));
            assertThat(story.view("guest").floor().order()).isEmpty();
            assertThat(story.view("guest").floor().discussed()).isEmpty();
            assertThat(story.view("member3").floor().order()).hasSize(1);
        }
    }

    @Test
    void a_paused_list_takes_nobody_new_and_keeps_who_waits() {
        Scenario story = given(inSession(), asked("member1")).when("chair", new PauseSpeakersList()).then(new SpeakersListPaused());
        story.when("chair", new PauseSpeakersList()).changesNothing();
        assertThat(story.view("guest").floor().list()).isEqualTo(ListState.PAUSED);
        assertThat(queue(story)).containsExactly("member1");
        story.when("member2", new AskToSpeak(SpeechKind.DISCUSSION, "", NONE)).refuses(Reason.LIST_PAUSED);
        story.and(asked("member2", SpeechKind.POINT_OF_ORDER));
        story.when("chair", new OpenSpeakersList(false)).then(new SpeakersListOpened(false));
        story.when("member2", new AskToSpeak(SpeechKind.DISCUSSION, "", NONE)).refuses(Reason.LIST_CLOSED);
        story.does("chair", new PauseSpeakersList()).when("chair", new OpenSpeakersList(true)).then(new SpeakersListOpened(true));
    }

    @Nested
    class An_opinion_in_writing {
        @Test
        void is_for_who_asked_to_speak_on_the_item() {
            Scenario story = given(inSession(), taken("item1"), asked("member1"));
            story.when("member2", new HandInOpinion("item1", "x")).refuses(Reason.NOT_YET_IN_WRITING);
            story.when("member1", new HandInOpinion("item2", "x")).refuses(Reason.NOT_YET_IN_WRITING);
            story.when("member1", new HandInOpinion("nowhere", "x")).refuses(Reason.NO_SUCH_ITEM);
            story.when("member1", new HandInOpinion("item1", "x".repeat(20_001))).refuses(Reason.TEXT_TOO_LONG, Fields.WRITTEN_OPINION, 20_000);
            assertThat(story.mine("member1").asked()).containsExactly("item1");
            story.when("member1", new HandInOpinion("item1", " Đề nghị giãn tiến độ ")).then(new OpinionHandedIn("item1", "member1", "Đề nghị giãn tiến độ"));
            assertThat(story.mine("member1").opinions().get("item1").text()).isEqualTo("Đề nghị giãn tiến độ");
        }

        @Test
        void is_for_everybody_once_the_list_is_closed_on_items_that_were_taken_up() {
            Scenario story = given(inSession(), taken("item1")).does("chair", new OpenSpeakersList(false));
            story.when("member2", new HandInOpinion("item1", "x")).happens();
            story.does("chair", new HandInOpinion("item1", "Ý kiến của chủ trì")).does("chair", new RecusePerson("chair", "item1", "Liên quan")).does("secretary", new RecusePerson("member2", "item1", "Liên quan"));
            story.when("member2", new HandInOpinion("item1", "x")).refuses(Reason.OPINION_WHILE_RECUSED);
            assertThat(story.view("chair").floor().opinions()).as("what the others have written is not for who takes no part").isEmpty();
            assertThat(story.view("secretary").floor().opinions()).containsKey("item1");
            story.when("member2", new HandInOpinion("item2", "x")).refuses(Reason.NOT_YET_IN_WRITING);
            story.when(Caller.SCREEN, new HandInOpinion("item1", "x")).refuses(Reason.NOT_YOURS);
            story.when("stranger", new HandInOpinion("item1", "x")).refuses(Reason.NO_SUCH_MEETING);
        }

        @Test
        void arrives_also_when_the_meeting_is_over_meanwhile() {
            Scenario story = given(inSession(), taken("item1"), asked("member1")).does("chair", new CloseMeeting());
            story.when("member1", new HandInOpinion("item1", "Viết khi mất mạng")).then(new OpinionHandedIn("item1", "member1", "Viết khi mất mạng"));
            given(issued()).when("member1", new HandInOpinion("item1", "x")).refuses(Reason.NOT_IN_SESSION);
        }

        @Test
        void is_replaced_and_taken_back() {
            Scenario story = given(inSession(), taken("item1"), asked("member1")).does("member1", new HandInOpinion("item1", "một"));
            story.when("member1", new HandInOpinion("item1", "một")).changesNothing();
            story.when("member1", new HandInOpinion("item1", "hai")).then(new OpinionHandedIn("item1", "member1", "hai"));
            assertThat(story.view("secretary").floor().opinions().get("item1")).hasSize(1);
            story.when("member1", new HandInOpinion("item1", " ")).then(new OpinionHandedIn("item1", "member1", ""));
            assertThat(story.view("secretary").floor().opinions()).isEmpty();
            story.when("member1", new HandInOpinion("item1", "")).changesNothing();
        }

        @Test
        void is_seen_by_those_who_lead_and_by_who_wrote_it() {
            Scenario story = given(inSession(), taken("item1"), asked("member1")).does("member1", new HandInOpinion("item1", "lời riêng"));
            for (String person : List.of("member2", "observer", "guest", Caller.SCREEN)) {
                assertThat(story.everythingFor(person)).as(person).doesNotContain("lời riêng");
            }
            for (String person : List.of("chair", "secretary", "member1")) {
                assertThat(story.everythingFor(person)).as(person).contains("lời riêng");
            }
        }

        @Test
        void on_a_hidden_item_is_not_for_guests() {
            given(inSession(), hiddenItem("hidden1"), taken("hidden1")).does("chair", new OpenSpeakersList(false))
                    .when("guest", new HandInOpinion("hidden1", "x")).refuses(Reason.NO_SUCH_ITEM);
        }
    }

    @Test
    void views_moved_on_are_those_made_anew() {
        Scenario story = given(inSession(), taken("item1"), asked("member3"));
        List<Scenario.Step> steps = List.of(questioned("member1", "member2"), asked("observer"), moved("observer", Optional.of("member1")),
                on -> on.does("chair", new CallSpeaker(requestOf(on, "member1"), BY_THE_RULES, false)),
                on -> on.does("chair", new PauseSpeakersList()), on -> on.does("member3", new HandInOpinion("item1", "x")),
                on -> on.does("chair", new EndTurn()), on -> on.does("chair", new CloseMeeting()));
        for (Scenario.Step step : steps) {
            Meeting before = story.meeting();
            story.and(step);
            for (String person : EVERYBODY) {
                Rights rights = Rights.of(before, Scenario.caller(person));
                assertThat(MeetingView.of(before, rights).after(before, story.meeting(), rights)).isEqualTo(MeetingView.of(story.meeting(), rights));
                assertThat(Mine.of(before, Scenario.caller(person)).after(before, story.meeting(), List.of())).isEqualTo(story.mine(person));
            }
        }
    }
}
