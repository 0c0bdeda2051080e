package vn.nghisu.meeting.tasks;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.tasks.Task.State;

/**
 * The tasks that came of a meeting, and its own review of earlier ones.
 *
 * @param order ids in the order of their assigning
 * @param review the item on which earlier meetings' tasks were taken up; it may have been removed since
 */
public record Tasks(PVector<String> order, PMap<String, Task> byId, Optional<String> review) {

    public static Tasks none() {
        return new Tasks(TreePVector.empty(), HashTreePMap.empty(), Optional.empty());
    }

    /** All, cancelled ones included, in the order of their assigning. */
    public Stream<Task> all() {
        return order.stream().map(byId::get);
    }

    /**
     * What a meeting concluded for one item, or for none, in the order of assigning: the reading for papers. Once it is closed each is worded as it was then,
     * and stays when it is cancelled later; what was given after the closing is worded as it was given.
     */
    public static Stream<Assignment> concluded(Meeting meeting, Optional<String> item) {
        Instant closing = meeting.session().closedAt().orElse(Instant.MAX);
        return meeting.tasks().all().filter(task -> task.item().equals(item)).flatMap(task -> task.at(closing)
                .map(standing -> standing.state() == State.CANCELLED ? Stream.<Assignment>empty() : Stream.of(task.assignmentAt(closing)))
                .orElseGet(() -> task.state() == State.CANCELLED ? Stream.empty() : Stream.of(task.steps().get(0).assignment())));
    }

    /** The name of somebody who acted on a task and need not be on the meeting's list. */
    public Optional<String> nameOf(String person) {
        return all().flatMap(task -> task.steps().stream()).filter(step -> step.person().equals(person)).map(Task.Step::by).findFirst();
    }

    public Optional<Task> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Whether an item is the review of earlier tasks, or stands below it. */
    public boolean reviews(Item item) {
        return review.filter(found -> found.equals(item.id()) || item.parent().filter(found::equals).isPresent()).isPresent();
    }

    /** The item on the agenda that reviews earlier tasks. */
    public static Optional<String> reviewOf(Meeting meeting) {
        return meeting.tasks().review().filter(item -> meeting.agenda().find(item).isPresent());
    }

    /** Whether those outside the meeting have been told: with its end, so that what is worded in session can still be put right. */
    public static boolean areTold(Meeting meeting) {
        return meeting.phase() == Phase.CLOSED;
    }

    Tasks with(Task task) {
        return new Tasks(byId.containsKey(task.id()) ? order : order.plus(task.id()), byId.plus(task.id(), task), review);
    }

    Tasks reviewing(String item) {
        return new Tasks(order, byId, Optional.of(item));
    }
}
