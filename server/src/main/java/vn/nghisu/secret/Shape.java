package vn.nghisu.secret;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** JSON read strictly, each value with its name for messages, and written canonically (RFC 8785 for ASCII texts and whole numbers). */
final class Shape {
    private static final int NESTING_LEVELS = 12;
    private static final int STRING_CHARACTERS = 4_096;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_:.-]{1,100}");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(NESTING_LEVELS).maxStringLength(STRING_CHARACTERS).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads one value; whatever it finds wrong is {@link CheckFailed}. */
    interface Reader<T> {
        T read(Shape shape) throws CheckFailed;
    }

    private final JsonNode node;
    private final String name;

    private Shape(JsonNode node, String name) {
        this.node = node;
        this.name = name;
    }

    /** @param bytesMost longer input is refused before it is parsed */
    static Shape parse(byte[] json, int bytesMost, String name) throws CheckFailed {
        CheckFailed.unless(json.length <= bytesMost, Check.FORM, name + " has more than " + bytesMost + " bytes");
        try {
            JsonNode root = MAPPER.readTree(json);
            CheckFailed.unless(root != null, Check.FORM, name + " is empty");
            return new Shape(root, name);
        } catch (IOException e) {
            throw new CheckFailed(Check.FORM, name + " is no JSON");
        }
    }

    String name() {
        return name;
    }

    /** Itself, when it is an object with just these members. */
    Shape object(String... members) throws CheckFailed {
        CheckFailed.unless(node.isObject(), Check.FORM, name + " is no object");
        Set<String> found = new TreeSet<>();
        node.fieldNames().forEachRemaining(found::add);
        CheckFailed.unless(found.equals(new TreeSet<>(List.of(members))), Check.FORM, name + " has other members than " + String.join(", ", members));
        return this;
    }

    Shape get(String member) {
        return new Shape(node.get(member), name + "." + member);
    }

    boolean has(String member) {
        return node.has(member);
    }

    boolean isText() {
        return node.isTextual();
    }

    <T> List<T> list(int least, int most, Reader<T> reader) throws CheckFailed {
        CheckFailed.unless(node.isArray() && node.size() >= least && node.size() <= most, Check.FORM,
                name + " is no list of " + (least == most ? "" + least : least + " to " + most));
        List<T> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(reader.read(new Shape(node.get(i), name + "[" + i + "]")));
        }
        return items;
    }

    String id() throws CheckFailed {
        CheckFailed.unless(ID.matcher(text()).matches(), Check.FORM, name + " is no id");
        return text();
    }

    String text() throws CheckFailed {
        CheckFailed.unless(node.isTextual(), Check.FORM, name + " is no text");
        return node.textValue();
    }

    /** Anything that people read: well-formed Unicode, so that no two texts have the same bytes. */
    String words() throws CheckFailed {
        CheckFailed.unless(StandardCharsets.UTF_8.newEncoder().canEncode(text()), Check.FORM, name + " is no well-formed text");
        return text();
    }

    /** A whole number of at least 0 and below 2^31. */
    int number() throws CheckFailed {
        CheckFailed.unless(node.isInt() && node.intValue() >= 0, Check.FORM, name + " is no number");
        return node.intValue();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static <T> ArrayNode array(List<T> items, Function<T, JsonNode> write) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(write.apply(item)));
        return array;
    }

    static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    static JsonNode number(int value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    static String canonical(JsonNode node) {
        StringBuilder json = new StringBuilder();
        write(node, json);
        return json.toString();
    }

    private static void write(JsonNode node, StringBuilder json) {
        if (node.isObject()) {
            Set<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            String comma = "{";
            for (String member : names) {
                json.append(comma).append('"').append(member).append("\":");
                write(node.get(member), json);
                comma = ",";
            }
            json.append('}');
        } else if (node.isArray()) {
            json.append('[');
            for (int i = 0; i < node.size(); i++) {
                write(node.get(i), i == 0 ? json : json.append(','));
            }
            json.append(']');
        } else {
            json.append(scalar(node));
        }
    }

    private static String scalar(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + node.getNodeType(), e);
        }
    }
}
