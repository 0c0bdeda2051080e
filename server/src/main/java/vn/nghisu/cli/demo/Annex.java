package vn.nghisu.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nghisu.cli.demo.Figures.Line;
import vn.nghisu.cli.demo.Figures.Unit;
import vn.nghisu.cli.demo.Typeface.Face;

/** The annex of statistics: a cover, a table of contents, and tables for each unit. Pages "i", "ii", then "PL.1" and on. */
final class Annex {
    private static final int FRONT_PAGES = 3;
    private static final String CASES =
            "STT:5c;Thủ tục hành chính:50l;Tiếp nhận:11r;Trực tuyến:11r;Tỷ lệ (%):9r;Trước, đúng hạn:11r;Quá hạn:9r;Đang giải quyết:11r;"
                    + "Thanh toán trực tuyến:12r;Số hóa kết quả:11r";

    private final Figures figures;
    private final PaperSetter paper;
    private int number;

    Annex(Figures figures, PaperSetter paper) {
        this.figures = figures;
        this.paper = paper;
    }

    void set() {
        paper.numberFrontPages(FRONT_PAGES, "PL.");
        cover();
        for (int i = 1; i < FRONT_PAGES; i++) {
            paper.newPage();
        }
        paper.turn(true);
        paper.heading("Phần A. TỔNG HỢP TOÀN TỈNH", 0);
        overview("Giải quyết thủ tục hành chính tại cơ quan cấp tỉnh", figures.provincial());
        paper.newPage();
        overview("Giải quyết thủ tục hành chính tại xã, phường", figures.communes());
        paper.newPage();
        months();
        documents();
        paper.newPage();
        paper.heading("Phần B. CƠ QUAN CẤP TỈNH", 0);
        for (int i = 0; i < figures.provincial().size(); i++) {
            if (i > 0 && i % 2 == 0) {
                paper.newPage();
            }
            unit(figures.provincial().get(i));
        }
        paper.newPage();
        paper.heading("Phần C. XÃ, PHƯỜNG", 0);
        for (int i = 0; i < figures.communes().size(); i++) {
            if (i > 0) {
                paper.newPage();
            }
            unit(figures.communes().get(i));
            fields(figures.communes().get(i));
        }
        contents();
    }

    private void cover() {
        paper.newPage();
        paper.down(30);
        paper.centred("ỦY BAN NHÂN DÂN TỈNH LAM SƠN", Face.REGULAR, 14);
        paper.centred("BAN CHỈ ĐẠO CHÍNH QUYỀN ĐIỆN TỬ", Face.BOLD, 14);
        paper.down(170);
        paper.centred("PHỤ LỤC", Face.BOLD, 26);
        paper.down(10);
        paper.centred("SỐ LIỆU THỰC HIỆN NHIỆM VỤ CHÍNH QUYỀN ĐIỆN TỬ", Face.BOLD, 16);
        paper.centred("6 THÁNG ĐẦU NĂM 2026", Face.BOLD, 16);
        paper.down(16);
        paper.centred("(Kèm theo Báo cáo của Sở Khoa học và Công nghệ tại phiên họp sơ kết 6 tháng đầu năm)", Face.ITALIC, 13);
        paper.down(250);
        paper.centred("Lam Sơn, năm 2026", Face.BOLD, 14);
    }

    private void contents() {
        List<PaperSetter.Entry> entries = paper.entries();
        int at = 0;
        for (int index = 1; index < FRONT_PAGES; index++) {
            paper.reopen(index);
            if (index == 1) {
                paper.centred("MỤC LỤC", Face.BOLD, 14);
                paper.down(8);
            }
            while (at < entries.size() && paper.y() > 75) {
                PaperSetter.Entry entry = entries.get(at);
                Face face = entry.depth() == 0 ? Face.BOLD : Face.REGULAR;
                paper.down(entry.depth() == 0 ? 20 : 17);
                float x = paper.left() + 14 * entry.depth();
                float end = paper.left() + paper.width();
                float wide = paper.textWidth(entry.title(), face, 11.5f);
                float label = paper.textWidth(entry.label(), Face.REGULAR, 11.5f);
                paper.put(entry.title(), x, paper.y(), face, 11.5f);
                paper.put(entry.label(), end - label, paper.y(), Face.REGULAR, 11.5f);
                int dots = (int) ((end - label - x - wide - 10) / paper.textWidth(".", Face.REGULAR, 11.5f) / 2);
                if (dots > 2) {
                    paper.put(". ".repeat(dots).strip(), end - label - 6 - paper.textWidth(". ".repeat(dots).strip(), Face.REGULAR, 11.5f),
                            paper.y(), Face.REGULAR, 11.5f);
                }
                at++;
            }
        }
    }

    private void overview(String title, List<Unit> units) {
        paper.heading(next() + title, 1);
        Table.Filling table = new Table.Filling("", "Đơn vị tính: hồ sơ", CASES.replace("Thủ tục hành chính", "Cơ quan, đơn vị")).size(10);
        int row = 0;
        for (Unit unit : units) {
            row++;
            table.row(cells(String.valueOf(row), unit.name(), unit));
        }
        table.total(cells("", "Cộng", Figures.sum("", units)));
        new TablePress(paper, table.done()).draw();
    }

    private void months() {
        paper.heading(next() + "Hồ sơ tiếp nhận theo tháng của từng cơ quan, đơn vị", 1);
        Table.Filling table = new Table.Filling("", "Đơn vị tính: hồ sơ",
                "Cơ quan, đơn vị:40l;Tháng 1:12r;Tháng 2:12r;Tháng 3:12r;Tháng 4:12r;Tháng 5:12r;Tháng 6:12r;Cộng:13r").size(10);
        figures.all().forEach(unit -> table.row(ReviewDrawings.monthCells(unit)));
        table.total(ReviewDrawings.monthCells(Figures.sum("Toàn tỉnh", figures.all())));
        new TablePress(paper, table.done()).draw();
    }

    private void documents() {
        paper.heading(next() + "Văn bản điện tử và chữ ký số của từng cơ quan, đơn vị", 1);
        Table.Filling table = new Table.Filling("", "Đơn vị tính: văn bản",
                "STT:5c;Cơ quan, đơn vị:50l;Văn bản đi:14r;Đã ký số:14r;Tỷ lệ (%):12r;Chưa ký số:14r").size(10);
        int row = 0;
        for (Unit unit : figures.all()) {
            row++;
            table.row(String.valueOf(row), unit.name(), unit.documents(), unit.signed(), Numbers.percent(unit.signed(), unit.documents()),
                    unit.documents() - unit.signed());
        }
        Unit sum = Figures.sum("", figures.all());
        table.total("", "Toàn tỉnh", sum.documents(), sum.signed(), Numbers.percent(sum.signed(), sum.documents()), sum.documents() - sum.signed());
        new TablePress(paper, table.done()).draw();
    }

    private void unit(Unit unit) {
        paper.heading(next() + unit.name(), 1);
        Table.Filling table = new Table.Filling("", "Đơn vị tính: hồ sơ", CASES).size(10);
        int row = 0;
        for (Line line : unit.lines()) {
            row++;
            table.row(cells(String.valueOf(row), line.service(), new Unit("", false, List.of(line), List.of(), 0, 0)));
        }
        table.total(cells("", "Cộng", unit));
        new TablePress(paper, table.done()).draw();
    }

    private void fields(Unit unit) {
        Map<String, List<Line>> fields =
                unit.lines().stream().collect(Collectors.groupingBy(Line::field, LinkedHashMap::new, Collectors.toList()));
        Table.Filling table = new Table.Filling("Tổng hợp theo lĩnh vực, " + unit.name(), "Đơn vị tính: hồ sơ",
                CASES.replace("Thủ tục hành chính", "Lĩnh vực")).size(10);
        int row = 0;
        for (Map.Entry<String, List<Line>> field : fields.entrySet()) {
            row++;
            table.row(cells(String.valueOf(row), field.getKey(), new Unit("", false, field.getValue(), List.of(), 0, 0)));
        }
        table.total(cells("", "Cộng", unit));
        new TablePress(paper, table.done()).draw();
    }

    private static Object[] cells(String row, String name, Unit unit) {
        return new Object[] {
            row, name, unit.received(), unit.online(), Numbers.percent(unit.online(), unit.received()), unit.inTime(), unit.late(),
            unit.open(), unit.paidOnline(), unit.digitised()
        };
    }

    private String next() {
        number++;
        return "Biểu PL" + number + ". ";
    }
}
