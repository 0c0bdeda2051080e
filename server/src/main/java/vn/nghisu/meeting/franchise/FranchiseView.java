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
 */
public record FranchiseView(Optional<Practice> practice, int mayHold, Map<String, Integer> weights, Map<String, String> delegations) {

    public static FranchiseView of(Meeting meeting, Rights rights) {
        Franchise franchise = meeting.franchise();
        return new FranchiseView(rights.mayPrepare() ? Optional.of(franchise.practice()) : Optional.empty(),
                franchise.practice().delegations(), new TreeMap<>(franchise.weights()), new TreeMap<>(franchise.delegations()));
    }
}
