package vn.nghisu.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalTest {
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Test
    void times_are_written_as_a_formatter_would() {
        Random random = new Random(20261126);
        long last = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
        for (int i = 0; i < 2_000; i++) {
            Instant at = Instant.ofEpochMilli(random.nextLong(last + 1));
            assertThat(Canonical.time(at)).isEqualTo(RFC_3339.format(at));
        }
        assertThat(Canonical.time(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(Canonical.time(Instant.ofEpochMilli(last))).isEqualTo("9999-12-31T23:59:59.999Z");
    }

    @Test
    void a_year_that_does_not_fit_is_refused() {
        assertThatThrownBy(() -> Canonical.time(Instant.parse("+10000-01-01T00:00:00Z"))).isInstanceOf(IllegalArgumentException.class);
    }
}
