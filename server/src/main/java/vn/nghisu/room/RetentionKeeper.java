package vn.nghisu.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.retention.Retention;
import vn.nghisu.meeting.retention.RetentionCommand;
import vn.nghisu.meeting.session.Phase;
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
        this.timer = vertx.setPeriodic(LOOK_EVERY_MS, each -> inBackground(this::night));
        inBackground(this::resume);
    }

    private void inBackground(Runnable work) {
        vertx.executeBlocking(() -> {
            work.run();
            return null;
        }, false).onFailure(e -> LOG.error("Retention could not be carried out and is tried again", e));
    }

    /** What would go of a meeting, in numbers. @param held why nothing does */
    public record Line(String meeting, String title, long startsAt, long closedAt, long notes, long readings, long papers, Optional<String> held) {}

    /** A planned part. */
    record Step(String meeting, boolean notes, boolean readings, List<String> papers, int years) {}

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
    public List<Line> preview(String body, Predicate<Meeting> which) {
        return planned(body, which).map(Planned::line).toList();
    }

    private record Planned(Line line, Step step) {}

    private Stream<Planned> planned(String body, Predicate<Meeting> which) {
        RetentionRules rules = rules(body);
        Instant now = clock.get();
        return closed(body).filter(which).map(meeting -> planned(meeting, step(meeting, rules, now)))
                .filter(planned -> planned.line().notes() + planned.line().readings() + planned.line().papers() > 0);
    }

    private Stream<Meeting> closed(String body) {
        return rooms.all().map(Room::meeting).filter(meeting -> meeting.phase() == Phase.CLOSED && meeting.head().bodyId().equals(body)).sorted(Comparator.comparing(RetentionKeeper::closedAt));
    }

    private static Instant closedAt(Meeting meeting) {
        return meeting.session().closedAt().orElse(meeting.head().endsAt());
    }

    private Planned planned(Meeting meeting, Step step) {
        return new Planned(new Line(meeting.id(), meeting.head().title(), meeting.head().startsAt().toEpochMilli(), closedAt(meeting).toEpochMilli(), step.notes() ? log.notes(meeting.id()) : 0,
                step.readings() ? log.readings(meeting.id()) : 0, step.papers().size(), meeting.retention().hold().map(Retention.Hold::reason)), step);
    }

    private static Step step(Meeting meeting, RetentionRules rules, Instant now) {
        Instant closed = closedAt(meeting);
        List<String> papers = rules.papersAreOver(closed, now)
                ? meeting.papers().all().map(Paper::id).filter(paper -> !meeting.retention().isDestroyed(paper)).toList() : List.of();
        return new Step(meeting.id(), rules.notesAreOver(meeting, now), rules.readingsAreOver(closed, now), papers, rules.paperYears().orElse(0));
    }

    /** Carries out what the preview of these meetings says. @return the certificate's id */
    public synchronized String carryOut(String body, String person, Predicate<Meeting> which) {
        List<Step> plan = planned(body, which).filter(planned -> planned.line().held().isEmpty()).map(Planned::step).toList();
        RetentionLog.Run run = new RetentionLog.Run("huy-" + ids.get(), body, person, clock.get().toEpochMilli(), Json.write(plan), Optional.empty());
        log.begin(run);
        finish(run, which);
        return run.id();
    }

    private synchronized void resume() {
        log.unfinished().forEach(run -> {
            LOG.info("Retention {} of body {} was cut off; going on with it", run.id(), run.body());
            finish(run, meeting -> true);
        });
        // files of papers whose destruction is in a journal but was cut off
        rooms.all().map(Room::meeting).forEach(meeting -> meeting.retention().destroyed().forEach(paper -> meeting.papers().find(paper).ifPresent(found -> drop(found.sha256()))));
    }

    private void finish(RetentionLog.Run run, Predicate<Meeting> which) {
        for (Step step : read(run.plan(), new TypeReference<List<Step>>() {})) {
            carryOut(run.id(), step);
        }
        DestructionCertificate certificate = certificate(run, which);
        log.finish(run.id(), Json.write(certificate));
        LOG.info("Retention {} of body {} is carried out, by {}", run.id(), run.body(), run.person());
    }

    private void carryOut(String run, Step step) {
        Room room = rooms.find(step.meeting()).orElseThrow();
        if (room.meeting().retention().hold().isPresent()) {
            return; // somebody has held it back since it was planned
        }
        if (!step.papers().isEmpty()) {
            give(room, new RetentionCommand.DestroyPapers(step.papers(), run, step.years()));
            Meeting meeting = room.meeting();
            Set<String> hashes = new HashSet<>();
            List<Paper> gone = step.papers().stream().filter(meeting.retention()::isDestroyed).flatMap(paper -> meeting.papers().find(paper).stream()).toList();
            gone.forEach(paper -> hashes.add(paper.sha256()));
            hashes.forEach(this::drop);
            log.note(run, new RetentionLog.Gone(step.meeting(), "PAPERS", gone.size(), String.join(" ", hashes.stream().sorted().toList())));
        }
        if (step.notes()) {
            log.destroyNotes(run, step.meeting());
        }
        if (step.readings()) {
            log.destroyReadings(run, step.meeting());
        }
    }

    /** A file that another meeting still has stays for that one. */
    private void drop(String sha256) {
        boolean used = rooms.all().map(Room::meeting).anyMatch(meeting -> meeting.needsFile(sha256));
        if (!used && store.original(sha256).isPresent()) {
            try {
                store.destroy(sha256);
                pages.remove(sha256);
            } catch (IOException e) {
                LOG.error("The file of a destroyed paper could not be removed; the next start tries again", e);
            }
        }
    }

    private static void give(Room room, RetentionCommand command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        room.give(Caller.system(), UUID.randomUUID(), command, answer::complete);
        Answer given = answer.orTimeout(ANSWER_S, TimeUnit.SECONDS).join();
        if (!(given instanceof Answer.Done)) {
            LOG.warn("Papers of meeting {} were not destroyed: {}", room.meetingId(), given);
        }
    }

    private DestructionCertificate certificate(RetentionLog.Run run, Predicate<Meeting> which) {
        Function<String, Meeting> meeting = id -> rooms.find(id).orElseThrow().meeting();
        List<DestructionCertificate.Line> lines = log.gone(run.id()).stream().filter(gone -> gone.many() > 0)
                .map(gone -> new DestructionCertificate.Line(gone.meeting(), meeting.apply(gone.meeting()).head().title(), meeting.apply(gone.meeting()).head().startsAt(), gone.rule(), gone.many(),
                        gone.hashes().isBlank() ? List.of() : List.of(gone.hashes().split(" "))))
                .sorted(Comparator.comparing(DestructionCertificate.Line::metAt).thenComparing(DestructionCertificate.Line::what)).toList();
        List<DestructionCertificate.Held> held = closed(run.body()).filter(which)
                .flatMap(each -> each.retention().hold().map(hold -> new DestructionCertificate.Held(each.id(), each.head().title(), hold.reason())).stream()).toList();
        return new DestructionCertificate(run.id(), run.body(), directory.body(run.body()).map(body -> body.name()).orElse(run.body()), name(run.person()), Instant.ofEpochMilli(run.atMs()),
                rules(run.body()).words(), lines, held);
    }

    private String name(String person) {
        return person.equals(Caller.SYSTEM) ? "Máy chủ, theo thời hạn đã đặt" : directory.person(person).map(Person::name).orElse(person);
    }

    /** Bodies that say so, once a night when there is something. */
    private void night() {
        if (clock.get().atZone(VietnamTime.ZONE).getHour() != NIGHT_HOUR) {
            return;
        }
        rooms.all().map(Room::meeting).filter(Meeting::exists).map(meeting -> meeting.head().bodyId()).distinct().filter(body -> rules(body).nightly())
                .filter(body -> preview(body, meeting -> true).stream().anyMatch(line -> line.held().isEmpty()))
                .forEach(body -> carryOut(body, Caller.SYSTEM, meeting -> true));
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
