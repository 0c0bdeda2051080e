package vn.nghisu.minutes;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.minutes.layout.Attached;
import vn.nghisu.minutes.layout.Typesetter;

/** The minutes as a PDF in the layout of form 1.9 (biên bản), with their record for machines attached. */
public final class BienBan {
    /** For everybody who may find the file, in both languages. */
    public static final String NOT_APPROVED = "DỰ THẢO – chưa phê duyệt / DRAFT – not approved";

    private BienBan() {}

    /** @param madeAt time of making, for the file's description; the same draft, time and zone give the same bytes */
    public static byte[] pdf(MinutesDraft draft, Instant madeAt, ZoneId zone) {
        return Typesetter.pdf(MinutesText.of(draft, zone), madeAt.atZone(zone), List.of(record(draft)));
    }

    /** The same with what is not approved yet said on each page. */
    public static byte[] unapproved(MinutesDraft draft, Instant madeAt, ZoneId zone) {
        return Typesetter.pdf(MinutesText.of(draft, zone), madeAt.atZone(zone), List.of(record(draft)), Optional.of(NOT_APPROVED));
    }

    /** As the meeting's minutes stand. */
    public static byte[] pdf(Meeting meeting, Head journal, Instant madeAt, ZoneId zone) {
        MinutesDraft draft = Drafts.of(meeting, journal);
        return meeting.minutes().isApproved() ? pdf(draft, madeAt, zone) : unapproved(draft, madeAt, zone);
    }

    static Attached record(MinutesDraft draft) {
        return new Attached(MinutesRecord.FILE, "application/json", "Dữ liệu của biên bản cho máy đọc", MinutesRecord.of(draft).json());
    }
}
