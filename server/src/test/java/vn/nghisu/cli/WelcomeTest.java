package vn.nghisu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WelcomeTest {
    @Test
    void only_an_address_that_a_tablet_can_reach_is_worth_a_qr_code() {
        assertThat(Welcome.isOnThisMachineOnly("http://127.0.0.1:8080")).isTrue();
        assertThat(Welcome.isOnThisMachineOnly("http://localhost:8080")).isTrue();
        assertThat(Welcome.isOnThisMachineOnly("http://192.168.1.7:8080")).isFalse();
        assertThat(Welcome.isOnThisMachineOnly("http://localhost.lamson.gov.vn:8080")).isFalse();
    }
}
