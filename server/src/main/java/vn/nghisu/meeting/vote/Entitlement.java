package vn.nghisu.meeting.vote;

import java.util.Optional;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.circulation.CirculationCommand;

/** Whether somebody's ballot may be cast now, and by whom; the same for ballots of every kind. */
final class Entitlement {

    private Entitlement() {}

    static Optional<Decision> open(Meeting meeting, Context context, String vote, String person) {
        Rights rights = Rights.of(meeting, context.caller());
        if (!rights.maySeeMeeting()) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_MEETING));
        }
        Optional<Vote> found = meeting.votes().find(vote).filter(there -> rights.maySee(meeting, there));
        if (found.isEmpty()) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_VOTE));
        }
        Vote there = found.get();
        if (there.ballots().containsKey(person)) {
            return Optional.of(recorded(meeting, there, rights, context.caller().person(), person));
        }
        if (!meeting.head().kind().hasSession() && (there.state() == Vote.State.CLOSED || Circulation.isDue(meeting, context.now()))) {
            return Optional.of(Decision.refuse(Reason.ANSWER_TOO_LATE, CirculationCommand.MOMENT.format(there.closedAt().orElse(meeting.head().endsAt()))));
        }
        return switch (there.state()) {
            case PREPARED, ON_HOLD -> Optional.of(Decision.refuse(Reason.VOTE_NOT_OPEN));
            case COUNTING, CLOSED -> Optional.of(Decision.refuse(Reason.VOTE_CLOSED, VietnamTime.clock(there.closedAt().orElseThrow())));
            case CANCELLED -> Optional.of(Decision.refuse(Reason.VOTE_CANCELLED));
            case OPEN -> there.electorate().contains(person) ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_ENTITLED));
        };
    }

    /** The code of a ballot is for who has cast it: with a name beside it, an unnamed one would be none. */
    private static Decision recorded(Meeting meeting, Vote vote, Rights rights, String caller, String person) {
        if (caller.equals(vote.electorate().holders().getOrDefault(person, person)) || caller.equals(person)) {
            return Decision.refuse(Reason.ALREADY_VOTED, vote.ballots().get(person).code());
        }
        return rights.mayLead() ? Decision.refuse(Reason.HAS_VOTED, meeting.roster().name(person)) : Decision.refuse(Reason.NOT_YOURS);
    }

    /** Whose vote was with somebody else at the opening doesn't cast it. */
    static Optional<Decision> notHeld(Meeting meeting, String vote, String person) {
        return Optional.ofNullable(meeting.votes().find(vote).orElseThrow().electorate().holders().get(person))
                .map(holder -> Decision.refuse(Reason.VOTE_IN_OTHER_HANDS, meeting.roster().name(holder)));
    }

    /** A vote that was given to a member at the opening is cast by that member. */
    static Optional<Decision> notHolding(Meeting meeting, Context context, String vote, String person) {
        String caller = context.caller().person();
        if (caller.equals(meeting.votes().find(vote).orElseThrow().electorate().holders().get(person))) {
            return Optional.empty();
        }
        boolean since = meeting.franchise().holderOf(person).filter(caller::equals).isPresent()
                || meeting.franchise().substitutionOf(person).filter(standing -> standing.substitute().equals(caller)).isPresent();
        return Optional.of(since ? Decision.refuse(Reason.GIVEN_AFTER_OPENING, meeting.roster().name(person)) : Decision.refuse(Reason.NOT_YOURS));
    }
}
