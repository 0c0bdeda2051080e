package vn.nghisu.minutes;

import java.util.Optional;
import java.util.Set;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.agenda.AgendaEvent;
import vn.nghisu.meeting.attendance.AttendanceEvent;
import vn.nghisu.meeting.conclusions.ConclusionEvent;
import vn.nghisu.meeting.floor.FloorEvent;
import vn.nghisu.meeting.franchise.FranchiseEvent;
import vn.nghisu.meeting.minutes.MinutesTexts;
import vn.nghisu.meeting.papers.PaperEvent;
import vn.nghisu.meeting.recusal.RecusalEvent;
import vn.nghisu.meeting.session.SessionEvent;
import vn.nghisu.meeting.vote.VoteEvent;

/** To which place of the minutes a fact belongs, as who writes there should see it. */
public final class FactPlaces {
    private static final Set<Class<? extends Event>> TOLD = Set.of(
            SessionEvent.MeetingOpened.class, SessionEvent.MeetingRecessed.class, SessionEvent.MeetingResumed.class, SessionEvent.MeetingClosed.class,
            AttendanceEvent.PersonArrived.class, AttendanceEvent.PersonLeft.class, AttendanceEvent.AbsenceReported.class, AttendanceEvent.AttendanceCorrected.class,
            AgendaEvent.ItemAdded.class, AgendaEvent.ItemEdited.class, AgendaEvent.ItemRemoved.class, AgendaEvent.ItemTakenUp.class,
            PaperEvent.PaperAdded.class, PaperEvent.PaperEdited.class, PaperEvent.PaperWithdrawn.class,
            ConclusionEvent.ConclusionRecorded.class, RecusalEvent.PersonRecused.class, RecusalEvent.RecusalEnded.class,
            FloorEvent.FloorGiven.class, FloorEvent.OpinionHandedIn.class,
            FranchiseEvent.VoteDelegated.class, FranchiseEvent.DelegationTakenBack.class, FranchiseEvent.SubstituteNamed.class, FranchiseEvent.SubstitutionEnded.class,
            VoteEvent.VoteOpened.class, VoteEvent.VoteClosed.class, VoteEvent.ResultCorrected.class, VoteEvent.TieDecided.class, VoteEvent.VoteCancelled.class,
            VoteEvent.VoteRepeated.class);

    private FactPlaces() {}

    /** Whether the minutes tell of it: what happened from the opening on, without the steps in between. */
    public static boolean tells(Event event, Meeting before) {
        return TOLD.contains(event.getClass()) && (before.session().openedAt().isPresent() || event instanceof SessionEvent.MeetingOpened);
    }

    /** Id of an item, or {@value MinutesTexts#GENERAL}. */
    public static String of(Event event, Meeting before) {
        return about(event, before).filter(item -> before.agenda().find(item).isPresent() || event instanceof AgendaEvent.ItemAdded).orElse(MinutesTexts.GENERAL);
    }

    private static Optional<String> about(Event event, Meeting before) {
        if (event instanceof AgendaEvent.ItemAdded e) {
            return Optional.of(e.item());
        } else if (event instanceof AgendaEvent.ItemEdited e) {
            return Optional.of(e.item());
        } else if (event instanceof AgendaEvent.ItemTakenUp e) {
            return Optional.of(e.item());
        } else if (event instanceof PaperEvent.PaperAdded e) {
            return Optional.of(e.item());
        } else if (event instanceof PaperEvent.PaperEdited e) {
            return Optional.of(e.item());
        } else if (event instanceof PaperEvent.PaperWithdrawn e) {
            return before.papers().find(e.paper()).map(paper -> paper.itemId());
        } else if (event instanceof ConclusionEvent.ConclusionRecorded e) {
            return Optional.of(e.item());
        } else if (event instanceof RecusalEvent.PersonRecused e) {
            return Optional.of(e.item());
        } else if (event instanceof RecusalEvent.RecusalEnded e) {
            return Optional.of(e.item());
        } else if (event instanceof FloorEvent.FloorGiven e) {
            return e.item();
        } else if (event instanceof FloorEvent.OpinionHandedIn e) {
            return Optional.of(e.item());
        }
        return vote(event).flatMap(before.votes()::find).flatMap(vote -> vote.motion().item());
    }

    private static Optional<String> vote(Event event) {
        if (event instanceof VoteEvent.VoteOpened e) {
            return Optional.of(e.vote());
        } else if (event instanceof VoteEvent.VoteClosed e) {
            return Optional.of(e.vote());
        } else if (event instanceof VoteEvent.ResultCorrected e) {
            return Optional.of(e.vote());
        } else if (event instanceof VoteEvent.TieDecided e) {
            return Optional.of(e.vote());
        } else if (event instanceof VoteEvent.VoteCancelled e) {
            return Optional.of(e.vote());
        }
        return event instanceof VoteEvent.VoteRepeated e ? Optional.of(e.vote()) : Optional.empty();
    }

    /** Whether it changes what an earlier fact said. */
    public static boolean corrects(Event event, Meeting before) {
        return event instanceof AgendaEvent.ItemEdited || event instanceof AgendaEvent.ItemRemoved || event instanceof PaperEvent.PaperEdited || event instanceof PaperEvent.PaperWithdrawn
                || event instanceof VoteEvent.ResultCorrected || event instanceof VoteEvent.VoteCancelled || event instanceof VoteEvent.VoteRepeated
                || event instanceof RecusalEvent.RecusalEnded ended && ended.takenBack()
                || event instanceof ConclusionEvent.ConclusionRecorded recorded && before.conclusions().of(recorded.item()).isPresent()
                || event instanceof FloorEvent.OpinionHandedIn handed && before.floor().opinions(handed.item()).containsKey(handed.person());
    }
}
