package vn.nghisu.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordComparisonTest {
    private static final String ENTRY = "{\"stream\":\"meeting/m1\",\"seq\":5,\"hash\":\"" + "ab".repeat(32) + "\"}";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_entry_is_found_wherever_it_stands() {
        Stream.of("{\"journal\":%s}", "{\"a\":[{\"journal\":1}],\"journal\":%s,\"b\":{}}").forEach(record ->
                assertThat(RecordComparison.head(bytes(record.formatted(ENTRY)))).hasValueSatisfying(head -> {
                    assertThat(head.stream()).isEqualTo("meeting/m1");
                    assertThat(head.seq()).isEqualTo(5);
                    assertThat(head.hash().hex()).isEqualTo("ab".repeat(32));
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "{\"journal\":[]}", "{\"journal\":7}", "{\"journal\":{\"stream\":{}}}", "{\"journal\":{\"stream\":\"a\",\"seq\":1,\"hash\":\"x\"}}", "{\"a\":1}",
        "{\"journal\":{\"stream\":\"a\"", "{\"journal\":{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1,\"k\":1}}"})
    void what_names_no_entry_is_no_record(String record) {
        assertThat(RecordComparison.head(bytes(record))).isEmpty();
        assertThat(RecordComparison.head(bytes("{\"journal\":" + ENTRY + "} {}"))).isEmpty();
    }

    /** Six megabytes of the smallest objects would be a thousand as a tree. */
    @Test
    void a_record_far_longer_than_the_journals_own_is_named_and_not_read() {
        String huge = "{\"journal\":" + ENTRY + ",\"items\":[" + "{},".repeat(2_000_000) + "{}]}";
        assertThat(RecordComparison.head(bytes(huge))).isPresent();
        MinutesRecord made = MinutesRecord.of(SampleDrafts.morning());
        assertThat(RecordComparison.of(bytes(huge), made)).singleElement().satisfies(each -> {
            assertThat(each.path()).isEqualTo("*");
            assertThat(each.inFile()).isEqualTo(huge.length() + " B");
        });
    }

    @Test
    void no_more_than_twenty_differences_are_told_and_the_number_is_none() {
        MinutesRecord made = MinutesRecord.of(SampleDrafts.morning());
        String own = new String(made.json(), StandardCharsets.UTF_8);
        assertThat(RecordComparison.of(made.json(), made)).isEmpty();
        assertThat(RecordComparison.of(bytes(own.replaceFirst("\\{", "{\"number\":\"1\",\"notation\":\"BB\",")), made)).isEmpty();
        assertThat(RecordComparison.of(bytes("{\"more\":[" + "1,".repeat(100) + "1]}"), made)).hasSizeBetween(1, 20);
        StringBuilder more = new StringBuilder("{");
        for (int i = 0; i < 100; i++) {
            more.append("\"x").append(i).append("\":1,");
        }
        assertThat(RecordComparison.of(bytes(own.replaceFirst("\\{", more.toString())), made)).hasSize(20);
    }
}
