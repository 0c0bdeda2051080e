package vn.nghisu.meeting.agenda;

import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.minutes.TextPart;
import vn.nghisu.meeting.preparation.Revisions;
import vn.nghisu.meeting.recusal.Ending;
import vn.nghisu.meeting.session.Leading;

/** Writing the agenda and going through it (product P2, C2). */
public sealed interface AgendaCommand extends Command {

    /** @param item a new id chosen by the client, so that a sub-item can follow at once */
    record AddItem(String item, Optional<String> parent, Optional<String> before, Item.Outline outline, Optional<String> reason)
            implements AgendaCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Revisions.check(meeting, context, reason)
                    .or(() -> Limits.isId(item) ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_ID)))
                    .or(() -> meeting.agenda().find(item).map(there -> Decision.refuse(Reason.ITEM_EXISTS)))
                    .or(() -> meeting.agenda().order().size() < Limits.ITEMS
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.TOO_MANY, Limits.ITEMS)))
                    .or(() -> checkPlace(meeting, item, parent, before))
                    .or(() -> checkOutline(outline))
                    .orElseGet(() -> Decision.accept(new AgendaEvent.ItemAdded(item, parent, before, outline.stripped(), reason)));
        }
    }

    record EditItem(String item, Item.Outline outline, Optional<String> reason) implements AgendaCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Revisions.check(meeting, context, reason)
                    .or(() -> there(meeting, item))
                    .or(() -> checkOutline(outline))
                    .orElseGet(() -> Decision.accept(new AgendaEvent.ItemEdited(item, outline.stripped(), reason)));
        }
    }

    /** @param before the item itself leaves all as it is */
    record MoveItem(String item, Optional<String> parent, Optional<String> before, Optional<String> reason) implements AgendaCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Revisions.check(meeting, context, reason)
                    .or(() -> there(meeting, item))
                    .or(() -> checkPlace(meeting, item, parent, before))
                    .orElseGet(() -> before.filter(item::equals).isPresent()
                            ? Decision.accept()
                            : Decision.accept(new AgendaEvent.ItemMoved(item, parent, before, reason)));
        }
    }

    record RemoveItem(String item, Optional<String> reason) implements AgendaCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Revisions.check(meeting, context, reason)
                    .or(() -> there(meeting, item))
                    .or(() -> hasHistory(meeting, item) || hasPapers(meeting) ? Optional.of(Decision.refuse(Reason.ITEM_HAS_HISTORY)) : Optional.empty())
                    .or(() -> meeting.agenda().children(item).findAny().map(child -> Decision.refuse(Reason.ITEM_HAS_CHILDREN)))
                    .orElseGet(() -> Decision.accept(new AgendaEvent.ItemRemoved(item, reason)));
        }

        private boolean hasPapers(Meeting meeting) {
            return meeting.papers().of(item).anyMatch(paper -> !paper.isWithdrawn());
        }
    }

    /** Whether something came of an item that would be lost with it; papers are another matter, since they can be withdrawn. */
    static boolean hasHistory(Meeting meeting, String item) {
        return meeting.agenda().find(item).filter(Item::wasInHand).isPresent()
                || meeting.votes().all().anyMatch(vote -> vote.motion().item().filter(item::equals).isPresent())
                || meeting.conclusions().of(item).isPresent()
                || Stream.of(TextPart.values()).anyMatch(part -> !meeting.minutes().of(item, part).document().saysNothing())
                || meeting.tasks().all().anyMatch(task -> task.item().filter(item::equals).isPresent());
    }

    /** Makes an item the one in hand; the one before it ends. */
    record TakeUpItem(String item) implements AgendaCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> there(meeting, item))
                    .or(() -> meeting.agenda().inHand().filter(item::equals).map(same -> Decision.refuse(Reason.ALREADY_IN_HAND)))
                    .or(() -> meeting.votes().running().map(vote -> Decision.refuse(Reason.VOTE_STILL_OPEN, vote.question())))
                    .orElseGet(() -> Decision.accept(Ending.around(meeting, item, new AgendaEvent.ItemTakenUp(item))));
        }
    }

    private static Optional<Decision> there(Meeting meeting, String item) {
        return meeting.agenda().find(item).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM));
    }

    private static Optional<Decision> checkPlace(Meeting meeting, String item, Optional<String> parent, Optional<String> before) {
        Agenda agenda = meeting.agenda();
        if (parent.isPresent()) {
            Optional<Item> above = agenda.find(parent.get());
            if (above.isEmpty()) {
                return Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM));
            }
            if (above.get().parent().isPresent() || parent.get().equals(item) || agenda.children(item).findAny().isPresent()) {
                return Optional.of(Decision.refuse(Reason.TWO_LEVELS));
            }
        }
        return before.isPresent() && !agenda.find(before.get()).map(sibling -> sibling.parent().equals(parent)).orElse(false)
                ? Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM))
                : Optional.empty();
    }

    private static Optional<Decision> checkOutline(Item.Outline outline) {
        return Limits.first(
                Limits.needed(outline.title(), Fields.TITLE, Limits.TITLE_CHARACTERS),
                Limits.optional(outline.presenter(), Fields.PRESENTER, Limits.NAME_CHARACTERS),
                Limits.optional(outline.unit(), Fields.UNIT, Limits.TITLE_CHARACTERS),
                outline.plannedMinutes() >= 0 && outline.plannedMinutes() <= 1440
                        ? Optional.empty()
                        : Optional.of(Decision.refuse(Reason.BAD_NUMBER, Fields.MINUTES, 0, 1440)));
    }
}
