package vn.nghisu.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.VietnamTime;

/**
 * How long a body keeps what belongs to its closed meetings; what is absent is kept. All times run from the closing of the meeting.
 *
 * @param nightly whether the server carries them out by itself at night
 */
public record RetentionRules(Optional<Integer> notesDays, Optional<Integer> readingsDays, Optional<Integer> paperYears, boolean nightly) {
    public static final int MOST_DAYS = 36_500;
    public static final int MOST_YEARS = 100;

    public static RetentionRules none() {
        return new RetentionRules(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    public boolean areWithinBounds() {
        return notesDays.map(days -> days >= 0 && days <= MOST_DAYS).orElse(true) && readingsDays.map(days -> days >= 0 && days <= MOST_DAYS).orElse(true)
                && paperYears.map(years -> years >= 1 && years <= MOST_YEARS).orElse(true);
    }

    boolean notesAreOver(Instant closed, Instant now) {
        return notesDays.filter(days -> !closed.plus(Duration.ofDays(days)).isAfter(now)).isPresent();
    }

    boolean readingsAreOver(Instant closed, Instant now) {
        return readingsDays.filter(days -> !closed.plus(Duration.ofDays(days)).isAfter(now)).isPresent();
    }

    boolean papersAreOver(Instant closed, Instant now) {
        return paperYears.filter(years -> !closed.atZone(VietnamTime.ZONE).plusYears(years).toInstant().isAfter(now)).isPresent();
    }

    /** For the certificate. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        notesDays.ifPresent(days -> words.add("Ghi chú riêng: " + days + " ngày sau khi cuộc họp kết thúc"));
        readingsDays.ifPresent(days -> words.add("Lượt đọc tài liệu: " + days + " ngày sau khi cuộc họp kết thúc"));
        paperYears.ifPresent(years -> words.add("Tệp tài liệu: " + years + " năm sau khi cuộc họp kết thúc"));
        return words;
    }
}
