package vn.nghisu.minutes;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.journal.Hash;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.minutes.MinutesDraft.Absentee;
import vn.nghisu.minutes.MinutesDraft.Attendee;
import vn.nghisu.minutes.MinutesDraft.Ballot;
import vn.nghisu.minutes.MinutesDraft.Choice;
import vn.nghisu.minutes.MinutesDraft.Person;
import vn.nghisu.minutes.MinutesDraft.PresentedPaper;
import vn.nghisu.minutes.MinutesDraft.Registration;
import vn.nghisu.minutes.MinutesDraft.Result;
import vn.nghisu.minutes.MinutesDraft.Speech;
import vn.nghisu.minutes.MinutesDraft.Spell;
import vn.nghisu.minutes.MinutesDraft.Stay;
import vn.nghisu.minutes.MinutesDraft.Step;

/** Drafts to set and to measure; people and places are invented. */
final class SampleDrafts {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    static final Instant OPENED = Instant.parse("2026-01-05T01:30:00Z");
    static final Instant MADE = Instant.parse("2026-01-05T05:00:00Z");
    static final Head HEAD = new Head("meeting/bcd-cqdt-2026-01", 412, Hash.sha256("the newest entry"));

    private static final String[] FAMILY = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"};
    private static final String[] MIDDLE = {"Thị", "Văn", "Đức", "Quốc", "Thúy", "Hữu", "Ngọc"};
    private static final String[] GIVEN = {"Ước", "Hằng", "Dũng", "Quyền", "Thắm", "Ẩn", "Yến", "Khởi", "Mỹ", "Lộc", "Ý"};
    private static final String[] UNITS = {
        "Sở Thông tin và Truyền thông", "Sở Nội vụ", "Sở Kế hoạch và Đầu tư", "Văn phòng Ủy ban nhân dân tỉnh", "Công an tỉnh",
        "Ủy ban nhân dân thành phố Trường Giang", "Sở Tài nguyên và Môi trường"
    };

    private SampleDrafts() {}

    static Instant at(int minutes) {
        return OPENED.plusSeconds(60L * minutes);
    }

    static Instant at(int minutes, int seconds) {
        return at(minutes).plusSeconds(seconds);
    }

    static Person person(int n) {
        return new Person(FAMILY[n % 10] + " " + MIDDLE[n % 7] + " " + GIVEN[n % 11],
                n == 0 ? "Phó Chủ tịch Ủy ban nhân dân tỉnh, Trưởng Ban Chỉ đạo" : "Phó Giám đốc " + UNITS[n % 7]);
    }

    private static Attendee present(int n) {
        List<Stay> stays = switch (n) {
            case 4 -> List.of(new Stay(at(-10), Optional.of(at(80)), Manner.IN_ROOM), new Stay(at(95), Optional.empty(), Manner.IN_ROOM));
            case 7 -> List.of(new Stay(at(15), Optional.empty(), Manner.REMOTE));
            case 9 -> List.of(new Stay(at(-5), Optional.of(at(110)), Manner.IN_ROOM));
            default -> List.of(new Stay(at(-10), Optional.empty(), n % 8 == 5 ? Manner.REMOTE : Manner.IN_ROOM));
        };
        return new Attendee(person(n), true, stays, List.of());
    }

    private static List<Attendee> members(int count) {
        List<Attendee> members = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            members.add(present(n));
        }
        return members;
    }

    private static List<String> names(int from, int to) {
        List<String> names = new ArrayList<>();
        for (int n = from; n < to; n++) {
            names.add(person(n).name());
        }
        return names;
    }

    static Ballot open(String question, int from, boolean repeated) {
        return new Ballot(question, Mode.OPEN, MajorityRule.MORE_THAN_HALF_OF_ALL, at(from), Optional.of(at(from + 2)), Optional.empty(),
                Optional.of(new Result(27, 25, 24,
                        List.of(new Choice("Tán thành", 21, names(0, 21)), new Choice("Không tán thành", 2, names(21, 23)),
                                new Choice("Không biểu quyết", 1, names(23, 24))),
                        1, names(24, 25), "Thông qua: 21 tán thành trên 27 thành viên; cần quá nửa (ít nhất 14)", List.of(), false, List.of())),
                Optional.empty(), repeated, Optional.empty());
    }

    static Ballot unnamed(String question, int from) {
        return new Ballot(question, Mode.UNNAMED, new MajorityRule(MajorityRule.Base.PRESENT, 2, 3, false, MajorityRule.Tie.FALLS), at(from),
                Optional.of(at(from + 1)), Optional.empty(),
                Optional.of(new Result(27, 25, 25,
                        List.of(new Choice("Tán thành", 15, List.of()), new Choice("Không tán thành", 7, List.of()),
                                new Choice("Không biểu quyết", 3, List.of())),
                        0, List.of(), "Không thông qua: 15 tán thành trên 25 thành viên có mặt; cần ít nhất 17", List.of(), false, List.of())),
                Optional.of("một số máy tính bảng mất kết nối"), false, Optional.empty());
    }

    private static Ballot cancelled(String question, int from) {
        return new Ballot(question, Mode.OPEN, MajorityRule.MORE_THAN_HALF_OF_ALL, at(from), Optional.of(at(from + 1)), Optional.empty(), Optional.empty(),
                Optional.empty(), false, Optional.of("câu hỏi ghi chưa đúng dự thảo"));
    }

    private static Speech speech(int n, int from, String about) {
        SpeechKind kind = n % 3 == 0 ? SpeechKind.DISCUSSION : SpeechKind.values()[n % SpeechKind.values().length];
        return new Speech(person(n), kind, about, at(from), Optional.of(at(from + 3, 12)), 192_000, Optional.empty(), Optional.empty());
    }

    private static Step.Item item(String number, int level, String title, int from, int to, List<Speech> speeches, List<Ballot> votes,
            List<String> conclusions) {
        return new Step.Item(number, level, title, person(from % 20).name(), UNITS[from % 7], true,
                List.of(new Spell(at(from), Optional.of(at(to)))),
                List.of(new PresentedPaper("Báo cáo kết quả xây dựng Chính quyền điện tử 6 tháng cuối năm 2025", 42),
                        new PresentedPaper("Phụ lục số liệu dịch vụ công trực tuyến", 12)),
                List.of(), List.of(), speeches, List.of(), List.of(), votes, conclusions);
    }

    private static MinutesDraft draft(List<Step> course, int ends) {
        return new MinutesDraft(
                new Registration(Optional.of("Ủy ban nhân dân tỉnh Trường Giang"), "Ban Chỉ đạo xây dựng Chính quyền điện tử", Optional.of(7),
                        Optional.of("BCĐ")),
                "phiên họp",
                "Phiên họp sơ kết công tác xây dựng Chính quyền điện tử 6 tháng cuối năm 2025",
                "Phòng họp số 2, trụ sở Ủy ban nhân dân tỉnh",
                Optional.of(OPENED), Optional.of(at(ends)), Duration.ofMinutes(1),
                Optional.of(new Quorum.Standing(27, 24, 18, true)),
                members(25),
                List.of(new Absentee(person(25), true, "đi công tác theo quyết định của Ủy ban nhân dân tỉnh", Optional.empty()), new Absentee(person(26), true, "", Optional.empty())),
                List.of(new Attendee(new Person("Lương Thế Ngữ", "Giám đốc Công ty Phần mềm Sông Xanh"), false,
                        List.of(new Stay(at(-3), Optional.empty(), Manner.IN_ROOM)), List.of())),
                person(0), List.of(person(3)), course, List.of("Như thành phần tham dự", "Chủ tịch, các Phó Chủ tịch UBND tỉnh (để b/c)"), HEAD);
    }

    /** A morning: three items, a recess, an open vote, a repeated unnamed one and a cancelled one. */
    static MinutesDraft morning() {
        return draft(List.of(
                new Step.Item("", 1, "Khai mạc", "", "", true, List.of(), List.of(), List.of(), List.of(), List.of(speech(0, 1, "phát biểu khai mạc")), List.of(), List.of(),
                        List.of(), List.of()),
                item("1", 1, "Báo cáo kết quả xây dựng Chính quyền điện tử 6 tháng cuối năm 2025 và nhiệm vụ 6 tháng đầu năm 2026", 5, 80,
                        List.of(speech(1, 12, "tiến độ kết nối Trục liên thông văn bản; đề nghị bổ sung kinh phí cho 14 xã vùng cao."),
                                speech(2, 18, ""), speech(6, 25, "chữ ký số chuyên dùng công vụ")),
                        List.of(open("Thông qua Báo cáo kết quả 6 tháng cuối năm 2025", 60, false)),
                        List.of("Giao Sở Thông tin và Truyền thông chủ trì, phối hợp với Sở Nội vụ hoàn thành kết nối một cửa điện tử của "
                                + "các xã còn lại trước ngày 31 tháng 3 năm 2026; báo cáo Ban Chỉ đạo tại phiên họp quý I.",
                                "Văn phòng Ủy ban nhân dân tỉnh theo dõi, đôn đốc và tổng hợp tiến độ hằng tháng.")),
                new Step.Recess(at(80), Optional.of(at(95))),
                item("2", 1, "Trang bị máy tính bảng phục vụ họp không giấy", 95, 130, List.of(speech(8, 97, "phương án thuê dịch vụ")), List.of(), List.of()),
                item("2.1", 2, "Phương án thuê thiết bị", 98, 130, List.of(),
                        List.of(open("Chọn phương án thuê dịch vụ trong 36 tháng", 110, true), unnamed("Chọn phương án thuê dịch vụ trong 36 tháng", 115),
                                cancelled("Giao Sở Nội vụ thẩm định", 120)),
                        List.of("Thống nhất nghiên cứu thêm, trình lại tại phiên họp sau.")),
                new Step.Item("3", 1, "Giới thiệu sản phẩm", "", "", false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of())),
                165);
    }

    /** Three hours, 60 votes, 200 turns to speak. */
    static MinutesDraft threeHours() {
        List<Step> course = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            List<Speech> speeches = new ArrayList<>();
            List<Ballot> votes = new ArrayList<>();
            for (int n = 0; n < 20; n++) {
                speeches.add(speech(n, i * 18 + n / 2, "góp ý dự thảo quy chế, mục " + (n + 1) + ": đề nghị làm rõ trách nhiệm của đơn vị chủ trì"));
            }
            for (int n = 0; n < 6; n++) {
                votes.add(n % 2 == 0 ? open("Thông qua khoản " + (n + 1) + " của dự thảo số " + (i + 1), i * 18 + 10 + n, false)
                        : unnamed("Nhân sự số " + n, i * 18 + 10 + n));
            }
            course.add(item(String.valueOf(i + 1), 1, "Nội dung thứ " + (i + 1), i * 18, i * 18 + 18, speeches, votes,
                    List.of("Thống nhất nội dung thứ " + (i + 1) + ".")));
        }
        return draft(course, 180);
    }
}
