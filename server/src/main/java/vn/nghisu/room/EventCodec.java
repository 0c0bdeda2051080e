package vn.nghisu.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import vn.nghisu.journal.Entry;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.Subjects;

/** Events as the journal's payloads. The stored name is the record's name; golden files hold the form of each. */
public final class EventCodec {
    private EventCodec() {}

    public static String payload(Event event) {
        return Json.write(event);
    }

    /** @throws UnknownEvent when no record of this version has the entry's type, or its payload has another form */
    public static Event event(Entry entry) {
        Class<? extends Event> type = Subjects.EVENTS.get(entry.type());
        if (type == null) {
            throw new UnknownEvent(entry, null);
        }
        try {
            return Json.MAPPER.readValue(Upcasts.toNow(entry.type(), entry.payload()), type);
        } catch (JsonProcessingException e) {
            throw new UnknownEvent(entry, e);
        }
    }

    public static Stamp stamp(Entry entry) {
        return new Stamp(entry.seq(), entry.at(), entry.actor(), entry.hash().shortCode());
    }

    /** An entry that this version can't read: it was written by a newer one, or is damaged. */
    public static final class UnknownEvent extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownEvent(Entry entry, Throwable cause) {
            super("entry " + entry.seq() + " of " + entry.stream() + " (" + entry.type() + ") can't be read by this version", cause);
        }
    }
}
