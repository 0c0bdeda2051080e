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

/** Numbers of votes, votes given to another member and substitutes (product V9, A4), where the rules of the body allow them. */
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
                    .or(() -> present(meeting, person))
                    .or(() -> franchise.substitutionOf(person).filter(Substitution::votes).map(there -> substituted(meeting, there)))
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

    /**
     * Somebody of the list comes in the place of a member who is not here (người dự thay). It ends when the member comes.
     *
     * @param votes whether the substitute casts the member's vote
     */
    record NameSubstitute(String person, String substitute, boolean votes) implements FranchiseCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Franchise franchise = meeting.franchise();
            Practice.Substitutes allowed = franchise.practice().substitutes();
            return check(meeting, context, person)
                    .or(() -> allowed == Practice.Substitutes.NONE ? Optional.of(Decision.refuse(Reason.SUBSTITUTES_NOT_ALLOWED)) : Optional.empty())
                    .or(() -> votes && allowed != Practice.Substitutes.WITH_VOTE ? Optional.of(Decision.refuse(Reason.SUBSTITUTES_WITHOUT_VOTE)) : Optional.empty())
                    .or(() -> meeting.roster().find(person).filter(member -> Franchise.mayBeSubstituted(member, votes)).isPresent()
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.NO_VOTE, meeting.roster().name(person))))
                    .or(() -> meeting.roster().find(substitute).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_PERSON)))
                    .or(() -> !person.equals(substitute) && meeting.roster().find(substitute).filter(Franchise::maySubstitute).isPresent()
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.SUBSTITUTE_UNFIT, meeting.roster().name(substitute))))
                    .or(() -> present(meeting, person))
                    .or(() -> franchise.substitutionOf(person).or(() -> franchise.substitutionBy(substitute)).map(there -> substituted(meeting, there)))
                    .or(() -> votes
                            ? franchise.holderOf(person).map(holder -> Decision.refuse(Reason.ALREADY_DELEGATED, meeting.roster().name(person), meeting.roster().name(holder)))
                            : Optional.empty())
                    .orElseGet(() -> Decision.accept(new FranchiseEvent.SubstituteNamed(person, substitute, votes)));
        }
    }

    record EndSubstitution(String person) implements FranchiseCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return check(meeting, context, person)
                    .orElseGet(() -> meeting.franchise().substitutionOf(person).isPresent()
                            ? Decision.accept(new FranchiseEvent.SubstitutionEnded(person))
                            : Decision.refuse(Reason.NOT_SUBSTITUTED, meeting.roster().name(person)));
        }
    }

    private static Optional<Decision> present(Meeting meeting, String person) {
        return meeting.attendance().isPresent(person) ? Optional.of(Decision.refuse(Reason.ALREADY_PRESENT, meeting.roster().name(person))) : Optional.empty();
    }

    private static Decision substituted(Meeting meeting, Substitution there) {
        return Decision.refuse(Reason.ALREADY_SUBSTITUTED, meeting.roster().name(there.member()), meeting.roster().name(there.substitute()));
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
