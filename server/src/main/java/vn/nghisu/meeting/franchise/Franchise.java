package vn.nghisu.meeting.franchise;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * How votes are spread among the members.
 *
 * @param weights votes of those who have more than one, by person id
 * @param delegations who holds the vote of whom: the holder by the id of the one who gave it
 */
public record Franchise(Practice practice, PMap<String, Integer> weights, PMap<String, String> delegations) {

    public static Franchise usual() {
        return new Franchise(Practice.USUAL, HashTreePMap.empty(), HashTreePMap.empty());
    }

    public int weightOf(String person) {
        return weights.getOrDefault(person, 1);
    }

    public Optional<String> holderOf(String person) {
        return Optional.ofNullable(delegations.get(person));
    }

    /** Whose votes somebody holds. */
    public Set<String> heldBy(String person) {
        return delegations.entrySet().stream().filter(each -> each.getValue().equals(person)).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Votes of these people who have more than one. */
    public Map<String, Integer> weightsOf(Set<String> people) {
        Map<String, Integer> found = new TreeMap<>(weights);
        found.keySet().retainAll(people);
        return found;
    }

    Franchise by(Practice newPractice) {
        return new Franchise(newPractice, weights, delegations);
    }

    Franchise weighing(Map<String, Integer> newWeights) {
        return new Franchise(practice, HashTreePMap.from(newWeights), delegations);
    }

    Franchise given(String person, String to) {
        return new Franchise(practice, weights, delegations.plus(person, to));
    }

    Franchise takenBack(String person) {
        return new Franchise(practice, weights, delegations.minus(person));
    }
}
