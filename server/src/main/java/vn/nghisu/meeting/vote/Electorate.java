package vn.nghisu.meeting.vote;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who may vote, frozen at opening; empty before.
 *
 * @param people ids in their own order
 * @param weights votes of those who have more than one, by person id
 * @param members all members with a vote at opening, whether present or not
 */
public record Electorate(Set<String> people, Map<String, Integer> weights, Tally.Size members) {
    static final Electorate NOBODY = new Electorate(Set.of(), Map.of(), Tally.Size.unweighted(0));

    public Electorate {
        people = Collections.unmodifiableSet(new TreeSet<>(people));
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    }

    public boolean contains(String person) {
        return people.contains(person);
    }

    public int size() {
        return people.size();
    }

    public Stream<String> stream() {
        return people.stream();
    }

    public int weightOf(String person) {
        return weights.getOrDefault(person, 1);
    }

    Tally.Size entitled() {
        return new Tally.Size(people.size(), weightOf(people));
    }

    private int weightOf(Collection<String> some) {
        return some.stream().mapToInt(this::weightOf).sum();
    }
}
