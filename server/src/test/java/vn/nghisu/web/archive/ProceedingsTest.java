package vn.nghisu.web.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.room.Json;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** The proceedings of a closed meeting as one book, for each reader with what this reader may take along. */
@ExtendWith(FreshServer.class)
class ProceedingsTest {
    private static final String BOOK = "/files/" + MeetingServer.MEETING + "/proceedings.pdf";
    private static final String ORDER = "/api/meetings/" + MeetingServer.MEETING + "/proceedings";

    @TempDir
    private Path folder;

    private MeetingServer server;

    private String lay(String query, byte[] pdf) throws IOException {
        String paper = Json.MAPPER.readTree(server.lay("thuky1", query, pdf).body()).get("paper").asText();
        Until.holds(() -> server.room().meeting().papers().find(paper).filter(p -> p.isPrepared()).isPresent());
        return paper;
    }

    private void hold() throws IOException {
        lay("item=mot-mot&fileName=a.pdf&title=T%E1%BB%9D%20tr%C3%ACnh", SamplePdf.make().page("Trang một của tờ trình").page("Trang hai của tờ trình").bytes());
        String kept = lay("item=mot-mot&fileName=b.pdf&title=Ch%E1%BB%89%20xem", SamplePdf.make().page("Nội dung chỉ xem").bytes());
        server.give("thuky1", new PaperCommand.ProtectPaper(kept, Handling.VIEW_ONLY, Optional.empty()));
        lay("item=hai-hai&fileName=c.pdf&title=N%E1%BB%99i%20b%E1%BB%99", SamplePdf.make().page("Phương án nhân sự").bytes());
        server.issue();
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        server.give("thuky1", new ConclusionCommand.RecordConclusion("mot-mot", "Thống nhất chủ trương đầu tư."));
        assertThat(server.get(server.cookie("thuky1"), BOOK).statusCode()).as("while it runs").isEqualTo(404);
        server.give("chair1", new SessionCommand.CloseMeeting());
    }

    private record Read(String text, List<String> bookmarks, List<String> labels, int links) {}

    private Read read(String person) throws IOException {
        HttpResponse<byte[]> answer = server.get(server.cookie(person), BOOK);
        assertThat(answer.statusCode()).isEqualTo(200);
        try (PDDocument book = Loader.loadPDF(answer.body())) {
            List<String> marks = new ArrayList<>();
            collect(book.getDocumentCatalog().getDocumentOutline().children(), "", marks);
            int links = 0;
            for (var annotation : book.getPage(1).getAnnotations()) {
                links += annotation instanceof PDAnnotationLink link && link.getDestination() != null ? 1 : 0;
            }
            return new Read(new PDFTextStripper().getText(book), marks, List.of(book.getDocumentCatalog().getPageLabels().getLabelsByPageIndices()), links);
        }
    }

    private static void collect(Iterable<PDOutlineItem> items, String indent, List<String> into) {
        items.forEach(item -> {
            into.add(indent + item.getTitle());
            collect(item.children(), indent + " ", into);
        });
    }

    @Test
    void a_book_has_what_its_reader_may_take_along_and_names_what_is_for_reading_only() throws Exception {
        hold();
        Read member = read("member1");
        assertThat(member.bookmarks()).containsExactly("MỤC LỤC", "Biên bản", "Kết luận và kết quả biểu quyết", "1. Báo cáo", " Tờ trình", "2. Việc nội bộ", " Nội bộ");
        assertThat(member.text()).contains("KỶ YẾU", "Thống nhất chủ trương đầu tư.", "Trang hai của tờ trình", "Phương án nhân sự", "Chỉ xem (chỉ xem trên hệ thống)", "Kỷ yếu · trang 1")
                .doesNotContain("Nội dung chỉ xem");
        assertThat(member.labels()).startsWith("i", "ii", "1", "2");
        assertThat(member.links()).isEqualTo(6);

        Read guest = read("guest1");
        assertThat(guest.bookmarks()).as("no minutes, and not the item for members").containsExactly("MỤC LỤC", "Kết luận và kết quả biểu quyết", "1. Báo cáo", " Tờ trình");
        assertThat(guest.text()).doesNotContain("nội bộ", "nhân sự");
        assertThat(server.get(server.cookie("other1"), BOOK).statusCode()).isEqualTo(404);
        assertThat(server.get("", BOOK).statusCode()).isEqualTo(401);
        assertThat(server.get(server.cookie("member1"), BOOK + "?confidential=true").statusCode()).isEqualTo(403);
        assertThat(server.get(server.cookie("thuky1"), BOOK + "?confidential=true").statusCode()).isEqualTo(200);
        Until.holds(this::isSwept);
    }

    @Test
    void it_is_made_in_the_background_and_gone_once_fetched() throws Exception {
        hold();
        assertThat(state("GET")).isEqualTo("NONE");
        assertThat(state("POST")).isIn("MAKING", "READY");
        Until.holds(() -> state("GET").equals("READY"));
        assertThat(server.get(server.cookie("member1"), BOOK).statusCode()).isEqualTo(200);
        Until.holds(() -> state("GET").equals("NONE"));
        Until.holds(this::isSwept);
    }

    @Test
    void all_who_ask_at_once_get_theirs_one_after_the_other() throws Exception {
        hold();
        List<String> people = List.of("chair1", "thuky1", "member1", "member2", "guest1");
        people.forEach(server::cookie);
        ExecutorService asking = Executors.newFixedThreadPool(people.size());
        try {
            List<Future<Integer>> asked = people.stream().map(person -> asking.submit(() -> server.get(server.cookie(person), BOOK).statusCode())).toList();
            for (Future<Integer> each : asked) {
                assertThat(each.get(3, TimeUnit.MINUTES)).isEqualTo(200);
            }
        } finally {
            asking.shutdownNow();
        }
        Until.holds(this::isSwept);
    }

    @Test
    void a_kept_book_is_made_anew_when_the_meeting_has_changed_and_lost_files_are_named() throws Exception {
        hold();
        assertThat(state("POST")).isIn("MAKING", "READY");
        Until.holds(() -> state("GET").equals("READY"));
        Path signed = SignedMinutes.issue(server, folder, SamplePdf.make().page("Bản đã ký số").bytes());
        Read issued = read("member1");
        assertThat(issued.bookmarks()).startsWith("MỤC LỤC", "Biên bản số 01/BB-BAN", "Kết luận và kết quả biểu quyết");
        assertThat(issued.text()).contains("Bản đã ký số").doesNotContain("BIÊN BẢN");
        Files.write(signed, new byte[] {1});
        assertThat(read("thuky1").text()).contains("Biên bản số 01/BB-BAN (đã ban hành, tệp trên máy chủ bị mất hoặc hỏng)").doesNotContain("Bản đã ký số", "BIÊN BẢN");
        Files.delete(signed);
        assertThat(read("chair1").text()).contains("Biên bản số 01/BB-BAN (đã ban hành").doesNotContain("BIÊN BẢN");
        Until.holds(this::isSwept);
    }

    private String state(String method) {
        try {
            byte[] body = method.equals("POST") ? "{}".getBytes(StandardCharsets.UTF_8) : new byte[0];
            return Json.MAPPER.readTree(server.send(server.cookie("member1"), method, ORDER, body, "Content-Type", "application/json").body()).get("state").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing is left of books and their parts. */
    private boolean isSwept() {
        try (Stream<Path> files = Files.walk(folder.resolve("papers/work"))) {
            return files.noneMatch(file -> file.toString().endsWith(".pdf"));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }
}
