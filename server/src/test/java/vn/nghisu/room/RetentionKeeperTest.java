package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.journal.Entries;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.retention.RetentionCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.minutes.DestructionCertificate;
import vn.nghisu.papers.SamplePdf;
import vn.nghisu.people.ArchiveChoices;
import vn.nghisu.people.Invitees;
import vn.nghisu.readings.Reading;
import vn.nghisu.retention.RetentionLog;
import vn.nghisu.search.Wanted;
import vn.nghisu.web.MeetingServer;

/** Runs that are held back, cut off, shared with another meeting or begun at night. */
class RetentionKeeperTest {
    private static final String BODY = MeetingServer.BODY;
    private static final Caller SECRETARY = new Caller("thuky1", Set.of(BODY));
    private static final String RULES = "{\"readingsDays\":90,\"paperYears\":5,\"nightly\":true}";

    @TempDir
    private Path folder;

    private static final class At extends Clock {
        private volatile Instant now = Instant.now();

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final At clock = new At();
    private MeetingServer server;
    private String paper;
    private String sha256;

    @BeforeEach
    void hold() throws Exception {
        server = new MeetingServer(folder, clock, Optional.empty());
        paper = Json.MAPPER.readTree(server.lay("thuky1", "item=mot-mot&fileName=a.pdf&title=B%C3%A1o%20c%C3%A1o", SamplePdf.make().page("Mật danh Hoa Sữa").bytes()).body()).get("paper").asText();
        Until.holds(() -> server.room().meeting().papers().find(paper).filter(p -> p.isPrepared()).isPresent());
        sha256 = server.room().meeting().papers().find(paper).orElseThrow().sha256();
        Until.holds(() -> server.pages.missing(Set.of(sha256)) == 0);
        server.issue();
        server.readings.note(List.of(new Reading(MeetingServer.MEETING, paper, "member1", 1, 2, 1)));
        server.give("chair1", new SessionCommand.OpenMeeting(true));
        server.give("chair1", new SessionCommand.CloseMeeting());
        rules(RULES);
        // six years later, three in the morning in Việt Nam
        clock.now = Instant.now().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).plusYears(6).withHour(3).toInstant();
    }

    @AfterEach
    void close() throws TimeoutException {
        server.close();
    }

    private void rules(String json) {
        server.choices.write(BODY, ArchiveChoices.What.RETENTION, json);
    }

    private RetentionKeeper.Preview preview() {
        return server.retention.preview(BODY, meeting -> true);
    }

    private DestructionCertificate carryOut() throws IOException {
        String run = server.retention.begin(BODY, "thuky1", meeting -> true, preview().mark()).orElseThrow();
        Until.holds(() -> server.log.run(run).flatMap(RetentionLog.Run::certificate).isPresent());
        return certificate(run);
    }

    private DestructionCertificate certificate(String run) throws IOException {
        return Json.MAPPER.readValue(server.log.run(run).flatMap(RetentionLog.Run::certificate).orElseThrow(), DestructionCertificate.class);
    }

    private static List<String> gone(DestructionCertificate certificate) {
        return certificate.lines().stream().map(line -> line.what() + " " + line.many()).toList();
    }

    /** As a crash leaves it: planned, and nothing or a part of it done. */
    private void planned(String run, List<DestructionCertificate.Held> held, List<String> papers) {
        RetentionKeeper.Plan plan = new RetentionKeeper.Plan(List.of("Quy định lúc ấy"), held, List.of(new RetentionKeeper.Step(MeetingServer.MEETING, true, true, papers, 5)));
        server.log.begin(new RetentionLog.Run(run, BODY, "thuky1", 1, Json.write(plan), Optional.empty()));
    }

    private Room second() {
        Room second = server.rooms.create("phien-hop-2");
        MeetingServer.give(second, SECRETARY, new PreparationCommand.CreateMeeting("Phiên hai", Kind.REGULAR, BODY, "BAN", "", "Lam Sơn", "Phòng 2", Instant.now().plusSeconds(900),
                Instant.now().plusSeconds(9_000), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, Invitees.of(server.accounts.directory(), BODY)));
        MeetingServer.give(second, SECRETARY, MeetingServer.item("hai-mot", "Việc khác", Visibility.EVERYONE));
        return second;
    }

    @Test
    void a_hold_that_comes_while_a_run_goes_on_stops_it() throws Exception {
        planned("huy-giu", List.of(), List.of(paper));
        server.room().give(SECRETARY, UUID.randomUUID(), new RetentionCommand.SetHold("Thanh tra"), answer -> {}); // in the room's queue before the run's own
        server.retention.resume();
        assertThat(server.log.readings(MeetingServer.MEETING)).isEqualTo(1);
        assertThat(server.store.original(sha256)).isPresent();
        assertThat(gone(certificate("huy-giu"))).isEmpty();
        assertThat(certificate("huy-giu").held()).extracting(DestructionCertificate.Held::reason).containsExactly("Thanh tra");
    }

    @Test
    void a_run_that_was_cut_off_goes_on_with_the_rules_and_the_reach_it_began_with() throws Exception {
        planned("huy-cut", List.of(), List.of(paper));
        MeetingServer.give(server.room(), Caller.system(), new RetentionCommand.DestroyPapers(List.of(paper), "huy-cut", 5));
        server.log.destroyReadings("huy-cut", MeetingServer.MEETING);
        Room second = second();
        MeetingServer.give(second, SECRETARY, new PreparationCommand.IssueMeeting());
        MeetingServer.give(second, Caller.person("chair1"), new SessionCommand.OpenMeeting(true));
        MeetingServer.give(second, Caller.person("chair1"), new SessionCommand.CloseMeeting());
        MeetingServer.give(second, SECRETARY, new RetentionCommand.SetHold("Ngoài tầm"));
        rules("{\"nightly\":false}");
        server.retention.resume();
        server.retention.resume();
        DestructionCertificate certificate = certificate("huy-cut");
        assertThat(gone(certificate)).containsExactly("PAPERS 1", "READINGS 1");
        assertThat(certificate.lines().get(0).hashes()).containsExactly(sha256);
        assertThat(certificate.rules()).containsExactly("Quy định lúc ấy");
        assertThat(certificate.held()).isEmpty();
        assertThat(server.store.original(sha256)).isEmpty();
        assertThat(server.pages.find(Wanted.of("hoa sua", false), Set.of(sha256), 10, 10)).isEmpty();
        assertThat(server.log.unfinished()).isEmpty();
    }

    @Test
    void a_run_that_can_t_be_finished_keeps_no_other_from_it() throws Exception {
        server.log.begin(new RetentionLog.Run("huy-1", BODY, "thuky1", 1, Json.write(new RetentionKeeper.Plan(List.of(), List.of(), List.of(new RetentionKeeper.Step("khong-co", true, true, List.of(), 5)))), Optional.empty()));
        planned("huy-2", List.of(), List.of());
        server.retention.resume();
        assertThat(server.log.unfinished()).extracting(RetentionLog.Run::id).containsExactly("huy-1");
        assertThat(gone(certificate("huy-2"))).containsExactly("READINGS 1");
    }

    @Test
    void a_plan_and_a_certificate_are_as_long_as_they_have_to_be() throws Exception {
        String many = "Cuộc họp được giữ lại vì thanh tra. ".repeat(30);
        planned("huy-dai", Stream.generate(() -> new DestructionCertificate.Held("m", many, "Thanh tra")).limit(500).toList(), List.of());
        server.retention.resume();
        assertThat(certificate("huy-dai").held()).hasSize(500);
    }

    @Test
    void a_file_that_another_meeting_has_stays_and_the_certificate_says_so() throws Exception {
        Paper there = server.room().meeting().papers().find(paper).orElseThrow();
        MeetingServer.give(second(), SECRETARY, new PaperCommand.AddPaper("paper-other", "hai-mot", "Báo cáo", "a.pdf", sha256, there.pages(), there.bytes(), Access.EVERYONE, List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
        DestructionCertificate certificate = carryOut();
        assertThat(gone(certificate)).containsExactly("READINGS 1");
        assertThat(certificate.left()).hasValueSatisfying(left -> {
            assertThat(left).extracting(DestructionCertificate.Left::failed).containsExactly(false);
            assertThat(left.get(0).hashes()).containsExactly(sha256);
        });
        assertThat(server.store.original(sha256)).isPresent();
        assertThat(server.pages.missing(Set.of(sha256))).isZero();
    }

    @Test
    void a_file_that_can_t_be_removed_is_not_said_to_be_gone_and_is_tried_again() throws Exception {
        Path original = server.store.original(sha256).orElseThrow();
        Path stuck = original.resolveSibling("x");
        Files.move(original, stuck);
        Files.createDirectories(original.resolve("y")); // a folder that is not empty, in the place of the file
        DestructionCertificate certificate = carryOut();
        assertThat(gone(certificate)).containsExactly("READINGS 1");
        assertThat(certificate.left()).hasValueSatisfying(left -> assertThat(left).extracting(DestructionCertificate.Left::failed).containsExactly(true));
        Files.delete(original.resolve("y"));
        server.retention.resume();
        server.retention.resume();
        assertThat(server.store.holds(sha256)).isFalse();
        assertThat(server.log.runs(BODY, 10)).hasSize(2);
        DestructionCertificate addition = certificate(server.log.runs(BODY, 10).stream().filter(run -> run.person().equals(Caller.SYSTEM)).findFirst().orElseThrow().id());
        assertThat(addition.lines()).singleElement().satisfies(line -> assertThat(line.hashes()).containsExactly(sha256));
        assertThat(addition.left()).isEmpty();
    }

    @Test
    void a_file_whose_words_stay_in_search_is_said_to_be_gone_without_them() throws Exception {
        server.pages.close();
        DestructionCertificate certificate = carryOut();
        assertThat(server.store.holds(sha256)).isFalse();
        assertThat(gone(certificate)).containsExactly("PAPERS 1", "READINGS 1");
        assertThat(certificate.left()).hasValueSatisfying(left -> assertThat(left).extracting(DestructionCertificate.Left::why).containsExactly(Optional.of(RetentionLog.PAPERS_WORDS)));
    }

    @Test
    void a_run_goes_on_in_the_background_and_no_other_of_its_body_begins_meanwhile() {
        String mark = preview().mark();
        synchronized (server.retention) { // whatever takes long holds the run up, and not who began it
            String run = server.retention.begin(BODY, "thuky1", meeting -> true, mark).orElseThrow();
            assertThat(server.log.run(run).orElseThrow().certificate()).isEmpty();
            assertThat(server.retention.begin(BODY, "chair1", meeting -> true, mark)).isEmpty();
        }
        Until.holds(() -> server.log.unfinished().isEmpty());
        assertThat(server.log.runs(BODY, 10)).hasSize(1);
    }

    @Test
    void a_plan_of_an_earlier_build_is_carried_out() throws Exception {
        server.log.begin(new RetentionLog.Run("huy-cu", BODY, "thuky1", 1, "[{\"meeting\":\"" + MeetingServer.MEETING + "\",\"notes\":false,\"readings\":true,\"papers\":[\"" + paper + "\"],\"years\":5}]", Optional.empty()));
        server.retention.resume();
        assertThat(gone(certificate("huy-cu"))).containsExactly("PAPERS 1", "READINGS 1");
        assertThat(certificate("huy-cu").rules()).singleElement().asString().contains("không ghi lại từng thời hạn");
    }

    @Test
    void no_file_goes_while_a_meeting_in_the_journal_could_not_be_opened() throws Exception {
        server.journal.append(new Entries(1).batchOf(Rooms.STREAMS + "dong-lai", 1)).toCompletableFuture().join();
        assertThat(preview().filesWait()).isTrue();
        assertThat(preview().lines()).extracting(RetentionKeeper.Line::papers).containsExactly(0L);
        assertThat(gone(carryOut())).containsExactly("READINGS 1");
        planned("huy-tep", List.of(), List.of(paper)); // from before
        server.retention.resume();
        assertThat(server.store.original(sha256)).isPresent();
        assertThat(certificate("huy-tep").left()).hasValueSatisfying(left -> assertThat(left).extracting(DestructionCertificate.Left::why).containsExactly(Optional.of(RetentionLog.PAPERS_UNKNOWN)));
    }

    @Test
    void the_time_of_a_cancelled_meeting_runs_from_its_cancelling() {
        Room second = second();
        server.readings.note(List.of(new Reading("phien-hop-2", "paper-x", "member1", 1, 2, 1)));
        assertThat(preview().lines()).extracting(RetentionKeeper.Line::meeting).doesNotContain("phien-hop-2");
        MeetingServer.give(second, SECRETARY, new PreparationCommand.CancelMeeting("Hoãn"));
        assertThat(preview().lines()).extracting(RetentionKeeper.Line::meeting).contains("phien-hop-2");
        clock.now = Instant.now().plus(Duration.ofDays(89));
        assertThat(preview().lines()).isEmpty();
    }

    @Test
    void at_night_bodies_that_say_so_are_served_once() {
        server.retention.night();
        assertThat(server.log.runs(BODY, 10)).as("three o'clock").isEmpty();
        clock.now = clock.now.minus(Duration.ofHours(1));
        rules(RULES.replace("true", "false"));
        server.retention.night();
        assertThat(server.log.runs(BODY, 10)).as("not at night").isEmpty();
        rules(RULES);
        server.retention.night();
        server.retention.night();
        assertThat(server.log.runs(BODY, 10)).singleElement().satisfies(run -> assertThat(run.person()).isEqualTo(Caller.SYSTEM));
        assertThat(server.store.original(sha256)).isEmpty();
    }
}
