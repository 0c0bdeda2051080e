package vn.nghisu.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant OPENED = Instant.parse("2026-01-05T01:30:00Z");
    private final Times times = Times.on(Optional.of(OPENED), ZONE);

    @Test
    void a_moment_is_told_in_the_zone_of_the_agency() {
        assertThat(times.moment(OPENED)).isEqualTo("08 giờ 30 phút, ngày 05 tháng 01 năm 2026");
    }

    @Test
    void days_below_ten_and_only_the_first_two_months_have_a_leading_zero() {
        assertThat(Times.date(LocalDate.of(2026, 2, 9))).isEqualTo("ngày 09 tháng 02 năm 2026");
        assertThat(Times.date(LocalDate.of(2026, 3, 10))).isEqualTo("ngày 10 tháng 3 năm 2026");
        assertThat(Times.date(LocalDate.of(2026, 12, 1))).isEqualTo("ngày 01 tháng 12 năm 2026");
    }

    @Test
    void a_time_on_another_day_carries_its_date() {
        assertThat(times.clock(OPENED.plusSeconds(3600))).isEqualTo("09 giờ 30 phút");
        assertThat(times.clock(OPENED.plusSeconds(86_400))).isEqualTo("08 giờ 30 phút, ngày 06 tháng 01 năm 2026");
    }

    @Test
    void a_span_inside_one_minute_is_a_moment() {
        assertThat(times.span(OPENED, Optional.of(OPENED.plusSeconds(40)))).isEqualTo("lúc 08 giờ 30 phút");
        assertThat(times.span(OPENED, Optional.of(OPENED.plusSeconds(60)))).isEqualTo("từ 08 giờ 30 phút đến 08 giờ 31 phút");
        assertThat(times.span(OPENED, Optional.empty())).isEqualTo("từ 08 giờ 30 phút");
    }

    @Test
    void lengths_name_only_what_is_there() {
        assertThat(Times.length(0)).isEqualTo("0 giây");
        assertThat(Times.length(40_400)).isEqualTo("40 giây");
        assertThat(Times.length(312_000)).isEqualTo("5 phút 12 giây");
        assertThat(Times.length(3_600_000)).isEqualTo("1 giờ");
    }
}
