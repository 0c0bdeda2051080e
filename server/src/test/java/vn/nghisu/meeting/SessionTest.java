package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.EIGHT;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.conclusions.ConclusionCommand.RecordConclusion;
import vn.nghisu.meeting.conclusions.ConclusionEvent.ConclusionRecorded;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.floor.FloorView.TurnView;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.session.SessionCommand.CloseMeeting;
import vn.nghisu.meeting.session.SessionCommand.OpenMeeting;
import vn.nghisu.meeting.session.SessionCommand.RecessMeeting;
import vn.nghisu.meeting.session.SessionCommand.ResumeMeeting;
import vn.nghisu.meeting.session.SessionEvent.MeetingClosed;
import vn.nghisu.meeting.session.SessionEvent.MeetingOpened;
import vn.nghisu.meeting.session.SessionEvent.MeetingRecessed;
import vn.nghisu.meeting.session.SessionEvent.MeetingResumed;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.VoteCommand.CancelVote;
import vn.nghisu.meeting.vote.VoteCommand.DecideTie;
import vn.nghisu.meeting.vote.VoteCommand.OpenVote;
import vn.nghisu.meeting.vote.VoteCommand.RepeatVote;

class SessionTest {

    @Nested
    class Opening {
        @Test
        void needs_a_quorum_or_the_word_to_go_on_without() {
            Scenario story = given(issued(), present("member1", "guest", "observer"));
            story.when("chair", new OpenMeeting(false)).refuses(Reason.QUORUM_NOT_MET, 1, 4, 3);
            story.when("chair", new OpenMeeting(true)).then(new MeetingOpened(true));
            assertThat(story.view("guest").head().openedWithoutQuorum()).isTrue();
        }

        @Test
        void with_a_quorum_says_nothing_of_it() {
            Scenario story = given(issued(), present("member1", "member2", "member3")).when("secretary", new OpenMeeting(true)).then(new MeetingOpened(false));
            assertThat(story.view("guest").head().openedWithoutQuorum()).isFalse();
            assertThat(story.view("guest").head().openedAt()).contains(story.now().toEpochMilli());
        }

        @Test
        void happens_once_and_after_the_issue() {
            given(drafted()).when("chair", new OpenMeeting(true)).refuses(Reason.NOT_ISSUED);
            given(inSession()).when("chair", new OpenMeeting(true)).refuses(Reason.ALREADY_IN_SESSION);
            given(inRecess()).when("chair", new OpenMeeting(true)).refuses(Reason.ALREADY_IN_SESSION);
            given(closed()).when("chair", new OpenMeeting(true)).refuses(Reason.MEETING_OVER);
            given(cancelled()).when("chair", new OpenMeeting(true)).refuses(Reason.MEETING_OVER);
            given(issued()).when("member1", new OpenMeeting(true)).refuses(Reason.NOT_YOURS);
        }
    }

    @Nested
    class A_recess {
        @Test
        void stops_the_clocks_of_the_item_and_the_speaker() {
            Scenario story = given(inSession(), at(10), taken("item1"), at(12), speaking("member1"), at(15)).does("chair", new RecessMeeting(Optional.empty()));
            TurnView turn = story.view("guest").floor().speaker().orElseThrow();
            assertThat(turn.runningSince()).isEmpty();
            assertThat(turn.spentMs()).isEqualTo(180_000);
            assertThat(story.view("guest").agenda().items().get("item1").runningSince()).isEmpty();
            assertThat(story.view("guest").agenda().items().get("item1").spentMs()).isEqualTo(300_000);
            assertThat(story.view("guest").agenda().inHand()).contains("item1");
        }

        @Test
        void over_the_item_goes_on_and_the_speaker_when_the_chair_says_so() {
            Scenario story = given(inSession(), at(10), taken("item1"), at(12), speaking("member1"), at(15))
                    .does("chair", new RecessMeeting(Optional.empty())).and(at(30)).when("chair", new ResumeMeeting()).then(new MeetingResumed());
            assertThat(story.view("guest").agenda().items().get("item1").runningSince()).contains(story.now().toEpochMilli());
            assertThat(story.view("guest").floor().speaker().orElseThrow().runningSince()).isEmpty();
            story.and(at(31)).does("chair", new FloorCommand.PauseTurn(false)).and(at(33)).does("chair", new FloorCommand.EndTurn());
            assertThat(story.view("guest").floor().spokenMs()).containsEntry("member1", 5 * 60_000L);
        }

        @Test
        void tells_when_it_began_and_when_it_will_end() {
            Instant until = EIGHT.plusSeconds(3_600);
            Scenario story = given(inSession()).when("chair", new RecessMeeting(Optional.of(until))).then(new MeetingRecessed(Optional.of(until)));
            assertThat(story.view("guest").head().phase()).isEqualTo(Phase.RECESS);
            assertThat(story.view("guest").head().recessSince()).contains(story.now().toEpochMilli());
            assertThat(story.view("guest").head().resumesAt()).contains(until.toEpochMilli());
            story.does("chair", new ResumeMeeting());
            assertThat(story.view("guest").head().recessSince()).isEmpty();
            assertThat(story.view("guest").head().resumesAt()).isEmpty();
        }

        @Test
        void waits_for_an_open_vote() {
            given(inSession(), voteOpened("vote1", Mode.OPEN)).when("chair", new RecessMeeting(Optional.empty())).refuses(Reason.VOTE_STILL_OPEN, "Thông qua báo cáo?");
            given(inSession(), voteOpened("vote1", Mode.OPEN), held("vote1")).when("chair", new RecessMeeting(Optional.empty())).refuses(Reason.VOTE_STILL_OPEN);
        }

        @Test
        void is_begun_in_session_and_ended_in_recess() {
            given(issued()).when("chair", new RecessMeeting(Optional.empty())).refuses(Reason.NOT_IN_SESSION);
            given(inRecess()).when("chair", new RecessMeeting(Optional.empty())).refuses(Reason.NOT_IN_SESSION);
            given(closed()).when("chair", new RecessMeeting(Optional.empty())).refuses(Reason.MEETING_OVER);
            given(inSession()).when("chair", new ResumeMeeting()).refuses(Reason.ALREADY_IN_SESSION);
            given(issued()).when("chair", new ResumeMeeting()).refuses(Reason.NOT_IN_SESSION);
            given(inSession()).when("chair", new RecessMeeting(Optional.of(Instant.MAX))).refuses(Reason.TIME_OUT_OF_RANGE);
        }
    }

    @Nested
    class Closing {
        @Test
        void ends_the_item_the_turn_the_queue_and_the_stage() {
            Scenario story = given(inSession(), paper("paper1", "item1"), taken("item1"), presented("paper1"), asked("member2"), speaking("member1"))
                    .when("chair", new CloseMeeting()).then(new MeetingClosed());
            MeetingView view = story.view("guest");
            assertThat(view.head().closedAt()).contains(story.now().toEpochMilli());
            assertThat(view.floor().speaker()).isEmpty();
            assertThat(view.floor().order()).isEmpty();
            assertThat(view.floor().spokenMs()).containsKey("member1");
            assertThat(view.stage().presenting()).isEmpty();
            assertThat(view.agenda().inHand()).isEmpty();
            assertThat(story.mine("member2").requests()).isEmpty();
        }

        @Test
        void works_from_a_recess_too_and_ends_it() {
            Scenario story = given(inRecess()).does("chair", new CloseMeeting());
            assertThat(story.meeting().session().recesses()).allMatch(recess -> recess.to().isPresent());
        }

        @Test
        void waits_for_an_open_vote_and_needs_a_session() {
            given(inSession(), voteOpened("vote1", Mode.OPEN)).when("chair", new CloseMeeting()).refuses(Reason.VOTE_STILL_OPEN);
            given(issued()).when("chair", new CloseMeeting()).refuses(Reason.NOT_IN_SESSION);
            given(closed()).when("chair", new CloseMeeting()).refuses(Reason.MEETING_OVER);
            given(cancelled()).when("chair", new CloseMeeting()).refuses(Reason.MEETING_OVER);
        }
    }

    @Nested
    class Closing_with_a_tie {
        private Scenario tied() {
            return given(inSession(), voteOpened("vote1", Mode.UNNAMED), cast("vote1", "member1", "for"), cast("vote1", "member2", "for"),
                    cast("vote1", "member3", "against"), cast("vote1", "chair", "against"), voteClosed("vote1"));
        }

        @Test
        void waits_for_the_chairs_decision() {
            Scenario story = tied();
            story.when("secretary", new CloseMeeting()).refuses(Reason.TIE_NOT_DECIDED, "Thông qua báo cáo?");
            story.does("chair", new RecessMeeting(Optional.empty())).when("chair", new CloseMeeting()).refuses(Reason.TIE_NOT_DECIDED);
            story.does("chair", new ResumeMeeting()).does("chair", new DecideTie("vote1", true)).when("chair", new CloseMeeting()).then(new MeetingClosed());
        }

        @Test
        void or_for_a_repeated_vote_to_end() {
            Scenario story = tied().does("chair", new RepeatVote("vote1", "vote2", "Ngang phiếu"));
            story.when("chair", new CloseMeeting()).refuses(Reason.TIE_NOT_DECIDED);
            story.does("chair", new OpenVote("vote2", 0, false)).does("chair", new CancelVote("vote2", "Nhầm"))
                    .when("chair", new CloseMeeting()).refuses(Reason.TIE_NOT_DECIDED);
            story.does("chair", new RepeatVote("vote2", "vote3", "Làm lại")).does("chair", new OpenVote("vote3", 0, false))
                    .and(cast("vote3", "member1", "for"), voteClosed("vote3")).when("chair", new CloseMeeting()).happens();
        }
    }

    @Nested
    class A_conclusion {
        @Test
        void is_recorded_replaced_and_removed() {
            Scenario story = given(inSession()).when("secretary", new RecordConclusion("item1", " Thống nhất.\nGiao Sở A. "))
                    .then(new ConclusionRecorded("item1", "Thống nhất.\nGiao Sở A."));
            assertThat(story.view("guest").conclusions().byItem()).containsEntry("item1", "Thống nhất.\nGiao Sở A.");
            story.does("secretary", new RecordConclusion("item1", "Khác"));
            assertThat(story.view("guest").conclusions().byItem()).containsEntry("item1", "Khác");
            story.does("secretary", new RecordConclusion("item1", "  "));
            assertThat(story.view("guest").conclusions().byItem()).isEmpty();
        }

        @Test
        void is_of_an_item_from_the_opening_on() {
            given(inSession()).when("secretary", new RecordConclusion("nowhere", "x")).refuses(Reason.NO_SUCH_ITEM);
            given(issued()).when("secretary", new RecordConclusion("item1", "x")).refuses(Reason.NOT_IN_SESSION);
            given(inSession()).when("secretary", new RecordConclusion("item1", "x".repeat(20_001))).refuses(Reason.TEXT_TOO_LONG, Fields.CONCLUSION, 20_000);
        }
    }
}
