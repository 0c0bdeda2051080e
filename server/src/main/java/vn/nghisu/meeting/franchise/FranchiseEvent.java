package vn.nghisu.meeting.franchise;

import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.preparation.Revisions;

/** Who has how many votes, and who casts them. Votes that are open keep what held when they were opened. */
public sealed interface FranchiseEvent extends Event {

    /** The meeting goes by rules of its body other than the usual ones. */
    record PracticeAdopted(Practice practice) implements FranchiseEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.franchise().by(practice));
        }
    }

    /** @param weights of everybody who has more than one vote */
    record WeightsSet(Map<String, Integer> weights, Optional<String> reason) implements FranchiseEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return Revisions.note(meeting.with(meeting.franchise().weighing(weights)), stamp, reason);
        }
    }

    record VoteDelegated(String person, String to) implements FranchiseEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.franchise().given(person, to));
        }
    }

    record DelegationTakenBack(String person) implements FranchiseEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.franchise().takenBack(person));
        }
    }
}
