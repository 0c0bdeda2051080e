package vn.nghisu.meeting.floor;

import java.util.Optional;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.session.Leading;
import vn.nghisu.meeting.session.Phase;

/** Asking for, giving and ending the floor (product F1, F2). */
public sealed interface FloorCommand extends Command {
    int LONGEST_TURN_MINUTES = 240;

    record AskToSpeak(SpeechKind kind, String about) implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            String person = context.caller().person();
            Rights rights = Rights.of(meeting, context.caller());
            if (!rights.maySpeak()) {
                return Decision.refuse(rights.maySeeMeeting() ? Reason.NOT_YOURS : Reason.NO_SUCH_MEETING);
            }
            if (meeting.phase() != Phase.IN_SESSION) {
                return Decision.refuse(meeting.phase().isOver() ? Reason.MEETING_OVER : Reason.NOT_IN_SESSION);
            }
            if (!meeting.attendance().isPresent(person)) {
                return Decision.refuse(Reason.CHECK_IN_FIRST);
            }
            if (!rights.takePart(meeting)) {
                return Decision.refuse(Reason.RECUSED, meeting.roster().name(person));
            }
            if (!meeting.floor().listOpen() && kind != SpeechKind.POINT_OF_ORDER) {
                return Decision.refuse(Reason.LIST_CLOSED);
            }
            if (meeting.floor().waiting(person, kind).isPresent()) {
                return Decision.refuse(Reason.ALREADY_ASKED, meeting.roster().name(person));
            }
            if (meeting.floor().queue().size() >= Limits.WAITING_SPEAKERS) {
                return Decision.refuse(Reason.TOO_MANY, Limits.WAITING_SPEAKERS);
            }
            return Limits.optional(about, Fields.ABOUT, Limits.LINE_CHARACTERS)
                    .orElseGet(() -> Decision.accept(new FloorEvent.SpeechRequested(
                            person, kind, about.strip(), itemInHand(meeting, rights))));
        }
    }

    record WithdrawRequest(String request) implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            if (!Rights.of(meeting, context.caller()).maySeeMeeting()) {
                return Decision.refuse(Reason.NO_SUCH_MEETING);
            }
            Optional<Floor.Request> found = meeting.floor().find(request);
            if (found.isEmpty() || !found.get().person().equals(context.caller().person())) {
                return Decision.refuse(Reason.NOT_ASKED);
            }
            return Decision.accept(new FloorEvent.RequestWithdrawn(request));
        }
    }

    /** The chair turns a request down. */
    record DismissRequest(String request) implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> meeting.floor().find(request).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_ASKED)))
                    .orElseGet(() -> Decision.accept(new FloorEvent.RequestDismissed(request)));
        }
    }

    /** Gives the floor to somebody who asked; whoever has it, ends. */
    record CallSpeaker(String request, int limitMinutes) implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> meeting.floor().find(request).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_ASKED)))
                    .or(() -> takesPart(meeting, meeting.floor().find(request).orElseThrow().person()))
                    .or(() -> checkLimit(limitMinutes))
                    .orElseGet(() -> Decision.accept(granted(meeting, meeting.floor().find(request).orElseThrow(), limitMinutes)));
        }
    }

    /** Gives the floor to somebody present, whether asked or not: what the person asked first is granted thereby, and waits no longer. */
    record AppointSpeaker(String person, int limitMinutes) implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> meeting.roster().find(person).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_PERSON)))
                    .or(() -> meeting.attendance().isPresent(person)
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.NOT_PRESENT, meeting.roster().name(person))))
                    .or(() -> takesPart(meeting, person))
                    .or(() -> checkLimit(limitMinutes))
                    .orElseGet(() -> Decision.accept(meeting.floor().queue().stream().filter(asked -> asked.person().equals(person)).findFirst()
                            .map(asked -> granted(meeting, asked, limitMinutes))
                            .orElseGet(() -> new FloorEvent.FloorGiven(person, SpeechKind.DISCUSSION, "", itemInHand(meeting, person),
                                    Optional.empty(), limitMinutes * 60_000L))));
        }
    }

    /** Ends the turn under way: by those who lead, or by the speaker. */
    record EndTurn() implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Optional<Floor.Turn> turn = meeting.floor().speaker();
            if (turn.filter(now -> now.person().equals(context.caller().person())).isEmpty()) {
                Rights rights = Rights.of(meeting, context.caller());
                if (rights.maySpeak() && !rights.mayLead()) {
                    return Decision.refuse(Reason.NOT_YOUR_TURN);
                }
                Optional<Decision> refused = Leading.checkInSession(meeting, context);
                if (refused.isPresent()) {
                    return refused.get();
                }
            }
            return turn.isPresent() ? Decision.accept(new FloorEvent.FloorEnded()) : Decision.refuse(Reason.NOBODY_SPEAKS);
        }
    }

    /** Stops the speaker's clock, or lets it go on. */
    record PauseTurn(boolean pause) implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> meeting.floor().speaker().isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOBODY_SPEAKS)))
                    .orElseGet(() -> meeting.floor().speaker().orElseThrow().runningSince().isPresent() != pause
                            ? Decision.accept()
                            : Decision.accept(pause ? new FloorEvent.FloorPaused() : new FloorEvent.FloorContinued()));
        }
    }

    record OpenSpeakersList(boolean open) implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .orElseGet(() -> meeting.floor().listOpen() == open
                            ? Decision.accept()
                            : Decision.accept(new FloorEvent.SpeakersListOpened(open)));
        }
    }

    private static Optional<Decision> takesPart(Meeting meeting, String person) {
        return Rights.of(meeting, Caller.person(person)).takePart(meeting)
                ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.RECUSED, meeting.roster().name(person)));
    }

    private static Optional<String> itemInHand(Meeting meeting, String person) {
        return itemInHand(meeting, Rights.of(meeting, Caller.person(person)));
    }

    /** The item that a speech is about, when the speaker may see it; a guest's words belong to no item that is hidden from guests. */
    private static Optional<String> itemInHand(Meeting meeting, Rights rights) {
        return meeting.agenda().inHand().filter(item -> rights.maySeeAbout(meeting, Optional.of(item)));
    }

    private static Event granted(Meeting meeting, Floor.Request asked, int limitMinutes) {
        return new FloorEvent.FloorGiven(asked.person(), asked.kind(), asked.about(), itemInHand(meeting, asked.person()), Optional.of(asked.id()),
                limitMinutes * 60_000L);
    }

    private static Optional<Decision> checkLimit(int limitMinutes) {
        return limitMinutes >= 0 && limitMinutes <= LONGEST_TURN_MINUTES
                ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.BAD_NUMBER, Fields.MINUTES, 0, LONGEST_TURN_MINUTES));
    }
}
