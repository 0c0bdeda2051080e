package vn.nghisu.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.Subjects;

/** The published schema of the journal is the one of these sources, and entries as they are stored fit it; {@code -Dschema.write=true} writes it anew. */
class JournalSchemaTest {
    private static final Path FILE = root().resolve("docs/schemas/journal.schema.json");
    private static final String HASH = "0".repeat(64);

    static Path root() {
        Path here = Paths.get("").toAbsolutePath();
        return here.endsWith("server") ? here.getParent() : here;
    }

    private static Set<ValidationMessage> faults(JsonNode document) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(FILE));
        return schema.validate(document);
    }

    private static ObjectNode journal(String type, JsonNode payload) {
        ObjectNode journal = OpenJson.MAPPER.createObjectNode().put("$schema", JournalJson.SCHEMA).put("format", JournalJson.FORMAT).put("stream", "meeting/m1");
        ObjectNode entry = journal.putArray("entries").addObject().put("seq", 1).put("at", "2026-11-27T01:00:00Z").put("actor", "thuky").put("command", "c").put("type", type);
        entry.set("payload", payload);
        entry.put("salt", "0".repeat(32)).put("payloadHash", HASH).put("prev", HASH).put("hash", HASH);
        return journal;
    }

    @Test
    void the_published_schema_is_that_of_the_events() throws IOException {
        String text = JournalSchema.text();
        if (Boolean.getBoolean("schema.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text);
        }
        assertThat(Files.readString(FILE)).isEqualTo(text);
    }

    @Test
    void every_event_as_it_is_stored_fits() throws IOException {
        try (Stream<Path> golden = Files.list(root().resolve("server/src/test/resources/golden/events"))) {
            List<Path> files = golden.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(files).hasSizeGreaterThan(100);
            for (Path file : files) {
                String type = file.getFileName().toString().replace(".json", "");
                if (Subjects.EVENTS.containsKey(type)) {
                    assertThat(faults(journal(type, OpenJson.MAPPER.readTree(file.toFile())))).as(type).isEmpty();
                }
            }
        }
    }

    @Test
    void what_is_no_event_does_not() throws IOException {
        assertThat(faults(journal("MeetingOpened", OpenJson.MAPPER.createObjectNode().put("more", 1)))).isNotEmpty();
        assertThat(faults(journal("SomethingElse", OpenJson.MAPPER.createObjectNode()))).isNotEmpty();
        ObjectNode torn = journal("MeetingOpened", OpenJson.MAPPER.createObjectNode());
        ((ObjectNode) torn.at("/entries/0")).remove("hash");
        assertThat(faults(torn)).isNotEmpty();
    }
}
