package vn.nghisu.meeting.vote;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
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
 * @param holders who casts the ballot of whom: of those on the list who were not present
 * @param substituted those of them in whose place somebody has come, who casts it
 */
public record Electorate(
        Set<String> people, Map<String, Integer> weights, Tally.Size members, Set<String> recused, Map<String, String> holders, Set<String> substituted) {
    static final Electorate NOBODY = new Electorate(Set.of(), Map.of(), Tally.Size.unweighted(0), Set.of(), Map.of(), Set.of());

    public Electorate {
        people = Collections.unmodifiableSet(new TreeSet<>(people));
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        recused = Collections.unmodifiableSet(new TreeSet<>(recused));
        holders = Collections.unmodifiableMap(new TreeMap<>(holders));
        substituted = Collections.unmodifiableSet(new TreeSet<>(substituted));
    }

    static Electorate frozen(Meeting meeting, Optional<String> item, Set<String> people, Map<String, Integer> weights, Tally.Size members) {
        Set<String> out = meeting.roster().voting().map(Participant::id)
                .filter(person -> meeting.recusals().keepsOut(meeting.agenda(), item, person)).collect(Collectors.toSet());
        Map<String, String> holders = new TreeMap<>();
        Set<String> substituted = new TreeSet<>();
        people.stream().filter(person -> !meeting.attendance().isPresent(person)).forEach(person -> {
            Optional<String> substitute = meeting.substituteFor(item, person);
            substitute.ifPresent(there -> substituted.add(person));
            substitute.or(() -> meeting.franchise().holderOf(person)).ifPresent(holder -> holders.put(person, holder));
        });
        return new Electorate(people, weights, members, out, holders, substituted);
    }

    /** Members who are present, those whose vote one of these holds, and those in whose place somebody votes. */
    static Set<String> voters(Meeting meeting, Optional<String> item, Set<String> members) {
        Predicate<String> present = person -> members.contains(person) && meeting.attendance().isPresent(person);
        return members.stream()
                .filter(person -> present.test(person) || meeting.substituteFor(item, person).isPresent() || meeting.franchise().holderOf(person).filter(present).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many people cast the ballots of these: who casts several is one. */
    int casters(Collection<String> voters) {
        return (int) voters.stream().map(voter -> holders.getOrDefault(voter, voter)).distinct().count();
    }

    /** The same of a list that would be frozen now. */
    static int casters(Meeting meeting, Optional<String> item, Collection<String> voters) {
        return frozen(meeting, item, Set.copyOf(voters), Map.of(), Tally.Size.unweighted(0)).casters(voters);
    }

    public boolean contains(String person) {
        return people.contains(person);
    }

    public int size() {
        return people.size();
    }

    /** Whether somebody is on the list and casts the own ballot. */
    public boolean hasInPerson(String person) {
        return people.contains(person) && !holders.containsKey(person);
    }

    /** Whose ballots somebody casts besides the own one. */
    public Stream<String> heldBy(String person) {
        return holders.entrySet().stream().filter(each -> each.getValue().equals(person)).map(Map.Entry::getKey);
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
