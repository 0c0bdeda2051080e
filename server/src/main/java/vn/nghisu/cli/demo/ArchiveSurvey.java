package vn.nghisu.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the survey of the communes' archives has found: the same form for each, other facts. */
final class ArchiveSurvey {
    private static final long SEED = 19_510;

    /** @param metres shelf metres */
    private record Archive(String name, int metres, int pages, int sorted, int poor, int roomM2, int humidity, int requests, int kind) {}

    private static final List<String> STATES = List.of(
            "Tài liệu phần lớn là giấy pơ-luya đánh máy, mực tím đã nhòe; nhiều tập buộc dây gai làm rách mép, phải tách tờ trước khi quét.",
            "Hồ sơ địa chính được đóng quyển khổ A3, bìa còn tốt; trang trong có vết ố do dột mái từ năm 2017 đã được xử lý.",
            "Sổ hộ tịch còn đủ nhưng chữ viết tay nhiều kiểu, một số trang ghi bằng bút chì; cần bố trí người đọc chữ có kinh nghiệm.",
            "Hồ sơ người có công được lưu riêng, gọn; hồ sơ thuế nông nghiệp và hợp tác xã cũ để lẫn trong bao tải chưa phân loại.",
            "Tài liệu sau năm 2010 chủ yếu in laser, quét và nhận dạng tốt; tài liệu trước năm 1990 giòn, không quét được bằng máy nạp giấy tự động.");
    private static final List<String> ROOMS = List.of(
            "Kho ở tầng một, cửa sắt, có bình chữa cháy, chưa có máy hút ẩm.",
            "Kho ở tầng hai trụ sở mới, thoáng, có điều hòa và camera.",
            "Kho dùng chung với phòng họp tổ dân phố, tủ gỗ, không khóa được từng ngăn.",
            "Kho tạm tại trụ sở xã cũ, cách trụ sở mới 7 km, không có người trực.",
            "Kho đạt diện tích nhưng giá sắt đã gỉ, cần thay trước mùa mưa.");
    private static final List<String> STAFF = List.of(
            "Một công chức văn phòng - thống kê kiêm lưu trữ, đã qua lớp bồi dưỡng nghiệp vụ năm 2024.",
            "Chưa có người phụ trách lưu trữ; công chức tư pháp và địa chính tự giữ hồ sơ của mình.",
            "Một công chức chuyên trách, nắm chắc hồ sơ nhưng sẽ nghỉ hưu trong năm tới.",
            "Hai công chức kiêm nhiệm, mỗi tuần dành một buổi cho lưu trữ.");
    private static final List<String> ADVICE = List.of(
            "Đề nghị xếp ưu tiên 1, thực hiện ngay trong giai đoạn thí điểm vì nguy cơ hư hỏng cao.",
            "Đề nghị xếp ưu tiên 2; chỉnh lý xong mục lục trước khi quét.",
            "Đề nghị xếp ưu tiên 3; chỉ quét hồ sơ có yêu cầu tra cứu, phần còn lại chờ xác định giá trị tài liệu.",
            "Đề nghị xếp ưu tiên 2; di chuyển tài liệu về trụ sở mới rồi mới thực hiện.",
            "Đề nghị xếp ưu tiên 1 đối với hồ sơ địa chính, ưu tiên 3 đối với hồ sơ còn lại.");

    private final List<Archive> archives = new ArrayList<>();

    ArchiveSurvey(Figures figures) {
        for (Figures.Unit unit : figures.communes()) {
            SplittableRandom dice = new SplittableRandom(SEED ^ unit.name().hashCode());
            int metres = 60 + dice.nextInt(240);
            archives.add(new Archive(
                    unit.name().replace("UBND ", ""),
                    metres,
                    metres * (1_050 + dice.nextInt(300)),
                    25 + dice.nextInt(60),
                    4 + dice.nextInt(22),
                    18 + dice.nextInt(40),
                    62 + dice.nextInt(24),
                    90 + dice.nextInt(700),
                    dice.nextInt(5)));
        }
    }

    /** The communes' volumes and what they would cost, at 1,150 đồng a page. */
    void volumes(PaperSetter paper) {
        Table.Filling table = new Table.Filling("Bảng 1. Khối lượng tài liệu khảo sát và kinh phí ước tính", "",
                "STT:5c;Đơn vị:30l;Mét giá:11r;Số trang:14r;Đã chỉnh lý (%):13r;Kinh phí (triệu đồng):15r");
        int number = 0;
        for (Archive archive : archives) {
            number++;
            table.row(String.valueOf(number), archive.name(), archive.metres(), archive.pages(), archive.sorted(), cost(archive.pages()));
        }
        long pages = archives.stream().mapToLong(Archive::pages).sum();
        table.total("", "Cộng", archives.stream().mapToLong(Archive::metres).sum(), pages, "",
                archives.stream().mapToLong(archive -> cost(archive.pages())).sum());
        new TablePress(paper, table.done()).draw();
    }

    private static long cost(long pages) {
        return Math.round(pages * 1_150 / 1_000_000.0);
    }

    /** Shares of kinds of records; the last takes what is left. */
    private static void parts(PaperSetter paper, Archive archive) {
        List<String> kinds = List.of("Hồ sơ địa chính", "Sổ và hồ sơ hộ tịch", "Hồ sơ chính sách, người có công", "Tài liệu hành chính, tài chính");
        int[] shares = {34 + archive.kind() * 2, 22 - archive.kind(), 12 + archive.poor() % 5, 0};
        shares[3] = 100 - shares[0] - shares[1] - shares[2];
        Table.Filling table = new Table.Filling("", "", "Thành phần tài liệu:46l;Tỷ lệ (%):14r;Số trang:18r;Thời gian:22c");
        long left = archive.pages();
        for (int i = 0; i < kinds.size(); i++) {
            long pages = i == kinds.size() - 1 ? left : archive.pages() * shares[i] / 100;
            left -= pages;
            table.row(kinds.get(i), String.valueOf(shares[i]), pages, List.of("1976 - 2025", "1956 - 2025", "1965 - 2024", "1954 - 2025").get(i));
        }
        new TablePress(paper, table.done()).draw();
    }

    /** As many communes as fit before the given page. */
    void each(PaperSetter paper, int lastPage) {
        int number = 0;
        for (Archive archive : archives) {
            if (paper.pages() >= lastPage) {
                return;
            }
            number++;
            String name = Character.toUpperCase(archive.name().charAt(0)) + archive.name().substring(1);
            paper.heading(number + ". " + name, 1);
            paper.paragraph(("Khối lượng: %s mét giá, ước %s trang, trong đó %d %% đã chỉnh lý, có mục lục; %d %% ở tình trạng xấu, giòn hoặc mờ."
                            + " Mỗi năm bộ phận văn phòng - thống kê phục vụ khoảng %d lượt tra cứu, nhiều nhất là hồ sơ địa chính và hộ tịch.")
                    .formatted(Numbers.whole(archive.metres()), Numbers.whole(archive.pages()), archive.sorted(), archive.poor(), archive.requests()));
            parts(paper, archive);
            paper.paragraph("Tình trạng: " + STATES.get(archive.kind()));
            paper.paragraph("Điều kiện bảo quản: diện tích kho %d m², độ ẩm đo tại thời điểm khảo sát %d %%. %s"
                    .formatted(archive.roomM2(), archive.humidity(), ROOMS.get((archive.kind() + archive.metres()) % ROOMS.size())));
            paper.paragraph("Nhân lực, mục lục: %s Mục lục hiện có %s, tra cứu một hồ sơ mất bình quân %d phút."
                    .formatted(STAFF.get(archive.requests() % STAFF.size()), archive.sorted() > 60 ? "ở dạng bảng tính" : "viết tay", 18 + archive.requests() % 47));
            paper.paragraph("Ước tính: một tổ số hóa lưu động hoàn thành trong %d ngày làm việc, kinh phí %s triệu đồng. %s"
                    .formatted(Math.max(8, archive.pages() / 7_000), Numbers.whole(cost(archive.pages())), ADVICE.get((archive.kind() + archive.poor()) % ADVICE.size())));
        }
    }
}
