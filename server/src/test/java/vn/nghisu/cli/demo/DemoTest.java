package vn.nghisu.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.journal.H2Journal;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.PaperLimits;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.PaperWorks;
import vn.nghisu.readings.Readings;
import vn.nghisu.room.Answer;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.TestServer;

/** The first start of a server is stopped somewhere on the way; a later one, on another day, finishes the demo. */
class DemoTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 29);

    @TempDir
    Path folder;

    private final TestServer server = new TestServer();
    private final Vertx vertx = Vertx.vertx();
    private final H2Journal journal = new H2Journal(server.database);
    private PaperStore store;
    private Intake intake;
    private PaperWorks works;

    @BeforeEach
    void open() throws IOException {
        store = PaperStore.open(folder, PaperLimits.usual());
        intake = new Intake(store);
        works = new PaperWorks(store, 1);
    }

    @AfterEach
    void close() throws TimeoutException {
        works.close();
        intake.close();
        vertx.close().await(10, TimeUnit.SECONDS);
        journal.close();
        server.close();
    }

    /** Small papers: one for the past, and two for what comes next, so that a stop can fall between them. */
    private static List<DemoPapers.DemoPaper> press(Path folder) throws IOException {
        List<DemoPapers.DemoPaper> papers = new ArrayList<>();
        for (String[] paper : new String[][] {{Demo.LAST, "tong-ket"}, {Demo.NEXT, "so-ket"}, {Demo.NEXT, "gioi-thieu"}}) {
            Path file = folder.resolve(paper[1] + ".pdf");
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                document.getDocumentInformation().setTitle(paper[1]);
                document.setDocumentId(1L);
                document.save(file.toFile());
            }
            papers.add(new DemoPapers.DemoPaper("Tài liệu " + paper[1], "BC", paper[1] + ".pdf", file, paper[1], paper[0]));
        }
        return papers;
    }

    private Demo demo(Consumer<String> progress) {
        return new Demo(vertx, journal, server.accounts.directory(), server.accounts.credentials(),
                new Readings(server.database), store, intake, works, DemoTest::press, progress);
    }

    private void make(Consumer<String> progress, LocalDate today) throws IOException {
        Demo demo = demo(progress);
        demo.makePast(today, store.work().create());
        try (Rooms rooms = new Rooms(vertx, journal, Instant::now)) {
            demo.makeNext(today, rooms);
        }
    }

    /** Ends as a killed process does, when a line with this beginning is said. */
    private void makeUntil(String line, LocalDate today) {
        assertThatThrownBy(() -> make(said -> {
            if (said.strip().startsWith(line)) {
                throw new IllegalStateException("killed");
            }
        }, today)).hasMessage("killed");
    }

    private Meeting meeting(String id) {
        try (Rooms rooms = new Rooms(vertx, journal, Instant::now)) {
            return rooms.find(id).orElseThrow().meeting();
        }
    }

    @Test
    void a_demo_that_was_stopped_again_and_again_is_finished_and_holds_everything_once() throws IOException {
        assertThat(demo(line -> {}).isUnfinished()).as("an empty folder holds no demo").isFalse();
        makeUntil("Đang soạn tài liệu mẫu", TODAY);
        makeUntil("tài liệu: Tài liệu tong-ket", TODAY);
        makeUntil("tài liệu: Tài liệu gioi-thieu", TODAY);
        assertThat(demo(line -> {}).isUnfinished()).isTrue();
        assertThat(meeting(Demo.LAST).phase()).isEqualTo(Phase.CLOSED);
        assertThat(meeting(Demo.NEXT).phase()).isEqualTo(Phase.DRAFT);

        make(line -> {}, TODAY.plusDays(3));

        assertThat(demo(line -> {}).isUnfinished()).isFalse();
        Meeting next = meeting(Demo.NEXT);
        assertThat(next.phase()).isEqualTo(Phase.ISSUED);
        assertThat(next.head().startsAt().atZone(VietnamTime.ZONE).toLocalDate()).as("the day after").isEqualTo(TODAY.plusDays(4));
        assertThat(next.agenda().order()).hasSize(6);
        assertThat(next.votes().all()).hasSize(2);
        assertThat(next.papers().all()).extracting(Paper::itemId).containsExactly("so-ket", "gioi-thieu");
        assertThat(next.papers().all()).allMatch(Paper::isPrepared);
        assertThat(meeting(Demo.LAST).votes().all()).hasSize(2).allMatch(vote -> vote.tally().isPresent());
    }

    @Test
    void a_meeting_in_which_a_person_did_something_is_left_as_it_is() throws IOException {
        makeUntil("tài liệu: Tài liệu gioi-thieu", TODAY);
        try (Rooms rooms = new Rooms(vertx, journal, Instant::now)) {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            rooms.find(Demo.NEXT).orElseThrow().give(Caller.person(DemoPeople.SECRETARY), UUID.randomUUID(),
                    new AgendaCommand.RemoveItem("chu-ky-so", Optional.empty()), answer::complete);
            assertThat(DemoScript.await(answer)).isInstanceOf(Answer.Done.class);
        }
        assertThat(demo(line -> {}).isUnfinished()).isFalse();
        long entries = journal.head(Rooms.STREAMS + Demo.NEXT).seq();

        make(line -> {}, TODAY);

        assertThat(journal.head(Rooms.STREAMS + Demo.NEXT).seq()).isEqualTo(entries);
    }

    @Test
    void the_demo_body_keeps_who_opens_its_papers_unless_the_administrator_turns_it_off() throws IOException {
        makeUntil("tài liệu: Tài liệu tong-ket", TODAY);
        assertThat(new Readings(server.database).areKept(Demo.BODY)).isTrue();
        new Readings(server.database).keep(Demo.BODY, false);

        make(line -> {}, TODAY);

        assertThat(new Readings(server.database).areKept(Demo.BODY)).as("the rest of the demo changes nothing of it").isFalse();
    }
}
