package vn.nghisu.cli.demo;

import java.util.Optional;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;

/** Tomorrow's review of six months: six items, two prepared votes. Papers find their item by its id. */
final class NextMeeting {
    private NextMeeting() {}

    static void prepare(DemoScript script) {
        String secretary = DemoPeople.SECRETARY;
        script.give(secretary, LastMeeting.item("so-ket", "Báo cáo sơ kết tình hình thực hiện nhiệm vụ chính quyền điện tử 6 tháng đầu năm",
                        ItemKind.REPORT, "Phạm Quốc Tuấn", "Sở Khoa học và Công nghệ", 25))
                .give(secretary, LastMeeting.item("dich-vu-cong", "Kết quả cung cấp dịch vụ công trực tuyến và hoạt động của bộ phận một cửa",
                        ItemKind.REPORT, "Công Tằng Tôn Nữ Thị Quỳnh Như", "Trung tâm Phục vụ hành chính công", 25))
                .give(secretary, LastMeeting.item("chu-ky-so", "Trục liên thông văn bản và chữ ký số trong cơ quan nhà nước",
                        ItemKind.DISCUSSION, "Châu Ngọc Thạch", "Văn phòng Ủy ban nhân dân tỉnh", 30))
                .give(secretary, LastMeeting.item("gioi-thieu", "Giới thiệu giải pháp số hóa hồ sơ lưu trữ tại cấp xã",
                        ItemKind.INFORMATION, "Kiều Anh Tuấn", "Công ty Cổ phần Phần mềm Sông Mây", 20))
                .give(secretary, LastMeeting.item("ke-hoach", "Kế hoạch 6 tháng cuối năm", ItemKind.DECISION, "Phạm Quốc Tuấn",
                        "Sở Khoa học và Công nghệ", 40))
                .give(secretary, new AgendaCommand.AddItem("nhan-su", Optional.empty(), Optional.empty(),
                        new Item.Outline("Kiện toàn Tổ giúp việc Ban Chỉ đạo", ItemKind.DECISION, "Hoàng Minh Đức", "Sở Nội vụ", 20, Visibility.MEMBERS),
                        Optional.empty()))
                .give(secretary, new VoteCommand.PrepareVote("bq-ke-hoach", motion(
                        "Thông qua Kế hoạch thực hiện nhiệm vụ chính quyền điện tử 6 tháng cuối năm", "ke-hoach", Mode.OPEN)))
                .give(secretary, new VoteCommand.PrepareVote("bq-nhan-su", motion(
                        "Kiện toàn Tổ giúp việc Ban Chỉ đạo theo đề nghị của Sở Nội vụ", "nhan-su", Mode.UNNAMED)));
    }

    private static Vote.Motion motion(String question, String item, Mode mode) {
        return new Vote.Motion(question, Optional.of(item), mode, new Form.Answers(ChoiceSet.LEGAL), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS);
    }
}
