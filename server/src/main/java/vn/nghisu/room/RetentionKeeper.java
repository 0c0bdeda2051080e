package vn.nghisu.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.retention.Retention;
import vn.nghisu.meeting.retention.RetentionCommand;
import vn.nghisu.minutes.DestructionCertificate;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.people.ArchiveChoices;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Person;
import vn.nghisu.people.RandomIds;
import vn.nghisu.retention.RetentionLog;
import vn.nghisu.search.PageIndex;

/**
 * Carries out the bodies' rules of retention (product M10): when somebody says so after a preview, and at night where the body says so. What is to be done is written
 * down first, each part of it may be done again, and a start goes on with what a crash has cut off. Blocks.
 */
public final class RetentionKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionKeeper.class);
    private static final long LOOK_EVERY_MS = 600_000;
    private static final int NIGHT_HOUR = 2;
    private static final long ANSWER_S = 30;
    /** Of all meetings of one run together; what is beyond waits for another one. */
    static final int PAPERS_OF_A_RUN = 5_000;
    private static final String RULES_UNKNOWN = "Như đã đặt khi lập danh sách (phiên bản cũ của máy chủ không ghi lại từng thời hạn)";
    private static final String LATER = "Bổ sung: các tệp mà chứng nhận trước ghi là còn lại, nay đã xóa";

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final ArchiveChoices choices;
    private final RetentionLog log;
    private final PaperStore store;
    private final Supplier<Instant> clock;
    private final RandomIds ids = new RandomIds();
    /** Bodies of which something is being carried out. */
    private final Set<String> going = ConcurrentHashMap.newKeySet();
    private final PaperRemoval removal;
    private final long timer;

    public RetentionKeeper(Vertx vertx, Rooms rooms, Directory directory, ArchiveChoices choices, RetentionLog log, PaperStore store, PageIndex pages, Supplier<Instant> clock) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.choices = choices;
        this.log = log;
        this.store = store;
        this.clock = clock;
        this.removal = new PaperRemoval(rooms, store, pages, log);
        this.timer = vertx.setPeriodic(LOOK_EVERY_MS, each -> inBackground(this::look));
        inBackground(this::resume);
    }

    private void inBackground(Runnable work) {
        vertx.executeBlocking(() -> {
            work.run();
            return null;
        }, false).onFailure(e -> LOG.error("Retention could not be carried out and is tried again", e));
    }

    private void look() {
        resume();
        night();
    }

    /** What would go of a meeting, in numbers. @param held why nothing does */
    public record Line(String meeting, String title, long startsAt, long closedAt, long notes, long readings, long papers, Optional<String> held) {}

    /**
     * What would go now.
     *
     * @param mark of all of it; who carries it out names it, so that nothing else goes
     * @param later how many meetings more have something, for another run
     * @param filesWait whether no files go, since nobody knows what a meeting that can't be opened needs
     */
    public record Preview(String mark, List<Line> lines, int later, boolean filesWait) {}

    /** A planned part. */
    record Step(String meeting, boolean notes, boolean readings, List<String> papers, int years) {}

    /** What a run is to do, as it was when it began. @param rules in words @param held within the reach of who began it */
    record Plan(List<String> rules, List<DestructionCertificate.Held> held, List<Step> steps) {}

    public Optional<Meeting> meeting(String id) {
        return rooms.find(id).map(Room::meeting);
    }

    public RetentionRules rules(String body) {
        return choices.of(body, ArchiveChoices.What.RETENTION).map(json -> read(json, new TypeReference<RetentionRules>() {})).orElseGet(RetentionRules::none);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written about retention can't be read", e);
        }
    }

    /** The body's meetings of which something would go now, the oldest first. */
    public Preview preview(String body, Predicate<Meeting> which) {
        return planned(body, which).preview();
    }

    private record Part(Line line, Step step) {
        private boolean goes() {
            return line.held().isEmpty();
        }
    }

    private record Planned(Preview preview, Plan plan) {}

    private Planned planned(String body, Predicate<Meeting> which) {
        RetentionRules rules = rules(body);
        Instant now = clock.get();
        boolean filesWait = rules.paperYears().isPresent() && rooms.lackOne();
        List<Part> all = over(body).filter(which).map(meeting -> part(meeting, step(meeting, rules, now, filesWait)))
                .filter(part -> part.line().notes() + part.line().readings() + part.line().papers() > 0).toList();
        List<Part> parts = bounded(all);
        List<DestructionCertificate.Held> held = over(body).filter(which).flatMap(meeting -> held(meeting).stream()).toList();
        Plan plan = new Plan(rules.words(), held, parts.stream().filter(Part::goes).map(Part::step).toList());
        String mark = Hash.sha256(Json.write(List.of(rules, parts, plan))).hex();
        return new Planned(new Preview(mark, parts.stream().map(Part::line).toList(), all.size() - parts.size(), filesWait), plan);
    }

    /** The first of them, so that no run is longer than its bound; one meeting's always fit. */
    private static List<Part> bounded(List<Part> all) {
        int papers = 0;
        for (int i = 0; i < all.size(); i++) {
            papers += all.get(i).goes() ? all.get(i).step().papers().size() : 0;
            if (i > 0 && papers > PAPERS_OF_A_RUN) {
                return all.subList(0, i);
            }
        }
        return all;
    }

    private static Optional<DestructionCertificate.Held> held(Meeting meeting) {
        return meeting.retention().hold().map(hold -> new DestructionCertificate.Held(meeting.id(), meeting.head().title(), hold.reason()));
    }

    private Stream<Meeting> over(String body) {
        return rooms.all().map(Room::meeting).filter(meeting -> meeting.exists() && meeting.phase().isOver() && meeting.head().bodyId().equals(body))
                .sorted(Comparator.comparing(RetentionKeeper::endedAt).thenComparing(Meeting::id));
    }

    private static Instant endedAt(Meeting meeting) {
        return meeting.session().endedAt().orElse(meeting.head().endsAt());
    }

    private Part part(Meeting meeting, Step step) {
        return new Part(new Line(meeting.id(), meeting.head().title(), meeting.heldAt().toEpochMilli(), endedAt(meeting).toEpochMilli(), step.notes() ? log.notes(meeting.id()) : 0,
                step.readings() ? log.readings(meeting.id()) : 0, step.papers().size(), meeting.retention().hold().map(Retention.Hold::reason)), step);
    }

    private static Step step(Meeting meeting, RetentionRules rules, Instant now, boolean filesWait) {
        Instant ended = endedAt(meeting);
        List<String> papers = rules.papersAreOver(ended, now) && !filesWait
                ? meeting.papers().all().map(Paper::id).filter(paper -> !meeting.retention().isDestroyed(paper)).toList() : List.of();
        return new Step(meeting.id(), rules.notesAreOver(meeting, now), rules.readingsAreOver(ended, now), papers, rules.paperYears().orElse(0));
    }

    /**
     * Writes down what the preview of these meetings says, and carries it out in the background.
     *
     * @param mark of the preview that was agreed to
     * @return the certificate's id; empty, and nothing is done, when the preview is another by now or names nothing, or a run of the body is not over
     */
    public Optional<String> begin(String body, String person, Predicate<Meeting> which, String mark) {
        if (!going.add(body)) {
            return Optional.empty();
        }
        Optional<RetentionLog.Run> run = Optional.empty();
        try {
            run = Optional.of(planned(body, which)).filter(planned -> planned.preview().mark().equals(mark)).flatMap(planned -> write(body, person, planned.plan()));
        } finally {
            if (run.isEmpty()) {
                going.remove(body);
            }
        }
        run.ifPresent(begun -> inBackground(() -> {
            try {
                goOn(begun);
            } finally {
                going.remove(body);
            }
        }));
        return run.map(RetentionLog.Run::id);
    }

    private Optional<RetentionLog.Run> write(String body, String person, Plan plan) {
        if (plan.steps().isEmpty()) {
            return Optional.empty();
        }
        RetentionLog.Run run = run(body, person, plan);
        log.begin(run);
        return Optional.of(run);
    }

    private RetentionLog.Run run(String body, String person, Plan plan) {
        return new RetentionLog.Run("huy-" + ids.get(), body, person, clock.get().toEpochMilli(), Json.write(plan), Optional.empty());
    }

    private synchronized void goOn(RetentionLog.Run run) {
        if (log.run(run.id()).flatMap(RetentionLog.Run::certificate).isEmpty()) {
            finish(run);
        }
    }

    /** Goes on with what was cut off, each run for itself; also with files of papers whose destruction is in a journal. */
    synchronized void resume() {
        log.unfinished().forEach(run -> {
            LOG.info("Retention {} of body {} was cut off; going on with it", run.id(), run.body());
            boolean alone = going.add(run.body());
            attempt(run.body(), () -> finish(run));
            if (alone) {
                going.remove(run.body());
            }
        });
        Map<String, Set<String>> there = new LinkedHashMap<>();
        rooms.all().map(Room::meeting).forEach(meeting -> {
            Set<String> files = meeting.retention().destroyed().stream().flatMap(paper -> meeting.papers().find(paper).stream()).map(Paper::sha256).filter(store::holds).collect(Collectors.toSet());
            if (!files.isEmpty()) {
                there.put(meeting.id(), files);
            }
        });
        if (!there.isEmpty() || removal.hasWordsLeft()) {
            Map<String, PaperRemoval.Fate> fates = removal.drop(all(there.values()));
            there.keySet().stream().map(this::bodyOf).distinct().forEach(body -> attempt(body, () -> certifyLater(body, there, fates)));
        }
    }

    private String bodyOf(String meeting) {
        return rooms.find(meeting).orElseThrow().meeting().head().bodyId();
    }

    private static Set<String> all(Collection<Set<String>> files) {
        return files.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Files that an earlier certificate names as still there, and that are gone now, have an addition of their own. */
    private void certifyLater(String body, Map<String, Set<String>> there, Map<String, PaperRemoval.Fate> fates) {
        Plan plan = new Plan(List.of(LATER), List.of(), List.of());
        RetentionLog.Run run = run(body, Caller.SYSTEM, plan);
        Map<String, Set<String>> gone = new LinkedHashMap<>();
        there.forEach((meeting, files) -> {
            Set<String> went = files.stream().filter(file -> fates.get(file).isGone()).collect(Collectors.toSet());
            if (bodyOf(meeting).equals(body) && !went.isEmpty()) {
                gone.put(meeting, went);
            }
        });
        if (!gone.isEmpty()) {
            log.begin(run);
            gone.forEach((meeting, files) -> removal.note(run.id(), meeting, files, fates));
            finish(run);
        }
    }

    private static void attempt(String body, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("Retention of body {} could not be carried out and is tried again", body, e);
        }
    }

    private void finish(RetentionLog.Run run) {
        Plan plan = plan(run.plan());
        Map<String, Set<String>> gone = new LinkedHashMap<>();
        plan.steps().forEach(step -> gone.put(step.meeting(), carryOut(run.id(), step)));
        Map<String, PaperRemoval.Fate> fates = removal.drop(all(gone.values()));
        gone.forEach((meeting, files) -> removal.note(run.id(), meeting, files, fates));
        log.finish(run.id(), Json.write(certificate(run, plan)));
        LOG.info("Retention {} of body {} is carried out, by {}", run.id(), run.body(), run.person());
    }

    /** An earlier build wrote the steps alone. */
    private static Plan plan(String json) {
        return json.startsWith("[") ? new Plan(List.of(RULES_UNKNOWN), List.of(), read(json, new TypeReference<List<Step>>() {})) : read(json, new TypeReference<Plan>() {});
    }

    /**
     * The room is asked before each part, in the order of all that is given to it: somebody may have held the meeting back since it was planned, or since the part before.
     *
     * @return hashes of the papers that are destroyed by the journal, and whose files are to go
     */
    private Set<String> carryOut(String run, Step step) {
        Room room = rooms.find(step.meeting()).orElseThrow();
        boolean free = mayGo(room, new RetentionCommand.DestroyPapers(step.papers(), run, step.years()));
        // by this run, perhaps before it was cut off
        Set<String> gone = step.papers().stream().filter(room.meeting().retention()::isDestroyed).flatMap(paper -> room.meeting().papers().find(paper).stream()).map(Paper::sha256).collect(Collectors.toSet());
        RetentionCommand nothing = new RetentionCommand.DestroyPapers(List.of(), run, step.years());
        if (free && step.notes() && mayGo(room, nothing)) {
            log.destroyNotes(run, step.meeting());
        }
        if (free && step.readings() && mayGo(room, nothing)) {
            log.destroyReadings(run, step.meeting());
        }
        return gone;
    }

    /** @return whether the room has taken it, and so nobody holds its meeting back */
    private static boolean mayGo(Room room, RetentionCommand command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        room.give(Caller.system(), UUID.randomUUID(), command, answer::complete);
        Answer given = answer.orTimeout(ANSWER_S, TimeUnit.SECONDS).join();
        if (given instanceof Answer.Refused refused) {
            LOG.warn("Nothing more of meeting {} is destroyed: {}", room.meetingId(), refused);
            return false;
        }
        if (!(given instanceof Answer.Done)) {
            throw new IllegalStateException("the room of meeting " + room.meetingId() + " did not answer: " + given);
        }
        return true;
    }

    private DestructionCertificate certificate(RetentionLog.Run run, Plan plan) {
        Function<String, Meeting> meeting = id -> rooms.find(id).orElseThrow().meeting();
        List<RetentionLog.Gone> gone = log.gone(run.id()).stream().filter(each -> each.many() > 0).toList();
        List<DestructionCertificate.Line> lines = gone.stream().filter(each -> !isLeft(each))
                .map(each -> new DestructionCertificate.Line(each.meeting(), meeting.apply(each.meeting()).head().title(), meeting.apply(each.meeting()).heldAt(), each.rule(), each.many(), hashes(each)))
                .sorted(Comparator.comparing(DestructionCertificate.Line::metAt).thenComparing(DestructionCertificate.Line::what)).toList();
        List<DestructionCertificate.Left> left = gone.stream().filter(RetentionKeeper::isLeft)
                .map(each -> new DestructionCertificate.Left(each.meeting(), meeting.apply(each.meeting()).head().title(), each.rule().equals(RetentionLog.PAPERS_FAILED), hashes(each), Optional.of(each.rule()))).toList();
        List<DestructionCertificate.Held> held = Stream.concat(plan.held().stream(), plan.steps().stream().flatMap(step -> held(meeting.apply(step.meeting())).stream())).toList();
        return new DestructionCertificate(run.id(), run.body(), directory.body(run.body()).map(body -> body.name()).orElse(run.body()), name(run.person()), Instant.ofEpochMilli(run.atMs()),
                plan.rules(), lines, held, Optional.of(left).filter(some -> !some.isEmpty()), Optional.of(issued(run)));
    }

    private DestructionCertificate.Issued issued(RetentionLog.Run run) {
        return new DestructionCertificate.Issued(directory.body(run.body()).map(body -> body.parent()).orElse(""), directory.body(run.body()).map(body -> body.place()).orElse(""),
                run.person().equals(Caller.SYSTEM) ? Optional.empty() : Optional.of(directory.person(run.person()).map(Person::title).orElse("")));
    }

    private static boolean isLeft(RetentionLog.Gone gone) {
        return gone.rule().startsWith(RetentionLog.PAPERS) && !gone.rule().equals(RetentionLog.PAPERS);
    }

    private static List<String> hashes(RetentionLog.Gone gone) {
        return gone.hashes().isBlank() ? List.of() : List.of(gone.hashes().split(" "));
    }

    private String name(String person) {
        return person.equals(Caller.SYSTEM) ? "Máy chủ, theo thời hạn đã đặt" : directory.person(person).map(Person::name).orElse(person);
    }

    /** Bodies that say so, at night when there is something, each for itself. */
    synchronized void night() {
        if (clock.get().atZone(VietnamTime.ZONE).getHour() != NIGHT_HOUR) {
            return;
        }
        rooms.all().map(Room::meeting).filter(Meeting::exists).map(meeting -> meeting.head().bodyId()).distinct().forEach(body -> attempt(body, () -> {
            if (rules(body).nightly() && going.add(body)) {
                try {
                    write(body, Caller.SYSTEM, planned(body, meeting -> true).plan()).ifPresent(this::goOn);
                } finally {
                    going.remove(body);
                }
            }
        }));
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
