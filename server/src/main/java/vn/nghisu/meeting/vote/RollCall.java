package vn.nghisu.meeting.vote;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The calling of names in an open vote (product V5): everybody once, and at the end once more who has not answered.
 *
 * @param order of the names
 * @param calls who was called, oldest first; the last one is called now
 */
public record RollCall(List<String> order, PVector<String> calls) {

    public RollCall {
        order = List.copyOf(order);
    }

    static RollCall in(List<String> order) {
        return new RollCall(order, TreePVector.empty());
    }

    public Optional<String> called() {
        return calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(calls.size() - 1));
    }

    /** Whether those who did not answer are being called once more. */
    public boolean isSecond() {
        return called().filter(name -> times(name) > 1).isPresent();
    }

    /** The next name: the first that was not called, then the first that was called once and has not answered. */
    Optional<String> next(Set<String> answered) {
        return first(0, answered).or(() -> first(1, answered));
    }

    private Optional<String> first(int times, Set<String> answered) {
        return order.stream().filter(name -> !answered.contains(name) && times(name) == times).findFirst();
    }

    private int times(String name) {
        return Collections.frequency(calls, name);
    }

    RollCall calling(String name) {
        return new RollCall(order, calls.plus(name));
    }
}
