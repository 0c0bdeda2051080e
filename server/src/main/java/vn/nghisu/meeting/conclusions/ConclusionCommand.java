package vn.nghisu.meeting.conclusions;

import java.util.Optional;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.minutes.MinutesCommand;
import vn.nghisu.meeting.session.Leading;

/** Writing down what the chair concludes on an item. */
public sealed interface ConclusionCommand extends Command {

    /** While the meeting goes on, and afterwards until the minutes are signed. @param text replaces the item's conclusion; blank removes it */
    record RecordConclusion(String item, String text) implements ConclusionCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.check(meeting, context)
                    .or(() -> meeting.phase().hasStarted() ? Optional.empty() : meeting.phase().isOver() ? MinutesCommand.facts(meeting) : Optional.of(Decision.refuse(Reason.NOT_IN_SESSION)))
                    .or(() -> meeting.agenda().find(item).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM)))
                    .or(() -> Limits.optional(text, Fields.CONCLUSION, Limits.TEXT_CHARACTERS))
                    .orElseGet(() -> meeting.phase().isOver() && meeting.conclusions().of(item).orElse("").equals(text.strip()) ? Decision.accept()
                            : Decision.accept(new ConclusionEvent.ConclusionRecorded(item, text.strip())));
        }
    }
}
