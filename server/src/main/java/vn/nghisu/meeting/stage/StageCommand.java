package vn.nghisu.meeting.stage;

import java.util.Optional;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.session.Leading;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.vote.Vote;

/** Putting papers and results before the room (product D8, V8). */
public sealed interface StageCommand extends Command {

    record StartPresenting(String paper) implements StageCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .orElseGet(() -> meeting.papers().find(paper)
                            .map(found -> present(found, context))
                            .orElseGet(() -> Decision.refuse(Reason.NO_SUCH_PAPER)));
        }

        private Decision present(Paper found, Context context) {
            if (found.isWithdrawn()) {
                return Decision.refuse(Reason.PAPER_WITHDRAWN);
            }
            return found.isPrepared()
                    ? Decision.accept(new StageEvent.PresentingStarted(paper, context.caller().person()))
                    : Decision.refuse(Reason.PAPER_NOT_READY);
        }
    }

    record StopPresenting() implements StageCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> meeting.stage().presentation().isPresent()
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.NOT_PRESENTING)))
                    .orElseGet(() -> Decision.accept(new StageEvent.PresentingStopped()));
        }
    }

    /** Puts the result of a closed vote on every device again, or the codes of one whose ballots are being counted. */
    record ShowResult(String vote) implements StageCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> meeting.votes().find(vote).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_VOTE)))
                    .or(() -> meeting.votes().find(vote).filter(found -> found.verdict().isPresent() || found.state() == Vote.State.COUNTING).isPresent()
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.NOT_CLOSED)))
                    .orElseGet(() -> Decision.accept(new StageEvent.ResultShown(vote)));
        }
    }

    record ClearResult() implements StageCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .orElseGet(() -> meeting.stage().result().isPresent()
                            ? Decision.accept(new StageEvent.ResultCleared())
                            : Decision.accept());
        }
    }

    /** Puts the seat map on the room's screens until the next item is taken up, or takes it away. */
    record ShowSeats(boolean show) implements StageCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.check(meeting, context)
                    .or(() -> meeting.phase() == Phase.DRAFT ? Optional.of(Decision.refuse(Reason.NOT_ISSUED)) : Optional.empty())
                    .or(() -> meeting.phase().isOver() ? Optional.of(Decision.refuse(Reason.MEETING_OVER)) : Optional.empty())
                    .or(() -> show && meeting.attendance().seating().isEmpty() ? Optional.of(Decision.refuse(Reason.NO_SEATS)) : Optional.empty())
                    .orElseGet(() -> meeting.stage().seats() == show ? Decision.accept() : Decision.accept(new StageEvent.SeatsShown(show)));
        }
    }
}
