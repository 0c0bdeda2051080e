package vn.nghisu.meeting.floor;

import java.util.Optional;
import vn.nghisu.meeting.Caller;
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

/** Asking for, giving and ending the floor (product F1, F2). */
public sealed interface FloorCommand extends Command {

    /** @param to who is asked by a question; with other kinds nobody is */
    record AskToSpeak(SpeechKind kind, String about, Optional<String> to) implements FloorCommand {
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
            if (meeting.floor().list() != ListState.OPEN && kind != SpeechKind.POINT_OF_ORDER) {
                return Decision.refuse(meeting.floor().list() == ListState.PAUSED ? Reason.LIST_PAUSED : Reason.LIST_CLOSED);
            }
            if (meeting.floor().waiting(person, kind).isPresent()) {
                return Decision.refuse(Reason.ALREADY_ASKED, meeting.roster().name(person));
            }
            if (meeting.floor().queue().size() >= Limits.WAITING_SPEAKERS) {
                return Decision.refuse(Reason.TOO_MANY, Limits.WAITING_SPEAKERS);
            }
            return (kind == SpeechKind.POINT_OF_ORDER
                            ? Limits.needed(about, Fields.REASON, Limits.LINE_CHARACTERS)
                            : Limits.optional(about, Fields.ABOUT, Limits.LINE_CHARACTERS))
                    .or(() -> kind == SpeechKind.QUESTION ? checkAsked(meeting, person) : Optional.empty())
                    .orElseGet(() -> Decision.accept(new FloorEvent.SpeechRequested(
                            person, kind, about.strip(), itemInHand(meeting, rights), to.filter(asked -> kind == SpeechKind.QUESTION))));
        }

        private Optional<Decision> checkAsked(Meeting meeting, String person) {
            if (to.isEmpty()) {
                return Optional.of(Decision.refuse(Reason.ASK_WHOM));
            }
            return to.get().equals(person) || meeting.roster().find(to.get()).isEmpty()
                    ? Optional.of(Decision.refuse(to.get().equals(person) ? Reason.ASKS_ONESELF : Reason.NO_SUCH_PERSON))
                    : Optional.empty();
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

    /** Puts a request to another place of the queue, by hand: before another one, or to the end. */
    record MoveRequest(String request, Optional<String> before) implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> meeting.floor().find(request).isPresent() && before.map(meeting.floor()::find).map(Optional::isPresent).orElse(true)
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.NOT_ASKED)))
                    .orElseGet(() -> before.filter(request::equals).isPresent()
                            ? Decision.accept()
                            : Decision.accept(new FloorEvent.RequestMoved(request, before)));
        }
    }

    /**
     * Gives the floor to somebody who asked; whoever has it, ends.
     *
     * @param limitMinutes 0 for no limit; absent for what the rules give
     * @param beyond the caller has been warned that a rule of the floor is passed over, and goes on; the minutes will say so
     */
    record CallSpeaker(String request, Optional<Integer> limitMinutes, boolean beyond) implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> meeting.floor().find(request).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_ASKED)))
                    .or(() -> takesPart(meeting, meeting.floor().find(request).orElseThrow().person()))
                    .orElseGet(() -> granted(meeting, context, meeting.floor().find(request).orElseThrow(), limitMinutes, beyond));
        }
    }

    /**
     * Gives the floor to somebody present, whether asked or not: what the person asked first is granted thereby, and waits no longer.
     *
     * @param limitMinutes as in {@link CallSpeaker}
     * @param beyond as in {@link CallSpeaker}
     */
    record AppointSpeaker(String person, Optional<Integer> limitMinutes, boolean beyond) implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> meeting.roster().find(person).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_PERSON)))
                    .or(() -> meeting.attendance().isPresent(person)
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.NOT_PRESENT, meeting.roster().name(person))))
                    .or(() -> takesPart(meeting, person))
                    .orElseGet(() -> meeting.floor().queue().stream().filter(asked -> asked.person().equals(person)).findFirst()
                            .map(asked -> granted(meeting, context, asked, limitMinutes, beyond))
                            .orElseGet(() -> given(meeting, context, new FloorEvent.FloorGiven(person, SpeechKind.DISCUSSION, "",
                                    itemInHand(meeting, person), Optional.empty(), 0, Optional.empty(), Optional.empty()), limitMinutes, beyond)));
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
                    .orElseGet(() -> meeting.floor().list() == (open ? ListState.OPEN : ListState.CLOSED)
                            ? Decision.accept()
                            : Decision.accept(new FloorEvent.SpeakersListOpened(open)));
        }
    }

    private static Optional<Decision> takesPart(Meeting meeting, String person) {
        return Rights.of(meeting, Caller.person(person)).takePart(meeting)
                ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.RECUSED, meeting.roster().name(person)));
    }

    /** Takes no requests for the moment; who waits stays. */
    record PauseSpeakersList() implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .orElseGet(() -> meeting.floor().list() == ListState.PAUSED
                            ? Decision.accept()
                            : Decision.accept(new FloorEvent.SpeakersListPaused()));
        }
    }

    /** The meeting's own rules of the floor, in place of the body's. */
    record SetFloorRules(FloorRules rules) implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.check(meeting, context)
                    .or(() -> meeting.phase().isOver() ? Optional.of(Decision.refuse(Reason.MEETING_OVER)) : Optional.empty())
                    .or(rules::check)
                    .orElseGet(() -> rules.equals(meeting.floor().rules())
                            ? Decision.accept()
                            : Decision.accept(new FloorEvent.FloorRulesSet(rules)));
        }
    }

    /**
     * An opinion in writing on an item, by who asked to speak on it, or by anybody once the list is closed; also after the meeting.
     *
     * @param text in place of what the caller handed in before; blank takes it back
     */
    record HandInOpinion(String item, String text) implements FloorCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            String person = context.caller().person();
            Rights rights = Rights.of(meeting, context.caller());
            if (!rights.maySpeak()) {
                return Decision.refuse(rights.maySeeMeeting() ? Reason.NOT_YOURS : Reason.NO_SUCH_MEETING);
            }
            if (!meeting.phase().hasStarted() && meeting.phase() != Phase.CLOSED) {
                return Decision.refuse(meeting.phase().isOver() ? Reason.MEETING_OVER : Reason.NOT_IN_SESSION);
            }
            if (!rights.maySeeAbout(meeting, Optional.of(item))) {
                return Decision.refuse(Reason.NO_SUCH_ITEM);
            }
            if (meeting.recusals().keepsOut(meeting.agenda(), Optional.of(item), person)) {
                return Decision.refuse(Reason.OPINION_WHILE_RECUSED);
            }
            Floor floor = meeting.floor();
            if (!floor.hasAsked(person, item) && (floor.list() != ListState.CLOSED || !meeting.agenda().find(item).orElseThrow().wasInHand())) {
                return Decision.refuse(Reason.NOT_YET_IN_WRITING);
            }
            if (meeting.attendance().of(person).stays().isEmpty()) {
                return Decision.refuse(Reason.CHECK_IN_FIRST);
            }
            Optional<String> before = Optional.ofNullable(floor.opinions(item).get(person)).map(Floor.Opinion::text);
            return Limits.optional(text, Fields.WRITTEN_OPINION, Limits.TEXT_CHARACTERS)
                    .orElseGet(() -> before.orElse("").equals(text.strip())
                            ? Decision.accept()
                            : Decision.accept(new FloorEvent.OpinionHandedIn(item, person, text.strip())));
        }
    }

    static Optional<String> itemInHand(Meeting meeting, String person) {
        return itemInHand(meeting, Rights.of(meeting, Caller.person(person)));
    }

    /** The item that a speech is about, when the speaker may see it; a guest's words belong to no item that is hidden from guests. */
    private static Optional<String> itemInHand(Meeting meeting, Rights rights) {
        return meeting.agenda().inHand().filter(item -> rights.maySeeAbout(meeting, Optional.of(item)));
    }

    private static Decision granted(Meeting meeting, Context context, Floor.Request asked, Optional<Integer> limitMinutes, boolean beyond) {
        return given(meeting, context, new FloorEvent.FloorGiven(asked.person(), asked.kind(), asked.about(), itemInHand(meeting, asked.person()),
                Optional.of(asked.id()), 0, asked.to(), Optional.empty()), limitMinutes, beyond);
    }

    /** The turn with its length; a warning where it goes beyond a rule, unless that was passed over. */
    private static Decision given(Meeting meeting, Context context, FloorEvent.FloorGiven turn, Optional<Integer> limitMinutes, boolean beyond) {
        Optional<Decision> bad = limitMinutes.flatMap(minutes -> FloorRules.minutes(minutes, FloorRules.LONGEST_TURN_MINUTES));
        if (bad.isPresent()) {
            return bad.get();
        }
        Allowance allowance = Allowance.of(meeting.floor(), turn.person(), turn.kind(), turn.item(), Optional.of(context.now()));
        int minutes = limitMinutes.orElse(allowance.minutes());
        Optional<Beyond> passed = allowance.beyond(minutes);
        return passed.isPresent() && !beyond
                ? allowance.warning(meeting, turn.person(), passed.get())
                : Decision.accept(new FloorEvent.FloorGiven(turn.person(), turn.kind(), turn.about(), turn.item(), turn.request(), minutes * 60_000L,
                        turn.with(), passed));
    }
}
