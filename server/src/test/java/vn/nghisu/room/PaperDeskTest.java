package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.Until;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.papers.Accepted;
import vn.nghisu.papers.Manifest;
import vn.nghisu.papers.PaperProgress;
import vn.nghisu.papers.PaperRefusal;

/** The makers of pages answer when a test says so; pauses are kept, not waited for. */
class PaperDeskTest {
    private static final String MEETING = "meeting-1";
    private static final String SHA256 = "a".repeat(64);
    private static final PaperDesk.Placing PLACING =
            new PaperDesk.Placing("item1", "Báo cáo", "bao-cao.pdf", Access.EVERYONE, List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    private record Pause(Duration length, Runnable then) {}

    private final BlockingQueue<CompletableFuture<Manifest>> works = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> made = new LinkedBlockingQueue<>();
    private final BlockingQueue<Pause> pauses = new LinkedBlockingQueue<>();
    private Vertx vertx;
    private SlowJournal journal;
    private Rooms rooms;
    private PaperDesk desk;

    @BeforeEach
    void open() throws Exception {
        vertx = Vertx.vertx();
        journal = new SlowJournal();
        rooms = new Rooms(vertx, journal, Instant::now);
        desk = new PaperDesk(rooms, this::prepare, (length, then) -> pauses.add(new Pause(length, then)));
        desk.resume();
        rooms.create(MEETING);
        give(new PreparationCommand.CreateMeeting("Phiên họp thử", Kind.REGULAR, "body-1", "Ban Chỉ đạo", "", "Lam Sơn", "Phòng 1",
                Instant.parse("2026-11-24T01:00:00Z"), Instant.parse("2026-11-24T04:00:00Z"), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS,
                List.of(new Participant("chair", "Nguyễn Văn Hòa", "Trưởng ban", "", Role.CHAIR, true),
                        new Participant("secretary", "Lê Hoàng Yến", "Thư ký", "", Role.SECRETARY, false))));
        give(new AgendaCommand.AddItem("item1", Optional.empty(), Optional.empty(),
                new Item.Outline("Một", ItemKind.DISCUSSION, "", "", 10, Visibility.EVERYONE), Optional.empty()));
    }

    @AfterEach
    void close() {
        rooms.close();
        vertx.close();
    }

    private CompletionStage<Manifest> prepare(String sha256, PaperProgress listener) {
        CompletableFuture<Manifest> work = new CompletableFuture<>();
        made.add(sha256);
        works.add(work);
        return work;
    }

    @Test
    void a_paper_whose_making_failed_in_passing_is_made_again_after_a_pause_that_grows() throws Exception {
        String paper = lay();
        Duration before = Duration.ZERO;
        for (String code : List.of("busy", "failed", "busy")) {
            fail(next(works), code);
            Pause pause = next(pauses);
            assertThat(pause.length()).isGreaterThan(before);
            before = pause.length();
            assertThat(works).isEmpty();
            pause.then().run();
        }
        next(works).complete(manifest());
        await(paper, Paper::isPrepared);
    }

    @Test
    void a_paper_on_which_the_server_fails_again_and_again_is_withdrawn_with_a_sentence() throws Exception {
        String paper = lay();
        for (int tried = 1; tried < PaperDesk.TRIES; tried++) {
            fail(next(works), "failed");
            next(pauses).then().run();
        }
        fail(next(works), "failed");
        await(paper, Paper::isWithdrawn);
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_paper_waits_for_space_on_the_disk_however_long_that_takes() throws Exception {
        String paper = lay();
        for (int tried = 1; tried <= 2 * PaperDesk.TRIES; tried++) {
            fail(next(works), "disk_full");
            next(pauses).then().run();
        }
        next(works).complete(manifest());
        await(paper, Paper::isPrepared);
    }

    @Test
    void what_was_made_is_told_again_when_the_room_could_not_take_it() throws Exception {
        String paper = lay();
        CompletableFuture<Manifest> work = next(works);
        journal.failNext();
        Room failed = room();
        work.complete(manifest());
        Pause pause = next(pauses);
        awaitRebuilt(failed);
        assertThat(works).as("a paper in hand is not begun twice").isEmpty();
        pause.then().run();
        await(paper, Paper::isPrepared);
    }

    @Test
    void a_paper_that_became_durable_unheard_is_taken_up_when_the_room_is_rebuilt() throws Exception {
        journal.loseNextAnswer();
        CompletableFuture<Answer> heard = new CompletableFuture<>();
        String paper = desk.add(room(), Caller.person("secretary"), UUID.randomUUID(), file(), PLACING, heard::complete);
        assertThat(heard.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Unknown.class);
        next(works).complete(manifest());
        await(paper, Paper::isPrepared);
    }

    @Test
    void another_file_under_the_same_upload_is_refused_and_the_paper_gets_its_own_pages() throws Exception {
        for (boolean restarted : new boolean[] {false, true}) {
            UUID upload = UUID.randomUUID();
            CompletableFuture<Answer> first = new CompletableFuture<>();
            CompletableFuture<Answer> second = new CompletableFuture<>();
            String paper = desk.add(room(), Caller.person("secretary"), upload, file(), PLACING, first::complete);
            assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
            fail(next(works), "busy");
            Pause pause = next(pauses);
            assertThat(made.remove()).isEqualTo(SHA256);
            if (restarted) {
                rooms.close();
                rooms = new Rooms(vertx, journal, Instant::now);
                desk = new PaperDesk(rooms, this::prepare, (length, then) -> pauses.add(new Pause(length, then)));
                pause = new Pause(Duration.ZERO, () -> {});
            }
            assertThat(desk.add(room(), Caller.person("secretary"), upload, new Accepted("b".repeat(64), 2, 2_000, null, true), PLACING, second::complete))
                    .isEqualTo(paper);
            assertThat(second.get(10, TimeUnit.SECONDS)).isInstanceOfSatisfying(Answer.Refused.class,
                    refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.OTHER_FILE));
            pause.then().run();
            next(works).complete(manifest());
            await(paper, Paper::isPrepared);
            assertThat(made.remove()).isEqualTo(SHA256);
        }
    }

    private String lay() throws Exception {
        CompletableFuture<Answer> heard = new CompletableFuture<>();
        String paper = desk.add(room(), Caller.person("secretary"), UUID.randomUUID(), file(), PLACING, heard::complete);
        assertThat(heard.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
        return paper;
    }

    private void give(Command command) throws Exception {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        room().give(new Caller("secretary", Set.of("body-1")), UUID.randomUUID(), command, answer::complete);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
    }

    private Room room() {
        return rooms.find(MEETING).orElseThrow();
    }

    private void await(String paper, Predicate<Paper> wanted) {
        Until.holds(() -> room().meeting().papers().find(paper).filter(wanted).isPresent());
    }

    private void awaitRebuilt(Room failed) {
        Until.holds(() -> room() != failed);
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private static void fail(CompletableFuture<Manifest> work, String code) {
        work.completeExceptionally(new PaperRefusal.Refused(new PaperRefusal(code, "Hệ thống gặp lỗi.", "The system failed.")));
    }

    private static Accepted file() {
        return new Accepted(SHA256, 1, 1_000, null, true);
    }

    private static Manifest manifest() {
        return new Manifest(Manifest.VERSION, SHA256, List.of(), List.of(), Optional.empty(), Optional.empty());
    }
}
