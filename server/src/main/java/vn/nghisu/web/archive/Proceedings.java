package vn.nghisu.web.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.agenda.AgendaView;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.minutes.BienBan;
import vn.nghisu.minutes.FormReport;
import vn.nghisu.minutes.Outcomes;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.minutes.layout.Typesetter;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.OfficialFiles;
import vn.nghisu.papers.child.Binding;
import vn.nghisu.papers.child.Binding.Part;

/**
 * What goes into a meeting's proceedings (kỷ yếu) for one reader: minutes, conclusions and results, then the papers that this reader may read and take
 * along. A paper that is for reading here only is named and stays out, for everybody: a book is passed on.
 */
final class Proceedings {
    private static final long CLEANING_S = 60;

    private final Meeting meeting;
    private final Rights rights;
    private final Intake intake;
    private final OfficialFiles files;
    private final Path folder;
    private final List<Part> parts = new ArrayList<>();
    private final ZonedDateTime madeAt;

    private Proceedings(Meeting meeting, Rights rights, Intake intake, OfficialFiles files, Path folder) {
        this.meeting = meeting;
        this.rights = rights;
        this.intake = intake;
        this.files = files;
        this.folder = folder;
        Instant closed = meeting.session().closedAt().orElse(meeting.head().endsAt());
        this.madeAt = closed.atZone(VietnamTime.ZONE);
    }

    /**
     * @param journal the head of the stream that made the meeting
     * @param confidential whether who leads wants the confidential part of the minutes too
     * @param folder where parts of its own are written
     */
    static Binding of(Meeting meeting, Head journal, Rights rights, boolean confidential, Intake intake, OfficialFiles files, Path folder) throws IOException {
        return new Proceedings(meeting, rights, intake, files, folder).binding(journal, confidential);
    }

    private Binding binding(Head journal, boolean confidential) throws IOException {
        boolean session = meeting.head().kind().hasSession();
        IssuedPapers issued = IssuedPapers.of(meeting, rights, files);
        if (rights.mayReadMinutes(meeting) && !issued.haveMinutes()) {
            add(session ? "Biên bản" : "Tổng hợp phiếu lấy ý kiến", session
                    ? BienBan.pdf(meeting, journal, madeAt.toInstant(), VietnamTime.ZONE)
                    : FormReport.pdf(meeting, journal, VietnamTime.ZONE));
        }
        for (IssuedPapers.Issued paper : issued.papers()) {
            parts.add(paper.pdf().map(file -> new Part(0, paper.title(), Optional.of(file.toString()), ""))
                    .orElseGet(() -> Part.named(0, paper.title(), "đã ban hành, tệp trên máy chủ bị mất hoặc hỏng")));
        }
        if (confidential) {
            set("Phần không công khai của biên bản", Outcomes.confidential(meeting, rights));
        }
        set("Kết luận và kết quả biểu quyết", Outcomes.of(meeting, rights, VietnamTime.ZONE));
        Map<String, String> numbers = AgendaView.visible(meeting, rights).numbers();
        meeting.agenda().all().filter(item -> numbers.containsKey(item.id())).forEach(item -> papers(item, numbers.get(item.id())));
        return new Binding(Stream.of(meeting.head().parentAgency(), meeting.head().bodyName()).filter(name -> !name.isBlank()).toList(), "KỶ YẾU", meeting.head().title(),
                lines(), "MỤC LỤC", "Kỷ yếu · trang ", List.copyOf(parts));
    }

    private List<String> lines() {
        ZonedDateTime at = meeting.heldAt().atZone(VietnamTime.ZONE);
        String day = "ngày %02d tháng %s năm %d".formatted(at.getDayOfMonth(), at.getMonthValue() < 3 ? "0" + at.getMonthValue() : String.valueOf(at.getMonthValue()), at.getYear());
        return Stream.of(meeting.head().place().isBlank() ? "Ngày" + day.substring(4) : meeting.head().place() + ", " + day, meeting.head().room()).filter(line -> !line.isBlank()).toList();
    }

    private void set(String title, Optional<OfficialPaper> paper) throws IOException {
        if (paper.isPresent()) {
            add(title, Typesetter.pdf(paper.get(), madeAt));
        }
    }

    private void add(String title, byte[] pdf) throws IOException {
        Path file = Files.write(folder.resolve("part-" + parts.size() + ".pdf"), pdf);
        parts.add(new Part(0, title, Optional.of(file.toString()), ""));
    }

    private void papers(Item item, String number) {
        List<Paper> papers = meeting.papers().of(item.id())
                .filter(paper -> paper.isPrepared() && !paper.isWithdrawn() && rights.maySee(meeting, paper))
                .filter(paper -> meeting.papers().successor(paper.id()).filter(newer -> rights.maySee(meeting, newer)).isEmpty())
                .toList();
        if (papers.isEmpty()) {
            return;
        }
        parts.add(Part.heading(number + ". " + item.title()));
        papers.forEach(paper -> parts.add(part(paper)));
    }

    private Part part(Paper paper) {
        String title = paper.access() == Access.NAMED ? paper.title() + " – tài liệu dành cho người được chỉ định" : paper.title();
        if (meeting.retention().isDestroyed(paper.id())) {
            return Part.named(1, title, "đã tiêu hủy theo thời hạn lưu trữ");
        }
        if (paper.handling() != Handling.FREE || !rights.mayTake(meeting, paper)) {
            return Part.named(1, title, "chỉ xem trên hệ thống");
        }
        return file(paper).map(file -> new Part(1, title, Optional.of(file.toString()), "")).orElseGet(() -> Part.named(1, title, "không tải về được, chỉ xem trên hệ thống"));
    }

    /** As the paper is downloaded. */
    private Optional<Path> file(Paper paper) {
        try {
            return intake.download(paper.sha256()).toCompletableFuture().get(CLEANING_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
