package vn.nghisu.meeting.vote;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;

/**
 * Who may vote, frozen at opening; empty before.
 *
 * @param people ids in their own order
 * @param weights votes of those who have more than one, by person id
 * @param members all members with a vote at opening, whether present or not, without those who take no part
 * @param recused members with a vote who take no part in the item of the vote
 */
public record Electorate(Set<String> people, Map<String, Integer> weights, Tally.Size members, Set<String> recused) {
    static final Electorate NOBODY = new Electorate(Set.of(), Map.of(), Tally.Size.unweighted(0), Set.of());

    public Electorate {
        people = Collections.unmodifiableSet(new TreeSet<>(people));
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        recused = Collections.unmodifiableSet(new TreeSet<>(recused));
    }

    static Electorate frozen(Meeting meeting, Optional<String> item, Set<String> people, Map<String, Integer> weights, Tally.Size members) {
        return new Electorate(people, weights, members, meeting.roster().voting().map(Participant::id)
                .filter(person -> meeting.recusals().keepsOut(meeting.agenda(), item, person)).collect(Collectors.toSet()));
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
