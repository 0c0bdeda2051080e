package vn.nghisu.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final ArchiveChoices choices;
    private final RetentionLog log;
    private final PaperStore store;
    private final PageIndex pages;
    private final Supplier<Instant> clock;
    private final RandomIds ids = new RandomIds();
    private final long timer;

    public RetentionKeeper(Vertx vertx, Rooms rooms, Directory directory, ArchiveChoices choices, RetentionLog log, PaperStore store, PageIndex pages, Supplier<Instant> clock) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.choices = choices;
        this.log = log;
        this.store = store;
        this.pages = pages;
        this.clock = clock;
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
        return new Part(new Line(meeting.id(), meeting.head().title(), meeting.head().startsAt().toEpochMilli(), endedAt(meeting).toEpochMilli(), step.notes() ? log.notes(meeting.id()) : 0,
                step.readings() ? log.readings(meeting.id()) : 0, step.papers().size(), meeting.retention().hold().map(Retention.Hold::reason)), step);
    }

    private static Step step(Meeting meeting, RetentionRules rules, Instant now, boolean filesWait) {
        Instant ended = endedAt(meeting);
        List<String> papers = rules.papersAreOver(ended, now) && !filesWait
                ? meeting.papers().all().map(Paper::id).filter(paper -> !meeting.retention().isDestroyed(paper)).toList() : List.of();
        return new Step(meeting.id(), rules.notesAreOver(meeting, now), rules.readingsAreOver(ended, now), papers, rules.paperYears().orElse(0));
    }

    /**
     * Carries out what the preview of these meetings says.
     *
     * @param mark of the preview that was agreed to
     * @return the certificate's id; empty, and nothing was done, when the preview is another by now or names nothing
     */
    public synchronized Optional<String> carryOut(String body, String person, Predicate<Meeting> which, String mark) {
        return Optional.of(planned(body, which)).filter(planned -> planned.preview().mark().equals(mark)).flatMap(planned -> carryOut(body, person, planned.plan()));
    }

    private Optional<String> carryOut(String body, String person, Plan plan) {
        if (plan.steps().isEmpty()) {
            return Optional.empty();
        }
        RetentionLog.Run run = new RetentionLog.Run("huy-" + ids.get(), body, person, clock.get().toEpochMilli(), Json.write(plan), Optional.empty());
        log.begin(run);
        finish(run);
        return Optional.of(run.id());
    }

    /** Goes on with what was cut off, each run for itself; also with files of papers whose destruction is in a journal. */
    synchronized void resume() {
        log.unfinished().forEach(run -> {
            LOG.info("Retention {} of body {} was cut off; going on with it", run.id(), run.body());
            attempt(run.body(), () -> finish(run));
        });
        Set<String> there = rooms.all().map(Room::meeting).flatMap(meeting -> meeting.retention().destroyed().stream().flatMap(paper -> meeting.papers().find(paper).stream()))
                .map(Paper::sha256).filter(store::holds).collect(Collectors.toSet());
        if (!there.isEmpty()) {
            drop(there);
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
        Plan plan = read(run.plan(), new TypeReference<Plan>() {});
        plan.steps().forEach(step -> carryOut(run.id(), step));
        log.finish(run.id(), Json.write(certificate(run, plan)));
        LOG.info("Retention {} of body {} is carried out, by {}", run.id(), run.body(), run.person());
    }

    /** The room is asked before each part, in the order of all that is given to it: somebody may have held the meeting back since it was planned, or since the part before. */
    private void carryOut(String run, Step step) {
        Room room = rooms.find(step.meeting()).orElseThrow();
        boolean free = mayGo(room, new RetentionCommand.DestroyPapers(step.papers(), run, step.years()));
        List<Paper> gone = step.papers().stream().filter(room.meeting().retention()::isDestroyed).flatMap(paper -> room.meeting().papers().find(paper).stream()).toList();
        if (!gone.isEmpty()) { // by this run, perhaps before it was cut off
            Map<String, Fate> fates = drop(gone.stream().map(Paper::sha256).collect(Collectors.toSet()));
            log.notePapers(run, step.meeting(), Stream.of(Fate.values()).map(fate -> gone(step.meeting(), fate, gone.stream().map(Paper::sha256).filter(hash -> fates.get(hash) == fate).toList())).toList());
        }
        RetentionCommand nothing = new RetentionCommand.DestroyPapers(List.of(), run, step.years());
        if (free && step.notes() && mayGo(room, nothing)) {
            log.destroyNotes(run, step.meeting());
        }
        if (free && step.readings() && mayGo(room, nothing)) {
            log.destroyReadings(run, step.meeting());
        }
    }

    private enum Fate {
        GONE(RetentionLog.PAPERS),
        KEPT(RetentionLog.PAPERS_KEPT),
        FAILED(RetentionLog.PAPERS_FAILED);

        private final String rule;

        Fate(String rule) {
            this.rule = rule;
        }
    }

    private static RetentionLog.Gone gone(String meeting, Fate fate, List<String> papers) {
        return new RetentionLog.Gone(meeting, fate.rule, papers.size(), papers.stream().distinct().sorted().collect(Collectors.joining(" ")));
    }

    /** Removes files and their words. One that another meeting has stays for that one, as do all while it is not known what a meeting needs. */
    private Map<String, Fate> drop(Set<String> files) {
        boolean unknown = rooms.lackOne();
        Map<String, Fate> fates = new HashMap<>();
        files.forEach(sha256 -> fates.put(sha256, unknown || rooms.all().map(Room::meeting).anyMatch(meeting -> meeting.needsFile(sha256)) ? Fate.KEPT : destroy(sha256)));
        Set<String> gone = files.stream().filter(sha256 -> fates.get(sha256) == Fate.GONE).collect(Collectors.toSet());
        try {
            if (!gone.isEmpty()) {
                pages.remove(gone);
            }
        } catch (IOException e) {
            LOG.error("The words of destroyed papers could not be taken out of the search index; the next start does it", e);
            gone.forEach(sha256 -> fates.put(sha256, Fate.FAILED));
        }
        return fates;
    }

    private Fate destroy(String sha256) {
        try {
            store.destroy(sha256);
            return Fate.GONE;
        } catch (IOException e) {
            LOG.error("The file of a destroyed paper could not be removed and is tried again", e);
            return Fate.FAILED;
        }
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
                .map(each -> new DestructionCertificate.Line(each.meeting(), meeting.apply(each.meeting()).head().title(), meeting.apply(each.meeting()).head().startsAt(), each.rule(), each.many(), hashes(each)))
                .sorted(Comparator.comparing(DestructionCertificate.Line::metAt).thenComparing(DestructionCertificate.Line::what)).toList();
        List<DestructionCertificate.Left> left = gone.stream().filter(RetentionKeeper::isLeft)
                .map(each -> new DestructionCertificate.Left(each.meeting(), meeting.apply(each.meeting()).head().title(), each.rule().equals(RetentionLog.PAPERS_FAILED), hashes(each))).toList();
        List<DestructionCertificate.Held> held = Stream.concat(plan.held().stream(), plan.steps().stream().flatMap(step -> held(meeting.apply(step.meeting())).stream())).toList();
        return new DestructionCertificate(run.id(), run.body(), directory.body(run.body()).map(body -> body.name()).orElse(run.body()), name(run.person()), Instant.ofEpochMilli(run.atMs()),
                plan.rules(), lines, held, Optional.of(left).filter(some -> !some.isEmpty()));
    }

    private static boolean isLeft(RetentionLog.Gone gone) {
        return gone.rule().equals(RetentionLog.PAPERS_KEPT) || gone.rule().equals(RetentionLog.PAPERS_FAILED);
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
            if (rules(body).nightly()) {
                carryOut(body, Caller.SYSTEM, planned(body, meeting -> true).plan());
            }
        }));
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
