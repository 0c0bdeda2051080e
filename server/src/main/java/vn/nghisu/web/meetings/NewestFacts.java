package vn.nghisu.web.meetings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Text;
import vn.nghisu.minutes.Facts;
import vn.nghisu.room.EventCodec;
import vn.nghisu.room.Room;

/**
 * The newest facts of the meetings that somebody watches. An entry's words need the meeting just before it, so each meeting is
 * folded once and then followed: asking again reads only what has been appended since. Thread-safe; blocks while it reads.
 */
final class NewestFacts {
    static final int KEPT = 60;
    private static final int MEETINGS = 16;

    private final Journal journal;
    private final Map<String, Followed> followed = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Followed> eldest) {
            return size() > MEETINGS;
        }
    };

    NewestFacts(Journal journal) {
        this.journal = journal;
    }

    /** An entry and what it says. */
    record Told(Entry entry, Text words) {}

    /** In the journal's order, at most {@value #KEPT}. */
    List<Told> of(Room.Standing standing) {
        Followed meeting;
        synchronized (followed) {
            meeting = followed.computeIfAbsent(standing.meeting().id(), Followed::new);
        }
        return meeting.upTo(standing);
    }

    private final class Followed {
        private final Deque<Told> newest = new ArrayDeque<>();
        private Meeting meeting;
        private long seq;

        Followed(String id) {
            meeting = Meeting.none(id);
        }

        synchronized List<Told> upTo(Room.Standing standing) {
            if (seq < standing.head().seq()) {
                for (Entry entry : journal.all(standing.head().stream(), seq)) {
                    if (entry.seq() > standing.head().seq()) {
                        break;
                    }
                    Event event = EventCodec.event(entry);
                    if (Facts.isNews(event, meeting)) {
                        newest.add(new Told(entry, Facts.of(event, meeting)));
                    }
                    if (newest.size() > KEPT) {
                        newest.remove();
                    }
                    meeting = meeting.after(event, EventCodec.stamp(entry));
                    seq = entry.seq();
                }
            }
            return List.copyOf(newest);
        }
    }
}
