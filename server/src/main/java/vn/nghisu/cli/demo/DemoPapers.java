package vn.nghisu.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Writes the papers of the demo's two meetings. Always the same bytes; everybody and everything in them is invented. */
public final class DemoPapers {
    static final String NEXT = "so-ket-6-thang";
    static final String LAST = "ket-qua-2025";

    private static final String PROVINCE = "ỦY BAN NHÂN DÂN TỈNH LAM SƠN";
    private static final String COMMITTEE = "BAN CHỈ ĐẠO CHÍNH QUYỀN ĐIỆN TỬ";
    private static final String PLACE = "Lam Sơn, ngày      tháng      năm 2026";
    private static final float SIZE = 14;
    private static final float LEADING = 24;
    private static final int SCANNED_PAGES = 40;

    /**
     * @param kind type code of official papers: BC, PL, KH, TTr, QC, HS
     * @param forItem id of the agenda item
     * @param meeting id of the meeting
     */
    public record DemoPaper(String title, String kind, String fileName, Path path, String forItem, String meeting) {}

    private final Path folder;
    private final Figures figures = new Figures();
    private final ReviewDrawings drawings = new ReviewDrawings(figures);
    private final Map<String, String> names = FigureNames.of(figures);
    private final List<DemoPaper> papers = new ArrayList<>();

    private DemoPapers(Path folder) {
        this.folder = folder;
    }

    /** Writes all papers into a folder and names them, in the order of the agendas. */
    public static List<DemoPaper> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        DemoPapers demo = new DemoPapers(folder);
        demo.lastMeeting();
        demo.nextMeeting();
        return List.copyOf(demo.papers);
    }

    private void lastMeeting() {
        paper("Báo cáo kết quả thực hiện nhiệm vụ chính quyền điện tử năm 2025", "BC", "bao-cao-tong-ket-2025.pdf", "tong-ket", LAST, (set, form) -> {
            form.head(head("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số:        /BC-SKHCN"));
            form.title("BÁO CÁO", "Kết quả thực hiện nhiệm vụ chính quyền điện tử năm 2025");
            script(set).set("tong-ket-2025.txt");
            form.signature(recipients("- Ban Chỉ đạo;", "SKHCN"), List.of("GIÁM ĐỐC"), "Phạm Quốc Tuấn");
        });
        paper("Kế hoạch chuyển đổi số của tỉnh năm 2026", "KH", "ke-hoach-2026.pdf", "ke-hoach", LAST, (set, form) -> {
            form.head(head(COMMITTEE, "Số:        /KH-BCĐ"));
            form.title("KẾ HOẠCH", "Chuyển đổi số của tỉnh năm 2026");
            script(set).set("ke-hoach-2026.txt");
            form.signature(recipients("- Các thành viên Ban Chỉ đạo;", "BCĐ"), List.of("TRƯỞNG BAN"), "Nguyễn Văn Hòa");
        });
        paper("Quy chế phối hợp giải quyết thủ tục hành chính không phụ thuộc địa giới", "QC", "quy-che-phoi-hop.pdf", "mot-cua", LAST, (set, form) -> {
            form.head(head("VĂN PHÒNG", ""));
            form.title("QUY CHẾ (DỰ THẢO)", "Phối hợp giải quyết thủ tục hành chính không phụ thuộc địa giới hành chính");
            script(set).set("quy-che.txt");
        });
    }

    private void nextMeeting() throws IOException {
        paper("Báo cáo kết quả thực hiện nhiệm vụ chính quyền điện tử 6 tháng đầu năm 2026", "BC", "bao-cao-6-thang.pdf", "so-ket", NEXT, (set, form) -> {
            form.head(head("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số:        /BC-SKHCN"));
            form.title("BÁO CÁO", "Kết quả thực hiện nhiệm vụ phát triển chính quyền điện tử 6 tháng đầu năm, phương hướng, nhiệm vụ 6 tháng cuối năm 2026");
            script(set).drawing("chi-tieu", drawings::targets)
                    .drawing("bieu-cap-tinh", drawings::provincial)
                    .drawing("bieu-thang", drawings::months)
                    .drawing("bieu-do-truc-tuyen", drawings::onlineBars)
                    .drawing("tung-co-quan", drawings::eachUnit)
                    .drawing("bieu-xa", paper -> drawings.communes(paper, "Biểu số 6"))
                    .set("so-ket.txt");
            form.signature(recipients("- Ban Chỉ đạo (để báo cáo);", "SKHCN"), List.of("GIÁM ĐỐC"), "Phạm Quốc Tuấn");
        });
        paper("Phụ lục số liệu 6 tháng đầu năm 2026", "PL", "phu-luc-so-lieu.pdf", "so-ket", NEXT, (set, form) -> new Annex(figures, set).set());
        paper("Báo cáo dịch vụ công trực tuyến và hoạt động của bộ phận một cửa", "BC", "bao-cao-dich-vu-cong.pdf", "dich-vu-cong", NEXT, (set, form) -> {
            form.head(head("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Số:        /BC-TTPVHCC"));
            form.title("BÁO CÁO", "Kết quả cung cấp dịch vụ công trực tuyến và hoạt động của bộ phận một cửa 6 tháng đầu năm 2026");
            script(set).drawing("bieu-truc-tuyen", drawings::onlineByLevel)
                    .drawing("bieu-linh-vuc", drawings::byField)
                    .drawing("bieu-xa", paper -> drawings.communes(paper, "Biểu số 4"))
                    .drawing("xep-hang", drawings::ranking)
                    .drawing("thu-tuc", drawings::procedures)
                    .set("dich-vu-cong.txt");
            form.signature(recipients("- Ban Chỉ đạo (để báo cáo);", "TTPVHCC"), List.of("GIÁM ĐỐC"), "Công Tằng Tôn Nữ Thị Quỳnh Như");
        });
        paper("Thuyết minh phương án hoàn thiện trục liên thông văn bản và chữ ký số", "BC", "thuyet-minh-chu-ky-so.pdf", "chu-ky-so", NEXT, (set, form) -> {
            form.head(head("VĂN PHÒNG", "Số:        /BC-VP"));
            form.title("THUYẾT MINH", "Phương án hoàn thiện trục liên thông văn bản và ứng dụng chữ ký số trong cơ quan nhà nước");
            script(set).drawing("bieu-ky-so", drawings::signing).set("chu-ky-so.txt");
            form.signature(recipients("- Ban Chỉ đạo (để báo cáo);", "VP"), List.of("CHÁNH VĂN PHÒNG"), "Châu Ngọc Thạch");
        });
        dossier();
        paper("Dự thảo Kế hoạch thực hiện nhiệm vụ chính quyền điện tử 6 tháng cuối năm 2026", "KH", "du-thao-ke-hoach.pdf", "ke-hoach", NEXT, (set, form) -> {
            form.head(head(COMMITTEE, "Số:        /KH-BCĐ"));
            form.title("KẾ HOẠCH (DỰ THẢO)", "Thực hiện nhiệm vụ chính quyền điện tử 6 tháng cuối năm 2026");
            script(set).drawing("chi-tieu-cuoi-nam", drawings::comingTargets).set("ke-hoach.txt");
            form.signature(recipients("- Các thành viên Ban Chỉ đạo;", "BCĐ"), List.of("TRƯỞNG BAN"), "Nguyễn Văn Hòa");
            set.newPage();
            set.heading("PHỤ LỤC. NHU CẦU CỦA TỪNG XÃ, PHƯỜNG", 0);
            drawings.needs(set);
        });
        paper("Tờ trình kiện toàn Tổ giúp việc Ban Chỉ đạo", "TTr", "to-trinh-kien-toan.pdf", "nhan-su", NEXT, (set, form) -> {
            form.head(head("SỞ NỘI VỤ", "Số:        /TTr-SNV"));
            form.title("TỜ TRÌNH", "Về việc kiện toàn Tổ giúp việc Ban Chỉ đạo Chính quyền điện tử tỉnh");
            form.addressee("Kính gửi: Ban Chỉ đạo Chính quyền điện tử tỉnh");
            script(set).set("kien-toan.txt");
            form.signature(recipients("- Như trên;", "SNV"), List.of("GIÁM ĐỐC"), "Hoàng Minh Đức");
        });
    }

    /** The supplier's dossier, as it came out of a scanner. */
    private void dossier() throws IOException {
        String title = "Hồ sơ giới thiệu giải pháp số hóa hồ sơ lưu trữ tại cấp xã (bản quét)";
        ArchiveSurvey survey = new ArchiveSurvey(figures);
        try (PaperSetter set = new PaperSetter(title, SIZE, LEADING)) {
            OfficialForm form = new OfficialForm(set);
            form.head(new OfficialForm.Head("", "CÔNG TY CỔ PHẦN PHẦN MỀM SÔNG MÂY", "Số: 118/SM-GP", PLACE));
            form.title("HỒ SƠ GIỚI THIỆU", "Giải pháp số hóa hồ sơ lưu trữ tại cấp xã");
            form.addressee("Kính gửi: Ban Chỉ đạo Chính quyền điện tử tỉnh Lam Sơn");
            script(set).drawing("khoi-luong", survey::volumes)
                    .drawing("khao-sat", paper -> survey.each(paper, SCANNED_PAGES - 1))
                    .set("so-hoa-luu-tru.txt");
            form.signature(List.of("- Như trên;", "- Lưu: VT, GP."), List.of("GIÁM ĐỐC", "TRUNG TÂM GIẢI PHÁP"), "Kiều Anh Tuấn");
            Path unscanned = folder.resolve("so-hoa-luu-tru.unscanned.pdf");
            set.save(unscanned);
            Files.delete(unscanned);
            Path file = folder.resolve("ho-so-so-hoa-luu-tru.pdf");
            Scanner.scan(set.document(), title, file);
            papers.add(new DemoPaper(title, "HS", file.getFileName().toString(), file, "gioi-thieu", NEXT));
        }
    }

    private void paper(String title, String kind, String fileName, String item, String meeting, BiConsumer<PaperSetter, OfficialForm> content) {
        Path file = folder.resolve(fileName);
        try (PaperSetter set = new PaperSetter(title, SIZE, LEADING)) {
            content.accept(set, new OfficialForm(set));
            set.save(file);
        }
        papers.add(new DemoPaper(title, kind, fileName, file, item, meeting));
    }

    private ScriptedPaper script(PaperSetter set) {
        return new ScriptedPaper(set, names);
    }

    private static OfficialForm.Head head(String organ, String number) {
        return new OfficialForm.Head(PROVINCE, organ, number, PLACE);
    }

    private static List<String> recipients(String first, String office) {
        return List.of(first, "- Chủ tịch, các Phó Chủ tịch UBND tỉnh;", "- Các cơ quan cấp tỉnh;", "- UBND các xã, phường;", "- Lưu: VT, " + office + ".");
    }
}
