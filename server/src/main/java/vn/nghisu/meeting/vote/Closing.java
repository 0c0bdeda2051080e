package vn.nghisu.meeting.vote;

import java.util.List;
import java.util.Map;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;

/** The counting of what was cast, when a vote is closed. */
public final class Closing {
    private Closing() {}

    static VoteEvent.VoteClosed of(Meeting meeting, Context context, Vote open) {
        Map<String, Integer> slips = open.showsNames() ? Map.of() : context.urns().count(open.id());
        Tally tally = open.count(open.showsNames() ? open.openBallots() : Slip.ballots(slips));
        return new VoteEvent.VoteClosed(open.id(), tally, Counting.verdict(meeting, open, tally), Slip.opinions(slips));
    }

    /** All votes that run. */
    public static List<Event> all(Meeting meeting, Context context) {
        return meeting.votes().all().filter(Vote::isRunning).<Event>map(vote -> of(meeting, context, vote)).toList();
    }
}
