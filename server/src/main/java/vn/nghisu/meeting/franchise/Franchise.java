package vn.nghisu.meeting.franchise;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.Roster;

/**
 * How votes are spread among the members.
 *
 * @param weights votes of those who have more than one, by person id
 * @param delegations who holds the vote of whom: the holder by the id of the one who gave it
 * @param substitutions who came in whose place, those that ended too; at most one that holds for each member and each substitute
 */
public record Franchise(Practice practice, PMap<String, Integer> weights, PMap<String, String> delegations, PVector<Substitution> substitutions) {

    public static Franchise usual() {
        return new Franchise(Practice.USUAL, HashTreePMap.empty(), HashTreePMap.empty(), TreePVector.empty());
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

    /** Who comes in this member's place, as far as that still holds. */
    public Optional<Substitution> substitutionOf(String member) {
        return standing(each -> each.member().equals(member));
    }

    /** In whose place somebody comes, as far as that still holds. */
    public Optional<Substitution> substitutionBy(String substitute) {
        return standing(each -> each.substitute().equals(substitute));
    }

    private Optional<Substitution> standing(Predicate<Substitution> which) {
        return substitutions.stream().filter(Substitution::holds).filter(which).findFirst();
    }

    /** Votes of these people who have more than one. */
    public Map<String, Integer> weightsOf(Set<String> people) {
        Map<String, Integer> found = new TreeMap<>(weights);
        found.keySet().retainAll(people);
        return found;
    }

    Franchise by(Practice newPractice) {
        return new Franchise(newPractice, weights, delegations, substitutions);
    }

    Franchise weighing(Map<String, Integer> newWeights) {
        return new Franchise(practice, HashTreePMap.from(newWeights), delegations, substitutions);
    }

    Franchise given(String person, String to) {
        return new Franchise(practice, weights, delegations.plus(person, to), substitutions);
    }

    Franchise takenBack(String person) {
        return new Franchise(practice, weights, delegations.minus(person), substitutions);
    }

    Franchise substituted(Substitution substitution) {
        return new Franchise(practice, weights, delegations, substitutions.plus(substitution));
    }

    /** Nobody comes in this member's place from now on, as when the member arrives. */
    public Franchise unsubstituted(String member, Instant at) {
        return ending(each -> each.member().equals(member), at);
    }

    /** What another list of participants leaves: the place has to be a member's, and the substitute somebody without a vote of the own. */
    public Franchise on(Roster roster, Instant at) {
        return ending(each -> roster.find(each.member()).filter(member -> mayBeSubstituted(member, each.votes())).isEmpty()
                || roster.find(each.substitute()).filter(Franchise::maySubstitute).isEmpty(), at);
    }

    static boolean mayBeSubstituted(Participant member, boolean votes) {
        return member.role() != Role.GUEST && (member.votes() || !votes);
    }

    static boolean maySubstitute(Participant person) {
        return person.role() != Role.GUEST && !person.votes();
    }

    private Franchise ending(Predicate<Substitution> which, Instant at) {
        PVector<Substitution> after = substitutions;
        for (int i = 0; i < after.size(); i++) {
            Substitution each = after.get(i);
            after = each.holds() && which.test(each) ? after.with(i, each.ended(at)) : after;
        }
        return after == substitutions ? this : new Franchise(practice, weights, delegations, after);
    }
}
