package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.papers.PaperCommand.AddPaper;
import vn.nghisu.meeting.papers.PaperCommand.EditPaper;
import vn.nghisu.meeting.papers.PaperCommand.OpenPaperTo;
import vn.nghisu.meeting.papers.PaperCommand.PreparePaper;
import vn.nghisu.meeting.papers.PaperCommand.ProtectPaper;
import vn.nghisu.meeting.papers.PaperCommand.WithdrawPaper;
import vn.nghisu.meeting.papers.PaperEvent.PaperAdded;
import vn.nghisu.meeting.papers.PaperEvent.PaperEdited;
import vn.nghisu.meeting.papers.PaperEvent.PaperOpenedTo;
import vn.nghisu.meeting.papers.PaperEvent.PaperPrepared;
import vn.nghisu.meeting.papers.PaperEvent.PaperProtected;
import vn.nghisu.meeting.papers.PaperEvent.PaperWithdrawn;
import vn.nghisu.meeting.papers.PapersView.Status;
import vn.nghisu.meeting.preparation.HeadView.RevisionView;
import vn.nghisu.meeting.preparation.HeadView.WithdrawnPaper;

class PapersTest {

    @Nested
    class Bringing_a_paper {
        @Test
        void it_comes_to_an_item_and_is_prepared_by_the_server() {
            Scenario story = given(drafted(), withAgenda())
                    .when("secretary", new AddPaper("paper1", "item1", " Báo cáo ", "a.pdf", "0f", 3, 9, Access.EVERYONE, List.of(), NONE, NONE, Optional.empty()))
                    .then(new PaperAdded("paper1", "item1", "Báo cáo", "a.pdf", "0f", 3, 9, Access.EVERYONE, List.of(), NONE, NONE, Optional.empty()));
            assertThat(story.view("secretary").papers().papers().get("paper1").status()).isEqualTo(Status.PREPARING);
            story.when(Caller.SYSTEM, new PreparePaper("paper1", List.of(2))).then(new PaperPrepared("paper1", List.of(2)));
            assertThat(story.view("secretary").papers().papers().get("paper1").status()).isEqualTo(Status.READY);
            assertThat(story.view("secretary").papers().papers().get("paper1").failedPages()).containsExactly(2);
            story.when(Caller.SYSTEM, new PreparePaper("paper1", List.of())).changesNothing();
        }

        @Test
        void what_may_be_done_with_it_is_so_from_its_first_moment_and_goes_over_to_a_new_version_that_says_nothing_of_it() {
            Scenario story = given(drafted(), withAgenda()).does("secretary",
                    new AddPaper("paper1", "item1", "x", "a.pdf", "0f", 3, 9, Access.MEMBERS, List.of(), NONE, NONE, Optional.of(Handling.MARKED)));
            story.does("secretary", add("paper2", "item1", Access.MEMBERS, List.of(), Optional.of("paper1")));
            story.does("secretary", new AddPaper("paper3", "item1", "x", "a.pdf", "0f", 3, 9, Access.MEMBERS, List.of(), Optional.of("paper2"), NONE,
                    Optional.of(Handling.VIEW_ONLY)));
            var papers = story.view("secretary").papers().papers();
            assertThat(List.of(papers.get("paper1").handling(), papers.get("paper2").handling(), papers.get("paper3").handling()))
                    .containsExactly(Handling.MARKED, Handling.MARKED, Handling.VIEW_ONLY);
        }

        @Test
        void refuses_what_can_t_be() {
            Scenario story = given(drafted(), withAgenda(), paper("paper1", "item1"));
            story.when("secretary", add("a b", "item1", Access.EVERYONE, List.of(), NONE)).refuses(Reason.BAD_ID);
            story.when("secretary", add("paper1", "item1", Access.EVERYONE, List.of(), NONE)).refuses(Reason.PAPER_EXISTS);
            story.when("secretary", add("paper2", "nowhere", Access.EVERYONE, List.of(), NONE)).refuses(Reason.NO_SUCH_ITEM);
            story.when("secretary", add("paper2", "item1", Access.EVERYONE, List.of(), Optional.of("nowhere"))).refuses(Reason.NO_SUCH_PAPER);
            story.when("secretary", add("paper2", "item1", Access.NAMED, List.of("stranger"), NONE)).refuses(Reason.NO_SUCH_PERSON);
            story.when("secretary", add("paper2", "item1", Access.NAMED, IntStream.range(0, 1_001).mapToObj(i -> "guest").toList(), NONE))
                    .refuses(Reason.TOO_MANY, Limits.NAMED_READERS);
            story.when("secretary", new AddPaper("paper2", "item1", " ", "a.pdf", "0f", 3, 9, Access.EVERYONE, List.of(), NONE, NONE, Optional.empty()))
                    .refuses(Reason.TEXT_MISSING, Fields.TITLE);
            story.when("secretary", new AddPaper("paper2", "item1", "x", " ", "0f", 3, 9, Access.EVERYONE, List.of(), NONE, NONE, Optional.empty()))
                    .refuses(Reason.TEXT_MISSING, Fields.FILE_NAME);
            story.when(Caller.SYSTEM, new PreparePaper("nowhere", List.of())).refuses(Reason.NO_SUCH_PAPER);
            story.when("secretary", new PreparePaper("paper1", List.of())).refuses(Reason.NOT_YOURS);
        }

        @Test
        void takes_so_many_papers_and_no_more() {
            Scenario story = given(drafted(), withAgenda());
            IntStream.range(0, Limits.PAPERS).forEach(i -> story.does("secretary", add("paper" + i, "item1", Access.EVERYONE, List.of(), NONE)));
            story.when("secretary", add("onemore", "item1", Access.EVERYONE, List.of(), NONE)).refuses(Reason.TOO_MANY, Limits.PAPERS);
        }

        @Test
        void it_is_renamed_and_moved() {
            Scenario story = given(drafted(), withAgenda(), paper("paper1", "item1"))
                    .when("secretary", new EditPaper("paper1", " Khác ", "item2", NONE)).then(new PaperEdited("paper1", "Khác", "item2", NONE));
            assertThat(story.view("secretary").agenda().items().get("item1").papers()).isEmpty();
            assertThat(story.view("secretary").agenda().items().get("item2").papers()).containsExactly("paper1");
            story.when("secretary", new EditPaper("paper1", "x", "nowhere", NONE)).refuses(Reason.NO_SUCH_ITEM);
            story.when("secretary", new EditPaper("paper1", "", "item1", NONE)).refuses(Reason.TEXT_MISSING, Fields.TITLE);
            story.when("secretary", new EditPaper("nowhere", "x", "item1", NONE)).refuses(Reason.NO_SUCH_PAPER);
        }
    }

    /** Who opens what, read by a test: one line a kind of paper, the readers who see it. */
    @TestFactory
    Stream<DynamicTest> a_paper_is_open_to() {
        List<String> all = List.of("chair", "secretary", "member1", "member2", "observer", "guest", Caller.SCREEN);
        return Map.of(
                "everyone", "chair secretary member1 member2 observer guest screen",
                "members", "chair secretary member1 member2 observer",
                "named member1 guest", "chair secretary member1 guest",
                "named nobody", "chair secretary",
                "everyone, on a hidden item", "chair secretary member1 member2 observer",
                "named member1 guest, on a hidden item", "chair secretary member1",
                "unprepared", "chair secretary",
                "withdrawn", "chair secretary",
                "everyone, below a hidden item", "chair secretary member1 member2 observer").entrySet().stream()
                .map(line -> DynamicTest.dynamicTest(line.getKey(), () -> {
                    Scenario story = story(line.getKey());
                    List<String> open = all.stream().filter(person -> story.view(person).papers().papers().containsKey("paper1")).toList();
                    assertThat(open).containsExactlyElementsOf(List.of(line.getValue().split(" ")));
                    all.stream().filter(person -> !open.contains(person))
                            .forEach(person -> assertThat(besidesWithdrawals(story, person)).as("no trace for " + person).doesNotContain("paper1"));
                }));
    }

    /** All that a person is told, but for which papers were taken back from him. */
    private static String besidesWithdrawals(Scenario story, String person) {
        return story.everythingFor(person).replaceAll("\"withdrew\":\\{[^}]*}", "");
    }

    private static Scenario story(String kind) {
        String item = kind.contains("below") ? "hidden1a" : kind.contains("hidden") ? "hidden1" : "item1";
        Scenario story = given(issued(), hiddenItem("hidden1"), subItem("hidden1a", "hidden1"));
        Access access = kind.startsWith("members") ? Access.MEMBERS : kind.startsWith("named") ? Access.NAMED : Access.EVERYONE;
        List<String> readers = kind.startsWith("named member1") ? List.of("member1", "guest") : List.of();
        story.does("secretary", add("paper1", item, access, readers, NONE));
        if (!kind.equals("unprepared")) {
            story.does(Caller.SYSTEM, new PreparePaper("paper1", List.of()));
        }
        return kind.equals("withdrawn") ? story.does("secretary", new WithdrawPaper("paper1", "Nhầm")) : story;
    }

    @Nested
    class Governing_access {
        @Test
        void a_paper_is_opened_to_others_and_closed_again() {
            Scenario story = given(issued(), paper("paper1", "item1", Access.MEMBERS))
                    .when("secretary", new OpenPaperTo("paper1", Access.NAMED, List.of("guest"), because("x")))
                    .then(new PaperOpenedTo("paper1", Access.NAMED, List.of("guest"), because("x")));
            assertThat(story.view("guest").papers().papers()).containsKey("paper1");
            assertThat(story.view("member1").papers().papers()).isEmpty();
            story.does("secretary", new OpenPaperTo("paper1", Access.EVERYONE, List.of(), because("x")));
            assertThat(story.view(Caller.SCREEN).papers().papers()).containsKey("paper1");
            story.when("secretary", new OpenPaperTo("nowhere", Access.EVERYONE, List.of(), because("x"))).refuses(Reason.NO_SUCH_PAPER);
            story.when("secretary", new OpenPaperTo("paper1", Access.NAMED, List.of("stranger"), because("x"))).refuses(Reason.NO_SUCH_PERSON);
        }

        @Test
        void only_those_who_prepare_are_told_the_names_of_the_readers() {
            Scenario story = given(issued(), paper("paper1", "item1", Access.NAMED, "member1", "guest"));
            assertThat(story.view("secretary").papers().papers().get("paper1").namedReaders()).containsExactly("member1", "guest");
            assertThat(story.view("member1").papers().papers().get("paper1").namedReaders()).isEmpty();
        }

        @Test
        void people_with_the_same_rights_share_one_view() {
            Scenario story = given(issued(), paper("paper1", "item1"), paper("paper2", "item1", Access.NAMED, "member1", "member2", "secretary"));
            assertThat(rights(story, "member1")).isEqualTo(rights(story, "member2")).isNotEqualTo(rights(story, "member3"));
            assertThat(rights(story, "secretary").named()).isEmpty();
            story.does("secretary", new OpenPaperTo("paper2", Access.EVERYONE, List.of("member1"), because("x")));
            assertThat(rights(story, "member1")).isEqualTo(rights(story, "member3"));
        }

        private Rights rights(Scenario story, String person) {
            return Rights.of(story.meeting(), Scenario.caller(person));
        }
    }

    @Nested
    class Handling_a_paper {
        @Test
        void what_is_for_viewing_only_is_taken_by_nobody_but_those_who_prepare() {
            Scenario story = given(issued(), paper("paper1", "item1"))
                    .when("secretary", new ProtectPaper("paper1", Handling.VIEW_ONLY, because("x")))
                    .then(new PaperProtected("paper1", Handling.VIEW_ONLY, because("x")));
            Paper paper = story.meeting().papers().find("paper1").orElseThrow();
            for (String reader : List.of("member1", "guest", Caller.SCREEN)) {
                assertThat(rights(story, reader).maySee(story.meeting(), paper)).as(reader).isTrue();
                assertThat(rights(story, reader).mayTake(story.meeting(), paper)).as(reader).isFalse();
            }
            assertThat(rights(story, "secretary").mayTake(story.meeting(), paper)).isTrue();
            assertThat(story.view("member1").papers().papers().get("paper1").handling()).isEqualTo(Handling.VIEW_ONLY);
            story.does("secretary", new ProtectPaper("paper1", Handling.FREE, because("x")));
            assertThat(rights(story, "member1").mayTake(story.meeting(), story.meeting().papers().find("paper1").orElseThrow())).isTrue();
        }

        @Test
        void a_new_version_is_handled_as_the_one_it_replaces() {
            Scenario story = given(issued(), paper("old1", "item1")).does("secretary", new ProtectPaper("old1", Handling.MARKED, because("x")))
                    .does("secretary", add("new1", "item1", Access.EVERYONE, List.of(), Optional.of("old1")));
            assertThat(story.meeting().papers().find("new1").orElseThrow().handling()).isEqualTo(Handling.MARKED);
        }

        private Rights rights(Scenario story, String person) {
            return Rights.of(story.meeting(), Scenario.caller(person));
        }
    }

    @Nested
    class Withdrawing {
        @Test
        void closes_the_paper_everywhere_and_keeps_it_as_evidence() {
            Scenario story = given(inSession(), paper("paper1", "item1"), presented("paper1"))
                    .when("secretary", new WithdrawPaper("paper1", " Gửi nhầm ")).then(new PaperWithdrawn("paper1", "Gửi nhầm"));
            assertThat(story.view("member1").papers().papers()).isEmpty();
            assertThat(story.view("member1").stage().presenting()).isEmpty();
            assertThat(story.view("secretary").papers().papers().get("paper1").status()).isEqualTo(Status.WITHDRAWN);
            assertThat(story.view("secretary").papers().papers().get("paper1").withdrawnBecause()).contains("Gửi nhầm");
        }

        @Test
        void tells_the_reason_to_those_who_had_it_and_to_nobody_else() {
            Scenario story = given(issued(), paper("paper1", "item1", Access.NAMED, "member1")).does("secretary", new WithdrawPaper("paper1", "Việc của ông A"));
            assertThat(story.everythingFor("member1")).contains("Việc của ông A");
            List<RevisionView> changes = story.view("member1").head().revisions();
            RevisionView told = changes.get(changes.size() - 1);
            assertThat(told.withdrew().orElseThrow().paper()).isEqualTo("paper1");
            assertThat(told.reason()).isEqualTo("Việc của ông A");
            assertThat(told.by()).isEqualTo(story.meeting().roster().name("secretary"));
            for (String other : List.of("member2", "guest", Caller.SCREEN)) {
                assertThat(story.everythingFor(other)).doesNotContain("Việc của ông A", "paper1");
            }
        }

        @Test
        void is_told_apart_from_other_changes_of_a_paper() {
            Scenario story = given(issued(), paper("paper1", "item1"), paper("paper2", "item1"))
                    .does("secretary", new ProtectPaper("paper1", Handling.MARKED, because("Mật"))).does("secretary", new WithdrawPaper("paper2", "Nhầm"))
                    .does("secretary", new EditPaper("paper1", "Tên mới", "item1", because("Sửa tên")));
            assertThat(story.view("member1").head().revisions()).extracting(revision -> revision.withdrew().map(WithdrawnPaper::paper))
                    .filteredOn(Optional::isPresent).containsExactly(Optional.of("paper2"));
            assertThat(story.view("member1").head().revisions()).extracting(RevisionView::about).as("which paper, by the name it has now; none that is gone")
                    .containsExactly(Optional.of("Tên mới"), Optional.empty(), Optional.of("Tên mới"), Optional.empty(), Optional.of("Tên mới"));
        }

        @Test
        void happens_once_and_then_nothing_can_be_changed() {
            Scenario story = given(issued(), paper("paper1", "item1")).does("secretary", new WithdrawPaper("paper1", "x"));
            story.when("secretary", new WithdrawPaper("paper1", "x")).refuses(Reason.PAPER_WITHDRAWN);
            story.when("secretary", new EditPaper("paper1", "x", "item1", because("x"))).refuses(Reason.PAPER_WITHDRAWN);
            story.when("secretary", new OpenPaperTo("paper1", Access.EVERYONE, List.of(), because("x"))).refuses(Reason.PAPER_WITHDRAWN);
            story.when("secretary", new WithdrawPaper("nowhere", "x")).refuses(Reason.NO_SUCH_PAPER);
            given(drafted(), withAgenda(), paper("paper1", "item1")).when("secretary", new WithdrawPaper("paper1", " ")).refuses(Reason.TEXT_MISSING);
        }
    }

    @Nested
    class A_revision {
        @Test
        void takes_the_place_of_the_older_paper_once_it_is_ready() {
            Scenario story = given(issued(), paper("old1", "item1")).does("secretary", add("new1", "item1", Access.EVERYONE, List.of(), Optional.of("old1")));
            assertThat(story.view("member1").agenda().items().get("item1").papers()).containsExactly("old1");
            assertThat(story.view("member1").papers().papers().get("old1").supersededBy()).isEmpty();
            story.does(Caller.SYSTEM, new PreparePaper("new1", List.of()));
            assertThat(story.view("member1").agenda().items().get("item1").papers()).containsExactly("new1");
            assertThat(story.view("member1").papers().papers().get("old1").supersededBy()).contains("new1");
            assertThat(story.view("member1").papers().papers().get("new1").supersedes()).contains("old1");
        }

        @Test
        void is_one_at_a_time_and_may_be_replaced_or_withdrawn_itself() {
            Scenario story = given(issued(), paper("old1", "item1")).does("secretary", add("new1", "item1", Access.EVERYONE, List.of(), Optional.of("old1")));
            story.when("secretary", add("new2", "item1", Access.EVERYONE, List.of(), Optional.of("old1"))).refuses(Reason.PAPER_REPLACED, "Tài liệu new1");
            story.does("secretary", new WithdrawPaper("new1", "x"));
            assertThat(story.meeting().papers().heir("new1")).isEmpty();
            story.does("secretary", add("new2", "item1", Access.EVERYONE, List.of(), Optional.of("old1")));
            assertThat(story.meeting().papers().heir("old1").map(Paper::id)).contains("new2");
            assertThat(story.meeting().papers().heir("new1").map(Paper::id)).as("notes on a withdrawn replacement").contains("new2");
            assertThat(story.meeting().papers().heir("new2")).isEmpty();
            story.does("secretary", add("new3", "item1", Access.EVERYONE, List.of(), Optional.of("new2")));
            assertThat(story.meeting().papers().heir("new2").map(Paper::id)).contains("new3");
        }

        @Test
        void that_is_withdrawn_gives_the_place_back() {
            Scenario story = given(issued(), paper("old1", "item1")).does("secretary", add("new1", "item1", Access.EVERYONE, List.of(), Optional.of("old1")))
                    .does(Caller.SYSTEM, new PreparePaper("new1", List.of())).does("secretary", new WithdrawPaper("new1", "x"));
            assertThat(story.view("member1").agenda().items().get("item1").papers()).containsExactly("old1");
            assertThat(besidesWithdrawals(story, "member1")).doesNotContain("new1");
        }

        @Test
        void that_is_for_fewer_readers_leaves_no_trace_for_the_others() {
            Scenario story = given(issued(), paper("old1", "item1")).does("secretary", add("new1", "item1", Access.NAMED, List.of("member1"), Optional.of("old1")))
                    .does(Caller.SYSTEM, new PreparePaper("new1", List.of()));
            assertThat(story.view("member1").agenda().items().get("item1").papers()).containsExactly("new1");
            assertThat(story.view("guest").agenda().items().get("item1").papers()).containsExactly("old1");
            assertThat(story.everythingFor("guest")).doesNotContain("new1");
        }
    }

    @Test
    void papers_follow_their_item_when_it_is_hidden() {
        Scenario story = given(issued(), paper("paper1", "item1"));
        assertThat(story.everythingFor("guest")).contains("paper1");
        story.does("secretary", new AgendaCommand.EditItem("item1", hidden("x"), because("Kín")));
        assertThat(story.everythingFor("guest")).doesNotContain("paper1", "item1\"", "Kín");
        assertThat(new ArrayList<>(story.view("member1").papers().papers().keySet())).containsExactly("paper1");
    }
}
