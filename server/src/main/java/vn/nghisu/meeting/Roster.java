package vn.nghisu.meeting;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Who belongs to the meeting, in the order of its list. */
public record Roster(PVector<String> order, PMap<String, Participant> people) {

    public static Roster empty() {
        return new Roster(TreePVector.empty(), HashTreePMap.empty());
    }

    public static Roster of(List<Participant> participants) {
        Roster roster = empty();
        for (Participant participant : participants) {
            roster = new Roster(roster.order.plus(participant.id()), roster.people.plus(participant.id(), participant));
        }
        return roster;
    }

    public Optional<Participant> find(String id) {
        return Optional.ofNullable(people.get(id));
    }

    public String name(String id) {
        return find(id).map(Participant::name).orElse(id);
    }

    public Stream<Participant> all() {
        return order.stream().map(people::get);
    }

    public Stream<Participant> voting() {
        return all().filter(Participant::votes);
    }

    public Optional<Participant> chair() {
        return all().filter(withRole(Role.CHAIR)).findFirst();
    }

    public Stream<Participant> secretaries() {
        return all().filter(withRole(Role.SECRETARY));
    }

    private static Predicate<Participant> withRole(Role role) {
        return participant -> participant.role() == role;
    }
}
