package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.session.LeadView;
import vn.nghisu.meeting.session.LeadView.Step;
import vn.nghisu.meeting.stage.StageCommand;
import vn.nghisu.meeting.stage.StageView;
import vn.nghisu.meeting.stage.WallView;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;

/** What is offered as the next step to those who lead. */
class LeadViewTest {

    private static LeadView lead(Scenario story) {
        LeadView forChair = story.view("chair").lead().orElseThrow();
        assertThat(story.view("secretary").lead()).contains(forChair);
        return forChair;
    }

    private static void isNext(Scenario story, Step step, String... about) {
        assertThat(lead(story).step()).isEqualTo(step);
        assertThat(lead(story).about()).isEqualTo(List.of(about).stream().findFirst());
    }

    @Test
    void is_told_only_to_those_who_lead() {
        Scenario story = given(inSession());
        List.of("member1", "observer", "guest", Caller.SCREEN).forEach(person -> assertThat(story.view(person).lead()).isEmpty());
    }

    @Test
    void tells_what_the_rooms_screens_show_who_see_less() {
        Scenario story = given(inSession(), taken("item2"));
        isOnTheWall(story);
        isOnTheWall(story.and(hiddenItem("closed1"), asked("member1"), speaking("member2")));
        isOnTheWall(story.and(taken("closed1")));
        assertThat(lead(story).wall().stage().scene()).isEqualTo(StageView.Scene.WELCOME);
        assertThat(story.view("secretary").stage().scene()).isEqualTo(StageView.Scene.ITEM);
    }

    private static void isOnTheWall(Scenario story) {
        MeetingView screen = story.view(Caller.SCREEN);
        WallView wall = lead(story).wall();
        assertThat(wall.stage()).isEqualTo(screen.stage());
        assertThat(wall.inHand()).isEqualTo(screen.agenda().inHand());
        assertThat(wall.number()).isEqualTo(screen.agenda().inHand().map(item -> screen.agenda().items().get(item).number()));
        assertThat(wall.speaking()).isEqualTo(screen.floor().speaker().isPresent());
        assertThat(wall.next()).isEqualTo(screen.floor().order().stream().findFirst());
    }

    @Test
    void follows_the_meeting_from_its_draft_to_its_end() {
        isNext(given(drafted()), Step.ISSUE);
        isNext(given(issued()), Step.OPEN);
        isNext(given(inSession()), Step.TAKE_UP, "item1");
        isNext(given(inRecess()), Step.RESUME);
        isNext(given(closed()), Step.NONE);
    }

    @Test
    void items_come_in_order_then_those_left_out_and_closing_last() {
        Scenario story = given(inSession(), taken("item2"));
        isNext(story, Step.TAKE_UP, "item21");
        isNext(story.and(taken("item21")), Step.TAKE_UP, "item1");
        assertThat(lead(story).itemsLeft()).containsExactly("item1");
        isNext(story.and(taken("item1")), Step.CLOSE);
        assertThat(lead(story).item()).isEmpty();
    }

    @Test
    void a_heading_without_time_of_its_own_gives_way_to_its_parts_and_is_not_left() {
        Item.Outline heading = new Item.Outline("Các tờ trình", ItemKind.DISCUSSION, "", "", 0, Visibility.EVERYONE);
        Scenario story = given(inSession()).does("secretary", new AgendaCommand.EditItem("item2", heading, because("Gộp mục"))).and(taken("item1"));
        isNext(story, Step.TAKE_UP, "item21");
        assertThat(lead(story).itemsLeft()).containsExactly("item21");
    }

    @Test
    void a_running_vote_comes_first_then_its_result_the_speaker_and_who_waits() {
        Scenario story = given(inSession(), taken("item1"), asked("member1"), speaking("member2"), voteOpened("vote1", Mode.OPEN));
        isNext(story, Step.CLOSE_VOTE, "vote1");
        isNext(story.and(held("vote1")), Step.CONTINUE_VOTE, "vote1");
        isNext(story.and(voteClosed("vote1")), Step.CLEAR_RESULT, "vote1");
        isNext(story.does("chair", new StageCommand.ClearResult()), Step.END_TURN);
        isNext(story.does("chair", new FloorCommand.EndTurn()), Step.CALL, requestOf(story, "member1"));
        assertThat(lead(story).item()).contains("item2");
    }

    @Test
    void a_tie_waits_for_the_chair() {
        Scenario story = given(inSession(), voteOpened("vote1", Mode.UNNAMED), cast("vote1", "chair", "for"), cast("vote1", "member1", "for"),
                cast("vote1", "member2", "against"), cast("vote1", "member3", "against"), voteClosed("vote1"));
        isNext(story, Step.DECIDE_TIE, "vote1");
        assertThat(lead(story).tiesForChair()).containsExactly("vote1");
        assertThat(lead(story).tiesToRepeat()).isEmpty();
    }

    @Test
    void a_tie_between_names_waits_for_a_further_vote_until_that_is_closed() {
        List<Form.Option> names = List.of(new Form.Option("name1", "Nguyễn Văn A"), new Form.Option("name2", "Trần Thị B"));
        MajorityRule most = new MajorityRule(MajorityRule.Base.CAST, 0, 1, false, MajorityRule.Tie.CHAIR_DECIDES);
        Scenario story = given(inSession(), votePrepared("vote1", new Vote.Motion("Bầu?", Optional.empty(), Mode.OPEN, new Form.Election(names, 1), most, Quorum.TWO_THIRDS)))
                .does("chair", new VoteCommand.OpenVote("vote1", 0, false))
                .and(cast("vote1", "chair", "name1"), cast("vote1", "member1", "name2"), voteClosed("vote1"));
        assertThat(lead(story).tiesToRepeat()).containsExactly("vote1");
        assertThat(lead(story).tiesForChair()).isEmpty();
        story.does("chair", new VoteCommand.RepeatVote("vote1", "vote2", "Bầu lại"));
        assertThat(lead(story).tiesToRepeat()).containsExactly("vote1");
        story.does("chair", new VoteCommand.OpenVote("vote2", 0, false)).and(cast("vote2", "chair", "name1"), voteClosed("vote2"));
        assertThat(lead(story).tiesToRepeat()).isEmpty();
    }

    @Test
    void a_tie_that_was_cleared_away_comes_back_before_closing() {
        Scenario story = given(inSession(), taken("item1"), taken("item2"), taken("item21"), voteOpened("vote1", Mode.UNNAMED), cast("vote1", "chair", "for"),
                cast("vote1", "member1", "for"), cast("vote1", "member2", "against"), cast("vote1", "member3", "against"), voteClosed("vote1"));
        isNext(story.does("chair", new StageCommand.ClearResult()), Step.DECIDE_TIE, "vote1");
    }

    @Test
    void the_prepared_vote_of_the_item_in_hand_comes_before_the_next_item() {
        Scenario story = given(inSession(), taken("item1"), votePrepared("vote1", motion(Mode.OPEN, Optional.of("item2"))),
                votePrepared("vote2", motion(Mode.OPEN, Optional.of("item1"))));
        isNext(story, Step.OPEN_VOTE, "vote2");
        isNext(story.and(taken("item2")), Step.OPEN_VOTE, "vote1");
    }

    @Test
    void each_prepared_vote_stands_to_its_own_quorum() {
        Vote.Motion motion = motion(Mode.OPEN);
        Vote.Motion strict = new Vote.Motion("Miễn nhiệm?", NONE, Mode.OPEN, motion.form(), motion.rule(), new Quorum(1, 1));
        Scenario story = given(inSession(), votePrepared("vote1", motion), votePrepared("vote2", strict), left("member3"));
        assertThat(lead(story).quorums().get("vote1")).isEqualTo(new Quorum.Standing(4, 3, 3, true));
        assertThat(lead(story).quorums().get("vote2")).isEqualTo(new Quorum.Standing(4, 3, 4, false));
        assertThat(story.view("chair").people().quorum().met()).isTrue();
    }
}
