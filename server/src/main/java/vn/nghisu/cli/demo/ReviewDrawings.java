package vn.nghisu.cli.demo;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nghisu.cli.demo.Figures.Line;
import vn.nghisu.cli.demo.Figures.Unit;

/** Tables and charts of the reports, drawn from the figures. */
final class ReviewDrawings {
    private final Figures figures;

    ReviewDrawings(Figures figures) {
        this.figures = figures;
    }

    void targets(PaperSetter paper) {
        Unit all = Figures.sum("", figures.all());
        Unit communes = Figures.sum("", figures.communes());
        Table.Filling table = new Table.Filling("Biểu số 3. Kết quả thực hiện các chỉ tiêu năm 2026", "",
                "STT:5c;Chỉ tiêu:47l;Đơn vị tính:12c;Kế hoạch năm:12r;Thực hiện 6 tháng:13r;Đánh giá:13c");
        table.row("1", "Hồ sơ thủ tục hành chính nộp trực tuyến", "%", "85,0", Numbers.percent(all.online(), all.received()), "Đạt tiến độ");
        table.row("2", "Hồ sơ giải quyết trước hạn, đúng hạn", "%", "99,0", Numbers.percent(all.inTime(), all.resolved()), "Đạt");
        table.row("3", "Hồ sơ thanh toán trực tuyến", "%", "65,0", Numbers.percent(all.paidOnline(), all.online()), "Đạt");
        table.row("4", "Số hóa kết quả giải quyết cấp xã", "%", "95,0", Numbers.percent(communes.digitised(), communes.resolved()), "Chậm");
        table.row("5", "Văn bản đi được ký số", "%", "95,0", Numbers.percent(all.signed(), all.documents()), "Đạt tiến độ");
        table.row("6", "Dịch vụ công trực tuyến toàn trình", "dịch vụ", "1.000", "1.012", "Vượt");
        table.row("7", "Dịch vụ công được tái cấu trúc quy trình", "dịch vụ", "250", "128", "Đạt tiến độ");
        table.row("8", "Xã, phường có băng thông từ 100 Mbit/s", "đơn vị", "50", "37", "Đạt tiến độ");
        table.row("9", "Máy tính cấp xã đạt cấu hình tối thiểu", "%", "85,0", "71,4", "Chậm");
        table.row("10", "Hệ thống thông tin được phê duyệt cấp độ", "%", "90,0", "91,3", "Đạt");
        table.row("11", "Bộ dữ liệu mở được công bố", "bộ", "90", "96", "Vượt");
        table.row("12", "Kết nối cơ sở dữ liệu quốc gia", "hệ thống", "12", "12", "Đạt");
        table.row("13", "Người trưởng thành có tài khoản định danh điện tử", "%", "75,0", "78,6", "Vượt");
        table.row("14", "Cán bộ, công chức được tập huấn kỹ năng số", "%", "80,0", "62,3", "Đạt tiến độ");
        table.row("15", "Học bạ số cấp tiểu học", "%", "100,0", "100,0", "Đạt");
        table.row("16", "Người dân có hồ sơ sức khỏe điện tử", "nghìn người", "1.050", "1.106", "Vượt");
        table.row("17", "Thời gian sẵn sàng của Trung tâm dữ liệu tỉnh", "%", "99,95", "99,97", "Đạt");
        table.row("18", "Mức độ hài lòng của người dân", "%", "88,0", "88,7", "Đạt");
        new TablePress(paper, table.done()).draw();
    }

    void comingTargets(PaperSetter paper) {
        Unit all = Figures.sum("", figures.all());
        Unit communes = Figures.sum("", figures.communes());
        Table.Filling table = new Table.Filling("Biểu số 1. Chỉ tiêu phải hoàn thành trong 6 tháng cuối năm 2026", "",
                "STT:5c;Chỉ tiêu:50l;Đơn vị tính:12c;Đến 30/6:12r;Hết quý III:12r;Hết năm:12r");
        table.row("1", "Hồ sơ nộp trực tuyến", "%", Numbers.percent(all.online(), all.received()), "83,0", "85,0");
        table.row("2", "Hồ sơ trực tuyến do người dân tự nộp", "%", "-", "Đo lần đầu", "50,0");
        table.row("3", "Số hóa kết quả giải quyết cấp xã", "%", Numbers.percent(communes.digitised(), communes.resolved()), "90,0", "95,0");
        table.row("4", "Văn bản đi được ký số hợp lệ", "%", Numbers.percent(all.signed(), all.documents()), "97,0", "99,0");
        table.row("5", "Máy tính cấp xã đạt cấu hình tối thiểu", "%", "71,4", "78,0", "85,0");
        table.row("6", "Xã, phường có băng thông từ 100 Mbit/s", "đơn vị", "37", "50", "50");
        table.row("7", "Dịch vụ công được tái cấu trúc quy trình", "dịch vụ", "128", "190", "250");
        table.row("8", "Bộ dữ liệu mở được công bố", "bộ", "96", "120", "156");
        table.row("9", "Phiên họp của Ủy ban nhân dân tỉnh họp không giấy", "%", "35,0", "100,0", "100,0");
        table.row("10", "Mức độ hài lòng của người dân", "%", "88,7", "89,0", "90,0");
        new TablePress(paper, table.done()).draw();
    }

    void provincial(PaperSetter paper) {
        Table.Filling table = new Table.Filling("Biểu số 4. Giải quyết thủ tục hành chính tại cơ quan cấp tỉnh", "Đơn vị tính: hồ sơ",
                "STT:5c;Cơ quan:33l;Tiếp nhận:11r;Trực tuyến:11r;Tỷ lệ (%):9r;Đã giải quyết:11r;Đúng hạn (%):10r;Quá hạn:9r");
        cases(table, figures.provincial());
        new TablePress(paper, table.done()).draw();
    }

    private static void cases(Table.Filling table, List<Unit> units) {
        int number = 0;
        for (Unit unit : units) {
            number++;
            table.row(String.valueOf(number), unit.name(), unit.received(), unit.online(), Numbers.percent(unit.online(), unit.received()),
                    unit.resolved(), Numbers.percent(unit.inTime(), unit.resolved()), unit.late());
        }
        Unit sum = Figures.sum("Cộng", units);
        table.total("", "Cộng", sum.received(), sum.online(), Numbers.percent(sum.online(), sum.received()), sum.resolved(),
                Numbers.percent(sum.inTime(), sum.resolved()), sum.late());
    }

    void months(PaperSetter paper) {
        Table.Filling table = new Table.Filling("Biểu số 5. Hồ sơ tiếp nhận theo tháng", "Đơn vị tính: hồ sơ",
                "Cấp:22l;Tháng 1:12r;Tháng 2:12r;Tháng 3:12r;Tháng 4:12r;Tháng 5:12r;Tháng 6:12r;Cộng:13r");
        for (Unit unit : List.of(Figures.sum("Cấp tỉnh", figures.provincial()), Figures.sum("Cấp xã", figures.communes()))) {
            table.row(monthCells(unit));
        }
        table.total(monthCells(Figures.sum("Toàn tỉnh", figures.all())));
        new TablePress(paper, table.done()).draw();
    }

    static Object[] monthCells(Unit unit) {
        Object[] cells = new Object[Figures.MONTHS + 2];
        cells[0] = unit.name();
        for (int m = 0; m < Figures.MONTHS; m++) {
            cells[m + 1] = unit.months().get(m);
        }
        cells[Figures.MONTHS + 1] = unit.received();
        return cells;
    }

    void onlineBars(PaperSetter paper) {
        Map<String, Double> shares = new LinkedHashMap<>();
        FigureNames.byOnlineShare(figures.provincial())
                .forEach(unit -> shares.put(unit.name(), Math.round(1000.0 * unit.online() / unit.received()) / 10.0));
        new OfficialForm(paper).bars("Hình 1. Tỷ lệ hồ sơ nộp trực tuyến tại cơ quan cấp tỉnh", "Đơn vị tính: %", shares);
    }

    /** One section a unit: its numbers, what went well, what did not. */
    void eachUnit(PaperSetter paper) {
        Map<String, String[]> judged = Figures.lines("tung-co-quan.txt").stream()
                .map(line -> line.split("\\|"))
                .collect(Collectors.toMap(part -> part[0], part -> part));
        int number = 0;
        for (Unit unit : figures.provincial()) {
            number++;
            paper.heading(number + ". " + unit.name(), 1);
            paper.paragraph(("Tiếp nhận %s hồ sơ, trong đó %s hồ sơ nộp trực tuyến, đạt %s %%; đã giải quyết %s hồ sơ, tỷ lệ trước hạn và đúng"
                            + " hạn đạt %s %%, còn %s hồ sơ quá hạn. Kết quả giải quyết được số"
                            + " hóa đạt %s %%; thanh toán trực tuyến đạt %s %% hồ sơ nộp trực tuyến.")
                    .formatted(
                            Numbers.whole(unit.received()), Numbers.whole(unit.online()), Numbers.percent(unit.online(), unit.received()),
                            Numbers.whole(unit.resolved()), Numbers.percent(unit.inTime(), unit.resolved()), Numbers.whole(unit.late()),
                            Numbers.percent(unit.digitised(), unit.resolved()),
                            Numbers.percent(unit.paidOnline(), unit.online())));
            busiest(paper, unit);
            paper.paragraph("Phát hành %s văn bản, trong đó %s văn bản được ký số, đạt %s %%. %s"
                    .formatted(Numbers.whole(unit.documents()), Numbers.whole(unit.signed()), Numbers.percent(unit.signed(), unit.documents()),
                            judged.get(unit.name())[1]));
            paper.paragraph("Hạn chế và yêu cầu: " + judged.get(unit.name())[2]);
        }
    }

    private static void busiest(PaperSetter paper, Unit unit) {
        Table.Filling table = new Table.Filling("", "Đơn vị tính: hồ sơ",
                "Thủ tục phát sinh nhiều nhất:48l;Tiếp nhận:12r;Trực tuyến:12r;Tỷ lệ (%):10r;Đã giải quyết:12r;Quá hạn:9r");
        unit.lines().stream().sorted(Comparator.comparingLong(Line::received).reversed()).limit(3).forEach(line -> table.row(
                line.service(), line.received(), line.online(), Numbers.percent(line.online(), line.received()), line.resolved(), line.late()));
        new TablePress(paper, table.done()).draw();
    }

    void ranking(PaperSetter paper) {
        List<Unit> sorted = FigureNames.byOnlineShare(figures.communes());
        Table.Filling table = new Table.Filling("Biểu số 5. Mười đơn vị có tỷ lệ hồ sơ trực tuyến cao nhất và thấp nhất", "",
                "Hạng:7c;Đơn vị:36l;Tiếp nhận:13r;Trực tuyến:13r;Tỷ lệ (%):12r;Thanh toán trực tuyến (%):15r");
        for (int i = 0; i < sorted.size(); i++) {
            if (i < 10 || i >= sorted.size() - 10) {
                Unit unit = sorted.get(i);
                table.row(String.valueOf(i + 1), unit.name(), unit.received(), unit.online(), Numbers.percent(unit.online(), unit.received()),
                        Numbers.percent(unit.paidOnline(), unit.online()));
            }
        }
        new TablePress(paper, table.done()).draw();
    }

    void procedures(PaperSetter paper) {
        Map<String, List<Line>> services = figures.communes().stream()
                .flatMap(unit -> unit.lines().stream())
                .collect(Collectors.groupingBy(Line::service));
        Table.Filling table = new Table.Filling("Biểu số 6. Hai mươi thủ tục hành chính cấp xã có nhiều hồ sơ nhất", "Đơn vị tính: hồ sơ",
                "STT:5c;Thủ tục hành chính:50l;Tiếp nhận:12r;Trực tuyến:12r;Tỷ lệ (%):10r;Quá hạn:9r");
        List<Unit> sums = services.entrySet().stream()
                .map(entry -> new Unit(entry.getKey(), true, entry.getValue(), List.of(), 0, 0))
                .sorted(Comparator.comparingLong(Unit::received).reversed())
                .limit(20)
                .toList();
        for (int i = 0; i < sums.size(); i++) {
            Unit sum = sums.get(i);
            table.row(String.valueOf(i + 1), sum.name(), sum.received(), sum.online(), Numbers.percent(sum.online(), sum.received()), sum.late());
        }
        new TablePress(paper, table.done()).draw();
    }

    /** 820 computers, 74 scanners, 13 slow lines and 19 missing officers, as the plan says, over 50 communes. */
    void needs(PaperSetter paper) {
        Table.Filling table = new Table.Filling("Đường truyền, thiết bị và nhân lực cần bổ sung", "",
                "STT:6c;Đơn vị:34l;Băng thông (Mbit/s):14r;Máy tính cần thay:13r;Máy quét cần thay:13r;Công chức chuyên trách:20c");
        int computersLeft = 820;
        int count = figures.communes().size();
        for (int i = 0; i < count; i++) {
            int computers = i == count - 1 ? computersLeft : 16 + i * 7 % 9 - 4 + (i % 5 == 0 ? 2 : 0);
            computersLeft -= computers;
            int speed = i >= 6 && (i - 6) % 3 == 0 && i <= 42 ? 40 : i < 6 ? 300 : i % 2 == 0 ? 100 : 150;
            boolean missing = i % 5 == 1 || i % 5 == 3 && i != 3;
            table.row(String.valueOf(i + 1), figures.communes().get(i).name(), speed, computers, i % 2 == 0 && i < 48 ? 2 : 1,
                    missing ? "Chưa có" : "Đã có");
        }
        table.total("", "Cộng", "", 820, 74, "19 đơn vị chưa có");
        new TablePress(paper, table.done()).draw();
    }

    void signing(PaperSetter paper) {
        Table.Filling table = new Table.Filling("Biểu số 4. Văn bản ký số của từng cơ quan, đơn vị", "Đơn vị tính: văn bản",
                "STT:6c;Cơ quan, đơn vị:48l;Văn bản đi:14r;Đã ký số:14r;Tỷ lệ (%):12r");
        int number = 0;
        for (Unit unit : figures.all()) {
            number++;
            table.row(String.valueOf(number), unit.name(), unit.documents(), unit.signed(), Numbers.percent(unit.signed(), unit.documents()));
        }
        Unit sum = Figures.sum("", figures.all());
        table.total("", "Cộng", sum.documents(), sum.signed(), Numbers.percent(sum.signed(), sum.documents()));
        new TablePress(paper, table.done()).draw();
    }

    void onlineByLevel(PaperSetter paper) {
        Table.Filling table = new Table.Filling("Biểu số 2. Hồ sơ trực tuyến, thanh toán và số hóa theo cơ quan", "Đơn vị tính: hồ sơ",
                "STT:5c;Cơ quan:33l;Trực tuyến:11r;Tỷ lệ (%):9r;Thanh toán trực tuyến:12r;Tỷ lệ (%):9r;Số hóa kết quả:11r;Tỷ lệ (%):9r");
        int number = 0;
        List<Unit> rows = new java.util.ArrayList<>(figures.provincial());
        rows.add(Figures.sum("50 xã, phường", figures.communes()));
        for (Unit unit : rows) {
            number++;
            table.row(levelCells(String.valueOf(number), unit));
        }
        table.total(levelCells("", Figures.sum("Toàn tỉnh", figures.all())));
        new TablePress(paper, table.done()).draw();
    }

    private static Object[] levelCells(String number, Unit unit) {
        return new Object[] {
            number, unit.name(), unit.online(), Numbers.percent(unit.online(), unit.received()), unit.paidOnline(),
            Numbers.percent(unit.paidOnline(), unit.online()), unit.digitised(), Numbers.percent(unit.digitised(), unit.resolved())
        };
    }

    void byField(PaperSetter paper) {
        Map<String, List<Line>> fields = figures.communes().stream()
                .flatMap(unit -> unit.lines().stream())
                .collect(Collectors.groupingBy(Line::field, LinkedHashMap::new, Collectors.toList()));
        Table.Filling table = new Table.Filling("Biểu số 3. Hồ sơ cấp xã theo lĩnh vực", "Đơn vị tính: hồ sơ",
                "STT:5c;Lĩnh vực:33l;Tiếp nhận:13r;Trực tuyến:13r;Tỷ lệ (%):10r;Đã giải quyết:13r;Quá hạn:10r");
        int number = 0;
        for (Map.Entry<String, List<Line>> field : fields.entrySet()) {
            number++;
            Unit sum = new Unit(field.getKey(), true, field.getValue(), List.of(), 0, 0);
            table.row(String.valueOf(number), field.getKey(), sum.received(), sum.online(), Numbers.percent(sum.online(), sum.received()),
                    sum.resolved(), sum.late());
        }
        Unit all = Figures.sum("", figures.communes());
        table.total("", "Cộng", all.received(), all.online(), Numbers.percent(all.online(), all.received()), all.resolved(), all.late());
        new TablePress(paper, table.done()).draw();
    }

    void communes(PaperSetter paper, String number) {
        Table.Filling table = new Table.Filling(number + ". Giải quyết thủ tục hành chính tại xã, phường", "Đơn vị tính: hồ sơ",
                "STT:5c;Đơn vị:33l;Tiếp nhận:11r;Trực tuyến:11r;Tỷ lệ (%):9r;Đã giải quyết:11r;Đúng hạn (%):10r;Quá hạn:9r");
        cases(table, figures.communes());
        new TablePress(paper, table.done()).draw();
    }
}
