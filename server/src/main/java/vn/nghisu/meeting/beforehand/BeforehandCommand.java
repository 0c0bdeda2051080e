package vn.nghisu.meeting.beforehand;

import java.time.Instant;
import java.util.Optional;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.circulation.CirculationCommand;
import vn.nghisu.meeting.session.Leading;
import vn.nghisu.meeting.session.Phase;

/** Opinions on an item before the meeting, from its issue to the secretary's cut-off or the opening, and their compilation (product P9). */
public sealed interface BeforehandCommand extends Command {

    /** In place of what the caller has given on the item before. @param text may be empty but for another opinion */
    record GiveOpinion(String item, Stance stance, String text) implements BeforehandCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            String person = context.caller().person();
            return open(meeting, context, item)
                    .or(() -> stance == Stance.OTHER
                            ? Limits.needed(text, Fields.WRITTEN_OPINION, Limits.OPINION_CHARACTERS)
                            : Limits.optional(text, Fields.WRITTEN_OPINION, Limits.OPINION_CHARACTERS))
                    .orElseGet(() -> meeting.beforehand().of(item, person).filter(had -> had.stance() == stance && had.text().equals(text.strip())).isPresent()
                            ? Decision.accept()
                            : Decision.accept(new BeforehandEvent.OpinionGiven(item, person, stance, text.strip())));
        }
    }

    record WithdrawOpinion(String item) implements BeforehandCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            String person = context.caller().person();
            return open(meeting, context, item)
                    .orElseGet(() -> meeting.beforehand().of(item, person).isPresent()
                            ? Decision.accept(new BeforehandEvent.OpinionWithdrawn(item, person))
                            : Decision.accept());
        }
    }

    /** @param until absent for the opening */
    record SetOpinionCutOff(Optional<Instant> until) implements BeforehandCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return prepared(meeting, context)
                    .or(() -> meeting.phase() == Phase.DRAFT || meeting.phase() == Phase.ISSUED ? Optional.empty() : Optional.of(Decision.refuse(Reason.OPINIONS_OVER)))
                    .or(() -> until.flatMap(Limits::time))
                    .orElseGet(() -> meeting.beforehand().cutOff().equals(until) ? Decision.accept() : Decision.accept(new BeforehandEvent.OpinionCutOffSet(until)));
        }
    }

    /**
     * Keeps the secretary's text on the opinions of an item; others see it only as a paper.
     *
     * @param text blank for none
     * @param asOf up to when the text knows of opinions: the paper counts no later ones; absent for all
     */
    record CompileOpinions(String item, String text, Optional<Instant> asOf) implements BeforehandCommand {
        /** With all opinions that are there. */
        public CompileOpinions(String item, String text) {
            this(item, text, Optional.empty());
        }

        @Override
        public Decision decide(Meeting meeting, Context context) {
            return prepared(meeting, context)
                    .or(() -> meeting.phase() == Phase.DRAFT ? Optional.of(Decision.refuse(Reason.NOT_ISSUED)) : Optional.empty())
                    .or(() -> meeting.agenda().find(item).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM)))
                    .or(() -> Rights.of(meeting, context.caller()).recused().contains(item) ? Optional.of(Decision.refuse(Reason.OPINION_WHILE_RECUSED)) : Optional.empty())
                    .or(() -> Limits.optional(text, Fields.WRITTEN_OPINION, Limits.TEXT_CHARACTERS))
                    .or(() -> asOf.flatMap(Limits::time))
                    .orElseGet(() -> {
                        Optional<Instant> known = asOf.filter(context.now()::isAfter);
                        return Beforehand.compiled(meeting, item, text.strip(), known.orElse(context.now())).saysTheSame(meeting.beforehand(), item)
                                ? Decision.accept()
                                : Decision.accept(new BeforehandEvent.OpinionsCompiled(item, text.strip(), known));
                    });
        }
    }

    private static Optional<Decision> prepared(Meeting meeting, Context context) {
        Rights rights = Rights.of(meeting, context.caller());
        if (!meeting.exists() || !rights.maySeeMeeting()) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_MEETING));
        }
        return (rights.mayPrepare() ? Optional.<Decision>empty() : Optional.of(Decision.refuse(Reason.NOT_YOURS)))
                .or(() -> Leading.withSession(meeting))
                .or(() -> meeting.phase().isOver() ? Optional.of(Decision.refuse(Reason.MEETING_OVER)) : Optional.empty());
    }

    private static Optional<Decision> open(Meeting meeting, Context context, String item) {
        Rights rights = Rights.of(meeting, context.caller());
        if (!meeting.exists() || !rights.maySeeMeeting()) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_MEETING));
        }
        if (!rights.mayOpine()) {
            return Optional.of(Decision.refuse(Reason.NOT_YOURS));
        }
        if (!meeting.head().kind().hasSession()) {
            return Leading.withSession(meeting);
        }
        if (meeting.phase() == Phase.DRAFT || meeting.phase().isOver()) {
            return Optional.of(Decision.refuse(meeting.phase() == Phase.DRAFT ? Reason.NOT_ISSUED : Reason.MEETING_OVER));
        }
        if (!rights.maySeeAbout(meeting, Optional.of(item))) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM));
        }
        if (!Beforehand.isOpen(meeting, context.now())) {
            return Optional.of(meeting.phase() == Phase.ISSUED
                    ? Decision.refuse(Reason.OPINION_TOO_LATE, CirculationCommand.MOMENT.format(meeting.beforehand().cutOff().orElseThrow()))
                    : Decision.refuse(Reason.OPINIONS_OVER));
        }
        String person = context.caller().person();
        return meeting.recusals().keepsOut(meeting.agenda(), Optional.of(item), person)
                ? Optional.of(Decision.refuse(Reason.OPINION_WHILE_RECUSED))
                : Optional.empty();
    }
}
