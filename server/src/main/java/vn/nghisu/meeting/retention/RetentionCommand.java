package vn.nghisu.meeting.retention;

import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.InternalCommand;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.session.Leading;

/** Holding back what a closed or cancelled meeting has from being destroyed, and destroying it. */
public sealed interface RetentionCommand extends Command {

    private static Optional<Decision> over(Meeting meeting) {
        return meeting.phase().isOver() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_CLOSED_YET));
    }

    /** @param reason why nothing of it may go */
    record SetHold(String reason) implements RetentionCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.check(meeting, context)
                    .or(() -> over(meeting))
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .or(() -> meeting.retention().hold().isPresent() ? Optional.of(Decision.refuse(Reason.HELD_ALREADY)) : Optional.empty())
                    .orElseGet(() -> Decision.accept(new RetentionEvent.HoldSet(reason.strip())));
        }
    }

    record LiftHold(String reason) implements RetentionCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.check(meeting, context)
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .or(() -> meeting.retention().hold().isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_HELD)))
                    .orElseGet(() -> Decision.accept(new RetentionEvent.HoldLifted(reason.strip())));
        }
    }

    /** Given by the server when a body's rule is carried out; what has gone already is passed over, so that it may be given again. */
    record DestroyPapers(List<String> papers, String run, int years) implements RetentionCommand, InternalCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            if (!context.caller().isSystem()) {
                return Decision.refuse(Reason.NOT_YOURS);
            }
            List<RetentionEvent.PapersDestroyed.Gone> gone = papers.stream().distinct().filter(paper -> !meeting.retention().isDestroyed(paper))
                    .flatMap(paper -> meeting.papers().find(paper).stream()).map(paper -> new RetentionEvent.PapersDestroyed.Gone(paper.id(), paper.sha256())).toList();
            return over(meeting)
                    .or(() -> meeting.retention().hold().map(hold -> Decision.refuse(Reason.HELD_ALREADY)))
                    .orElseGet(() -> gone.isEmpty() ? Decision.accept() : Decision.accept(new RetentionEvent.PapersDestroyed(gone, run, years)));
        }
    }
}
