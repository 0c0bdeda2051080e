package vn.nghisu.web.meetings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Text;
import vn.nghisu.minutes.FactPlaces;
import vn.nghisu.minutes.Facts;
import vn.nghisu.room.EventCodec;
import vn.nghisu.room.Room;

/**
 * The newest facts of the meetings that somebody watches. An entry's words need the meeting just before it, so each meeting is
 * folded once and then followed: asking again reads only what has been appended since. Thread-safe; blocks while it reads.
 */
final class NewestFacts {
    private static final int MEETINGS = 16;

    private final Journal journal;
    private final Map<String, Followed> followed = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Followed> eldest) {
            return size() > MEETINGS;
        }
    };

    private final int kept;
    private final BiPredicate<Event, Meeting> wanted;

    /**
     * @param kept how many of a meeting, the newest ones
     * @param wanted of an event and the meeting before it
     */
    NewestFacts(Journal journal, int kept, BiPredicate<Event, Meeting> wanted) {
        this.journal = journal;
        this.kept = kept;
        this.wanted = wanted;
    }

    /** An entry and what it says. @param place of the minutes to which it belongs @param corrects whether it changes what an earlier one said */
    record Told(Entry entry, Text words, String place, boolean corrects) {
        static Told of(Entry entry, Event event, Meeting before) {
            return new Told(entry, Facts.of(event, before), FactPlaces.of(event, before), FactPlaces.corrects(event, before));
        }
    }

    /** In the journal's order. */
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
                    if (wanted.test(event, meeting)) {
                        newest.add(Told.of(entry, event, meeting));
                    }
                    if (newest.size() > kept) {
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
