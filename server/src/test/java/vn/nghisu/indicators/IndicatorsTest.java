package vn.nghisu.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Database;
import vn.nghisu.meeting.indicators.Better;
import vn.nghisu.meeting.indicators.Period;
import vn.nghisu.meeting.indicators.PeriodKind;

/** The store of indicators: what was written stays, what holds is the newest, and all of a batch or none is written. */
class IndicatorsTest {
    static final Period Q2 = new Period(PeriodKind.QUARTER, 2026, 2);
    static final Period Q3 = new Period(PeriodKind.QUARTER, 2026, 3);

    private final Database database = Database.memory();
    private final Indicators indicators = new Indicators(database, Clock.systemUTC());

    @BeforeEach
    void body() {
        database.durably(handle -> handle.execute("insert into body (id, name, parent, place, rules) values ('body', 'Ban', '', '', '')"));
        assertThat(indicators.save(indicator("one1", "CT01"))).isEqualTo(Indicators.Saved.DONE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    static Indicator indicator(String id, String code) {
        return new Indicator(id, "body", code, "Tỷ lệ hồ sơ trực tuyến", "%", Optional.of(new BigDecimal("80")), Better.MORE, PeriodKind.QUARTER, 0, true);
    }

    private static Entry entry(Period period, String amount) {
        return new Entry("one1", period, Optional.ofNullable(amount).map(BigDecimal::new), "");
    }

    @Test
    void a_corrected_value_stays_in_the_history() {
        assertThat(indicators.enter("body", List.of(entry(Q2, "61.5"), entry(Q3, "70")), Value.Source.HAND, "Lan")).contains(2);
        assertThat(indicators.enter("body", List.of(entry(Q3, "71.20")), Value.Source.FILE, "Minh")).contains(1);
        assertThat(indicators.values("body").get("one1").get(Q3).amount()).contains(new BigDecimal("71.2"));
        assertThat(indicators.history("body", "one1")).extracting(value -> value.amount().orElseThrow().toPlainString()).containsExactly("71.2", "70", "61.5");
        assertThat(indicators.history("body", "one1").get(0).by()).isEqualTo("Minh");
    }

    @Test
    void the_same_value_again_is_one() {
        indicators.enter("body", List.of(entry(Q3, "70")), Value.Source.PROGRAM, "Một cửa");
        assertThat(indicators.enter("body", List.of(entry(Q3, "70.0"), entry(Q3, "70")), Value.Source.PROGRAM, "Một cửa")).contains(0);
        assertThat(indicators.history("body", "one1")).hasSize(1);
    }

    @Test
    void of_many_who_write_over_the_same_value_at_once_exactly_one_does() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            String stands = "";
            for (int round = 0; round < 25; round++) {
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Optional<String>>> all = new ArrayList<>();
                for (int person = 1; person <= 4; person++) {
                    String known = stands;
                    String mine = (round + 1) + "." + person;
                    all.add(people.submit(() -> {
                        start.await();
                        try {
                            indicators.enter("body", List.of(over(mine, known)), Value.Source.HAND, mine);
                            return Optional.of(mine);
                        } catch (OvertakenException e) {
                            return Optional.empty();
                        }
                    }));
                }
                start.countDown();
                List<String> written = new ArrayList<>();
                for (Future<Optional<String>> each : all) {
                    each.get(20, TimeUnit.SECONDS).ifPresent(written::add);
                }
                assertThat(written).hasSize(1);
                stands = written.get(0);
                assertThat(indicators.values("body").get("one1").get(Q3).amount()).contains(new BigDecimal(stands));
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static Entry over(String amount, String... known) {
        return new Entry("one1", Q3, Optional.ofNullable(amount).map(BigDecimal::new), "", Optional.of(Stream.of(known).map(text -> Optional.of(text).filter(some -> !some.isEmpty()).map(BigDecimal::new)).toList()));
    }

    @Test
    void what_another_entered_meanwhile_is_not_written_over() {
        indicators.enter("body", List.of(over("8", "")), Value.Source.HAND, "Lan");
        indicators.enter("body", List.of(entry(Q3, "12")), Value.Source.HAND, "Minh");
        assertThatThrownBy(() -> indicators.enter("body", List.of(over("10", "8", "")), Value.Source.HAND, "Lan")).isInstanceOfSatisfying(OvertakenException.class, e -> assertThat(e.by()).isEqualTo("Minh"));
        assertThat(indicators.enter("body", List.of(over("12.0", "8")), Value.Source.HAND, "Lan")).as("it stands already").contains(0);
        assertThat(indicators.enter("body", List.of(over("10", "8", "12.00")), Value.Source.HAND, "Lan")).contains(1);
        indicators.enter("body", List.of(entry(Q3, null)), Value.Source.HAND, "Minh");
        assertThatThrownBy(() -> indicators.enter("body", List.of(over("11", "10")), Value.Source.HAND, "Lan")).as("taken back").isInstanceOf(OvertakenException.class);
        assertThat(indicators.enter("body", List.of(over("11", "10", "")), Value.Source.HAND, "Lan")).contains(1);
    }

    @Test
    void a_value_can_be_taken_back() {
        indicators.enter("body", List.of(entry(Q3, "70")), Value.Source.HAND, "Lan");
        assertThat(indicators.enter("body", List.of(entry(Q3, null)), Value.Source.HAND, "Lan")).contains(1);
        assertThat(indicators.values("body").get("one1")).isEmpty();
        assertThat(indicators.history("body", "one1")).hasSize(2);
    }

    @Test
    void one_wrong_entry_keeps_all_of_them_out() {
        List<Entry> entries = List.of(entry(Q3, "70"), entry(new Period(PeriodKind.YEAR, 2026, 1), "3"));
        assertThatThrownBy(() -> indicators.enter("body", entries, Value.Source.FILE, "Lan")).isInstanceOf(IllegalArgumentException.class);
        assertThat(indicators.history("body", "one1")).isEmpty();
    }

    @Test
    void a_code_is_of_one_indicator_and_periods_stay_of_their_kind() {
        assertThat(indicators.save(indicator("two2", "ct01"))).isEqualTo(Indicators.Saved.CODE_TAKEN);
        Indicator yearly = new Indicator("one1", "body", "CT01", "Khác", "", Optional.empty(), Better.LESS, PeriodKind.YEAR, 3, false);
        assertThat(indicators.save(yearly)).isEqualTo(Indicators.Saved.DONE);
        assertThat(indicators.of("body")).containsExactly(yearly);
        indicators.save(indicator("one1", "CT01"));
        indicators.enter("body", List.of(entry(Q3, "70")), Value.Source.HAND, "Lan");
        assertThat(indicators.save(yearly)).isEqualTo(Indicators.Saved.KIND_FIXED);
    }
}
