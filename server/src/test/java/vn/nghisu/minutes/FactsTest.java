package vn.nghisu.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nghisu.journal.Chain;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Subjects;
import vn.nghisu.meeting.Text;
import vn.nghisu.room.EventCodec;

/** The golden file of every event is told in words; a new event without words of its own is found here and not by the secretary. */
class FactsTest {
    private static final Path EVENTS = Path.of("src", "test", "resources", "golden", "events");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_event_is_told_in_both_languages(Path file) throws IOException {
        Text fact = fact(file);
        assertThat(fact.vi()).isNotBlank().doesNotContain("{");
        assertThat(fact.en()).isNotBlank().doesNotContain("{").isNotEqualTo(fact.vi());
    }

    @Test
    void no_two_kinds_of_events_are_told_with_the_same_words() throws IOException {
        Map<String, String> types = new LinkedHashMap<>();
        for (Path file : files().toList()) {
            String type = type(file);
            assertThat(types.merge(fact(file).en(), type, (one, other) -> one.equals(other) ? one : one + " and " + other)).isEqualTo(type);
        }
        assertThat(types.values()).containsAll(Subjects.EVENTS.keySet());
    }

    @Test
    void a_ballots_choice_is_not_told() throws IOException {
        assertThat(Files.readString(EVENTS.resolve("BallotCast.json"))).contains("\"marks\":[\"other\"]");
        assertThat(fact(EVENTS.resolve("BallotCast.json"))).isEqualTo(fact(EVENTS.resolve("BallotCast.unnamed.json")));
    }

    @Test
    void what_no_person_did_the_server_did_in_either_language() {
        assertThat(Facts.actor(Caller.SYSTEM, Meeting.none("m-test"))).isEqualTo(new Text("Máy chủ", "Server"));
    }

    private static Text fact(Path file) throws IOException {
        Entry entry = Chain.next(Head.empty("meeting/golden"), Instant.EPOCH, type(file), "somebody", new UUID(0, 0),
                Files.readString(file).stripTrailing(), new byte[Entry.SALT_BYTES]);
        Event event = EventCodec.event(entry);
        return Facts.of(event, Meeting.none("m-golden"));
    }

    private static String type(Path file) {
        return file.getFileName().toString().split("\\.")[0];
    }
}
