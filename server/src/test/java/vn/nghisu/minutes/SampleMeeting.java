package vn.nghisu.minutes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.beforehand.BeforehandCommand;
import vn.nghisu.meeting.beforehand.Stance;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.tasks.Assignment;
import vn.nghisu.meeting.tasks.Entrusted;
import vn.nghisu.meeting.tasks.TaskCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;

/** One meeting with a bit of everything, of which each official paper can be made; people and places are invented. */
final class SampleMeeting {
    static final Instant START = Instant.parse("2026-02-05T01:00:00Z");
    private static final int MEMBERS = 27;

    private SampleMeeting() {}

    static String id(int n) {
        return "person" + n;
    }

    private static Participant participant(int n) {
        MinutesDraft.Person person = SampleDrafts.person(n);
        String unit = n == 0 ? "" : person.post().replace("Phó Giám đốc ", "");
        return new Participant(id(n), person.name(), n == 0 ? "Phó Chủ tịch Ủy ban nhân dân tỉnh, Trưởng Ban Chỉ đạo" : "Phó Giám đốc", unit, n == 0 ? Role.CHAIR : Role.MEMBER, true);
    }

    /** Prepared and issued, with opinions from before the meeting. */
    static PlayedMeeting prepared() {
        PlayedMeeting play = new PlayedMeeting(START).at(-3000);
        List<Participant> people = new ArrayList<>();
        people.add(participant(0));
        people.add(new Participant("secr", "Phạm Quốc Quyền", "Chánh Văn phòng", "Ban Chỉ đạo", Role.SECRETARY, false));
        for (int n = 1; n < MEMBERS; n++) {
            people.add(participant(n));
        }
        people.add(new Participant("guest", "Công Tằng Tôn Nữ Hoàng Phi Yến", "Phó Tổng Giám đốc phụ trách giải pháp dịch vụ công trực tuyến và chuyển đổi số",
                "Công ty cổ phần Công nghệ và Dịch vụ viễn thông miền Trung", Role.GUEST, false));
        play.does(Caller.system(), new PreparationCommand.CreateMeeting("Phiên họp thường kỳ tháng 02 năm 2026 của Ban Chỉ đạo chuyển đổi số và xây dựng chính quyền điện tử tỉnh",
                Kind.REGULAR, "bcd", "Ban Chỉ đạo Chuyển đổi số", "Ủy ban nhân dân tỉnh Trường Giang", "Trường Giang", "Phòng họp số 2, trụ sở Ủy ban nhân dân tỉnh", START,
                START.plusSeconds(10_800), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, people));
        item(play, "item1", Optional.empty(), "Báo cáo kết quả thực hiện dịch vụ công trực tuyến năm 2025", "Sở Thông tin và Truyền thông", Visibility.EVERYONE);
        item(play, "item2", Optional.empty(), "Trang bị máy tính bảng phục vụ họp không giấy", "Văn phòng Ủy ban nhân dân tỉnh", Visibility.MEMBERS);
        item(play, "item2a", Optional.of("item2"), "Phương án thuê dịch vụ", "", Visibility.MEMBERS);
        item(play, "item3", Optional.empty(), "Nội dung khác", "", Visibility.EVERYONE);
        play.does("secr", new PreparationCommand.IssueMeeting());
        play.does("secr", new BeforehandCommand.SetOpinionCutOff(Optional.of(START.minusSeconds(3_600))));
        play.does(id(3), new BeforehandCommand.GiveOpinion("item1", Stance.AGREE, "Nhất trí với dự thảo."));
        play.does(id(4), new BeforehandCommand.GiveOpinion("item1", Stance.OTHER, "Cần bổ sung số liệu cấp xã."));
        play.at(-30).does("secr", new BeforehandCommand.CompileOpinions("item1",
                "Đa số nhất trí với dự thảo báo cáo.\nCó ý kiến đề nghị bổ sung số liệu của cấp xã theo từng quý.", Optional.empty()));
        return play;
    }

    private static void item(PlayedMeeting play, String id, Optional<String> parent, String title, String unit, Visibility visibility) {
        play.does("secr", new AgendaCommand.AddItem(id, parent, Optional.empty(),
                new Item.Outline(title, ItemKind.REPORT, unit.isEmpty() ? "" : "Lãnh đạo " + unit, unit, 20, visibility), Optional.empty()));
    }

    /** Held from beginning to end. */
    static PlayedMeeting held() {
        return held(play -> {});
    }

    /** @param more what happens before the end */
    static PlayedMeeting held(Consumer<PlayedMeeting> more) {
        PlayedMeeting play = prepared().at(-10);
        play.does("secr", new AttendanceCommand.CheckIn(Manner.IN_ROOM)).does("guest", new AttendanceCommand.CheckIn(Manner.IN_ROOM));
        for (int n = 0; n < MEMBERS - 2; n++) {
            play.does(id(n), new AttendanceCommand.CheckIn(n % 8 == 5 ? Manner.REMOTE : Manner.IN_ROOM));
        }
        play.does(id(MEMBERS - 1), new AttendanceCommand.ReportAbsence(id(MEMBERS - 1), "đi công tác"));
        play.at(0).does(id(0), new SessionCommand.OpenMeeting(false));
        play.at(2).does("secr", new AgendaCommand.TakeUpItem("item1"));
        play.at(3).does(id(0), new FloorCommand.AppointSpeaker(id(2), Optional.of(5), false)).at(8).does(id(0), new FloorCommand.EndTurn());
        play.does(id(6), new FloorCommand.AskToSpeak(SpeechKind.DISCUSSION, "công bố kết quả", Optional.empty()));
        play.does(id(6), new FloorCommand.HandInOpinion("item1", "Đề nghị công bố kết quả theo từng đơn vị."));
        vote(play, "vote1", "item1", "Thông qua Báo cáo kết quả thực hiện dịch vụ công trực tuyến năm 2025", Mode.OPEN, 20, 3, 1);
        play.does("secr", new ConclusionCommand.RecordConclusion("item1",
                "Cơ bản nhất trí với báo cáo; các đơn vị tiếp thu ý kiến của đại biểu, hoàn thiện và gửi lại trước khi ban hành.\n"
                        + "Từ quý II năm 2026, kết quả dịch vụ công trực tuyến của từng đơn vị được công bố hằng tháng."));
        play.at(30).does("secr", new AgendaCommand.TakeUpItem("item2"));
        vote(play, "vote2", "item2", "Thuê dịch vụ máy tính bảng trong 36 tháng", Mode.UNNAMED, 17, 5, 2);
        vote(play, "vote3", "item2a", "Mua máy tính bảng", Mode.OPEN, 8, 14, 0);
        play.does("secr", new ConclusionCommand.RecordConclusion("item2", "Thống nhất chọn phương án thuê dịch vụ."));
        task(play, "task1", Optional.of("item1"), "Hoàn thiện báo cáo, trình Ủy ban nhân dân tỉnh", "Sở Thông tin và Truyền thông",
                List.of("Sở Nội vụ", "Ủy ban nhân dân các huyện, thành phố"), Optional.of(LocalDate.of(2026, 3, 31)));
        task(play, "task2", Optional.of("item2"), "Lập dự toán thuê dịch vụ", "Văn phòng Ủy ban nhân dân tỉnh", List.of("Sở Kế hoạch và Đầu tư"), Optional.of(LocalDate.of(2026, 2, 28)));
        task(play, "task3", Optional.empty(), "Rà soát quy chế làm việc của Ban Chỉ đạo", "Sở Nội vụ", List.of(), Optional.empty());
        more.accept(play);
        play.at(120).does(id(0), new SessionCommand.CloseMeeting());
        return play;
    }

    static void vote(PlayedMeeting play, String id, String item, String question, Mode mode, int yes, int no, int neither) {
        play.does("secr", new VoteCommand.PrepareVote(id, new Vote.Motion(question, Optional.of(item), mode, new Form.Answers(ChoiceSet.LEGAL),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS)));
        play.does(id(0), new VoteCommand.OpenVote(id, 0, false));
        for (int n = 0; n < yes + no + neither; n++) {
            play.does(id(n), new BallotCommand.CastBallot(id, List.of(n < yes ? "for" : n < yes + no ? "against" : "not-voting"), ""));
        }
        play.does(id(0), new VoteCommand.CloseVote(id));
    }

    private static void task(PlayedMeeting play, String id, Optional<String> item, String title, String lead, List<String> with, Optional<LocalDate> due) {
        play.does("secr", new TaskCommand.AssignTask(id, item, new Assignment(title, "", lead, with, Optional.empty(), Optional.empty(),
                new Entrusted(SampleMeeting.id(1), SampleDrafts.person(1).name(), "Phó Giám đốc", lead), due)));
    }

    static PaperOrder order(DocumentKind kind, Optional<String> about, Optional<Numbered> number, List<String> recipients) {
        Signatory signatory = kind == DocumentKind.MINUTES || kind == DocumentKind.VOTE_PROTOCOL
                ? new Signatory(List.of(), "") : new Signatory(List.of("TL. Trưởng Ban", "Chánh Văn phòng"), "Phạm Quốc Quyền");
        return new PaperOrder(kind, about, new Letterhead(Optional.of("Ủy ban nhân dân tỉnh Trường Giang"), "Ban Chỉ đạo Chuyển đổi số"), number, LocalDate.of(2026, 2, 6),
                "Trường Giang", signatory, recipients);
    }

    /** With the seventh number of the year where the kind has numbers. */
    static PaperOrder order(DocumentKind kind) {
        Optional<String> about = switch (kind) {
            case RESOLUTION -> Optional.of("item1");
            case VOTE_PROTOCOL -> Optional.of("vote1");
            default -> Optional.empty();
        };
        return order(kind, about, kind.code().map(code -> new Numbered(7, code + "-BCĐCĐS")), List.of());
    }

    static Made made(PlayedMeeting play, PaperOrder order) {
        return new OfficialPapers(Templates.builtIn()).make(play.meeting(), play.head(), order, START.plusSeconds(86_400));
    }
}
