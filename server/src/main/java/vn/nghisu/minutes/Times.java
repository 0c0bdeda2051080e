package vn.nghisu.minutes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Times in the words of official papers (Decree 30/2020/NĐ-CP, appendix I: days below 10 and months 1 and 2 with a leading zero).
 *
 * @param day times on this day are told without their date
 */
record Times(ZoneId zone, LocalDate day) {

    static Times on(Optional<Instant> start, ZoneId zone) {
        return new Times(zone, start.map(at -> at.atZone(zone).toLocalDate()).orElse(LocalDate.EPOCH));
    }

    /** "08 giờ 30 phút, ngày 05 tháng 01 năm 2026" */
    String moment(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        return "%02d giờ %02d phút, ".formatted(there.getHour(), there.getMinute()) + date(there.toLocalDate());
    }

    /** "ngày 05 tháng 01 năm 2026" */
    static String date(LocalDate date) {
        int month = date.getMonthValue();
        return "ngày %02d tháng %s năm %d".formatted(date.getDayOfMonth(), month < 3 ? "0" + month : String.valueOf(month), date.getYear());
    }

    /** "08 giờ 30 phút", with the date when it is another day. */
    String clock(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        return there.toLocalDate().equals(day) ? "%02d giờ %02d phút".formatted(there.getHour(), there.getMinute()) : moment(at);
    }

    /** "từ 08 giờ 30 phút đến 09 giờ 10 phút", or "lúc …" when both fall into one minute. */
    String span(Instant from, Optional<Instant> to) {
        String start = clock(from);
        if (to.isEmpty()) {
            return "từ " + start;
        }
        String end = clock(to.get());
        return start.equals(end) ? "lúc " + start : "từ " + start + " đến " + end;
    }

    /** "5 phút 12 giây" */
    static String length(long ms) {
        Duration length = Duration.ofSeconds(Math.round(ms / 1000.0));
        StringBuilder words = new StringBuilder();
        append(words, length.toHours(), "giờ");
        append(words, length.toMinutesPart(), "phút");
        append(words, length.toSecondsPart(), "giây");
        return words.length() == 0 ? "0 giây" : words.toString();
    }

    private static void append(StringBuilder words, long count, String unit) {
        if (count > 0) {
            words.append(words.length() > 0 ? " " : "").append(count).append(' ').append(unit);
        }
    }
}
