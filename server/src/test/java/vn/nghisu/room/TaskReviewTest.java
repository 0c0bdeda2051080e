package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.tasks.Assignment;
import vn.nghisu.meeting.tasks.Entrusted;
import vn.nghisu.meeting.tasks.TaskCommand;
import vn.nghisu.meeting.tasks.Tasks;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.PaperLimits;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.PaperWorks;

/** Open tasks of earlier meetings come onto the agenda of the body's next one by themselves, once. */
class TaskReviewTest {
    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private Intake intake;
    private PaperWorks works;
    private PaperStore store;
    private Rooms rooms;
    private FormKeeper keeper;

    @BeforeEach
    void start() throws Exception {
        store = PaperStore.open(folder, PaperLimits.usual());
        intake = new Intake(store);
        works = new PaperWorks(store, 1);
        rooms = new Rooms(vertx, new SlowJournal(), now::get);
        keeper = new FormKeeper(vertx, rooms, new OwnPapers(vertx, store, intake, new PaperDesk(rooms, works)), now::get);
    }

    @AfterEach
    void stop() throws Exception {
        keeper.close();
        rooms.close();
        works.close();
        intake.close();
        vertx.close().await(20, TimeUnit.SECONDS);
    }

    private void give(String meeting, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        rooms.create(meeting).give(new Caller("secretary", Set.of("body-1", "body-2")), UUID.randomUUID(), command, answer::complete);
        assertThat(answer.orTimeout(20, TimeUnit.SECONDS).join()).as(command.toString()).isInstanceOf(Answer.Done.class);
    }

    private void draft(String meeting, String body, int days) {
        Instant startsAt = NOW.plusSeconds(days * 86_400L);
        give(meeting, new PreparationCommand.CreateMeeting("Phiên họp", Kind.REGULAR, body, "Ban", "", "", "", startsAt, startsAt.plusSeconds(3_600), MajorityRule.MORE_THAN_HALF_OF_ALL,
                Quorum.TWO_THIRDS, List.of(new Participant("chair1", "Ông chair1", "", "", Role.CHAIR, true), new Participant("secretary", "Bà secretary", "", "", Role.SECRETARY, false))));
        give(meeting, new AgendaCommand.AddItem("item-" + meeting, Optional.empty(), Optional.empty(), new Item.Outline("Báo cáo", ItemKind.REPORT, "", "", 10, Visibility.EVERYONE), Optional.empty()));
    }

    /** Closed, with one task. */
    private void concluded(String meeting) {
        draft(meeting, "body-1", 0);
        give(meeting, new PreparationCommand.IssueMeeting());
        give(meeting, new SessionCommand.OpenMeeting(true));
        give(meeting, new TaskCommand.AssignTask("task1", Optional.empty(), new Assignment("Rà soát", "", "Sở Nội vụ", List.of(), Optional.empty(), Optional.empty(),
                new Entrusted("outsider", "Bà Chi", "", "Sở Nội vụ"), Optional.empty())));
        give(meeting, new SessionCommand.CloseMeeting());
    }

    private Meeting meeting(String id) {
        return rooms.find(id).orElseThrow().meeting();
    }

    private boolean reviews(String id) {
        return Tasks.reviewOf(meeting(id)).isPresent();
    }

    @Test
    void goes_into_a_draft_that_is_there_and_into_one_that_is_made_later() {
        draft("m-far", "body-1", 20);
        draft("m-other", "body-2", 3);
        concluded("m-before");
        Until.holds(() -> reviews("m-far"));
        assertThat(meeting("m-far").agenda().order()).as("it comes first").endsWith("item-m-far").hasSize(2);
        assertThat(meeting("m-far").agenda().all().findFirst().orElseThrow().title()).isEqualTo("Kiểm điểm việc thực hiện kết luận các phiên họp trước");
        draft("m-near", "body-1", 5);
        Until.holds(() -> reviews("m-near"));
        assertThat(reviews("m-other")).as("another body").isFalse();
    }

    @Test
    void stays_out_where_it_was_left_out_and_comes_into_none_when_nothing_is_open() {
        draft("m-next", "body-1", 5);
        concluded("m-before");
        Until.holds(() -> reviews("m-next"));
        give("m-next", new AgendaCommand.RemoveItem(Tasks.reviewOf(meeting("m-next")).orElseThrow(), Optional.empty()));
        give("m-before", new TaskCommand.AssignTask("task2", Optional.empty(), meeting("m-before").tasks().find("task1").orElseThrow().assignment()));
        give("m-before", new TaskCommand.CancelTask("task1", "x"));
        give("m-before", new TaskCommand.CancelTask("task2", "x"));
        draft("m-sooner", "body-1", 2);
        draft("m-form", "body-2", 1);
        concluded("m-second");
        Until.holds(() -> reviews("m-sooner"));
        assertThat(reviews("m-next")).isFalse();
    }
}
