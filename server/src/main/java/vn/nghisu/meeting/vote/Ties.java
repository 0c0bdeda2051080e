package vn.nghisu.meeting.vote;

import java.util.List;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.recusal.Recusals;

/** How a tie ends that goes the chair's way (product V2): by the chair's word, or not passed where the chair takes no part in the item. */
public final class Ties {
    private Ties() {}

    /** The ties that wait for this person's word as the chair, about an item in which the person takes no part from now on. */
    public static List<Event> fallenWithout(Meeting meeting, String person, String item) {
        if (meeting.roster().chair().filter(chair -> chair.id().equals(person)).isEmpty()) {
            return List.of();
        }
        return meeting.votes().all().filter(meeting.votes()::waitsForChair)
                .filter(vote -> vote.motion().item().filter(about -> Recusals.covers(meeting.agenda(), item, about)).isPresent())
                .<Event>map(vote -> fallen(meeting, vote)).toList();
    }

    static VoteEvent.TieDecided decided(Meeting meeting, Vote tied, boolean passed) {
        Tally tally = tied.tally().orElseThrow();
        return settled(meeting, tied, Judge.decided(tied.motion().rule(), tied.motion().form(), tally, tied.verdict().orElseThrow(), passed));
    }

    static VoteEvent.TieDecided fallen(Meeting meeting, Vote tied) {
        Tally tally = tied.tally().orElseThrow();
        return settled(meeting, tied, Judge.withoutChair(tied.motion().rule(), tied.motion().form(), tally, tied.verdict().orElseThrow()));
    }

    private static VoteEvent.TieDecided settled(Meeting meeting, Vote tied, Verdict verdict) {
        return new VoteEvent.TieDecided(tied.id(), Counting.told(meeting, tied, tied.tally().orElseThrow(), verdict));
    }

    static boolean chairTakesNoPart(Meeting meeting, Vote.Motion motion) {
        return meeting.roster().chair().filter(chair -> meeting.recusals().keepsOut(meeting.agenda(), motion.item(), chair.id())).isPresent();
    }
}
