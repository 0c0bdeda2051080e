package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
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
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.circulation.CirculationCommand;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.PaperLimits;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.PaperWorks;

/** An opinion form is closed by the clock, also when its deadline passed while no server ran, and its result goes into the next meeting. */
class FormKeeperTest {
    private static final Instant SENT = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant DEADLINE = SENT.plusSeconds(3_600);
    /** A timer is set a little longer, since it counts whole milliseconds. */
    private static final Duration SECOND = Duration.ofMillis(1_001);

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final SlowJournal journal = new SlowJournal();
    private final AtomicReference<Instant> now = new AtomicReference<>(SENT);
    private final ByHand timers = new ByHand();
    private PaperStore store;
    private Intake intake;
    private PaperWorks works;
    private Rooms rooms;

    @BeforeEach
    void send() throws Exception {
        store = PaperStore.open(folder, PaperLimits.usual());
        intake = new Intake(store);
        works = new PaperWorks(store, 1);
        rooms = new Rooms(vertx, journal, now::get);
        send("m-form");
        give("member1", new BallotCommand.CastBallot("vote1", List.of("agree"), ""));
    }

    @AfterEach
    void stop() throws Exception {
        rooms.close();
        works.close();
        intake.close();
        vertx.close().await(20, TimeUnit.SECONDS);
    }

    private static Participant person(String id, Role role) {
        return new Participant(id, "Ông " + id, "", "", role, role != Role.SECRETARY);
    }

    private void give(String person, Command command) {
        give("m-form", person, command);
    }

    private void give(String meeting, String person, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        rooms.create(meeting).give(new Caller(person, Set.of("body-1", "body-2")), UUID.randomUUID(), command, answer::complete);
        assertThat(answer.orTimeout(20, TimeUnit.SECONDS).join()).isInstanceOf(Answer.Done.class);
    }

    private void create(String meeting, Kind kind, String body, Instant startsAt, Instant endsAt) {
        give(meeting, "secretary", new PreparationCommand.CreateMeeting("Dự toán", kind, body, "Ban", "", "", "", startsAt, endsAt, MajorityRule.MORE_THAN_HALF_OF_ALL,
                Quorum.TWO_THIRDS, List.of(person("chair1", Role.CHAIR), person("secretary", Role.SECRETARY), person("member1", Role.MEMBER))));
    }

    private void send(String form) {
        send(form, DEADLINE);
    }

    private void send(String form, Instant deadline) {
        create(form, Kind.OPINION_FORM, "body-1", SENT, deadline);
        give(form, "secretary", new VoteCommand.PrepareVote("vote1", new Vote.Motion("Đồng ý?", Optional.empty(), Mode.UNNAMED, new Form.Answers(ChoiceSet.OPINION),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS)));
        give(form, "secretary", new PreparationCommand.IssueMeeting());
    }

    /** A meeting that is being drafted, so many days after the deadline. */
    private void draft(String meeting, String body, int days) {
        Instant startsAt = DEADLINE.plus(Duration.ofDays(days));
        create(meeting, Kind.REGULAR, body, startsAt, startsAt.plusSeconds(3_600));
    }

    private Optional<String> itemOf(String meeting, String form) {
        return Circulation.itemOf(meeting(meeting), form);
    }

    private boolean hasPaper(String meeting, String form) {
        return itemOf(meeting, form).filter(item -> meeting(meeting).papers().of(item).findAny().isPresent()).isPresent();
    }

    private Meeting meeting(String id) {
        return rooms.find(id).orElseThrow().meeting();
    }

    private Meeting form() {
        return meeting("m-form");
    }

    private FormKeeper keeper() {
        return new FormKeeper(vertx, rooms, new OwnPapers(vertx, store, intake, new PaperDesk(rooms, works)), now::get, timers);
    }

    /** Timers that run when a test says so. */
    private static final class ByHand implements FormKeeper.Timers {
        private final List<Waiting> waiting = new CopyOnWriteArrayList<>();

        private record Waiting(Duration length, Runnable then) {}

        @Override
        public Runnable after(Duration wait, Runnable then) {
            Waiting one = new Waiting(wait, then);
            waiting.add(one);
            return () -> waiting.removeIf(other -> other == one);
        }

        List<Duration> waits() {
            return waiting.stream().map(Waiting::length).toList();
        }

        void ring() {
            List<Waiting> ringing = List.copyOf(waiting);
            waiting.removeAll(ringing);
            ringing.forEach(one -> one.then().run());
        }
    }

    /** For this long with one timer, or with none at all. */
    private void waitsFor(Duration... wait) {
        Until.holds(() -> timers.waits().equals(List.of(wait)));
    }

    /** The clock shows this, and the timer that stands has run out. */
    private void comes(Instant moment) {
        now.set(moment);
        timers.ring();
    }

    /** How often a form was closed. */
    private long closings(String form) {
        return StreamSupport.stream(journal.all(Rooms.STREAMS + form, 0).spliterator(), false).filter(entry -> entry.type().equals("MeetingClosed")).count();
    }

    @Test
    void closes_it_when_the_deadline_comes() {
        try (FormKeeper keeper = keeper()) {
            waitsFor(FormKeeper.CLOCK_READ_EVERY);
            comes(DEADLINE);
            Until.holds(() -> form().phase() == Phase.CLOSED);
            waitsFor();
        }
        assertThat(closings("m-form")).isEqualTo(1);
        assertThat(form().votes().find("vote1").orElseThrow().verdict().orElseThrow().sentence().vi()).endsWith("phát ra 2 phiếu, thu về 1 phiếu");
    }

    @Test
    void closes_it_after_a_start_when_the_deadline_passed_before() {
        rooms.close();
        now.set(DEADLINE.plusSeconds(86_400));
        rooms = new Rooms(vertx, journal, now::get);
        assertThat(form().phase()).isEqualTo(Phase.ISSUED);
        try (FormKeeper keeper = keeper()) {
            Until.holds(() -> form().phase() == Phase.CLOSED);
        }
    }

    @Test
    void waits_for_the_later_deadline_when_it_was_extended() {
        give("secretary", new CirculationCommand.ExtendForm(DEADLINE.plusSeconds(60), "Chờ thêm"));
        try (FormKeeper keeper = keeper()) {
            waitsFor(FormKeeper.CLOCK_READ_EVERY);
            comes(DEADLINE.plusSeconds(59));
            waitsFor(SECOND);
            give("chair1", new BallotCommand.CastBallot("vote1", List.of("disagree"), ""));
            assertThat(form().phase()).isEqualTo(Phase.ISSUED);
            comes(DEADLINE.plusSeconds(60));
            Until.holds(() -> form().phase() == Phase.CLOSED);
        }
    }

    @Test
    void one_timer_stands_for_the_earliest_deadline_of_all_forms_that_are_out() {
        now.set(DEADLINE.minusSeconds(31));
        try (FormKeeper keeper = keeper()) {
            waitsFor(Duration.ofSeconds(31).plusMillis(1));
            send("m-sooner", DEADLINE.minusSeconds(30));
            waitsFor(SECOND);
            give("m-sooner", "secretary", new CirculationCommand.ExtendForm(DEADLINE.minusSeconds(20), "Chờ thêm"));
            waitsFor(Duration.ofSeconds(11).plusMillis(1));
            give("m-sooner", "secretary", new PreparationCommand.CancelMeeting("Không cần nữa"));
            waitsFor(Duration.ofSeconds(31).plusMillis(1));
            give("chair1", new CirculationCommand.CloseForm());
            waitsFor();
        }
    }

    @Test
    void a_clock_that_is_put_forward_is_noticed_and_one_that_is_put_back_closes_nothing_too_early_or_twice() {
        try (FormKeeper keeper = keeper()) {
            waitsFor(FormKeeper.CLOCK_READ_EVERY);
            comes(SENT.minusSeconds(86_400));
            waitsFor(FormKeeper.CLOCK_READ_EVERY);
            assertThat(form().phase()).isEqualTo(Phase.ISSUED);
            comes(DEADLINE.minusSeconds(1));
            waitsFor(SECOND);
            comes(DEADLINE.minusSeconds(10));
            waitsFor(Duration.ofSeconds(10).plusMillis(1));
            assertThat(form().phase()).isEqualTo(Phase.ISSUED);
            comes(DEADLINE.plusSeconds(86_400));
            Until.holds(() -> form().phase() == Phase.CLOSED);
            now.set(SENT);
            send("m-second");
            waitsFor(FormKeeper.CLOCK_READ_EVERY);
            comes(DEADLINE);
            Until.holds(() -> meeting("m-second").phase() == Phase.CLOSED);
        }
        assertThat(closings("m-form")).isEqualTo(1);
        assertThat(closings("m-second")).isEqualTo(1);
    }

    @Test
    void is_closed_again_when_the_disk_did_not_take_it() {
        try (FormKeeper keeper = keeper()) {
            waitsFor(FormKeeper.CLOCK_READ_EVERY);
            journal.failNext();
            comes(DEADLINE);
            waitsFor(FormKeeper.AGAIN_AFTER);
            assertThat(form().phase()).isEqualTo(Phase.ISSUED);
            Until.holds(() -> {
                timers.ring();
                return form().phase() == Phase.CLOSED;
            });
        }
        assertThat(closings("m-form")).isEqualTo(1);
    }

    @Test
    void goes_on_with_a_form_of_whose_closing_nobody_was_told() {
        draft("m-next", "body-1", 1);
        try (FormKeeper keeper = keeper()) {
            waitsFor(FormKeeper.CLOCK_READ_EVERY);
            journal.loseNextAnswer();
            comes(DEADLINE);
            Until.holds(() -> {
                timers.ring();
                return hasPaper("m-next", "m-form");
            });
        }
        assertThat(closings("m-form")).isEqualTo(1);
    }

    @Test
    void a_result_goes_on_when_the_draft_before_that_does_not_take_it_is_over() {
        draft("m-next", "body-1", 1);
        draft("m-later", "body-1", 2);
        give("chair1", new CirculationCommand.CloseForm());
        try (FormKeeper keeper = keeper()) {
            Until.holds(() -> hasPaper("m-next", "m-form"));
            give("m-next", "secretary", new CirculationCommand.LeaveOutForm("m-form", Optional.empty()));
            waitsFor(FormKeeper.CLOCK_READ_EVERY);
            comes(meeting("m-next").head().endsAt());
            Until.holds(() -> hasPaper("m-later", "m-form"));
        }
    }

    @Test
    void a_tie_is_brought_when_the_chair_has_decided_it() {
        create("m-tied", Kind.OPINION_FORM, "body-1", SENT, DEADLINE);
        give("m-tied", "secretary", new VoteCommand.PrepareVote("vote1", new Vote.Motion("Đồng ý?", Optional.empty(), Mode.UNNAMED, new Form.Answers(ChoiceSet.OPINION),
                new MajorityRule(MajorityRule.Base.CAST, 1, 2, true, MajorityRule.Tie.CHAIR_DECIDES), Quorum.TWO_THIRDS)));
        give("m-tied", "secretary", new PreparationCommand.IssueMeeting());
        give("m-tied", "chair1", new BallotCommand.CastBallot("vote1", List.of("agree"), ""));
        give("m-tied", "member1", new BallotCommand.CastBallot("vote1", List.of("disagree"), ""));
        draft("m-next", "body-1", 1);
        try (FormKeeper keeper = keeper()) {
            give("m-tied", "chair1", new CirculationCommand.CloseForm());
            now.set(DEADLINE.minusSeconds(31));
            give("secretary", new CirculationCommand.ExtendForm(DEADLINE.plusSeconds(1), "Chờ thêm"));
            waitsFor(Duration.ofSeconds(32).plusMillis(1));
            assertThat(itemOf("m-next", "m-tied")).isEmpty();
            give("m-tied", "chair1", new VoteCommand.DecideTie("vote1", true));
            Until.holds(() -> hasPaper("m-next", "m-tied"));
        }
    }

    @Test
    void brings_the_result_into_the_draft_of_the_body_that_begins_soonest() {
        draft("m-over", "body-1", -1);
        draft("m-later", "body-1", 2);
        draft("m-next", "body-1", 1);
        draft("m-others", "body-2", 1);
        create("m-writing", Kind.OPINION_FORM, "body-1", SENT, DEADLINE.plusSeconds(60));
        try (FormKeeper keeper = keeper()) {
            waitsFor(FormKeeper.CLOCK_READ_EVERY);
            comes(DEADLINE);
            Until.holds(() -> hasPaper("m-next", "m-form"));
        }
        assertThat(List.of("m-over", "m-later", "m-others", "m-writing")).allSatisfy(other -> assertThat(itemOf(other, "m-form")).isEmpty());
    }

    @Test
    void brings_it_after_a_start_when_the_form_was_closed_before() {
        give("chair1", new CirculationCommand.CloseForm());
        draft("m-next", "body-1", 1);
        rooms.close();
        rooms = new Rooms(vertx, journal, now::get);
        try (FormKeeper keeper = keeper()) {
            Until.holds(() -> hasPaper("m-next", "m-form"));
        }
    }

    @Test
    void leaves_out_what_was_left_out_and_brings_nothing_twice() {
        draft("m-next", "body-1", 2);
        give("chair1", new CirculationCommand.CloseForm());
        try (FormKeeper keeper = keeper()) {
            Until.holds(() -> hasPaper("m-next", "m-form"));
            send("m-second");
            give("m-second", "chair1", new CirculationCommand.CloseForm());
            Until.holds(() -> hasPaper("m-next", "m-second"));
            give("m-next", "secretary", new CirculationCommand.LeaveOutForm("m-form", Optional.empty()));
            draft("m-sooner", "body-1", 1);
            Until.holds(() -> itemOf("m-sooner", "m-form").isPresent());
            give("m-sooner", "secretary", new CirculationCommand.LeaveOutForm("m-form", Optional.empty()));
            send("m-third");
            give("m-third", "chair1", new CirculationCommand.CloseForm());
            Until.holds(() -> hasPaper("m-sooner", "m-third"));
        }
        assertThat(itemOf("m-next", "m-form")).isEmpty();
        assertThat(itemOf("m-sooner", "m-form")).as("what was left out stays out").isEmpty();
        assertThat(itemOf("m-sooner", "m-second")).as("one meeting is enough").isEmpty();
    }
}
