package vn.nghisu.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Subjects;

/** Writes the schema of the exported journal (JSON Schema 2020-12) from the records of the events, so that it says what they say. */
final class JournalSchema {
    private static final String HEX = "^[0-9a-f]{64}$";
    private final ObjectNode definitions = OpenJson.MAPPER.createObjectNode();
    private final Map<Class<?>, String> names = new TreeMap<>(java.util.Comparator.comparing(Class::getName));

    static String text() {
        return new JournalSchema().write().toPrettyString() + "\n";
    }

    private static ObjectNode node(String type) {
        return OpenJson.MAPPER.createObjectNode().put("type", type);
    }

    private ObjectNode write() {
        ObjectNode entry = node("object");
        ObjectNode parts = entry.putObject("properties");
        parts.set("seq", node("integer").put("minimum", 1));
        parts.set("at", node("string").put("format", "date-time"));
        for (String text : new String[] {"actor", "command", "type"}) {
            parts.set(text, node("string"));
        }
        parts.set("payload", node("object"));
        parts.set("salt", node("string").put("pattern", "^[0-9a-f]{32}$"));
        for (String hash : new String[] {"payloadHash", "prev", "hash"}) {
            parts.set(hash, node("string").put("pattern", HEX));
        }
        ArrayNode required = entry.putArray("required");
        parts.fieldNames().forEachRemaining(required::add);
        entry.put("additionalProperties", false);
        ArrayNode types = ((ObjectNode) parts.get("type")).putArray("enum");
        ArrayNode kinds = entry.putArray("allOf");
        for (String name : new TreeSet<>(Subjects.EVENTS.keySet())) {
            types.add(name);
            ObjectNode kind = kinds.addObject();
            kind.putObject("if").putObject("properties").putObject("type").put("const", name);
            kind.putObject("then").putObject("properties").putObject("payload").put("$ref", "#/$defs/" + named(Subjects.EVENTS.get(name)));
        }
        ObjectNode schema = OpenJson.MAPPER.createObjectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema").put("$id", JournalJson.SCHEMA)
                .put("title", "Nghị Sự: a meeting's journal");
        schema.put("type", "object");
        ObjectNode whole = schema.putObject("properties");
        whole.set("$schema", node("string"));
        whole.putObject("format").put("const", JournalJson.FORMAT);
        whole.set("stream", node("string"));
        whole.set("entries", node("array").set("items", entry));
        schema.putArray("required").add("format").add("stream").add("entries");
        schema.put("additionalProperties", false);
        schema.set("$defs", sorted(definitions));
        return schema;
    }

    private static ObjectNode sorted(ObjectNode nodes) {
        ObjectNode sorted = OpenJson.MAPPER.createObjectNode();
        Map<String, JsonNode> byName = new TreeMap<>();
        nodes.properties().forEach(each -> byName.put(each.getKey(), each.getValue()));
        byName.forEach(sorted::set);
        return sorted;
    }

    private String named(Class<?> type) {
        String known = names.get(type);
        if (known != null) {
            return known;
        }
        String name = type.getSimpleName();
        if (names.containsValue(name)) {
            name = type.getEnclosingClass().getSimpleName() + name;
        }
        names.put(type, name);
        definitions.set(name, type.isEnum() ? enumeration(type) : type.isRecord() ? object(type) : union(type));
        return name;
    }

    private static ObjectNode enumeration(Class<?> type) {
        ObjectNode node = OpenJson.MAPPER.createObjectNode();
        ArrayNode values = node.putArray("enum");
        Arrays.stream(type.getEnumConstants()).forEach(value -> values.add(((Enum<?>) value).name()));
        return node;
    }

    /** Sealed values name what they are in {@code kind}. */
    private ObjectNode union(Class<?> type) {
        if (!type.isSealed()) {
            return OpenJson.MAPPER.createObjectNode(); // any JSON, such as an editor's steps
        }
        ObjectNode node = node("object");
        ArrayNode kinds = node.putArray("oneOf");
        for (Class<?> part : type.getPermittedSubclasses()) {
            kinds.addObject().put("$ref", "#/$defs/" + named(part));
        }
        return node;
    }

    private ObjectNode object(Class<?> record) {
        ObjectNode node = node("object");
        ObjectNode parts = node.putObject("properties");
        ArrayNode required = node.putArray("required");
        for (RecordComponent part : record.getRecordComponents()) {
            parts.set(part.getName(), type(part.getGenericType()));
            if (part.getType() != Optional.class) {
                required.add(part.getName());
            }
        }
        boolean oneOfSeveral = Arrays.stream(record.getInterfaces()).anyMatch(above -> above.isSealed() && !Event.class.isAssignableFrom(above));
        if (oneOfSeveral) {
            parts.putObject("kind").put("const", Character.toLowerCase(record.getSimpleName().charAt(0)) + record.getSimpleName().substring(1));
            required.add("kind");
        }
        node.put("additionalProperties", false);
        return node;
    }

    private JsonNode type(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] arguments = generic.getActualTypeArguments();
            if (raw == Optional.class) {
                return type(arguments[0]);
            }
            if (Map.class.isAssignableFrom(raw)) {
                return node("object").set("additionalProperties", type(arguments[1]));
            }
            if (Collection.class.isAssignableFrom(raw)) {
                return node("array").set("items", type(arguments[0]));
            }
        }
        return plain((Class<?>) type);
    }

    private JsonNode plain(Class<?> type) {
        if (type == Instant.class) {
            return node("string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return node("string").put("format", "date");
        }
        if (type == String.class || type == UUID.class) {
            return node("string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return node("boolean");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return node("integer");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return node("number");
        }
        return OpenJson.MAPPER.createObjectNode().put("$ref", "#/$defs/" + named(type));
    }
}
