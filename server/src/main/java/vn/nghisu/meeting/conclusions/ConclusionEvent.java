package vn.nghisu.meeting.conclusions;

import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.session.Phase;

/** What was concluded. */
public sealed interface ConclusionEvent extends Event {

    record ConclusionRecorded(String item, String text) implements ConclusionEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Meeting with = meeting.with(meeting.conclusions().with(item, text));
            return meeting.phase() == Phase.CLOSED ? with.with(meeting.minutes().factsCorrected(stamp.seq())) : with;
        }
    }
}
