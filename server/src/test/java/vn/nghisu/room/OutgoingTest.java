package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingTest {
    @ParameterizedTest
    @CsvSource({"0,50", "1,50", "200,50", "1000,50", "2000,100", "5000,250"})
    void a_room_of_very_many_is_told_less_often(int seats, long ms) {
        assertThat(Outgoing.restMs(seats)).isEqualTo(ms);
    }

    @Test
    void telling_all_takes_about_twenty_thousand_frames_a_second_at_most() {
        for (int seats = 1; seats < 20_000; seats += 7) {
            assertThat(seats * 1_000L / Outgoing.restMs(seats)).as("%d seats", seats).isLessThanOrEqualTo(20_400);
        }
    }
}
