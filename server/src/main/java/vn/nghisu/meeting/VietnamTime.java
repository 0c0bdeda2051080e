package vn.nghisu.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The wall clock of every meeting: the whole country has one. Clients have theirs in {@code i18n/format.ts}. */
public final class VietnamTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);

    private VietnamTime() {}

    /** As sentences say it: "09:05". */
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }
}
