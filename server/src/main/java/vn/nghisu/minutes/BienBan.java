package vn.nghisu.minutes;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import vn.nghisu.minutes.layout.Attached;
import vn.nghisu.minutes.layout.Typesetter;

/** The minutes as a PDF in the layout of form 1.9 (biên bản), with their record for machines attached. */
public final class BienBan {
    private BienBan() {}

    /** @param madeAt time of making, for the file's description; the same draft, time and zone give the same bytes */
    public static byte[] pdf(MinutesDraft draft, Instant madeAt, ZoneId zone) {
        return Typesetter.pdf(MinutesText.of(draft, zone), madeAt.atZone(zone), List.of(record(draft)));
    }

    static Attached record(MinutesDraft draft) {
        return new Attached(MinutesRecord.FILE, "application/json", "Dữ liệu của biên bản cho máy đọc", MinutesRecord.of(draft).json());
    }
}
