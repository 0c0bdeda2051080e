package vn.nghisu.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {
    private static final long HEAP = 96_000;
    /** For those whom nobody knows. */
    private static final long OUTSIDE = HEAP / 32;

    private final BodyMemory memory = new BodyMemory(HEAP, ctx -> Optional.empty());

    @Test
    void one_address_never_takes_more_than_a_third_and_all_together_never_more_than_there_is() {
        for (int i = 0; i < 3; i++) {
            assertThat(memory.take("a " + i, OUTSIDE / 6, false)).isTrue();
            assertThat(memory.take("a " + i, OUTSIDE / 6, false)).isTrue();
            assertThat(memory.take("a " + i, 1, false)).isFalse();
        }
        assertThat(memory.take("a 4", 1, false)).isFalse();
    }

    @Test
    void people_are_not_kept_waiting_by_strangers() {
        assertThat(memory.take("a 1", OUTSIDE, false)).isTrue();
        assertThat(memory.take("a 2", 1, false)).isFalse();
        assertThat(memory.take("p 1", HEAP / 4, true)).isTrue();
        assertThat(memory.take("p 2", 1, true)).isFalse();
    }

    @Test
    void the_first_of_a_person_may_be_of_any_size_that_there_is_room_for() {
        assertThat(memory.take("p 1", HEAP / 5, true)).isTrue();
        assertThat(memory.take("p 1", 1, true)).isFalse();
        assertThat(memory.take("p 2", HEAP / 4, true)).isFalse();
    }

    @Test
    void what_is_done_makes_room_again_for_the_same_and_for_others() {
        for (int round = 0; round < 5; round++) {
            assertThat(memory.take("a 1", OUTSIDE / 3, false)).isTrue();
            assertThat(memory.take("a 1", OUTSIDE / 3, false)).isFalse();
            assertThat(memory.take("a 2", OUTSIDE / 3, false)).isTrue();
            assertThat(memory.take("a 3", OUTSIDE / 3, false)).isTrue();
            assertThat(memory.take("a 4", OUTSIDE / 3, false)).isFalse();
            memory.free("a 1", OUTSIDE / 3, false);
            memory.free("a 2", OUTSIDE / 3, false);
            memory.free("a 3", OUTSIDE / 3, false);
        }
    }
}
