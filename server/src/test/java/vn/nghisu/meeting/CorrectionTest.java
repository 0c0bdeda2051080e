package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.attendance.AttendanceCommand.CorrectAttendance;
import vn.nghisu.meeting.attendance.AttendanceEvent.AttendanceCorrected;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.attendance.Presence;
import vn.nghisu.meeting.conclusions.ConclusionCommand.RecordConclusion;
import vn.nghisu.meeting.conclusions.ConclusionEvent.ConclusionRecorded;
import vn.nghisu.meeting.documents.DocumentCommand.AddDocument;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.documents.SignatureSlot;
import vn.nghisu.meeting.minutes.MinutesCommand.ApproveMinutes;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.Mode;

/** Facts that are put right between the closing and the first signature (product M1). */
class CorrectionTest {
    private static final CorrectAttendance AWAY = new CorrectAttendance("member3", Optional.empty(), Optional.empty(), Optional.empty(), " Đi công tác ", " Nhầm người ");

    /** From eight to half past nine; the third member left at half past eight. */
    private static Scenario held() {
        return given(inSession(), at(30), left("member3"), at(90)).does("chair", new SessionCommand.CloseMeeting());
    }

    private static Instant minute(int minutes) {
        return Scenario.EIGHT.plusSeconds(60L * minutes);
    }

    private static CorrectAttendance here(Optional<Instant> from, Optional<Instant> until) {
        return new CorrectAttendance("member3", Optional.of(Manner.REMOTE), from, until, "", "Ghi nhầm");
    }

    private static Presence presence(Scenario story) {
        return story.meeting().attendance().of("member3");
    }

    @Test
    void who_was_there_takes_the_place_of_what_was_noted() {
        Scenario story = held();
        Instant opened = story.meeting().session().openedAt().orElseThrow();
        story.when("secretary", here(Optional.empty(), Optional.empty()))
                .then(new AttendanceCorrected("member3", Optional.of(Manner.REMOTE), Optional.of(opened), Optional.empty(), "", "Ghi nhầm"));
        assertThat(presence(story).at(minute(60))).isTrue();
        story.does("chair", here(Optional.of(minute(20)), Optional.of(minute(40))));
        assertThat(presence(story).stays()).containsExactly(new Presence.Stay(minute(20), Manner.REMOTE, Optional.of(minute(40))));
        story.when("secretary", AWAY).then(new AttendanceCorrected("member3", Optional.empty(), Optional.empty(), Optional.empty(), "Đi công tác", "Nhầm người"));
        assertThat(presence(story).stays()).isEmpty();
        assertThat(presence(story).absence()).contains("Đi công tác");
        story.does("secretary", here(Optional.empty(), Optional.empty()));
        assertThat(presence(story).absence()).isEmpty();
    }

    @Test
    void presence_lies_within_the_session_and_needs_a_reason() {
        Scenario story = held();
        story.when("secretary", here(Optional.of(minute(-1)), Optional.empty())).refuses(Reason.STAY_OUTSIDE, "08:00", "09:30");
        story.when("secretary", here(Optional.empty(), Optional.of(minute(95)))).refuses(Reason.STAY_OUTSIDE, "08:00", "09:30");
        story.when("secretary", here(Optional.of(minute(40)), Optional.of(minute(40)))).refuses(Reason.STAY_OUTSIDE, "08:00", "09:30");
        story.when("secretary", new CorrectAttendance("member3", Optional.empty(), Optional.empty(), Optional.empty(), "", " ")).refuses(Reason.TEXT_MISSING, Fields.REASON);
        story.when("secretary", new CorrectAttendance("nobody", Optional.empty(), Optional.empty(), Optional.empty(), "", "x")).refuses(Reason.NO_SUCH_PERSON);
        story.when("member3", AWAY).refuses(Reason.NOT_YOURS);
        given(inSession()).when("secretary", AWAY).refuses(Reason.NOT_CLOSED_YET);
        given(cancelled()).when("secretary", AWAY).refuses(Reason.MEETING_OVER);
    }

    @Test
    void who_spoke_or_voted_was_not_away() {
        Scenario spoke = given(inSession(), speaking("member3"), at(90)).does("chair", new SessionCommand.CloseMeeting());
        spoke.when("secretary", AWAY).refuses(Reason.TOOK_PART, "Ông member3");
        Scenario voted = given(inSession(), voteOpened("vote1", Mode.UNNAMED), cast("vote1", "member3", "for"), voteClosed("vote1"), at(90)).does("chair", new SessionCommand.CloseMeeting());
        voted.when("secretary", AWAY).refuses(Reason.TOOK_PART, "Ông member3");
        voted.when("secretary", here(Optional.empty(), Optional.empty())).happens();
    }

    @Test
    void a_result_keeps_the_presence_with_which_it_was_counted() {
        Scenario story = given(inSession(), left("member3"), voteOpened("vote1", Mode.OPEN), cast("vote1", "member1", "for"), voteClosed("vote1"), at(90))
                .does("chair", new SessionCommand.CloseMeeting());
        var counted = story.meeting().votes().find("vote1");
        story.does("secretary", here(Optional.empty(), Optional.empty()));
        assertThat(story.meeting().votes().find("vote1")).isEqualTo(counted);
    }

    @Test
    void a_conclusion_is_worded_anew_and_the_same_words_are_nothing_new() {
        Scenario story = held();
        story.when("secretary", new RecordConclusion("item1", " Thống nhất. ")).then(new ConclusionRecorded("item1", "Thống nhất."));
        story.when("chair", new RecordConclusion("item1", "Thống nhất.")).changesNothing();
        given(issued()).when("secretary", new RecordConclusion("item1", "x")).refuses(Reason.NOT_IN_SESSION);
        given(cancelled()).when("secretary", new RecordConclusion("item1", "x")).refuses(Reason.MEETING_OVER);
    }

    @Test
    void an_approval_no_longer_holds_and_a_file_made_before_is_not_signed() {
        Scenario story = held().does("chair", new ApproveMinutes(Map.of()));
        story.does("secretary", new AddDocument("minutes-1", DocumentSteps.content(story, DocumentKind.MINUTES, Optional.empty(), 1)));
        story.does("secretary", new RecordConclusion("item1", "Đã sửa"));
        assertThat(story.meeting().minutes().isApproved()).isFalse();
        story.when("secretary", DocumentSteps.signature("minutes-1", SignatureSlot.SECRETARY, DocumentSteps.PDF, "01")).refuses(Reason.MINUTES_NOT_APPROVED);
        story.does("chair", new ApproveMinutes(Map.of()));
        story.when("secretary", DocumentSteps.signature("minutes-1", SignatureSlot.SECRETARY, DocumentSteps.PDF, "01")).refuses(Reason.DOCUMENT_STALE);
    }

    @Test
    void nothing_is_put_right_once_the_minutes_are_signed() {
        Scenario story = held().does("chair", new ApproveMinutes(Map.of()));
        story.does("secretary", new AddDocument("minutes-1", DocumentSteps.content(story, DocumentKind.MINUTES, Optional.empty(), 1)))
                .does("secretary", DocumentSteps.signature("minutes-1", SignatureSlot.SECRETARY, DocumentSteps.PDF, "01"));
        story.when("secretary", new RecordConclusion("item1", "x")).refuses(Reason.FACTS_LOCKED);
        story.when("secretary", AWAY).refuses(Reason.FACTS_LOCKED);
    }

    @Test
    void is_seen_the_same_moved_on_and_made_anew() {
        given(inSession(), at(90)).does("chair", new SessionCommand.CloseMeeting())
                .movesOn("secretary", AWAY, here(Optional.empty(), Optional.of(minute(30))), new RecordConclusion("item1", "x"));
    }
}
