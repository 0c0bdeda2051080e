package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nghisu.journal.Chain;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Head;
import vn.nghisu.journal.JournalExport;
import vn.nghisu.room.EventCodec;
import vn.nghisu.room.Json;

/**
 * The stored form of every event, frozen. A file here is never changed once it has been released: an event whose meaning
 * changes is a new record with a file of its own. Files with a second name show other shapes of the same event.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final Path EVENTS = GOLDEN.resolve("events");
    private static final Path STATE = GOLDEN.resolve("meeting.state.txt");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void every_event_type_has_a_golden_file_and_every_file_a_type() throws IOException {
        assertThat(files().map(GoldenTest::type).distinct()).containsExactlyInAnyOrderElementsOf(Subjects.EVENTS.keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void is_read_and_written_again_byte_for_byte(Path file) throws IOException {
        String stored = Files.readString(file).stripTrailing();
        assertThat(EventCodec.payload(EventCodec.event(entry(type(file), stored)))).isEqualTo(stored);
    }

    /** Entries of before ballots had forms, bodies substitutes, or polls bound words: each beside what it means today. */
    @ParameterizedTest
    @ValueSource(strings = {"BallotCast", "KeyCommitted", "PracticeAdopted", "TieDecided", "VoteClosed", "VoteEdited", "VoteOpened", "VotePrepared", "VotePrepared.free"})
    void an_entry_of_before_is_read_as_what_it_means_today(String name) throws IOException {
        Path before = GOLDEN.resolve("before-forms");
        String stored = Files.readString(before.resolve(name + ".json")).stripTrailing();
        String now = Files.readString(before.resolve(name + ".now.json")).stripTrailing();
        assertThat(EventCodec.payload(EventCodec.event(entry(name.split("\\.")[0], stored)))).isEqualTo(now);
    }

    /** Else a renamed optional member would be read as absent, and nobody would notice. */
    @ParameterizedTest
    @MethodSource("wholeFiles")
    void shows_every_member_that_the_event_can_have(Path file) throws IOException {
        List<String> missing = new ArrayList<>();
        compare(Subjects.EVENTS.get(type(file)), Json.MAPPER.readTree(Files.readString(file)), type(file), missing);
        assertThat(missing).isEmpty();
    }

    static Stream<Path> wholeFiles() throws IOException {
        return files().filter(file -> file.getFileName().toString().split("\\.").length == 2);
    }

    @Test
    void an_event_of_a_newer_version_is_named_and_not_skipped() {
        assertThatThrownBy(() -> EventCodec.event(entry("SomethingNew", "{}")))
                .isInstanceOf(EventCodec.UnknownEvent.class).hasMessageContaining("SomethingNew");
        assertThatThrownBy(() -> EventCodec.event(entry("MeetingIssued", "{\"by\":\"x\"}")))
                .isInstanceOf(EventCodec.UnknownEvent.class).hasMessageContaining("entry 1 of meeting/golden");
    }

    @Test
    void the_golden_journal_is_an_unbroken_chain() {
        assertThat(JournalExport.check(GOLDEN.resolve("meeting.jsonl")).fault()).isEmpty();
    }

    /** Run with {@code -Dgolden.write=true} after adding to the state; read the difference before committing it. */
    @Test
    void the_golden_journal_folds_to_the_golden_state() throws IOException {
        String state = StateText.of(fold());
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(STATE, state);
        }
        assertThat(state).isEqualTo(Files.readString(STATE));
    }

    @Test
    void the_same_journal_gives_the_same_meeting_and_the_same_views() throws IOException {
        assertThat(fold()).isEqualTo(fold());
        for (String person : List.of("chair1", "secr1", "memb1", "memb3", "guest1", Caller.SCREEN)) {
            Caller caller = Caller.person(person);
            assertThat(Json.write(MeetingView.of(fold(), Rights.of(fold(), caller))))
                    .isEqualTo(Json.write(MeetingView.of(fold(), Rights.of(fold(), caller))));
        }
    }

    private static Meeting fold() throws IOException {
        Meeting meeting = Meeting.none("m-golden");
        try (JournalExport.Lines lines = JournalExport.open(GOLDEN.resolve("meeting.jsonl"))) {
            while (lines.hasNext()) {
                Entry entry = lines.next();
                meeting = meeting.after(EventCodec.event(entry), EventCodec.stamp(entry));
            }
        }
        return meeting;
    }

    private static void compare(Type type, JsonNode json, String path, List<String> missing) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                compare(arguments[0], json, path, missing);
            } else if (generic.getRawType() == List.class && json.isEmpty()) {
                missing.add(path + " has no element");
            } else {
                json.forEach(element -> compare(arguments[arguments.length - 1], element, path, missing));
            }
        } else if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                if (json.has(component.getName())) {
                    compare(component.getGenericType(), json.get(component.getName()), path + "." + component.getName(), missing);
                } else {
                    missing.add(path + "." + component.getName());
                }
            }
            TreeSet<String> more = new TreeSet<>(((ObjectNode) json).properties().stream().map(member -> member.getKey()).toList());
            Stream.of(record.getRecordComponents()).map(RecordComponent::getName).forEach(more::remove);
            more.forEach(name -> missing.add(path + " has no " + name));
        }
    }

    private static String type(Path file) {
        return file.getFileName().toString().split("\\.")[0];
    }

    private static Entry entry(String type, String payload) {
        return Chain.next(Head.empty("meeting/golden"), Instant.EPOCH, type, "somebody", new UUID(0, 0), payload, new byte[Entry.SALT_BYTES]);
    }
}
