package vn.nghisu.room;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.InternalCommand;
import vn.nghisu.meeting.Subjects;

/** The protocol's JSON: names of frames and commands are those of their records. */
public final class Wire {
    private static final Map<String, Class<?>> FRAMES = names(FromClient.class);
    private static final Map<String, Class<?>> FRAMES_OUT = names(FromServer.class);
    private static final Map<String, Class<?>> LIVES = names(Live.class);

    /** Writes what a record is before its members, so that a frame is written in one go. */
    private static final ObjectMapper TAGGED = Json.MAPPER.copy().addMixIn(FromServer.class, Frames.class).addMixIn(Live.class, Lives.class);

    static {
        FRAMES_OUT.forEach((name, type) -> TAGGED.registerSubtypes(new NamedType(type, name)));
        LIVES.forEach((name, type) -> TAGGED.registerSubtypes(new NamedType(type, name)));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
    private interface Frames {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Lives {}

    private Wire() {}

    /** A message that does not follow the protocol; the text says how, for developers, and repeats nothing of it: a ballot may be in there. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    public static byte[] write(FromServer message) {
        try {
            return TAGGED.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written: " + message.getClass(), e);
        }
    }

    public static ObjectNode json(FromServer message) {
        return TAGGED.valueToTree(message);
    }

    public static FromClient read(String text) throws Malformed {
        ObjectNode json = object(parse(text));
        Class<?> type = FRAMES.get(tag(json, "t"));
        if (type == FromClient.Command.class) {
            return given(json);
        }
        if (type == FromClient.Live.class) {
            ObjectNode live = object(only(json, "live").path("live"));
            return new FromClient.Live((Live) value(live, known(LIVES, tag(live, "kind"))));
        }
        if (type == null) {
            throw new Malformed("unknown frame");
        }
        return (FromClient) value(json, type);
    }

    /** A command of a person: {@code {"type": …}} and its members. */
    public static Command command(JsonNode node) throws Malformed {
        ObjectNode json = object(node);
        Class<? extends Command> type = Subjects.COMMANDS.get(tag(json, "type"));
        if (type == null || InternalCommand.class.isAssignableFrom(type)) {
            throw new Malformed("unknown command");
        }
        return (Command) value(json, type);
    }

    /** A command over HTTP: {@code {"id", "command"}}. */
    public static FromClient.Command posted(String text) throws Malformed {
        return given(object(parse(text)));
    }

    private static FromClient.Command given(ObjectNode json) throws Malformed {
        only(json, "id", "command");
        return new FromClient.Command(uuid(json.path("id")), command(json.path("command")));
    }

    private static ObjectNode only(ObjectNode json, String... members) throws Malformed {
        if (json.size() > members.length || Arrays.stream(members).anyMatch(name -> !json.has(name))) {
            throw new Malformed("the members are " + String.join(", ", members));
        }
        return json;
    }

    private static JsonNode parse(String text) throws Malformed {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Malformed("not JSON" + (e.getLocation() == null ? "" : ", see character " + e.getLocation().getCharOffset()));
        }
    }

    private static Object value(ObjectNode json, Class<?> type) throws Malformed {
        try {
            return Json.MAPPER.treeToValue(json, type);
        } catch (UnrecognizedPropertyException e) {
            throw new Malformed("bad " + type.getSimpleName() + ": it has no such member");
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new Malformed("bad " + type.getSimpleName() + (e instanceof JsonMappingException mapping ? place(mapping) : ""));
        }
    }

    /** Names of our own records' members, and numbers in lists. */
    private static String place(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex()))
                .collect(Collectors.joining(".", ", see ", ""));
    }

    private static Class<?> known(Map<String, Class<?>> types, String name) throws Malformed {
        Class<?> type = types.get(name);
        if (type == null) {
            throw new Malformed("unknown kind");
        }
        return type;
    }

    private static ObjectNode object(JsonNode node) throws Malformed {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Malformed("an object is wanted");
    }

    /** Takes the tag out of the object, so that the rest has just the record's members. */
    private static String tag(ObjectNode json, String name) throws Malformed {
        JsonNode tag = json.remove(name);
        if (tag == null || !tag.isTextual()) {
            throw new Malformed(name + " is missing");
        }
        return tag.textValue();
    }

    private static UUID uuid(JsonNode node) throws Malformed {
        try {
            return UUID.fromString(node.isTextual() ? node.textValue() : "");
        } catch (IllegalArgumentException e) {
            throw new Malformed("id is not a UUID");
        }
    }

    private static Map<String, Class<?>> names(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses()).collect(Collectors.toMap(Wire::name, type -> type));
    }

    private static String name(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
