package vn.nghisu.meeting.franchise;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;

/**
 * Who has how many votes and who casts them, for everybody.
 *
 * @param practice what the body's rules allow; for those who prepare
 * @param mayHold votes of absent members that one who is present may hold; 0 where no vote is given to another
 * @param weights votes of those who have more than one, by person id
 * @param delegations the holder of a vote by the id of the one who gave it
 * @param substitutes whether somebody may come in the place of an absent member, and vote there
 * @param substitutions who comes now in the place of whom, by the member's id
 */
public record FranchiseView(Optional<Practice> practice, int mayHold, Map<String, Integer> weights, Map<String, String> delegations,
        Practice.Substitutes substitutes, Map<String, SubstituteView> substitutions) {

    /** @param votes whether the substitute casts the member's vote, and counts in the quorum in the member's place */
    public record SubstituteView(String person, boolean votes) {}

    public static FranchiseView of(Meeting meeting, Rights rights) {
        Franchise franchise = meeting.franchise();
        Map<String, SubstituteView> substitutions = new TreeMap<>();
        franchise.substitutions().stream().filter(Substitution::holds)
                .forEach(each -> substitutions.put(each.member(), new SubstituteView(each.substitute(), each.votes())));
        return new FranchiseView(rights.mayPrepare() ? Optional.of(franchise.practice()) : Optional.empty(),
                franchise.practice().delegations(), new TreeMap<>(franchise.weights()), new TreeMap<>(franchise.delegations()),
                franchise.practice().substitutes(), substitutions);
    }
}
