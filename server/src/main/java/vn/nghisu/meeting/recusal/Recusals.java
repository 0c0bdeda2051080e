package vn.nghisu.meeting.recusal;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import vn.nghisu.meeting.agenda.Agenda;
import vn.nghisu.meeting.agenda.Item;

/** Who takes no part in which item, in the order in which it was said; one entry for each person and item. */
public record Recusals(PVector<Recusal> all) {

    public static Recusals none() {
        return new Recusals(TreePVector.empty());
    }

    public Optional<Recusal> find(String item, String person) {
        return all.stream().filter(is(item, person)).findFirst();
    }

    /** The items whose papers and floor are closed to somebody now, those below them included. */
    public Set<String> closedTo(Agenda agenda, String person) {
        Set<String> items = new TreeSet<>();
        all.stream().filter(recusal -> recusal.person().equals(person) && recusal.holds()).forEach(recusal -> family(agenda, recusal.item()).forEach(items::add));
        return items;
    }

    /** Whether somebody takes no part in what is decided on this item. */
    public boolean keepsOut(Agenda agenda, Optional<String> item, String person) {
        return item.isPresent() && all.stream().anyMatch(recusal ->
                recusal.person().equals(person) && recusal.stands() && covers(agenda, recusal.item(), item.get()));
    }

    /** An item, and what is below it. */
    static Stream<String> family(Agenda agenda, String item) {
        return Stream.concat(Stream.of(item), agenda.children(item).map(Item::id));
    }

    /** Whether an item is this one, or below it. */
    public static boolean covers(Agenda agenda, String above, String item) {
        return above.equals(item) || agenda.find(item).flatMap(Item::parent).filter(above::equals).isPresent();
    }

    Recusals with(Recusal recusal) {
        Predicate<Recusal> same = is(recusal.item(), recusal.person());
        for (int i = 0; i < all.size(); i++) {
            if (same.test(all.get(i))) {
                return new Recusals(all.with(i, recusal));
            }
        }
        return new Recusals(all.plus(recusal));
    }

    private static Predicate<Recusal> is(String item, String person) {
        return recusal -> recusal.item().equals(item) && recusal.person().equals(person);
    }
}
