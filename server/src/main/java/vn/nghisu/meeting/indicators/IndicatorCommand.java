package vn.nghisu.meeting.indicators;

import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.InternalCommand;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.session.Leading;

/** A programme's indicators beside the items that speak of them, and on the screens (product M7). */
public sealed interface IndicatorCommand extends Command {

    /** How many may lie beside one item. */
    int BESIDE_ITEM = 12;

    /**
     * Lays indicators beside an item in place of those that lay there. Said by the server, which reads their values at that moment; for somebody who prepares or leads.
     */
    record LayIndicators(String item, List<LaidIndicator> indicators) implements IndicatorCommand, InternalCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return beside(meeting, context, item)
                    .or(() -> indicators.isEmpty() ? Optional.of(Decision.refuse(Reason.NO_INDICATORS)) : Optional.empty())
                    .or(() -> indicators.size() > BESIDE_ITEM ? Optional.of(Decision.refuse(Reason.TOO_MANY, BESIDE_ITEM)) : Optional.empty())
                    .or(() -> indicators.stream().map(LaidIndicator::check).flatMap(Optional::stream).findFirst())
                    .orElseGet(() -> meeting.indicators().of(item).filter(laid -> laid.indicators().equals(indicators)).isPresent()
                            ? Decision.accept()
                            : Decision.accept(new IndicatorEvent.IndicatorsLaid(item, indicators)));
        }
    }

    record TakeAwayIndicators(String item) implements IndicatorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return beside(meeting, context, item).orElseGet(() -> meeting.indicators().of(item).isPresent()
                    ? Decision.accept(new IndicatorEvent.IndicatorsTakenAway(item))
                    : Decision.accept());
        }
    }

    /** Puts what lies beside an item on the screens, until another thing is put there or the next item is taken up. */
    record ShowIndicators(String item) implements IndicatorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> meeting.indicators().of(item).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_INDICATORS)))
                    .orElseGet(() -> meeting.stage().indicators().filter(item::equals).isPresent()
                            ? Decision.accept()
                            : Decision.accept(new IndicatorEvent.IndicatorsShown(item)));
        }
    }

    record ClearIndicators() implements IndicatorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context).orElseGet(() -> meeting.stage().indicators().isPresent()
                    ? Decision.accept(new IndicatorEvent.IndicatorsCleared())
                    : Decision.accept());
        }
    }

    private static Optional<Decision> beside(Meeting meeting, Context context, String item) {
        return Leading.check(meeting, context)
                .or(() -> meeting.phase().isOver() ? Optional.of(Decision.refuse(Reason.MEETING_OVER)) : Optional.empty())
                .or(() -> Limits.isId(item) && meeting.agenda().find(item).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM)));
    }
}
