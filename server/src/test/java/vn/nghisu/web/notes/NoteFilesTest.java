package vn.nghisu.web.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationInk;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

@ExtendWith(FreshServer.class)
class NoteFilesTest {
    private static final byte[] SAMPLE = SamplePdf.make().page("Báo cáo sáu tháng", "Kết quả và kiến nghị").page("Trang hai").bytes();

    @TempDir
    private Path folder;

    private MeetingServer server;
    private String paper;

    @BeforeEach
    void start() throws Exception {
        paper = lay(SAMPLE, "");
        server.issue();
    }

    private String lay(byte[] pdf, String more) {
        HttpResponse<byte[]> laid = server.lay("thuky1", "item=mot-mot&access=MEMBERS&fileName=b%C3%A1o%20c%C3%A1o.pdf" + more, pdf);
        assertThat(laid.statusCode()).isEqualTo(201);
        String id = server.room().meeting().papers().order().get(server.room().meeting().papers().order().size() - 1);
        Until.holds(() -> server.room().meeting().papers().find(id).orElseThrow().isPrepared());
        return id;
    }

    @Test
    void a_reader_takes_a_paper_along_with_own_notes_and_nobody_elses() throws Exception {
        put("member1", text("Ghi chú của tôi", false));
        put("member1", stroke());
        put("member1", stroke());
        put("member2", text("Của người khác", false));
        HttpResponse<byte[]> copy = server.get(server.cookie("member1"), file("with-notes?form=annotations"));
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.headers().firstValue("content-disposition").orElseThrow()).isEqualTo(
                "attachment; filename*=UTF-8''b%C3%A1o%20c%C3%A1o%20-%20ghi%20ch%C3%BA.pdf");
        try (PDDocument document = Loader.loadPDF(copy.body())) {
            var all = document.getPage(0).getAnnotations();
            assertThat(all).hasSize(2).allSatisfy(mark -> assertThat(((PDAnnotationMarkup) mark).getTitlePopup()).isEqualTo("Nguyễn member1"));
            assertThat(all.stream().filter(PDAnnotationText.class::isInstance)).singleElement().extracting(mark -> mark.getContents()).isEqualTo("Ghi chú của tôi");
            assertThat(all.stream().filter(PDAnnotationInk.class::isInstance).map(mark -> ((PDAnnotationInk) mark).getInkList().length))
                    .as("strokes of one minute are one annotation").containsExactly(2);
        }
        HttpResponse<byte[]> burnt = server.get(server.cookie("member1"), file("with-notes?form=burnt"));
        try (PDDocument document = Loader.loadPDF(burnt.body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(new PDFTextStripper().getText(document)).contains("Ghi chú của Nguyễn member1", "Ghi chú của tôi", "Trang 1, ").doesNotContain("Của người khác");
        }
        try (var left = Files.list(folder.resolve("papers/work"))) {
            assertThat(left).as("nothing of the copies is kept").isEmpty();
        }
    }

    @Test
    void notes_come_over_to_a_revision_also_those_that_a_tablet_brings_late() {
        put("member1", text("Sớm", false));
        String newer = lay(SamplePdf.make().page("Báo cáo sáu tháng", "Kết quả và kiến nghị").page("Trang hai, có sửa").bytes(),
                "&reason=b%E1%BB%95%20sung&supersedes=" + paper);
        Until.holds(() -> server.notes.onPaper(MeetingServer.MEETING, newer, "member1").size() == 1);
        put("member1", text("Muộn", false));
        Until.holds(() -> server.notes.onPaper(MeetingServer.MEETING, newer, "member1").size() == 2);
        assertThat(server.notes.onPaper(MeetingServer.MEETING, paper, "member1")).as("none is taken away").hasSize(2);
    }

    @Test
    void notes_on_a_replacement_that_was_withdrawn_come_over_to_the_next_one_and_so_does_a_whole_notebook() {
        for (int batch = 0; batch < 3; batch++) {
            put("member1", IntStream.range(0, 150).mapToObj(i -> text("Ghi chú", false)).collect(Collectors.joining(",")));
        }
        String withdrawn = lay(SamplePdf.make().page("Báo cáo sáu tháng", "Kết quả và kiến nghị, bản nhầm").page("Trang hai").bytes(), "&reason=x&supersedes=" + paper);
        Until.holds(() -> server.notes.onPaper(MeetingServer.MEETING, withdrawn, "member1").size() == 450);
        put("member2", NoteRoutesTest.put(UUID.randomUUID().toString(), withdrawn, "Chỉ trên bản nhầm", "NOBODY", false, ""));
        server.give("thuky1", new PaperCommand.WithdrawPaper(withdrawn, "Nhầm"));
        String newer = lay(SamplePdf.make().page("Báo cáo sáu tháng", "Kết quả và kiến nghị, bản đúng").page("Trang hai").bytes(), "&reason=x&supersedes=" + paper);
        Until.holds(() -> server.notes.onPaper(MeetingServer.MEETING, newer, "member2").size() == 1);
        Until.holds(() -> server.notes.onPaper(MeetingServer.MEETING, newer, "member1").size() >= 450);
    }

    @Test
    void who_may_not_take_the_paper_gets_no_copy_either() {
        assertThat(status("guest1", "with-notes?form=burnt")).isEqualTo(404);
        assertThat(status("other1", "with-notes?form=burnt")).isEqualTo(404);
        assertThat(server.get("", file("with-notes?form=burnt")).statusCode()).isEqualTo(401);
        assertThat(server.get(server.screenCookie(), file("with-notes?form=burnt")).statusCode()).isEqualTo(401);
        assertThat(status("member1", "with-notes")).isEqualTo(400);
        assertThat(status("member1", "with-notes?form=x")).isEqualTo(400);
        server.give("thuky1", new PaperCommand.WithdrawPaper(paper, "Nhầm"));
        assertThat(status("member1", "with-notes?form=burnt")).isEqualTo(404);
    }

    @Test
    void those_who_prepare_take_the_opinions_on_a_paper_as_a_document() throws Exception {
        put("member1", text("Đề nghị bổ sung nguồn vốn", true));
        put("member2", text("Thống nhất", true));
        put("member2", text("Riêng tôi", false));
        HttpResponse<byte[]> list = server.get(server.cookie("thuky1"), file("opinions.pdf"));
        assertThat(list.statusCode()).isEqualTo(200);
        try (PDDocument document = Loader.loadPDF(list.body())) {
            String words = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(words).contains("BÁO CÁO", "Tổng hợp ý kiến về tài liệu", "nhận được 2 ý kiến ghi trên tài liệu của 2 đại biểu", "Trang 1",
                    "Nguyễn member1, Chức vụ: Đề nghị bổ sung nguồn vốn", "Nguyễn member2, Chức vụ: Thống nhất").doesNotContain("Riêng tôi");
        }
        for (String person : List.of("member1", "guest1", "other1")) {
            assertThat(status(person, "opinions.pdf")).as(person).isEqualTo(404);
        }
    }

    private String file(String name) {
        return "/files/" + MeetingServer.MEETING + "/" + paper + "/" + name;
    }

    private int status(String person, String name) {
        return server.get(server.cookie(person), file(name)).statusCode();
    }

    private void put(String person, String op) {
        HttpResponse<byte[]> answer = server.send(server.cookie(person), "POST", "/api/meetings/" + MeetingServer.MEETING + "/notes",
                ("{\"epoch\":\"1.1\",\"ops\":[" + op + "]}").getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"refused\":[]");
    }

    private String text(String words, boolean opinion) {
        return NoteRoutesTest.put(UUID.randomUUID().toString(), paper, words, "NOBODY", opinion, "");
    }

    private String stroke() {
        return text("x", false).replaceAll("\"body\":\\{.*?}", "\"body\":{\"kind\":\"ink\",\"tool\":\"PEN\",\"colour\":\"RED\",\"width\":40,\"points\":[1000,1000,50,0,0,50]}");
    }
}
