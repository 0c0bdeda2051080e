package vn.nghisu.meeting.franchise;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.preparation.Revisions;
import vn.nghisu.meeting.session.Leading;
import vn.nghisu.meeting.session.Phase;

/** Numbers of votes and votes given to another member (product V9, A4), where the rules of the body allow them. */
public sealed interface FranchiseCommand extends Command {
    int WEIGHT_MAX = 1_000;

    /** @param weights votes by person id; who is not named has one */
    record SetWeights(Map<String, Integer> weights, Optional<String> reason) implements FranchiseCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Map<String, Integer> several = new TreeMap<>(weights);
            several.values().removeIf(weight -> weight == 1);
            return Revisions.check(meeting, context, reason)
                    .or(() -> several.isEmpty() || meeting.franchise().practice().weights() ? Optional.empty() : Optional.of(Decision.refuse(Reason.WEIGHTS_NOT_ALLOWED)))
                    .or(() -> several.keySet().stream().filter(person -> !votes(meeting, person)).findFirst().map(person -> Decision.refuse(Reason.NO_VOTE, meeting.roster().name(person))))
                    .or(() -> several.values().stream().filter(weight -> weight < 1 || weight > WEIGHT_MAX).findFirst()
                            .map(bad -> Decision.refuse(Reason.BAD_NUMBER, Fields.VOTES, 1, WEIGHT_MAX)))
                    .orElseGet(() -> several.equals(meeting.franchise().weights()) ? Decision.accept() : Decision.accept(new FranchiseEvent.WeightsSet(several, reason)));
        }
    }

    /** A member who is not here gives the vote to one who is, or will be. It rests as soon as the member comes. */
    record DelegateVote(String person, String to) implements FranchiseCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Franchise franchise = meeting.franchise();
            int most = franchise.practice().delegations();
            Predicate<String> has = name -> votes(meeting, name);
            return check(meeting, context, person)
                    .or(() -> most > 0 ? Optional.empty() : Optional.of(Decision.refuse(Reason.DELEGATION_NOT_ALLOWED)))
                    .or(() -> has.test(person) ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_VOTE, meeting.roster().name(person))))
                    .or(() -> has.test(to) ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_VOTE, meeting.roster().name(to))))
                    .or(() -> meeting.attendance().isPresent(person) ? Optional.of(Decision.refuse(Reason.ALREADY_PRESENT, meeting.roster().name(person))) : Optional.empty())
                    .or(() -> person.equals(to) || franchise.holderOf(to).isPresent() || !franchise.heldBy(person).isEmpty()
                            ? Optional.of(Decision.refuse(Reason.DELEGATION_PASSED_ON))
                            : Optional.empty())
                    .or(() -> franchise.holderOf(person).map(holder -> Decision.refuse(Reason.ALREADY_DELEGATED, meeting.roster().name(person), meeting.roster().name(holder))))
                    .or(() -> franchise.heldBy(to).size() < most ? Optional.empty() : Optional.of(Decision.refuse(Reason.DELEGATIONS_FULL, meeting.roster().name(to), most)))
                    .orElseGet(() -> Decision.accept(new FranchiseEvent.VoteDelegated(person, to)));
        }
    }

    record TakeBackDelegation(String person) implements FranchiseCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return check(meeting, context, person)
                    .orElseGet(() -> meeting.franchise().holderOf(person).isPresent()
                            ? Decision.accept(new FranchiseEvent.DelegationTakenBack(person))
                            : Decision.refuse(Reason.NOT_DELEGATED, meeting.roster().name(person)));
        }
    }

    private static Optional<Decision> check(Meeting meeting, Context context, String person) {
        Rights rights = Rights.of(meeting, context.caller());
        if (!meeting.exists() || !rights.maySeeMeeting()) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_MEETING));
        }
        Optional<Decision> notAllowed = context.caller().person().equals(person) ? Optional.empty() : Leading.check(meeting, context);
        if (notAllowed.isPresent()) {
            return notAllowed;
        }
        if (meeting.phase() == Phase.DRAFT || meeting.phase().isOver()) {
            return Optional.of(Decision.refuse(meeting.phase() == Phase.DRAFT ? Reason.NOT_ISSUED : Reason.MEETING_OVER));
        }
        return Leading.withSession(meeting)
                .or(() -> meeting.roster().find(person).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_PERSON)));
    }

    private static boolean votes(Meeting meeting, String person) {
        return meeting.roster().find(person).filter(Participant::votes).isPresent();
    }
}
