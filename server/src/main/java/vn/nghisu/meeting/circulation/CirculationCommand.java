package vn.nghisu.meeting.circulation;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.InternalCommand;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.AgendaEvent;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.papers.PaperEvent;
import vn.nghisu.meeting.preparation.Revisions;
import vn.nghisu.meeting.session.Leading;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.session.SessionEvent;
import vn.nghisu.meeting.vote.Closing;

/**
 * An opinion form from its sending to its result, and its way into the next meeting (product P10). It is sent as a meeting is issued
 * ({@link Sending}), and answered as a vote is.
 */
public sealed interface CirculationCommand extends Command {

    /** Why the paper of a result is withdrawn from a draft, where no reason is asked for. */
    String LEFT_OUT = "Không đưa kết quả phiếu lấy ý kiến vào phiên họp";

    DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy").withZone(VietnamTime.ZONE);

    /** A later deadline, said before the one that stands has passed; everybody is told why. */
    record ExtendForm(Instant until, String reason) implements CirculationCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return isOut(meeting, context)
                    .or(() -> Circulation.isDue(meeting, context.now()) ? Optional.of(Decision.refuse(Reason.FORM_OVER)) : Optional.empty())
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .or(() -> Limits.time(until))
                    .or(() -> until.isAfter(meeting.head().endsAt()) && until.isAfter(context.now())
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.NOT_LATER, MOMENT.format(meeting.head().endsAt()))))
                    .orElseGet(() -> Decision.accept(new CirculationEvent.FormExtended(until, reason.strip())));
        }
    }

    /** Tells all who have not answered everything that their answer is waited for. */
    record RemindMembers() implements CirculationCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return isOut(meeting, context).orElseGet(() -> {
                List<String> waitingFor = Circulation.waitingFor(meeting);
                return waitingFor.isEmpty() ? Decision.refuse(Reason.ALL_ANSWERED) : Decision.accept(new CirculationEvent.MembersReminded(waitingFor));
            });
        }
    }

    /** Ends the answering and counts: by hand at any time, by the server once the deadline has passed. */
    record CloseForm() implements CirculationCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return isOut(meeting, context).orElseGet(() -> {
                if (context.caller().isSystem() && !Circulation.isDue(meeting, context.now())) {
                    return Decision.accept(); // it was extended meanwhile
                }
                List<Event> events = new ArrayList<>(Closing.all(meeting, context));
                events.add(new SessionEvent.MeetingClosed());
                return Decision.accept(events);
            });
        }
    }

    /**
     * Brings the result of a closed form of the same body before this meeting, as an item of its own. Said by the server for somebody who
     * prepares it, since it knows the form; it lays the paper then.
     */
    record TakeUpForm(String item, String form, Item.Outline outline, Optional<String> reason) implements CirculationCommand, InternalCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Optional<Decision> refused = Revisions.check(meeting, context, reason)
                    .or(() -> Leading.withSession(meeting))
                    .or(() -> Circulation.itemOf(meeting, form).map(there -> Decision.refuse(Reason.FORM_TAKEN_UP)));
            if (refused.isPresent()) {
                return refused.get();
            }
            Decision added = new AgendaCommand.AddItem(item, Optional.empty(), Optional.empty(), outline, reason).decide(meeting, context);
            if (!(added instanceof Decision.Accepted accepted)) {
                return added;
            }
            List<Event> events = new ArrayList<>(accepted.events());
            events.add(new CirculationEvent.FormTakenUp(item, form));
            return Decision.accept(events);
        }
    }

    /** Takes the result of a form out of this meeting: its item, and the paper on it. */
    record LeaveOutForm(String form, Optional<String> reason) implements CirculationCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Optional<Decision> refused = Revisions.check(meeting, context, reason);
            if (refused.isPresent()) {
                return refused.get();
            }
            Optional<String> item = Circulation.itemOf(meeting, form);
            if (item.isEmpty()) {
                return Decision.refuse(Reason.FORM_NOT_TAKEN_UP);
            }
            if (AgendaCommand.hasHistory(meeting, item.get())) {
                return Decision.refuse(Reason.ITEM_HAS_HISTORY);
            }
            List<Event> events = new ArrayList<>();
            meeting.papers().of(item.get()).filter(paper -> !paper.isWithdrawn())
                    .forEach(paper -> events.add(new PaperEvent.PaperWithdrawn(paper.id(), reason.filter(text -> !text.isBlank()).orElse(LEFT_OUT))));
            events.add(new AgendaEvent.ItemRemoved(item.get(), reason));
            return Decision.accept(events);
        }
    }

    private static Optional<Decision> isOut(Meeting meeting, Context context) {
        return Leading.check(meeting, context)
                .or(() -> meeting.head().kind().hasSession() ? Optional.of(Decision.refuse(Reason.NOT_A_FORM)) : Optional.empty())
                .or(() -> meeting.phase() == Phase.DRAFT ? Optional.of(Decision.refuse(Reason.FORM_NOT_SENT)) : Optional.empty())
                .or(() -> meeting.phase().isOver() ? Optional.of(Decision.refuse(Reason.FORM_OVER)) : Optional.empty());
    }
}
