package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.EIGHT;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nghisu.meeting.agenda.AgendaCommand.AddItem;
import vn.nghisu.meeting.agenda.AgendaCommand.EditItem;
import vn.nghisu.meeting.agenda.AgendaCommand.MoveItem;
import vn.nghisu.meeting.agenda.AgendaCommand.RemoveItem;
import vn.nghisu.meeting.agenda.AgendaCommand.TakeUpItem;
import vn.nghisu.meeting.agenda.AgendaEvent.ItemAdded;
import vn.nghisu.meeting.agenda.AgendaEvent.ItemEdited;
import vn.nghisu.meeting.agenda.AgendaEvent.ItemMoved;
import vn.nghisu.meeting.agenda.AgendaEvent.ItemRemoved;
import vn.nghisu.meeting.agenda.AgendaEvent.ItemTakenUp;
import vn.nghisu.meeting.agenda.AgendaView.ItemView;
import vn.nghisu.meeting.agenda.AgendaView.Progress;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.conclusions.ConclusionCommand.RecordConclusion;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.VoteCommand;

class AgendaTest {

    @Nested
    class Writing_it {
        @Test
        void items_come_one_after_the_other_and_are_numbered() {
            Scenario story = given(drafted(), withAgenda(), item("item3"));
            assertThat(numbers(story, "secretary")).containsExactly("item1 1", "item2 2", "item21 2.1", "item3 3");
        }

        @Test
        void an_item_comes_before_another_and_below_another() {
            given(drafted(), withAgenda())
                    .when("secretary", new AddItem("item0", NONE, Optional.of("item2"),
                            new Item.Outline(" Mở đầu ", ItemKind.REPORT, " Bà Hà ", " Sở Y tế ", 5, Visibility.EVERYONE), NONE))
                    .then(new ItemAdded("item0", NONE, Optional.of("item2"),
                            new Item.Outline("Mở đầu", ItemKind.REPORT, "Bà Hà", "Sở Y tế", 5, Visibility.EVERYONE), NONE));
            Scenario story = given(drafted(), withAgenda())
                    .does("secretary", new AddItem("item0", NONE, Optional.of("item2"), outline("x"), NONE))
                    .does("secretary", new AddItem("item20", Optional.of("item2"), Optional.of("item21"), outline("x"), NONE));
            assertThat(numbers(story, "secretary")).containsExactly("item1 1", "item0 2", "item2 3", "item20 3.1", "item21 3.2");
        }

        @Test
        void refuses_what_can_t_be() {
            Scenario story = given(drafted(), withAgenda());
            story.when("secretary", new AddItem("a b", NONE, NONE, outline("x"), NONE)).refuses(Reason.BAD_ID);
            story.when("secretary", new AddItem("item1", NONE, NONE, outline("x"), NONE)).refuses(Reason.ITEM_EXISTS);
            story.when("secretary", new AddItem("item9", Optional.of("nowhere"), NONE, outline("x"), NONE)).refuses(Reason.NO_SUCH_ITEM);
            story.when("secretary", new AddItem("item9", NONE, Optional.of("nowhere"), outline("x"), NONE)).refuses(Reason.NO_SUCH_ITEM);
            story.when("secretary", new AddItem("item9", NONE, Optional.of("item21"), outline("x"), NONE)).refuses(Reason.NO_SUCH_ITEM);
            story.when("secretary", new AddItem("item9", Optional.of("item21"), NONE, outline("x"), NONE)).refuses(Reason.TWO_LEVELS);
            story.when("secretary", new AddItem("item9", NONE, NONE, outline(" "), NONE)).refuses(Reason.TEXT_MISSING, Fields.TITLE);
            story.when("secretary", new AddItem("item9", NONE, NONE, outline("x".repeat(501)), NONE)).refuses(Reason.TEXT_TOO_LONG, Fields.TITLE, 500);
            assertThat(story.when("secretary", new AddItem("item9", NONE, NONE, minutes(0), NONE)).isAccepted()).isTrue();
            assertThat(story.when("secretary", new AddItem("item9", NONE, NONE, minutes(1440), NONE)).isAccepted()).isTrue();
            assertThat(story.when("secretary", new AddItem("item9", NONE, NONE, outline("x".repeat(500)), NONE)).isAccepted()).isTrue();
            story.when("secretary", new AddItem("item9", NONE, NONE, minutes(-1), NONE)).refuses(Reason.BAD_NUMBER, Fields.MINUTES, 0, 1440);
            story.when("secretary", new AddItem("item9", NONE, NONE, minutes(1441), NONE)).refuses(Reason.BAD_NUMBER, Fields.MINUTES, 0, 1440);
            story.when("secretary", new EditItem("nowhere", outline("x"), NONE)).refuses(Reason.NO_SUCH_ITEM);
            story.when("secretary", new EditItem("item1", outline(" "), NONE)).refuses(Reason.TEXT_MISSING, Fields.TITLE);
            story.when("secretary", new EditItem("item1", minutes(-1), NONE)).refuses(Reason.BAD_NUMBER, Fields.MINUTES, 0, 1440);
        }

        @Test
        void takes_so_many_items_and_no_more() {
            Scenario story = given(drafted());
            for (int i = 0; i < Limits.ITEMS; i++) {
                story.and(item("item" + i));
            }
            story.when("secretary", new AddItem("onemore", NONE, NONE, outline("x"), NONE)).refuses(Reason.TOO_MANY, Limits.ITEMS);
        }

        @Test
        void an_item_is_edited_and_keeps_its_place() {
            Scenario story = given(drafted(), withAgenda()).when("secretary", new EditItem("item1", outline(" Khác "), NONE))
                    .then(new ItemEdited("item1", outline("Khác"), NONE));
            assertThat(story.view("secretary").agenda().items().get("item1").title()).isEqualTo("Khác");
            assertThat(numbers(story, "secretary")).containsExactly("item1 1", "item2 2", "item21 2.1");
        }

        private Item.Outline minutes(int planned) {
            return new Item.Outline("x", ItemKind.REPORT, "", "", planned, Visibility.EVERYONE);
        }
    }

    @Nested
    class Moving {
        @Test
        void an_item_moves_with_its_sub_items() {
            Scenario story = given(drafted(), withAgenda()).when("secretary", new MoveItem("item2", NONE, Optional.of("item1"), NONE))
                    .then(new ItemMoved("item2", NONE, Optional.of("item1"), NONE));
            assertThat(numbers(story, "secretary")).containsExactly("item2 1", "item21 1.1", "item1 2");
        }

        @Test
        void an_item_becomes_a_sub_item_and_the_other_way_round() {
            Scenario story = given(drafted(), withAgenda(), item("item3"))
                    .does("secretary", new MoveItem("item3", Optional.of("item2"), Optional.of("item21"), NONE))
                    .does("secretary", new MoveItem("item21", NONE, Optional.of("item2"), NONE));
            assertThat(numbers(story, "secretary")).containsExactly("item1 1", "item21 2", "item2 3", "item3 3.1");
        }

        @Test
        void an_item_put_before_itself_stays_where_it_is() {
            given(drafted(), withAgenda()).when("secretary", new MoveItem("item1", NONE, Optional.of("item1"), NONE)).changesNothing();
        }

        @Test
        void there_are_two_levels_only() {
            Scenario story = given(drafted(), withAgenda());
            story.when("secretary", new MoveItem("item2", Optional.of("item1"), NONE, NONE)).refuses(Reason.TWO_LEVELS);
            story.when("secretary", new MoveItem("item1", Optional.of("item21"), NONE, NONE)).refuses(Reason.TWO_LEVELS);
            story.when("secretary", new MoveItem("item1", Optional.of("item1"), NONE, NONE)).refuses(Reason.TWO_LEVELS);
            story.when("secretary", new MoveItem("nowhere", NONE, NONE, NONE)).refuses(Reason.NO_SUCH_ITEM);
        }

        /** Whatever is dragged wherever: no item is lost or doubled, and sub-items follow their item. */
        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5})
        void the_agenda_stays_a_tree_in_reading_order(long seed) {
            Random random = new Random(seed);
            Scenario story = given(drafted(), withAgenda(), item("item3"), subItem("item31", "item3"), item("item4"));
            for (int i = 0; i < 200; i++) {
                List<String> all = List.copyOf(story.meeting().agenda().order());
                Optional<String> parent = random.nextBoolean() ? Optional.of(all.get(random.nextInt(all.size()))) : NONE;
                Optional<String> before = random.nextBoolean() ? Optional.of(all.get(random.nextInt(all.size()))) : NONE;
                Scenario.Outcome moved = story.when("secretary", new MoveItem(all.get(random.nextInt(all.size())), parent, before, NONE));
                if (moved.isAccepted()) {
                    moved.happens();
                }
                List<String> now = List.copyOf(story.meeting().agenda().order());
                assertThat(now).containsExactlyInAnyOrderElementsOf(all);
                String top = "";
                for (Item item : story.meeting().agenda().all().toList()) {
                    top = item.parent().isPresent() ? top : item.id();
                    assertThat(item.parent().orElse(top)).as("the item above " + item.id()).isEqualTo(top);
                }
            }
        }
    }

    @Nested
    class Removing {
        @Test
        void an_item_without_history_goes() {
            Scenario story = given(drafted(), withAgenda()).when("secretary", new RemoveItem("item21", NONE)).then(new ItemRemoved("item21", NONE));
            assertThat(numbers(story, "secretary")).containsExactly("item1 1", "item2 2");
        }

        @Test
        void an_item_with_sub_items_papers_votes_or_a_conclusion_stays() {
            given(drafted(), withAgenda()).when("secretary", new RemoveItem("item2", NONE)).refuses(Reason.ITEM_HAS_CHILDREN);
            given(drafted(), withAgenda(), paper("paper1", "item1")).when("secretary", new RemoveItem("item1", NONE)).refuses(Reason.ITEM_HAS_HISTORY);
            given(drafted(), withAgenda(), votePrepared("vote1", motion(Mode.OPEN, Optional.of("item1"))))
                    .when("secretary", new RemoveItem("item1", NONE)).refuses(Reason.ITEM_HAS_HISTORY);
            given(inSession()).does("secretary", new RecordConclusion("item1", "x")).when("secretary", new RemoveItem("item1", because("Bỏ"))).refuses(Reason.ITEM_HAS_HISTORY);
            given(inSession(), taken("item1"), taken("item2")).when("secretary", new RemoveItem("item1", because("Bỏ"))).refuses(Reason.ITEM_HAS_HISTORY);
            given(drafted()).when("secretary", new RemoveItem("item1", NONE)).refuses(Reason.NO_SUCH_ITEM);
        }

        @Test
        void a_withdrawn_paper_or_a_removed_vote_does_not_hold_it() {
            given(drafted(), withAgenda(), paper("paper1", "item1"), votePrepared("vote1", motion(Mode.OPEN, Optional.of("item1"))))
                    .does("secretary", new PaperCommand.WithdrawPaper("paper1", "Nhầm"))
                    .does("secretary", new VoteCommand.RemoveVote("vote1"))
                    .when("secretary", new RemoveItem("item1", NONE)).happens();
        }
    }

    @Nested
    class Going_through_it {
        @Test
        void an_item_is_taken_up_and_its_time_runs() {
            Scenario story = given(inSession(), at(10)).when("chair", new TakeUpItem("item1")).then(new ItemTakenUp("item1"));
            ItemView item = story.view("guest").agenda().items().get("item1");
            assertThat(item.progress()).isEqualTo(Progress.IN_HAND);
            assertThat(item.runningSince()).contains(story.now().toEpochMilli());
            assertThat(story.view("guest").agenda().inHand()).contains("item1");
        }

        @Test
        void the_next_item_ends_the_one_before_and_the_turn_and_clears_the_stage() {
            Scenario story = given(inSession(), paper("paper1", "item1"), taken("item1"), presented("paper1"), speaking("member1"), taken("item2"));
            assertThat(story.view("guest").agenda().items().get("item1").progress()).isEqualTo(Progress.DONE);
            assertThat(story.view("guest").agenda().items().get("item1").endedAt()).contains(story.now().toEpochMilli());
            assertThat(story.view("guest").floor().speaker()).isEmpty();
            assertThat(story.view("guest").stage().presenting()).isEmpty();
        }

        @Test
        void an_item_may_come_back_and_its_times_add_up() {
            Scenario story = given(inSession(), at(10), taken("item1"), at(20), taken("item2"), at(30), taken("item1"), at(35), taken("item2"));
            assertThat(story.view("guest").agenda().items().get("item1").spentMs()).isEqualTo(15 * 60_000L);
        }

        @Test
        void not_twice_not_unknown_and_not_under_an_open_vote() {
            given(inSession(), taken("item1")).when("chair", new TakeUpItem("item1")).refuses(Reason.ALREADY_IN_HAND);
            given(inSession()).when("chair", new TakeUpItem("nowhere")).refuses(Reason.NO_SUCH_ITEM);
            given(inSession(), voteOpened("vote1", Mode.OPEN)).when("chair", new TakeUpItem("item1")).refuses(Reason.VOTE_STILL_OPEN, "Thông qua báo cáo?");
            given(inSession(), voteOpened("vote1", Mode.OPEN), held("vote1")).when("chair", new TakeUpItem("item1")).refuses(Reason.VOTE_STILL_OPEN);
            given(issued()).when("chair", new TakeUpItem("item1")).refuses(Reason.NOT_IN_SESSION);
            given(closed()).when("chair", new TakeUpItem("item1")).refuses(Reason.MEETING_OVER);
        }

        @Test
        void closing_the_meeting_ends_the_item_in_hand() {
            Scenario story = given(inSession(), taken("item1"), at(30)).does("chair", new SessionCommand.CloseMeeting());
            assertThat(story.view("guest").agenda().inHand()).isEmpty();
            assertThat(story.view("guest").agenda().items().get("item1").endedAt()).contains(story.now().toEpochMilli());
            assertThat(story.view("guest").agenda().items().get("item2").progress()).isEqualTo(Progress.TO_COME);
        }
    }

    @Test
    void planned_times_follow_from_the_start_and_the_minutes_planned() {
        Scenario story = given(issued());
        assertThat(story.view("guest").agenda().items().get("item2").plannedStart()).contains(EIGHT.plusSeconds(20 * 60).toEpochMilli());
        assertThat(story.view("guest").agenda().items().get("item2").plannedEnd()).contains(EIGHT.plusSeconds(40 * 60).toEpochMilli());
    }

    @Test
    void an_item_without_planned_minutes_has_no_planned_times() {
        Item.Outline unplanned = new Item.Outline("x", ItemKind.REPORT, "", "", 0, Visibility.EVERYONE);
        Scenario story = given(issued()).does("secretary", new EditItem("item1", unplanned, because("x")));
        assertThat(story.view("guest").agenda().items().get("item1").plannedStart()).isEmpty();
        assertThat(story.view("guest").agenda().items().get("item1").plannedEnd()).isEmpty();
    }

    static List<String> numbers(Scenario story, String reader) {
        var agenda = story.view(reader).agenda();
        return agenda.order().stream().map(id -> id + " " + agenda.items().get(id).number()).toList();
    }
}
