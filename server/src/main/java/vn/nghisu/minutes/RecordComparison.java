package vn.nghisu.minutes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
        RecordComparison comparison = new RecordComparison();
        comparison.compare("", tree(inFile), tree(made.json()));
        return comparison.differences.stream().filter(each -> !each.path().equals("number") && !each.path().equals("notation")).limit(MOST).toList();
    }

    /** The journal's entry that a record says it was made of; absent when it says so in no readable way. */
    public static Optional<Head> head(byte[] record) {
        try {
            JsonNode journal = tree(record).path("journal");
            return Optional.of(new Head(journal.path("stream").asText(), journal.path("seq").asLong(), new Hash(journal.path("hash").asText())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    private void compare(String path, JsonNode file, JsonNode journal) {
        if (file.isObject() && journal.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            file.fieldNames().forEachRemaining(names::add);
            journal.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path.isEmpty() ? name : path + "." + name, file.path(name), journal.path(name)));
        } else if (file.isArray() && journal.isArray()) {
            for (int i = 0; i < Math.max(file.size(), journal.size()); i++) {
                compare(path + "[" + i + "]", file.path(i), journal.path(i));
            }
        } else if (!file.equals(journal)) {
            differences.add(new Difference(path, shown(file), shown(journal)));
        }
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "—" : node.toString();
        return text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text;
    }
}
