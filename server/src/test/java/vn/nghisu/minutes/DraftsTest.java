package vn.nghisu.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
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
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.minutes.MinutesDraft.Ballot;
import vn.nghisu.minutes.MinutesDraft.Choice;
import vn.nghisu.minutes.MinutesDraft.Stay;
import vn.nghisu.minutes.MinutesDraft.Step;
import vn.nghisu.minutes.layout.Measured;

class DraftsTest {
    private static final Instant START = Instant.parse("2026-03-12T01:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private PlayedMeeting play;

    @BeforeEach
    void prepare() {
        play = new PlayedMeeting(START).at(-600);
        play.does(Caller.system(), new PreparationCommand.CreateMeeting("Phiên họp thường kỳ tháng 3", Kind.REGULAR, "bcd-cqdt",
                "Ban Chỉ đạo Chính quyền điện tử", "Ủy ban nhân dân tỉnh", "Trường Giang", "Phòng họp A", START, START.plusSeconds(7200),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS,
                List.of(person("chair", "Nguyễn Văn Chủ", "Trưởng Ban Chỉ đạo", Role.CHAIR, true),
                        person("secr", "Trần Thị Thư", "Chánh Văn phòng", Role.SECRETARY, false),
                        person("memA", "Lê An", "Giám đốc Sở Nội vụ", Role.MEMBER, true), person("memB", "Phạm Bình", "Phó Giám đốc", Role.MEMBER, true),
                        person("memC", "Vũ Châu", "", Role.MEMBER, true), person("memD", "Đỗ Dung", "Phó Giám đốc", Role.MEMBER, true),
                        person("memE", "Hồ Ê", "", Role.MEMBER, true), person("gueX", "Bùi Xuân", "Giám đốc công ty", Role.GUEST, false),
                        person("gueY", "Cao Yên", "", Role.GUEST, false))));
        add("item1", Optional.empty(), "Báo cáo 6 tháng");
        add("item2", Optional.empty(), "Thuê máy tính bảng");
        add("item2a", Optional.of("item2"), "Phương án thuê");
        add("item3", Optional.empty(), "Giới thiệu sản phẩm");
        paper("paper-000001", "Báo cáo cũ", Access.EVERYONE, Optional.empty());
        paper("paper-000002", "Báo cáo", Access.EVERYONE, Optional.of("paper-000001"));
        paper("paper-000003", "Nhân sự", Access.NAMED, Optional.empty());
        play.does("secr", new PreparationCommand.IssueMeeting());
        play.does("memD", new AttendanceCommand.ReportAbsence("memD", "đi công tác"));
    }

    private static Participant person(String id, String name, String title, Role role, boolean votes) {
        return new Participant(id, name, title, "Sở Nội vụ", role, votes);
    }

    private void add(String id, Optional<String> parent, String title) {
        play.does("secr", new AgendaCommand.AddItem(id, parent, Optional.empty(),
                new Item.Outline(title, ItemKind.REPORT, "Lê An", "Sở Nội vụ", 20, Visibility.EVERYONE), Optional.empty()));
    }

    private void paper(String id, String title, Access access, Optional<String> supersedes) {
        play.does(Caller.system(), new PaperCommand.AddPaper(id, "item1", title, title + ".pdf", "0".repeat(64), 12, 1000, access,
                access == Access.NAMED ? List.of("memA") : List.of(), supersedes, Optional.empty(), Optional.empty()));
        play.does(Caller.system(), new PaperCommand.PreparePaper(id, List.of()));
    }

    private void arrive(String... people) {
        for (String person : people) {
            play.does(person, new AttendanceCommand.CheckIn(Manner.IN_ROOM));
        }
    }

    private void prepareVote(String id, String item, Mode mode) {
        play.does("secr", new VoteCommand.PrepareVote(id, new Vote.Motion("Thông qua báo cáo", Optional.of(item), mode, new Form.Answers(ChoiceSet.LEGAL),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS)));
    }

    private void cast(String vote, String choice, String... people) {
        for (String person : people) {
            play.does(person, new BallotCommand.CastBallot(vote, List.of(choice), ""));
        }
    }

    /** Opens at 0, ends at 90: five members with a vote there, one late, one who leaves and comes back, one who stays away. */
    private MinutesDraft whole() {
        play.at(-20);
        arrive("memE");
        play.at(-15).does("memE", new AttendanceCommand.MarkLeft("memE"));
        play.at(-10);
        arrive("chair", "secr", "memA", "memB", "gueX");
        play.at(-5).does("memC", new AttendanceCommand.CheckIn(Manner.REMOTE));
        play.at(0).does("chair", new SessionCommand.OpenMeeting(true));
        play.at(1).does("chair", new FloorCommand.AppointSpeaker("chair", Optional.of(5), false)).at(4).does("chair", new FloorCommand.EndTurn());
        play.at(5).does("secr", new AgendaCommand.TakeUpItem("item1"));
        play.at(8).does("memA", new FloorCommand.AskToSpeak(SpeechKind.QUESTION, "kinh phí", Optional.of("chair")));
        String request = play.meeting().floor().queue().get(0).id();
        play.at(9).does("chair", new FloorCommand.CallSpeaker(request, Optional.of(5), false));
        play.at(10).does("chair", new FloorCommand.PauseTurn(true)).at(12).does("chair", new FloorCommand.PauseTurn(false));
        play.at(14).does("memA", new FloorCommand.EndTurn());
        play.at(15);
        arrive("memE");
        prepareVote("vote1", "item1", Mode.OPEN);
        play.at(20).does("chair", new VoteCommand.OpenVote("vote1", 0, false));
        cast("vote1", "for", "chair", "memB");
        cast("vote1", "against", "memA");
        play.at(22).does("chair", new VoteCommand.CloseVote("vote1"));
        play.at(23).does("chair", new VoteCommand.RepeatVote("vote1", "vote2", "hai máy mất kết nối"));
        play.at(24).does("chair", new VoteCommand.OpenVote("vote2", 0, false));
        cast("vote2", "for", "chair", "memA", "memB", "memC");
        play.at(25).does("chair", new VoteCommand.CloseVote("vote2"));
        play.does("secr", new ConclusionCommand.RecordConclusion("item1", "Giao Sở Nội vụ.\n\nHạn 31 tháng 3."));
        play.at(30).does("chair", new SessionCommand.RecessMeeting(Optional.empty()));
        play.at(31).does("memB", new AttendanceCommand.MarkLeft("memB"));
        play.at(40).does("chair", new SessionCommand.ResumeMeeting());
        play.at(41).does("memB", new AttendanceCommand.CheckIn(Manner.REMOTE));
        play.at(45).does("secr", new AgendaCommand.TakeUpItem("item2"));
        prepareVote("vote3", "item2", Mode.UNNAMED);
        prepareVote("vote4", "item2", Mode.OPEN);
        prepareVote("vote5", "item2", Mode.OPEN);
        play.at(50).does("chair", new VoteCommand.OpenVote("vote3", 0, false));
        cast("vote3", "for", "chair", "memA", "memB");
        cast("vote3", "not-voting", "memC");
        play.at(52).does("chair", new VoteCommand.CloseVote("vote3"));
        play.at(60).does("chair", new VoteCommand.OpenVote("vote4", 0, false));
        cast("vote4", "for", "memA");
        play.at(61).does("chair", new VoteCommand.CancelVote("vote4", "câu hỏi sai"));
        play.at(80).does("memC", new AttendanceCommand.MarkLeft("memC"));
        play.at(90).does("chair", new SessionCommand.CloseMeeting());
        return Drafts.of(play.meeting(), play.head(), Optional.of(3), Optional.of("BCĐ"));
    }

    private static Step.Item item(MinutesDraft draft, String title) {
        return draft.course().stream().filter(step -> step instanceof Step.Item item && item.title().equals(title)).map(Step.Item.class::cast)
                .findFirst().orElseThrow();
    }

    private static Instant at(int minutes) {
        return START.plusSeconds(60L * minutes);
    }

    @Test
    void changes_within_a_minute_are_told_as_the_last_of_them() {
        play.at(0);
        arrive("chair", "secr", "memA");
        play.does("secr", new AttendanceCommand.MarkPresent("memA", Manner.REMOTE)).does("secr", new AttendanceCommand.MarkPresent("memA", Manner.IN_ROOM));
        play.at(5).does("secr", new AttendanceCommand.MarkPresent("memA", Manner.REMOTE)).does("secr", new AttendanceCommand.MarkPresent("memA", Manner.IN_ROOM));
        play.at(9).does("secr", new AttendanceCommand.MarkPresent("memA", Manner.REMOTE));
        MinutesDraft draft = Drafts.of(play.meeting(), play.head());
        assertThat(draft.present().get(2).stays()).containsExactly(
                new Stay(at(0), Optional.of(at(9)), Manner.IN_ROOM), new Stay(at(9), Optional.empty(), Manner.REMOTE));
    }

    @Test
    void comings_and_goings_are_told_with_their_times() {
        MinutesDraft draft = whole();

        assertThat(draft.present()).extracting(attendee -> attendee.person().name())
                .containsExactly("Nguyễn Văn Chủ", "Trần Thị Thư", "Lê An", "Phạm Bình", "Vũ Châu", "Hồ Ê");
        assertThat(draft.present().get(3).stays()).containsExactly(
                new Stay(at(-10), Optional.of(at(31)), Manner.IN_ROOM), new Stay(at(41), Optional.empty(), Manner.REMOTE));
        assertThat(draft.present().get(4).stays()).containsExactly(new Stay(at(-5), Optional.of(at(80)), Manner.REMOTE));
        // Who went away before the opening and came later was late.
        assertThat(draft.present().get(5).stays()).containsExactly(new Stay(at(15), Optional.empty(), Manner.IN_ROOM));
        assertThat(draft.absent()).containsExactly(
                new MinutesDraft.Absentee(new MinutesDraft.Person("Đỗ Dung", "Phó Giám đốc, Sở Nội vụ"), true, "đi công tác", Optional.empty()));
        assertThat(draft.guests()).extracting(attendee -> attendee.person().name()).containsExactly("Bùi Xuân");
        assertThat(draft.quorum()).contains(new Quorum.Standing(6, 4, 4, true));
        assertThat(draft.chair().post()).isEqualTo("Trưởng Ban Chỉ đạo, Sở Nội vụ");
        assertThat(draft.present().get(2).person().post()).isEqualTo("Giám đốc Sở Nội vụ");
    }

    @Test
    void the_course_goes_by_time_with_the_recess_between_and_what_was_not_reached_at_the_end() {
        MinutesDraft draft = whole();

        assertThat(draft.course().stream().map(step -> step instanceof Step.Item item ? item.number() + " " + item.title() : "recess"))
                .containsExactly(" Khai mạc", "1 Báo cáo 6 tháng", "recess", "2 Thuê máy tính bảng", "2.1 Phương án thuê", "3 Giới thiệu sản phẩm");
        assertThat(item(draft, "Báo cáo 6 tháng").spells()).containsExactly(
                new MinutesDraft.Spell(at(5), Optional.of(at(30))), new MinutesDraft.Spell(at(40), Optional.of(at(45))));
        assertThat(item(draft, "Phương án thuê").takenUp()).isTrue();
        assertThat(item(draft, "Giới thiệu sản phẩm").takenUp()).isFalse();
        assertThat(item(draft, "Báo cáo 6 tháng").conclusions()).containsExactly("Giao Sở Nội vụ.", "Hạn 31 tháng 3.");
    }

    @Test
    void a_sub_item_stands_below_its_item_also_when_it_was_taken_up_after_another_one() {
        play.at(-5);
        arrive("chair", "secr", "memA", "memB", "memC");
        play.at(0).does("chair", new SessionCommand.OpenMeeting(true));
        play.at(5).does("secr", new AgendaCommand.TakeUpItem("item2"));
        play.at(10).does("secr", new AgendaCommand.TakeUpItem("item3"));
        play.at(15).does("secr", new AgendaCommand.TakeUpItem("item2a"));
        play.at(20).does("chair", new SessionCommand.CloseMeeting());
        List<Step> course = Drafts.of(play.meeting(), play.head(), Optional.of(3), Optional.of("BCĐ")).course();

        assertThat(course).extracting(step -> ((Step.Item) step).number()).containsExactly("2", "2.1", "3", "1");
        assertThat(course).extracting(step -> ((Step.Item) step).takenUp()).containsExactly(true, true, true, false);
    }

    @Test
    void speakers_stand_at_their_item_with_the_time_they_really_used() {
        MinutesDraft draft = whole();

        assertThat(item(draft, "Khai mạc").speeches()).hasSize(1);
        assertThat(item(draft, "Báo cáo 6 tháng").speeches()).containsExactly(new MinutesDraft.Speech(
                new MinutesDraft.Person("Lê An", "Giám đốc Sở Nội vụ"), SpeechKind.QUESTION, "kinh phí", at(9), Optional.of(at(14)), 3 * 60_000,
                Optional.of(draft.chair()), Optional.empty()));
    }

    @Test
    void only_the_newest_version_of_a_paper_is_named_and_none_that_is_for_named_readers() {
        assertThat(item(whole(), "Báo cáo 6 tháng").papers()).containsExactly(new MinutesDraft.PresentedPaper("Báo cáo", 12));
    }

    @Test
    void an_open_vote_tells_names_and_its_repetition_the_reason() {
        List<Ballot> votes = item(whole(), "Báo cáo 6 tháng").votes();

        assertThat(votes).hasSize(2);
        assertThat(votes.get(0).repeated()).isTrue();
        assertThat(votes.get(0).result().orElseThrow().choices()).containsExactly(
                new Choice("Tán thành", 2, List.of("Nguyễn Văn Chủ", "Phạm Bình")), new Choice("Không tán thành", 1, List.of("Lê An")),
                new Choice("Không biểu quyết", 0, List.of()));
        assertThat(votes.get(0).result().orElseThrow().notVotedNames()).containsExactly("Vũ Châu", "Hồ Ê");
        assertThat(votes.get(0).result().orElseThrow().verdict()).isEqualTo("Không thông qua: 2 tán thành trên 6 thành viên; cần quá nửa (ít nhất 4)");
        assertThat(votes.get(1).repeated()).isFalse();
        assertThat(votes.get(1).repeatsBecause()).contains("hai máy mất kết nối");
        assertThat(votes.get(1).result().orElseThrow()).satisfies(result -> {
            assertThat(result.members()).isEqualTo(6);
            assertThat(result.entitled()).isEqualTo(5);
            assertThat(result.received()).isEqualTo(4);
            assertThat(result.notVoted()).isEqualTo(1);
        });
    }

    @Test
    void an_unnamed_vote_tells_numbers_and_no_name_at_all() {
        MinutesDraft draft = whole();
        MinutesDraft.Result result = item(draft, "Thuê máy tính bảng").votes().get(0).result().orElseThrow();

        assertThat(result.choices()).containsExactly(
                new Choice("Tán thành", 3, List.of()), new Choice("Không tán thành", 0, List.of()), new Choice("Không biểu quyết", 1, List.of()));
        assertThat(result.notVotedNames()).isEmpty();
        assertThat(result.notVoted()).isEqualTo(1);
    }

    @Test
    void a_cancelled_vote_is_told_with_its_reason_and_one_never_opened_is_not() {
        List<Ballot> votes = item(whole(), "Thuê máy tính bảng").votes();

        assertThat(votes).hasSize(2);
        assertThat(votes.get(1).cancelledBecause()).contains("câu hỏi sai");
        assertThat(votes.get(1).result()).isEmpty();
    }

    @Test
    void opening_without_quorum_is_said() {
        play.at(-10);
        arrive("chair", "memA");
        play.at(0).does("chair", new SessionCommand.OpenMeeting(true));

        String text = new Measured(BienBan.pdf(Drafts.of(play.meeting(), play.head()), START, ZONE)).text.replaceAll("\\s+", " ");
        assertThat(text).contains("có mặt 2 trên 6 thành viên có quyền biểu quyết (cần ít nhất 4): chưa đủ số thành viên theo quy định;"
                + " phiên họp vẫn được tiến hành.");
    }

    @Test
    void a_vote_opened_without_its_quorum_is_told_as_such() {
        play.at(-10);
        arrive("chair", "memA");
        play.at(0).does("chair", new SessionCommand.OpenMeeting(true)).does("chair", new AgendaCommand.TakeUpItem("item1"));
        prepareVote("vote1", "item1", Mode.OPEN);
        play.does("chair", new VoteCommand.OpenVote("vote1", 0, true)).does("chair", new VoteCommand.CloseVote("vote1"));

        String text = new Measured(BienBan.pdf(Drafts.of(play.meeting(), play.head()), START, ZONE)).text.replaceAll("\\s+", " ");
        assertThat(text).contains("Chủ trì cho biểu quyết khi chưa đủ số thành viên theo quy định: có mặt 2 trên 6 thành viên có quyền biểu quyết,"
                + " cần ít nhất 4.");
    }

    @Test
    void there_is_a_draft_at_every_moment_of_the_meeting() {
        assertThat(Drafts.of(play.meeting(), play.head()).openedAt()).isEmpty();
        play.at(-10);
        arrive("chair", "secr", "memA", "memB", "memC");
        play.at(0).does("chair", new SessionCommand.OpenMeeting(false)).does("chair", new AgendaCommand.TakeUpItem("item1"));
        prepareVote("vote1", "item1", Mode.OPEN);
        play.at(1).does("chair", new VoteCommand.OpenVote("vote1", 0, false)).does("chair", new FloorCommand.AppointSpeaker("memA", Optional.of(0), false));
        cast("vote1", "for", "memA");

        MinutesDraft draft = Drafts.of(play.meeting(), play.head());
        assertThat(item(draft, "Báo cáo 6 tháng").votes().get(0).result()).as("choices stay hidden while the vote runs").isEmpty();
        assertThat(item(draft, "Báo cáo 6 tháng").speeches().get(0).to()).isEmpty();
        assertThat(new Measured(BienBan.pdf(draft, START, ZONE)).text).contains("Biểu quyết chưa kết thúc.").contains("chưa kết thúc./.");
    }

    @Test
    void the_same_meeting_gives_the_same_file_byte_for_byte() {
        MinutesDraft draft = whole();

        assertThat(BienBan.pdf(draft, START, ZONE)).isEqualTo(BienBan.pdf(Drafts.of(play.meeting(), play.head(), Optional.of(3), Optional.of("BCĐ")), START, ZONE));
        assertThat(draft.journal()).isEqualTo(play.head());
    }
}
