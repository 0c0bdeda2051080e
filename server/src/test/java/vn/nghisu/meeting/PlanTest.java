package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.preparation.Plan;
import vn.nghisu.meeting.preparation.PreparationCommand.CreateMeetingFrom;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;

/** A new meeting from an earlier one. */
class PlanTest {
    private static final Quorum HALF = new Quorum(1, 2);

    /** A meeting from whose first item a vote came, was repeated, and closed with everything that a meeting leaves. */
    private static Scenario held() {
        return given(inSession(), hiddenItem("kin-1"), paper("paper1", "item1"), taken("item1"),
                        votePrepared("vote1", motion(Mode.OPEN, Optional.of("item1"))))
                .does("chair", new VoteCommand.OpenVote("vote1", 0, false))
                .and(cast("vote1", "member1", "for"), voteClosed("vote1"))
                .does("chair", new VoteCommand.RepeatVote("vote1", "vote2", "Đếm lại"))
                .does("chair", new SessionCommand.CloseMeeting());
    }

    private static CreateMeetingFrom from(Scenario earlier) {
        return new CreateMeetingFrom(Plan.of(earlier.meeting()), create(committee()));
    }

    @Test
    void the_agenda_and_the_motions_come_along_as_they_were_written() {
        Scenario earlier = held();
        Meeting made = given().does("clerk", from(earlier)).meeting();
        assertThat(made.phase()).isEqualTo(Phase.DRAFT);
        assertThat(made.agenda().order()).isEqualTo(earlier.meeting().agenda().order());
        assertThat(made.agenda().numbers()).isEqualTo(earlier.meeting().agenda().numbers());
        assertThat(made.agenda().all().map(Item::outline)).containsExactlyElementsOf(earlier.meeting().agenda().all().map(Item::outline).toList());
        assertThat(made.votes().all().map(Vote::motion)).containsExactly(motion(Mode.OPEN, Optional.of("item1")));
        assertThat(made.votes().all().map(Vote::state)).containsExactly(Vote.State.PREPARED);
    }

    @Test
    void nothing_that_happened_and_no_paper_comes_along() {
        Meeting made = given().does("clerk", from(held())).meeting();
        assertThat(made.agenda().all()).noneMatch(Item::wasInHand);
        assertThat(made.papers().all()).isEmpty();
        assertThat(made.votes().all()).allMatch(vote -> vote.ballots().isEmpty() && vote.electorate().size() == 0);
        assertThat(made.attendance()).isEqualTo(Meeting.none("x").attendance());
        assertThat(made.conclusions()).isEqualTo(Meeting.none("x").conclusions());
        assertThat(made.session().openedAt()).isEmpty();
    }

    @Test
    void a_motion_by_the_bodys_usual_rule_follows_it_and_one_by_a_rule_of_its_own_keeps_it() {
        MajorityRule twoThirds = new MajorityRule(MajorityRule.Base.ALL_MEMBERS, 2, 3, false, MajorityRule.Tie.FALLS);
        Vote.Motion usual = motion(Mode.OPEN);
        Vote.Motion own = new Vote.Motion("Khác?", NONE, Mode.OPEN, usual.form(), twoThirds, HALF);
        Meeting earlier = given(drafted(), votePrepared("vote1", usual), votePrepared("vote2", own)).meeting();
        List<Vote.Motion> motions = Plan.of(earlier)
                .ruledBy(earlier.head().rule(), earlier.head().quorum(), twoThirds, new Quorum(3, 4)).motions().stream().map(Plan.Motion::motion).toList();
        assertThat(motions).extracting(Vote.Motion::rule).containsExactly(twoThirds, twoThirds);
        assertThat(motions).extracting(Vote.Motion::quorum).containsExactly(new Quorum(3, 4), HALF);
    }

    @Test
    void it_is_refused_as_a_new_meeting_would_be() {
        given().when("member1", from(held())).refuses(Reason.NOT_YOURS);
        given(drafted()).when("clerk", from(held())).refuses(Reason.MEETING_EXISTS);
    }
}
