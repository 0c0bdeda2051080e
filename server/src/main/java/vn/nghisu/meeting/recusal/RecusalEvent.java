package vn.nghisu.meeting.recusal;

import java.util.stream.Stream;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;

/** Who takes no part in an item, and when it ends. */
public sealed interface RecusalEvent extends Event {

    /** Whoever speaks on the item, or waits to, stops doing so. Where it holds again since the item comes back, it stays the word of who said it. */
    record PersonRecused(String person, String item, String reason) implements RecusalEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Recusal recusal = meeting.recusals().find(item, person)
                    .map(before -> before.again(stamp.at(), before.stands() ? before.by() : stamp.actor(), reason))
                    .orElseGet(() -> Recusal.from(stamp.at(), item, person, stamp.actor(), reason));
            Meeting next = meeting.with(meeting.recusals().with(recusal));
            boolean inHand = meeting.agenda().inHand().filter(now -> Recusals.covers(meeting.agenda(), item, now)).isPresent();
            if (!inHand) {
                return next;
            }
            boolean speaks = meeting.floor().speaker().filter(turn -> turn.person().equals(person)).isPresent();
            return next.with((speaks ? next.floor().ended(stamp.at()) : next.floor()).withoutRequestsOf(person));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return Stream.of(person);
        }

        @Override
        public boolean changesRights() {
            return true;
        }
    }

    /** @param takenBack by somebody's word; else since the item is over, or the meeting */
    record RecusalEnded(String person, String item, boolean takenBack) implements RecusalEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.recusals().with(meeting.recusals().find(item, person).orElseThrow().ended(stamp.at(), takenBack)));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return Stream.of(person);
        }

        @Override
        public boolean changesRights() {
            return true;
        }
    }
}
