package vn.nghisu.exports;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Status;
import biweekly.property.Uid;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.session.Phase;

/**
 * Meetings as iCalendar (RFC 5545): one VEVENT each with an id that stays (3.8.4.7), a sequence that grows with each visible change (3.8.7.4), and times in
 * Việt Nam's zone, which is described in the file (3.6.5).
 */
public final class MeetingCalendar {
    private static final long ZONE_MS = 7 * 3_600_000L;
    private static final int LINE_OCTETS = 75;

    private MeetingCalendar() {}

    /** @param madeAt stands in each event as its time stamp (3.8.7.2) */
    public static byte[] of(List<Meeting> meetings, Instant madeAt) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Nghi Su//Nghi Su//VI");
        VTimezone described = new VTimezone(VietnamTime.ZONE.getId());
        StandardTime standard = new StandardTime();
        standard.setDateStart(new DateTimeComponents(1975, 6, 13, 0, 0, 0, false));
        standard.setTimezoneOffsetFrom(new UtcOffset(ZONE_MS));
        standard.setTimezoneOffsetTo(new UtcOffset(ZONE_MS));
        described.addStandardTime(standard);
        calendar.getTimezoneInfo().setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(VietnamTime.ZONE), described));
        meetings.forEach(meeting -> calendar.addEvent(event(meeting, madeAt)));
        return folded(Biweekly.write(calendar).version(ICalVersion.V2_0).go()).getBytes(StandardCharsets.UTF_8);
    }

    /** Lines of at most 75 octets (RFC 5545, 3.1), no letter broken; the library counts letters. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int letter : text.replace("\r\n ", "").codePoints().toArray()) {
            if (letter == '\r') {
                octets = 0;
            } else if (letter != '\n') {
                int more = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
                if (octets + more > LINE_OCTETS) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                octets += more;
            }
            folded.appendCodePoint(letter);
        }
        return folded.toString();
    }

    /** Changes of the whole since the issue, of which no other kind is told to everybody, and the end, which moves it or takes it off. */
    private static int sequence(Meeting meeting) {
        return (int) meeting.head().revisions().stream().filter(revision -> revision.visibility() == Visibility.EVERYONE && revision.paper().isEmpty()).count() + (meeting.phase().isOver() ? 1 : 0);
    }

    private static VEvent event(Meeting meeting, Instant madeAt) {
        VEvent event = new VEvent();
        event.setUid(new Uid(meeting.id() + "@nghisu"));
        event.setDateTimeStamp(Date.from(madeAt));
        event.setSummary(meeting.head().title());
        boolean over = meeting.phase().isOver(); // the planned times until then: what changes them is a revision with a number
        Instant from = over ? meeting.heldAt() : meeting.head().startsAt();
        Instant until = over ? meeting.heldUntil() : meeting.head().endsAt();
        event.setDateStart(Date.from(from));
        if (until.isAfter(from)) { // an end lies behind its begin (3.6.1)
            event.setDateEnd(Date.from(until));
        }
        if (!meeting.head().room().isBlank()) {
            event.setLocation(meeting.head().room());
        }
        event.setDescription(meeting.head().bodyName());
        event.setSequence(sequence(meeting));
        event.setTransparency(!meeting.head().kind().hasSession()); // a form takes nobody's time (3.8.2.7)
        event.setStatus(meeting.phase() == Phase.CANCELLED ? Status.cancelled() : Status.confirmed());
        return event;
    }
}
