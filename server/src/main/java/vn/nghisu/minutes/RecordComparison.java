package vn.nghisu.minutes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vn.nghisu.journal.Hash;
import vn.nghisu.journal.Head;

/** Holds the record that a file carries against the one that its journal gives, field by field. */
public final class RecordComparison {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST = 20;
    private static final int SHOWN_CHARACTERS = 120;
    private static final int ENTRY_FIELDS = 10;
    /** A record longer than this and the journal's own is looked at no further: small files unfold into more than the memory. */
    private static final int LONGER_BYTES = 256 * 1024;

    private final List<Difference> differences = new ArrayList<>();

    private RecordComparison() {}

    /** @param path such as {@code items[2].votes[0].result.received} @param inFile and {@code inJournal}: as JSON, "—" where there is none */
    public record Difference(String path, String inFile, String inJournal) {}

    /**
     * What differs, at most 20 of it. Number and notation are given by the registry, not by the journal, and are left out.
     *
     * @throws IllegalArgumentException when the file's record is no JSON
     */
    public static List<Difference> of(byte[] inFile, MinutesRecord made) {
        byte[] inJournal = made.json();
        if (inFile.length > inJournal.length + LONGER_BYTES) {
            return List.of(new Difference("*", inFile.length + " B", inJournal.length + " B"));
        }
        RecordComparison comparison = new RecordComparison();
        comparison.compare("", tree(inFile), tree(inJournal));
        return List.copyOf(comparison.differences);
    }

    /** The journal's entry that a record says it was made of; absent when it says so in no readable way. */
    public static Optional<Head> head(byte[] record) {
        try {
            JsonNode journal = journal(record);
            return Optional.of(new Head(journal.path("stream").asText(), journal.path("seq").asLong(), new Hash(journal.path("hash").asText())));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Read piece by piece to its end, so that a record of any length takes little memory; only the journal's entry is kept. */
    private static JsonNode journal(byte[] record) throws IOException {
        JsonNode journal = MissingNode.getInstance();
        try (JsonParser parser = MAPPER.createParser(record)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isJournal = parser.currentName().equals("journal");
                parser.nextToken();
                if (isJournal) {
                    journal = small(parser);
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new IllegalArgumentException("no JSON");
            }
        }
        return journal;
    }

    /** An object of plain values. */
    private static JsonNode small(JsonParser parser) throws IOException {
        ObjectNode object = MAPPER.createObjectNode();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("no entry of a journal");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME && object.size() < ENTRY_FIELDS) {
            String name = parser.currentName();
            if (!parser.nextToken().isScalarValue()) {
                throw new IllegalArgumentException("no entry of a journal");
            }
            object.put(name, parser.getText());
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new IllegalArgumentException("no entry of a journal");
        }
        return object;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    private void compare(String path, JsonNode file, JsonNode journal) {
        if (differences.size() >= MOST) {
            return;
        }
        if (file.isObject() && journal.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            file.fieldNames().forEachRemaining(names::add);
            journal.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path.isEmpty() ? name : path + "." + name, file.path(name), journal.path(name)));
        } else if (file.isArray() && journal.isArray()) {
            for (int i = 0; i < Math.max(file.size(), journal.size()); i++) {
                compare(path + "[" + i + "]", file.path(i), journal.path(i));
            }
        } else if (!file.equals(journal) && !path.equals("number") && !path.equals("notation")) {
            differences.add(new Difference(path, shown(file), shown(journal)));
        }
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "—" : node.toString();
        return text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text;
    }
}
