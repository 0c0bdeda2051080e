package vn.nghisu.meeting.agenda;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The agenda: a tree of two levels, kept as one list in reading order, and the item in hand.
 *
 * @param order ids of all items; a sub-item follows its parent
 */
public record Agenda(PVector<String> order, PMap<String, Item> items, Optional<String> inHand) {

    public static Agenda empty() {
        return new Agenda(TreePVector.empty(), HashTreePMap.empty(), Optional.empty());
    }

    public Optional<Item> find(String id) {
        return Optional.ofNullable(items.get(id));
    }

    public Stream<Item> all() {
        return order.stream().map(items::get);
    }

    public Stream<Item> children(String id) {
        return all().filter(item -> item.parent().filter(id::equals).isPresent());
    }

    /** Printed numbers by item id: 1, 2, 2.1, 2.2, 3 … */
    public Map<String, String> numbers() {
        Map<String, String> numbers = new LinkedHashMap<>();
        int top = 0;
        int below = 0;
        for (Item item : (Iterable<Item>) all()::iterator) {
            if (item.parent().isEmpty()) {
                top++;
                below = 0;
                numbers.put(item.id(), String.valueOf(top));
            } else {
                below++;
                numbers.put(item.id(), top + "." + below);
            }
        }
        return numbers;
    }

    Agenda plus(Item item, Optional<String> before) {
        Agenda with = new Agenda(order.plus(item.id()), items.plus(item.id(), item), inHand);
        return with.moved(item.id(), item.parent(), before);
    }

    Agenda minus(String id) {
        return new Agenda(order.minus(id), items.minus(id), inHand);
    }

    /** Puts an item, with its sub-items, below a parent and before a sibling (at the end of its level when absent). */
    Agenda moved(String id, Optional<String> parent, Optional<String> before) {
        PVector<String> family = TreePVector.singleton(id).plusAll(children(id).map(Item::id).toList());
        PVector<String> rest = order.minusAll(family);
        int at = before.map(rest::indexOf).filter(index -> index >= 0).orElseGet(() -> endOf(rest, parent));
        return new Agenda(rest.plusAll(at, family), items.plus(id, items.get(id).below(parent)), inHand);
    }

    private int endOf(PVector<String> rest, Optional<String> parent) {
        if (parent.isEmpty()) {
            return rest.size();
        }
        int at = rest.indexOf(parent.get()) + 1;
        while (at < rest.size() && items.get(rest.get(at)).parent().equals(parent)) {
            at++;
        }
        return at;
    }

    Agenda change(String id, UnaryOperator<Item> change) {
        return new Agenda(order, items.plus(id, change.apply(items.get(id))), inHand);
    }

    Agenda takenUp(String id, Instant at) {
        Agenda paused = paused(at);
        return new Agenda(order, paused.items.plus(id, paused.items.get(id).begun(at)), Optional.of(id));
    }

    /** Stops the clock of the item in hand, which stays in hand. */
    public Agenda paused(Instant at) {
        return inHand.map(id -> change(id, item -> item.ended(at))).orElse(this);
    }

    public Agenda continued(Instant at) {
        return inHand.map(id -> change(id, item -> item.begun(at))).orElse(this);
    }

    public Agenda nothingInHand() {
        return new Agenda(order, items, Optional.empty());
    }
}
