package vn.nghisu.cli.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;

/** What happened at the committee's meeting half a year ago. */
final class LastMeeting {
    private static final String CHAIR = DemoPeople.CHAIR;
    private static final String SECRETARY = DemoPeople.SECRETARY;

    private LastMeeting() {}

    static void prepare(DemoScript script) {
        script.give(SECRETARY, item("tong-ket", "Báo cáo kết quả thực hiện nhiệm vụ chính quyền điện tử năm 2025", ItemKind.REPORT,
                        "Phạm Quốc Tuấn", "Sở Khoa học và Công nghệ", 30))
                .give(SECRETARY, item("ke-hoach", "Kế hoạch chuyển đổi số năm 2026", ItemKind.DECISION, "Phạm Quốc Tuấn", "Sở Khoa học và Công nghệ", 45))
                .give(SECRETARY, item("mot-cua", "Quy chế phối hợp giải quyết thủ tục hành chính không phụ thuộc địa giới", ItemKind.DECISION,
                        "Công Tằng Tôn Nữ Thị Quỳnh Như", "Văn phòng Ủy ban nhân dân tỉnh", 30));
    }

    static void play(DemoScript script, Instant start) {
        script.at(start.minusSeconds(1_500));
        script.give(SECRETARY, new AttendanceCommand.CheckIn(Manner.IN_ROOM));
        for (int i = 1; i <= DemoPeople.members() - 2; i++) {
            script.after(23).give(DemoPeople.member(i), new AttendanceCommand.CheckIn(i % 9 == 0 ? Manner.REMOTE : Manner.IN_ROOM));
        }
        script.give(SECRETARY, new AttendanceCommand.ReportAbsence(DemoPeople.member(25), "Đi công tác tại Bộ Nội vụ"))
                .give("khach3", new AttendanceCommand.CheckIn(Manner.IN_ROOM))
                .at(start).give(CHAIR, new AttendanceCommand.CheckIn(Manner.IN_ROOM))
                .give(CHAIR, new SessionCommand.OpenMeeting(false));
        report(script);
        plan(script);
        script.give(CHAIR, new SessionCommand.RecessMeeting(Optional.empty())).after(900).give(CHAIR, new SessionCommand.ResumeMeeting());
        rules(script);
        script.after(240).give(CHAIR, new SessionCommand.CloseMeeting());
    }

    private static void report(DemoScript script) {
        script.after(180).give(CHAIR, new AgendaCommand.TakeUpItem("tong-ket"))
                .after(30).give(CHAIR, new FloorCommand.AppointSpeaker(DemoPeople.member(2), Optional.of(15), false))
                .after(760).give(CHAIR, new FloorCommand.EndTurn())
                .give(DemoPeople.member(24), new AttendanceCommand.CheckIn(Manner.IN_ROOM));
        speak(script, DemoPeople.member(7), SpeechKind.DISCUSSION, "Kết nối hồ sơ sức khỏe điện tử với trục liên thông của tỉnh", 210);
        question(script, DemoPeople.member(20), DemoPeople.member(2), "Nguồn nhân lực công nghệ thông tin cấp xã", 60);
        script.give(SECRETARY, new ConclusionCommand.RecordConclusion("tong-ket",
                "Thống nhất với báo cáo. Giao Sở Khoa học và Công nghệ tiếp thu ý kiến, hoàn thiện báo cáo trước ngày 15 tháng 01.\n"
                        + "Giao Sở Nội vụ chủ trì rà soát nhân lực công nghệ thông tin cấp xã, báo cáo trong quý I."));
    }

    private static void plan(DemoScript script) {
        script.after(60).give(CHAIR, new AgendaCommand.TakeUpItem("ke-hoach"));
        speak(script, DemoPeople.member(3), SpeechKind.DISCUSSION, "Cân đối kinh phí thực hiện kế hoạch", 260);
        vote(script, "bq-ke-hoach", "Thông qua Kế hoạch chuyển đổi số của tỉnh năm 2026", "ke-hoach", Mode.OPEN, Set.of(3), Set.of(15));
        script.give(SECRETARY, new ConclusionCommand.RecordConclusion("ke-hoach",
                "Ban Chỉ đạo thông qua Kế hoạch chuyển đổi số năm 2026. Giao Sở Tài chính chủ trì tham mưu bố trí kinh phí."));
    }

    private static void rules(DemoScript script) {
        script.after(30).give(CHAIR, new AgendaCommand.TakeUpItem("mot-cua"))
                .after(20).give(CHAIR, new FloorCommand.AppointSpeaker(DemoPeople.member(16), Optional.of(10), false))
                .after(480).give(CHAIR, new FloorCommand.EndTurn());
        vote(script, "bq-quy-che", "Thông qua Quy chế phối hợp giải quyết thủ tục hành chính không phụ thuộc địa giới", "mot-cua", Mode.UNNAMED,
                Set.of(5, 21), Set.of(12));
        script.give(SECRETARY, new ConclusionCommand.RecordConclusion("mot-cua",
                "Thông qua Quy chế; giao Trung tâm Phục vụ hành chính công tổ chức thực hiện từ ngày 01 tháng 3."));
    }

    private static void speak(DemoScript script, String person, SpeechKind kind, String about, long seconds) {
        script.after(20).give(person, new FloorCommand.AskToSpeak(kind, about, Optional.empty()))
                .after(15).call(person, kind, 5)
                .after(seconds).give(CHAIR, new FloorCommand.EndTurn());
    }

    /** A question, and its reply right after. */
    private static void question(DemoScript script, String person, String asked, String about, long seconds) {
        script.after(20).give(person, new FloorCommand.AskToSpeak(SpeechKind.QUESTION, about, Optional.of(asked)))
                .after(15).call(person, SpeechKind.QUESTION, 5)
                .after(seconds).call(asked, SpeechKind.REPLY, 5)
                .after(90).give(CHAIR, new FloorCommand.EndTurn());
    }

    private static void vote(DemoScript script, String id, String question, String item, Mode mode, Set<Integer> against, Set<Integer> notVoting) {
        script.after(40).give(SECRETARY, new VoteCommand.PrepareVote(id, new Vote.Motion(question, Optional.of(item), mode, new Form.Answers(ChoiceSet.LEGAL),
                        MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS)))
                .give(CHAIR, new VoteCommand.OpenVote(id, 60, false));
        script.after(4).give(CHAIR, new BallotCommand.CastBallot(id, List.of("for"), "")).give(SECRETARY, new BallotCommand.CastBallot(id, List.of("for"), ""));
        for (int i = 1; i <= DemoPeople.members() - 1; i++) {
            String choice = against.contains(i) ? "against" : notVoting.contains(i) ? "not-voting" : "for";
            script.after(1).give(DemoPeople.member(i), new BallotCommand.CastBallot(id, List.of(choice), ""));
        }
        script.after(10).give(CHAIR, new VoteCommand.CloseVote(id));
    }

    static AgendaCommand.AddItem item(String id, String title, ItemKind kind, String presenter, String unit, int minutes) {
        return new AgendaCommand.AddItem(id, Optional.empty(), Optional.empty(),
                new Item.Outline(title, kind, presenter, unit, minutes, Visibility.EVERYONE), Optional.empty());
    }
}
