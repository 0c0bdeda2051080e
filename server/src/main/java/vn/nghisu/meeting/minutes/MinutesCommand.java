package vn.nghisu.meeting.minutes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.session.Leading;
import vn.nghisu.meeting.session.Phase;

/** Writing the minutes by hand beside what they tell by themselves, from the opening until they are signed (product M1, M2). */
public sealed interface MinutesCommand extends Command {
    int STEPS = 1_000;
    int STEP_CHARACTERS = 300_000;
    int COMMENTS = 500;

    /**
     * Steps of editing on the newest version of a text. Whoever knows only an older one is refused, takes in what came between, and sends anew.
     *
     * @param place id of an item, or {@value MinutesTexts#GENERAL}
     * @param version how many steps the writer knows
     * @param writer names one open editor
     * @param steps each as JSON, which is kept as it is
     * @param document the text after them
     */
    record WriteMinutes(String place, TextPart part, int version, String writer, List<String> steps, RichText document) implements MinutesCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return open(meeting, context)
                    .or(() -> at(meeting, place))
                    .or(() -> Limits.isId(writer) ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_ID)))
                    .or(() -> steps.isEmpty() || steps.size() > STEPS ? Optional.of(Decision.refuse(Reason.TOO_MANY, STEPS)) : Optional.empty())
                    .or(() -> steps.stream().mapToLong(String::length).sum() > STEP_CHARACTERS
                            ? Optional.of(Decision.refuse(Reason.TEXT_TOO_LONG, Fields.MINUTES_TEXT, STEP_CHARACTERS))
                            : Optional.empty())
                    .or(document::check)
                    .or(() -> meeting.minutes().of(place, part).version() == version ? Optional.empty() : Optional.of(Decision.refuse(Reason.TEXT_MOVED_ON)))
                    .orElseGet(() -> Decision.accept(new MinutesEvent.MinutesWritten(place, part, version, writer, steps, document)));
        }
    }

    /** The facts of a place up to an entry's number are known to who writes there. */
    record AcknowledgeFacts(String place, long upTo) implements MinutesCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return open(meeting, context)
                    .or(() -> at(meeting, place))
                    .orElseGet(() -> {
                        long seen = Math.min(upTo, meeting.seq());
                        return seen <= meeting.minutes().seen().getOrDefault(place, 0L) ? Decision.accept() : Decision.accept(new MinutesEvent.FactsAcknowledged(place, seen));
                    });
        }
    }

    /** Something to say about a text to those who write it. */
    record CommentMinutes(String comment, String place, TextPart part, String text) implements MinutesCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return open(meeting, context)
                    .or(() -> at(meeting, place))
                    .or(() -> Limits.isId(comment) && !meeting.minutes().comments().containsKey(comment) ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_ID)))
                    .or(() -> Limits.needed(text, Fields.COMMENT, Limits.LINE_CHARACTERS))
                    .or(() -> meeting.minutes().comments().size() >= COMMENTS ? Optional.of(Decision.refuse(Reason.TOO_MANY, COMMENTS)) : Optional.empty())
                    .orElseGet(() -> Decision.accept(new MinutesEvent.MinutesCommented(comment, place, part, text.strip())));
        }
    }

    /** What a comment asks for is done. */
    record ResolveComment(String comment) implements MinutesCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return open(meeting, context).orElseGet(() -> {
                MinutesTexts.Comment had = meeting.minutes().comments().get(comment);
                if (had == null) {
                    return Decision.refuse(Reason.NO_SUCH_COMMENT);
                }
                return had.resolved().isPresent() ? Decision.accept() : Decision.accept(new MinutesEvent.CommentResolved(comment));
            });
        }
    }

    /**
     * The chair agrees to the minutes of a closed meeting. Any later edit leaves the approval behind.
     *
     * @param versions of the texts that the chair sees, by {@link MinutesTexts#key}
     */
    record ApproveMinutes(Map<String, Integer> versions) implements MinutesCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return open(meeting, context)
                    .or(() -> Rights.of(meeting, context.caller()).isChair() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_YOURS)))
                    .or(() -> meeting.phase() == Phase.CLOSED ? Optional.empty() : Optional.of(Decision.refuse(Reason.MINUTES_NOT_FINISHED)))
                    .or(() -> meeting.minutes().versions().equals(versions) ? Optional.empty() : Optional.of(Decision.refuse(Reason.MINUTES_CHANGED)))
                    .orElseGet(() -> meeting.minutes().isApproved() ? Decision.accept() : Decision.accept(new MinutesEvent.MinutesApproved(versions)));
        }
    }

    /** The chair does not agree to the minutes of a closed meeting yet, and says what is to be changed. */
    record AskMinutesChanges(String reason) implements MinutesCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return open(meeting, context)
                    .or(() -> Rights.of(meeting, context.caller()).isChair() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_YOURS)))
                    .or(() -> meeting.phase() == Phase.CLOSED ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_CLOSED_YET)))
                    .or(() -> meeting.minutes().isApproved() ? Optional.of(Decision.refuse(Reason.MINUTES_APPROVED)) : Optional.empty())
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .orElseGet(() -> meeting.minutes().asked().filter(had -> had.reason().equals(reason.strip())).isPresent()
                            ? Decision.accept()
                            : Decision.accept(new MinutesEvent.MinutesChangesAsked(reason.strip())));
        }
    }

    /** Facts of a closed meeting may be put right as long as its minutes wait for the first signature. */
    static Optional<Decision> facts(Meeting meeting) {
        return Limits.first(
                meeting.phase() == Phase.CLOSED ? Optional.empty() : Optional.of(Decision.refuse(meeting.phase().isOver() ? Reason.MEETING_OVER : Reason.NOT_CLOSED_YET)),
                meeting.minutes().locked() ? Optional.of(Decision.refuse(Reason.FACTS_LOCKED)) : Optional.empty());
    }

    private static Optional<Decision> begun(Meeting meeting) {
        return Leading.withSession(meeting)
                .or(() -> meeting.session().openedAt().isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.MINUTES_NOT_BEGUN)));
    }

    private static Optional<Decision> open(Meeting meeting, Context context) {
        return Leading.check(meeting, context)
                .or(() -> begun(meeting))
                .or(() -> meeting.minutes().locked() ? Optional.of(Decision.refuse(Reason.MINUTES_LOCKED)) : Optional.empty());
    }

    private static Optional<Decision> at(Meeting meeting, String place) {
        return place.equals(MinutesTexts.GENERAL) || meeting.agenda().find(place).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM));
    }
}
