package vn.nghisu.cli.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnansweredTest {
    private final Unanswered line = new Unanswered();

    /** As when who leads, whose line stays, gives a ballot again before the first answer has come from a slow disk. */
    @Test
    void what_is_given_twice_is_answered_twice_and_no_oftener() {
        var first = line.give("a", 1);
        var second = line.give("a", 2);
        assertThat(line.take("a")).hasValueSatisfying(given -> assertThat(given.answer()).isSameAs(first));
        assertThat(line.take("a")).hasValueSatisfying(given -> assertThat(given.answer()).isSameAs(second));
        assertThat(line.take("a")).isEmpty();
        assertThat(line.wasAnswered("a")).isTrue();
    }

    @Test
    void nothing_waits_for_an_answer_to_what_was_never_given_or_went_with_its_line() {
        assertThat(line.take("b")).isEmpty();
        assertThat(line.wasAnswered("b")).isFalse();
        line.give("c", 1);
        line.lineLost();
        var again = line.give("c", 2);
        assertThat(line.take("c")).hasValueSatisfying(given -> assertThat(given.answer()).isSameAs(again));
        assertThat(line.take("c")).isEmpty();
    }
}
