package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.conclusions.ConclusionCommand.RecordConclusion;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.documents.DocumentCommand;
import vn.nghisu.meeting.minutes.MinutesCommand.AcknowledgeFacts;
import vn.nghisu.meeting.minutes.MinutesCommand.AskMinutesChanges;
import vn.nghisu.meeting.minutes.MinutesCommand.CommentMinutes;
import vn.nghisu.meeting.minutes.TextPart;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand.WithdrawPaper;
import vn.nghisu.meeting.preparation.PreparationCommand.IssueMeeting;
import vn.nghisu.meeting.stage.StageCommand.ClearResult;
import vn.nghisu.meeting.stage.StageCommand.ShowResult;
import vn.nghisu.meeting.stage.StageCommand.StartPresenting;
import vn.nghisu.meeting.stage.StageCommand.StopPresenting;
import vn.nghisu.meeting.stage.StageEvent.PresentingStarted;
import vn.nghisu.meeting.stage.StageEvent.PresentingStopped;
import vn.nghisu.meeting.stage.StageEvent.ResultCleared;
import vn.nghisu.meeting.stage.StageEvent.ResultShown;
import vn.nghisu.meeting.stage.StageView.Scene;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.VoteCommand.OpenVote;

/** Hidden things leave no trace, not even a count (product X3); and what the screens show by themselves (S2). */
class HiddenThingsTest {
    private static final List<String> OUTSIDE = List.of("guest", Caller.SCREEN);
    private static final List<String> INSIDE = List.of("chair", "secretary", "member1", "observer");

    @Nested
    class A_hidden_item {
        @Test
        void leaves_no_gap_in_the_numbers() {
            Scenario story = given(drafted(), item("item1"), hiddenItem("hidden1"), item("item2"));
            story.does("secretary", new IssueMeeting());
            assertThat(AgendaTest.numbers(story, "guest")).containsExactly("item1 1", "item2 2");
            assertThat(AgendaTest.numbers(story, "member1")).containsExactly("item1 1", "hidden1 2", "item2 3");
        }

        @Test
        void hides_its_sub_items_and_all_that_belongs_to_them() {
            Scenario story = given(inSession(), hiddenItem("hidden1"), subItem("below1", "hidden1"), paper("below-paper", "below1"), taken("below1"),
                    presented("below-paper"), votePrepared("below-vote", motion(Mode.OPEN, Optional.of("below1"))))
                    .does("chair", new OpenVote("below-vote", 0, false)).and(voteClosed("below-vote"))
                    .does("secretary", new RecordConclusion("below1", "below-words"));
            OUTSIDE.forEach(person -> assertThat(story.everythingFor(person)).as(person).doesNotContain("below", "hidden1", "Kín"));
            INSIDE.forEach(person -> assertThat(story.everythingFor(person)).as(person).contains("below1", "below-paper", "below-vote", "below-words"));
        }

        @Test
        void leaves_no_trace_in_the_votes() {
            Scenario story = given(inSession());
            String before = story.everythingFor("guest");
            story.and(hiddenItem("hidden1"), votePrepared("vote1", motion(Mode.OPEN, Optional.of("hidden1")))).does("chair", new OpenVote("vote1", 30, false))
                    .and(cast("vote1", "member1", "for"));
            assertThat(story.everythingFor("guest")).isEqualTo(before);
            story.and(voteClosed("vote1"));
            assertThat(story.everythingFor("guest")).isEqualTo(before);
            assertThat(story.view("member1").stage().result()).contains("vote1");
        }

        @Test
        void leaves_no_trace_on_the_stage() {
            Scenario story = given(inSession());
            String before = story.everythingFor(Caller.SCREEN);
            story.and(hiddenItem("hidden1"), paper("paper1", "hidden1"), taken("hidden1"), presented("paper1"));
            assertThat(story.everythingFor(Caller.SCREEN)).isEqualTo(before);
            assertThat(story.view("member1").stage().scene()).isEqualTo(Scene.PAGE);
        }

        @Test
        void leaves_no_trace_on_the_floor() {
            Scenario story = given(inSession());
            String before = story.everythingFor(Caller.SCREEN);
            story.and(hiddenItem("hidden1"), taken("hidden1"), asked("member1"), asked("member2"), asked("member3"), at(5), speaking("member1"), at(9)).does("chair", new FloorCommand.EndTurn());
            assertThat(story.everythingFor(Caller.SCREEN)).isEqualTo(before);
            story.and(speaking("member2"));
            assertThat(story.everythingFor(Caller.SCREEN)).isEqualTo(before);
            assertThat(story.view("member3").floor().order()).containsExactly(requestOf(story, "member3"));
        }

        @Test
        void leaves_no_trace_in_the_reasons_of_changes() {
            Scenario story = given(issued());
            String before = story.everythingFor("guest");
            story.and(hiddenItem("hidden1"), subItem("hidden1a", "hidden1")).and(paper("paper1", "hidden1a"))
                    .does("secretary", new AgendaCommand.EditItem("hidden1", hidden("Khác"), because("Việc kín")))
                    .does("secretary", new AgendaCommand.MoveItem("hidden1", NONE, Optional.of("item1"), because("Việc kín")));
            assertThat(story.everythingFor("guest").replaceAll("planned(Start|End)\":\\d+", "")).isEqualTo(before.replaceAll("planned(Start|End)\":\\d+", ""));
            story.does("secretary", new WithdrawPaper("paper1", "Việc kín"))
                    .does("secretary", new AgendaCommand.RemoveItem("hidden1a", because("Việc kín")))
                    .does("secretary", new AgendaCommand.RemoveItem("hidden1", because("Việc kín")));
            assertThat(story.everythingFor("guest")).isEqualTo(before);
            assertThat(story.view("member1").head().revisions()).hasSizeGreaterThan(3);
        }

        @Test
        void a_guests_own_words_while_it_is_in_hand_belong_to_no_item() {
            Scenario story = given(inSession(), hiddenItem("hidden1"), taken("hidden1"), asked("guest"));
            assertThat(story.view("guest").floor().requests().get(requestOf(story, "guest")).item()).isEmpty();
            story.does("chair", new FloorCommand.CallSpeaker(requestOf(story, "guest"), Optional.of(3), false));
            assertThat(story.view("guest").floor().speaker().orElseThrow().person()).isEqualTo("guest");
            assertThat(story.everythingFor("guest")).doesNotContain("hidden1");
        }
    }

    @Test
    void the_secretarys_text_of_the_minutes_leaves_no_trace_with_members_guests_and_screens() {
        List<String> readers = List.of("member1", "observer", "guest", Caller.SCREEN);
        Scenario story = given(inSession());
        List<String> before = readers.stream().map(story::everythingFor).toList();
        story.does("secretary", MinutesTextTest.write("item1", 0, "Rất riêng")).does("chair", new CommentMinutes("comment1", "item1", TextPart.PUBLIC, "Góp ý kín"))
                .does("secretary", new AcknowledgeFacts("item1", story.meeting().seq()));
        assertThat(readers.stream().map(story::everythingFor).toList()).isEqualTo(before);
        assertThat(story.everythingFor("chair")).contains("Góp ý kín").doesNotContain("Rất riêng");
    }

    @Test
    void what_the_chair_wants_changed_in_the_minutes_leaves_no_trace_with_members_guests_and_screens() {
        List<String> readers = List.of("member1", "observer", "guest", Caller.SCREEN);
        Scenario story = given(closed());
        List<String> before = readers.stream().map(story::everythingFor).toList();
        story.does("chair", new AskMinutesChanges("Nêu rõ kinh phí"));
        assertThat(readers.stream().map(story::everythingFor).toList()).isEqualTo(before);
        assertThat(story.everythingFor("secretary")).contains("Nêu rõ kinh phí");
    }

    @Test
    void an_official_paper_leaves_no_trace_with_members_until_it_is_issued_and_never_with_guests_and_screens() {
        List<String> readers = List.of("member1", "observer", "guest", Caller.SCREEN);
        Scenario story = given(closed());
        List<String> before = readers.stream().map(story::everythingFor).toList();
        story.and(DocumentSteps.made("paper-list"), DocumentSteps.signed("paper-list"));
        assertThat(readers.stream().map(story::everythingFor).toList()).isEqualTo(before);
        story.does("secretary", new DocumentCommand.IssueDocument("paper-list"));
        assertThat(story.everythingFor("member1")).contains("paper-list");
        assertThat(story.everythingFor("guest")).isEqualTo(before.get(2));
        assertThat(story.everythingFor(Caller.SCREEN)).isEqualTo(before.get(3));
    }

    @Test
    void who_has_no_right_to_a_meeting_gets_no_view_of_it() {
        Scenario story = given(inSession());
        assertThatThrownBy(() -> story.view("stranger")).isInstanceOf(IllegalArgumentException.class);
        assertThat(story.mine("stranger").role()).isEmpty();
        assertThat(story.mine("stranger").may()).isEqualTo(new Mine.May(false, false, false, false, false));
    }

    @Test
    void the_interface_offers_what_the_role_may_do() {
        Scenario story = given(inSession());
        assertThat(story.mine("chair").may()).isEqualTo(new Mine.May(true, true, true, true, true));
        assertThat(story.mine("secretary").may()).isEqualTo(new Mine.May(true, true, false, false, true));
        assertThat(story.mine("member1").may()).isEqualTo(new Mine.May(false, false, false, true, true));
        assertThat(story.mine("observer").may()).isEqualTo(new Mine.May(false, false, false, false, true));
        assertThat(story.mine("guest").may()).isEqualTo(new Mine.May(false, false, false, false, true));
        assertThat(story.mine(Caller.SCREEN).may()).isEqualTo(new Mine.May(false, false, false, false, false));
    }

    @Nested
    class The_screen_shows_by_itself {
        @Test
        void where_the_meeting_stands() {
            assertThat(scene(given(issued()))).isEqualTo(Scene.WELCOME);
            assertThat(scene(given(inSession()))).isEqualTo(Scene.WELCOME);
            assertThat(scene(given(inSession(), taken("item1")))).isEqualTo(Scene.ITEM);
            assertThat(scene(given(inSession(), taken("item1"), speaking("member1")))).isEqualTo(Scene.SPEAKER);
            assertThat(scene(given(inSession(), paper("paper1", "item1"), taken("item1"), speaking("member1"), presented("paper1")))).isEqualTo(Scene.PAGE);
            assertThat(scene(given(inSession(), voteOpened("vote1", Mode.OPEN)))).isEqualTo(Scene.VOTE);
            assertThat(scene(given(inSession(), voteOpened("vote1", Mode.OPEN), voteClosed("vote1")))).isEqualTo(Scene.RESULT);
            assertThat(scene(given(inRecess()))).isEqualTo(Scene.RECESS);
            assertThat(scene(given(closed()))).isEqualTo(Scene.CLOSED);
            assertThat(scene(given(cancelled()))).isEqualTo(Scene.IDLE);
        }

        @Test
        void a_paper_that_somebody_presents() {
            Scenario story = given(inSession(), paper("paper1", "item1")).when("secretary", new StartPresenting("paper1")).then(new PresentingStarted("paper1", "secretary"));
            assertThat(story.view(Caller.SCREEN).stage().presenting().orElseThrow().presenter()).isEqualTo("secretary");
            story.when("chair", new StopPresenting()).then(new PresentingStopped());
            story.when("chair", new StopPresenting()).refuses(Reason.NOT_PRESENTING);
            story.when("chair", new StartPresenting("nowhere")).refuses(Reason.NO_SUCH_PAPER);
            story.does("secretary", add("paper2", "item1", Access.EVERYONE, List.of(), NONE));
            story.when("chair", new StartPresenting("paper2")).refuses(Reason.PAPER_NOT_READY);
            story.does("secretary", new WithdrawPaper("paper1", "x"));
            story.when("chair", new StartPresenting("paper1")).refuses(Reason.PAPER_WITHDRAWN);
        }

        @Test
        void a_paper_only_to_those_who_may_open_it() {
            Scenario story = given(inSession(), taken("item1"), paper("paper1", "item1", Access.NAMED, "member1"), presented("paper1"));
            assertThat(scene(story)).isEqualTo(Scene.ITEM);
            assertThat(story.view("member2").stage().presenting()).isEmpty();
            assertThat(story.view("member1").stage().scene()).isEqualTo(Scene.PAGE);
        }

        @Test
        void a_result_until_it_is_cleared_and_again_when_asked_for() {
            Scenario story = given(inSession(), voteOpened("vote1", Mode.OPEN), voteClosed("vote1")).when("chair", new ClearResult()).then(new ResultCleared());
            story.when("chair", new ClearResult()).changesNothing();
            story.when("chair", new ShowResult("vote1")).then(new ResultShown("vote1"));
            story.and(votePrepared("vote2", motion(Mode.OPEN))).when("chair", new ShowResult("vote2")).refuses(Reason.NOT_CLOSED);
            story.when("chair", new ShowResult("nowhere")).refuses(Reason.NO_SUCH_VOTE);
        }

        private Scene scene(Scenario story) {
            return story.view(Caller.SCREEN).stage().scene();
        }
    }
}
