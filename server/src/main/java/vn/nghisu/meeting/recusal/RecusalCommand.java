package vn.nghisu.meeting.recusal;

import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.session.Leading;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.vote.Ties;

/** Taking no part in one item (product A5): by the person, or by those who lead for them. From issue until the meeting closes. */
public sealed interface RecusalCommand extends Command {

    /** Closes the item's papers to the person, the floor while it is in hand, and its votes; a tie on it that waited for the chair's word falls with the chair's. */
    record RecusePerson(String person, String item, String reason) implements RecusalCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return check(meeting, context, person, item)
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .or(() -> counts(meeting, person, item))
                    .or(() -> meeting.recusals().find(item, person).filter(Recusal::stands)
                            .map(there -> Decision.refuse(Reason.ALREADY_RECUSED, meeting.roster().name(person))))
                    .orElseGet(() -> Decision.accept(Stream.concat(
                            Stream.of(new RecusalEvent.PersonRecused(person, item, reason.strip())),
                            Ties.fallenWithout(meeting, person, item).stream()).toList()));
        }
    }

    /** By the person where it was the person's own word; what another has recorded, by those who lead, of whom nobody decides it of themselves. */
    record TakeBackRecusal(String person, String item) implements RecusalCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return check(meeting, context, person, item)
                    .or(() -> meeting.recusals().find(item, person).filter(there -> there.stands() && there.isImposed())
                            .filter(there -> context.caller().person().equals(person) || !Rights.of(meeting, context.caller()).mayLead())
                            .map(there -> Decision.refuse(Reason.RECUSED_BY_LEAD)))
                    .orElseGet(() -> meeting.recusals().find(item, person).filter(Recusal::stands).isPresent()
                            ? Decision.accept(new RecusalEvent.RecusalEnded(person, item, true))
                            : Decision.refuse(Reason.NOT_RECUSED, meeting.roster().name(person)));
        }
    }

    /** Who counts the ballots of the item's vote now goes on with it to the end. */
    private static Optional<Decision> counts(Meeting meeting, String person, String item) {
        return meeting.votes().counting().filter(vote -> vote.trustees().contains(person))
                .filter(vote -> vote.motion().item().filter(about -> Recusals.covers(meeting.agenda(), item, about)).isPresent())
                .map(vote -> Decision.refuse(Reason.VOTE_NOT_COUNTED, vote.question()));
    }

    private static Optional<Decision> check(Meeting meeting, Context context, String person, String item) {
        Rights rights = Rights.of(meeting, context.caller());
        if (!meeting.exists() || !rights.maySeeMeeting()) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_MEETING));
        }
        Optional<Decision> notAllowed = context.caller().person().equals(person) && rights.isInside() ? Optional.empty() : Leading.check(meeting, context);
        if (notAllowed.isPresent()) {
            return notAllowed;
        }
        if (meeting.phase() == Phase.DRAFT || meeting.phase().isOver()) {
            return Optional.of(Decision.refuse(meeting.phase() == Phase.DRAFT ? Reason.NOT_ISSUED : Reason.MEETING_OVER));
        }
        if (meeting.roster().find(person).map(Participant::role).filter(role -> role != Role.GUEST).isEmpty()) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_PERSON));
        }
        if (!rights.maySeeAbout(meeting, Optional.of(item))) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM));
        }
        return meeting.votes().all()
                .filter(vote -> vote.isRunning() && vote.motion().item().filter(about -> Recusals.covers(meeting.agenda(), item, about)).isPresent())
                .findFirst().map(vote -> Decision.refuse(Reason.VOTE_STILL_OPEN, vote.question()));
    }
}
