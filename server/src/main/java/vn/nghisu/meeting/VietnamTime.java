package vn.nghisu.meeting;

import java.time.ZoneId;

/** The wall clock of every meeting: the whole country has one. Clients have theirs in {@code i18n/format.ts}. */
public final class VietnamTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private VietnamTime() {}
}
