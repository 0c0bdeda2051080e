package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.inSession;
import static vn.nghisu.meeting.Steps.issued;
import static vn.nghisu.meeting.Steps.paper;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.retention.RetentionCommand.DestroyPapers;
import vn.nghisu.meeting.retention.RetentionCommand.LiftHold;
import vn.nghisu.meeting.retention.RetentionCommand.SetHold;
import vn.nghisu.meeting.retention.RetentionEvent.HoldLifted;
import vn.nghisu.meeting.retention.RetentionEvent.HoldSet;
import vn.nghisu.meeting.retention.RetentionEvent.PapersDestroyed;
import vn.nghisu.meeting.retention.RetentionView;
import vn.nghisu.meeting.session.SessionCommand;

/** What is held back stays; what goes leaves its hash. */
class RetentionTest {
    private static Scenario closed() {
        return given(inSession(), paper("paper1", "item1"), paper("paper2", "item1")).does("chair", new SessionCommand.CloseMeeting());
    }

    @Test
    void a_closed_meeting_is_held_back_with_a_reason_and_let_go_with_one() {
        given(inSession()).when("secretary", new SetHold("Thanh tra")).refuses(Reason.NOT_CLOSED_YET);
        Scenario story = closed();
        story.when("secretary", new SetHold(" ")).refuses(Reason.TEXT_MISSING, Fields.REASON);
        story.when("secretary", new SetHold(" Thanh tra ")).then(new HoldSet("Thanh tra"));
        story.when("chair", new SetHold("Lại")).refuses(Reason.HELD_ALREADY);
        story.when(Caller.SYSTEM, new DestroyPapers(List.of("paper1"), "run1", 5)).refuses(Reason.HELD_ALREADY);
        story.when("member1", new LiftHold("x")).refuses(Reason.NOT_YOURS);
        story.when("chair", new LiftHold("Xong")).then(new HoldLifted("Xong"));
        story.when("chair", new LiftHold("Xong")).refuses(Reason.NOT_HELD);
    }

    @Test
    void a_cancelled_meeting_is_held_back_and_lets_go_alike() {
        Scenario story = given(issued(), paper("paper1", "item1")).does("secretary", new PreparationCommand.CancelMeeting("Hoãn"));
        assertThat(story.meeting().session().endedAt()).isPresent();
        story.does("secretary", new SetHold("Thanh tra"));
        story.when(Caller.SYSTEM, new DestroyPapers(List.of("paper1"), "run1", 5)).refuses(Reason.HELD_ALREADY);
        story.does("secretary", new LiftHold("Xong")).does(Caller.SYSTEM, new DestroyPapers(List.of("paper1"), "run1", 5));
        assertThat(story.meeting().retention().isDestroyed("paper1")).isTrue();
    }

    @Test
    void papers_go_once_and_are_told_to_those_who_could_see_them() {
        Scenario story = closed();
        String sha256 = story.meeting().papers().find("paper1").orElseThrow().sha256();
        story.when("chair", new DestroyPapers(List.of("paper1"), "run1", 5)).refuses(Reason.NOT_YOURS);
        story.when(Caller.SYSTEM, new DestroyPapers(List.of("paper1", "paper1", "unknown"), "run1", 5))
                .then(new PapersDestroyed(List.of(new PapersDestroyed.Gone("paper1", sha256)), "run1", 5));
        story.when(Caller.SYSTEM, new DestroyPapers(List.of("paper1"), "run1", 5)).changesNothing();
        Meeting meeting = story.meeting();
        assertThat(RetentionView.of(meeting, Rights.of(meeting, Caller.person("member1"))).destroyed()).containsExactly("paper1");
        assertThat(meeting.papers().find("paper1").orElseThrow().sha256()).as("stays").isEqualTo(sha256);
        assertThat(RetentionView.of(meeting, Rights.of(meeting, Caller.person("member1"))).hold()).isEqualTo(Optional.empty());
    }
}
