package vn.nghisu.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Language;
import vn.nghisu.people.Body;
import vn.nghisu.people.BodyRole;
import vn.nghisu.people.Membership;
import vn.nghisu.people.Person;
import vn.nghisu.people.SystemRole;

/** The invented steering committee of an invented province: chair, secretary, 25 members, 3 guests, and an administrator. */
final class DemoPeople {
    static final Body BODY = new Body("bcd-cqdt", "Ban Chỉ đạo Chính quyền điện tử", "Ủy ban nhân dân tỉnh Lam Sơn", "Lam Sơn", "");
    static final String CHAIR = "chutri";
    static final String SECRETARY = "thuky";
    static final String ADMINISTRATOR = "quantri";

    private static final String[][] MEMBERS = {
        {"Trần Thị Bích Hằng", "Phó Chủ tịch UBND tỉnh, Phó Trưởng ban", "Ủy ban nhân dân tỉnh"},
        {"Phạm Quốc Tuấn", "Giám đốc Sở, Phó Trưởng ban Thường trực", "Sở Khoa học và Công nghệ"},
        {"Lê Thị Thu Hương", "Giám đốc", "Sở Tài chính"},
        {"Hoàng Minh Đức", "Giám đốc", "Sở Nội vụ"},
        {"Vũ Thị Ngọc Ánh", "Giám đốc", "Sở Tư pháp"},
        {"Đặng Văn Khôi", "Giám đốc", "Sở Xây dựng"},
        {"Bùi Thị Minh Nguyệt", "Giám đốc", "Sở Y tế"},
        {"Đỗ Hữu Phước", "Giám đốc", "Sở Giáo dục và Đào tạo"},
        {"Ngô Thanh Tùng", "Giám đốc", "Sở Nông nghiệp và Môi trường"},
        {"Dương Thị Lan Phương", "Giám đốc", "Sở Công Thương"},
        {"Lý Quang Vinh", "Giám đốc", "Sở Văn hóa, Thể thao và Du lịch"},
        {"Trịnh Thị Kim Oanh", "Giám đốc", "Sở Dân tộc và Tôn giáo"},
        {"Mai Xuân Trường", "Chánh Thanh tra", "Thanh tra tỉnh"},
        {"Đinh Công Hiếu", "Phó Giám đốc", "Công an tỉnh"},
        {"Hồ Sỹ Nguyên", "Phó Chỉ huy trưởng", "Bộ Chỉ huy Quân sự tỉnh"},
        {"Công Tằng Tôn Nữ Thị Quỳnh Như", "Giám đốc Trung tâm Phục vụ hành chính công", "Văn phòng Ủy ban nhân dân tỉnh"},
        {"Phan Đình Lộc", "Giám đốc", "Kho bạc Nhà nước khu vực"},
        {"Tạ Thị Hồng Vân", "Phó Trưởng Thuế tỉnh", "Thuế tỉnh Lam Sơn"},
        {"Nguyễn Đức Thịnh", "Giám đốc", "Bảo hiểm xã hội tỉnh"},
        {"Cao Thị Mỹ Duyên", "Chủ tịch", "Ủy ban nhân dân phường Đông Lâm"},
        {"Lương Văn Bảo", "Chủ tịch", "Ủy ban nhân dân phường Tân Hòa"},
        {"Quách Thị Thanh Thủy", "Chủ tịch", "Ủy ban nhân dân xã Vạn Xuân"},
        {"Hà Quang Dũng", "Chủ tịch", "Ủy ban nhân dân xã Yên Lạc"},
        {"Triệu Thị Mai Hoa", "Chủ tịch", "Ủy ban nhân dân xã Phú Sơn"},
        {"Châu Ngọc Thạch", "Chánh Văn phòng", "Văn phòng Hội đồng nhân dân tỉnh"},
    };

    private static final String[][] GUESTS = {
        {"Kiều Anh Tuấn", "Giám đốc Trung tâm Giải pháp", "Công ty Cổ phần Phần mềm Sông Mây"},
        {"Tô Thị Diễm My", "Trưởng phòng Dịch vụ chữ ký số", "Doanh nghiệp viễn thông Bình Nguyên"},
        {"Vương Đình Huy", "Phó Viện trưởng", "Viện Nghiên cứu Quản trị công Trường Giang"},
    };

    private DemoPeople() {}

    static List<Person> persons() {
        List<Person> persons = new ArrayList<>();
        persons.add(person(ADMINISTRATOR, "Âu Dương Thành", "Quản trị hệ thống", "Trung tâm Chuyển đổi số tỉnh", SystemRole.ADMINISTRATOR));
        persons.add(person(CHAIR, "Nguyễn Văn Hòa", "Chủ tịch UBND tỉnh, Trưởng ban", "Ủy ban nhân dân tỉnh", SystemRole.NONE));
        persons.add(person(SECRETARY, "Lê Hoàng Yến", "Phó Chánh Văn phòng, Thư ký Ban Chỉ đạo", "Văn phòng Ủy ban nhân dân tỉnh", SystemRole.NONE));
        for (int i = 0; i < MEMBERS.length; i++) {
            persons.add(person(member(i + 1), MEMBERS[i][0], MEMBERS[i][1], MEMBERS[i][2], SystemRole.NONE));
        }
        for (int i = 0; i < GUESTS.length; i++) {
            persons.add(person("khach" + (i + 1), GUESTS[i][0], GUESTS[i][1], GUESTS[i][2], SystemRole.NONE));
        }
        return persons;
    }

    static List<Membership> memberships() {
        List<Membership> memberships = new ArrayList<>();
        memberships.add(new Membership(BODY.id(), CHAIR, BodyRole.CHAIR, 0, true));
        for (int i = 1; i <= MEMBERS.length; i++) {
            memberships.add(new Membership(BODY.id(), member(i), BodyRole.MEMBER, i, true));
        }
        memberships.add(new Membership(BODY.id(), SECRETARY, BodyRole.SECRETARY, 80, true));
        for (int i = 1; i <= GUESTS.length; i++) {
            memberships.add(new Membership(BODY.id(), "khach" + i, BodyRole.GUEST, 90 + i, false));
        }
        return memberships;
    }

    /** Sign-in name and id of the member with this number, from 1: {@code tv01}. */
    static String member(int number) {
        return String.format("tv%02d", number);
    }

    static int members() {
        return MEMBERS.length;
    }

    private static Person person(String id, String name, String title, String unit, SystemRole role) {
        return new Person(id, name, title, unit, Optional.empty(), id, role, Language.VI, true);
    }
}
