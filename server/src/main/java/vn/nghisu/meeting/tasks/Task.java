package vn.nghisu.meeting.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.VietnamTime;

/**
 * A task that came of a meeting (product M6).
 *
 * @param item whose conclusion it follows from; absent for what belongs to no item
 * @param asked the later day that is asked for and not decided
 * @param steps what happened to it, from its assigning on; never empty
 */
public record Task(String id, Optional<String> item, Assignment assignment, Standing standing, Optional<Ask> asked, PVector<Step> steps) {

    public enum State {
        ASSIGNED,
        IN_PROGRESS,
        WAITING_FOR_APPROVAL,
        DONE,
        CANCELLED;

        public boolean hasEnded() {
            return this == DONE || this == CANCELLED;
        }
    }

    public enum What {
        ASSIGNED,
        EDITED,
        REPORTED,
        EXTENSION_ASKED,
        EXTENSION_GRANTED,
        EXTENSION_REFUSED,
        CLAIMED,
        APPROVED,
        SENT_BACK,
        CANCELLED,
        FILE_ADDED
    }

    /** Where a task stands at some moment. @param percent as reported last; 100 while its completion waits to be approved, and once it is done */
    public record Standing(State state, int percent, Optional<LocalDate> due) {
        /** Whether it is overdue; what waits for approval is not, since nothing more can be done about it. */
        public boolean isOverdue(LocalDate today) {
            return isRunning() && due.filter(today::isAfter).isPresent();
        }

        /** Whether its last day is one of those coming. */
        public boolean isDueWithin(int days, LocalDate today) {
            return isRunning() && !isOverdue(today) && due.filter(day -> !day.isAfter(today.plusDays(days))).isPresent();
        }

        private boolean isRunning() {
            return state == State.ASSIGNED || state == State.IN_PROGRESS;
        }

        Standing in(State next) {
            return new Standing(next, percent, due);
        }

        Standing at(int newPercent) {
            return new Standing(state, newPercent, due);
        }

        Standing due(Optional<LocalDate> day) {
            return new Standing(state, percent, day);
        }
    }

    /** @param by name */
    public record Ask(Instant at, String by, LocalDate until, String reason) {}

    /**
     * Something that happened to it.
     *
     * @param person id, or {@code system}
     * @param by name of the person then
     * @param words may be empty
     * @param standing where the task stood after it
     * @param assignment as it was worded after it
     * @param file that was brought with it
     * @param until the later day that it asked for
     */
    public record Step(Instant at, String person, String by, What what, String words, Standing standing, Assignment assignment, Optional<Evidence> file, Optional<LocalDate> until) {
        Step(Stamp stamp, String by, What what, String words, Standing standing, Assignment assignment) {
            this(stamp.at(), stamp.actor(), by, what, words, standing, assignment, Optional.empty(), Optional.empty());
        }

        Step asking(LocalDate day) {
            return new Step(at, person, by, what, words, standing, assignment, file, Optional.of(day));
        }
    }

    /**
     * A file that shows what was done.
     *
     * @param id chosen by who brought it, once in a task
     * @param sha256 of the PDF that is read, lower-case hex
     */
    public record Evidence(String id, String fileName, String sha256, long bytes) {}

    static Task assigned(String id, Optional<String> item, Assignment assignment, String by, Stamp stamp) {
        Standing standing = new Standing(State.ASSIGNED, 0, assignment.due());
        return new Task(id, item, assignment, standing, Optional.empty(), TreePVector.singleton(new Step(stamp, by, What.ASSIGNED, "", standing, assignment)));
    }

    /** What was asked stays asked unless the day itself has been set anew. */
    Task edited(Assignment changed, String reason, String by, Stamp stamp) {
        Task next = new Task(id, item, changed, standing, changed.due().equals(standing.due()) ? asked : Optional.empty(), steps);
        return next.after(What.EDITED, standing.due(changed.due()), reason, by, stamp);
    }

    Task asking(Ask ask, Stamp stamp) {
        return new Task(id, item, assignment, standing, Optional.of(ask),
                steps.plus(new Step(stamp, ask.by(), What.EXTENSION_ASKED, ask.reason(), standing, assignment).asking(ask.until())));
    }

    Task extended(LocalDate until, String words, String by, Stamp stamp) {
        return new Task(id, item, assignment.dueOn(until), standing, Optional.empty(), steps)
                .after(What.EXTENSION_GRANTED, standing.due(Optional.of(until)), words, by, stamp);
    }

    Task withoutAsk() {
        return new Task(id, item, assignment, standing, Optional.empty(), steps);
    }

    Task after(What what, Standing next, String words, String by, Stamp stamp) {
        return new Task(id, item, assignment, next, asked, steps.plus(new Step(stamp, by, what, words, next, assignment)));
    }

    Task bringing(Evidence file, String by, Stamp stamp) {
        return new Task(id, item, assignment, standing, asked, steps.plus(new Step(stamp.at(), stamp.actor(), by, What.FILE_ADDED, "", standing, assignment, Optional.of(file), Optional.empty())));
    }

    public Stream<Evidence> files() {
        return steps.stream().flatMap(step -> step.file().stream());
    }

    public Optional<Evidence> file(String wanted) {
        return files().filter(file -> file.id().equals(wanted)).findFirst();
    }

    public State state() {
        return standing.state();
    }

    public Instant assignedAt() {
        return steps.get(0).at();
    }

    public Step lastStep() {
        return steps.get(steps.size() - 1);
    }

    /** The newest report until a moment, claim of completion included. */
    public Optional<Step> lastReport(Instant moment) {
        return steps.stream().filter(step -> !step.at().isAfter(moment)).filter(step -> step.what() == What.REPORTED || step.what() == What.CLAIMED).reduce((before, after) -> after);
    }

    /** How far it was by its reports of progress alone. */
    int reported() {
        return steps.stream().filter(step -> step.what() == What.REPORTED).reduce((before, after) -> after).map(step -> step.standing().percent()).orElse(0);
    }

    /** Where it stood at a moment; absent before it was assigned. */
    public Optional<Standing> at(Instant moment) {
        return steps.stream().filter(step -> !step.at().isAfter(moment)).reduce((before, after) -> after).map(Step::standing);
    }

    /** How it was worded at a moment. */
    public Assignment assignmentAt(Instant moment) {
        return steps.stream().filter(step -> !step.at().isAfter(moment)).reduce((before, after) -> after).map(Step::assignment).orElse(assignment);
    }

    /** The day it is in Việt Nam. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, VietnamTime.ZONE);
    }
}
