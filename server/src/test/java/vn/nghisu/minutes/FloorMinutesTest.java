package vn.nghisu.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.floor.FloorRules;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.minutes.MinutesCommand;
import vn.nghisu.meeting.minutes.RichBlock;
import vn.nghisu.meeting.minutes.RichText;
import vn.nghisu.meeting.minutes.TextPart;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;

/** Questions, replies, turns beyond the rules and opinions in writing, as the minutes tell them. */
class FloorMinutesTest {
    private static final Instant START = Instant.parse("2026-03-12T01:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Optional<Integer> BY_THE_RULES = Optional.empty();

    private final PlayedMeeting play = inSession();

    private static PlayedMeeting inSession() {
        PlayedMeeting play = new PlayedMeeting(START).at(-60);
        play.does(Caller.system(), new PreparationCommand.CreateMeeting("Phiên họp", Kind.REGULAR, "ban", "Ban Chỉ đạo", "", "", "Phòng họp A", START,
                START.plusSeconds(7200), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS,
                List.of(person("chair", "Nguyễn Văn Chủ", Role.CHAIR), person("secr", "Trần Thị Thư", Role.SECRETARY),
                        person("memA", "Lê An", Role.MEMBER), person("memB", "Phạm Bình", Role.MEMBER))));
        play.does("secr", new AgendaCommand.AddItem("item1", Optional.empty(), Optional.empty(),
                new Item.Outline("Báo cáo", ItemKind.REPORT, "", "", 20, Visibility.EVERYONE), Optional.empty()));
        play.does("secr", new FloorCommand.SetFloorRules(new FloorRules(new FloorRules.Times(7, 3), FloorRules.Times.FREE, FloorRules.Times.FREE,
                FloorRules.Times.FREE, 1, 0, 60)));
        play.does("secr", new PreparationCommand.IssueMeeting()).at(0);
        List.of("chair", "secr", "memA", "memB").forEach(person -> play.does(person, new AttendanceCommand.CheckIn(Manner.IN_ROOM)));
        return play.does("chair", new SessionCommand.OpenMeeting(true)).does("chair", new AgendaCommand.TakeUpItem("item1"));
    }

    private static Participant person(String id, String name, Role role) {
        return new Participant(id, name, "", "", role, role == Role.MEMBER);
    }

    /** The words of the course, without their faces. */
    private String words() {
        MinutesDraft draft = Drafts.of(play.meeting(), play.head());
        return new CourseText(Times.on(draft.openedAt(), ZONE), draft.gathering()).blocks(draft.course()).toString();
    }

    private String request(int place) {
        return play.meeting().floor().queue().get(place).id();
    }

    @Test
    void a_question_and_its_reply_say_who_asked_whom() {
        play.does("memA", new FloorCommand.AskToSpeak(SpeechKind.QUESTION, "Vì sao chậm.", Optional.of("memB")));
        play.at(1).does("chair", new FloorCommand.CallSpeaker(request(0), BY_THE_RULES, false));
        play.at(3).does("chair", new FloorCommand.CallSpeaker(request(0), BY_THE_RULES, false));
        play.at(6).does("chair", new FloorCommand.EndTurn());

        assertThat(words()).contains("Lê An, từ 08 giờ 01 phút đến 08 giờ 03 phút (2 phút), chất vấn Phạm Bình: Vì sao chậm.",
                "Phạm Bình, từ 08 giờ 03 phút đến 08 giờ 06 phút (3 phút), trả lời Lê An.");
    }

    @Test
    void a_turn_beyond_the_rules_says_so_and_others_do_not() {
        play.at(1).does("chair", new FloorCommand.AppointSpeaker("memA", BY_THE_RULES, false)).at(2).does("chair", new FloorCommand.EndTurn());
        assertThat(words()).doesNotContain("quy định");
        play.at(3).does("chair", new FloorCommand.AppointSpeaker("memA", BY_THE_RULES, true)).at(4).does("chair", new FloorCommand.EndTurn());
        assertThat(words()).containsOnlyOnce("phát biểu (chủ trì cho phát biểu thêm ngoài số lượt quy định).");
        play.does("chair", new FloorCommand.AppointSpeaker("memB", Optional.of(0), true)).at(5).does("chair", new FloorCommand.EndTurn());
        assertThat(words()).contains("phát biểu (chủ trì cho phát biểu lâu hơn thời gian quy định).");
    }

    @Test
    void opinions_in_writing_stand_at_their_item_in_the_order_of_the_list() {
        play.does("chair", new FloorCommand.OpenSpeakersList(false));
        play.does("memB", new FloorCommand.HandInOpinion("item1", "Thêm kinh phí.\n\nThêm người."));
        play.does("memA", new FloorCommand.HandInOpinion("item1", "Đồng ý"));
        assertThat(words()).contains("Ý kiến gửi bằng văn bản:").containsSubsequence("Lê An: Đồng ý", "Phạm Bình: Thêm kinh phí. Thêm người.");
        play.does("memA", new FloorCommand.HandInOpinion("item1", "")).does("memB", new FloorCommand.HandInOpinion("item1", ""));
        assertThat(words()).doesNotContain("bằng văn bản");
    }

    @Test
    void what_the_secretary_wrote_stands_between_what_was_said_and_what_was_concluded() {
        play.at(1).does("chair", new FloorCommand.AppointSpeaker("memA", BY_THE_RULES, false)).at(2).does("chair", new FloorCommand.EndTurn());
        RichBlock written = new RichBlock.RichParagraph(RichBlock.Tone.NORMAL, List.of(new RichBlock.RichRun("Nhiều ý kiến đề nghị rà soát.", false, false, false)));
        play.does("secr", new MinutesCommand.WriteMinutes("item1", TextPart.PUBLIC, 0, "writer-1", List.of("{}"), new RichText(List.of(written))));
        play.does("secr", new ConclusionCommand.RecordConclusion("item1", "Thống nhất báo cáo."));
        assertThat(words()).containsSubsequence("Lê An", "Nhiều ý kiến đề nghị rà soát.", "Kết luận của chủ trì", "Thống nhất báo cáo.");
    }

    @Test
    void presence_that_is_put_right_after_the_closing_is_what_the_minutes_tell() {
        play.at(90).does("chair", new SessionCommand.CloseMeeting());
        play.does("secr", new AttendanceCommand.CorrectAttendance("memB", Optional.empty(), Optional.empty(), Optional.empty(), "đi công tác", "Nhầm người"));
        play.does("secr", new AttendanceCommand.CorrectAttendance("memA", Optional.of(Manner.REMOTE), Optional.of(START.plusSeconds(1200)), Optional.empty(), "", "Dự trực tuyến"));
        MinutesDraft draft = Drafts.of(play.meeting(), play.head());
        assertThat(draft.absent()).extracting(absentee -> absentee.person().name() + ": " + absentee.reason()).containsExactly("Phạm Bình: đi công tác");
        assertThat(MinutesText.of(draft, ZONE).toString()).contains("Trực tuyến; đến muộn, lúc 08 giờ 20 phút");
    }

    @Test
    void a_post_that_names_its_unit_in_short_is_not_followed_by_it() {
        assertThat(Drafts.person(new Participant("x", "Lê An", "Chủ tịch UBND tỉnh, Trưởng ban", "Ủy ban nhân dân tỉnh", Role.CHAIR, true)).shownPost()).isEqualTo("Chủ tịch UBND tỉnh, Trưởng ban");
        assertThat(Drafts.person(new Participant("x", "Lê An", "Giám đốc", "Sở Nội vụ", Role.MEMBER, true)).shownPost()).isEqualTo("Giám đốc, Sở Nội vụ");
    }

    @Test
    void a_gathering_is_called_as_its_title_calls_it_else_by_its_kind() {
        assertThat(Drafts.gathering("Phiên họp bất thường", Kind.URGENT)).isEqualTo("phiên họp");
        assertThat(Drafts.gathering("Sơ kết quý I", Kind.REVIEW)).isEqualTo("cuộc họp");
    }
}
