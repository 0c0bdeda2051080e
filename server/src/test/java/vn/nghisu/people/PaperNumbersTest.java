package vn.nghisu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.nghisu.people.Persons.body;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Database;
import vn.nghisu.people.PaperNumbers.Series;

/** One series a body, year and kind; each number in it once, and none lost where its paper was never made. */
class PaperNumbersTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Series MINUTES = new Series("b1", 2026, "BB");

    private final Database database = Database.memory();
    private final PaperNumbers numbers = new PaperNumbers(database);

    @BeforeEach
    void bodies() {
        new Directory(database).save(body("b1", "Ban Chỉ đạo"));
        new Directory(database).save(body("b2", "Hội đồng"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** @param unborne papers of the meeting that never came to be */
    private int taken(Series series, String meeting, String document, String... unborne) {
        return numbers.take(series, meeting, document, Set.of(unborne)::contains, NOW).map(PaperNumbers.Taken::ordinal).orElse(0);
    }

    @Test
    void follow_one_another_in_each_series() {
        assertThat(taken(MINUTES, "m1", "paper-1")).isEqualTo(1);
        assertThat(taken(MINUTES, "m1", "paper-2")).isEqualTo(2);
        assertThat(taken(MINUTES, "m2", "paper-1")).isEqualTo(3);
        assertThat(taken(MINUTES, "m1", "paper-1")).as("the one it has").isEqualTo(1);
        assertThat(taken(new Series("b1", 2027, "BB"), "m1", "paper-3")).isEqualTo(1);
        assertThat(taken(new Series("b1", 2026, "NQ"), "m1", "paper-4")).isEqualTo(1);
        assertThat(taken(new Series("b2", 2026, "BB"), "m3", "paper-5")).isEqualTo(1);
    }

    @Test
    void a_paper_has_one_in_one_series() {
        taken(MINUTES, "m1", "paper-1");
        assertThat(taken(new Series("b1", 2026, "TB"), "m1", "paper-1")).as("another kind").isZero();
        assertThat(taken(new Series("b1", 2027, "BB"), "m1", "paper-1")).as("another year").isZero();
        assertThat(taken(new Series("b2", 2026, "BB"), "m1", "paper-1")).as("another body").isZero();
        assertThat(numbers.ofYear("b1", 2026)).hasSize(1);
        assertThat(numbers.ofYear("b1", 2027)).isEmpty();
    }

    @Test
    void one_whose_paper_was_never_made_goes_to_the_next_paper_of_its_meeting_and_series() {
        taken(MINUTES, "m1", "never-1");
        assertThat(taken(MINUTES, "m2", "paper-1", "never-1")).as("another meeting's").isEqualTo(2);
        assertThat(taken(new Series("b1", 2026, "TB"), "m1", "paper-2", "never-1")).as("another series").isEqualTo(1);
        assertThat(taken(MINUTES, "m1", "paper-3")).as("it may still be made").isEqualTo(3);
        assertThat(taken(MINUTES, "m1", "paper-4", "never-1")).isEqualTo(1);
        assertThat(taken(MINUTES, "m1", "paper-4", "never-1")).isEqualTo(1);
        assertThat(numbers.ofYear("b1", 2026)).filteredOn(each -> each.code().equals("BB")).extracting(PaperNumbers.Taken::ordinal, PaperNumbers.Taken::document)
                .containsExactly(tuple(3, "paper-3"), tuple(2, "paper-1"), tuple(1, "paper-4"));
    }
}
