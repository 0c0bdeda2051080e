package vn.nghisu.meeting.franchise;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.preparation.Revisions;
import vn.nghisu.meeting.vote.Vote;

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
            Franchise next = meeting.franchise().weighing(weights);
            return Revisions.note(meeting.with(next).with(meeting.votes().weighing(next.weights())), stamp, reason);
        }

        /** Trustees, whose keys are made for these weights. */
        @Override
        public Stream<String> concerns(Meeting before) {
            return before.votes().all().filter(vote -> vote.state() == Vote.State.PREPARED).flatMap(vote -> vote.trustees().stream());
        }
    }

    record VoteDelegated(String person, String to) implements FranchiseEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.franchise().given(person, to));
        }
    }

    /** @param votes whether the substitute casts the member's vote */
    record SubstituteNamed(String person, String substitute, boolean votes) implements FranchiseEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.franchise().substituted(new Substitution(person, substitute, votes, stamp.at(), Optional.empty())));
        }

        /** A vote that is opened in the same batch gives a ballot to the substitute, whom the meeting before the batch does not know. */
        @Override
        public Stream<String> concerns(Meeting before) {
            return Stream.of(substitute);
        }
    }

    /** Nobody comes in the member's place any more. It also ends, without this, when the member arrives. */
    record SubstitutionEnded(String person) implements FranchiseEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.franchise().unsubstituted(person, stamp.at()));
        }
    }

    record DelegationTakenBack(String person) implements FranchiseEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.franchise().takenBack(person));
        }
    }
}
