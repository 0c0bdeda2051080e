package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.floor.Beyond;
import vn.nghisu.meeting.floor.FloorCommand.AppointSpeaker;
import vn.nghisu.meeting.floor.FloorCommand.AskToSpeak;
import vn.nghisu.meeting.floor.FloorCommand.CallSpeaker;
import vn.nghisu.meeting.floor.FloorCommand.EndTurn;
import vn.nghisu.meeting.floor.FloorCommand.SetFloorRules;
import vn.nghisu.meeting.floor.FloorEvent.FloorGiven;
import vn.nghisu.meeting.floor.FloorEvent.FloorRulesSet;
import vn.nghisu.meeting.floor.FloorRules;
import vn.nghisu.meeting.floor.FloorRules.Times;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.preparation.Plan;
import vn.nghisu.meeting.preparation.PreparationCommand.CreateMeetingFrom;

/** The rules of the floor: how long, how often, and that nobody goes beyond them silently (product F2). */
class FloorRulesTest {
    private static final Optional<Integer> BY_THE_RULES = Optional.empty();
    private static final FloorRules ASSEMBLY = new FloorRules(new Times(7, 3), new Times(3, 1), new Times(5, 5), new Times(2, 2), 2, 30, 60);

    private static Scenario.Step ruled(FloorRules rules) {
        return story -> story.does("secretary", new SetFloorRules(rules));
    }

    private static FloorRules rules(int first, int turns, int item, int warning) {
        return new FloorRules(new Times(first, 3), Times.FREE, Times.FREE, Times.FREE, turns, item, warning);
    }

    /** Somebody's whole turn of so many minutes. */
    private static Scenario.Step spoke(String person, int from, int minutes) {
        return story -> story.and(at(from)).does("chair", new AppointSpeaker(person, BY_THE_RULES, true)).and(at(from + minutes)).does("chair", new EndTurn());
    }

    @Nested
    class The_rules {
        @Test
        void are_the_bodys_when_the_meeting_is_made_and_are_changed_in_it() {
            Scenario story = given().does("clerk", new CreateMeetingFrom(Plan.NONE.speakingBy(ASSEMBLY), create(committee())));
            assertThat(story.view("secretary").floor().rules()).isEqualTo(ASSEMBLY);
            story.when("secretary", new SetFloorRules(FloorRules.FREE)).then(new FloorRulesSet(FloorRules.FREE));
            story.when("chair", new SetFloorRules(FloorRules.FREE)).changesNothing();
        }

        @Test
        void limit_nothing_where_none_were_set() {
            assertThat(given(drafted()).view("secretary").floor().rules()).isEqualTo(FloorRules.FREE);
            given(inSession(), taken("item1"), spoke("member1", 1, 60), spoke("member1", 70, 60))
                    .when("chair", new AppointSpeaker("member1", BY_THE_RULES, false)).happens();
        }

        @Test
        void keep_to_sensible_numbers() {
            Scenario story = given(drafted());
            story.when("secretary", new SetFloorRules(rules(241, 0, 0, 60))).refuses(Reason.BAD_NUMBER, Fields.MINUTES, 0, 240);
            story.when("secretary", new SetFloorRules(rules(-1, 0, 0, 60))).refuses(Reason.BAD_NUMBER, Fields.MINUTES, 0, 240);
            story.when("secretary", new SetFloorRules(rules(7, 21, 0, 60))).refuses(Reason.BAD_NUMBER, Fields.TURNS, 0, 20);
            story.when("secretary", new SetFloorRules(rules(7, 2, 1_441, 60))).refuses(Reason.BAD_NUMBER, Fields.MINUTES, 0, 1_440);
            story.when("secretary", new SetFloorRules(rules(7, 2, 30, 601))).refuses(Reason.BAD_NUMBER, Fields.SECONDS, 0, 600);
            story.when("secretary", new SetFloorRules(rules(240, 20, 1_440, 600))).happens();
        }
    }

    @Nested
    class A_turn {
        @Test
        void is_as_long_as_the_rules_give_its_kind_first_and_later() {
            Scenario story = given(inSession(), ruled(ASSEMBLY), taken("item1"), asked("member1"), asked("member2", SpeechKind.POINT_OF_ORDER));
            String first = requestOf(story, "member1");
            assertThat(story.view("guest").floor().requests().get(first).minutes()).isEqualTo(7);
            assertThat(story.view("guest").floor().requests().get(requestOf(story, "member2")).minutes()).isEqualTo(2);
            story.when("chair", new CallSpeaker(first, BY_THE_RULES, false)).then(new FloorGiven("member1", SpeechKind.DISCUSSION, "ý kiến của member1",
                    Optional.of("item1"), Optional.of(first), 7 * 60_000, NONE, Optional.empty()));
            story.does("chair", new EndTurn()).and(asked("member1"));
            String later = requestOf(story, "member1");
            assertThat(story.view("guest").floor().requests().get(later).minutes()).isEqualTo(3);
            story.does("chair", new CallSpeaker(later, BY_THE_RULES, false));
            assertThat(story.view("guest").floor().speaker().orElseThrow().limitMs()).isEqualTo(3 * 60_000);
            story.and(taken("item2"), asked("member1"));
            assertThat(story.view("guest").floor().requests().get(requestOf(story, "member1")).minutes()).as("the next item").isEqualTo(7);
        }

        @Test
        void may_be_shorter_and_is_longer_only_after_a_warning() {
            Scenario story = given(inSession(), ruled(ASSEMBLY), taken("item1"), asked("member1"));
            String request = requestOf(story, "member1");
            story.when("chair", new CallSpeaker(request, Optional.of(8), false)).refuses(Reason.LONGER_THAN_RULES, "Ông member1", 7);
            story.when("chair", new CallSpeaker(request, Optional.of(0), false)).refuses(Reason.LONGER_THAN_RULES, "Ông member1", 7);
            assertThat(story.when("chair", new CallSpeaker(request, Optional.of(5), false)).isAccepted()).isTrue();
            story.when("chair", new CallSpeaker(request, Optional.of(8), true)).then(new FloorGiven("member1", SpeechKind.DISCUSSION, "ý kiến của member1",
                    Optional.of("item1"), Optional.of(request), 8 * 60_000, NONE, Optional.of(Beyond.LENGTH)));
            assertThat(story.view("guest").floor().speaker().orElseThrow().beyond()).contains(Beyond.LENGTH);
        }

        @Test
        void too_many_is_given_only_after_a_warning() {
            Scenario story = given(inSession(), ruled(ASSEMBLY), taken("item1"), spoke("member1", 1, 2), spoke("member1", 5, 2), asked("member1"));
            String request = requestOf(story, "member1");
            assertThat(story.view("chair").floor().requests().get(request).beyond()).contains(Beyond.TURNS);
            story.when("chair", new CallSpeaker(request, BY_THE_RULES, false)).refuses(Reason.TURNS_USED, "Ông member1", 2);
            story.when("chair", new AppointSpeaker("member1", BY_THE_RULES, false)).refuses(Reason.TURNS_USED, "Ông member1", 2);
            story.and(asked("member1", SpeechKind.REPLY), asked("member1", SpeechKind.POINT_OF_ORDER));
            story.meeting().floor().queue().stream().filter(waiting -> waiting.kind() != SpeechKind.DISCUSSION).forEach(waiting ->
                    assertThat(story.when("chair", new CallSpeaker(waiting.id(), BY_THE_RULES, false)).isAccepted()).as(waiting.kind().name()).isTrue());
            assertThat(story.when("chair", new CallSpeaker(request, BY_THE_RULES, true)).isAccepted()).isTrue();
            story.and(taken("item2")).when("chair", new CallSpeaker(request, BY_THE_RULES, false)).happens();
        }

        @Test
        void when_the_items_time_is_used_up_is_given_only_after_a_warning() {
            Scenario story = given(inSession(), ruled(rules(0, 0, 10, 60)), taken("item1"), spoke("member1", 1, 6), at(10), speaking("member2"), asked("member3"));
            String request = requestOf(story, "member3");
            story.and(at(13));
            assertThat(story.when("chair", new CallSpeaker(request, BY_THE_RULES, false)).isAccepted()).isTrue();
            story.and(at(14)).when("chair", new CallSpeaker(request, BY_THE_RULES, false)).refuses(Reason.DISCUSSION_TIME_USED, 10);
            assertThat(story.view("guest").floor().discussed().orElseThrow().spentMs()).isEqualTo(6 * 60_000);
            assertThat(story.view("guest").floor().discussed().orElseThrow().runningSince()).isPresent();
            story.does("chair", new EndTurn());
            assertThat(story.view("guest").floor().discussed().orElseThrow().spentMs()).isGreaterThan(10 * 60_000);
            assertThat(story.view("guest").floor().requests().get(request).beyond()).contains(Beyond.ITEM_TIME);
            assertThat(story.when("chair", new CallSpeaker(request, BY_THE_RULES, true)).isAccepted()).isTrue();
            story.and(taken("item2")).when("chair", new CallSpeaker(request, BY_THE_RULES, false)).happens();
        }
    }

    @Test
    void turns_on_a_hidden_item_change_nothing_for_who_may_not_see_it() {
        Scenario story = given(inSession(), ruled(ASSEMBLY), hiddenItem("hidden1"), taken("item1"), asked("member1"), taken("hidden1"));
        String before = story.everythingFor("guest");
        for (int turn = 0; turn < 2; turn++) {
            story.does("member1", new AskToSpeak(SpeechKind.QUESTION, "", Optional.of("member2")));
            story.does("chair", new CallSpeaker(story.meeting().floor().waiting("member1", SpeechKind.QUESTION).orElseThrow().id(), BY_THE_RULES, false))
                    .does("chair", new EndTurn());
        }
        assertThat(story.view("chair").floor().requests().get(requestOf(story, "member1")).beyond()).contains(Beyond.TURNS);
        assertThat(story.everythingFor("guest")).isEqualTo(before);
    }

    @Test
    void who_has_spoken_how_often_is_counted() {
        Scenario story = given(inSession(), taken("item1"), spoke("member1", 1, 2), spoke("member1", 5, 2), spoke("member2", 9, 1));
        assertThat(story.view("chair").floor().turns()).isEqualTo(Map.of("member1", 2, "member2", 1));
    }
}
